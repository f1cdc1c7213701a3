#!/bin/sh
# What a command records is one write of whole lines, synced before it is said.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need strace grep
# A leak checker cannot work in a traced process.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"

# trace ARGUMENT ...: its writes, syncs and cuts, with the files' names.
trace() {
	strace -y -s 200 -o trace \
	    -e trace=write,writev,pwrite64,fsync,fdatasync,?ftruncate,?ftruncate64 \
	    "$program" "$@" >out 2>err || complain "$*: $(cat err)"
}
order() {
	sed -n -e "s|^write([0-9]*<$log>.*|log|p" \
	    -e "s|^fsync([0-9]*<$log>).* = 0|sync|p" \
	    -e "s|^ftruncate[64]*([0-9]*<$log>.*|cut|p" \
	    -e "s|^fsync([0-9]*<${work}[^>]*>).* = 0|dir|p" \
	    -e 's|^write(1<.*|said|p' -e 's|^.*writev(.*|writev|p' trace |
	    tr '\n' ' '
}
trace log
same "a new log" "$(order)" "dir dir dir log sync dir said "
same "its one write" "$(grep -c 'write(.*# backcare log 1\\n20.*Z onset\\n"' \
    trace)" 1
trace log -N -r fever a new one
same "log -N" "$(order)" "log sync said "
same "its one write" \
    "$(grep -c 'write(.*"20.*Z end\\n20.*Z onset flags=fever # a new one\\n"' \
    trace)" 1
for command in 'pain 3' 'check none' seen end; do
	# shellcheck disable=SC2086
	trace $command
	same "$command" "$(order)" "log sync said "
done
# What is synced is the directory that it is in, wherever the link is.
mkdir far
ln -s far/back link
strace -y -o trace -e trace=fsync "$program" -f link log >out 2>err ||
    complain "log through a link: $(cat err)"
has "log through a link" "$(cat trace)" "^fsync([0-9]*<$work/far>) *= 0"
trace undo
same undo "$(order)" "cut sync said "
printf torn >>"$log"
trace pain 4
same "after a torn line" "$(order)" "log sync said "
same "its one write" "$(grep -c 'write(.*"?\\n20.*Z pain score=4\\n"' trace)" 1
rm "$log"
trace log -t 1h
for command in now 'now -j' 'log -n' 'undo -n' 'ice -F -n -m 1 -t 2m' \
    'heat -F -n -m 1 -t 2m'; do
	# shellcheck disable=SC2086
	strace -y -o trace -e trace=write,fsync,?ftruncate,?ftruncate64,openat \
	    "$program" $command >out 2>err
	same "$command" "$(order)" "said "
	grep -q "<*$log.*O_RDONLY" trace || complain "$command does not read"
	grep -e "\"$log\".*O_RDWR" -e "\"$log\".*O_CREAT" trace &&
	    complain "$command opens the log for writing"
done
finish
