# What people and their files say is never more than text: in the log one
# line, on the terminal no control character.
now='2026-11-20 20:00:00'
bytes() {
	# shellcheck disable=SC2059
	printf "$1"
}
# try WHAT ARGUMENT ...: as at, for arguments that must not be shown as such.
try() {
	printf '$ backcare %s\n' "$1"
	shift
	status=0
	run_at "$now" "$@" || status=$?
	[ $status -eq 0 ] || echo "[$status]"
}
note() {
	rm -f "$log"
	try "log '$1'" log "$(bytes "$1")" | sed '/^Do now/,$d'
	tail -n +2 "$log"
}
note 'a\tb'
note 'two\nlines'
note '2026\n2026-11-20T17:00:00Z end'
note '\033[31mred\033[0m'
note '\033]0;title\007'
note 'a\rb\bc\177d'
note 'back\\slash'
note 'back\\101'
note 'octal \\\\101'
note 'not UTF-8 \377\300\257'
note 'cut short \342\202'
note 'surrogate \355\240\200'
note 'C1 \302\233 31m'
note 'bidi \342\200\256 \342\201\246 \342\200\217'
note 'größer 痛み 😀'
note '# hash # hash'
note ' space in front'
note 'a tick\140 and then more words than one line of the screen can hold, which are wrapped'
rm -f "$log"
try "log '' ''" log '' '' | sed '/^Do now/,$d'
try "log ''" log '' | sed '/^Do now/,$d'
try 'log one  two' log one '' two | sed '/^Do now/,$d'
tail -n +2 "$log"
rm -f "$log"
for exercise in 'good mornings' 'a=b' '#1' "$(bytes 'a\nb\033')" \
    "$(bytes 'back\\slash')" 'größer' "$(bytes '\377')"; do
	try 'log -x' log -x "$exercise" | sed '/^Do now/,$d'
	tail -n 1 "$log"
	try undo undo
done

# Errors that name what was typed.
ugly=$(bytes 'x\033[31m\r\n\302\233\377')
try COMMAND "$ugly"
try 'help COMMAND' help "$ugly"
try 'log -OPTION' log "-$(bytes '\033')"
try '-OPTION' "-$(bytes '\377')"
try 'log -t' log -t "$ugly"
try 'log -s' log -s "$ugly"
try 'log -p' log -p "$ugly"
try 'log -k' log -k "$ugly"
try 'log -r' log -r "$ugly"
try check check "$ugly"
try 'pain' pain "$ugly"
try '-f' -f "no/$ugly" log
try '-f' -f "no/$ugly" now -1
mkdir "$ugly"
try '-f' -f "$ugly" now -1
# Long ones are cut, and not in the middle of a character.
long=$(printf '%300s' '' | sed 's/ /é/g')
try LONG "$long"
try xLONG "x$long"
try xxLONG "xx$(printf '%200s' '' | sed 's/ /€/g')"

# A note that makes the line too long is refused, never cut.
fits=$(printf '%4067s' '' | tr ' ' x)
try 'log LONG' log "$fits" >/dev/null
awk 'END { print length($0) }' "$log"
try 'log TOO-LONG' log "${fits}x"
try 'log LONG-BYTES' log "$(printf '%1200s' '' | tr ' ' '\001')"
try 'log LONGER' log "$fits$fits$fits"
try 'log -x LONG' log -x "$fits"
try 'log -x LONGER' log -x "$fits$fits$fits"
try 'log -x HALF HALF' log -x "${fits%??????????????????????????????????????????}" "$fits"
try 'end TOO-LONG' end "$fits$fits"
try 'seen TOO-LONG' seen "$fits$fits"
wc -l <"$log"

# A locale without UTF-8 gets ASCII, and the log is the same.
rm -f "$log"
LC_ALL=C
export LC_ALL
note 'größer 😀 \\ \001'
try undo undo
try 'now -1' now -1
try 'log' log -k dull
try now now
try UTF-8 größer
# In ASCII a note takes up to four times its bytes: one that is too long to be
# shown whole ends in dots, and the step still stands.
long=$(printf '%2000s' '' | sed 's/ /ü/g')
for words in log 'log -n -x' 'pain 5' note; do
	# shellcheck disable=SC2086
	try "$words LONG" $words "$long" |
	    sed -n -e '/\.\.\.$/s/.*\(....\)$/\1/p' -e '/^Do now/,$p'
done
