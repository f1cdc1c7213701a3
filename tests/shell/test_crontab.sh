#!/bin/sh
# remind -i and -u beside a crontab(1) that does as it is told: other lines stay
# byte for byte, whatever goes wrong the old table stands, and the line runs in
# the bare environment that cron gives it.
#
# usage: sh tests/shell/test_crontab.sh
# Takes 3 s.
cd "$(dirname "$0")/../.." || exit 1
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need strace
# A leak checker cannot work in a traced process.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"

# The table is in the file table; the file mode says what goes wrong.
mkdir bin
cat >bin/crontab <<'FAKE'
#!/bin/sh
mode=$(cat "$HOME/mode" 2>/dev/null)
case $1 in
-l)
	case $mode in
	unreadable)
		echo "crontab: cannot open the spool: Permission denied" >&2
		exit 1 ;;
	half)
		head -n 1 "$HOME/table"
		echo "no crontab for me, or is there?" >&2
		exit 1 ;;
	killed)
		kill -9 $$ ;;
	esac
	[ -e "$HOME/table" ] && exec cat "$HOME/table"
	if [ -e "$HOME/none" ]; then
		cat "$HOME/none" >&2
		exit "$(cat "$HOME/nones" 2>/dev/null || echo 1)"
	fi
	# It speaks the language of its user, unless it is told not to.
	case ${LC_ALL:-} in
	C) echo "no crontab for $(id -un)" >&2 ;;
	*) echo "keine crontab für $(id -un)" >&2 ;;
	esac
	exit 1 ;;
*)
	case $mode in
	fileless)
		[ "$1" != - ] || { echo "too few arguments" >&2; exit 111; }
		exec cat "$1" >"$HOME/table" ;;
	refused)
		cat >/dev/null
		echo '"-":7: bad minute' >&2
		echo "errors in crontab file, can't install." >&2
		exit 1 ;;
	mangled)
		rm "$HOME/mode"
		{ cat; echo "# installed"; } >"$HOME/table" ;;
	mangling)
		{ cat; echo "# installed"; } >"$HOME/table" ;;
	forgetful)
		cat >"$HOME/table"
		echo unreadable >"$HOME/mode" ;;
	*)
		cat >"$HOME/table" ;;
	esac
	echo called >>"$HOME/installs" ;;
*)
	echo "crontab: what is $1?" >&2
	exit 2 ;;
esac
FAKE
chmod +x bin/crontab
PATH=$work/bin:$PATH
state=$HOME/.local/state/backcare
begin=$(sed -n 's/^ *"\(# backcare reminders begin: .*\)"$/\1/p' \
    "$top/src/core/say/cron.h" | sed 's/\\"/"/g')
end='# backcare reminders end'

same_file() {
	cmp -s "$2" "$3" && return
	complain "$1:"
	diff "$2" "$3"
}

# What cron would run, without the five stars.
job() {
	sed -n "/^# backcare reminders begin/,/^$end/s/^\* \* \* \* \* //p" table
}

# cron_runs: the line, as cron runs it for a user without a locale.
cron_runs() {
	env -i HOME="$HOME" LOGNAME=me PATH=/usr/bin:/bin SHELL=/bin/sh \
	    LANG=POSIX TEST_NOW="$TEST_NOW" LD_PRELOAD="$CLOCK" \
	    sh -c "$(job)" </dev/null
}

# fails WHAT PATTERN OPTION ...: exit status 1, a line that says why, and the
# table is as it was.
fails() {
	what=$1 pattern=$2
	shift 2
	rm -f before
	[ ! -e table ] || cp table before
	expect 1 "$what" backcare remind "$@"
	has "$what" "$err" "$pattern"
	same "$what: lines said" "$(printf '%s\n' "$err" | wc -l)" 1
	same "$what: output" "$out" ""
	if [ -e before ]; then
		same_file "$what: the table" before table
	elif [ -s table ]; then
		complain "$what: there is a table now"
	fi
}

# What there is of a cron on this machine does not matter: a process that is
# called so is found, and with nothing to be seen none is.
# unseen COMMAND ...: with neither /proc nor a file that a cron leaves.
unseen() {
	strace -qq -o trace -P /proc -P /run/crond.pid -P /run/cron.pid \
	    -P /run/fcron.pid -P /var/run/crond.pid -P /var/run/cron.pid \
	    -P /var/run/fcron.pid -e trace=openat \
	    -e inject=openat:error=ENOENT "$@"
	set -- $?
	return "$1"
}

