#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../edge/child.h"
#include "../edge/clock.h"
#include "../edge/copy.h"
#include "../ui/talk.h"
#include "../ui/command.h"

/* Milliseconds, in which nobody reads a log. */
#define AT_ONCE 2000

/*
 * The editor, on the copy; its exit status counts.  It takes the place of the
 * sh(1) that runs it, and so can be seen to stop; where it is more than a
 * command and its arguments, it leaves the shell the keys that interrupt.
 */
static int
run_editor(struct copy *copy)
{
	const char *name = getenv("VISUAL");
	char sh[] = "sh", option[] = "-c", script[4096];
	char *argv[] = {sh, option, script, sh, copy->path, NULL};
	int status;

	if (name == NULL || *name == '\0')
		name = getenv("EDITOR");
	if (name == NULL || *name == '\0')
		name = "vi";
	if ((size_t)snprintf(script, sizeof(script), "%s %s \"$1\"",
	    strpbrk(name, "|&;<>()=:\n") == NULL ? "exec" :
	    "trap : INT QUIT;", name) >= sizeof(script))
		complain("edit: the name of the editor is too long");
	else if (child_attend(argv, &status) == -1)
		warn("edit: %s", sh);
	else if (status != 0)
		complain("edit: the editor ended with exit status %d, so the "
		    "log stays as it was", status);
	else
		return CMD_OK;
	return CMD_FAILED;
}

/* Under the lock again, with what others added meanwhile. */
static int
install(struct context *ctx, struct copy *copy)
{
	struct log log;
	int ret = -1;

	if (log_open(&log, ctx->log, ctx->ours, LOG_WRITE) == -1)
		return CMD_FAILED;
	if (log.fd == -1)
		complain("edit: the log is gone");
	else
		ret = copy_install(copy, &log);
	log_close(&log);
	if (ret == -1)
		return CMD_FAILED;
	command_stored(ctx);
	printf("The log is changed.\n");
	return CMD_OK;
}

/* The copy is the log's still, as it would be if nobody was waited for. */
static void
say_unchanged(int64_t took)
{
	printf("The log stays as it was.\n");
	if (took < AT_ONCE)
		complain("edit: the editor ended at once; if it has a window "
		    "of its own, what is saved there does not come into the "
		    "log: have it wait, as in VISUAL=\"code --wait\"");
}

/* Edits until the copy is valid or given up, or a signal comes. */
static int
edit(struct context *ctx, struct copy *copy, struct talk *t)
{
	static const char *const words[] = {"", "e", "x"};
	static const struct question what_now = {
		"What now? e to edit again, x to leave the log as it was:",
		"[e]", "e, or only Enter: the editor opens the same copy "
		"again. x: the log stays as it was.", false
	};
	int64_t began;
	int bad, same, choice, status;

	for (;;) {
		began = clock_steady();
		status = run_editor(copy);
		t->signo = signals_pending(t->signals);
		if (status != CMD_OK || t->signo != 0)
			return CMD_FAILED;
		same = copy_is_same(copy);
		if (same == 1) {
			say_unchanged(clock_steady() - began);
			return CMD_OK;
		}
		if (same == -1 || copy_check(copy, &bad) == -1)
			return CMD_FAILED;
		if (bad == 0)
			return install(ctx, copy);
		if (talk_choice(t, &what_now, words, 3, &choice) ==
		    ANSWER_CUT || choice == 2)
			return reject(CMD_FAILED, "edit: the log stays as it "
			    "was");
	}
}

/* The work of somebody, who may not know of it. */
static bool
say_left(const char *path, void *arg)
{
	(void)arg;
	complain("edit: %s was edited before, and is not in the log",
	    shown(path).s);
	return true;
}

static int
exec(struct context *ctx, const void *options)
{
	struct copy copy;
	struct signals signals;
	struct talk talk = {&signals, false, 0};
	struct log log;
	int status;
	bool made;

	(void)options;
	if (log_open(&log, ctx->log, ctx->ours, LOG_DRY) == -1)
		return CMD_FAILED;
	if (log.fd == -1)
		return reject(CMD_FAILED, "edit: there is no log yet: begin "
		    "one with \"backcare log\"");
	log_warn_mode(&log);
	copy_each(ctx->log, COPY_EDIT, say_left, NULL);
	/* From here on a signal has to find the copy taken away first. */
	if (signals_open(&signals) == -1) {
		warn("edit");
		return CMD_FAILED;
	}
	made = copy_make(&copy, &log) == 0;
	log_close(&log);
	status = made ? edit(ctx, &copy, &talk) : CMD_FAILED;
	if (copy_drop(&copy))
		complain("edit: what you edited is kept in %s",
		    shown(copy.path).s);
	talk_close(&talk);
	return status;
}

const struct command cmd_edit = {
	.name = "edit",
	.summary = "change the log in an editor, checked before it counts",
	.exec = exec
};
