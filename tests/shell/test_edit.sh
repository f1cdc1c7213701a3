#!/bin/sh
# edit, as visudo(8): a copy of the log in an editor, checked line by line, in
# the place of the log only when every line is valid, and nothing lost.
# shellcheck disable=SC2016,SC2012,SC2317
# Takes 8 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need expect timeout setpriv flock mkfifo script

# Editors.  "put" writes what is in the file "new"; "$1" is the copy.
cat >put <<'SH'
echo "$1" >>edited
cat new >"$1"
SH
echo 'echo "$1" >>edited' >look
echo 'exit 3' >fail
# Puts what is in new1 the first time, in new2 the second.
cat >turns <<'SH'
echo "$1" >>edited
cat "new$(wc -l <edited)" >"$1"
SH
# Says that it is there, and waits to be let go.
cat >slow <<'SH'
echo >here
read -r _ <go
cat new >"$1"
SH
mkfifo here go held free
unset VISUAL EDITOR

good='# backcare log 1
2026-11-20T17:00:00Z onset feel=dull
2026-11-20T17:10:00Z check flags=none'
better='# backcare log 1
2026-11-20T17:00:00Z onset feel=sharp
2026-11-20T17:10:00Z check flags=none'
worse='# backcare log 1
2026-11-20T17:00:00Z onset feel=odd
2026-11-20T17:10:00Z check flags=none'
mkdir -p "${log%/*}"
fresh() {
	rm -f edited
	printf '%s\n' "$good" >"$log"
	chmod 600 "$log"
	printf '%s\n' "$better" >new
}
# left WHAT WANTED: what the log holds, and that nothing is beside it.
left() {
	same "$1: the log" "$(cat "$log")" "$2"
	same "$1: beside the log" "$(ls -A "${log%/*}")" log
}
edit() {
	backcare edit
}

expect 1 "no log" env VISUAL='sh ./put' "$program" edit
same "no log" "$err" \
    'backcare: edit: there is no log yet: begin one with "backcare log"'
[ ! -e edited ] || complain "no log: the editor ran"

# An unchanged log is left alone.
export VISUAL='sh ./look'
fresh
inode=$(stat -c '%i %Y %a' "$log")
expect 0 "unchanged" edit
same "unchanged" "$out" "The log stays as it was."
same "unchanged, the file" "$(stat -c '%i %Y %a' "$log")" "$inode"
left "unchanged" "$good"
printf '%s\n' "$worse" >"$log"
expect 0 "unchanged and bad" edit
left "unchanged and bad" "$worse"

VISUAL='sh ./put'
fresh
chmod 640 "$log"
[ "$(id -u)" -ne 0 ] || chown 12:34 "$log"
owner=$(stat -c '%u %g %a' "$log")
expect 0 "changed" edit
same "changed" "$out" "The log is changed."
same "changed, messages" "$err" \
    "backcare: $log: others can read this log: chmod 600 $log"
same "changed, owner and mode" "$(stat -c '%u %g %a' "$log")" "$owner"
left "changed" "$better"
# shellcheck disable=SC2012
same "the copy is beside the log" "$(dirname "$(cat edited)")" "${log%/*}"
fresh

# Symbolic links stay, and the file they lead to is replaced.
mkdir far
mv "$log" far/back
ln -s ../far/back hop
mkdir -p near
ln -s "$work/far/back" near/hop
ln -s near/hop link
rm -f edited
expect 0 "links" backcare -f link edit
same "links" "$(readlink link) $(readlink near/hop)" "near/hop $work/far/back"
same "links, the file" "$(cat far/back)" "$better"
same "links, the copy" "$(dirname "$(cat edited)")" "$work/far"
same "links, beside" "$(ls -A far near | tr '\n' ' ')" "far: back  near: hop "

# A name that a shell would take apart.
odd="a  b/it's \$HOME; \"x\" *"
mkdir 'a  b'
printf '%s\n' "$good" >"$odd"
expect 0 "an odd name" backcare -f "$odd" edit
same "an odd name" "$(cat "$odd")" "$better"
same "an odd name, beside" "$(ls -A 'a  b')" "${odd#*/}"

# Which editor, and its arguments.
mkdir bin
for name in vi visual editor; do
	printf '#!/bin/sh\necho "%s $# $1" >>ran\n' $name >bin/$name
	chmod +x bin/$name
done
PATH=$work/bin:$PATH
# chosen WHAT WANTED
chosen() {
	rm -f ran
	expect 0 "$1" edit
	same "$1" "$(sed 's/ [^ ]*log\.edit.*//' ran)" "$2"
}
fresh
unset VISUAL
chosen "no variable" "vi 1"
export VISUAL='' EDITOR=''
chosen "empty variables" "vi 1"
EDITOR=editor
chosen "EDITOR" "editor 1"
VISUAL=visual
chosen "VISUAL before EDITOR" "visual 1"
VISUAL="visual  'one word' -n"
chosen "an editor with arguments" "visual 3 one word"
VISUAL=$(printf '%5000s' x)
expect 1 "a long VISUAL" edit
same "a long VISUAL" "$err" \
    "backcare: edit: the name of the editor is too long"
left "the choice of an editor" "$good"

# Its exit status counts.
# fails WHAT VISUAL STATUS
fails() {
	VISUAL=$2
	expect 1 "$1" edit
	has "$1" "$err" \
	    "edit: the editor ended with exit status $3, so the log stays as it was"
	left "$1" "$good"
}
fails "status 3" 'sh ./put x; exit 3;' 3
fails "a signal" 'kill -KILL $$;' 137
fails "no such editor" ./none 127
VISUAL='rm -f'
expect 1 "a copy that is gone" edit
has "a copy that is gone" "$err" 'log\.edit\.......: No such file'
left "a copy that is gone" "$good"

# What is not valid: each line by the name of the log, with its number.
VISUAL='sh ./put'
# refused WHAT LINE REASON: with new as it is, and nobody to ask.
refused() {
	expect 1 "$1" edit
	has "$1" "$err" "^backcare: $log:$2: $3"
	has "$1" "$err" 'edit: the log stays as it was$'
	left "$1" "$good"
}
fresh
printf '%s\n' "$worse" >new
refused "a bad word" 2 'feel is dull, sharp or stiff: "feel=odd"$'
printf '# backcare log 2\n' >new
refused "another format" 1 'another format'
printf '%s\n' "$good" '2026-11-21T17:00:00Z check flags=leg,nose' >new
refused "an unknown flag" 4 'unknown flag among these: "leg,nose"$'
printf '%s\n2026-11-21T17:00:00Z end' "$good" >new
refused "no newline" 4 'the last line has no newline$'
printf '%s\n# \033[31m\n' "$good" >new
expect 0 "an escape in a note" edit
fresh
printf '%s\n# %5000s\n' "$good" x >new
refused "a long line" 4 '.*long'
printf '%s\n\0\n' "$good" >new
refused "a NUL" 4 '.'
expect 2 "an argument" backcare edit x
expect 2 "an option" backcare edit -x

# talk VISUAL WHAT-TO-SAY: a dialogue about new1, then new2.
talk() {
	fresh
	printf '%s\n' "$worse" >new1
	printf '%s\n' "$better" >new2
	{
		echo 'set timeout 30'
		echo 'log_user 0'
		echo "spawn -noecho env --default-signal=HUP {VISUAL=$1} $wrapper {$program} edit"
		echo 'expect_after {'
		echo '  timeout { puts "no answer: $expect_out(buffer)"; exit 99 }'
		echo '  eof { puts "it ended: $expect_out(buffer)"; exit 99 }'
		echo '}'
		printf '%s\n' "$2"
		echo 'if {![info exists closed]} { expect eof {} }'
		echo 'set end [wait]'
		echo 'if {[llength $end] > 4} { puts [lindex $end 5]; exit 98 }'
		echo 'exit [lindex $end 3]'
	} >dialogue
	status=0
	command expect -f dialogue >said 2>&1 </dev/null || status=$?
}
question='expect -ex {What now? e to edit again, x to leave the log as it was: } {}'
bad='expect -ex {log:2: feel is dull, sharp or stiff: "feel=odd"} {}'
talk 'sh ./turns' "$bad
$question
send e\\r
expect -ex {The log is changed.} {}"
same "e, status ($(cat said))" $status 0
left "e" "$better"
talk 'sh ./turns' "$question
send what\\r
$question
send \\r
expect -ex {The log is changed.} {}"
same "Enter, status ($(cat said))" $status 0
left "Enter" "$better"
talk 'sh ./turns' "$question
send x\\r
expect -ex {edit: the log stays as it was} {}"
same "x, status ($(cat said))" $status 1
left "x" "$good"
talk 'sh ./turns' "$question
send \\004
expect -ex {edit: the log stays as it was} {}"
same "the end of input, status ($(cat said))" $status 1
left "the end of input" "$good"
talk 'sh ./turns' "$question
send \\003"
same "an interrupt" "$status $(cat said)" "98 SIGINT"
left "an interrupt" "$good"
# A terminal that goes away, at the question and while the editor has it.
talk 'sh ./turns' "$question
set closed 1
close"
# Its end of input may come before its signal.
case "$status $(cat said)" in
"98 SIGHUP" | "1 ") ;;
*) complain "a terminal that is gone: $status $(cat said)" ;;
esac
left "a terminal that is gone" "$good"
# The editor's own keys: an interrupt is for the editor alone, and so is ^\.
cat >stubborn <<'SH'
trap 'cat new2 >"$1"; exit 0' INT QUIT
echo ready
while :; do sleep 0.1; done
SH
for key in 003 034; do
	talk 'sh ./stubborn' "expect -ex {ready} {}