# Whether this machine has a sendmail or not: only that question is answered
# for it, whatever the system call is on this machine.
# with_sendmail ANSWER ARGUMENT ...
with_sendmail() {
	answer=$1
	shift
	strace -qq -o trace -P /usr/sbin/sendmail \
	    -e trace=\?access,\?faccessat,\?faccessat2 \
	    -e "inject=?access,?faccessat,?faccessat2:$answer" "$program" "$@"
}

# Into nothing, and out again.
cp "$(command -v sleep)" bin/crond
bin/crond 1000 &
daemon=$!
expect 0 "the first table" with_sendmail retval=0 remind -i
kill $daemon
has "what it says" "$out" '^Reminders are on: cron looks every minute'
has "what it says of mail" "$out" '^It sends you mail'
# shellcheck disable=SC2016
has "what it says of now" "$out" 'See what is due: `backcare remind -n`'
mkfifo held
printf '#!/bin/sh\nread -r _ <%s/held\n' "$work" >bin/busybox
chmod +x bin/busybox
bin/busybox crond &
expect 0 "that of busybox" with_sendmail retval=0 remind -i
echo >held
wait $!
has "that of busybox" "$out" '^Reminders are on: cron looks every minute'
rm -f table installs
expect 0 "no cron" unseen "$program" remind -i -e true
has "no cron" "$out" 'no cron was found running, so nothing looks at it yet'
case $out in *"Reminders are on"*) complain "no cron: $out" ;; esac
mkdir -p .config/systemd/user/timers.target.wants
: >.config/systemd/user/backcare-remind.timer
expect 0 "no cron, but systemd" unseen "$program" remind -i -e true
has "no cron, but systemd" "$out" \
    '^ *systemctl --user enable --now backcare-remind.timer$'
ln -s ../backcare-remind.timer .config/systemd/user/timers.target.wants/
expect 0 "off, but for systemd" backcare remind -u
has "off, but for systemd" "$out" \
    '^ *systemctl --user disable --now backcare-remind.timer$'
case $out in *"Reminders are off"*) complain "off, still: $out" ;; esac
# When the timer ran is known from the first time on, if nothing was due, too.
rm -rf .local/state
expect 0 "not yet" at '2026-11-20 18:30' remind -n
has "not yet" "$out" '^It has not run yet\.$'
expect 0 "the timer" at '2026-11-20 18:30' remind -e true
expect 0 "the timer ran" at '2026-11-20 18:36' remind -n
has "the timer ran" "$out" '^It last ran Fri 20 Nov 18:30\.$'
has "the timer ran" "$out" 'systemctl --user status backcare-remind.timer'
expect 0 "the timer does not run" at '2026-11-21 18:31' now
has "the timer does not run" "$out" '^Reminders are on, but last ran Fri'
rm -r .config table installs
expect 0 "the first table again" backcare remind -i
same "lines" "$(wc -l <table)" 3
same "the comment before" "$(sed -n 1p table)" "$begin"
same "the comment after" "$(sed -n 3p table)" "$end"
case $(job) in *%*) complain "a % in: $(job)" ;; esac
case $(job) in */backcare*) ;; *) complain "no full path: $(job)" ;; esac
expect 0 "once more" backcare remind -i
same "lines after twice" "$(wc -l <table)" 3
same "twice touches nothing" "$(wc -l <installs)" 1
expect 0 "and away" backcare remind -u
same "nothing is left" "$(cat table)" ""
expect 0 "away twice" backcare remind -u
expect 0 "away, whatever the hours are" env BACKCARE_WAKING=night \
    "$program" remind -u
rm -f table installs
expect 0 "away without a table" backcare remind -u
[ -e installs ] && complain "-u without a table made one"

