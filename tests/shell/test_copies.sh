#!/bin/sh
# What others left beside the log: copies by what keeps folders the same, which
# hold what another machine recorded, are said, with the line that merges them.
. tests/shell/setup.sh

dir=${log%/*}
expect 0 log at '2026-11-20 18:00:00' log
expect 0 "no copies" at '2026-11-20 19:00:00' now
page=$out
# What is no copy of this log is nobody's business.
touch "$dir/notes.sync-conflict-20261120-183000-ABCDEF7" "$dir/log~" \
    "$dir/log.bak" "$dir/conflicted copy of a letter"
expect 0 "other files" at '2026-11-20 19:00:00' now
same "other files" "$out" "$page"

# said WHAT WANTED: below the page, which is what it was.
said() {
	expect 0 "$1" at '2026-11-20 19:00:00' now
	same "$1" "$out" "$page
$2"
	same "$1, on standard error" "$err" ''
}
one='A copy of the log lies beside it, and nothing in it counts here. To merge it,
before you take it away:'
copy="$dir/log.sync-conflict-20261120-183000-ABCDEF7"
printf '# backcare log 1\n2026-11-20T17:30:00Z check flags=fever\n' >"$copy"
said "a copy of Syncthing" "$one
  LC_ALL=C sort -u -o '$log' '$log' '$copy'"
for form in -1 -q; do
	at '2026-11-20 19:00:00' now $form >out 2>err
	grep -q copy out err && complain "now $form speaks of the copy"
done
expect 0 "now -j" at '2026-11-20 19:00:00' now -j
same "now -j" "$err" "backcare: $(echo "$one" | tr '\n' ' ')LC_ALL=C sort -u -o '$log' '$log' '$copy'"
same "now -j" "$(echo "$out" | wc -l)" 1
# The line does what it says, in any locale.
line=$(at '2026-11-20 19:00:00' now | sed -n 's/^  LC_ALL/LC_ALL/p')
LC_ALL=en_US.UTF-8 sh -c "$line" || complain "the line fails: $line"
same "merged" "$(cat "$log")" '# backcare log 1
2026-11-20T17:00:00Z onset
2026-11-20T17:30:00Z check flags=fever'
same "the mode" "$(stat -c %a "$log")" 600
expect 0 "merged" at '2026-11-20 19:00:00' now
has "merged" "$out" 'You reported fever'
rm "$copy"
printf '# backcare log 1\n2026-11-20T17:00:00Z onset\n' >"$log"

# Others have blanks and quotation marks, and there may be many.
two="$dir/log (Anna's conflicted copy 2026-11-20)"
cp "$log" "$two"
echo '2026-11-20T17:40:00Z pain score=9' >>"$two"
line=$(at '2026-11-20 19:00:00' now | sed -n 's/^  LC_ALL/LC_ALL/p')
sh -c "$line" || complain "the line fails: $line"
same "merged" "$(tail -n 1 "$log")" '2026-11-20T17:40:00Z pain score=9'
for n in 1 2 3 4 5 6 7; do
	cp "$log" "$dir/log.sync-conflict-2026112$n"
done
expect 0 "many copies" at '2026-11-20 19:00:00' now
same "many copies are named in part" \
    "$(echo "$out" | grep -o "'[^' ]*conflict[^']*'" | wc -l)" 3
has "many copies" "$out" '^Copies of the log lie beside it'
rm "$dir"/*conflict*
printf '# backcare log 1\n2026-11-20T17:00:00Z onset\n' >"$log"

# By another name, through a link, and with an ending.
mkdir synced
mv "$log" synced/back.log
ln -s "$work/synced/back.log" "$log"
copy="$work/synced/back.sync-conflict-20261120-183000-ABCDEF7.log"
cp synced/back.log "$copy"
touch synced/backup.sync-conflict-1.txt
said "an ending, and a link" "$one
  LC_ALL=C sort -u -o '$log' '$log' '$copy'"
rm "$copy"
# Bytes that would move the cursor do not reach it.
touch "$(printf 'synced/back.sync-conflict-\033[2J.log')"
at '2026-11-20 19:00:00' now >out
LC_ALL=C grep -q "$(printf '\033')" out && complain "an escape in a name"
rm synced/*conflict*
# A folder that cannot be read hides them, and is no error.
expect 0 "no copies" at '2026-11-20 19:00:00' now
same "no copies" "$out" "$page"

# What an editor left is named by the next edit.
kept="$work/synced/back.log.edit.AbCdEf"
echo work >"$kept"
touch "$work/synced/back.log.edit.AbCdEfG" "$work/synced/other.edit.AbCdEf"
VISUAL=true expect 0 edit at '2026-11-20 19:00:00' edit
same "what was left" "$(echo "$err" | grep -v 'at once')" \
    "backcare: edit: $kept was edited before, and is not in the log"
same "it stays" "$(cat "$kept")" work
finish
