#!/bin/sh
# What is said, and what is left, where one system call fails, each by its
# name; "make faults" lets every one of them fail.
# shellcheck disable=SC2016,SC2317
# Takes 7 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need strace bash flock mkfifo
# A leak checker cannot work in a traced process; and a sanitizer that makes the
# directory of its reports makes calls of its own, where one fewer is to fail.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0:log_path=stderr"
export UBSAN_OPTIONS="${UBSAN_OPTIONS:-}:log_path=stderr"

fresh() {
	rm -rf "$HOME/.local"
	backcare log -t 3h >/dev/null
	backcare check none >/dev/null
	backcare pain 5 >/dev/null
	cp "$log" before
}

# Where a fault is to strike, as in -P file of strace(1); empty: everywhere.
paths=

# failing STATUS FAULT ARGUMENT ...: FAULT as in -e inject=FAULT of strace(1),
# or several of them with blanks between.
failing() {
	want_status=$1 faults=$2
	shift 2
	what="$faults, $*" inject=
	for fault in $faults; do
		inject="$inject -e inject=$fault"
	done
	# shellcheck disable=SC2086
	expect "$want_status" "$what" strace -qq -o trace $paths $inject \
	    "$program" "$@"
	grep -q INJECTED trace || complain "$what: nothing failed"
}
# left WHAT: the log is as it was.
left() {
	cmp -s before "$log" || complain "$1: the log changed"
}
# says STATUS FAULT MESSAGE ARGUMENT ...: one line, and nothing is recorded.
says() {
	message=$3
	set_status=$1 set_fault=$2
	shift 3
	failing "$set_status" "$set_fault" "$@"
	same "$what" "$err" "backcare: $message"
	left "$what"
}

# --- The log: the last line is there whole, or not at all.

fresh
io='Input/output error'
says 1 fsync:error=EIO:when=1 "$log: it may or may not be recorded: $io" \
    pain 3
says 1 write:error=ENOSPC:when=1 \
    "$log: nothing was recorded: No space left on device" pain 3
says 1 '?ftruncate,?ftruncate64:error=EIO' "$log: nothing was taken back: $io" undo
failing 1 'fsync:error=EIO:when=1 '?ftruncate,?ftruncate64:error=EIO'' pain 3
same "$what" "$err" "backcare: $log: it may or may not be recorded: $io
backcare: $log: its last line could not be taken back: $io"
fresh
failing 1 fsync:error=EIO undo
same "$what" "$err" "backcare: $log: it may or may not be taken back: $io"
rm "$log"
failing 1 fsync:error=EIO:when=2 log
same "$what" "$err" "backcare: $log: it may or may not be recorded: $io"
same "$what: what is left" "$(cat "$log")" ""
rm -r "$HOME/.local"
says_nowhere() {
	failing 1 "$1" log
	same "$what" "$err" "backcare: $log: cannot make its directory: $2"
	[ ! -e "$log" ] || complain "$what: there is a log"
}
says_nowhere mkdir:error=EROFS:when=1 'Read-only file system'
says_nowhere fsync:error=EIO:when=1 "$io"
rm -rf "$HOME/.local"
failing 0 fsync:error=EINVAL:when=1 log
same "a directory that cannot be synced" "$(wc -l <"$log")" 2

# A signal that comes in between is no failure.
fresh
for call in write fsync; do
	failing 0 $call:error=EINTR:when=1 pain 4
	same "$what" "$(tail -n 1 "$log" | sed 's/.* //')" score=4
	failing 0 '?ftruncate,?ftruncate64:error=EINTR:when=1' undo
	left "$what"
done

