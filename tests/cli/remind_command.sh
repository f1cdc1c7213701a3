# remind -e: the message as last argument and on standard input.
quietly '2026-11-20 18:30:00' log
quietly '2026-11-20 18:31:00' check none
cat >sink <<'SINK'
#!/bin/sh
echo "arguments: $#"
for argument; do
	echo "<$argument>"
done
echo "input:"
cat
SINK
cat >descriptors <<'SHOW'
for fd in 0 1 2 3 4 5 6 7 8 9; do
	(eval "true <&$fd") 2>/dev/null && printf ' %s' $fd
done
echo
SHOW
chmod +x sink
at '2026-11-20 18:32:00' remind -n -e './sink one "two words"'
at '2026-11-20 18:32:00' remind -e './sink one "two words"'
at '2026-11-20 18:33:00' remind -e './sink'
echo "# A command that fails has announced nothing."
at '2026-11-20 20:33:00' remind -e 'exit 3 #'
at '2026-11-20 20:34:00' remind -e false
at '2026-11-20 20:35:00' remind -e ./is-not-there
at '2026-11-20 20:36:00' remind -e 'kill -9 $$;:'
echo "# It is given no more files than this shell has."
sh descriptors >outside
at '2026-11-20 20:36:30' remind -e 'sh descriptors >inside; exit 1 #'
cmp outside inside
at '2026-11-20 20:37:00' remind -e 'cat >got; : '
ls got
cat got
at '2026-11-20 20:38:00' remind -e ./sink
echo "# JSON goes the same way; nobody has to read the input."
at '2026-11-20 22:39:00' remind -w 0-24 -j -e 'jq -c "[.events[].event]" #'
at '2026-11-20 22:40:00' remind -w 0-24 -j -e 'jq -c . #'
echo "# Nothing on the command line of a shell is taken from the log."
# shellcheck disable=SC2016
at '2026-11-20 22:41:00' log -x '$(touch owned)' '`touch owned`'
at '2026-11-20 22:42:00' remind -w 0-24 -e 'cat >/dev/null; : '
ls owned
