#!/bin/sh
# A log of any bytes, and files that are none, through every command that
# reads: it ends by itself, with a status of its own, and what it prints is
# UTF-8 without a control character.
# Takes 12 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need iconv timeout tr awk mkfifo truncate setpriv

c0=$(printf '[\001-\011\013-\037\177]')
c1=$(printf '\302[\200-\237]\|\330\234\|\342\200[\216\217\252-\256]\|\342\201[\246-\251]')
readers='now now_-1 now_-j now_-q now_-v plan plan_-i history history_-j
    history_-c_1 report report_-H why why_ice remind_-n remind_-jn undo_-n
    log_-n ice_-n'

# try FILE COMMAND: with _ for blanks; both streams go to $work/all.
try() {
	status=0
	# shellcheck disable=SC2046,SC2086
	timeout $((60 * PATIENCE)) $wrapper "$program" -f "$1" $(echo "$2" | tr _ ' ') \
	    >"$work/all" 2>&1 </dev/null || status=$?
	case $status in 0 | 1 | 2 | 1[012] | 20 | 30) ;;
	*) complain "$2 of $1: exit status $status" ;;
	esac
	# Lines of iCalendar end in CR, as they have to.
	[ "$2" != plan_-i ] || sed -i 's/\r$//' "$work/all"
	# The summary's own marks around what it quotes come in pairs.
	[ "$2" != report_-H ] || sed -i 's/\xe2\x81\xa8\([^<]*\)\xe2\x81\xa9/\1/g' \
	    "$work/all"
	if LC_ALL=C grep -a -e "$c0" -e "$c1" "$work/all" >"$work/bad"; then
		complain "$2 of $1: a control character: $(head -n 3 \
		    "$work/bad" | cat -v)"
	fi
	iconv -f UTF-8 -t UTF-8 "$work/all" >/dev/null 2>"$work/bad" ||
	    complain "$2 of $1: not UTF-8: $(cat "$work/bad")"
}
through() {
	cp "$1" was
	# shellcheck disable=SC2086
	for command in $readers; do
		try "$1" "$command"
	done
	cmp -s was "$1" || complain "$1 was changed"
}

# Bytes of every kind in the places that are shown, in an open episode and in
# one that has ended.
awk 'BEGIN {
	printf "# backcare log 1\n"
	for (i = 1; i < 256; i++) {
		if (i == 10)
			continue
		minute = sprintf("%02d:%02d", int(i / 60), i % 60)
		printf "2026-11-18T%s:00Z onset exercise=a%cb pain=%d # n%cn\n",
		    minute, i, i % 11, i
		printf "2026-11-18T%s:01Z pain score=%d # %c%c%c\n", minute,
		    i % 11, i, 256 - i, i
		printf "2026-11-18T%s:02Z seen # %c\n", minute, i
		printf "2026-11-18T%s:03Z check flags=leg,%c\n", minute, i
		printf "2026-11-18T%s:04Z %c\n", minute, i
	}
}' >bytes
{
	cat bytes
	echo '2026-11-19T00:00:00Z end'
} >ended
LC_ALL=C awk 'BEGIN {
	split("302 205|302 233|330 234|342 200 216|342 200 256|342 201 246|" \
	    "355 240 200|364 220 200 200|370 210 200 200 200|300 200|377 376|" \
	    "360 237 246 264|314 201|357 273 277", row, "|")
	for (i = 1; i in row; i++) {
		n = split(row[i], octal, " ")
		c = e = ""
		for (k = 1; k <= n; k++) {
			c = c sprintf("%c", substr(octal[k], 1, 1) * 64 + \
			    substr(octal[k], 2, 1) * 8 + substr(octal[k], 3, 1))
			e = e "\\" octal[k]
		}
		t = sprintf("2026-11-18T%02d:00:00Z", i)
		print t " onset exercise=" c " # " c
		print t " onset exercise=" e " # " e
		print t " seen # " c
		print t " " c
		print c
	}
	for (i = 0; i < 256; i++)
		printf "2026-11-18T20:%02d:%02dZ onset exercise=\\%o%o%o # " \
		    "\\%o%o%o\n", i / 60, i % 60, i / 64, i / 8 % 8, i % 8,
		    i / 64, i / 8 % 8, i % 8
}' >escaped
for name in bytes ended escaped; do
	through "$name"
