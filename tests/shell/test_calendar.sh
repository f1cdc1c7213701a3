#!/bin/sh
# plan -i, as three readers take it that know nothing of this program: each
# lists the events that plan itself prints, at the same local times.
# shellcheck disable=SC2317	# functions are called by their reader's name
# Takes 8 s.
. tests/shell/setup.sh
need calcurse khal
python3=/usr/bin/python3	# the system's, which has python3-icalendar
"$python3" -c 'import icalendar' || exit 1

# What plan prints: "2026-11-20 18:30 The pain began".  All are in one month.
events() {
	at "$1" plan | awk '
	function put() {
		sub(/, (done|now)$/, "", line)
		if (line != "")
			print line
		line = ""
	}
	/^[A-Z][a-z][a-z] [0-9]+ Nov$/ { put(); day = $2; next }
	/^  [0-9]/ {
		put()
		line = sprintf("2026-11-%02d %s %s", day, $1, substr($0, 10))
		next
	}
	{ put() }
	END { put() }' | sort
}

cat >read.py <<'PYTHON'
"""Lists a calendar, and checks what its readers may rely on."""
import sys
from datetime import timezone
from zoneinfo import ZoneInfo

import icalendar

data = open(sys.argv[1], "rb").read()
lines = data.split(b"\r\n")
assert lines.pop() == b"", "the last line has no end"
for line in lines:
    assert b"\n" not in line and b"\r" not in line, line
    assert len(line) <= 75, line
    line.decode("utf-8")

calendar = icalendar.Calendar.from_ical(data)
assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
assert not calendar.errors, calendar.errors
events = calendar.walk("VEVENT")
uids = [event["UID"] for event in events]
assert len(set(uids)) == len(uids), "a UID comes twice"
stamps = {event["DTSTAMP"].dt for event in events}
assert len(stamps) == 1
now = stamps.pop()

for event in events:
    assert not event.errors, event.errors
    assert event["CLASS"] == "PRIVATE"
    assert event["TRANSP"] == "TRANSPARENT"
    if event["STATUS"] == "CANCELLED":
        assert not event.walk("VALARM"), "an alarm of what is cancelled"
        continue
    start = event["DTSTART"].dt
    assert start.tzinfo is not None
    assert start.utcoffset() == timezone.utc.utcoffset(None)
    summary = str(event["SUMMARY"])
    assert "\\" not in summary and "\\" not in event["DESCRIPTION"]
    assert "not a diagnosis" in event["DESCRIPTION"]
    if "min" in summary:
        minutes = (event["DTEND"].dt - start).total_seconds() / 60
        assert summary.endswith(", %d min" % minutes), summary
    alarms = event.walk("VALARM")
    if start < now:
        assert not alarms, "an alarm for the past"
    else:
        (alarm,) = alarms
        assert alarm["ACTION"] == "DISPLAY"
        assert alarm["TRIGGER"].dt.total_seconds() == 0
        assert str(alarm["DESCRIPTION"]) == summary
    local = start.astimezone(ZoneInfo("Europe/Berlin"))
    print(local.strftime("%Y-%m-%d %H:%M"), summary)
PYTHON

cat >khal.conf <<CONF
[calendars]
[[back]]
path = $work/vdir
[sqlite]
path = $work/khal.db
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
CONF
mkdir vdir

# Each prints lines like those of events.
with_icalendar() {
	"$python3" read.py "$1" || complain "python3-icalendar: $1"
}
# calcurse keeps no UIDs, so it gets a new directory each time.
with_calcurse() {
	rm -rf calcurse && mkdir calcurse
	calcurse -q -D calcurse -C calcurse -i "$1" ||
	    complain "calcurse: $1"
	calcurse -D calcurse -C calcurse -G --filter-type cal \
	    --format-apt '%(start:%Y-%m-%d %H:%M) %m\n' |
	    grep -v ' Cancelled: '
}
with_khal() {
	khal -c khal.conf import --batch "$1" || complain "khal: $1"
	khal -c khal.conf list --day-format '' \
	    --format '{start-long} {status}{title}' 2026-11-01 40d |
	    sed '/^$/d; / CANCELLED /d; s/ CONFIRMED / /'
}

