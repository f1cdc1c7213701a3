#include "scene.h"

#include <sys/syscall.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define OPEN_LOG SCENE_HEADER \
	"2026-11-20T17:00:00Z onset feel=dull pain=6\n" \
	"2026-11-20T17:05:00Z check flags=none\n"
#define EDITOR "sed -i s/dull/sharp/"
#define OTHER_NOTES "# backcare reminded 1\n" \
	"/some/other/log 2026-11-20T17:00:00Z ice 2026-11-20T17:00:00Z " \
	"0123456789abcdef\n"
#define TABLE "# mine\n0 5 * * * true\n"

const char *const scene_targets[] = {
	"home/.local/share/backcare/log",
	"home/.local/state/backcare/reminded",
	"home/crontab"
};

const struct scenario scenarios[] = {
	{"log, none yet", {"log", "-x", "squat", "a note"}, LOG, SYS_write,
	    {NULL, NULL, NULL}},
	{"log", {"log", "a note"}, LOG, SYS_write, {OPEN_LOG, NULL, NULL}},
	{"log, empty", {"log"}, LOG, SYS_write, {"", NULL, NULL}},
	{"log, torn", {"log"}, LOG, SYS_write,
	    {OPEN_LOG "2026-11-20T17:", NULL, NULL}},
	{"log -N", {"log", "-N", "-r", "fever"}, LOG, SYS_write,
	    {OPEN_LOG, NULL, NULL}},
	{"pain", {"pain", "3"}, LOG, SYS_write, {OPEN_LOG, NULL, NULL}},
	{"check, no log yet", {"check", "none"}, LOG, SYS_write,
	    {NULL, NULL, NULL}},
	{"check", {"check", "none"}, LOG, SYS_write, {OPEN_LOG, NULL, NULL}},
	{"ice -t", {"ice", "-t", "20m"}, LOG, SYS_write,
	    {OPEN_LOG, NULL, NULL}},
	{"ice", {"ice", "-m", "15"}, LOG, SYS_write, {OPEN_LOG, NULL, NULL}},
	{"heat -t", {"heat", "-F", "-t", "20m"}, LOG, SYS_write,
	    {OPEN_LOG, NULL, NULL}},
	{"end", {"end"}, LOG, SYS_write, {OPEN_LOG, NULL, NULL}},
	{"seen", {"seen"}, LOG, SYS_write, {OPEN_LOG, NULL, NULL}},
	{"undo", {"undo"}, LOG, SYS_ftruncate, {OPEN_LOG, NULL, NULL}},
	{"edit", {"edit"}, LOG, SYS_rename, {OPEN_LOG, NULL, NULL}},
	{"remind, first", {"remind"}, STATE, SYS_rename,
	    {OPEN_LOG, NULL, NULL}},
	{"remind", {"remind"}, STATE, SYS_rename,
	    {OPEN_LOG, OTHER_NOTES, NULL}},
	{"remind -e", {"remind", "-e", "tell"}, STATE, SYS_rename,
	    {OPEN_LOG, OTHER_NOTES, NULL}},
	{"remind -i", {"remind", "-i"}, CRONTAB, SYS_clone,
	    {OPEN_LOG, NULL, TABLE}},
	{NULL, {NULL}, LOG, 0, {NULL, NULL, NULL}}
};

static const char *program, *library;
static char work[PATH_MAX], out_path[PATH_MAX], err_path[PATH_MAX];

const char *
scene_path(const char *name)
{
	static char buf[4][PATH_MAX + 64];
	static int next;

	next = (next + 1) % 4;
	snprintf(buf[next], sizeof(buf[next]), "%s/%s", work, name);
	return buf[next];
}

void
scene_begin(const char *with, const char *preload, const char *directory)
{
	program = with;
	library = preload;
	snprintf(work, sizeof(work), "%s", directory);
	snprintf(out_path, sizeof(out_path), "%s", scene_path("out"));
	snprintf(err_path, sizeof(err_path), "%s", scene_path("err"));
}

void
scene_set(const struct scenario *s)
{
	files_remove(scene_path("home"));
	files_write(scene_path("home/here"), "");
	for (int i = 0; i < TARGETS; i++) {
		if (s->files[i] != NULL)
			files_write(scene_path(scene_targets[i]), s->files[i]);
	}
}

void
scene_collect(struct outcome *o)
{
	for (int i = 0; i < TARGETS; i++)
		files_read(scene_path(scene_targets[i]), &o->files[i]);
	files_read(out_path, &o->out);
	files_read(err_path, &o->err);
	files_read(scene_path("home/told"), &o->told);
}

/* The environment of a run; at: the allocation that fails, or 0. */
static char **
environment(const char *now, int at, bool on)
{
	static char buf[12][2 * PATH_MAX];
	static char *envp[13];
	int n = 0;

	snprintf(buf[n++], sizeof(buf[0]), "PATH=%s", getenv("PATH"));
	snprintf(buf[n++], sizeof(buf[0]), "HOME=%s/home", work);
	snprintf(buf[n++], sizeof(buf[0]), "VISUAL=" EDITOR);
	snprintf(buf[n++], sizeof(buf[0]), "TZ=UTC0");
	snprintf(buf[n++], sizeof(buf[0]), "LC_ALL=C.UTF-8");
	snprintf(buf[n++], sizeof(buf[0]), "BACKCARE_TIMESCALE=100000");
	snprintf(buf[n++], sizeof(buf[0]), "TEST_NOW=%s", now);
	snprintf(buf[n++], sizeof(buf[0]), "LD_PRELOAD=%s", library);
	snprintf(buf[n++], sizeof(buf[0]), "STARVE_AT=%d", at);
	snprintf(buf[n++], sizeof(buf[0]), "STARVE_MARK=%s/starved", work);
	if (on)
		snprintf(buf[n++], sizeof(buf[0]), "STARVE_ON=1");
	for (int i = 0; i < n; i++)
		envp[i] = buf[i];
	envp[n] = NULL;
	return envp;
}

static char **
arguments(const char *const *words)
{
	static char copy[SCENE_WORDS][256];
	static char *argv[SCENE_WORDS + 2];
	static char name[PATH_MAX];
	int n = 0;

	snprintf(name, sizeof(name), "%s", program);
	argv[n++] = name;
	for (; *words != NULL; words++, n++) {
		snprintf(copy[n - 1], sizeof(copy[0]), "%s", *words);
		argv[n] = copy[n - 1];
	}
	argv[n] = NULL;
	return argv;
}

void
scene_run(const struct scenario *s, const struct fault *f, struct trace *t)
{
	scene_set(s);
	tracer_run(arguments(s->argv), environment(SCENE_NOW, 0, false),
	    out_path, err_path, f, t);
}

int
scene_starve(const struct scenario *s, int at, bool on)
{
	scene_set(s);
	return tracer_plain(arguments(s->argv), environment(SCENE_NOW, at,
	    on), out_path, err_path);
}

int
scene_go_on(const char *const *words, const char *now)
{
	return tracer_plain(arguments(words), environment(now, 0, false),
	    out_path, err_path);
}
