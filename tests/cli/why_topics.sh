# Every topic, and what gives way to an alarm.
write_log '2026-11-20T17:00:00Z onset'
topics='load form core hips glutes ice heat meds moving return childs-pose
    knee-to-chest walking bracing plank dead-bug bridge wrapping lying
    getting-up soreness strain flags sciatica cauda-equina erector-spinae
    transverse-abdominis multifidus intra-abdominal-pressure
    anterior-pelvic-tilt'
for topic in $topics; do
	at '2026-11-20 20:00' why "$topic"
done

# With something to have looked at first, no way to treat it oneself, and no
# exercise: the action takes their place, and terms are still explained.
for flag in fever bladder; do
	write_log '2026-11-20T17:00:00Z onset' \
	    "2026-11-20T17:10:00Z check flags=$flag"
	at '2026-11-20 20:00' why
	for topic in $topics; do
		run_at '2026-11-20 20:00' why "$topic" >page
		echo "$flag, $topic: $(head -n 1 page)"
	done
	echo
done

# An alarm that was left by an episode which is over counts too.
write_log '2026-11-20T17:00:00Z onset' '2026-11-20T17:10:00Z end flags=saddle'
at '2026-11-20 20:00' why meds
