#!/bin/sh
# Builds and runs the faults of tests/faults: see faults.c.
#
# usage: sh tests/faults/run.sh		after make
#
# ONLY names one scenario of faults.c.  They run in memory, where there is
# /dev/shm, as what becomes of a disk is not in question; TMPDIR names another
# place.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d) || exit 1
room=
trap 'cd / && rm -rf "$work" ${room:+"$room"}' EXIT
trap 'exit 1' HUP INT TERM
[ -n "${TMPDIR:-}" ] ||
    room=$(TMPDIR=/dev/shm mktemp -d 2>/dev/null) || room=
mkdir "$work/bin" "$work/out"

cflags="-std=c11 -D_DEFAULT_SOURCE -O1 -g -Wall -Wextra
    -Wshadow -Wconversion -Wmissing-prototypes"
# shellcheck disable=SC2086
${CC:-cc} $cflags -o "$work/faults" tests/faults/faults.c \
    tests/faults/scene.c tests/faults/tracer.c tests/faults/files.c || exit 1
# shellcheck disable=SC2086
${CC:-cc} $cflags -shared -fPIC -o "$work/still.so" \
    tests/faults/starve.c tests/faults/still.c tests/faults/alone.c || exit 1
# The two clocks have some of the same functions: one after the other.
${CC:-cc} -shared -fPIC -o "$work/clock.so" tests/clock.c || exit 1
world=$work/still.so:$work/clock.so

# A crontab(1) with the table in HOME, and who is told by remind -e.
cat >"$work/bin/crontab" <<'SH'
#!/bin/sh
case $1 in
-l) cat "$HOME/crontab" ;;
-) cat >"$HOME/crontab.new" && mv "$HOME/crontab.new" "$HOME/crontab" ;;
esac
SH
cat >"$work/bin/tell" <<'SH'
#!/bin/sh
cat >>"$HOME/told"
SH
chmod +x "$work/bin/crontab" "$work/bin/tell"

# As many scenarios at once as there are processors, each where it is alone.
PATH=$work/bin:/usr/bin:/bin
export work top world room="${room:-$work}"
"$work/faults" | awk -v only="${ONLY:-}" \
    'only == "" || $0 == only { printf "%02d\n", NR - 1 }' >"$work/numbers"
[ -s "$work/numbers" ] || { echo "faults: no such scenario"; exit 1; }
# shellcheck disable=SC2016
xargs -P "$(getconf _NPROCESSORS_ONLN)" -n 1 sh -c '
	"$work/faults" "$top/backcare" "$world" "$room/$1" "$1" \
	    >"$work/out/$1" 2>&1 || :' sh <"$work/numbers"

# One that does not come to its end has no count.
cat "$work"/out/* | awk -v count="$(grep -c . "$work/numbers")" '
    /^[0-9]+ passed, [0-9]+ failed$/ {
	passed += $1
	failed += $3
	count--
	next
    }
    { print }
    END {
	if (count > 0)
		print "FAILED: not come to their end: " count
	failed += count
	print passed + 0 " passed, " failed + 0 " failed"
	exit failed > 0 || passed == 0
    }'
