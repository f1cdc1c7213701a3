/*
 * What each command that writes promises of a crash and of a failing disk:
 * for every system call that it makes, and every allocation, one by one, that
 * goes wrong in every way, what it leaves is the old file or the new one; exit
 * status 0 is the new one; and the next command works.
 *
 * usage: faults program library directory number
 *	  faults
 *
 * The number is that of a scenario; without it, prints their names.  The
 * library is what still.c and starve.c, and tests/clock.c, are made to.
 */
#include <sys/file.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <dirent.h>
#include <err.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "scene.h"

#define COMPLAINTS 60		/* so many are printed */
#define RUNS 8			/* until one makes the calls that it should */

static struct outcome before, wanted, got;
static int passed, failed;
static bool bad;		/* the present case is */
static const char *present;	/* its scenario */
static char what[256];		/* and the fault */

static void __attribute__((format(printf, 1, 2)))
complain(const char *format, ...)
{
	va_list ap;

	bad = true;
	if (failed > COMPLAINTS)
		return;
	printf("FAILED: %s, %s: ", present, what);
	va_start(ap, format);
	vprintf(format, ap);
	va_end(ap);
	printf("\n");
}

/* Ends a case. */
static void
count_case(void)
{
	if (bad && failed < COMPLAINTS)
		printf("  it said: %s  it left: %s\n", got.err.at,
		    got.files[LOG].at);
	failed += bad;
	passed += !bad;
	bad = false;
}

static bool
begins_with(const struct bytes *b, const struct bytes *start)
{
	return b->len >= start->len &&
	    memcmp(b->at, start->at, start->len) == 0;
}

static bool
says(const char *words)
{
	return strstr(got.err.at, words) != NULL;
}

static bool
is_new(const struct scenario *s, const struct bytes *b)
{
	return files_same(b, &wanted.files[s->target]);
}

/* Part of a write, of which nothing could be taken back. */
static bool
may_be_torn(const struct fault *f)
{
	return f->kind == FAULT_SHORT_KILL ||
	    (f->kind == FAULT_DISK && says("could not be taken back"));
}

/* No file is left that nobody was told of. */
static void
judge_directory(void)
{
	DIR *dir = opendir(scene_path("home/.local/share/backcare"));
	struct dirent *entry;

	if (dir == NULL)
		return;
	while ((entry = readdir(dir)) != NULL) {
		const char *name = entry->d_name;

		if (*name != '.' && strcmp(name, "log") != 0 && !says(name))
			complain("%s is left, and not named", name);
	}
	closedir(dir);
}

/* The files, whatever happened; returns whether the new one is there. */
static bool
judge_files(const struct scenario *s, const struct fault *f)
{
	const struct bytes *now = &got.files[s->target];
	bool new = is_new(s, now);

	for (int i = 0; i < TARGETS; i++) {
		if (i != (int)s->target &&
		    !files_same(&got.files[i], &before.files[i]))
			complain("%s has changed", scene_targets[i]);
	}
	if (!new && !files_same(now, &before.files[s->target]) &&
	    !(begins_with(now, &before.files[s->target]) && may_be_torn(f)))
		complain("neither the old nor the new: \"%s\"", now->at);
	if (s->target == STATE && new && got.out.len == 0 && got.told.len == 0)
		complain("noted, and not announced");
	return new;
}

/* How it ended: with the truth. */
static void
judge_end(const struct scenario *s, int status, bool new)
{
	if (WIFSIGNALED(status)) {
		complain("died of signal %d", WTERMSIG(status));
	} else if (WEXITSTATUS(status) == 0) {
		if (!new)
			complain("exit status 0, and it is not there");
	} else {
		if (got.err.len == 0)
			complain("exit status %d, and no message",
			    WEXITSTATUS(status));
		if (new && s->target == LOG && !says("may or may not"))
			complain("exit status %d, and it is there",
			    WEXITSTATUS(status));
		judge_directory();
	}
}

