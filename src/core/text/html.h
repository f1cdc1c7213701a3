/* Text inside HTML. */
#ifndef CORE_HTML_H
#define CORE_HTML_H

#include "text.h"

/* Puts bytes so that they read as themselves, in text and in attributes. */
void html_text(struct text *, struct slice);

#endif
