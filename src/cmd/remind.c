#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/text/json.h"
#include "../core/say/message.h"
#include "../core/time/rfc3339.h"
#include "../core/time/when.h"
#include "../edge/child.h"
#include "../edge/state.h"
#include "option.h"
#include "reading.h"
#include "schedule.h"
#include "output.h"
#include "usage.h"

#define MAIL_COLUMNS 76

struct options {
	bool install, remove, json, dry;
	const char *waking;	/* -w, or NULL */
	const char *command;	/* -e, or NULL */
};

/* What there is to say, and all that it was made from. */
struct due {
	struct episode e;
	struct verdict v;
	struct reminder_memory memory;
	struct reminder_event events[REMINDER_KINDS];
	int count;
	int bad;	/* lines of the log */
	struct hours hours;
	struct reminder_view view;
	char message[3 * MESSAGE_MAX];
};

static int
check_options(const struct options *o)
{
	if (o->install && o->remove) {
		warnx("remind: choose one of -i and -u");
		return usage_wrong(&cmd_remind);
	}
	if (o->json && (o->install || o->remove)) {
		warnx("remind: -j is for reminders, not for -i and -u");
		return usage_wrong(&cmd_remind);
	}
	if (o->remove && (o->waking != NULL || o->command != NULL)) {
		warnx("remind: -u takes neither -w nor -e");
		return usage_wrong(&cmd_remind);
	}
	if (o->command != NULL && *o->command == '\0') {
		warnx("-e \"\": say which command, or leave -e out");
		return CMD_USAGE;
	}
	return CMD_OK;
}

static void
put_event(struct text *text, const char *key,
    const struct reminder_event *event)
{
	json_open(text, key, '{');
	json_str(text, "event", reminder_names[event->kind]);
	json_str(text, "due", rfc3339(event->due).s);
	json_close(text, '}');
}

/* What comes next, once what is due now is announced. */
static bool
find_next(const struct due *d, struct reminder_event *next)
{
	struct reminder_memory memory = d->memory;
	struct reminder_view view = d->view;

	reminder_remember(&memory, d->events, d->count, view.now);
	view.memory = &memory;
	return reminder_next(&view, next);
}

static void
put_next(struct text *text, const struct due *d)
{
	struct reminder_event next;

	if (find_next(d, &next))
		put_event(text, "next", &next);
	else
		json_null(text, "next");
}

/* In the place of the message, for -j. */
static void
make_json(struct due *d, const struct options *o)
{
	struct text text = TEXT(sizeof(d->message));

	json_open(&text, NULL, '{');
	json_open(&text, "events", '[');
	for (int i = 0; i < d->count; i++)
		put_event(&text, NULL, &d->events[i]);
	json_close(&text, ']');
	json_str(&text, "message", d->count > 0 ? d->message : NULL);
	json_str(&text, "phase", phase_name(d->v.phase));
	json_str(&text, "urgency", urgency_name(d->v.urgency));
	if (o->dry)
		put_next(&text, d);
	json_close(&text, '}');
	text_char(&text, '\n');
	memcpy(d->message, text.buf, text.len + 1);
}

/* Reads the log and what was announced.  Returns an exit status. */
static int
find_due(struct context *ctx, const struct state *state,
    const struct options *o, enum log_access access, struct due *d)
{
	struct text text;

	if (reading_fold(ctx, access, &d->e, &d->bad) != CMD_OK ||
	    state_load(state, &d->memory) == -1)
		return CMD_FAILED;
	d->v = verdict_of(&d->e, ctx->now);
	d->view = (struct reminder_view){&d->e, &d->v, &d->hours, &d->memory,
	    ctx->now};
	d->count = reminder_due(&d->view, d->events);
	text_init(&text, d->message, sizeof(d->message));
	if (d->count > 0)
		message_text(&text, &d->view, d->events, d->count);
	if (o->json)
		make_json(d, o);
	return CMD_OK;
}

/* Paragraphs, wrapped as mail is. */
static void
print_message(const char *message)
{
	struct slice rest = slice_of(message), line;

	while (slice_next(&rest, '\n', &line) && rest.at != NULL)
		output_wrap(line, MAIL_COLUMNS, 0);
}

static void
print_next(const struct due *d, int64_t now)
{
	struct reminder_event next;

	if (d->count == 0)
		printf("Nothing is due.\n");
	if (!find_next(d, &next))
		return;
	printf("Next: %s, %s\n", reminder_names[next.kind],
	    when(next.due, now).s);
}

/* -n: what is due, what it would say and run, and what comes next. */
static void
print_dry(const struct due *d, const struct options *o, int64_t now)
{
	char shown[TERMINAL_SHOWN];

	for (int i = 0; i < d->count; i++) {
		printf("Due: %s, since %s\n",
		    reminder_names[d->events[i].kind],
		    when(d->events[i].due, now).s);
	}
	print_next(d, now);
	if (o->command != NULL)
		printf("It would be given to: %s\n",
		    terminal_show_word(shown, o->command));
	if (d->count > 0) {
		putchar('\n');
		print_message(d->message);
	}
}