/* Where the next command has to go on from; what it adds to a log. */
static void
judge_next_log(int status, const struct bytes *left, const struct bytes *next)
{
	const char *line = "2026-11-20T18:01:00Z onset # next\n";
	bool torn = left->len > 0 && left->at[left->len - 1] != '\n';
	char buf[sizeof(left->at) + 256];

	snprintf(buf, sizeof(buf), "%s%s%s", left->len == 0 ?
	    SCENE_HEADER : left->at, torn ? "?\n" : "", line);
	if (strcmp(next->at, buf) != 0)
		complain("the next command left \"%s\" after \"%s\"", next->at,
		    left->at);
	if (status != 0)
		complain("the next command ended with wait status %#x",
		    (unsigned)status);
	if (torn && !says("cut short"))
		complain("what is torn is not reported");
}

static void
judge_next(const struct scenario *s)
{
	static const char *const log[] = {"log", "next", NULL};
	static struct bytes left;
	const char *const *words = s->target == LOG ? log : s->argv;
	int status;

	left = got.files[s->target];
	status = scene_go_on(words, s->target == LOG ? SCENE_LATER :
	    SCENE_NOW);
	scene_collect(&got);
	if (s->target == LOG) {
		judge_next_log(status, &left, &got.files[LOG]);
		return;
	}
	if (status != 0)
		complain("the next command ended with wait status %#x",
		    (unsigned)status);
	if (!is_new(s, &got.files[s->target]))
		complain("the next command leaves %s", got.files[s->target].at);
	if (s->target == STATE && got.told.len == 0 &&
	    (got.out.len == 0) != files_same(&left,
	    &wanted.files[s->target]))
		complain("announced twice, or never");
}

static void
describe(const struct trace *t, const struct fault *f)
{
	static const char *const kinds[] = {
		[FAULT_KILL_BEFORE] = "killed before it",
		[FAULT_KILL_AFTER] = "killed after it",
		[FAULT_ERROR] = "fails", [FAULT_ERRORS] = "fails from then on",
		[FAULT_SHORT] = "is short",
		[FAULT_SHORT_KILL] = "is short, then killed",
		[FAULT_SHORT_ERROR] = "is short, the next fails",
		[FAULT_DISK] = "is short, then a dead disk"
	};

	snprintf(what, sizeof(what), "call %d, %s(%ld), %s%s%s", f->at,
	    tracer_name(t->calls[f->at].number), t->calls[f->at].fd,
	    kinds[f->kind], f->error != 0 ? ": " : "",
	    f->error != 0 ? strerror(f->error) : "");
}

/* The calls of a run without a fault, and the ones that count. */
static struct trace calls;
static int commit;		/* changes the target */
static int lock;		/* keeps others out meanwhile; -1: none does */

/* Finds them, and sees that what is written is synced when it has to be. */
static void
find_commit(const struct scenario *s)
{
	int sync = -1, change = -1;	/* the last ones */

	commit = lock = -1;
	for (int i = 0; i + 1 < calls.count && commit == -1; i++) {
		const struct trace_call *c = &calls.calls[i];
		bool ready = s->commit == SYS_rename ? sync > change :
		    s->commit == SYS_clone ? sync != -1 :
		    c[1].number == SYS_fsync && c[1].fd == c->fd;

		if (c->number == s->commit && ready)
			commit = i;
		else if (c->number == SYS_flock && (c->second & LOCK_EX) != 0)
			lock = i;
		else if (c->number == SYS_fsync)
			sync = i;
		else if (c->number == SYS_clone || (c->number == SYS_write &&
		    c->fd > STDERR_FILENO))
			change = i;
	}
	if (commit == -1)
		complain("what it changes is not synced");
	if (lock == -1 && s->target != CRONTAB)
		complain("it takes no lock");
	/* The name of what is new, or renamed, is in its directory. */
	for (int i = calls.count - 1; i > commit + 1; i--) {
		if (calls.calls[i].number == SYS_fsync)
			return;
	}
	if (s->commit == SYS_rename ||
	    (s->target == LOG && before.files[LOG].len == 0))
		complain("the directory is not synced");
}

static bool
is_disk_error(const struct fault *f)
{
	return f->error == EIO || f->error == ENOSPC || f->error == EDQUOT ||
	    f->error == EACCES;
}

/* What belongs to the files, not to memory, signals, or other processes. */
static bool
is_file_call(long number)
{
	return tracer_is_transfer(number) || number == SYS_openat ||
	    number == SYS_fsync || number == SYS_ftruncate ||
	    number == SYS_mkdir || number == SYS_rename ||
	    number == SYS_unlink || number == SYS_flock ||
	    number == SYS_newfstatat || number == SYS_fchmod ||
	    number == SYS_chmod;
}

