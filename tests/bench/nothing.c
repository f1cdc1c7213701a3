/* Links libbsd and ends: what no program of ours can be faster than. */

#include <stdlib.h>

int
main(void)
{
	setprogname("nothing");
	return 0;
}
