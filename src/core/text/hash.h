/* FNV-1a, 64 bits: tells bytes from others; no shield against malice. */
#ifndef CORE_HASH_H
#define CORE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START UINT64_C(14695981039346656037)

/* Goes on from a hash, or from HASH_START, with more bytes. */
uint64_t hash_more(uint64_t hash, const char *bytes, size_t len);

#endif
