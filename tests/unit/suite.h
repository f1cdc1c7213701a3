/* What every tests/unit/check_*.c gives to the main in suite.c. */
#ifndef TESTS_SUITE_H
#define TESTS_SUITE_H

#include <check.h>

Suite *suite_make(void);

#endif
