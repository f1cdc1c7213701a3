#!/bin/sh
# Builds and runs the faults of tests/faults: see faults.c.
#
# usage: sh tests/faults/run.sh		after make
#
# ONLY names one scenario of faults.c.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d) || exit 1
trap 'cd / && rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

cflags="-std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -O1 -g -Wall -Wextra
    -Wshadow -Wconversion -Wmissing-prototypes"
# shellcheck disable=SC2086
${CC:-cc} $cflags -o "$work/faults" tests/faults/faults.c \
    tests/faults/tracer.c tests/faults/files.c || exit 1
# shellcheck disable=SC2086
${CC:-cc} $cflags -shared -fPIC -o "$work/world.so" tests/clock.c \
    tests/faults/starve.c tests/faults/still.c || exit 1

# A crontab(1) with the table in HOME, and who is told by remind -e.
mkdir "$work/bin"
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

"$work/faults" "$top/backcare" "$work/world.so" "$work"
