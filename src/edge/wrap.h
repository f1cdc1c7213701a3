/*
 * Words put into lines that fit, in columns as wcwidth(3) counts them: two for
 * a Chinese sign or an emoji, none for an accent that follows its letter.
 */
#ifndef EDGE_WRAP_H
#define EDGE_WRAP_H

#include <stdio.h>

#include "../core/text/text.h"

/*
 * Puts words on a stream, from the column on at which it is; lines after the
 * first begin with an indent.  Between quotes there is no end of a line, where
 * that fits; between signs of two columns there may be one.  Returns how many
 * lines that takes; with NULL for a stream it only counts them.
 */
int wrap_fill(FILE *, struct slice, int columns, int at, int indent);

#endif
