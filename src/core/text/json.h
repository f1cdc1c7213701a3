/*
 * JSON, RFC 8259, compact.  A value finds out by what stands before it in the
 * text whether it needs a comma: there is nothing to keep in between.
 */
#ifndef CORE_JSON_H
#define CORE_JSON_H

#include "text.h"

/*
 * Each puts one value: a member of an object under its key, or where key is
 * NULL an element of an array or the value that all is in.  Keys are ours and
 * are not escaped.
 */

/* Opens an object with '{', an array with '['. */
void json_open(struct text *, const char *key, char bracket);
/* Closes it, with '}' or ']'. */
void json_close(struct text *, char bracket);
/* A string; null where it is NULL. */
void json_str(struct text *, const char *key, const char *);
/*
 * The same for bytes, null where at is NULL; those that are not UTF-8 become
 * U+FFFD (section 8.1), and controls are escaped, so that it can be shown.
 */
void json_bytes(struct text *, const char *key, struct slice);
void json_num(struct text *, const char *key, int64_t);
void json_bool(struct text *, const char *key, bool);
void json_null(struct text *, const char *key);

#endif