# The lines of others stay, whatever they look like.
printf 'MAILTO="me"\n\n \t# a comment\n*/5 * * * *\techo 100\\%% "a b"  \n' >table
printf '@reboot x\r\n0 0 1 1 * \303\251\377\001\n\n\n' >>table
cp table others
expect 0 "beside others" backcare remind -i -w 0-24
dd if=table of=front bs="$(wc -c <others)" count=1 2>/dev/null
same_file "others in front" others front
same_file "the copy" others "$state/crontab.old"
same "the mode of the copy" "$(stat -c %a "$state/crontab.old")" 600
cp table with
echo '# added later' >>table
expect 0 "with other hours" backcare remind -i -w 8-20
same "one line of ours" "$(grep -c "^$end" table)" 1
has "the new hours" "$(job)" "-w '8-20'"
expect 0 "the end of it" backcare remind -u
{ cat others; echo '# added later'; } >wanted
same_file "others, after all" wanted table
cp others table

# What cron does not hand down stands in the line.
mkdir own
for set in "HOME=$work" TZ=Asia/Kathmandu "XDG_STATE_HOME=$work/own"; do
	expect 0 "with $set" env "$set" "$program" remind -i
	has "with $set" "$(job)" "${set%%=*}='${set#*=}'"
done
expect 0 "without TZ" env -u TZ "$program" remind -i
has "without TZ" "$(job)" " TZ=':/etc/localtime' "
expect 0 "an empty TZ" env TZ= "$program" remind -i
has "an empty TZ" "$(job)" " TZ='UTC0' "
expect 0 "nothing set" env -u XDG_STATE_HOME "$program" remind -i
has "nothing set" "$(job)" " XDG_STATE_HOME='' "
has "nothing set" "$(job)" " -w '7-22'\$"
expect 0 "waking hours" env BACKCARE_WAKING=9-21 "$program" remind -i
has "waking hours" "$(job)" "-w '9-21'"
expect 0 "-w before that" env BACKCARE_WAKING=9-21 "$program" \
    remind -i -w 8-20
has "-w before that" "$(job)" "-w '8-20'"
# Cron is in another directory when it runs it.
cp "$program" mine
expect 0 "by a path from here" ./mine remind -i
has "by a path from here" "$(job)" " '$work/mine' "
ln -s mine "a link"
expect 0 "by a link" "./a link" remind -i
has "by a link" "$(job)" " '$work/a link' "
mkdir linked
ln -s "$program" linked/backcare
PATH=$work/linked:$PATH expect 0 "by a link in PATH" sh -c 'backcare remind -i'
has "by a link in PATH" "$(job)" " '$work/linked/backcare' "
expect 0 "and away" backcare remind -u
cp others table

# -n shows the table and changes nothing.
rm -f installs
expect 0 "a dry run" backcare remind -i -n -w 0-24
same_file "what -n shows" with out
expect 0 "a dry removal" backcare remind -u -n
same_file "what -u -n shows" others out
[ -e installs ] && complain "-n installed a table"
same_file "after -n" others table

# Mail that would not come is no reminder.
printf 'MAILTO=""\n' >table
fails "nobody gets mail" 'MAILTO in the crontab is empty' -i
fails "nobody gets mail, -n" 'MAILTO in the crontab is empty' -i -n
expect 0 "nobody gets mail, with -e" backcare remind -i -e true
same "nothing to say, with -e" "$err" ""
expect 0 "nobody gets mail, -u" backcare remind -u
printf 'MAILTO=a\nMAILTO = "b@example.org, c"\n0 5 * * * true\n' >table
expect 0 "somebody gets mail" with_sendmail retval=0 remind -i
has "somebody gets mail" "$out" 'sends mail to b@example.org, c\.$'
# A shell that reads the line another way, or is not there.
for shell in /usr/bin/fish /bin/csh /bin/false /nowhere/bin/sh; do
	printf 'SHELL=/bin/sh\nSHELL=%s\n' $shell >table
	fails "SHELL=$shell" "SHELL in the crontab is $shell, which cannot" \
	    -i -e true
	expect 0 "SHELL=$shell, -u" backcare remind -u
done
printf 'SHELL=/usr/bin/fish\nSHELL = "/bin/bash"\n' >table
expect 0 "SHELL=/bin/bash" backcare remind -i -e true
# No table yet, said in other words, and what is no such word.
for said in "crontab: can't open 'me': No such file or directory" \
    "user me has no crontab" "" \
    "bcrontab: Fatal: Crontab does not exist"; do
	rm -f table
	printf '%s\n' "$said" >none
	case $said in bcrontab*) echo 111 >nones ;; esac
	expect 0 "none yet: $said" backcare remind -i -e true
	same "none yet: $said" "$(wc -l <table)" 3
