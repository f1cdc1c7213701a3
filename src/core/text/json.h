/* JSON strings, RFC 8259. */
#ifndef CORE_JSON_H
#define CORE_JSON_H

#include "text.h"

/*
 * Puts bytes as a string, quotes and all; bytes that are not UTF-8 become
 * U+FFFD (section 8.1), and controls are escaped, so that it can be shown.
 */
void json_string(struct text *, struct slice bytes);

#endif
