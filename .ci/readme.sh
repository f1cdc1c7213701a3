#!/bin/sh
# Prints the Nth command of the README that calls apt-get, with the lines that
# it is continued on.
#
# usage: sh .ci/readme.sh N
cd "$(dirname "$0")/.." || exit 1
command=$(awk -v want="$1" '
    /^    apt-get / { inside = ++count == want }
    inside { print substr($0, 5) }
    !/\\$/ { inside = 0 }' README)
[ -n "$command" ] || { echo "README has no command $1" >&2; exit 1; }
printf '%s\n' "$command"
