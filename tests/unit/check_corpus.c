/*
 * The kept corpora of the fuzz targets, tests/fuzz/corpus/NAME: every input
 * that once reached something new, or was a finding.  Run from the top.
 */
#include "suite.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "dice.h"
#include "../fuzz/target.h"

#define INPUT_MOST 65536

static void
give(const struct target *t, const char *path)
{
	FILE *f = fopen(path, "r");
	uint8_t *data = malloc(INPUT_MOST), *exact;
	size_t size;

	ck_assert_msg(f != NULL && data != NULL, "%s", path);
	size = fread(data, 1, INPUT_MOST, f);
	fclose(f);
	/* No byte more than there are, so that a sanitizer sees each. */
	exact = realloc(data, size > 0 ? size : 1);
	ck_assert_ptr_nonnull(exact);
	t->run(exact, size);
	free(exact);
}

START_TEST(the_corpus_of_a_target_holds)
{
	const struct target *t = &targets[_i];
	char dir[PATH_MAX], path[PATH_MAX + 256];
	struct dirent *entry;
	int count = 0;
	DIR *d;

	snprintf(dir, sizeof(dir), "tests/fuzz/corpus/%s", t->name);
	d = opendir(dir);
	ck_assert_msg(d != NULL, "%s: run this from the top", dir);
	while ((entry = readdir(d)) != NULL) {
		if (*entry->d_name == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", dir, entry->d_name);
		give(t, path);
		count++;
	}
	closedir(d);
	ck_assert_int_gt(count, 0);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("corpus");
	TCase *tc = tcase_create("corpus");
	int count = 0;

	while (targets[count].name != NULL)
		count++;
	tcase_set_timeout(tc, DICE_TIMEOUT);
	tcase_add_loop_test(tc, the_corpus_of_a_target_holds, 0, count);
	suite_add_tcase(s, tc);
	return s;
}
