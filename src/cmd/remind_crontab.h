/* remind -i and -u: the line in the user's crontab. */
#ifndef CMD_REMIND_CRONTAB_H
#define CMD_REMIND_CRONTAB_H

#include "../ui/command.h"

/*
 * Turns reminders on, with what -w and -e say or NULL; or off.  dry only prints
 * the table that would be put there.  Returns an exit status.
 */
int remind_turn(const struct context *, bool on, const char *hours,
    const char *command, bool dry);

#endif
