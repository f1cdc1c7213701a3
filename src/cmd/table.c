#include "../ui/command.h"

extern const struct command cmd_check, cmd_edit, cmd_end, cmd_heat, cmd_help,
    cmd_history, cmd_ice, cmd_log, cmd_note, cmd_now, cmd_pain, cmd_plan,
    cmd_remind, cmd_report, cmd_seen, cmd_undo, cmd_why;

/* In the order in which help lists them. */
const struct command *const command_table[] = {
	&cmd_log,
	&cmd_now,
	&cmd_check,
	&cmd_pain,
	&cmd_note,
	&cmd_ice,
	&cmd_heat,
	&cmd_seen,
	&cmd_end,
	&cmd_plan,
	&cmd_remind,
	&cmd_history,
	&cmd_why,
	&cmd_report,
	&cmd_undo,
	&cmd_edit,
	&cmd_help,
	NULL
};
