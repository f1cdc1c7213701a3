#!/bin/sh
# now -j: one object with every key and its type, whatever the log holds.
# Takes 3 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need jq

cat >check.jq <<'JQ'
def time: type == "string" and
    test("^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z$");
def whole: type == "number" and . == floor and . >= 0;
def among($list): . as $x | $list | index([$x]) != null;
def wrong($why): if . then empty else $why end;
. as $o |
(keys_unsorted == ["open", "phase", "urgency", "reasons", "treatment", "onset",
    "latest_onset", "elapsed", "next", "flags", "screened", "pattern", "trend",
    "last_ice", "screened_at", "unread", "timer"] | wrong("keys")),
(.open | type == "boolean" | wrong("open")),
(.screened | type == "boolean" | wrong("screened")),
(.phase | among(["none", "ice", "heat", "escalate"]) | wrong("phase")),
(.urgency | among(["self-care", "prompt", "urgent", "emergency"]) |
    wrong("urgency")),
(.treatment | among(["none", "ice", "heat"]) | wrong("treatment")),
(.pattern | among(["soreness", "strain", "unclear", null]) | wrong("pattern")),
(.trend | among(["better", "same", "worse", "gone", null]) | wrong("trend")),
(.flags | type == "array" and all(test("^[a-z-]+$")) | wrong("flags")),
(.reasons | type == "array" and all(test("^(U[2-689]|[a-z-]+)$")) |
    wrong("reasons")),
(if .open then
	(.onset | time), (.latest_onset | time), (.elapsed | whole),
	(.pattern != null), .phase != "none"
else
	[.onset, .latest_onset, .elapsed, .next, .pattern] == [null, null,
	    null, null, null], .phase == "none", .treatment == "none"
end | wrong("what goes with open")),
(.next | . == null or (keys == ["at", "phase"] and (.at | time) and
    (.phase | among(["heat", "escalate"]))) | wrong("next")),
(.last_ice | . == null or (keys == ["minutes", "start"] and (.start | time) and
    (.minutes | whole and . >= 1 and . <= 60)) | wrong("last_ice")),
(.timer | . == null or (keys == ["kind", "until"] and (.until | time) and
    (.kind | among(["ice", "heat", "pause"]))) | wrong("timer")),
(.urgency | . == "self-care" or . == "prompt" or $o.treatment == "none" |
    wrong("a treatment at an alarm")),
(.flags - (.reasons + ["skin"]) == [] | wrong("a flag that is no reason")),
((.urgency == "self-care") == (.reasons == []) | wrong("urgency and reasons")),
(.flags | index("skin") == null or $o.treatment == "none" | wrong("skin"))
JQ

# Twenty days of moments for a log that is made of lines like these.
lines='2026-11-20T17:00:00Z onset
2026-11-20T17:00:00Z onset feel=sharp start=sudden side=one pain=9 exercise=squat # "quoted" \ and \042
2026-11-19T17:00:00+05:45 onset feel=stiff chronic=yes session=2026-11-18T08:00:00Z flags=leg,skin
2026-11-21T08:00:00Z onset pain=2
2026-11-20T18:00:00Z pain score=0
2026-11-21T18:00:00Z pain score=10
2026-11-20T18:00:00Z check flags=none
2026-11-20T18:00:00Z check asked=all flags=sleep
2026-11-20T18:00:00Z check flags=bladder,fever
2026-11-20T18:00:00Z check flags=kidney
2026-11-20T19:00:00Z ice min=60
2026-11-22T19:00:00Z heat min=1
2026-11-23T19:00:00Z seen
2026-11-20T19:00:00Z end
2026-11-20T19:00:00Z end flags=fever,skin
2026-11-30T19:00:00Z onset
0000-01-01T00:00:00Z onset
9999-12-31T23:59:59Z pain score=5
nonsense'
count=$(printf '%s\n' "$lines" | wc -l)
one() {
	for moment in @1795201200 @1800000000; do
		backcare -f "$1" now -j -t $moment >"$work/o" 2>/dev/null
		status=$?
		[ $status -le 1 ] || complain "exit status $status for $(cat "$1")"
		[ "$(wc -l <"$work/o")" -eq 1 ] ||
		    complain "not one line for $(cat "$1")"
		cat "$work/o"
	done >>objects
}
: >empty
one missing
one empty
step=3
[ -z "$wrapper" ] || step=11
i=1
while [ $i -le "$count" ]; do
	printf '%s\n' "$lines" | sed -n "${i}p" >single
	one single
	j=1
	while [ $j -le "$count" ]; do
		printf '%s\n' "$lines" | sed -n "${j}p" | cat single - >two
		one two
		j=$((j + step))
	done
	i=$((i + 1))
done
printf '%s\n' "$lines" >all
one all
printf '%s\n' "$lines" | sort >sorted
one sorted
printf '2026-11-20T17:00:00Z onset\n2026-11-20T18:00:00Z end' >torn
one torn

jq -r -c -f check.jq objects >wrongs || complain "jq does not accept it"
[ ! -s wrongs ] || complain "$(sort wrongs | uniq -c)"
[ "$(jq -s length objects)" -gt 80 ] || complain "too few objects"
# As the program writes it is as jq does: compact, nothing escaped.
jq -c . objects | cmp - objects || complain "not compact JSON"
# Every word that there is was seen.
cat >three <<'LOG'
2026-11-20T17:00:00Z onset pain=6 feel=dull start=gradual
2026-11-20T18:00:00Z pain score=3
LOG
one three
echo '2026-11-20T18:30:00Z pain score=0' >>three
one three
jq -r 'to_entries[] | select(.value | type != "array" and type != "object") |
    "\(.key):\(.value)"' objects | sort -u >seen
for value in open:true open:false phase:none phase:ice phase:heat \
    phase:escalate urgency:self-care urgency:prompt urgency:urgent \
    urgency:emergency treatment:none treatment:ice treatment:heat \
    screened:true screened:false pattern:strain pattern:soreness \
    pattern:unclear pattern:null trend:better trend:same trend:worse \
    trend:gone trend:null next:null last_ice:null timer:null; do
	grep -qx "$value" seen || complain "never seen: $value"
done
finish
