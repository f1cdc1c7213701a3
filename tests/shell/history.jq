# What history has to say of a log, worked out from its lines another way than
# the program does it: with whole lists, sorted, and no passes.  Reads lines
# that are all valid; $flags is the list of names in their order.
#
# usage: jq -Rnrc -f history.jq --argjson now SECONDS --argjson flags NAMES
#     --arg what episodes|together

def record:
    (split(" # ")[0] | split(" ")) as $words |
    (. / " # " | .[1:] | join(" # ")) as $text |
    {text: $text, time: ($words[0] | fromdate), stamp: $words[0], kind: $words[1]} +
    ($words[2:] | map(split("=") | {(.[0]): (.[1:] | join("="))}) | add // {}) |
    .score = (.score // .pain | if . then tonumber else null end) |
    .flags = (.flags // "none" | split(",") - ["none"]);

# The lines between one end and the next, that end with the first of them.
def parts:
    reduce .[] as $r ([[]]; .[-1] += [$r] |
        if $r.kind == "end" then . + [[]] else . end);

# Those after the first onset, and of what stands before it only flags that
# nobody has looked at; what an end carries counts as before it.
def episode($carried):
    (map(.kind) | index("onset")) as $at |
    (.[:$at] | reduce .[] as $r ($carried;
        if $r.kind == "seen" then . - (. - ["skin"])
        elif $r.kind == "check" and $r.flags == [] and $r.asked == null then []
        else . + $r.flags end)) as $before |
    .[$at:] | . as $all |
    map(select(.kind == "onset")) as $onsets |
    ($onsets | min_by(.time)) as $first |
    (map(select(.score != null)) | sort_by(.time) | map(.score)) as $scores |
    (map(select(.kind == "end")) | first) as $over |
    ($over.time // $now) as $to |
    ($before + (map(select(.kind != "end").flags) | add)) as $named |
    {
        began: $first.stamp, ended: ($over.stamp // null),
        seconds: ([$to - $first.time, 0] | max),
        flares: ($onsets | length - 1),
        highest: ($scores | max), last: ($scores | last // null),
        pain: $scores,
        ice: (map(select(.kind == "ice")) | length),
        heat: (map(select(.kind == "heat")) | length),
        exercise: ($onsets | map(.exercise | select(.)) | first // null),
        flags: ($flags | map(select(. as $f | $named | index($f)))),
        taken_back: [],
        seen: (map(select(.kind == "seen")) | first.stamp // null),
        open: ($over == null),
        unread: 0,
        notes: (map(select(.text != "") |
            {at: .stamp, record: .kind, text: .text})),
        lines: $all
    };

# What an end passes on.
def carries:
    (last // {}) as $r |
    if $r.kind == "end" then $flags[:16] + ["skin"] |
        map(select(. as $f | $r.flags | index($f))) else [] end;

def episodes:
    parts | [range(length) as $i |
        .[$i] as $part | (if $i > 0 then .[$i - 1] else [] end) as $above |
        $part | select(any(.[]; .kind == "onset")) |
        episode($above | carries)];

# The score before each pack and the first in the 3 hours after it.
def effects($kind):
    [.[].lines as $l | range($l | length) as $i | $l[$i] |
        select(.kind == $kind) |
        (.time + (.min | tonumber) * 60) as $over |
        ([$l[:$i][].score | values] | last) as $before |
        select($before != null) |
        first($l[$i + 1:][] | select(.score != null and .time >= $over)) |
        select(.time <= $over + 10800) | .score - $before] |
    [length, (map(select(. < 0)) | length), (map(select(. == 0)) | length),
        (map(select(. > 0)) | length)];

# Of an even number half-way between the two in the middle, without a rest.
def median:
    sort | (.[(length - 1) / 2 | floor] + .[length / 2 | floor]) / 2 | floor;

def together:
    map(select(.open | not)) as $ended |
    (map(.exercise | values) | group_by(.) | max_by(length) // []) as $most |
    map(.began | fromdate) as $began |
    [range(1; length) as $i | $began[$i] - $began[$i - 1]] as $gaps |
    {
        episodes: length,
        year: (map(select($now - (.began | fromdate) <= 31536000)) | length),
        past: (map((.lines | map(.time) | max) as $heard |
            if .open and $now - $heard >= 604800
            then $heard - (.began | fromdate) else .seconds end |
            select(. > 259200)) | length),
        median: (if $ended | length < 3 then null else
            $ended | map(.seconds / 3600 | floor) | median end),
        ended: ($ended | length),
        most: (if ($most | length) >= 3 and ($most | length) * 2 > length
            then {name: $most[0], count: ($most | length)} else null end),
        gaps: (if $gaps | length < 5 then null else
            [$gaps[-3:], $gaps[:-3]] | map(map(. / 86400 | floor) | median)
            end),
        ice: effects("ice"), heat: effects("heat")
    };

[inputs | select(test("^[0-9]")) | record] | episodes |
if $what == "episodes" then .[] | del(.lines) else together end
