#!/bin/sh
# The completions know what the program knows: its commands, the options of
# each and which of them take a value, the flags and the topics.  What the
# program knows comes out of its own help, so that a new row in a table that
# is in no completion fails here.
# Takes 6 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need bash
share=$top/src/share

# words TEXT ...: sorted, one a line.
words() {
	# shellcheck disable=SC2048,SC2086
	printf '%s\n' $* | LC_ALL=C sort
}

# Of a synopsis: the letters of options without a value, and with one.
bare_letters() {
	echo "$1" | grep -o '\[-[A-Za-z0-9]*\]' | tr -d '[]-' |
	    grep -o . | LC_ALL=C sort
}
value_letters() {
	echo "$1" | grep -o '\[-[A-Za-z0-9] ' | tr -d '[ -' |
	    LC_ALL=C sort
}

# What the value of an option may be, by its name in the synopsis.
value_words() {
	name=$(echo "$1" | sed -n "s/.*\\[-$2 \\([^]]*\\)\\].*/\\1/p")
	case $name in
	flag,...) words "$flags" ;;
	0-10) words "$scores" ;;
	*\|*) words "$(echo "$name" | tr '|' ' ')" ;;
	esac
}

# The usage of a command, as one line.
synopsis() {
	backcare help "$1" | sed '/^[^u ]/,$d' | tr -s '\n ' ' '
}

# What the arguments of a command may be.
argument_words() {
	case $(synopsis "$1" | sed 's/\[-[^]]*\]//g') in
	*score*) words "$scores" ;;
	*flag*none*) words "$flags" none ;;
	*topic*) words "$topics" ;;
	*command*) words "$commands" ;;
	esac
}

