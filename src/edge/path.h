/* Where the files are: the environment and the XDG base directories. */
#ifndef EDGE_PATH_H
#define EDGE_PATH_H

#include <stdbool.h>

#include "../core/text/text.h"

/*
 * A path goes to a buffer of PATH_MAX bytes.
 *
 * The path of the log: option (may be NULL), else BACKCARE_LOG, else below
 * XDG_DATA_HOME or HOME.  *ours tells that the directories are this program's
 * to make.  Returns 0, or -1 after a message.
 */
int path_log(const char *option, char *buf, bool *ours);
/*
 * The path of a file below an XDG base directory, or else below what stands in
 * for it in HOME.  Returns 0, or -1 where there is neither: then otherwise says
 * what to do, or nothing is said for NULL.
 */
int path_base(const char *variable, const char *in_home, const char *name,
    char *buf, const char *otherwise);
/*
 * The path of a file of this program's own state, below XDG_STATE_HOME or
 * HOME; and makes the directories above it, too.  Both return 0, or -1 after a
 * message.
 */
int path_state(const char *name, char *buf);
int path_make_state(const char *name, char *buf);
/* The same for who only looks: no message where there can be no such file. */
int path_find_state(const char *name, char *buf);
/*
 * The full path of a file that need not exist, and of this program, from its
 * argv[0].  Both return 0, or -1 after a message.
 */
int path_absolute(const char *path, char *buf);
int path_of_program(const char *argv0, char *buf);
/* A program as PATH finds it.  Returns 0, or -1 without a message. */
int path_find_program(struct slice name, char *buf);
/*
 * Refuses, as root, to write below a HOME or an XDG base directory of somebody
 * else, who could not write there any more.  Returns 0, or -1 after a message.
 */
int path_check_owner(const char *path);
/*
 * The same, and makes the directories above path that are missing, mode 0700,
 * and each of them durable.  Returns 0, or -1 after a message.
 */
int path_make_dirs(const char *path);
/*
 * Makes the name of an existing file durable; where it need not be, as it was
 * there before, a directory that may not be read is left alone.  Returns 0, or
 * -1 with errno.
 */
int path_sync_dir(const char *path, bool must);

#endif
