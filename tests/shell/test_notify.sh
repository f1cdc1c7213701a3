#!/bin/sh
# remind -e notify-send: a real notification daemon, dunst, on a private bus
# and a private screen gets the message, and the bus is found from cron's bare
# environment.  Where nobody is reached, it is announced again.
#
# usage: sh tests/shell/test_notify.sh		as root, for all of it
cd "$(dirname "$0")/../.." || exit 1
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need dbus-daemon dbus-send notify-send dunst Xvfb stdbuf flock

# Cron knows of nothing but /run/user.  Where that is not ours to write to, or
# somebody is logged in there, what is looked for there is left out.
runtime=/run/user/$(id -u)
made='' foreign=''
# One such test at a time looks there.
if [ "$(id -u)" -eq 0 ]; then
	exec 9</run
	flock 9
fi
if [ -e "$runtime/bus" ]; then
	foreign="there is a session in $runtime"
elif [ "$(id -u)" -ne 0 ]; then
	foreign="only root can put a bus below /run/user"
else
	[ -d /run/user ] || made=/run/user
	mkdir -p /run/user
fi
[ -z "$foreign" ] ||
    echo "SKIPPED: ${0##*/}: a bus that cron has to find: $foreign"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY XDG_RUNTIME_DIR

pids=
clean() {
	# shellcheck disable=SC2086
	[ -z "$pids" ] || kill $pids 2>/dev/null
	[ -n "$foreign" ] || rm -f "$runtime/bus"
	# shellcheck disable=SC2086
	[ -z "$made" ] || rmdir $made
	cd / && rm -rf "$work"
}
trap clean EXIT

# await WHAT COMMAND ...: until it succeeds; gives up after a minute.
await() {
	what=$1 tries=0
	shift
	until "$@" >/dev/null 2>&1; do
		tries=$((tries + 1))
		if [ $tries -gt $((600 * PATIENCE)) ]; then
			echo "${0##*/}: $what: given up"
			exit 1
		fi
		sleep 0.1
	done
}

# start_bus DIRECTORY: a session bus, at bus in it.
start_bus() {
	mkdir -m 700 "$1"
	dbus-daemon --session --nofork --address="unix:path=$1/bus" \
	    2>>bus.errors &
	pids="$pids $!"
	await "the bus in $1" test -S "$1/bus"
}
is_listening() {
	DBUS_SESSION_BUS_ADDRESS=unix:path=$work/run/bus dbus-send --session \
	    --print-reply --dest=org.freedesktop.DBus / \
	    org.freedesktop.DBus.GetNameOwner \
	    string:org.freedesktop.Notifications
}

start_bus "$work/run"
Xvfb -displayfd 3 -screen 0 640x480x24 -nolisten tcp 3>display 2>/dev/null &
pids="$pids $!"
await "the screen" test -s display
: >dunstrc
DISPLAY=:$(cat display) DBUS_SESSION_BUS_ADDRESS=unix:path=$work/run/bus \
    stdbuf -oL dunst -print -conf dunstrc >shown 2>dunst.errors &
pids="$pids $!"
await "dunst" is_listening

# has_shown TIMES: how often the daemon has been given the message.
has_shown() {
	[ "$(grep -c "^	[a-z]*: 'Ice in a cloth" shown)" -eq "$1" ]
}

# The bus is where XDG_RUNTIME_DIR says.
at '2026-11-20 18:30:00' log -k dull >/dev/null
at '2026-11-20 18:31:00' check none >/dev/null
export XDG_RUNTIME_DIR="$work/run"
expect 0 "on the desktop" at '2026-11-20 18:32:00' remind -e notify-send
same "on the desktop" "$out$err" ""
await "the message on the desktop" has_shown 1
expect 0 "once" at '2026-11-20 18:33:00' remind -e notify-send

# No bus: it says so, and is not taken for announced.
export XDG_RUNTIME_DIR="$work/nowhere"
expect 1 "no bus" at '2026-11-20 20:33:00' remind -e notify-send
has "no bus" "$err" 'will be announced again'
expect 0 "a minute later" at '2026-11-20 20:34:00' remind -e notify-send
same "a minute later nothing is tried" "$out$err" ""
expect 1 "no bus, two minutes later" at '2026-11-20 20:35:00' \
    remind -e notify-send
start_bus "$work/silent"
export XDG_RUNTIME_DIR="$work/silent"
expect 1 "a bus without a daemon" at '2026-11-20 20:39:00' \
    remind -e notify-send
has "a bus without a daemon" "$err" 'will be announced again'
has_shown 1 || complain "it was shown meanwhile"
export XDG_RUNTIME_DIR="$work/run"
expect 0 "reached again" at '2026-11-20 20:47:00' remind -e notify-send
await "the second message" has_shown 2
unset XDG_RUNTIME_DIR

# An address that is set is not looked for, and what is no socket is no bus.
mkdir -m 700 plain
: >plain/bus
# shellcheck disable=SC2016
tell='echo "$DBUS_SESSION_BUS_ADDRESS $XDG_RUNTIME_DIR" >told; exit 1 #'
# bus WHAT WANTED SETTING ...: the two variables, as the command has them; it
# fails, so that the next has something to be told of.
bus() {
	what=$1 wanted=$2
	shift 2
	rm -f told
	expect 1 "$what" env "$@" "$program" -f due remind -w 0-24 -e "$tell $what"
	same "$what" "$(cat told)" "$wanted"
}
backcare -f due log -t 1h >/dev/null
bus "a socket" "unix:path=$work/run/bus $work/run" XDG_RUNTIME_DIR="$work/run"
bus "an address" "unix:path=/mine $work/run" XDG_RUNTIME_DIR="$work/run" \
    DBUS_SESSION_BUS_ADDRESS=unix:path=/mine
bus "an empty address" "unix:path=$work/run/bus $work/run" \
    XDG_RUNTIME_DIR="$work/run" DBUS_SESSION_BUS_ADDRESS=
bus "no socket" " $work/plain" XDG_RUNTIME_DIR="$work/plain"

[ -z "$foreign" ] || finish

# The line of -i, in cron's environment: the bus is in /run/user.
mkdir bin
cat >bin/crontab <<'FAKE'
#!/bin/sh
case $1 in
-l) cat "$HOME/table" ;;
-) cat >"$HOME/table" ;;
esac
FAKE
chmod +x bin/crontab
: >table
PATH=$work/bin:$PATH expect 0 "the line" backcare remind -i -w 0-24 \
    -e 'notify-send -u critical backcare'
[ -d "$runtime" ] || made="$runtime $made"
mkdir -p "$runtime"
line=$(sed -n 's/^\* \* \* \* \* //p' table)
from_cron() {
	env -i HOME="$HOME" LOGNAME=root PATH=/usr/bin:/bin SHELL=/bin/sh \
	    LANG=POSIX TEST_NOW="$(date -d "$1" +%s)" LD_PRELOAD="$CLOCK" \
	    sh -c "$line"
}
expect 1 "from cron, logged out" from_cron '2026-11-20 22:48:00'
has "from cron, logged out" "$err" 'will be announced again'
ln -s "$work/run/bus" "$runtime/bus"
expect 0 "from cron, logged in" from_cron '2026-11-20 22:50:00'
await "the third message" has_shown 3
has "its title" "$(cat shown)" "summary: 'backcare'"
has "its urgency" "$(cat shown)" 'urgency: CRITICAL'
bus "logged in" "unix:path=$runtime/bus $runtime" TZ=UTC0
expect 0 "from cron, once" from_cron '2026-11-20 22:51:00'
has_shown 3 || complain "shown again: $(cat shown)"
finish
