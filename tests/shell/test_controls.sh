#!/bin/sh
# Any bytes as arguments, in the environment and as a log: the program ends by
# itself with one of its own statuses, and what it prints is UTF-8 without a
# control character.
# Takes 9 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need iconv timeout tr awk script
# A timer that is started is over at once.
export BACKCARE_TIMESCALE=100000

controls=$(printf '\330\234\|\302[\200-\237]\|\342\200[\216\217\252-\256]\|\342\201[\246-\251]')
# try ARGUMENT ...: both streams are added to $work/all.
try() {
	status=0
	# shellcheck disable=SC2086
	timeout $((30 * PATIENCE)) $wrapper "$program" "$@" >>"$work/all" 2>&1 </dev/null ||
	    status=$?
	case $status in 0 | 1 | 2 | 1[012] | 20 | 30) ;;
	*) complain "$*: exit status $status" ;;
	esac
}
# judge WHAT: what was printed since the last time.
judge() {
	what=$1
	if [ "$(tr -d '\n\040-\176\200-\377' <"$work/all" | wc -c)" -ne 0 ] ||
	    LC_ALL=C grep -q "$controls" "$work/all"; then
		complain "$what: a control character in $(cat -v "$work/all")"
	fi
	iconv -f UTF-8 -t UTF-8 "$work/all" >/dev/null 2>&1 ||
	    complain "$what: not UTF-8: $(cat -v "$work/all")"
	: >"$work/all"
}

# Every byte but NUL, and some characters, wherever something can be said.
codes=$(awk 'BEGIN {
	for (i = 1; i < 256; i++)
		if (i < 33 || (i > 126 && i < 161) || i % 19 == 0)
			printf "\\%03o ", i
}')
[ -z "$wrapper" ] || codes='\001 \033 \177 \233 \377'
for code in $codes '\302\205' '\302\233' '\330\234' '\342\200\216' \
    '\342\200\217' '\342\200\256' '\342\201\246' '\342\201\251' \
    '\355\240\200' '\364\220\200\200' '\370\210\200\200\200' '\300\200'; do
	# shellcheck disable=SC2059
	bytes=$(printf "${code}x")
	try -f log log -x "$bytes" "$bytes" "$bytes"
	try -f log undo
	[ -s log ] || complain "no log for $code"
	set -- "$bytes" "log -$bytes" "log -t$bytes" "-f$bytes/x log" \
	    "check $bytes"
	for arguments; do
		# shellcheck disable=SC2086
		IFS=' ' try $arguments
	done
	judge "the bytes $code"
done
[ "$(LC_ALL=C tr -d '\n\040-\176' <log | wc -c)" -eq 0 ] ||
    complain "the log holds what it should not"

# Every option that takes a value, out of the usages.  Where one is a command, a dry
# run, as sh(1) would have its own word on it.
esc=$(printf '\033[31mx') csi=$(printf '\302\23331mx') bell=$(printf '\007x')
turn=$(printf '\342\200\256x')
tried=0
for command in $(backcare help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
	for option in $(backcare help "$command" | tr '\n' ' ' |
	    grep -o '\[-[A-Za-z] [^ ]' | cut -c 2-3); do
		tried=$((tried + 1))
		case $command in remind | ice | heat) option="-n $option" ;; esac
		for bytes in "$esc" "$csi" "$bell" "$turn"; do
			# shellcheck disable=SC2086
			try -f log "$command" $option "$bytes"
			# shellcheck disable=SC2086
			try -f log "$command" $option "1$bytes"
		done
		judge "$command $option"
	done
done
[ $tried -ge 20 ] || complain "only $tried options take a value"

