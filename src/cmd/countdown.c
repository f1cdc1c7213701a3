#include "countdown.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../edge/clock.h"
#include "output.h"

#define HIDE_CURSOR "\033[?25l"
#define SHOW_CURSOR "\033[?25h"
#define CLEAR_ROW "\r\033[K"
#define UP "\033[A"

static int64_t
scale_from_environment(void)
{
	const char *s = getenv("BACKCARE_TIMESCALE"), *errstr;
	int64_t scale;

	if (s == NULL || *s == '\0')
		return 1;
	scale = strtonum(s, 1, 100000, &errstr);
	if (errstr != NULL) {
		warnx("BACKCARE_TIMESCALE: %s: write 1 to 100000", errstr);
		return -1;
	}
	return scale;
}

int
countdown_start(struct countdown *c, const char *title, int minutes,
    int64_t gap, int count)
{
	const char *term = getenv("TERM");

	memset(c, 0, sizeof(*c));
	c->title = title;
	c->scale = scale_from_environment();
	if (c->scale == -1)
		return -1;
	c->terminal = terminal_get();
	c->draws = isatty(STDOUT_FILENO) && term != NULL && *term != '\0' &&
	    strcmp(term, "dumb") != 0;
	if (signals_open(&c->signals) == -1) {
		warn("the timer");
		return -1;
	}
	/* Set and forgotten, it would write down packs that never were. */
	if (c->scale != 1)
		warnx("BACKCARE_TIMESCALE: the timer runs %d times as fast",
		    (int)c->scale);
	c->base = clock_boot();
	timer_start(&c->timer, minutes, gap, count, c->base);
	return 0;
}

int64_t
countdown_ms(const struct countdown *c)
{
	return c->base + (clock_boot() - c->base) * c->scale;
}

/* When the timer's clock shows ms, by clock_boot; rounded up. */
static int64_t
real_ms(const struct countdown *c, int64_t ms)
{
	return c->base + (ms - c->base + c->scale - 1) / c->scale;
}

int64_t
countdown_end(const struct countdown *c)
{
	int64_t left = timer_left(&c->timer, countdown_ms(c));

	/* To the nearest second, so that it does not flicker. */
	return clock_now() + (left + 500) / 1000;
}

/* Takes the line away, also what a narrower window made of it. */
static void
clear_line(struct countdown *c)
{
	int rows = c->drawn == 0 ? 0 : (c->drawn - 1) / c->terminal.width;

	fputs(CLEAR_ROW, stdout);
	while (rows-- > 0)
		fputs(UP CLEAR_ROW, stdout);
	c->drawn = 0;
}

static void
show_cursor(struct countdown *c)
{
	if (c->hidden)
		fputs(SHOW_CURSOR, stdout);
	c->hidden = false;
	fflush(stdout);
}

static void
draw(struct countdown *c)
{
	int64_t ms = countdown_ms(c);
	struct page_view view = output_view(&c->terminal, clock_now());
	char buf[512];
	struct text text;

	/* In the background the terminal is somebody else's. */
	if (!c->draws || tcgetpgrp(STDOUT_FILENO) != getpgrp())
		return;
	if (!c->hidden)
		fputs(HIDE_CURSOR, stdout);
	c->hidden = true;
	clear_line(c);
	view.columns = c->terminal.width;
	text_init(&text, buf, sizeof(buf));
	timer_line(&text, &c->timer, c->title, &view, ms, countdown_end(c));
	fputs(buf, stdout);
	c->drawn = output_columns((struct slice){buf, text.len});
	fflush(stdout);
}

/* ^Z: the shell gets a terminal in order. */
static void
pause_here(struct countdown *c)
{
	if (c->draws) {
		clear_line(c);
		show_cursor(c);
	}
	signals_obey(&c->signals, SIGTSTP);
}

/* At the next whole second, but however fast the time goes, once a second. */
static int64_t
next_draw(const struct countdown *c, int64_t ms)
{
	int64_t tick = timer_tick(&c->timer, ms + (c->scale - 1) * 1000);

	return tick < c->timer.deadline ? tick : c->timer.deadline;
}

int
countdown_wait(struct countdown *c, int64_t *over)
{
	for (;;) {
		int64_t ms = countdown_ms(c), until = c->timer.deadline;
		int signo;

		if (timer_step(&c->timer, ms, over)) {
			if (c->draws)
				clear_line(c);
			return 0;
		}
		draw(c);
		if (c->draws)
			until = next_draw(c, ms);
		signo = signals_until(&c->signals, real_ms(c, until));
		if (signo == SIGWINCH || signo == SIGCONT) {
			c->terminal = terminal_get();
		} else if (signo == SIGTSTP) {
			pause_here(c);
		} else if (signo != 0) {
			if (c->draws)
				clear_line(c);
			return signo;
		}
	}
}

void
countdown_stop(struct countdown *c, int signo)
{
	show_cursor(c);
	signals_close(&c->signals);
	if (signo != 0)
		signals_obey(&c->signals, signo);
}
