#include "tracer.h"

#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#ifndef __x86_64__
#error "to change a system call, this needs to know the registers"
#endif

static const struct {
	long number;
	const char *name;
} names[] = {
	{SYS_access, "access"}, {SYS_brk, "brk"}, {SYS_chmod, "chmod"},
	{SYS_clock_nanosleep, "clock_nanosleep"}, {SYS_clone, "clone"},
	{SYS_close, "close"}, {SYS_dup2, "dup2"}, {SYS_fchmod, "fchmod"},
	{SYS_fchown, "fchown"}, {SYS_fcntl, "fcntl"}, {SYS_flock, "flock"},
	{SYS_fsync, "fsync"}, {SYS_ftruncate, "ftruncate"},
	{SYS_getcwd, "getcwd"}, {SYS_getrandom, "getrandom"},
	{SYS_ioctl, "ioctl"}, {SYS_lseek, "lseek"}, {SYS_mkdir, "mkdir"},
	{SYS_mmap, "mmap"}, {SYS_munmap, "munmap"},
	{SYS_newfstatat, "stat"}, {SYS_openat, "open"},
	{SYS_pread64, "pread"}, {SYS_pselect6, "pselect"},
	{SYS_read, "read"}, {SYS_readlink, "readlink"},
	{SYS_rename, "rename"}, {SYS_rt_sigaction, "sigaction"},
	{SYS_rt_sigprocmask, "sigprocmask"},
	{SYS_timerfd_create, "timerfd_create"},
	{SYS_timerfd_settime, "timerfd_settime"}, {SYS_umask, "umask"},
	{SYS_unlink, "unlink"}, {SYS_wait4, "wait"}, {SYS_write, "write"}
};

/* What cannot be done any more where a disk is dead. */
static const long disk_calls[] = {
	SYS_write, SYS_fsync, SYS_ftruncate, SYS_rename, SYS_unlink, SYS_mkdir
};

#define DISK_CALLS (sizeof(disk_calls) / sizeof(disk_calls[0]))

/* For the alarm, when a run is hung. */
static volatile sig_atomic_t running;

static void
stop_run(int signo)
{
	int saved = errno;

	(void)signo;
	kill((pid_t)running, SIGKILL);
	running = 0;
	errno = saved;
}

const char *
tracer_name(long number)
{
	static char other[32];

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (names[i].number == number)
			return names[i].name;
	}
	snprintf(other, sizeof(other), "call %ld", number);
	return other;
}

bool
tracer_is_transfer(long number)
{
	return number == SYS_write || number == SYS_read ||
	    number == SYS_pread64;
}

static void
redirect(const char *path, int flags, int to)
{
	int fd = open(path, flags, 0600);

	if (fd == -1 || dup2(fd, to) == -1)
		_exit(125);
	close(fd);
}

static void
become(char *const argv[], char *const envp[], const char *out,
    const char *error, bool traced)
{
	const struct rlimit no_core = {0, 0};

	redirect("/dev/null", O_RDONLY, STDIN_FILENO);
	redirect(out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
	redirect(error, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
	setrlimit(RLIMIT_CORE, &no_core);
	/* The same addresses make the same calls, every time. */
	personality(ADDR_NO_RANDOMIZE);
	if (traced && (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == -1 ||
	    raise(SIGSTOP) != 0))
		_exit(125);
	execve(argv[0], argv, envp);
	_exit(125);
}

static pid_t
start(char *const argv[], char *const envp[], const char *out,
    const char *error, bool traced)
{
	struct sigaction action = {.sa_handler = stop_run};
	pid_t pid;

	sigaction(SIGALRM, &action, NULL);
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	pid = fork();
	if (pid == -1)
		err(1, "fork");
	if (pid == 0)
		become(argv, envp, out, error, traced);
	running = (sig_atomic_t)pid;
	alarm(TRACER_SECONDS);
	return pid;
}

/* Also for what the program started and did not wait for. */
static bool
end(void)
{
	bool hung = running == 0;

	alarm(0);
	while (waitpid(-1, NULL, 0) != -1 || errno == EINTR)
		;
	return hung;
}

static int
wait_status(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) == -1) {
		if (errno != EINTR)
			err(1, "wait");
	}
	return status;
}

static void
poke(pid_t pid, size_t offset, long value)
{
	ptrace(PTRACE_POKEUSER, pid, (void *)offset, (void *)value);
}

static void
set_number(pid_t pid, long number)
{
	poke(pid, offsetof(struct user_regs_struct, orig_rax), number);
}

static bool
fails_on_dead_disk(long number, long fd)
{
	if (number == SYS_write && fd <= STDERR_FILENO)
		return false;
	for (size_t i = 0; i < DISK_CALLS; i++) {
		if (disk_calls[i] == number)
			return true;
	}
	return false;
}

/* A fault on its way through one run. */
struct strike {
	const struct fault *fault;
	struct trace *trace;
	bool counting;		/* the loader is done */
	long number;		/* of the call that it is about; -1: not yet */
	long present;		/* the call that has begun last */
	bool error, kill;	/* at the end of the present call */
	bool once;		/* of a next one that fails, had */
	long again;		/* the call that begins anew; -1: none */
};

