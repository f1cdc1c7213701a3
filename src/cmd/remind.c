#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/text/json.h"
#include "../core/say/doubt.h"
#include "../core/say/message.h"
#include "../core/say/statusline.h"
#include "../core/time/rfc3339.h"
#include "../core/time/when.h"
#include "../edge/crontab.h"
#include "../edge/running.h"
#include "../edge/signals.h"
#include "../edge/state.h"
#include "../ui/option.h"
#include "../ui/logbook.h"
#include "remind_crontab.h"
#include "../ui/output.h"
#include "../ui/tell.h"
#include "../ui/usage.h"

#define MAIL_COLUMNS 76
#define OVERDUE (5 * SPAN_MINUTE)	/* for a line that runs every minute */

struct options {
	bool install, remove, json, dry;
	const char *waking;	/* -w, or NULL */
	const char *command;	/* -e, or NULL */
};

/* What there is to say, and all that it was made from. */
struct due {
	struct logbook book;
	struct verdict v;
	struct reminder_memory memory;
	struct reminder_event events[REMINDER_KINDS];
	int count;
	uint64_t command;	/* tells that of -e from others */
	int64_t retry;	/* it failed, and waits until then; 0: not so */
	struct hours hours;
	struct reminder_view view;
	char message[TELL_MAX];
	char title[MESSAGE_TITLE];
};

static int
check_options(const struct context *ctx, const struct options *o)
{
	if (o->install && o->remove) {
		complain("remind: choose one of -i and -u");
		return usage_wrong(ctx->command);
	}
	if (o->json && (o->install || o->remove)) {
		complain("remind: -j is for reminders, not for -i and -u");
		return usage_wrong(ctx->command);
	}
	if (o->remove && (o->waking != NULL || o->command != NULL)) {
		complain("remind: -u takes neither -w nor -e");
		return usage_wrong(ctx->command);
	}
	if (o->command == NULL)
		return CMD_OK;
	if (o->install && tell_parse(o->command) != CMD_OK)
		return CMD_USAGE;
	return tell_check(o->command);
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
	struct reminder_event next = {.due = 0};

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
	json_str(&text, "phase", phase_names[d->v.phase]);
	json_str(&text, "urgency", urgency_name(d->v.urgency));
	if (o->dry)
		put_next(&text, d);
	json_close(&text, '}');
	memcpy(d->message, text.buf, text.len + 1);
}

/* When the pack comes off that a timer runs for; 0 where none does. */
static int64_t
pack_until(const char *log)
{
	struct timer_word word = running_get(log);

	return word.kind == TIMER_ICE || word.kind == TIMER_HEAT ?
	    word.until : 0;
}

static void
make_message(struct due *d)
{
	struct text text;

	text_init(&text, d->message, sizeof(d->message));
	if (d->count > 0)
		message_text(&text, &d->view, d->events, d->count);
	text_init(&text, d->title, sizeof(d->title));
	if (d->count > 0)
		message_title(&text, &d->view, d->events);
}

/* Reads the log and what was announced.  Returns an exit status. */
static int
find_due(struct context *ctx, const struct state *state,
    const struct options *o, enum log_access access, struct due *d)
{
	if (logbook_read(&d->book, ctx, access) != CMD_OK ||
	    state_load(state, &d->memory) == -1)
		return CMD_FAILED;
	d->v = verdict_of(&d->book.e, ctx->now);
	d->view = (struct reminder_view){&d->book.e, &d->v, &d->hours,
	    &d->memory, ctx->now, pack_until(ctx->log)};
	d->count = reminder_due(&d->view, d->events);
	d->retry = 0;
	if (d->count > 0 && o->command != NULL) {
		d->command = slice_hash(SLICE_HASH, slice_of(o->command));
		d->retry = reminder_retry(&d->memory, d->events, d->command,
		    ctx->now);
	}
	make_message(d);
	if (o->json)
		make_json(d, o);
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
say_standing(const struct due *d, int64_t now)
{
	struct text line = TEXT(STATUSLINE_MAX);

	if (d->v.urgency == URGENCY_SELF_CARE && d->book.e.unread == 0 &&
	    !doubt_is_first(&d->book.e))
		return;
	statusline_put(&line, &d->book.e, &d->v,
	    &(struct timer_word){TIMER_NONE, 0}, now);
	output_say("%s", line.buf);
}

static void
print_next(const struct due *d, int64_t now)
{
	struct reminder_event next = {.due = 0};

	if (d->count == 0) {
		say_standing(d, now);
		output_say("Nothing is due.");
	}
	if (find_next(d, &next))
		output_say("Next: %s, %s", reminder_rows[next.kind].words,
		    when(next.due, now).s);
}

/* How it went so far. */
static void
print_past(const struct due *d, int64_t now)
{
	const struct reminder_failure *f = d->count > 0 &&
	    d->events[0].kind == REMINDER_EMERGENCY ? &d->memory.emergency :
	    &d->memory.other;
	bool on;
	int64_t at;

	if (f->count > 0)
		output_say("A command failed %s, %d time%s in a row.",
		    when(f->at, now).s, f->count, f->count == 1 ? "" : "s");
	if (d->retry > now)
		output_say("It is tried again %s.", when(d->retry, now).s);
	if (!state_last_run(&at, &on)) {
		output_say(crontab_timer_is_on() ? "It has not run yet." :
		    "It has not run yet. To be reminded: `backcare remind "
		    "-i`");
		return;
	}
	output_say("It last ran %s.", when(at, now).s);
	if (on && now - at > OVERDUE && crontab_timer_is_on())
		output_say("It was to run every minute: look at `systemctl "
		    "--user status " CRONTAB_TIMER "`.");
	else if (on && now - at > OVERDUE)
		output_say(crontab_is_run() ? "It was to run every minute: "
		    "look at `crontab -l`, and at the log of cron." : "It was "
		    "to run every minute, but no cron was found running.");
}

/* -n: what is due, what it would say and run, and what comes next. */
static void
print_dry(const struct due *d, const struct options *o, int64_t now)
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
			    when(event->due, now).s);
	}
	print_next(d, now);
	if (o->command != NULL)
		printf("It would be given to: %s\n", shown(o->command).s);
	print_past(d, now);
	if (d->count > 0) {
		putchar('\n');
		print_message(d->message);
	}
}

