/*
 * Without a fuzzer, and for AFL++: gives files, or standard input, to a target.
 *
 * usage: plain target [file ...]
 */
#include <err.h>
#include <stdio.h>
#include <string.h>

#include "target.h"

#define INPUT_MOST (1 << 20)

static void
give(const struct target *t, FILE *f, const char *name)
{
	uint8_t *data = malloc(INPUT_MOST), *exact;
	size_t size;

	if (data == NULL)
		err(1, NULL);
	size = fread(data, 1, INPUT_MOST, f);
	if (ferror(f))
		err(1, "%s", name);
	/* No byte more than there are, so that a sanitizer sees each. */
	exact = realloc(data, size > 0 ? size : 1);
	if (exact == NULL)
		err(1, NULL);
	t->run(exact, size);
	free(exact);
}

int
main(int argc, char **argv)
{
	const struct target *t = targets;
	FILE *f;

	if (argc < 2)
		errx(2, "usage: plain target [file ...]");
	while (t->name != NULL && strcmp(t->name, argv[1]) != 0)
		t++;
	if (t->name == NULL)
		errx(2, "%s: no such target", argv[1]);
	if (argc == 2)
		give(t, stdin, "standard input");
	for (int i = 2; i < argc; i++) {
		f = fopen(argv[i], "r");
		if (f == NULL)
			err(1, "%s", argv[i]);
		give(t, f, argv[i]);
		fclose(f);
	}
	return 0;
}
