# A last line without its newline: reported, not obeyed, kept, and never
# glued to the next.
now='2026-11-20 20:00:00'
brief() {
	at "$now" "$@" >out
	grep -e '^[$[]' -e '^Recorded' out
}
try() {
	put "$1"
	at "$now" now -q
	at "$now" undo
	brief pain 3
	echo '$ cat -v log'
	cat -v "$log"
	echo
	at "$now" now -q
}
onset='# backcare log 1\n2026-11-20T17:00:00Z onset\n'
try "${onset}2026-11-20T18:00:00Z pain score=1"
try "${onset}2026-11-20T18:00:00Z end"
try "${onset}2026-11-20T18:00:00Z check flags=bladder"
try "${onset}2026-11-20T18:00:00Z check flags=bla"
try "${onset}2026-11-20T18:00:00Z end # it has g"
try "${onset}2026-11-20T18:00:00Z onset exercise=dead"
try "${onset}20"
try "${onset}# a rem"
try "${onset}2026-11-20T18:00:00Z end\r"
try '# backcare log 1'
try '# backc'
long=$(printf '%5000s' '' | tr ' ' x)
put "${onset}2026-11-20T18:00:00Z end # $long"
at "$now" now -q
brief pain 3
at "$now" now -q
tail -n 2 "$log" | cut -c 1-30
# Whole records in it are whole only with their newline.
put "${onset}2026-11-20T18:00:00Z end\n"
at "$now" now -q