scores='0 1 2 3 4 5 6 7 8 9 10'
commands=$(backcare help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p')
flags=$(backcare check -l | sed 's/ .*//')
topics=$(backcare -f none why | tr -s '\n ' ' ' |
    sed 's/.*one of \([^.]*\)\..*/\1/; s/,//g')
[ "$(words "$commands" | wc -l)" -ge 16 ] || complain "commands: $commands"
[ "$(words "$flags" | wc -l)" -ge 24 ] || complain "flags: $flags"
[ "$(words "$topics" | wc -l)" -ge 15 ] || complain "topics: $topics"


# tried SHELL: holds what complete_SHELL LINE offers for the word being typed
# at the end of the line against all of the above.
tried() {
	offer=complete_$1
	same "$1: commands" "$($offer "")" "$(words "$commands")"
	same "$1: options" "$($offer -)" "$(words -f -h -V)"
	same "$1: after -f" "$($offer "-f log ")" "$(words "$commands")"
	for command in $commands; do
		line=$(synopsis "$command")
		same "$1: options of $command" "$($offer "$command -")" \
		    "$(words "$(for letter in $(bare_letters "$line") \
		    $(value_letters "$line"); do printf '%s\n' "-$letter"; done)")"
		same "$1: arguments of $command" \
		    "$($offer "$command " | grep -v '^-')" \
		    "$(argument_words "$command")"
		for letter in $(value_letters "$line"); do
			[ "$command$letter" = reminde ] && continue
			same "$1: after $command -$letter" \
			    "$($offer "$command -$letter ")" \
			    "$(value_words "$line" "$letter")"
		done
		for letter in $(bare_letters "$line"); do
			same "$1: after $command -$letter" \
			    "$($offer "$command -$letter " | grep -v '^-')" \
			    "$(argument_words "$command")"
		done
	done
	same "$1: the second flag" "$($offer "log -r leg,nu")" leg,numb
	same "$1: help of a command" "$($offer "help lo")" log
	has "$1: commands for -e" "$($offer "remind -e notify-m")" \
	    notify-me
	has "$1: files for -f" "$($offer "-f some")" "some file"
}

# A command for remind -e, a file for -f.
mkdir bin
echo '#!/bin/sh' >bin/notify-me
chmod +x bin/notify-me
: >"some file"
PATH=$work/bin:$PATH

complete_bash() {
	bash --norc --noprofile -c '
		. "$1"
		[[ $(complete -p backcare) == *"-F _backcare backcare" ]] ||
		    exit 1
		read -ra COMP_WORDS <<<"backcare $2"
		[[ -n $2 && $2 != *" " ]] || COMP_WORDS+=("")
		COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
		_backcare
		[ ${#COMPREPLY[@]} -eq 0 ] || printf "%s\n" "${COMPREPLY[@]}"
	' bash "$share/backcare.bash" "$1" | LC_ALL=C sort
}
tried bash

# fish prints what it would offer, and for a lone "-" also words that have one
# inside.
complete_fish() {
	# shellcheck disable=SC2016
	fish --no-config -c '
		source $argv[1]
		complete -C "backcare $argv[2]"
	' "$share/backcare.fish" "$1" | sed 's/\t.*//' |
	    case $1 in
	    *-) grep '^-' ;;
	    *) cat ;;
	    esac | LC_ALL=C sort
}
if can fish "what fish offers"; then
	expect 0 "fish -n" fish --no-config -n "$share/backcare.fish"
	tried fish
fi

# The lists as they stand in the two files.
fish_list() {
	sed -e ':a' -e '/\\$/{N;s/\\\n//;ba' -e '}' "$share/backcare.fish" |
	    sed -n "s/^set -l $1 //p"
}
zsh_list() {
	tr '\n' ' ' <"$share/_backcare" | sed "s/.*$1=(\\([^)]*\\)).*/\\1/"
}
for list in flags topics; do
	eval "known=\$$list"
	same "fish: $list" "$(words "$(fish_list $list)")" \
	    "$(words "$known")"
	same "zsh: $list" "$(words "$(zsh_list $list)")" "$(words "$known")"
done
same "fish: commands" "$(words "$(fish_list commands)")" \
    "$(words "$commands")"
# shellcheck disable=SC2016
same "fish: described commands" "$(words "$(sed -n \
    's/^complete -c backcare -n $none -a \([a-z]*\) -d .*/\1/p' \
    "$share/backcare.fish")")" "$(words "$commands")"
same "zsh: commands" "$(words "$(sed -n "s/^	'\\([a-z]*\\):.*/\\1/p" \
    "$share/_backcare")")" "$(words "$commands")"

# Options, as "-l" or with a value as "-l:".
wanted_options() {
	line=$(synopsis "$1")
	{
		bare_letters "$line" | sed 's/.*/-&/'
		value_letters "$line" | sed 's/.*/-&:/'
	} | LC_ALL=C sort
}
zsh_options() {
	awk -v command="$1" '
	    /^\t[a-z |]*\)( |$)/ {
		names = $0
		gsub(/[\t|)]/, " ", names)
		inside = index(" " names " ", " " command " ") > 0
	    }
	    /^case|^command\)/ { inside = 0 }
	    inside' "$share/_backcare" |
	    grep -o -e "-[A-Za-z0-9]\\[[^]]*\\]:*" |
	    sed 's/\[.*\]//' | LC_ALL=C sort
}
fish_options() {
	sed -n "s/^complete -c backcare -n '__backcare_in \\([^']*\\)' -s /\\1:/p" \
	    "$share/backcare.fish" | awk -F : -v command="$1" '
	    index(" " $1 " ", " " command " ") {
		value = $2 ~ /^. -[xr] / ? ":" : ""
		print "-" substr($2, 1, 1) value
	    }' | LC_ALL=C sort
}
for command in $commands; do
	wanted=$(wanted_options "$command")
	same "zsh: options of $command" "$(zsh_options "$command")" "$wanted"
	same "fish: options of $command" "$(fish_options "$command")" \
	    "$wanted"
done
if can zsh "the form of the file for zsh"; then
	expect 0 "zsh -n" zsh -f -n "$share/_backcare"
fi
expect 0 "bash -n" bash -n "$share/backcare.bash"
finish
