/* remind -i and -u: the line in the user's crontab. */
#ifndef CMD_REMIND_CRONTAB_H
#define CMD_REMIND_CRONTAB_H

#include "../ui/command.h"

/* Both return an exit status; dry only prints what would be put there. */
int schedule_install(const struct context *, const char *hours,
    const char *command, bool dry);
int schedule_remove(bool dry);

#endif
