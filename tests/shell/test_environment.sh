#!/bin/sh
# Where the log is: -f, else BACKCARE_LOG, else XDG_DATA_HOME, else HOME.
. tests/shell/setup.sh
clock '2026-11-20 20:00'

# where EXPECTED: after log, there is this file and no other.
where() {
	expect 0 "log for $1" backcare log
	same "the file" "$(find . -name log -o -name own)" "./$1"
	[ ! -f "$1" ] || rm -r "./${1%%/*}"
}
mkdir xdg
where .local/share/backcare/log
XDG_DATA_HOME=$work/xdg
export XDG_DATA_HOME
where xdg/backcare/log
XDG_DATA_HOME=$work/xdg/deep/er
where xdg/deep/er/backcare/log
for relative in xdg ./xdg ''; do
	XDG_DATA_HOME=$relative
	where .local/share/backcare/log
done
XDG_DATA_HOME=$work/xdg
export BACKCARE_LOG=''
where xdg/backcare/log
BACKCARE_LOG=own
where own
BACKCARE_LOG=$work/own
where own
expect 0 "log -f" backcare -f other log
expect 0 "now" backcare now -q
same "where -f puts it" "$(ls other own 2>/dev/null)" other
# The directory of a log that was named is not for the program to make.
BACKCARE_LOG=no/own
expect 1 "no directory" backcare log
same "no directory" "$err" "backcare: no/own: No such file or directory"

unset BACKCARE_LOG XDG_DATA_HOME
for home in unset '' foo ./foo; do
	export HOME="$home" is='HOME is not set'
	[ -n "$home" ] && is="HOME=$home is not absolute"
	[ "$home" = unset ] && unset HOME && is='HOME is not set'
	for command in now log 'undo -n'; do
		# shellcheck disable=SC2086
		expect 1 "HOME $home, $command" backcare $command
		same "HOME $home, $command" "$err" \
		    "backcare: $is: say where the log is with -f or BACKCARE_LOG"
	done
	expect 0 "HOME $home, -f" backcare -f other pain 3
	expect 0 "HOME $home, help" backcare help
	expect 0 "HOME $home, -V" backcare -V
	expect 1 "HOME $home, remind" backcare -f other remind -w 0-24
	same "HOME $home, remind" "$err" \
	    "backcare: $is: set it to a full path, or XDG_STATE_HOME, for what this program notes"
done
export HOME="$work"
long=$(printf '%5000s' '' | tr ' ' x)
expect 1 "a long path" backcare -f "$long" now
same "a long path" "$err" "backcare: the path is too long"
expect 1 "a long home" env HOME="/$long" "$program" now
same "a long home" "$err" "backcare: the path is too long"
name=$(printf '%300s' '' | tr ' ' x)
expect 1 "a long name" backcare -f "$name" log
has "a long name" "$err" '^backcare: x*\.\.\.: File name too long$'

# No variable of this kind changes what is read, or stops it.
expect 0 log backcare log
want=$(backcare now -j -t @2000000000)
for setting in LC_ALL=no_SUCH LC_ALL= LANG=C TERM= TERM=dumb NO_COLOR=1 \
    POSIXLY_CORRECT=1 COLUMNS=1 TZ=; do
	same "with $setting" "$(env "$setting" "$program" now -j \
	    -t @2000000000)" "$want"
done
finish
