/* remind -i and -u: the line in the user's crontab. */
#ifndef CMD_SCHEDULE_H
#define CMD_SCHEDULE_H

#include "cmd.h"

/* Both return an exit status; dry only prints what would be put there. */
int schedule_install(const struct context *, const char *hours,
    const char *command, bool dry);
int schedule_remove(bool dry);

#endif
