/*
 * Names compared as people mean them: without regard to case, to blanks around
 * them, and to whether an accent is part of its letter or follows it, which
 * differs from one keyboard to another.
 *
 * It knows the case of the Latin, Greek, Cyrillic and Armenian letters, and
 * the accents of these, of Arabic, of Japanese and of Korean; other letters
 * are the same only where their bytes are.  It knows no language: "i" and the
 * Turkish dotless one differ, "ss" and the German sharp one do not.
 */
#ifndef CORE_FOLD_H
#define CORE_FOLD_H

#include "text.h"

/*
 * Whether two names, as they stand in the log with their escapes, are one; of
 * more than FOLD_MAX bytes the first are compared.
 */
#define FOLD_MAX 64
bool fold_same(struct slice, struct slice);

#endif