done
rm nones
rm table
for said in "crontabs/me: Permission denied" "me: Input/output error" \
    "You (me) are not allowed to use this program (crontab)"; do
	printf '%s\n' "$said" >none
	fails "no answer: $said" "crontab -l: exit status 1: " -i -e true
done
echo "bcrontab: Fatal: Could not connect to server" >none
echo 111 >nones
fails "no answer: bcron" "crontab -l: exit status 111: " -i -e true
rm nones
rm none
mailing() {
	rm -f table
	expect 0 "sendmail: $1" with_sendmail "$1" remind -i
	grep -q INJECTED trace || complain "sendmail: $1: nobody asks"
	# strace(1) names the program that a link of this name leads to.
	err=$(printf '%s\n' "$err" | grep -v '^strace: Requested path')
	same "sendmail: $1: lines" "$(wc -l <table)" 3
}
mailing retval=0
same "a sendmail" "$err" ""
has "a sendmail" "$out" '^It sends you mail'
mailing error=ENOENT
same "no sendmail" "$err" ""
has "no sendmail" "$out" 'here is no /usr/sbin/sendmail, without which most'
printf '%s\n' "$out" | grep 'Reminders are on\|sends you mail' &&
    complain "no sendmail: it is promised all the same"
rm table
expect 0 "no mail is wanted" strace -qq -o trace "$program" remind -i -e true
same "no mail is wanted" "$err$(grep sendmail trace)" ""
cp others table

# A line that nothing runs is said by now, a day later, and why by remind -n.
rm -f table
at '2026-11-20 18:30' -f late log >/dev/null
at '2026-11-20 18:30' -f late remind -i -e true >/dev/null 2>&1
expect 0 "a day later" at '2026-11-21 18:30' -f late now
case $out in *Reminders*) complain "said too soon: $out" ;; esac
expect 0 "more than a day later" at '2026-11-21 18:31' -f late now
# shellcheck disable=SC2016
has "more than a day later" "$(printf %s "$out" | tr '\n' ' ')" 'Reminders are on, but last ran Fri 20 Nov 18:30. To see why: `backcare remind -n`'
expect 0 "as of then" at '2026-11-20 18:31' -f late now -t +2d
case $out in *Reminders*) complain "said as of then: $out" ;; esac
expect 0 "why" env TEST_NOW="$(date -d '2026-11-21 18:31' +%s)" \
    LD_PRELOAD="$CLOCK" strace -qq -o trace -P /proc -P /run/crond.pid \
    -P /run/cron.pid -P /var/run/crond.pid -P /var/run/cron.pid \
    -e trace=openat -e inject=openat:error=ENOENT "$program" -f late remind -n
has "why" "$out" '^It last ran Fri 20 Nov 18:30.$'
has "why" "$out" 'but no cron was found running.$'
expect 0 "it ran" at '2026-11-21 18:32' -f late remind -w 0-24 -e true
expect 0 "and now" at '2026-11-21 18:33' -f late now
case $out in *Reminders*) complain "said, though it ran: $out" ;; esac
expect 0 "off again" at '2026-11-21 18:34' -f late remind -u
expect 0 "off for days" at '2026-11-25 18:34' -f late now
case $out in *Reminders*) complain "said, though it is off: $out" ;; esac
cp others table

# What goes wrong.
mkdir bare
whole=$PATH
# shellcheck disable=SC2123
PATH=$work/bare
said=$("$program" remind -i 2>&1)
status=$?
PATH=$whole
same "no crontab(1): exit status" "$status" 1
has "no crontab(1)" "$said" 'crontab(1) is not there'
same_file "no crontab(1)" others table

