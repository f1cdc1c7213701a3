# Completion of backcare(1) for bash.  What there is to offer the program says
# itself: "backcare help -c", described in backcare(1).

# Reads what the program says of a command into the lines of the caller.
_backcare_ask()
{
	mapfile -t lines < <("$program" help -c "$@" 2>/dev/null)
}

# Sets wants and value to an option of which a word lacks the value.
_backcare_wants()
{
	local line kind letter name is letters=${1#-}

	wants=
	[[ $1 == -?* && $1 != *=* ]] || return
	while :; do
		for line in "${lines[@]}"; do
			IFS=$'\t' read -r kind letter name is _ <<<"$line"
			[[ $kind == option && $is != - ]] || continue
			if [[ $1 == "$name" ]] ||
			    [[ $1 != --* && ${letters:0:1} == "${letter#-}" ]]
			then
				wants=$letter value=$is
			fi
		done
		[[ -z $wants && $1 != --* && ${#letters} -gt 1 ]] || break
		letters=${letters:1}
	done
	# Where more follows the letter, that is the value.
	[[ $1 == --* || ${#letters} -eq 1 ]] || wants=
}

# The words that an option can have, or with "-" those of an argument.
_backcare_words()
{
	local line kind of word

	for line in "${lines[@]}"; do
		IFS=$'\t' read -r kind of word _ <<<"$line"
		[[ $kind != word || $of != "$1" ]] || echo "$word"
	done
}

_backcare_options()
{
	local line kind letter name

	for line in "${lines[@]}"; do
		IFS=$'\t' read -r kind letter name _ <<<"$line"
		[[ $kind != option ]] || printf '%s\n' "$letter" "$name"
	done
}

# Offers those lines of its input that begin as the word does, after what
# stands before them in that word.
_backcare_offer()
{
	local word

	while read -r word; do
		[[ $word != "${cur#"$1"}"* ]] || COMPREPLY+=("$1$word")
	done
}

_backcare()
{
	local program=${1/#\~/$HOME} cur=${COMP_WORDS[COMP_CWORD]}
	local command='' wants='' value='' word rest='' i
	local -a lines

	COMPREPLY=()
	_backcare_ask
	for ((i = 1; i < COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		if [[ -n $wants && $word == = ]]; then
			continue	# bash takes --pain=6 for three words
		elif [[ -n $wants ]]; then
			wants=
		elif [[ -n $rest ]]; then
			continue
		elif [[ $word == -- ]]; then
			rest=yes
		elif [[ $word == -* ]]; then
			_backcare_wants "$word"
		elif [[ -z $command ]]; then
			command=$word
			_backcare_ask "$command"
		else
			rest=yes
		fi
	done
	[[ -z $wants || $cur != = ]] || cur=
	case $wants,$value in
	,*)
		if [[ -z $rest && $cur == -* ]]; then
			_backcare_offer '' < <(_backcare_options)
		else
			_backcare_offer '' < <(_backcare_words -)
		fi
		;;
	-?,file)
		compopt -o filenames 2>/dev/null
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		;;
	-?,command)
		mapfile -t COMPREPLY < <(compgen -c -- "$cur")
		;;
	-?,*,...)
		_backcare_offer "${cur%"${cur##*,}"}" \
		    < <(_backcare_words "$wants")
		;;
	*)
		_backcare_offer '' < <(_backcare_words "$wants")
		;;
	esac
}

complete -F _backcare backcare
