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
# kept WHAT LOG COPY SAID: the log holds this, and beside it is what was edited,
# for its owner alone, and named where somebody could hear it.
kept() {
	same "$1: the log" "$(cat "$log")" "$2"
	copy=$(ls "$log".edit.*)
	same "$1: the copy" "$(cat "$copy")" "$3"
	same "$1: its mode" "$(stat -c %a "$copy")" 600
	[ -z "$4" ] ||
	    has "$1" "$4" "^backcare: edit: what you edited is kept in $copy\$"
	rm -f "$log".edit.*
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
fails "status 3" 'sh ./fail' 3
fails "status 3 of many words" 'true; exit 3;' 3
fails "a signal" 'kill -KILL $$;' 137
fails "no such editor" ./none 127
# One that saves, and then does not end well.
cat >crash <<'SH'
cat new >"$1"
kill -SEGV $$
SH
printf '%s\n' "$worse" >new
VISUAL='sh ./crash'
expect 1 "a crash after saving" edit
has "a crash after saving" "$err" 'exit status 139, so the log stays as it was$'
kept "a crash after saving" "$good" "$worse" "$err"
VISUAL='sh ./put "$1"; exit 1;'
expect 1 "a failure after saving" edit
kept "a failure after saving" "$good" "$worse" "$err"
fresh
# One that empties the file on its way has saved nothing.
VISUAL=': >"$1"; exit 1; '
fails "a failure that empties the copy" "$VISUAL" 1
VISUAL='rm -f'
expect 1 "a copy that is gone" edit
has "a copy that is gone" "$err" 'log\.edit\.......: No such file'
left "a copy that is gone" "$good"

# What is not valid: each line by the name of the log, with its number.
VISUAL='sh ./put'
# refused WHAT LINE REASON: with new as it is, and nobody to ask.
before=$good
refused() {
	expect 1 "$1" edit
	has "$1" "$err" "^backcare: $log:$2: $3"
	has "$1" "$err" 'edit: the log stays as it was$'
	cmp -s new "$log".edit.* || complain "$1: the copy is not what was edited"
	kept "$1" "$before" "$(tr -d '\0' <new)" "$err"
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
# What is no log any more: its header is missing, moved or another, or all is.
gone='not the header, "# backcare log 1"$'
printf '%s\n' "$better" | tail -n +2 >new
refused "no header" 1 "$gone"
{ echo '# mine'; printf '%s\n' "$better"; } >new
refused "a line above the header" 1 "$gone"
{ echo; printf '%s\n' "$better"; } >new
refused "a blank line above the header" 1 "$gone"
printf '# backcare log\n' >new
refused "half a header" 1 "$gone"
for number in 0 01 99999999999999999999; do
	printf '# backcare log %s\n' $number >new
	refused "format $number" 1 'another format: '
done
: >new
expect 1 "an empty copy" edit
has "an empty copy" "$err" "^backcare: $log:1: nothing is left, not even the header\$"
has "an empty copy" "$err" 'edit: the log stays as it was$'
left "an empty copy" "$good"
printf '# backcare log 1\n' >new
expect 0 "no more records" edit
left "no more records" '# backcare log 1'
# A log that has no header can go on without one, and gets one by hand.
begun='2026-11-20T17:00:00Z onset feel=dull'
printf '%s\n' "$begun" >"$log"
printf '# mine\n%s\n' "$begun" >new
expect 0 "a log without a header" edit
left "a log without a header" "$(cat new)"
before=$(cat "$log")
printf '# mine\n\n' >new
refused "comments and no record" 1 'no header and no record, so it is no log$'
printf '%s\n' "$good" >new
expect 0 "a header for a log without one" edit
left "a header for a log without one" "$good"
fresh
expect 2 "an argument" backcare edit x
expect 2 "an option" backcare edit -x

# talk VISUAL WHAT-TO-SAY: a dialogue about new1, then new2.
talk() {
	fresh
	printf '%s\n' "$worse" >new1
	printf '%s\n' "$better" >new2
	{
		echo "set timeout $((30 * PATIENCE))"
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
bad='expect -re {log:2:[ \r\n]+feel[ \r\n]+is[ \r\n]+dull,[ \r\n]+sharp[ \r\n]+or[ \r\n]+stiff:[ \r\n]+"feel=odd"} {}'
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
kept "x" "$good" "$worse" ''
talk 'sh ./turns' "$question
send \\004
expect -ex {edit: the log stays as it was} {}"
same "the end of input, status ($(cat said))" $status 1
kept "the end of input" "$good" "$worse" ''
talk 'sh ./turns' "$question
send \\003"
same "an interrupt" "$status $(cat said)" "98 SIGINT"
kept "an interrupt" "$good" "$worse" ''
# What is typed while the editor has the terminal answers no question, and keeps
# none waiting.
cat >typed <<'SH'
echo "$1" >>edited
echo ready
read -r _
cat "new$(wc -l <edited)" >"$1"
SH
talk 'sh ./typed' "expect -ex {ready} {}
send go\\rx\\rx\\r
$question
send e\\r
expect -ex {ready} {}
send go\\r
expect -ex {The log is changed.} {}"
same "typed ahead, status ($(cat said))" $status 0
left "typed ahead" "$better"
# A terminal that goes away, at the question and while the editor has it.
talk 'sh ./turns' "$question
set closed 1
close"
# Its end of input may come before its signal.
case "$status $(cat said)" in
"98 SIGHUP" | "1 ") ;;
*) complain "a terminal that is gone: $status $(cat said)" ;;
esac
kept "a terminal that is gone" "$good" "$worse" ''
# The same while the editor has it, after it has saved.
cat >saver <<'SH'
cat new2 >"$1"
echo saved
read -r _
SH
talk 'sh ./saver' 'expect -ex {saved} {}
set closed 1
close'
same "gone while editing" "$status $(cat said)" "98 SIGHUP"
kept "gone while editing" "$good" "$better" ''
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

# The editor stops, by its key or by itself: the shell gets the terminal back,
# and brings both to the front again.
cat >keyed <<'SH'
echo here $((1 + 1))
read -r _
cat new2 >"$1"
SH
cat >alone <<'SH'
echo here $((1 + 1))
kill -$how $$
read -r _
cat new2 >"$1"
SH
# stops WHAT VISUAL EXPECT-COMMAND: the command stops the editor.
stops() {
	fresh
	printf '%s\n' "$better" >new2
	# The blanks are for a reader that has yet to notice that it is stopped.
	cat >dialogue <<DIALOGUE
set timeout $((30 * PATIENCE))
log_user 0
set env(VISUAL) {$2}
set env(PS1) {prompt> }
spawn -noecho $shell
expect_after {
  timeout { puts "no answer: \$expect_out(buffer)"; exit 99 }
  eof { puts "it ended: \$expect_out(buffer)"; exit 99 }
}
expect -ex {prompt> } {}
send "$wrapper '$program' edit\r"
expect -ex {here 2} {}
$3
expect -ex {prompt> } {}
send "    echo free \\\$((3 + 4))\r"
expect -ex {free 7} {}
send "fg\r"
expect -ex {edit} {}
send "go on\r"
expect -ex {The log is changed.} {}
expect -ex {prompt> } {}
send "exit\r"
expect eof {}
DIALOGUE
	status=0
	command expect -f dialogue >said 2>&1 </dev/null || status=$?
	same "$shell: $1 ($(cat said))" $status 0
	left "$shell: $1" "$better"
}
for shell in 'bash --norc -i' 'dash -i'; do
	can "${shell%% *}" "stopping the editor in it" || continue
	stops "^Z" 'sh ./keyed' 'send "\032"'
	stops "^Z, an editor and more words" 'true; sh ./keyed' 'send "\032"'
	for how in TSTP STOP; do
		export how
		stops "an editor that stops itself with $how" 'sh ./alone' ''
	done
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

# turned_down WHAT LOG: what was edited has no place in it.
turned_down() {
	same "$1, status" $status 1
	kept "$1" "$2" "$better" "$(cat said)"
}
changed='the log was changed by another program meanwhile, so it stays as it is$'
open_editor
expect 0 "undo, meanwhile" backcare undo
close_editor
has "undo meanwhile" "$(cat said)" "$changed"
turned_down "undo meanwhile" "$(printf '%s\n' "$good" | head -n 2)"
open_editor
expect 0 "undo, meanwhile" backcare undo
expect 0 "another record" backcare check fever
expect 0 "more" backcare pain 3
now=$(cat "$log")
close_editor
has "another record in its place" "$(cat said)" "$changed"
turned_down "another record in its place" "$now"
open_editor
echo "$worse" >"$log"
close_editor
has "written over" "$(cat said)" "$changed"
turned_down "written over" "$worse"
open_editor
printf '# backcare log 2\n' >"$log"
close_editor
turned_down "another format meanwhile" "# backcare log 2"
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
turned_down "locked" "$good"

# Signals while the editor is open: it goes on; then what it saved is kept.
for signal in TERM HUP; do
	open_editor
	kill -$signal $editing
	close_editor
	same "$signal while editing" "$(kill -l $status)" $signal
	kept "$signal while editing" "$good" "$better" "$(cat said)"
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
turned_down "a torn line that was ended" "$now"

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

# An editor that returns at once, for a window of its own, and one that waits.
# A loaded machine may take its time once, but not five times.
fresh
hint='^backcare: edit: the editor ended at once; if it has a window of its own, what is saved there does not come into the log: have it wait, as in VISUAL="code --wait"$'
for try in 1 2 3 4 5; do
	VISUAL=true
	expect 0 "an editor that returns at once" edit
	same "an editor that returns at once" "$out" "The log stays as it was."
	[ -n "$err" ] && break
done
has "an editor that returns at once, try $try" "$err" "$hint"
# A parent may have ignored that children end, and this program with it.
fresh
expect 0 "SIGCHLD is ignored" env --ignore-signal=CHLD VISUAL='sh ./put' \
    "$program" edit
left "SIGCHLD is ignored" "$better"
fresh
VISUAL='sleep 2.1; : '
expect 0 "an editor that waits" edit
same "an editor that waits" "$err" ""
left "an editor that waits" "$good"
finish