send \\$key
expect -ex {The log is changed.} {}"
	same "key $key in the editor, status ($(cat said))" $status 0
	left "key $key in the editor" "$better"
done

# An editor left open holds nobody up, and loses nothing.
VISUAL='sh ./slow'
open_editor() {
	fresh
	# Whatever the tests were started with.
	# shellcheck disable=SC2086
	env --default-signal=HUP $wrapper "$program" edit >said 2>&1 \
	    </dev/null &
	editing=$!
	read -r _ <here
}
close_editor() {
	status=0
	echo >go
	wait $editing || status=$?
}
open_editor
expect 0 "now, meanwhile" backcare now
expect 0 "pain, meanwhile" backcare pain 4
expect 0 "pain, meanwhile" backcare pain 5
added=$(tail -n 2 "$log")
close_editor
same "added meanwhile, status ($(cat said))" $status 0
left "added meanwhile" "$better
$added"

# kept WHAT LOG: it is refused, and what was edited is kept, and named.
kept() {
	same "$1, status" $status 1
	copy=$(sed -n 's/^backcare: edit: what you edited is kept in //p' said)
	same "$1: the copy" "$(cat "$copy")" "$better"
	rm -f "$copy"
	left "$1" "$2"
}
changed='the log was changed by another program meanwhile, so it stays as it is$'
open_editor
expect 0 "undo, meanwhile" backcare undo
close_editor
has "undo meanwhile" "$(cat said)" "$changed"
kept "undo meanwhile" "$(printf '%s\n' "$good" | head -n 2)"
open_editor
expect 0 "undo, meanwhile" backcare undo
expect 0 "another record" backcare check fever
expect 0 "more" backcare pain 3
now=$(cat "$log")
close_editor
has "another record in its place" "$(cat said)" "$changed"
kept "another record in its place" "$now"
open_editor
echo "$worse" >"$log"
close_editor
has "written over" "$(cat said)" "$changed"
kept "written over" "$worse"
open_editor
printf '# backcare log 2\n' >"$log"
close_editor
kept "another format meanwhile" "# backcare log 2"
open_editor
rm "$log"
close_editor
same "taken away, status" $status 1
has "taken away" "$(cat said)" 'edit: the log is gone$'
[ ! -e "$log" ] || complain "the log is back"
rm -f "$log".edit.*
open_editor
flock -x "$log" sh -c 'echo >held; read -r _ <free' &
holder=$!
read -r _ <held
close_editor
echo >free
wait $holder
has "locked" "$(cat said)" 'locked by another process'
kept "locked" "$good"