/* What a message about a failing disk has to say. */
static void
judge_message(const struct scenario *s, const struct fault *f)
{
	const struct trace_call *call = &calls.calls[f->at];

	if (is_disk_error(f) && is_file_call(call->number) &&
	    !says(scene_path("home")) && !says("standard output") &&
	    !says(P_tmpdir ": ") && !says("memory: ") &&
	    !(s->target == CRONTAB && says("crontab")))
		complain("no path in the message");
	if (s->target == LOG && call->number == SYS_fsync && f->at > commit &&
	    f->error != EINTR && !says("may or may not"))
		complain("fsync failed, and no word that this is unsure");
}

/* What cannot be done without, so that the command fails with it. */
static bool
is_needed(const struct scenario *s, int at)
{
	long number = calls.calls[at].number;

	/* Who records has the directories first; an ice timer only guards. */
	if (number == SYS_fsync)
		return at > lock || s->files[s->target] == NULL;
	return at == lock || at == commit;
}

/* Where a signal may come that has nothing to do with it. */
static bool
is_retried(int at)
{
	long number = calls.calls[at].number;

	return number == SYS_fsync || number == SYS_pread64 ||
	    number == SYS_wait4 || number == SYS_ftruncate ||
	    (number == SYS_write && at == commit);
}

/* The target by when the fault struck: old before the commit, new after. */
static void
judge_order(const struct scenario *s, const struct fault *f, bool new,
    bool ended_well)
{
	bool kill = f->kind == FAULT_KILL_BEFORE ||
	    f->kind == FAULT_KILL_AFTER;

	if (f->kind == FAULT_KILL_BEFORE || f->kind == FAULT_ERROR ?
	    f->at <= commit : kill && f->at < commit) {
		if (new && !ended_well)
			complain("it went wrong before the write, and is "
			    "there");
	} else if (kill && !new && s->target != CRONTAB) {
		complain("it was written, and is not there");
	}
	if (f->kind == FAULT_ERROR && f->error != EINTR && ended_well &&
	    is_needed(s, f->at))
		complain("exit status 0, whatever it needed");
	if (f->error == EINTR && !ended_well && is_retried(f->at))
		complain("a signal made it give up");
}

/* Whether a run made the same calls, up to this one. */
static bool
is_same_way(const struct trace *t, int at)
{
	if (t->count <= at)
		return false;
	for (int i = 0; i <= at; i++) {
		if (t->calls[i].number != calls.calls[i].number)
			return false;
	}
	return true;
}

static void
judge(const struct scenario *s, const struct fault *f, const struct trace *t)
{
	bool kill = f->kind == FAULT_KILL_BEFORE ||
	    f->kind == FAULT_KILL_AFTER || f->kind == FAULT_SHORT_KILL;
	bool new, ended_well = !kill && WIFEXITED(t->status) &&
	    WEXITSTATUS(t->status) == 0;

	describe(&calls, f);
	scene_collect(&got);
	if (t->hung)
		complain("hangs");
	if (!t->reached || !is_same_way(t, f->at))
		complain("the call was not made, or after others");
	new = judge_files(s, f);
	judge_order(s, f, new, ended_well);
	if (!kill)
		judge_end(s, t->status, new);
	if (!kill && !ended_well)
		judge_message(s, f);
	if (!bad)
		judge_next(s);
	count_case();
}

/*
 * Runs until the calls before the fault are those of the run without one: in
 * one run of twenty mkstemp(3) asks for more random bytes.
 */
static void
try(const struct scenario *s, const struct fault *f)
{
	static struct trace t;
	int runs = 0;

	do {
		scene_run(s, f, &t);
	} while (!is_same_way(&t, f->at) && ++runs < RUNS);
	judge(s, f, &t);
}

