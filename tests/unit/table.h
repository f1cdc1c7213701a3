/* Tables of cases: one loop test runs once for each row. */
#ifndef TESTS_TABLE_H
#define TESTS_TABLE_H

#define ROWS(table) ((int)(sizeof(table) / sizeof((table)[0])))

/* Runs test with _i from 0 to the last row. */
#define TABLE_ADD(tcase, test, table) \
	tcase_add_loop_test(tcase, test, 0, ROWS(table))

#endif