# A crontab(1) that keeps the table in a file, and an editor that leaves the
# copy nowhere to go.
mkdir bin
cat >bin/crontab <<'SH'
#!/bin/sh
[ "$1" = -l ] && exec cat "$HOME_OF_TEST/table"
[ -e "$HOME_OF_TEST/astray" ] && echo '# astray' >>"$HOME_OF_TEST/table"
[ -e "$HOME_OF_TEST/astray" ] || exec cat >"$HOME_OF_TEST/table"
SH
cat >spoil <<'SH'
echo '# mine' >>"$1"
sed 's/deadlift/squat/' "$BACKCARE_LOG" >other
cat other >"$BACKCARE_LOG"
SH
chmod +x bin/crontab
# with SETTING COMMAND ...: each of them with the variable set so.
with() {
	setting=$1
	shift
	for command; do
		# shellcheck disable=SC2086
		PATH=$work/bin:$PATH HOME_OF_TEST=$work timeout $((30 * PATIENCE)) env \
		    BACKCARE_LOG="$work/recent" \
		    VISUAL="sh $work/spoil" "$setting" $wrapper "$program" \
		    $command >>"$work/all" 2>&1 </dev/null
	done
	judge "$setting"
}
# Variables that a message names, or that lead to a file that one names: with
# a file where a directory has to be, and directories in the place of files.
for bytes in "$esc" "$csi" "$bell" "$turn"; do
	dir=$work/dir$bytes
	mkdir -p "$dir/backcare/log" "$dir/backcare/reminded" \
	    "$dir/backcare/timer.x" "$dir/backcare/crontab.old" \
	    "$dir/.local/share" "$dir/.local/state" "$dir/good" \
	    "$dir/new/backcare/reminded.new"
	cp -R "$dir/backcare" "$dir/.local/share"
	cp -R "$dir/backcare" "$dir/.local/state"
	: >"$dir/file"
	for setting in "HOME=$dir" "HOME=$dir/file" "XDG_STATE_HOME=$dir" \
	    "XDG_STATE_HOME=$dir/file" "XDG_STATE_HOME=$dir/new"; do
		rm -f recent
		try -f recent log -t 1m
		: >table
		with "$setting" remind 'ice -F' 'remind -i' 'remind -u' \
		    'remind -n'
	done
	: >table
	: >astray
	with "XDG_STATE_HOME=$dir/good" 'remind -i'
	rm astray
	for setting in "BACKCARE_LOG=$dir/log" "BACKCARE_LOG=$dir" \
	    "BACKCARE_LOG=$dir/file/x"; do
		with "$setting" 'log -x deadlift' edit 'ice -F' remind \
		    'now -v' 'undo -n'
	done
	ls "$dir"/log.edit.* >/dev/null || complain "edit kept nothing"
	for setting in "HOME=$dir" "HOME=$dir/file" "XDG_DATA_HOME=$dir" \
	    "XDG_DATA_HOME=$dir/file"; do
		# shellcheck disable=SC2086
		env "$setting" $wrapper "$program" log >>"$work/all" 2>&1
		judge "$setting"
	done
	for name in BACKCARE_WAKING BACKCARE_TIMESCALE LC_ALL TERM TZ; do
		with "$name=$bytes" 'now -v' plan 'ice -F' 'remind -n'
	done
	# A zone of that name, an hour from UTC: one type, a name of 6 bytes.
	{
		printf 'TZif%032d\0\0\0\1\0\0\0\6' 0 | tr 0 '\000'
		printf '\0\0\16\20\0\0%-5.5s\0' "$bytes"
	} >zone
	with "TZ=:$work/zone" 'log -n'
	# What remind -i says of the command; the table as a terminal has it.
	PATH=$work/bin:$PATH HOME_OF_TEST=$work try -f log remind -i -e "$bytes"
	cp table before
	printf '\t# tab %s\n' "$bytes" >>table
	printf '%s\n' "'$program' -f log remind -i -n -e '$bytes'" >dry
	PATH=$work/bin:$PATH HOME_OF_TEST=$work script -qec 'sh ./dry' \
	    /dev/null </dev/null | tr -d '\r' >shown
	grep -q "^$(printf '\t')# tab " shown || complain "no table shown"
	tr -d '\t' <shown >>"$work/all"
	judge "remind -i -e"
	# The program under that name, and no way to find it.
	ln -s "$program" "$bytes"
	PATH=$work/bin:$PATH env PATH= "$bytes" -f log remind -i \
	    >>"$work/all" 2>&1
	grep -q 'cannot tell where' "$work/all" || complain "it was found"
	judge "argv[0]"
done

# Logs made of the parts of lines, in any order, with dirt in between.
awk 'BEGIN {
	srand(20261120)
	n = split("2026-11-20T17:00:00Z|2026-11-20T17:00:00+01:00|" \
	    "0000-01-01T00:00:00Z|9999-12-31T23:59:59Z|2026-11-20|" \
	    "2026-06-30T23:59:60Z|2026-11-20T17:00:00-23:59|" \
	    "onset|check|pain|ice|heat|seen|end|onset|end|" \
	    "feel=dull|feel=|start=sudden|side=one|pain=8|pain=11|" \
	    "score=5|score=-1|min=15|min=99999999999|flags=none|" \
	    "flags=leg,numb|flags=bladder|flags=,|flags=|asked=all|" \
	    "chronic=yes|exercise=a\\040b|exercise=\\|exercise=\\400|" \
	    "session=2026-11-20T08:00:00Z|session=|=|==|#|# note|" \
	    "# backcare log 1|# backcare log 2|# backcare log 999999999999|" \
	    "\033[31m|\015|\001|\177|\302\233|\377|\342\200\256|\342\200|" \
	    "x=y|-|?|\030", part, "|")
	for (i = 1; i <= 4000; i++) {
		line = rand() < 0.9 ? part[1 + int(rand() * 7)] " " \
		    part[8 + int(rand() * 9)] : ""
		for (k = int(rand() * 5); k > 0; k--)
			line = line (rand() < 0.9 ? " " : "") \
			    part[1 + int(rand() * n)]
		print line
	}
}' >lines
count=60
[ -z "$wrapper" ] || count=5
i=0
while [ $i -lt $count ]; do
	i=$((i + 1))
	sed -n "$((i * 40 - 39)),$((i * 40))p" lines >odd
	# Half of them are torn.
	[ $((i % 2)) -eq 0 ] || head -c $((i * 13)) odd >part
	[ $((i % 2)) -eq 0 ] && cp odd part
	cp part was
	try -f part now -v -t @1795291200
	try -f part now -1
	try -f part now -j
	try -f part undo -n
	try -f part log -n
	cmp -s part was || complain "a reader changed log $i"
	try -f part log -N again
	try -f part seen
	try -f part end
	# Whatever was there is there still, in front.
	head -c "$(wc -c <was)" part | cmp -s - was ||
	    complain "log $i: what was there has changed"
	cmp -s part was || [ -z "$(tail -c 1 part)" ] ||
	    complain "log $i is torn"
	judge "log $i"
done

# No lines at all.
awk 'BEGIN { for (i = 0; i < 9000; i++) printf "%c", 33 + i % 90 }' >part
head -c 40000 /dev/zero >zeros
head -c 40000 /dev/zero | tr '\0' '\n' >newlines
head -c 100000 "$program" >binary
yes '#' | head -c 70000 >hashes
for odd in part zeros newlines binary hashes; do
	for command in now 'now -j' 'undo -n' 'log x' 'pain 3' end; do
		# shellcheck disable=SC2086
		try -f $odd $command
	done
	judge "a log of $odd"
done
finish
