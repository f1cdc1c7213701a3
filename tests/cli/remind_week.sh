# The real program, looked at every two hours of a week in which the clocks go
# back and the computer is off on the Saturday.
look() {
	got=$(run_at "@$1" remind -j -w 7-22)
	[ -n "$got" ] || return 0
	printf '%s:' "$(date -d "@$1" '+%a %H:%M %Z')"
	echo "$got" | jq -r '.events[] | .event + " " + .due' >events
	while read -r event due; do
		printf ' %s (%s)' "$event" "$(date -d "$due" '+%a %H:%M')"
	done <events
	echo
}
quietly '2026-10-22 18:30:00' log -p 5
quietly '2026-10-22 18:31:00' check none
now=$(date -d '2026-10-22 18:32:00' +%s)
end=$(date -d '2026-10-29 20:00:00' +%s)
while [ "$now" -lt "$end" ]; do
	case $(date -d "@$now" '+%a %H') in
	Sat*) ;;
	'Mon 13') quietly "@$now" pain 3 ;;
	'Tue 09') quietly "@$now" heat -t 30m ;;
	'Wed 13') quietly "@$now" log -p 6 ;;
	*) look "$now" ;;
	esac
	now=$((now + 7200))
done
