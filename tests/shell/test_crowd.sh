#!/bin/sh
# 32 writers at once, with undo and edit among them: what was acknowledged and
# not taken back again is in the log, once; nothing else is, and nothing is
# torn.  An edit that finds more done to the log than additions is refused, and
# what was edited is kept.
#
# CROWD_RECORDS is how many records each writes; "make crowd" says 100.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need seq xargs comm

writers=32 records=${CROWD_RECORDS:-4}
[ -z "$wrapper" ] || writers=6 records=2
# One that is told "locked" was not recorded, and tries again.
cat >writer <<'SH'
n=$1 i=0
while [ $i -lt "$2" ]; do
	$wrapper "$program" log "writer $n record $i" >out.$n 2>err.$n
	status=$?
	if [ $status -eq 0 ]; then
		echo "writer $n record $i" >>acknowledged.$n
		i=$((i + 1))
	elif ! grep -q 'locked by another process' err.$n; then
		echo "writer $n: $status: $(cat err.$n)" >>trouble
		exit 1
	fi
done
SH
cat >undoer <<'SH'
until [ -e finished ] && [ -s taken ]; do
	if $wrapper "$program" undo >out.undo 2>err.undo; then
		cat out.undo >>taken
	elif ! grep -q -e 'locked by another' -e 'no record to take' err.undo
	then
		echo "undo: $(cat err.undo)" >>trouble
	fi
	sleep 0.1
done
SH
# Each edit puts a comment below the header.
cat >comment <<'SH'
i=$(cat edits)
sed "1a\\# edit $i" "$1" >comment.out && cat comment.out >"$1"
SH
cat >editor <<'SH'
until [ -e finished ] && [ -s edited ]; do
	echo $(($(cat edits) + 1)) >edits
	if VISUAL='sh ./comment' $wrapper "$program" edit >out.edit 2>err.edit
	then
		echo "# edit $(cat edits)" >>edited
	elif ! grep -q -e 'locked by another process' \
	    -e 'changed by another program' err.edit; then
		echo "edit: $(cat err.edit)" >>trouble
	fi
	rm -f "${log:?}".edit.*
	sleep 0.05
done
SH
export wrapper program log
echo 0 >edits
: >taken
: >edited
expect 0 "the first" backcare log "writer 0 record 0"
echo "writer 0 record 0" >acknowledged.0
sh undoer &
undoing=$!
sh editor &
editing=$!
seq $writers | xargs -P $writers -I N sh writer N "$records"
: >finished
wait $undoing $editing
[ ! -s trouble ] || complain "$(head -n 5 trouble)"

same "acknowledged" "$(cat acknowledged.* | wc -l)" $((writers * records + 1))
sed -n 's/^20.* # //p' taken | LC_ALL=C sort >gone
cat acknowledged.* | LC_ALL=C sort | comm -23 - gone >wanted
grep -v '^#' "$log" | sed 's/^.* # //' | LC_ALL=C sort >got
diff wanted got >difference ||
    complain "wanted and got: $(head -n 20 difference)"
same "taken back twice" "$(uniq -d gone)" ""
# Every edit that was acknowledged, in its order, and no other.
same "edits" "$(sed -n '/^# edit/p' "$log" | sort -V)" "$(sort -V edited)"
form='^20..-..-..T..:..:..Z onset # writer [0-9]* record [0-9]*$'
same "lines that are none" "$(grep -v -e "$form" -e '^# edit [0-9]*$' "$log")" \
    "# backcare log 1"
finish
