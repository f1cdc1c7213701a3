#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/say/doubt.h"
#include "../core/say/message.h"
#include "../core/say/statusline.h"
#include "../core/text/json.h"
#include "../core/time/rfc3339.h"
#include "../core/time/when.h"
#include "../edge/crontab.h"
#include "../edge/running.h"
#include "../edge/state.h"
#include "../ui/logbook.h"
#include "../ui/option.h"
#include "../ui/output.h"
#include "../ui/tell.h"
#include "remind_crontab.h"

#define MAIL_COLUMNS 76
#define OVERDUE (5 * SPAN_MINUTE)	/* for a line that runs every minute */

struct options {
	bool install, remove, json, dry;
	const char *waking, *command;	/* -w and -e, or NULL */
};

/* What there is to say, and all that it was made from. */
struct due {
	const struct options *o;
	struct state state;
	struct logbook book;
	struct verdict v;
	struct reminder_memory memory;
	struct reminder_event events[REMINDER_KINDS];
	int count;
	bool emergency;	/* the first of them */
	uint64_t command;	/* tells that of -e from others */
	int64_t retry;	/* it failed, and waits until then; 0: not so */
	bool ready;	/* there are events, and nothing waits */
	struct hours hours;
	struct reminder_view view;
	char message[TELL_MAX];
	char title[MESSAGE_TITLE];
};

