#include "confine.h"

#ifdef __OpenBSD__
#include <unistd.h>

int
confine(void)
{
	/*
	 * Files, their owner and mode, locks, the terminal; and the editor,
	 * the crontab and what remind -e runs.  These may be anywhere and
	 * need anything, so there is nothing to unveil(2).
	 */
	return pledge("stdio rpath wpath cpath fattr chown flock tty proc "
	    "exec", NULL);
}
#else
int
confine(void)
{
	return 0;
}
#endif
