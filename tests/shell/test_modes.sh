#!/bin/sh
# The log is for its owner alone, whatever the umask; what there was before
# keeps its modes.
. tests/shell/setup.sh
clock '2026-11-20 20:00'

modes() {
	stat -c '%a' "$HOME/.local" "$HOME/.local/share" \
	    "$HOME/.local/share/backcare" "$log" | tr '\n' ' '
}
for mask in 000 022 027 077 0777; do
	rm -rf "$HOME/.local"
	(umask $mask && backcare log >out 2>err) ||
	    complain "umask $mask: $(cat err)"
	same "modes under umask $mask" "$(modes)" "700 700 700 600 "
	[ ! -s err ] || complain "umask $mask: $(cat err)"
done
rm -rf "$HOME/.local"
mkdir -m 755 "$HOME/.local"
umask 0
expect 0 log backcare log
same "modes below an old directory" "$(modes)" "755 700 700 600 "
expect 0 "log -f" backcare -f own log
same "the mode of one named with -f" "$(stat -c %a own)" 600

# Only log says that others can get at it, and how to end that.
while read -r mode can; do
	chmod "$mode" "$log"
	expect 0 "log, $mode" backcare log
	same "what log says of $mode" "$err" \
	    "${can:+backcare: $log: others can $can this log: chmod 600 $log}"
	for command in now 'pain 3' 'check none' 'undo -n' undo; do
		# shellcheck disable=SC2086
		expect 0 "$command" backcare $command
		same "what $command says of $mode" "$err" ""
	done
	same "the mode after" "$(stat -c %a "$log")" "$mode"
done <<'MODES'
600
700
640 read
604 read
620 read or write
602 read or write
666 read or write
MODES
# So is a dry run that says it, and leaves no trace.
chmod 644 "$log"
expect 0 "log -n" backcare log -n
has "log -n" "$err" "others can read this log: chmod 600"
before=$(cat "$log")
for command in 'log -n' 'undo -n' now 'now -j'; do
	# shellcheck disable=SC2086
	expect 0 "$command" backcare $command
done
same "the log after dry runs" "$(cat "$log")" "$before"
rm -rf "$HOME/.local"
# What reminders note of it is as private, and so are the copies of the crontab
# and of the log, whatever the umask.  Each is made twice, as a file with no
# mode at all is one that only root writes to again.
cat >./crontab <<SH
#!/bin/sh
case \$1 in
-l) cat "$work/table" ;;
-) cat >"$work/table.new"; cat "$work/table.new" >"$work/table" ;;
esac
SH
chmod +x crontab
PATH=$work:$PATH
state=.local/state/backcare
# shellcheck disable=SC2016
export VISUAL='stat -c %a >>copies'
for mask in 000 022 0777; do
	rm -rf "$HOME/.local" copies
	: >table
	: >table.new
	: >copies
	expect 0 log backcare log -t 3h
	old=$(umask)
	umask $mask
	for command in 'remind -w 0-24' 'remind -w 0-24 -i' 'ice -m 1 -t 1h' \
	    'remind -w 0-24' 'remind -u' edit; do
		# shellcheck disable=SC2086
		$wrapper "$program" $command >>said 2>&1 ||
		    complain "umask $mask, $command: $(cat said)"
	done
	umask "$old"
	same "modes of the notes, umask $mask" "$(stat -c %a .local/state \
	    $state $state/reminded $state/crontab.old | tr '\n' ' ')" \
	    "700 700 600 600 "
	same "the mode of the copy, umask $mask" "$(cat copies)" 600
done
rm -rf "$HOME/.local"
unset VISUAL
for command in 'log -n' 'undo -n' undo now 'pain 3' end seen; do
	# shellcheck disable=SC2086
	backcare $command >/dev/null 2>&1
	[ ! -e "$HOME/.local" ] || complain "$command made something"
done
finish