# Signals while the editor is open: it goes on; then nothing is left.
for signal in TERM HUP; do
	open_editor
	kill -$signal $editing
	close_editor
	same "$signal while editing" "$(kill -l $status)" $signal
	left "$signal while editing" "$good"
done

# A torn line can be mended, and is no reason not to begin.
VISUAL='sh ./put'
fresh
printf '2026-11-20T17:20' >>"$log"
expect 0 "a torn log" edit
left "a torn log, mended" "$better"
VISUAL='sh ./slow'
fresh
printf '2026-11-20T17:20' >>"$log"
backcare edit >said 2>&1 </dev/null &
editing=$!
read -r _ <here
expect 0 "pain after the torn line" backcare pain 5
now=$(cat "$log")
close_editor
has "a torn line that was ended" "$(cat said)" "$changed"
kept "a torn line that was ended" "$now"

# The log of a newer program is not for this one to edit.
VISUAL='sh ./put'
fresh
printf '# backcare log 2\n2026-11-20T17:00:00Z onset\n' >"$log"
expect 1 "a newer log" edit
has "a newer log" "$err" "the log has format 2, this program writes 1"
[ ! -e edited ] || complain "a newer log: the editor ran"
left "a newer log" '# backcare log 2
2026-11-20T17:00:00Z onset'

# No room, and no right to write.
fresh
# shellcheck disable=SC3045	# every sh has -S
(ulimit -S -f 0 && exec 2>&1 && backcare edit) | cat >said
has "no room" "$(cat said)" "log\.edit\.......: File too large"
left "no room" "$good"
chmod 755 .
cp "$program" mine
mkdir -m 777 shut
chmod 644 new
as_nobody sh -c 'cat new >shut/log && chmod 600 shut/log'
chmod 555 shut
expect 1 "no right to the directory" as_nobody ./mine -f shut/log edit
has "no right to the directory" "$err" \
    "shut/log\.edit\.......: Permission denied"
same "no right to the directory" "$(ls -A shut)" log
chmod 755 shut
finish