/* What the kernel, but no program, sees of a call that it begins again. */
static const long restarts[] = {-512, -513, -514, -516};

#define RESTARTS (sizeof(restarts) / sizeof(restarts[0]))

/* The call that the fault is about begins. */
static void
strike_first(struct strike *s, pid_t pid, long number, long asked)
{
	long bytes = s->fault->bytes != 0 && s->fault->bytes < asked ?
	    s->fault->bytes : asked / 2;

	s->trace->reached = true;
	s->number = number;
	switch (s->fault->kind) {
	case FAULT_KILL_BEFORE:
		set_number(pid, -1);
		kill(pid, SIGKILL);
		break;
	case FAULT_KILL_AFTER:
		s->kill = true;
		break;
	case FAULT_ERROR:
	case FAULT_ERRORS:
		s->error = true;
		break;
	case FAULT_SHORT_KILL:
		s->kill = true;
		/* FALLTHROUGH */
	case FAULT_SHORT:
	case FAULT_SHORT_ERROR:
	case FAULT_DISK:
		poke(pid, offsetof(struct user_regs_struct, rdx), bytes);
		break;
	case FAULT_NONE:
		break;
	}
}

/* A call after that one begins. */
static void
strike_later(struct strike *s, long number, long fd)
{
	bool message = number == SYS_write && fd == STDERR_FILENO;

	if (s->fault->kind == FAULT_ERRORS)
		s->error = number == s->number && !message;
	if (s->fault->kind == FAULT_DISK)
		s->error = fails_on_dead_disk(number, fd);
	if (s->fault->kind == FAULT_SHORT_ERROR && number == s->number &&
	    !message && !s->once)
		s->once = s->error = true;
}

static void
enter(struct strike *s, pid_t pid, long number, long fd, long second,
    long third)
{
	struct trace *t = s->trace;
	bool again = number == s->again || (s->again != -1 &&
	    number == SYS_restart_syscall);

	/* No call of the program's: the way back from a handler. */
	if (number == SYS_rt_sigreturn)
		return;
	s->counting |= number == SYS_fcntl && second == F_GETFD;
	if (!s->counting || again)
		return;
	s->present = number;
	if (s->number != -1)
		strike_later(s, number, fd);
	else if (s->fault->kind != FAULT_NONE && t->count == s->fault->at)
		strike_first(s, pid, number, third);
	if (s->error && number != SYS_close)
		set_number(pid, -1);
	if (t->count < TRACER_CALLS)
		t->calls[t->count] = (struct trace_call){number, fd, second};
	t->count++;
}

static bool
is_restart(long value)
{
	for (size_t i = 0; i < RESTARTS; i++) {
		if (restarts[i] == value)
			return true;
	}
	return false;
}

static void
leave(struct strike *s, pid_t pid, long value)
{
	s->again = !s->error && is_restart(value) ? s->present : -1;
	if (s->again != -1)
		return;
	if (s->kill)
		kill(pid, SIGKILL);
	if (s->error)
		poke(pid, offsetof(struct user_regs_struct, rax),
		    -s->fault->error);
	s->error = s->kill = false;
}

static void
look(struct strike *s, pid_t pid)
{
	struct __ptrace_syscall_info info;

	if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, (void *)sizeof(info),
	    &info) == -1)
		return;
	if (info.op == PTRACE_SYSCALL_INFO_ENTRY)
		enter(s, pid, (long)info.entry.nr, (long)info.entry.args[0],
		    (long)info.entry.args[1], (long)info.entry.args[2]);
	else if (info.op == PTRACE_SYSCALL_INFO_EXIT)
		leave(s, pid, (long)info.exit.rval);
}

void
tracer_run(char *const argv[], char *const envp[], const char *out,
    const char *error, const struct fault *fault, struct trace *t)
{
	struct strike s = {.fault = fault, .trace = t, .number = -1,
	    .present = -1, .again = -1};
	pid_t pid = start(argv, envp, out, error, true);
	long signo = 0;

	t->count = 0;
	t->reached = false;
	t->status = wait_status(pid);
	ptrace(PTRACE_SETOPTIONS, pid, NULL, (void *)(PTRACE_O_TRACESYSGOOD |
	    PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL));
	for (;;) {
		ptrace(PTRACE_SYSCALL, pid, NULL, (void *)signo);
		t->status = wait_status(pid);
		signo = 0;
		if (!WIFSTOPPED(t->status))
			break;
		if (WSTOPSIG(t->status) == (SIGTRAP | 0x80))
			look(&s, pid);
		else if (WSTOPSIG(t->status) != SIGTRAP)
			signo = WSTOPSIG(t->status);
	}
	t->hung = end();
}

int
tracer_plain(char *const argv[], char *const envp[], const char *out,
    const char *error)
{
	int status = wait_status(start(argv, envp, out, error, false));

	end();
	return status;
}
