# What is refused, and how it is said; and what does not concern cron.
at '2026-11-20 18:30:00' help remind
at '2026-11-20 18:30:00' remind -x
at '2026-11-20 18:30:00' remind -e
at '2026-11-20 18:30:00' remind -e ''
at '2026-11-20 18:30:00' remind notify-send
at '2026-11-20 18:30:00' remind -e notify-send -u critical
at '2026-11-20 18:30:00' remind -iu
at '2026-11-20 18:30:00' remind -ij
at '2026-11-20 18:30:00' remind -u -w 7-22
at '2026-11-20 18:30:00' remind -u -e true
at '2026-11-20 18:30:00' remind -w 7
at '2026-11-20 18:30:00' remind -w 7-7
at '2026-11-20 18:30:00' remind -w 7-25
BACKCARE_WAKING=junk
export BACKCARE_WAKING
at '2026-11-20 18:30:00' remind
at '2026-11-20 18:30:00' remind -w 7-22
unset BACKCARE_WAKING
echo "# A bad line is said with a reminder, not every minute."
quietly '2026-11-20 18:30:00' log
echo 'what is this' >>"$log"
at '2026-11-20 18:31:00' remind -e 'exit 0 #'
at '2026-11-20 18:32:00' remind
at '2026-11-20 18:33:00' remind
at '2026-11-20 18:33:00' remind -n
echo "# Nowhere to print to, nowhere to keep the note."
run_at '2026-11-20 20:40:00' remind >/dev/full
echo "[$?]"
rm -r .local/state
echo >.local/state
at '2026-11-20 20:41:00' remind -e 'echo told;:'
rm .local/state
at '2026-11-20 20:42:00' remind -e 'echo told;:'
echo "# Lines of the state that cannot be read are announced again."
sed 's/ ice / rice /' .local/state/backcare/reminded >other
cp other .local/state/backcare/reminded
at '2026-11-20 20:43:00' remind -e 'echo told;:'
at '2026-11-20 20:44:00' remind -e 'echo told;:'
echo "# Where no record tells the time, none is made up."
rm -rf .local/state
write_log 'what'
at '2026-11-20 18:35:00' remind -n 2>/dev/null
at '2026-11-20 18:35:00' remind -j 2>/dev/null
