/*
 * Bytes made fit to be written: into the log, and onto a terminal.
 *
 * C0 and C1 controls, DEL, the bidirectional controls and bytes that are not
 * UTF-8 become \ooo, three octal digits a byte.  This works on bytes and
 * knows no locale.
 */
#ifndef CORE_ESCAPE_H
#define CORE_ESCAPE_H

#include "text.h"

enum escape {
	ESCAPE_NOTE,	/* for the log: the backslash too */
	ESCAPE_VALUE,	/* for a value in the log: the space too */
	ESCAPE_SHOW,	/* for people: a backslash is a backslash */
	ESCAPE_ASCII	/* for people whose terminal has only ASCII */
};

/*
 * Puts whole characters only: of one that does not fit, and of all after it,
 * nothing is written, and the text is marked as cut.
 */
void escape_put(struct text *, const char *bytes, size_t len, enum escape);
/*
 * Takes the escapes off.  A backslash that starts none stands for itself.
 * out has room for s.len bytes; returns how many it got.
 */
size_t escape_decode(struct slice s, char *out);
/* Cuts the first of those bytes off a slice, which has some. */
char escape_cut(struct slice *);
/*
 * What stands in the log, for people: decoded, and fit for a terminal again.
 * Of more than ESCAPE_SHOWN bytes the first are shown.
 */
#define ESCAPE_SHOWN 4096
void escape_show(struct text *, struct slice stored, bool utf8);
/* Puts bytes so that they read as themselves, in HTML and its attributes. */
void escape_html(struct text *, struct slice);
/*
 * Whether a slice can be a value: not empty, and what ESCAPE_VALUE escapes is
 * escaped.  More may be, as a person may have written it.
 */
bool escape_is_value(struct slice s);
/* Whether a character would move the cursor or turn the text about. */
bool escape_is_control(uint32_t character);
/*
 * How many bytes of a slice, at most so many, hold whole characters and whole
 * escapes, for cutting it there.
 */
size_t escape_whole(struct slice, size_t most);
/* How many bytes at the front make one UTF-8 character; 0 where none. */
size_t escape_utf8(const char *bytes, size_t len, uint32_t *character);

#endif
