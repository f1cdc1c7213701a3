/* Giving up what is not needed, where the system has a word for it. */
#ifndef EDGE_CONFINE_H
#define EDGE_CONFINE_H

/* Returns 0, or -1 with errno.  Does nothing but on OpenBSD. */
int confine(void);

#endif