/* Runs the command with the message as its last argument, and as its input. */
static int
run_command(const char *command, const char *message)
{
	char sh[] = "sh", option[] = "-c";
	char script[2 * 4096], last[3 * MESSAGE_MAX];
	char *argv[] = {sh, option, script, sh, last, NULL};
	struct child c;
	int n;

	n = snprintf(script, sizeof(script), "%s \"$1\"", command);
	if (n < 0 || (size_t)n >= sizeof(script)) {
		warnx("-e: the command is too long");
		return CMD_FAILED;
	}
	strlcpy(last, message, sizeof(last));
	child_find_bus();
	if (child_run(&c, argv, message, strlen(message), false) == -1) {
		warn("-e: nothing was announced");
		return CMD_FAILED;
	}
	if (c.status != 0) {
		warnx("-e: the command ended with exit status %d, so this "
		    "will be announced again", c.status);
		return CMD_FAILED;
	}
	return CMD_OK;
}

/* The message goes out in full, or it counts for nothing. */
static int
announce(const struct due *d, const struct options *o)
{
	if (o->command != NULL)
		return run_command(o->command, d->message);
	if (o->json)
		fputs(d->message, stdout);
	else
		print_message(d->message);
	if (fflush(stdout) == EOF || ferror(stdout) != 0) {
		warn("standard output: this will be announced again");
		return CMD_FAILED;
	}
	return CMD_OK;
}

static int
remind(struct context *ctx, const struct options *o, struct state *state,
    struct due *d)
{
	int status;

	/* Most runs of cron end here, without a lock and without a word. */
	status = find_due(ctx, state, o, LOG_PEEK, d);
	if (status != CMD_OK || d->count == 0)
		return status;
	if (state_lock(state) == -1)
		return CMD_FAILED;
	status = find_due(ctx, state, o, LOG_READ, d);
	if (status != CMD_OK || d->count == 0)
		return status;
	status = announce(d, o);
	if (status != CMD_OK)
		return status;
	reminder_remember(&d->memory, d->events, d->count, ctx->now);
	if (state_store(state, &d->memory) == -1) {
		warnx("it was announced, but may not be noted: then it "
		    "comes again");
		return CMD_FAILED;
	}
	return d->bad > 0 ? CMD_FAILED : CMD_OK;
}

/* A person gets an answer; cron, which mails what is printed, gets none. */
static void
answer_nothing_due(const struct due *d, const struct options *o, int64_t now)
{
	if (o->json || !isatty(STDOUT_FILENO))
		return;
	print_next(d, now);
	printf("To be reminded: backcare remind -i\n");
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct due due = {.hours = hours_default};
	struct state state;
	int status;

	status = check_options(o);
	/* Whatever the hours are, reminders can be ended. */
	if (status == CMD_OK && !o->remove)
		status = option_waking(o->waking, &due.hours);
	if (status != CMD_OK)
		return status;
	if (o->install)
		return schedule_install(ctx, o->waking, o->command, o->dry);
	if (o->remove)
		return schedule_remove(o->dry);
	if (state_init(&state, ctx->log) == -1)
		return CMD_FAILED;
	if (o->dry) {
		status = find_due(ctx, &state, o, LOG_READ, &due);
		if (status != CMD_OK)
			return status;
		if (o->json)
			fputs(due.message, stdout);
		else
			print_dry(&due, o, ctx->now);
		return due.bad > 0 ? CMD_FAILED : CMD_OK;
	}
	status = remind(ctx, o, &state, &due);
	state_close(&state);
	if (status == CMD_OK && due.count == 0)
		answer_nothing_due(&due, o, ctx->now);
	return status;
}

static const struct option_row options[] = {
	{'i', "install", NULL, "put a line for it into your crontab",
	    .into = offsetof(struct options, install)},
	{'j', "json", NULL, "one JSON object",
	    .into = offsetof(struct options, json)},
	{'n', "dry-run", NULL, "only show what is due and what comes next",
	    .into = offsetof(struct options, dry)},
	{'u', "uninstall", NULL, "take that line out of your crontab",
	    .into = offsetof(struct options, remove)},
	{'w', "waking", "hours", "when you are awake: 7-22",
	    .into = offsetof(struct options, waking)},
	{'e', "exec", "command", "give the message to this command",
	    .into = offsetof(struct options, command)},
	{0}
};

const struct command cmd_remind = {
	.name = "remind",
	.summary = "for cron: what has become due; -i and -u set it up",
	.options = options,
	.size = CMD_SIZE(struct options),
	.refusal = "it takes no arguments: \"remind -i\" turns reminders on, "
	    "and a command for -e has to be quoted",
	.exec = exec
};
