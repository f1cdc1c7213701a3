#!/bin/sh
# What "help -c" says is what the commands take, and bash, fish and zsh offer
# that and nothing else, each run as it is.
# Takes 40 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need bash
share=$top/src/share
tab=$(printf '\t')

# words TEXT ...: sorted, one a line.
words() {
	# shellcheck disable=SC2048,SC2086
	printf '%s\n' $* | LC_ALL=C sort
}

# What help -c says of a command, or of the program for "".
told() {
	backcare help -c ${1:+"$1"}
}

# The words that an option can have, or with "-" those of an argument.
choices() {
	told "$1" | awk -F '\t' -v of="$2" '$1 == "word" && $2 == of {
		print $3 }' | LC_ALL=C sort
}

# Options with a value, as "-p pain 0-10", and those without.
with_value() {
	told "$1" | awk -F '\t' '$1 == "option" && $4 != "-" {
		print $2, substr($3, 3), $4 }'
}
without_value() {
	told "$1" | awk -F '\t' '$1 == "option" && $4 == "-" {
		print $2, substr($3, 3) }'
}

# The usage of a command, as one line.
synopsis() {
	backcare help "$1" | sed '/^[^u ]/,$d' | tr -s '\n ' ' '
}

commands=$(backcare help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p')
flags=$(backcare check -l | sed 's/ .*//')
topics=$(backcare -f none why | sed -n '/^Causes /,/^General/p' | sed '$d' |
    cut -c 11- | tr -d '.,')

# What it says, beside what else the program says: the usage, its lists.
same "help -c: commands" "$(choices "" -)" "$(words "$commands")"
same "help -c: flags of log" "$(choices log -r)" "$(words "$flags")"
same "help -c: flags of check" "$(choices check -)" "$(words "$flags" none)"
same "help -c: topics" "$(choices why -)" "$(words "$topics")"
same "help -c: commands of help" "$(choices help -)" "$(words "$commands")"
same "help -c: scores" "$(choices pain -)" "$(words 0 1 2 3 4 5 6 7 8 9 10)"
for command in $commands; do
	same "help -c $command: options with a value" "$(with_value "$command" |
	    sed 's/^\(-.\) [a-z-]* \(.*\)/[\1 \2]/' | LC_ALL=C sort)" \
	    "$(synopsis "$command" | grep -o '\[-[A-Za-z0-9] [^]]*]' |
	    LC_ALL=C sort)"
	same "help -c $command: options without" "$(without_value "$command" |
	    sed 's/^-\(.\) .*/\1/; /h/d' | LC_ALL=C sort)" \
	    "$(synopsis "$command" | grep -o '\[-[A-Za-z0-9]*\]' |
	    tr -d '[]-' | grep -o . | LC_ALL=C sort)"
	told "$command" | awk -F '\t' '
	    $1 == "option" && NF == 5 && $2 ~ /^-[A-Za-z0-9]$/ &&
	    $3 ~ /^--[a-z-]+$/ && $4 != "" && $5 ~ /.../ { next }
	    $1 == "word" && NF == 4 && $2 != "" && $3 != "" && $4 != "" { next }
	    { print; bad = 1 }
	    END { exit bad }' || complain "help -c $command: a line as no other"
	# A value that is one of a few words: each of them, and no other.
	with_value "$command" | grep '|' | while read -r letter _ value; do
		same "help -c $command: words of $letter" \
		    "$(choices "$command" "$letter")" \
		    "$(words "$(echo "$value" | tr '|' ' ')")"
	done
done
# Each option that it names is taken, in both forms, and the next one is not.
some_value() {
	case $3 in
	when) echo now ;;
	gap) echo 2h ;;
	hours) echo 7-22 ;;
	min) echo 15 ;;
	count) echo 1 ;;
	command) echo true ;;
	exercise | file) echo some ;;
	*) choices "$1" "$2" | tail -n 1 ;;
	esac
}
for command in "" $commands; do
	same "help -c $command: each once" "$(told "$command" |
	    awk -F '\t' '$1 == "option" { print $2; print $3 }' |
	    LC_ALL=C sort | uniq -d)" ""
	told "$command" | grep '^option' | grep -v -e --help >options
	while IFS="$tab" read -r _ letter name value _; do
		set --
		[ "$value" = - ] ||
		    set -- "$(some_value "$command" "$letter" "$value")"
		for option in "$letter" "$name"; do
			expect 2 "$command $option" backcare \
			    ${command:+"$command"} "$option" "$@" --zzz
			has "$command $option" "$err" "unknown option --zzz"
		done
	done <options
done
expect 2 "help -c of no command" backcare help -c nothing
expect 0 "help -c without a home" env -u HOME -u XDG_DATA_HOME \
    BACKCARE_LOG=/nowhere/log "$program" help -c log

