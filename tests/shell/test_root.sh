#!/bin/sh
# As root with the HOME of somebody else, as sudo(8) may leave it: what root
# made there would be root's, and its owner's reminders would fail for ever.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need setpriv stat

${CC:-cc} -shared -fPIC -o root.so "$top/tests/root.c" ||
    complain "no root for the tests"
cp "$program" mine
cat >./crontab <<SH
#!/bin/sh
[ "\$1" = -l ] || exec cat >"$work/open/table"
echo "no crontab for me" >&2
exit 1
SH
chmod 755 . mine root.so crontab
PATH=$work:$PATH
mkdir -m 777 open root
as_nobody mkdir open/home open/data
home=$work/open/home data=$work/open/data

# sudo ARGUMENT ...: root's program, where the owner of the HOME is somebody.
# shellcheck disable=SC2317
sudo() {
	# shellcheck disable=SC2086
	as_nobody env HOME="$home" LD_PRELOAD="$work/root.so $CLOCK" $set "$work/mine" \
	    "$@"
}
# refused WHAT PATH BASE COMMAND ...
refused() {
	what=$1 path=$2 base=$3
	shift 3
	expect 1 "$what" sudo "$@"
	same "$what" "$err" "backcare: $path: you are root, and $base belongs to somebody else, so nothing is written there: run it as that user, or with \"sudo -i\""
}
share=$home/.local/share/backcare/log
state=$home/.local/state/backcare
set=
for command in log 'log -n' 'check fever' 'pain 3' end seen undo edit; do
	# shellcheck disable=SC2086
	refused "$command in a new home" "$share" HOME $command
done
same "what is in the home" "$(ls -A "$home")" ""
refused "a log that is named" "$home/log" HOME -f "$home/log" log
(cd "$home" && refused "a relative name" "$home/log" HOME -f log log) ||
    wrong=1
set="XDG_DATA_HOME=$data XDG_STATE_HOME=$data"
refused "log in XDG_DATA_HOME" "$data/backcare/log" XDG_DATA_HOME log
set="XDG_DATA_HOME=$data/not/yet"
as_nobody mkdir "$data/not"
refused "log in an XDG_DATA_HOME to be made" "$data/not/yet/backcare/log" \
    XDG_DATA_HOME log
rmdir "$data/not"
same "what is in the data" "$(ls -A "$data")" ""

# Its owner's log: to read, and not to write to, nor what is noted of it.
as_nobody env HOME="$home" "$work/mine" log -t 1h >/dev/null
as_nobody env HOME="$home" "$work/mine" check none >/dev/null
before=$(cat "$share")
set=
expect 0 "now" sudo now
expect 0 "history" sudo history
refused "pain" "$share" HOME pain 3
refused "undo" "$share" HOME undo
refused "remind" "$state/reminding" HOME remind -w 0-24
as_nobody cp "$share" root/log
refused "remind, another log" "$state/reminding" HOME -f "$work/root/log" \
    remind -w 0-24
refused "remind -i" "$state/crontab.old" HOME remind -i
refused "ice" "$share" HOME ice
[ ! -e open/table ] || complain "the crontab was touched"
same "the log" "$(cat "$share")" "$before"
same "the state" "$(ls -A "$home/.local")" share
# Who names a log that is there means it.
expect 0 "-f" sudo -f "$share" pain 3
same "-f" "$(grep -c score=3 "$share")" 1
# Elsewhere root does as anybody.
home=$work/root
if [ "$(id -u)" -eq 0 ]; then
	expect 0 "root at home" env HOME="$home" "$work/mine" log
	[ -s root/.local/share/backcare/log ] || complain "root has no log"
fi
finish
