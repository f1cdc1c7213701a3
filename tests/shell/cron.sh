#!/bin/sh
# A real cron delivers: for a user of its own, made for this and taken away
# again, "remind -i" puts the line into the crontab, the message arrives within
# two minutes, and not again.  It takes two to three minutes, all of them spent
# waiting for cron.
#
# usage: sh tests/shell/cron.sh		as root, after make
cd "$(dirname "$0")/../.." || exit 1
. tests/shell/setup.sh
need cron crontab useradd userdel runuser
if [ "$(id -u)" -ne 0 ]; then
	echo "${0##*/}: only root can make a user and run cron"
	exit 1
fi

user=backcare$$
home=$work/home
daemon=
sendmail=
clean() {
	[ -z "$sendmail" ] || rm -f "$sendmail"
	[ -z "$daemon" ] || kill "$daemon"
	crontab -u "$user" -r 2>/dev/null
	userdel "$user"
	cd / && rm -rf "$work"
}
trap clean EXIT
chmod 755 "$work"
useradd --no-log-init --home-dir "$home" --create-home --shell /bin/sh \
    "$user" || exit 1
mkdir -p bin
cp "$program" bin/backcare

as_user() {
	runuser -u "$user" -- env -i HOME="$home" LOGNAME="$user" \
	    PATH="$work/bin:/usr/bin:/bin" LANG=C.UTF-8 "$@"
}

# await WHAT SECONDS COMMAND ...
await() {
	what=$1 left=$2
	shift 2
	until "$@"; do
		left=$((left - 1))
		if [ $left -lt 0 ]; then
			complain "$what: given up"
			finish
		fi
		sleep 1
	done
}
count() {
	if [ -e "$home/$1" ]; then wc -l <"$home/$1"; else echo 0; fi
}
is_more() {
	[ "$(count "$1")" -gt "$2" ]
}

# Somebody who has a crontab already: a job that shows each of cron's minutes.
# shellcheck disable=SC2016
echo '# mine
* * * * * date >>"$HOME"/minutes' >table
as_user crontab - <table
cat >"$home/deliver" <<'DELIVER'
#!/bin/sh
printf '%s\n' "$1" | head -n 1 >>"$HOME/arrived"
cat >>"$HOME/input"
DELIVER
chmod +x "$home/deliver"
as_user backcare log -t 1m >/dev/null
as_user backcare check none >/dev/null
# shellcheck disable=SC2016
expect 0 "remind -i" as_user backcare remind -i -w 0-24 -e '"$HOME/deliver" %'
as_user crontab -l >with
same "lines of the table" "$(wc -l <with)" 5

if ! pidof cron >/dev/null; then
	cron -f -L 0 &
	daemon=$!
fi
await "a reminder" 130 is_more arrived 0
same "the message" "$(cat "$home/arrived")" %
has "its input" "$(cat "$home/input")" '^Ice in a cloth'
await "two more minutes of cron" 190 is_more minutes $(($(count minutes) + 1))
same "messages after that" "$(count arrived)" 1

# By mail, to whom the crontab names; where there is no sendmail, with one that
# is there for as long as this takes.
if [ ! -e /usr/sbin/sendmail ]; then
	sendmail=/usr/sbin/sendmail
	printf '#!/bin/sh\ncat >>"%s"\n' "$home/mail" >$sendmail
	chmod 755 $sendmail
	{ echo 'MAILTO=someone@example.org'; as_user crontab -l; } >mailing
	as_user crontab - <mailing
	rm -r "$home/.local/state/backcare"
	expect 0 "by mail" as_user backcare remind -i -w 0-24
	has "by mail" "$out" 'sends mail to someone@example.org\.$'
	await "the mail" 130 test -s "$home/mail"
	has "its addressee" "$(cat "$home/mail")" '^To: someone@example.org'
	has "its message" "$(cat "$home/mail")" '^Ice in a cloth'
	as_user crontab -l | sed 1d >mailed
	as_user crontab - <mailed
else
	echo "SKIPPED: ${0##*/}: mail: there is a sendmail already"
fi

expect 0 "remind -u" as_user backcare remind -u
as_user crontab -l >after
cmp table after || complain "remind -u: the table is not what it was"
finish