echo unreadable >mode
fails "cannot be listed" 'crontab -l.*Permission denied' -i
fails "cannot be listed, -u" 'crontab -l.*Permission denied' -u
fails "cannot be listed, -n" 'crontab -l.*Permission denied' -i -n
echo half >mode
fails "half a table" 'crontab -l' -i
echo killed >mode
fails "killed" 'crontab -l' -i
rm -f table
echo fileless >mode
expect 0 "a crontab that takes files only" backcare remind -i -e true
same "a crontab that takes files only" "$err$(wc -l <table)" 3
[ ! -e .local/state/backcare/crontab.new ] || complain "crontab.new stays"
cp others table
echo refused >mode
fails "refused" 'crontab -:.*bad minute' -i
echo mangled >mode
fails "changed on the way" 'did not take.*the old one is back' -i
rm -f mode
echo mangling >mode
expect 1 "changed again and again" backcare remind -i
has "changed again and again" "$err" "the old one is in $state/crontab.old"
same_file "the copy is to be found" others "$state/crontab.old"
rm -f mode
cp others table
echo forgetful >mode
expect 1 "not to be read back" backcare remind -i
has "not to be read back" "$err" "the old one is in $state/crontab.old"
same_file "not to be read back" others table
rm -f mode
mv .local/state aside && echo >.local/state
fails "no room for the copy" 'crontab.old' -i
rm .local/state && mv aside .local/state
: >zürich
expect 1 "a path in UTF-8" env LC_ALL=C.UTF-8 \
    XDG_STATE_HOME="$HOME/zürich/state" "$program" remind -i
has "a path in UTF-8" "$err" '/zürich/state/backcare/crontab.old: '
sed "/^$end/d" with >table
fails "half of the comments" 'only one of the two comments' -i
fails "half of the comments, -u" 'only one of the two comments' -u
cp others table
long=$(printf '%0901d' 0)
fails "too long" 'too long for cron' -i -e "$long"
expect 2 "a newline" backcare remind -i -e 'echo
echo'
has "a newline" "$err" 'cannot hold a newline'
same_file "after a newline" others table

# Of a PATH too long for the line there is what the command needs.
cp "$(command -v env)" bin/mine
PATH=$PATH:/$long
expect 0 "a long PATH" backcare remind -i -e '| mine'
PATH=$whole
has "a long PATH" "$err" "your PATH is too long .* gets only $work/bin:/usr/lo"
has "a long PATH" "$(job)" " PATH='$work/bin:/usr/local/bin:/usr/bin:/bin' "
same "a long PATH: lines said" "$(printf '%s\n' "$err" | wc -l)" 1

# Whatever the command holds, cron runs just that.
cat >bin/say <<'SAY'
#!/bin/sh
for word; do
	printf '<%s>' "$word"
done
echo
SAY
chmod +x bin/say
commands=0
while IFS= read -r command; do
	commands=$((commands + 1))
	rm -rf .local/state .local/share
	backcare log -t 1m >/dev/null
	backcare remind -n -w 0-24 | sed '1,/^$/d' | tr -s ' \n' ' ' >message
	expect 0 "install $command" backcare remind -i -w 0-24 -e "$command"
	cron_runs >ran 2>&1 || complain "exit status of $command"
	env -i HOME="$HOME" LOGNAME=me PATH="$PATH" \
	    LD_PRELOAD="$CLOCK" sh -c "$command \"\$1\"" sh MESSAGE >wanted
	tr -s ' \n' ' ' <ran | sed 's/Ice in a cloth.*check`\. *>/MESSAGE>/' >got
	tr -s ' \n' ' ' <wanted >flat
	same_file "$command" flat got
	same "$command, a minute later" "$(cron_runs 2>&1)" ""
done <<COMMANDS
$work/bin/say
say
$work/bin/say 100% "50 % of it" %%
$work/bin/say 'single quotes' "double quotes"
$work/bin/say \$HOME '\$HOME' "\${LOGNAME:-nobody}"
$work/bin/say back\\\\slash 'back\\slash' \\%
$work/bin/say \`echo ticks\` '\`ticks\`'
$work/bin/say "\$(echo a; echo b)" | tr a-c A-C; $work/bin/say
$work/bin/say ~ '*' # %
$work/bin/say caf\303\251 "\$(printf '%s|' a b)"
COMMANDS
same "commands tried" "$commands" 10

# The log of -f, from a directory with an awkward name; mail, in any locale.
mkdir "100% it's \"me\""
cd "100% it's \"me\"" || exit 1
rm -rf ../.local
backcare -f ./log log -t 1m >/dev/null
expect 0 "an awkward name" backcare -f log remind -i -w 0-24
cd .. || exit 1
expect 0 "mail" cron_runs
has "mail" "$out" '^Ice in a cloth'
same "mail on standard error" "$err" ""
same "bytes that are not ASCII" "$(printf %s "$out" | tr -d '\n -~')" ""
expect 0 "mail, a minute later" cron_runs
same "no mail" "$out$err" ""
finish
