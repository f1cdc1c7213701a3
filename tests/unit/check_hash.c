/* FNV-1a: the values that its authors publish for their test strings. */
#include "suite.h"

#include <string.h>

#include "../../src/core/text/hash.h"
#include "table.h"

static const struct {
	const char *bytes;
	uint64_t hash;
} vectors[] = {
	{"", UINT64_C(0xcbf29ce484222325)},
	{"a", UINT64_C(0xaf63dc4c8601ec8c)},
	{"b", UINT64_C(0xaf63df4c8601f1a5)},
	{"foobar", UINT64_C(0x85944171f73967e8)}
};

START_TEST(published_strings_have_their_hash)
{
	const char *bytes = vectors[_i].bytes;

	ck_assert_uint_eq(hash_more(HASH_START, bytes, strlen(bytes)),
	    vectors[_i].hash);
}
END_TEST

START_TEST(bytes_may_come_in_pieces)
{
	ck_assert_uint_eq(hash_more(hash_more(HASH_START, "foo", 3), "bar", 3),
	    hash_more(HASH_START, "foobar", 6));
}
END_TEST

START_TEST(only_so_many_bytes_count)
{
	ck_assert_uint_eq(hash_more(HASH_START, "foobar", 3),
	    hash_more(HASH_START, "foo", 3));
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("hash");
	TCase *tcase = tcase_create("all");

	TABLE_ADD(tcase, published_strings_have_their_hash, vectors);
	tcase_add_test(tcase, bytes_may_come_in_pieces);
	tcase_add_test(tcase, only_so_many_bytes_count);
	suite_add_tcase(suite, tcase);
	return suite;
}