static int
check_options(const struct context *ctx, const struct options *o)
{
	const char *why = NULL;

	if (o->install && o->remove)
		why = "choose one of -i and -u";
	else if (o->json && (o->install || o->remove))
		why = "-j is for reminders, not for -i and -u";
	else if (o->remove && (o->waking != NULL || o->command != NULL))
		why = "-u takes neither -w nor -e";
	if (why != NULL)
		return command_misused(ctx->command, why);
	if (o->command == NULL)
		return CMD_OK;
	if (o->install && tell_parse(o->command) != CMD_OK)
		return CMD_USAGE;
	return tell_check(o->command);
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
put_event(struct text *text, const char *key,
    const struct reminder_event *event)
{
	json_open(text, key, '{');
	json_str(text, "event", reminder_rows[event->kind].name);
	json_str(text, "due", event->due == 0 ? NULL :
	    rfc3339(event->due).s);
	json_close(text, '}');
}

/* In the place of the message, for -j. */
static void
make_json(struct due *d)
{
	struct text text = TEXT(sizeof(d->message));
	struct reminder_event next;

	json_open(&text, NULL, '{');
	json_open(&text, "events", '[');
	for (int i = 0; i < d->count; i++)
		put_event(&text, NULL, &d->events[i]);
	json_close(&text, ']');
	json_str(&text, "message", d->count > 0 ? d->message : NULL);
	json_str(&text, "phase", phase_names[d->v.phase]);
	json_str(&text, "urgency", urgency_name(d->v.urgency));
	if (d->o->dry && find_next(d, &next))
		put_event(&text, "next", &next);
	else if (d->o->dry)
		json_null(&text, "next");
	json_close(&text, '}');
	memcpy(d->message, text.buf, text.len + 1);
}

/* Reads the log and what was announced.  Returns an exit status. */
static int
find_due(struct context *ctx, enum log_access access, struct due *d)
{
	struct timer_word timer;
	struct text text;

	if (logbook_read(&d->book, ctx, access) != CMD_OK ||
	    state_load(&d->state, &d->memory) == -1)
		return CMD_FAILED;
	d->v = verdict_of(&d->book.e, ctx->now);
	timer = running_get(ctx->log);
	d->view = (struct reminder_view){&d->book.e, &d->v, &d->hours,
	    &d->memory, ctx->now, timer.kind == TIMER_ICE ||
	    timer.kind == TIMER_HEAT ? timer.until : 0};
	d->count = reminder_due(&d->view, d->events);
	d->emergency = d->count > 0 &&
	    d->events[0].kind == REMINDER_EMERGENCY;
	d->retry = d->count > 0 && d->o->command != NULL ?
	    reminder_retry(&d->memory, d->events, d->command, ctx->now) : 0;
	d->ready = d->count > 0 && d->retry == 0;
	if (d->count > 0) {
		text_init(&text, d->message, sizeof(d->message));
		message_text(&text, &d->view, d->events, d->count);
		text_init(&text, d->title, sizeof(d->title));
		message_title(&text, &d->view, d->events);
	}
	if (d->o->json)
		make_json(d);
	return CMD_OK;
}

/* Paragraphs, wrapped as mail is, or to a terminal that has less room. */
static void
print_message(const char *message)
{
	struct slice rest = slice_of(message), line;
	int columns = terminal_get().columns;

	if (columns > MAIL_COLUMNS)
		columns = MAIL_COLUMNS;
	while (slice_next(&rest, '\n', &line))
		output_wrap(line, columns, 0);
}

/* That nothing is due does not mean that all is well. */
static void
print_next(const struct due *d)
{
	const struct timer_word none = {TIMER_NONE, 0};
	const struct episode *e = &d->book.e;
	int64_t now = d->view.now;
	struct text state = TEXT(STATUSLINE_MAX);
	struct reminder_event next;

	statusline_put(&state, e, &d->v, &none, now);
	if (d->count == 0 && (d->v.urgency != URGENCY_SELF_CARE ||
	    e->unread > 0 || doubt_is_first(e)))
		output_say("%s", state.buf);
	if (d->count == 0)
		output_say("Nothing is due.");
	if (find_next(d, &next))
		output_say("Next: %s, %s", reminder_rows[next.kind].words,
		    when(next.due, now).s);
}

/* How it went so far. */
static void
print_past(const struct due *d)
{
	const struct reminder_failure *f = d->emergency ?
	    &d->memory.emergency : &d->memory.other;
	int64_t at, now = d->view.now;
	bool on;

	if (f->count > 0)
		output_say("A command failed %s, %d time%s in a row.",
		    when(f->at, now).s, f->count, f->count == 1 ? "" : "s");
	if (d->retry != 0)
		output_say("It is tried again %s.", when(d->retry, now).s);
	if (!state_last_run(&at, &on)) {
		output_say(crontab_timer_is_on() ? "It has not run yet." :
		    "It has not run yet. To be reminded: `backcare remind "
		    "-i`");
		return;
	}
	output_say("It last ran %s.", when(at, now).s);
	if (on && now - at > OVERDUE)
		output_say(crontab_timer_is_on() ?
		    "It was to run every minute: look at `systemctl --user "
		    "status " CRONTAB_TIMER "`." : crontab_is_run() ?
		    "It was to run every minute: look at `crontab -l`, and at "
		    "the log of cron." : "It was to run every minute, but no "
		    "cron was found running.");
}

/* -n: what is due, what it would say and run, and what comes next. */
static void
print_dry(const struct due *d)
{
	for (int i = 0; i < d->count; i++) {
		const struct reminder_event *event = &d->events[i];

		/* What can be asked, or read, is so from no certain moment. */
		if (event->kind == REMINDER_SCREEN ||
		    event->kind == REMINDER_UNREAD)
			output_say("Due: %s", reminder_rows[event->kind].words);
		else
			output_say("Due: %s, since %s",
			    reminder_rows[event->kind].words,
			    when(event->due, d->view.now).s);
	}
	print_next(d);
	if (d->o->command != NULL)
		printf("It would be given to: %s\n", shown(d->o->command).s);
	print_past(d);
	if (d->count > 0) {
		putchar('\n');
		print_message(d->message);
	}
}

/* The message goes out in full, or it counts for nothing. */
static int
print(const struct due *d)
{
	if (d->o->json)
		puts(d->message);
	else
		print_message(d->message);
	if (fflush(stdout) == 0 && ferror(stdout) == 0)
		return CMD_OK;
	warn("standard output: this will be announced again");
	return CMD_FAILED;
}

/*
 * Notes that it was announced, or that the command failed, beside what was
 * noted meanwhile: of an emergency, or of all else.  False after a message.
 */
static bool
note(struct due *d, bool announced)
{
	if (state_lock(&d->state) == -1 ||
	    state_load(&d->state, &d->memory) == -1)
		return false;
	if (announced)
		reminder_remember(&d->memory, d->events, d->count,
		    d->view.now);
	else
		reminder_fail(&d->memory, d->events, d->command, d->view.now);
	return state_store(&d->state, &d->memory) == 0;
}

/* A command that failed has announced nothing; it gets more time each time. */
static void
note_failed(struct due *d, const char *why)
{
	int64_t again = 0, now = d->view.now;

	if (note(d, false))
		again = reminder_retry(&d->memory, d->events, d->command, now);
	if (again != 0)
		complain("-e: %s: this will be announced again %s", why,
		    when(again, now).s);
	else
		complain("-e: %s: this will be announced again", why);
}

static int
announce(struct due *d)
{
	const struct tell tell = {
		.command = d->o->command,
		.event = reminder_rows[d->events[0].kind].name,
		.phase = phase_names[d->v.phase],
		.urgency = urgency_name(d->v.urgency),
		.title = d->title
	};
	char why[TELL_WHY];
	int signo = 0, status;

	status = tell.command == NULL ? print(d) :
	    tell_run(&tell, d->message, why, &signo);
	if (status == -1) {
		complain("-e: nothing was announced: %s", why);
	} else if (status != CMD_OK && tell.command != NULL) {
		note_failed(d, why);
	} else if (status == CMD_OK && note(d, true)) {
		state_note_run(d->view.now, true);
	} else if (status == CMD_OK) {
		complain("it was announced, but may not be noted: then it "
		    "comes again");
		status = CMD_FAILED;
	}
	if (signo != 0)
		signals_obey(signo);
	return status == CMD_OK ? logbook_status(&d->book) : CMD_FAILED;
}

static int
remind(struct context *ctx, struct due *d)
{
	bool emergency;
	int status, turn;

	/* Most runs of cron end here, without a lock and without a word. */
	status = find_due(ctx, LOG_PEEK, d);
	if (status != CMD_OK || !d->ready)
		return status;
	emergency = d->emergency;
	turn = state_turn(&d->state, emergency);
	if (turn != 0)
		return turn == 1 ? CMD_OK : CMD_FAILED;
	status = find_due(ctx, LOG_READ, d);
	return status == CMD_OK && d->ready && d->emergency == emergency ?
	    announce(d) : status;
}

/* A person gets an answer; cron, which mails what is printed, gets none. */
static void
answer_nothing_due(const struct due *d)
{
	int64_t at;
	bool on;

	if (d->o->json || !isatty(STDOUT_FILENO))
		return;
	if (d->retry != 0)
		output_say("The command failed; it is tried again %s.",
		    when(d->retry, d->view.now).s);
	print_next(d);
	if (!state_last_run(&at, &on) || !on)
		output_say("To be reminded: backcare remind -i");
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct due due = {.o = o, .hours = hours_default};
	int status;

	status = check_options(ctx, o);
	/* Whatever the hours are, reminders can be ended. */
	if (status == CMD_OK && !o->remove)
		status = option_waking(o->waking, &due.hours);
	if (status != CMD_OK)
		return status;
	if (o->install || o->remove)
		return remind_turn(ctx, o->install, o->waking, o->command,
		    o->dry);
	if (o->command != NULL)
		due.command = slice_hash(SLICE_HASH, slice_of(o->command));
	if (state_init(&due.state, ctx->log) == -1)
		return CMD_FAILED;
	if (o->dry) {
		status = find_due(ctx, LOG_READ, &due);
		if (status != CMD_OK)
			return status;
		if (o->json)
			puts(due.message);
		else
			print_dry(&due);
		return logbook_status(&due.book);
	}
	state_note_run(ctx->now, crontab_timer_is_on());
	status = remind(ctx, &due);
	state_close(&due.state);
	if (status == CMD_OK && !due.ready)
		answer_nothing_due(&due);
	return status;
}

static const struct option_row options[] = {
	{'i', "install", NULL, "put a line for it into your crontab",
	    INTO(install)},
	{'j', "json", NULL, "one JSON object", INTO(json)},
	{'n', "dry-run", NULL, "only show what is due and what comes next",
	    INTO(dry)},
	{'u', "uninstall", NULL, "take that line out of your crontab",
	    INTO(remove)},
	{'w', "waking", "hours", "when you are awake: 7-22", INTO(waking)},
	{'e', "exec", "command", "give the message to this command",
	    INTO(command)},
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
