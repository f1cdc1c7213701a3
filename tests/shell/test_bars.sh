#!/bin/sh
# now -1 in its hosts, by the recipes of the manual: tmux, waybar's module, and
# the prompts of bash, fish and starship.
# Takes 6 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need tmux jq bash mandoc
inner=none outer=none bars=0
trap 'tmux -S "$outer" kill-server 2>/dev/null
    tmux -S "$inner" kill-server 2>/dev/null; cd / && rm -rf "$work"' EXIT

# The hosts call it by its name, and the clock stands for them, too.
mkdir bin
cat >bin/backcare <<SH
#!/bin/sh
exec env LD_PRELOAD="$CLOCK" "$program" "\$@"
SH
chmod +x bin/backcare
export PATH="$work/bin:$PATH"

# example FIRST LAST: the lines of it from one that begins so to another.
mandoc -T ascii "$top/man/backcare.1" | sed "s/.$(printf "\b")//g" >manual
example() {
	awk -v first="$1" -v last="$2" '
	{ sub(/^ +/, "") }
	index($0, first) == 1 { on = 1 }
	on { print }
	on && index($0, last) == 1 { exit }' manual
}
example 'set -g status-right-length' 'set -g status-right ' >tmux.conf
example PROMPT_COMMAND= PROMPT_COMMAND= >bashrc
example 'function fish_right' end >prompt.fish
example '"custom/backcare"' '}' >module
same "lines of the recipes" "$(cat tmux.conf bashrc prompt.fish module | wc -l)" 13
(printf '{'; tr '\n' ' ' <module; printf '}') >config
exec=$(jq -r '."custom/backcare".exec' config) || complain "no JSON: $(cat config)"
when=$(sed -n 's/^ *when = "\(.*\)"$/\1/p' manual)
[ "$when" != '' ] || complain "no recipe for starship"

# bar WHAT URGENCY LINE: what each of them shows; nothing for an empty line.
bar() {
	# Each time servers of their own, as old ones take a while to go.
	bars=$((bars + 1))
	inner=$work/inner.$bars outer=$work/outer.$bars
	tmux -S "$inner" -f tmux.conf new-session -d -x 80 -y 10 \
	    -s a-long-name sh
	# A client draws the bar, in a window of another server.
	tmux -S "$outer" -f /dev/null new-session -d -x 80 -y 10 \
	    "env -u TMUX tmux -S '$inner' attach"
	# However little room there is, the end is cut and not the beginning.
	wanted=$(printf '%.70s' "${3:-back: nothing open}" | sed 's/ $//')
	tries=$((100 * PATIENCE))
	until tmux -S "$outer" capture-pane -p 2>&1 | grep -qF -- "$wanted"; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] && sleep 0.1 && continue
		complain "$1: tmux: $(tmux -S "$outer" capture-pane -p)"
		break
	done
	tmux -S "$outer" kill-server
	tmux -S "$inner" kill-server
	wanted=
	[ "$2" = '' ] ||
	    wanted=$(jq -cn --arg t "$3" --arg c "$2" '{text: $t, class: $c}')
	same "$1: waybar" "$(sh -c "$exec")" "$wanted"
	same "$1: bash" "$(bash -c "$(cat bashrc); eval \"\$PROMPT_COMMAND\"")" "$3"
	[ $fish = no ] || same "$1: fish" "$(fish -N -c "$(cat prompt.fish); fish_right_prompt")" "$3"
	shows=no
	sh -c "$when" && shows=yes
	same "$1: starship" "$shows" "$([ "$2" = '' ] && echo no || echo yes)"
}

fish=no
can fish "the prompt of fish" && fish=yes
bar "nothing open" '' ''
at '2026-11-20 18:30' log >/dev/null
bar "ice" self-care \
    'day 1, ice phase, heat from Sun 22 Nov 18:30; red flags not asked'
at '2026-11-20 19:00' check fever >/dev/null
bar "urgent" urgent 'URGENT: contact a doctor today, or an urgent-care line; red flags not asked'
at '2026-11-20 19:30' check saddle >/dev/null
emergency='EMERGENCY: call 112, 999 or 911 now'
bar "emergency" emergency "$emergency"
[ ${#emergency} -le 40 ] || complain "tmux by itself would cut it"
# Of a pack that is on, with what is left of it.
rm -r .local
at '2026-11-20 19:50' log >/dev/null
at '2026-11-20 19:50' check none >/dev/null
at '2026-11-20 20:00' ice >/dev/null 2>&1 &
timer=$!
tries=$((100 * PATIENCE))
until backcare now -1 | grep -q 'is on'; do
	tries=$((tries - 1))
	[ $tries -gt 0 ] && sleep 0.1 && continue
	break
done
bar "a pack" self-care \
    'ice is on, 15 min left, off at 20:15; day 1, ice phase, heat from Sun 22 Nov 19:50'
# Nor is one planned over it, or reminded of.
expect 0 "plan" backcare plan
has "plan" "$out" '^  20:00  Ice, 15 min, now$'
same "plan: packs that evening" "$(printf '%s\n' "$out" | sed '/Sat/,$d' |
    grep -c Ice)" 1
expect 0 "remind" backcare remind
same "remind" "$out$err" ""
kill $timer
wait 2>/dev/null
at '2026-11-20 19:59' check fever >/dev/null
echo 'what is this' >>"$log"
bar "urgent, and not read" urgent 'URGENT: contact a doctor today, or an urgent-care line; 1 line could not be read: backcare edit'
sed -i '$d' "$log"
at '2026-11-20 19:59' undo >/dev/null
# What could not be read is shown, with an exit status that bars take.
echo 'what is this' >>"$log"
expect 0 "not read" backcare now -1
has "not read" "$out" '^1 line could not be read: backcare edit; '
finish
