/* Who runs what stands in a crontab, as far as one can see from outside. */
#ifndef EDGE_CROND_H
#define EDGE_CROND_H

#include <stdbool.h>

/*
 * Whether a cron was found running: among the processes, where they can be
 * listed, and by the files that crons leave for others.
 */
bool crond_is_running(void);
/* The name of the systemd timer that is installed with this program. */
#define CROND_TIMER "backcare-remind.timer"
/* Whether systemd finds it for this user; and whether it is turned on. */
bool crond_has_timer(void);
bool crond_timer_is_on(void);

#endif