# Each read of it, one by one: nothing is taken for read that was not.
paths="-P $log"
for command in now history report plan 'now -1' 'remind -n' 'undo -n' why \
    'pain 3' undo; do
	# shellcheck disable=SC2086
	strace -qq -o trace $paths -e trace=pread64 "$program" $command \
	    >/dev/null
	cp before "$log"
	reads=$(grep -c '^pread64' trace)
	[ "$reads" -gt 1 ] || complain "$command: $reads reads"
	while [ "$reads" -gt 0 ]; do
		# shellcheck disable=SC2086
		failing 1 pread64:error=EIO:when="$reads" $command
		has "$what" "$err" "^backcare: $log: .*$io\$"
		left "$what"
		reads=$((reads - 1))
	done
done
later=$(backcare now -q -t +1h; echo $?)
failing "$later" pread64:error=EINTR:when=2 now -q -t +1h
# One that another program has made shorter meanwhile.
shorter='Resource temporarily unavailable'
says 1 pread64:retval=0:when=2 "$log: $shorter" now
says 1 pread64:retval=0:when=2 "$log: $shorter" undo
says 1 pread64:retval=0:when=3 "$log: nothing was recorded: $shorter" pain 3
paths=

# --- edit: the log stays, and what was edited is kept where it was.

echo 'sed -i "s/score=5/score=6/" "$1"' >change
export VISUAL='sh ./change'
# kept FAULT MESSAGE
kept() {
	failing 1 "$1" edit
	has "$what" "$err" "$2"
	copy=$(printf '%s\n' "$err" |
	    sed -n 's/^backcare: edit: what you edited is kept in //p')
	grep -q score=6 "$copy" || complain "$what: it is not kept: $err"
	rm -f "$copy"
	left "$what"
}
kept rename:error=EIO "^backcare: $log: $io\$"
kept fchmod:error=EPERM:when=2 "log\.edit\..*: Operation not permitted"
kept fsync:error=EIO:when=2 "log\.edit\..*: $io"
failing 1 fsync:error=EIO:when=1 edit
has "$what" "$err" "log\.edit\..*: $io"
left "$what"
says 1 clone,vfork:error=EAGAIN "edit: sh: $shorter" edit
says 1 timerfd_create:error=EMFILE "edit: Too many open files" edit
same "beside the log" "$(ls -A "${log%/*}")" log
failing 1 fsync:error=EIO:when=3 edit
same "$what" "$err" "backcare: $log: $io
backcare: the edit may or may not last"
grep -q score=6 "$log" || complain "$what: the log is the old one"

# --- remind: what may not be noted is owned up to, and comes again.

state=$HOME/.local/state/backcare
export BACKCARE_WAKING=0-24
fresh
says 1 mkdir:error=EROFS:when=1 \
    "$state/reminding: cannot make its directory: Read-only file system" remind
# Notes for another log stay.
others='/another/log 2026-11-20T17:00:00Z ice 2026-11-20T17:00:00Z 0123456789abcdef'
mkdir -p "$state"
printf '%s\n' '# backcare reminded 1' "$others" >"$state/reminded"
unnoted='it was announced, but may not be noted: then it comes again'
# unnoted FAULT FILE
unnoted() {
	failing 1 "$1" remind
	same "$what" "$err" "backcare: $state/$2: $io
backcare: $unnoted"
	has "$what" "$out" '^Ice in '
	same "$what: the notes" "$(cat "$state/reminded")" \
	    "# backcare reminded 1
$others"
}
unnoted rename:error=EIO reminded
rm "$state/reminded.new"
unnoted fsync:error=EIO:when=1 reminded.new
[ ! -e "$state/reminded.new" ] || complain "$what: half of it is left"
says 1 clone,vfork:error=EAGAIN "-e: nothing was announced: $shorter" \
    remind -e true
says 1 fsync:error=EIO:when=2 "$state/reminded: $io
backcare: $unnoted" remind
has "the other log" "$(cat "$state/reminded")" "^$others\$"
expect 0 "noted after all" backcare remind
same "noted after all" "$out" ""
long=$(printf '%9000s' x)
expect 2 "a long command" backcare remind -e "x$long"
same "a long command" "$err" \
    "backcare: -e: the command is too long: put it into a script"
expect 1 "a log that cannot be told" backcare -f "$log/log" remind
same "a log that cannot be told" "$err" "backcare: $log/log: Not a directory"
rm -r "$state"
mkdir -p "$state/reminded"
expect 1 "a directory for notes" backcare remind
has "a directory for notes" "$err" "reminded: Is a directory\$"
rmdir "$state/reminded"

# Another that says something just now is not waited for, and who notes
# something is.
mkfifo held free
flock -x "$state/reminding" sh -c 'echo >held; read -r _ <free' &
read -r _ <held
expect 0 "while another says it" backcare remind
same "while another says it" "$out$err" ""
echo >free
wait $!
: >"$state/reminded"
flock -x "$state/reminded" sh -c 'echo >held; read -r _ <free' &
read -r _ <held
strace -qq -o trace -e trace=flock,clock_nanosleep "$program" remind >out &
waiting=$!
tries=$((300 * PATIENCE))
until grep -q clock_nanosleep trace; do
	tries=$((tries - 1))
	[ $tries -gt 0 ] || break
	sleep 0.1
done
[ $tries -gt 0 ] || complain "it does not wait"
echo >free
wait $waiting || complain "remind, after it was locked"
has "after it was locked" "$(cat out)" '^Ice in '
has "after it was locked" "$(cat "$state/reminded")" ' ice '
unset BACKCARE_WAKING

# --- remind -i, and what it is told of this program.

mkdir bin
cat >bin/crontab <<'SH'
#!/bin/sh
case $1 in
-l) cat "$HOME/table" ;;
-) cat >"$HOME/table" ;;
esac
SH
chmod +x bin/crontab
: >table
PATH=$work/bin:$PATH
says 1 clone,vfork:error=EAGAIN "crontab -l: $shorter" remind -i
says 1 getcwd:error=ENOENT "the working directory: No such file or directory" \
    -f own remind -i
rm -rf "$state"
says 1 mkdir:error=EROFS:when=1 \
    "$state/crontab.old: cannot make its directory: Read-only file system" \
    remind -i
says 1 fsync:error=EIO:when=2 "$state/crontab.old: no copy of the old \
crontab, so it stays: $io" remind -i
same "the table" "$(cat table)" ""
cp "$program" bin/backcare
expect 0 "by its name alone" bash -c \
    'PATH=:$PATH exec -a backcare "$0" remind -i -n' "$program"
has "by its name alone" "$out" " '$work/bin/backcare' -f "
expect 1 "by a name that is nowhere" bash -c \
    'exec -a nowhere "$0" remind -i -n' "$program"
same "by a name that is nowhere" "$err" \
    "backcare: nowhere: cannot tell where this program is"

# --- The timer, and who else runs it.

fresh
export BACKCARE_TIMESCALE=900
says 1 timerfd_create:error=EMFILE "the timer: Too many open files" ice
# Not to know of another is no reason not to run.
# unguarded WHAT MESSAGE: after such a run.
unguarded() {
	same "$1" "$(printf '%s\n' "$err" | grep -v TIMESCALE)" "backcare: $2"
	same "$1: what is recorded" "$(tail -n 1 "$log" | sed 's/^[^ ]* //')" \
	    "ice min=15"
	cp before "$log"
}
expect 0 "a timer" backcare ice
timer=$(echo "$state"/timer.*)
cp before "$log"
rm -rf "$state"
failing 0 mkdir:error=EROFS:when=1 ice
unguarded "$what" \
    "$timer: cannot make its directory: Read-only file system"
mkdir -p "$timer"
expect 0 "a directory for the timer" backcare ice
unguarded "$what" "$timer: Is a directory"
expect 0 "no home for the timer" env -u HOME "$program" -f "$log" ice
unguarded "$what" "HOME is not set: set it to a full path, or XDG_STATE_HOME, for \
what this program notes"
finish
