#include "path.h"

#include <sys/stat.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "terminal.h"

static int
put_path(char *buf, const char *dir, const char *between, const char *name)
{
	int n = snprintf(buf, PATH_MAX, "%s%s%s", dir, between, name);

	if (n >= 0 && n < PATH_MAX)
		return 0;
	complain("the path is too long");
	return -1;
}

int
path_base(const char *variable, const char *in_home, const char *name,
    char *buf, const char *otherwise)
{
	const char *dir = getenv(variable);

	/* The XDG rules ignore one that is relative. */
	if (dir != NULL && *dir == '/')
		return put_path(buf, dir, "/", name);
	dir = getenv("HOME");
	if (dir != NULL && *dir == '/')
		return put_path(buf, dir, in_home, name);
	if (otherwise == NULL)
		return -1;
	if (dir == NULL || *dir == '\0')
		complain("HOME is not set: %s", otherwise);
	else
		complain("HOME=%s is not absolute: %s", shown(dir).s,
		    otherwise);
	return -1;
}

int
path_log(const char *option, char *buf, bool *ours)
{
	*ours = false;
	if (option != NULL && *option == '\0') {
		complain("-f: the name of the log is empty");
		return -1;
	}
	if (option == NULL)
		option = getenv("BACKCARE_LOG");
	if (option != NULL && *option != '\0')
		return put_path(buf, "", "", option);
	*ours = true;
	return path_base("XDG_DATA_HOME", "/.local/share/", "backcare/log",
	    buf, "say where the log is with -f or BACKCARE_LOG");
}

static int
state_path(const char *name, char *buf, const char *otherwise)
{
	char file[NAME_MAX];

	snprintf(file, sizeof(file), "backcare/%s", name);
	return path_base("XDG_STATE_HOME", "/.local/state/", file, buf,
	    otherwise);
}

int
path_state(const char *name, char *buf)
{
	return state_path(name, buf, "set it to a full path, or "
	    "XDG_STATE_HOME, for what this program notes");
}

int
path_make_state(const char *name, char *buf)
{
	return path_state(name, buf) == -1 ? -1 : path_make_dirs(buf);
}

int
path_find_state(const char *name, char *buf)
{
	return state_path(name, buf, NULL);
}

int
path_absolute(const char *path, char *buf)
{
	char dir[PATH_MAX];

	if (*path == '/')
		return put_path(buf, "", "", path);
	if (getcwd(dir, sizeof(dir)) == NULL) {
		warn("the working directory");
		return -1;
	}
	while (strncmp(path, "./", 2) == 0)
		path += 2 + strspn(path + 2, "/");
	return put_path(buf, dir, "/", path);
}

int
path_find_program(struct slice name, char *buf)
{
	const char *dirs = getenv("PATH"), *next;
	size_t len;

	for (; dirs != NULL; dirs = next) {
		len = strcspn(dirs, ":");
		next = dirs[len] == '\0' ? NULL : dirs + len + 1;
		if (len > 0 && snprintf(buf, PATH_MAX, "%.*s/%.*s", (int)len,
		    dirs, (int)name.len, name.at) < PATH_MAX &&
		    access(buf, X_OK) == 0)
			return 0;
	}
	return -1;
}

int
path_of_program(const char *argv0, char *buf)
{
	char found[PATH_MAX];
	const char *path = argv0;

	if (strchr(argv0, '/') == NULL)
		path = path_find_program(slice_of(argv0), found) == 0 ? found :
		    NULL;
	/* As it was called: a link may lead elsewhere in the next version. */
	if (path != NULL && access(path, X_OK) == 0)
		return path_absolute(path, buf);
	complain("%s: cannot tell where this program is", shown(argv0).s);
	return -1;
}

int
path_sync_dir(const char *path, bool must)
{
	char real[PATH_MAX];
	int fd, ret;

	/* The name is where the symbolic links lead to. */
	if (realpath(path, real) == NULL)
		return -1;
	fd = open(dirname(real), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd == -1)
		return must || errno != EACCES ? -1 : 0;
	ret = file_sync(fd);
	/* There are file systems that cannot, and need not, do it. */
	if (ret == -1 && (errno == EINVAL || errno == ENOTSUP))
		ret = 0;
	file_close(fd);
	return ret;
}

static int
make_dir(const char *dir)
{
	if (mkdir(dir, 0700) == -1)
		return errno == EEXIST ? 0 : -1;
	/* Whatever the umask takes away, the next step needs. */
	return chmod(dir, 0700) == -1 ? -1 : path_sync_dir(dir, true);
}

/* Each directory above a path, from the first on. */
static int
make_dirs(const char *path)
{
	char dir[PATH_MAX];
	struct stat st;

	strlcpy(dir, path, sizeof(dir));
	if (stat(dirname(dir), &st) == 0)
		return 0;
	for (const char *p = strchr(path + 1, '/'); p != NULL;
	    p = strchr(p + 1, '/')) {
		snprintf(dir, sizeof(dir), "%.*s", (int)(p - path), path);
		if (make_dir(dir) == -1)
			return -1;
	}
	return 0;
}

int
path_make_dirs(const char *path)
{
	if (path_check_owner(path) == -1)
		return -1;
	return make_dirs(path) == 0 ? 0 :
	    terminal_warn(path, "cannot make its directory");
}

/* Whether a path is a directory, or below it. */
static bool
is_below(const char *path, const char *dir)
{
	size_t len = strlen(dir);

	while (len > 1 && dir[len - 1] == '/')
		len--;
	return strncmp(path, dir, len) == 0 &&
	    (path[len] == '/' || path[len] == '\0');
}

/* Whose a path is, or else the directory nearest above it that is there. */
static bool
is_somebody_elses(const char *path)
{
	char buf[PATH_MAX], *at = buf;
	struct stat st;

	strlcpy(buf, path, sizeof(buf));
	while (stat(at, &st) == -1) {
		if (strcmp(at, "/") == 0)
			return false;
		at = dirname(at);
	}
	return st.st_uid != geteuid();
}

int
path_check_owner(const char *path)
{
	static const char *const bases[] = {
		"HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"
	};
	char full[PATH_MAX];

	if (geteuid() != 0)
		return 0;
	if (path_absolute(path, full) == -1)
		return -1;
	for (size_t i = 0; i < sizeof(bases) / sizeof(bases[0]); i++) {
		const char *base = getenv(bases[i]);

		if (base == NULL || *base != '/' || !is_below(full, base) ||
		    !is_somebody_elses(base))
			continue;
		complain("%s: you are root, and %s belongs to somebody else, "
		    "so nothing is written there: run it as that user, or with "
		    "\"sudo -i\"", shown(full).s, bases[i]);
		return -1;
	}
	return 0;
}
