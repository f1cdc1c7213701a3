/* Where the faults happen: what is there before, and what is run. */
#ifndef FAULTS_SCENE_H
#define FAULTS_SCENE_H

#include "files.h"
#include "tracer.h"

#define SCENE_NOW "1795197600"	/* 2026-11-20T18:00:00Z */
#define SCENE_LATER "1795197660"
#define SCENE_HEADER "# backcare log 1\n"
#define SCENE_WORDS 8

enum target { LOG, STATE, CRONTAB, TARGETS };

/* Where each is, below the directory of the scene. */
extern const char *const scene_targets[];

struct scenario {
	const char *name;
	const char *argv[SCENE_WORDS];
	enum target target;	/* what the command changes; nothing else */
	long commit;		/* the call that changes it */
	const char *files[TARGETS];	/* before; NULL: not there */
};

extern const struct scenario scenarios[];	/* ends in a NULL name */

/* What a run leaves, and what it says. */
struct outcome {
	struct bytes files[TARGETS];
	struct bytes out, err, told;
};

void scene_begin(const char *program, const char *library,
    const char *directory);
/* One of four buffers in turn. */
const char *scene_path(const char *name);
void scene_set(const struct scenario *);
void scene_collect(struct outcome *);
/* Sets the scene, and lets one call of the command go wrong. */
void scene_run(const struct scenario *, const struct fault *, struct trace *);
/* The same for an allocation, or all from it on: a wait status. */
int scene_starve(const struct scenario *, int at, bool on);
/* Runs another command in what was left. */
int scene_go_on(const char *const *words, const char *now);

#endif
