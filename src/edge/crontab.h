/*
 * The user's table of cron jobs, by way of crontab(1), and who runs what stands
 * in it, as far as one can see from outside.
 */
#ifndef EDGE_CRONTAB_H
#define EDGE_CRONTAB_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The table as it is, terminated, for free(3); "" where the user has none.
 * Returns NULL after a message, where that could not be told for certain.
 */
char *crontab_read(size_t *len);
/*
 * Puts a table in its place, after keeping the old one in a file of this
 * program's state, and reads it back; where it is not the same the old one is
 * put back.  Returns 0, or -1 after a message.
 */
int crontab_replace(const char *old, size_t old_len, const char *table,
    size_t len);

/*
 * Whether a cron was found running: among the processes, where they can be
 * listed, and by the files that crons leave for others.
 */
bool crontab_is_run(void);
/* The name of the systemd timer that is installed with this program. */
#define CRONTAB_TIMER "backcare-remind.timer"
/* Whether systemd finds it for this user; and whether it is turned on. */
bool crontab_has_timer(void);
bool crontab_timer_is_on(void);

#endif
