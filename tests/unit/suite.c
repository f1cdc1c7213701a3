/* The main of every Check program: runs its suite and prints the summary. */
#include "suite.h"

#include <stdlib.h>

int
main(void)
{
	SRunner *runner = srunner_create(suite_make());
	int failed;

	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