# tried SHELL: holds what offer_SHELL LINE offers for the word being typed at
# the end of the line against all of the above.
tried() {
	offer=offer_$1
	same "$1: commands" "$($offer "")" "$(words "$commands")"
	same "$1: options" "$($offer -)" \
	    "$(words -f --file -V --version -h --help)"
	same "$1: after -f" "$($offer "-f log ")" "$(words "$commands")"
	same "$1: after --file" "$($offer "--file log ")" "$(words "$commands")"
	for command in $commands; do
		same "$1: options of $command" "$($offer "$command -")" \
		    "$(told "$command" | awk -F '\t' '$1 == "option" {
		    print $2; print $3 }' | LC_ALL=C sort)"
		same "$1: arguments of $command" "$($offer "$command ")" \
		    "$(choices "$command" -)"
		with_value "$command" >values
		while read -r letter name value; do
			[ "$value" = command ] && continue
			same "$1: after $command $letter" \
			    "$($offer "$command $letter ")" \
			    "$(choices "$command" "$letter")"
			same "$1: after $command --$name" \
			    "$($offer "$command --$name ")" \
			    "$(choices "$command" "$letter")"
		done <values
		without_value "$command" | grep -v '^-h' >values
		while read -r letter name; do
			same "$1: after $command $letter" \
			    "$($offer "$command $letter ")" \
			    "$(choices "$command" -)"
			same "$1: after $command --$name" \
			    "$($offer "$command --$name ")" \
			    "$(choices "$command" -)"
		done <values
	done
	same "$1: a letter that is a value" "$($offer "log -xk ")" ""
	same "$1: letters together" "$($offer "log -nk s")" \
	    "$(choices log -k | grep '^s')"
	same "$1: a value after =" "$($offer "log --feel=d" |
	    sed 's/.*=//')" dull
	same "$1: the second flag" "$($offer "log -r leg,nu" |
	    sed 's/.*,//')" numb
	same "$1: help of a command" "$($offer "help lo")" log
	same "$1: no options in a note" "$($offer "log ouch -")" ""
	has "$1: commands for -e" "$($offer "remind -e notify-m")" \
	    notify-me
	has "$1: files for -f" "$($offer "-f some")" "some.*file"
}

# A command for remind -e, a file for -f, and the program by its name.
mkdir bin
echo '#!/bin/sh' >bin/notify-me
printf '#!/bin/sh\n%s exec "%s" "$@"\n' "$wrapper" "$program" >bin/backcare
chmod +x bin/notify-me bin/backcare
: >"some file"
PATH=$work/bin:$PATH

# bash takes the = for a word of its own.
offer_bash() {
	bash --norc --noprofile -c '
		. "$1"
		[[ $(complete -p backcare) == *"-F _backcare backcare" ]] ||
		    exit 1
		read -ra COMP_WORDS <<<"backcare ${2/=/ = }"
		[[ -n $2 && $2 != *" " ]] || COMP_WORDS+=("")
		COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
		_backcare backcare "${COMP_WORDS[COMP_CWORD]}"
		[ ${#COMPREPLY[@]} -eq 0 ] || printf "%s\n" "${COMPREPLY[@]}"
	' bash "$share/backcare.bash" "$1" | LC_ALL=C sort
}
expect 0 "bash -n" bash -n "$share/backcare.bash"
tried bash

# fish prints what it would offer, with a tab and what it is, and for a lone
# "-" also words that have one inside.
all_of_fish() {
	# shellcheck disable=SC2016
	fish --no-config -c '
		source $argv[1]
		complete -C "backcare $argv[2]"
	' "$share/backcare.fish" "$1"
}
offer_fish() {
	all_of_fish "$1" | sed 's/\t.*//' |
	    case $1 in
	    *-) grep '^-' ;;
	    *) cat ;;
	    esac | LC_ALL=C sort
}
if can fish "what fish offers"; then
	expect 0 "fish -n" fish --no-config -n "$share/backcare.fish"
	tried fish
	has "fish: what an option is" "$(all_of_fish "log --ch")" \
	    "^--chronic${tab}long-standing"
	has "fish: what a flag is" "$(all_of_fish "check fev")" \
	    "^fever${tab}fever or chills"
	has "fish: what a command is" "$(all_of_fish rep)" \
	    "^report${tab}a summary"
fi

# One zsh answers all lines: first they are gathered, then looked at.
offer_gather() {
	printf '%s\n' "$1" >>lines
}
offer_zsh() {
	awk -F '\t' -v line="$1" '$1 == line { print $2 }' offers |
	    LC_ALL=C sort -u
}
if can zsh "what zsh offers"; then
	expect 0 "zsh -n" zsh -f -n "$share/_backcare"
	before=$wrong
	tried gather >/dev/null
	wrong=$before
	zsh -f "$top/tests/shell/offer.zsh" "$share" <lines >offers
	tried zsh
fi
finish
