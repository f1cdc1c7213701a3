/*
 * Fuzz targets: what has to hold whatever the bytes.  Each is a function that
 * takes the bytes and aborts where something does not hold.
 *
 * To add one: write target_NAME.c, declare it here, give it a row in
 * targets.c, and begin its corpus in corpus/NAME.
 */
#ifndef FUZZ_TARGET_H
#define FUZZ_TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "../../src/core/text/text.h"

struct target {
	const char *name;
	void (*run)(const uint8_t *data, size_t size);
};

extern const struct target targets[];	/* ends in a NULL name */

void target_cron(const uint8_t *, size_t);
void target_escape(const uint8_t *, size_t);
void target_fold(const uint8_t *, size_t);
void target_record(const uint8_t *, size_t);
void target_state(const uint8_t *, size_t);
void target_when(const uint8_t *, size_t);

/* assert(3), whatever NDEBUG says. */
#define require(holds) \
	((holds) ? (void)0 : target_fail(__FILE__, __LINE__, #holds))
_Noreturn void target_fail(const char *file, int line, const char *what);

/* Whole UTF-8, nothing that moves a cursor, and nothing left out. */
void target_require_clean(const struct text *);
/* The bytes as a string without NUL; to be freed. */
char *target_string(const uint8_t *, size_t);
/* The zone in which what follows happens, one of a few. */
void target_set_zone(unsigned int);

#endif
