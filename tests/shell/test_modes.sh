#!/bin/sh
# The log is for its owner alone, whatever the umask; what there was before
# keeps its modes.
. tests/shell/setup.sh

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
# What reminders note of it is as private.
umask 0
expect 0 log backcare log
expect 0 remind backcare remind -w 0-24
state=.local/state/backcare
same "modes of the notes" "$(stat -c %a .local/state $state \
    $state/reminded | tr '\n' ' ')" "700 700 600 "
rm -rf "$HOME/.local"
for command in 'log -n' 'undo -n' undo now 'pain 3' end seen; do
	# shellcheck disable=SC2086
	backcare $command >/dev/null 2>&1
	[ ! -e "$HOME/.local" ] || complain "$command made something"
done
finish
