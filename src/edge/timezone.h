/* Whether the time zone of the environment is one. */
#ifndef EDGE_TIMEZONE_H
#define EDGE_TIMEZONE_H

/*
 * The value of TZ where it names no zone, so that its times are UTC; or NULL.
 */
const char *timezone_unknown(void);
/* Says so where it is, and lets times be shown as what they are, in UTC. */
void timezone_settle(void);

#endif