# agree WHAT TIME: all three have what plan prints.
agree() {
	at "$2" plan -i >plan.ics || complain "$1: plan -i: status $?"
	events "$2" >expected
	[ -s expected ] || complain "$1: plan has no events"
	for reader in icalendar calcurse khal; do
		"with_$reader" plan.ics >"$reader.list"
		sort "$reader.list" | diff expected - >difference && continue
		complain "$1: < plan, > $reader:"
		cat difference
	done
}

write() {
	mkdir -p "${log%/*}"
	printf '%s\n' "$@" >"$log"
}

began='2026-11-20T17:30:00Z onset feel=dull'
write "$began" '2026-11-20T17:31:00Z check flags=none'
agree "the first evening" '2026-11-20 20:00:00'
# Imported again with nothing changed, and with a pack done: no doubles, and
# the events that moved have moved.
agree "the same again" '2026-11-20 20:00:00'
at '2026-11-20 21:00:00' ice -t 20:40 -m 20 >/dev/null ||
    complain "cannot record a pack"
agree "with a pack done" '2026-11-20 21:00:00'
at '2026-11-20 21:05:00' check fever >/dev/null
at '2026-11-20 21:05:00' plan -i >plan.ics 2>err
has "urgent" "$(cat err)" 'no packs in it'
with_icalendar plan.ics >urgent
same "urgent: packs to come" "$(grep -c 'Ice\|heat' urgent)" 1

# What was planned goes from khal and comes back: with a flag, taken back, with
# skin that bears no pack, and at the end of it.
# shown WHAT TIME WANTED: how many packs are in khal then.
shown() {
	at "$2" plan -i >plan.ics 2>/dev/null || complain "$1: status $?"
	same "$1" "$(with_khal plan.ics | grep -c 'Ice\|Moist')" "$3"
}
shown "urgent: in khal" '2026-11-20 21:05:00' 1
at '2026-11-20 21:06:00' undo >/dev/null
at '2026-11-20 21:06:00' plan -i >plan.ics
with_icalendar plan.ics >again
packs=$(grep -c 'Ice\|Moist' again)
[ "$packs" -gt 10 ] || complain "only $packs packs"
shown "taken back" '2026-11-20 21:06:00' "$packs"
at '2026-11-20 21:06:00' check skin >/dev/null
shown "skin, in the same minute" '2026-11-20 21:06:30' 1
at '2026-11-20 21:07:00' undo >/dev/null
shown "no skin" '2026-11-20 21:07:00' "$packs"
at '2026-11-20 21:08:00' end >/dev/null
shown "ended" '2026-11-20 21:09:00' 1
expect 0 "as of then, written now" at '2026-11-20 21:10:00' plan -i -t +30d
has "as of then, written now" "$out" '^DTSTAMP:20261120T201000Z'
expect 0 "as of then, twice" at '2026-11-20 21:10:00' plan -i -t +1d -t +30d
has "as of then, twice" "$out" '^DTSTAMP:20261120T201000Z'
# New pain in the place of the old takes the packs of that with it.
at '2026-11-20 21:10:00' undo >/dev/null
shown "open again" '2026-11-20 21:10:10' "$packs"
at '2026-11-20 21:10:20' log -N -t 1m >/dev/null
at '2026-11-20 21:10:20' check none >/dev/null
shown "a new episode, besides the pack done" '2026-11-20 21:10:30' \
    $((1 + $(at '2026-11-20 21:10:30' plan | grep -c '^  .*\(Ice\|Moist\)')))
write '# nothing'
expect 1 "no episode at all" at '2026-11-20 21:11:00' plan -i
same "no episode at all" "$out" ''

rm -rf vdir khal.db && mkdir vdir
write "$began" '2026-11-22T09:00:00Z onset feel=sharp'
agree "a flare" '2026-11-22 12:00:00'
finish
