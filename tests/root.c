/*
 * Root, for tests that are run by somebody else: loaded in front of the C
 * library (LD_PRELOAD), it makes the program take itself for root's.
 */
#include <unistd.h>

uid_t
geteuid(void)
{
	return 0;
}