static int
run_command(const struct due *d, const char *command, char *why, int *signo)
{
	struct tell tell = {
		.command = command,
		.event = reminder_rows[d->events[0].kind].name,
		.phase = phase_names[d->v.phase],
		.urgency = urgency_name(d->v.urgency),
		.title = d->title
	};

	return tell_run(&tell, d->message, why, signo);
}

/* The message goes out in full, or it counts for nothing. */
static int
print(const struct due *d, const struct options *o)
{
	if (o->json)
		puts(d->message);
	else
		print_message(d->message);
	if (fflush(stdout) == EOF || ferror(stdout) != 0) {
		warn("standard output: this will be announced again");
		return CMD_FAILED;
	}
	return CMD_OK;
}

/* Reads what was noted meanwhile, too: of an emergency, or of all else. */
static int
lock_memory(struct state *state, struct due *d)
{
	return state_lock(state) == -1 || state_load(state, &d->memory) == -1 ?
	    CMD_FAILED : CMD_OK;
}

static int
note_announced(struct state *state, struct due *d, int64_t now)
{
	if (lock_memory(state, d) == CMD_OK) {
		reminder_remember(&d->memory, d->events, d->count, now);
		if (state_store(state, &d->memory) == 0) {
			state_note_run(now, true);
			return CMD_OK;
		}
	}
	complain("it was announced, but may not be noted: then it comes again");
	return CMD_FAILED;
}

/* A command that failed has announced nothing; it gets more time each time. */
static int
note_failed(struct state *state, struct due *d, const char *why, int64_t now)
{
	int64_t again = 0;

	if (lock_memory(state, d) == CMD_OK) {
		reminder_fail(&d->memory, d->events, d->command, now);
		if (state_store(state, &d->memory) == 0)
			again = reminder_retry(&d->memory, d->events,
			    d->command, now);
	}
	if (again > now)
		complain("-e: %s: this will be announced again %s", why,
		    when(again, now).s);
	else
		complain("-e: %s: this will be announced again", why);
	return CMD_FAILED;
}

static int
announce(const struct options *o, struct state *state, struct due *d,
    int64_t now)
{
	char why[TELL_WHY];
	int status, signo = 0;

	if (o->command == NULL)
		status = print(d, o);
	else
		status = run_command(d, o->command, why, &signo);
	if (status == -1)
		complain("-e: nothing was announced: %s", why);
	else if (status == CMD_OK)
		status = note_announced(state, d, now);
	else if (o->command != NULL)
		status = note_failed(state, d, why, now);
	if (signo != 0) {
		state_close(state);
		signals_obey(signo);
	}
	return status == CMD_OK ? CMD_OK : CMD_FAILED;
}

static int
remind(struct context *ctx, const struct options *o, struct state *state,
    struct due *d)
{
	bool emergency;
	int status;

	/* Most runs of cron end here, without a lock and without a word. */
	status = find_due(ctx, state, o, LOG_PEEK, d);
	if (status != CMD_OK || d->count == 0 || d->retry > ctx->now)
		return status;
	emergency = d->events[0].kind == REMINDER_EMERGENCY;
	switch (state_turn(state, emergency)) {
	case 0:
		break;
	case 1:
		return CMD_OK;
	default:
		return CMD_FAILED;
	}
	status = find_due(ctx, state, o, LOG_READ, d);
	if (status != CMD_OK || d->count == 0 || d->retry > ctx->now ||
	    emergency != (d->events[0].kind == REMINDER_EMERGENCY))
		return status;
	status = announce(o, state, d, ctx->now);
	return status != CMD_OK ? status : logbook_status(&d->book);
}

/* A person gets an answer; cron, which mails what is printed, gets none. */
static void
answer_nothing_due(const struct due *d, const struct options *o, int64_t now)
{
	int64_t at;
	bool on;

	if (o->json || !isatty(STDOUT_FILENO))
		return;
	if (d->retry > now)
		output_say("The command failed; it is tried again %s.",
		    when(d->retry, now).s);
	print_next(d, now);
	if (!state_last_run(&at, &on) || !on)
		output_say("To be reminded: backcare remind -i");
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct due due = {.hours = hours_default};
	struct state state;
	int status;

	status = check_options(ctx, o);
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
			puts(due.message);
		else
			print_dry(&due, o, ctx->now);
		return logbook_status(&due.book);
	}
	state_note_run(ctx->now, crontab_timer_is_on());
	status = remind(ctx, o, &state, &due);
	state_close(&state);
	if (status == CMD_OK && (due.count == 0 || due.retry > ctx->now))
		answer_nothing_due(&due, o, ctx->now);
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
