/* A message given to a command of the person's: -e of remind, ice and heat. */
#ifndef UI_TELL_H
#define UI_TELL_H

/* Seconds that the command has, as backcare(1) says. */
#define TELL_LIMIT 60
/* Bytes of a message, with its terminator. */
#define TELL_MAX 4096

struct tell {
	const char *command;	/* for sh(1) */
	/* What it finds in its environment; see backcare(1). */
	const char *event;	/* BACKCARE_EVENT */
	const char *phase;	/* BACKCARE_PHASE */
	const char *urgency;	/* BACKCARE_URGENCY */
	const char *title;	/* BACKCARE_TITLE */
};

/*
 * Refuses what could not be given a message, after a message of its own.
 * Returns CMD_OK or CMD_USAGE.
 */
int tell_check(const char *command);
/* The same for one that is run only later: sh(1) itself is asked. */
int tell_parse(const char *command);
/*
 * Runs it with the message on its standard input, and as its last argument
 * unless it begins with |.  Returns CMD_OK where it took it; CMD_FAILED where
 * it did not, or -1 where it could not be run, with a reason for a message in
 * why (TELL_WHY bytes).  A signal that would
 * have ended this program meanwhile ended the command, and is in *signo, for
 * signals_obey; else that is 0.
 */
#define TELL_WHY 128
int tell_run(const struct tell *, const char *message, char *why, int *signo);

#endif
