# Waking hours: of the option, of the environment, and past midnight.
quietly '2026-11-20 18:30:00' log
quietly '2026-11-20 18:31:00' check none
at '2026-11-20 22:30:00' remind -n
at '2026-11-20 22:30:00' remind -n -w 20-4
at '2026-11-21 03:59:00' remind -n -w 20-4
at '2026-11-21 04:01:00' remind -n -w 20-4
at '2026-11-20 22:30:00' remind -n -w 0-24
BACKCARE_WAKING=20:30-22:31
export BACKCARE_WAKING
at '2026-11-20 20:29:00' remind -n
at '2026-11-20 22:30:00' remind -n
at '2026-11-20 22:31:00' remind -n
echo "# The option wins."
at '2026-11-20 22:31:00' remind -n -w 7-23
at '2026-11-20 22:31:00' remind -w 7-23
at '2026-11-20 22:32:00' remind -w 7-23
echo "# The emergency asks for no hours."
quietly '2026-11-21 03:00:00' check bladder
at '2026-11-21 03:01:00' remind
at '2026-11-21 03:02:00' remind
