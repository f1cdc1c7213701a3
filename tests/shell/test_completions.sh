#!/bin/sh
# What "help -c" says is what the commands take, and bash, fish and zsh offer
# that and nothing else, each run as it is.
# Takes 10 s.
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

# ask LINE WORD ...: at the end of this line each shell offers these words.
ask() {
	printf '%s\n' "$1" >>lines
	line=$1
	shift
	# shellcheck disable=SC2048
	for word in $*; do
		printf '%s\t%s\n' "$line" "$word" >>wanted
	done
}
: >lines
: >wanted
ask "" "$commands"
ask - -f --file -V --version -h --help
ask "-f log " "$commands"
ask "--file log " "$commands"
for command in $commands; do
	arguments=$(choices "$command" -)
	ask "$command -" "$(told "$command" |
	    awk -F '\t' '$1 == "option" { print $2, $3 }')"
	ask "$command " "$arguments"
	with_value "$command" | grep -v ' command$' >options
	while read -r letter name _; do
		values=$(choices "$command" "$letter")
		ask "$command $letter " "$values"
		ask "$command --$name " "$values"
	done <options
	without_value "$command" | grep -v '^-h' >options
	while read -r letter name; do
		ask "$command $letter " "$arguments"
		ask "$command --$name " "$arguments"
	done <options
done
# A letter that is a value, letters together, a value after =, the second of
# two flags, the help of a command, and no options in a note.
ask "log -xk "
ask "log -nk s" "$(choices log -k | grep '^s')"
ask "log --feel=d" dull
ask "log -r leg,nu" numb
ask "help lo" log
ask "log ouch -"
ask "remind -e notify-m" notify-me
ask "-f somef" somefile
[ "$(wc -l <wanted)" -gt 300 ] || complain "there is hardly anything to offer"
LC_ALL=C sort -u -o lines lines
LC_ALL=C sort -u -o wanted wanted

# A command for remind -e, a file for -f, and the program by its name.
mkdir bin
echo '#!/bin/sh' >bin/notify-me
printf '#!/bin/sh\n%s exec "%s" "$@"\n' "$wrapper" "$program" >bin/backcare
chmod +x bin/notify-me bin/backcare
: >somefile
PATH=$work/bin:$PATH

# offers SHELL COMMAND ...: all the lines at once, a line and a word a line, and
# that is what was asked for, be it the whole word or what follows = or a comma.
offers() {
	shell=$1
	shift
	"$@" <lines >all || complain "$shell: exit status $?"
	sed "s/$tab.*[=,]/$tab/" all | LC_ALL=C sort >got
	diff wanted got >differs ||
	    complain "$shell offers too little (<) or too much (>):
$(cat differs)"
}

# It takes the = for a word of its own.
all_of_bash() {
	bash --norc --noprofile -c '
		. "$1"
		[[ $(complete -p backcare) == *"-F _backcare backcare" ]] ||
		    exit 1
		while IFS= read -r line; do
			read -ra COMP_WORDS <<<"backcare ${line/=/ = }"
			[[ -n $line && $line != *" " ]] || COMP_WORDS+=("")
			COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
			_backcare backcare "${COMP_WORDS[COMP_CWORD]}"
			[ ${#COMPREPLY[@]} -eq 0 ] ||
			    printf "%s\n" "${COMPREPLY[@]/#/$line$2}"
		done
	' bash "$share/backcare.bash" "$tab"
}
expect 0 "bash -n" bash -n "$share/backcare.bash"
offers bash all_of_bash

# It prints what it would offer, with a tab and what it is, and for a lone "-"
# also words that have one inside.
told_by_fish() {
	# shellcheck disable=SC2016
	fish --no-config -c '
		source $argv[1]
		while read -l line
			complete -C "backcare $line" |
			    string replace -r -- "^" "$line"\t
		end
	' "$share/backcare.fish"
}
all_of_fish() {
	told_by_fish >fish
	awk -F '\t' '$1 !~ /-$/ || $2 ~ /^-/ { print $1 "\t" $2 }' fish
}
if can fish "what fish offers"; then
	expect 0 "fish -n" fish --no-config -n "$share/backcare.fish"
	offers fish all_of_fish
	has "fish: what an option is" "$(cat fish)" \
	    "$tab--chronic${tab}long-standing"
	has "fish: what a flag is" "$(cat fish)" "${tab}fever${tab}fever or"
	has "fish: what a command is" "$(cat fish)" \
	    "${tab}report${tab}a summary"
fi

# What it says in groups of its own it offers more than once.
all_of_zsh() {
	zsh -f "$top/tests/shell/offer.zsh" "$share" | LC_ALL=C sort -u
}
if can zsh "what zsh offers"; then
	expect 0 "zsh -n" zsh -f -n "$share/_backcare"
	offers zsh all_of_zsh
fi
finish