done

# No log at all.
: >empty
printf '\n' >newline
printf '\0' >nul
printf '# backcare log 999999999999999999999\n' >format
printf '\357\273\277# backcare log 1\n' >mark
head -c 5000 "$program" >binary
head -c 70000 /dev/zero >zeros
yes '' | head -c 70000 >newlines
yes '2026-11-20T17:00:00Z' | tr '\n' ' ' | head -c 70000 >one
sed 's/$/\r/' ended >crlf
{
	echo '# backcare log 1'
	for year in 0000 0001 1969 1970 2038 2100 9999; do
		echo "$year-01-01T00:00:00Z onset pain=9 session=0000-01-01T00:00:00Z"
		echo "$year-12-31T23:59:59Z ice min=60"
		echo "$year-12-31T23:59:60Z seen"
	done
} >years
{
	echo '# backcare log 1'
	i=0
	while [ $i -lt 400 ]; do
		i=$((i + 1))
		printf '2026-11-%02dT%02d:00:00Z onset exercise=e%d pain=%d\n' \
		    $((i % 28 + 1)) $((i % 24)) $i $((i % 11))
		[ $((i % 3)) -ne 0 ] || echo '2026-11-28T00:00:00Z end'
		echo '2026-11-20T00:00:00Z check flags=leg,fever,bladder'
	done
} >many
names='empty newline nul format mark binary zeros newlines one crlf years many'
[ -z "$wrapper" ] || names='nul zeros one years'
for name in $names; do
	through "$name"
done

# Random bytes, and a log with random bytes in it.
count=12
[ -z "$wrapper" ] || count=1
echo "seed: ${SEED:=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}"
i=0
while [ $i -lt $count ]; do
	i=$((i + 1))
	LC_ALL=C awk -v seed=$((SEED + i)) '
	    BEGIN { srand(seed) }
	    {
		for (k = rand() * 4; k > 1; k--) {
			at = 1 + int(rand() * length($0))
			$0 = substr($0, 1, at - 1) \
			    sprintf("%c", rand() * 256) substr($0, at + 1)
		}
		print
	    }' escaped >random
	through random
done

# Files that are none: one line that names the file, at once.
mkfifo fifo
mkdir directory
ln -s loop loop
: >unreadable
chmod 0 unreadable
# refused FILE REASON, by all commands that read.
refused() {
	for command in $readers 'log' 'pain_3' 'end' 'undo' 'edit' 'remind'; do
		try "$1" "$command"
		case $command in why_ice) continue ;; esac
		same "$command of $1: status" $status 1
		case $(cat "$work/all") in
		"backcare: $1: $2"*) ;;
		*) complain "$command of $1: $(cat "$work/all")" ;;
		esac
	done
}
refused fifo 'not a regular file'
refused /dev/zero 'not a regular file'
refused loop 'Too many levels of symbolic links'
for command in $readers; do
	case $command in why_ice) continue ;; esac
	try directory "$command"
	same "$command of a directory" "$(cat "$work/all")" \
	    "backcare: directory: not a regular file, so not a log"
done
if [ "$(id -u)" -ne 0 ]; then
	refused unreadable 'Permission denied'
else
	cp "$program" mine
	chmod 755 . mine
	mkdir -m 777 theirs
	as_nobody sh -c ': >theirs/log; chmod 0 theirs/log'
	for command in $readers log edit; do
		case $command in why_ice) continue ;; esac
		# shellcheck disable=SC2046
		as_nobody ./mine -f theirs/log $(echo "$command" | tr _ ' ') \
		    >all 2>&1
		same "$command of an unreadable log" "$(cat all)" \
		    "backcare: theirs/log: Permission denied"
	done
fi

# 10 GB with nothing in them; and the first byte that is too many, where the
# last that is not is no reason to refuse.
for size in 10G 1073741825; do
	truncate -s $size huge
	refused huge 'larger than 1 GiB, so not a log'
done
truncate -s 1073741824 huge
timeout $((60 * PATIENCE)) "$program" -f huge undo -n >all 2>&1
grep 'larger than' all && complain "1 GiB is refused"
rm huge
finish