/* Everything that can happen to one call. */
static void
try_call(const struct scenario *s, int at)
{
	static const int errors[] = {
		EIO, ENOSPC, EDQUOT, EINTR, EACCES, ENOMEM
	};
	/* Half of it, a byte, and the first line, which seems to be all. */
	static const int sizes[] = {0, 1, sizeof(SCENE_HEADER) - 1};
	const struct trace_call *call = &calls.calls[at];

	try(s, &(struct fault){FAULT_KILL_BEFORE, at, 0, 0});
	if (call->number == SYS_exit_group)
		return;
	try(s, &(struct fault){FAULT_KILL_AFTER, at, 0, 0});
	/*
	 * Not what a disk does: the C library gives up where its own locks do
	 * not work, brk(2) has no errors, and a child can be waited for, but
	 * for signals; memory runs out further down.
	 */
	if (call->number == SYS_wait4)
		try(s, &(struct fault){FAULT_ERROR, at, EINTR, 0});
	if (call->number == SYS_futex || call->number == SYS_brk ||
	    call->number == SYS_wait4)
		return;
	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		try(s, &(struct fault){FAULT_ERROR, at, errors[i], 0});
	/* No file can be opened for ever of which stat(2) fails for ever. */
	if (call->number != SYS_newfstatat)
		try(s, &(struct fault){FAULT_ERRORS, at, EIO, 0});
	if (!tracer_is_transfer(call->number))
		return;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		int n = sizes[i];

		try(s, &(struct fault){FAULT_SHORT, at, 0, n});
		try(s, &(struct fault){FAULT_SHORT_KILL, at, 0, n});
		try(s, &(struct fault){FAULT_SHORT_ERROR, at, ENOSPC, n});
		try(s, &(struct fault){FAULT_DISK, at, EIO, n});
	}
}

/* One allocation that fails, or all from one on; false after the last. */
static bool
try_allocation(const struct scenario *s, int at, bool on)
{
	const struct fault none = {FAULT_NONE, 0, 0, 0};
	int status;
	bool starved, new;

	unlink(scene_path("starved"));
	snprintf(what, sizeof(what), "allocation %d%s", at,
	    on ? " and all later ones" : "");
	status = scene_starve(s, at, on);
	starved = access(scene_path("starved"), F_OK) == 0;
	if (!starved)
		return false;
	scene_collect(&got);
	new = judge_files(s, &none);
	judge_end(s, status, new);
	if (!bad)
		judge_next(s);
	count_case();
	return true;
}

/* Without a fault; of some runs the one with the fewest calls: see try. */
static void
try_well(const struct scenario *s)
{
	const struct fault none = {FAULT_NONE, 0, 0, 0};
	static struct trace t;

	snprintf(what, sizeof(what), "no fault");
	for (int runs = 0; runs < RUNS; runs++) {
		scene_set(s);
		scene_collect(&before);
		scene_run(s, &none, &t);
		if (runs == 0 || t.count < calls.count)
			calls = t;
	}
	scene_collect(&wanted);
	got = wanted;
	if (calls.status != 0 || files_same(&before.files[s->target],
	    &wanted.files[s->target]))
		complain("it does not work: wait status %#x",
		    (unsigned)calls.status);
	if (calls.count > TRACER_CALLS)
		errx(1, "more calls than there is room for");
	find_commit(s);
	count_case();
}

static void
try_scenario(const struct scenario *s)
{
	int start = passed + failed, allocations = 0;

	present = s->name;
	try_well(s);
	for (int at = 0; at < calls.count; at++)
		try_call(s, at);
	for (int on = 0; on <= 1; on++) {
		for (int at = 1; try_allocation(s, at, on == 1); at++)
			allocations += on == 0;
	}
	printf("%s: %d calls, %d allocations, %d cases\n", s->name,
	    calls.count, allocations, passed + failed - start);
}

int
main(int argc, char **argv)
{
	const struct scenario *s = scenarios;

	if (argc == 1) {
		for (; s->name != NULL; s++)
			printf("%s\n", s->name);
		return 0;
	}
	if (argc != 5)
		errx(2, "usage: faults [program library directory number]");
	for (long n = strtol(argv[4], NULL, 10); n > 0 && s->name != NULL; n--)
		s++;
	if (s->name == NULL)
		errx(2, "%s: no such scenario", argv[4]);
	scene_begin(argv[1], argv[2], argv[3]);
	try_scenario(s);
	printf("%d passed, %d failed\n", passed, failed);
	return failed == 0 && passed > 0 ? 0 : 1;
}
