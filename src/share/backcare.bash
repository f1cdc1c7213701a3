# Completion of backcare(1) for bash.  A test holds the lists against the
# program's own tables.

# What begins with the current word, after a prefix of it that stays.
_backcare_words()
{
	mapfile -t COMPREPLY < <(compgen -P "${2-}" -W "$1" -- "${cur#"${2-}"}")
}

# Likewise of a list with commas, of which the last is to be completed.
_backcare_list()
{
	_backcare_words "$1" "${cur%"${cur##*,}"}"
}

_backcare()
{
	local commands="log now check pain ice heat seen end plan remind"
	commands="$commands history why report undo edit help"
	local flags="bladder retention saddle both-legs weakness accident"
	flags="$flags chest belly urine fever weight unrelenting cancer"
	flags="$flags immune lump night upper cough leg numb sleep bone age"
	flags="$flags skin"
	local topics="load form core hips glutes ice heat meds moving"
	topics="$topics soreness strain flags sciatica cauda-equina return"
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
	local command="" i=1

	COMPREPLY=()
	while [ "$i" -lt "$COMP_CWORD" ]; do
		case ${COMP_WORDS[i]} in
		-f) i=$((i + 1)) ;;
		-*) ;;
		*) command=${COMP_WORDS[i]}; break ;;
		esac
		i=$((i + 1))
	done

	case $command:$prev in
	:-f) compopt -o filenames 2>/dev/null
	    mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
	log:-k) _backcare_words "dull sharp stiff"; return ;;
	log:-o) _backcare_words "sudden gradual"; return ;;
	log:-l) _backcare_words "one both"; return ;;
	log:-p) _backcare_words "0 1 2 3 4 5 6 7 8 9 10"; return ;;
	log:-r) _backcare_list "$flags"; return ;;
	remind:-e) mapfile -t COMPREPLY < <(compgen -c -- "$cur"); return ;;
	*:-[tsxmcgw]) [ "$command:$prev" = log:-c ] || return ;;
	esac

	case $command in
	"") case $cur in
	    -*) _backcare_words "-f -h -V" ;;
	    *) _backcare_words "$commands" ;;
	    esac ;;
	log) _backcare_words "-N -n -t -s -x -p -k -o -l -c -r" ;;
	now) _backcare_words "-1 -j -q -v -t" ;;
	check) _backcare_words "-l none $flags" ;;
	pain) _backcare_words "-t 0 1 2 3 4 5 6 7 8 9 10" ;;
	ice) _backcare_words "-F -n -m -c -g -t" ;;
	heat) _backcare_words "-F -n -m -t" ;;
	seen | end) _backcare_words "-t" ;;
	plan) _backcare_words "-i -w -m -g -t" ;;
	remind) _backcare_words "-i -j -n -u -w -e" ;;
	history) _backcare_words "-j -c" ;;
	why) _backcare_words "$topics" ;;
	report) _backcare_words "-H" ;;
	undo) _backcare_words "-n" ;;
	help) _backcare_words "$commands" ;;
	esac
}

complete -F _backcare backcare
