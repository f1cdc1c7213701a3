#!/bin/sh
# The manual pages: mandoc(1) has nothing to say about them, they agree with
# the tables of the program and of its advice, and they fit into 80 columns.  Prints what
# differs: < is in the program, > in the page.
. tests/shell/setup.sh
# No page is of the future then, for which mandoc(1) has a warning.
clock '2037-12-31'
need mandoc
cd "$top" || exit 1
texts=tests/unit/texts	# made by make check: the tables of src/core
pages="man/backcare.1 man/backcare-log.5 man/backcare-advice.7"
LC_ALL=C
failed=0
backspace=$(printf '\b')

[ -x "$texts" ] || { echo "$texts is missing"; exit 1; }

fail() {
	failed=1
	echo "$*"
}

# render PAGE COLUMNS: as plain text, without overstriking.
render() {
	mandoc -Tascii -O "width=$2" "$1" | sed "s/.$backspace//g"
}

# same WHAT: compares $work/program with $work/page, which both must say
# something.
same() {
	if [ ! -s "$work/program" ]; then
		fail "$1: found nothing to compare with"
	elif ! diff "$work/program" "$work/page" >"$work/diff"; then
		fail "$1:"
		cat "$work/diff"
	fi
}

# part PAGE SECTION: the source of one .Sh or .Ss.
part() {
	awk -v want="$2" '/^\.S[hs] / { on = substr($0, 5) == want; next }
	    on' "$1"
}

# section PAGE NAME: the source of one .Sh, with the .Ss in it.
section() {
	awk -v want="$2" '/^\.Sh / { on = substr($0, 5) == want; next }
	    on' "$1"
}

# item NAME: the source of one .It, of a section on standard input.
item() {
	awk -v name="$1" '/^\.It / { on = $0 == ".It " name ||
	    $0 == ".It Cm " name; next } /^\.(El|Bl|S[hs]|Pp)/ { on = 0 } on'
}

# The rows of a table: name, source, evidence.
rows() {
	"$texts" | awk -F '\t' -v table="$1" '$1 == table {
		print $2 "\t" $3 "\t" $4 }'
}

# Out of what help prints, each usage as one line.
usages() {
	awk '/^usage: / {
		if (usage != "")
			print usage
		usage = substr($0, length("usage: ") + 1)
		done = 0
		next
	}
	/^[^ ]/ || NF == 0 { done = 1 }
	/^        / && !done { sub(/^ +/, " "); usage = usage $0 }
	END { print usage }'
}

# The options of a command, or of the program for "": letter, long name, value.
told_options() {
	"$program" help -c ${1:+"$1"} | awk -F '\t' '$1 == "option" {
		print $2, $3 ($4 == "-" ? "" : " " $4) }' | sort
}

# The same out of ".It Fl t , Fl -when Ar when" and its like.
page_options() {
	awk '$1 == ".It" && $2 == "Fl" {
		option = "-" $3
		glue = 0
		for (i = 4; i <= NF; i++) {
			if ($i == "Ar" || $i == "Cm" || $i == "Fl")
				continue
			if ($i == "," && $(i + 1) == "Fl") {
				option = option " -" $(i += 2)
				continue
			}
			if ($i == "Ns") {
				glue = 1
				continue
			}
			option = option (glue || $i == "," ? "" : " ") $i
			glue = 0
		}
		print option
	}' | sort
}

# Words of a line of usage that are neither the command nor of an option.
usage_arguments() {
	sed -e 's/^backcare [a-z]*//' -e 's/\[-[^]]*\]//g' |
	    tr -c 'a-z-' '\n' | sed '/^-/d; /^$/d' | sort -u
}

# At its strictest mandoc(1) looks for pages that are referred to only in the
# base system, where ours are not.  So references are looked at apart, with
# our pages to be found; those of the system need not be installed.
check_lint() {
	not_found='referenced manual not found: Xr'
	for page in $pages; do
		dir=$work/man${page##*.}
		mkdir -p "$dir" && cp "$page" "$dir" || exit 1
	done
	for page in $pages; do
		{
			mandoc -Tlint -W all "$page" 2>&1 |
			    grep -v "$not_found"
			MANPATH=$work mandoc -Tlint -W style "$page" 2>&1 |
			    grep "$not_found backcare"
		} | grep -v '^mandoc: outdated mandoc.db' >"$work/lint"
		[ ! -s "$work/lint" ] || fail "$(cat "$work/lint")"
	done
}

check_commands() {
	"$program" help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p' >"$work/commands"
	{
		"$program" help
		while read -r command; do
			"$program" help "$command"
		done <"$work/commands"
	} | usages >"$work/program"
	render man/backcare.1 1000 | awk '/^[A-Z]/ { on = /^SYNOPSIS/; next }
	    on && NF > 0 { sub(/^ */, ""); print }' >"$work/page"
	same "backcare.1: SYNOPSIS"

	cp "$work/commands" "$work/program"
	section man/backcare.1 COMMANDS | sed -n 's/^\.Ss //p' >"$work/page"
	same "backcare.1: commands that have an .Ss"

	told_options "" >"$work/program"
	part man/backcare.1 DESCRIPTION | page_options >"$work/page"
	same "backcare.1: options of the program"

	while read -r command; do
		check_command "$command"
	done <"$work/commands"
}

check_command() {
	"$program" help "$1" | usages >"$work/usage"
	part man/backcare.1 "$1" >"$work/part"
	# Each list has a last line, as a command may have only -h, which all
	# have and the page says once.
	{ told_options "$1" | sed '/^-h /d'; echo end; } >"$work/program"
	{ page_options <"$work/part"; echo end; } >"$work/page"
	same "backcare.1: options under .Ss $1"
	for word in $(usage_arguments <"$work/usage"); do
		grep -Eq "^\.(.* )?(Ar|Cm) $word( |\$)" "$work/part" ||
		    fail "backcare.1: .Ss $1 does not say what $word is"
	done
}

check_flags() {
	page=man/backcare-advice.7
	"$program" check -l | awk '{ print tolower($2), $1 }' | sort \
	    >"$work/program"
	section "$page" "RED FLAGS" | awk '$1 == ".Ss" { level = tolower($2) }
	    $1 == ".It" && $2 == "Cm" { print level, $3 }' | sort \
	    >"$work/page"
	same "backcare-advice.7: flags and their levels"
}

# check_reasons TABLE SECTION: that the item of each row there names the
# statements and the others that its source names, and says "raised" and
# "added" of the same ones.
check_reasons() {
	page=man/backcare-advice.7
	section "$page" "$2" >"$work/section"
	rows "$1" >"$work/rows"
	[ -s "$work/rows" ] || fail "no rows of $1"
	while IFS='	' read -r name source _; do
		item "$name" <"$work/section" >"$work/item"
		for word in $(echo "$source" |
		    grep -oE 'S[0-9]+|[A-Z][A-Za-z]{2,}|raised'); do
			grep -qw -e "$word" "$work/item" ||
			    fail "backcare-advice.7: $name does not say $word"
		done
		case $source in
		*'not in the article'*) own=yes ;;
		*) own=no ;;
		esac
		grep -q '^Added' "$work/item" && said=yes || said=no
		[ "$own" = "$said" ] || fail "backcare-advice.7: $name, added: $said"
		case $source in
		*raised*) ;;
		*) grep -q raised "$work/item" &&
			fail "backcare-advice.7: $name is not raised" ;;
		esac
	done <"$work/rows"
}

check_rules() {
	page=man/backcare-advice.7
	rows level >"$work/rows"
	"$texts" | awk -F '\t' '$1 == "level" && $2 ~ /^U/ {
		print $2, $5 }' >"$work/program"
	section "$page" URGENCY >"$work/section"
	while read -r name _; do
		echo "$name $(item "$name" <"$work/section" |
		    grep -oE 'EMERGENCY|URGENT|PROMPT|SELF-CARE' |
		    head -n 1 | tr '[:upper:]' '[:lower:]')"
	done <"$work/program" >"$work/page"
	same "backcare-advice.7: rules and their levels"
	section "$page" URGENCY | sed -n 's/^\.It \(U[0-9]\)$/\1/p' |
	    grep -v -e U1 -e U7 >"$work/page"
	"$texts" | awk -F '\t' '$1 == "rule" { print $2 }' >"$work/program"
	same "backcare-advice.7: rules"
}

# The numbers in the first sentence of each item.
check_numbers() {
	"$texts" numbers | sort >"$work/program"
	section man/backcare-advice.7 NUMBERS | awk '
	    function put(    i, n, word) {
		if (title == "")
			return
		sub(/\..*/, "", text)
		n = split(text, word, /[^0-9:]+/)
		for (i = 1; i <= n; i++) {
			if (word[i] != "")
				title = title " " word[i]
		}
		print title
	    }
	    /^\.It / { put(); title = substr($0, 5); text = ""; next }
	    /^\.El/ { put(); title = ""; next }
	    { text = text " " $0 }' | sort >"$work/page"
	same "backcare-advice.7: numbers"
}

# What each topic rests on, by the strength of the evidence.
check_topics() {
	page=man/backcare-advice.7
	"$texts" | awk -F '\t' '
	    $1 == "title" { put(); name = $2; title = $5 }
	    $1 == "topic" && $4 != "" {
		list[$4] = list[$4] (list[$4] == "" ? "" : "; ") $3
	    }
	    function put(    i, n, word) {
		if (name == "")
			return
		print name ": " title "."
		n = split("good,limited,contested,article only", word, ",")
		for (i = 1; i <= n; i++) {
			if (list[word[i]] != "")
				print toupper(substr(word[i], 1, 1)) \
				    substr(word[i], 2) ": " list[word[i]] "."
			list[word[i]] = ""
		}
	    }
	    END { put() }' >"$work/program"
	section "$page" TOPICS | awk '
	    $1 == ".It" { name = $3; next }
	    /^\./ { next }
	    name != "" {
		print (name == last ? "" : name ": ") $0
		last = name
	    }' >"$work/page"
	same "backcare-advice.7: topics"
	"$texts" | awk -F '\t' '$1 == "title" { print $2 }' |
	    while read -r name; do
		part man/backcare.1 why | grep -Ewq "^\.Cm .*$name( .*)?\$" ||
		    echo "backcare.1: .Ss why does not name $name"
	done >"$work/missing"
	[ ! -s "$work/missing" ] || fail "$(cat "$work/missing")"
}

# S1 to S59 in order, each with the strength that the program gives it.
check_statements() {
	"$texts" | awk -F '\t' '
	    ($1 == "words" || $1 == "topic") && $4 != "" {
		n = split($3, word, /[^A-Za-z0-9]+/)
		for (i = 1; i <= n; i++) {
			if (word[i] ~ /^S[0-9]+$/)
				strength[word[i]] = " " $4
		}
	    }
	    END {
		for (i = 1; i <= 59; i++)
			print "S" i strength["S" i]
	    }' >"$work/program"
	section man/backcare-advice.7 "THE ARTICLE" | awk '
	    function put() { if (name != "") print name strength }
	    $1 == ".It" { put(); name = $2; strength = ""; next }
	    /^Evidence: / { strength = " " substr($0, 11)
		sub(/\.$/, "", strength) }
	    END { put() }' >"$work/page"
	same "backcare-advice.7: statements and evidence"

	"$texts" | awk -F '\t' '$4 != "" { print $4 }' | sort -u \
	    >"$work/program"
	section man/backcare-advice.7 EVIDENCE | sed '/^\.El/q' |
	    sed -n 's/^\.It //p' | sort >"$work/page"
	same "backcare-advice.7: strengths of evidence"
}

# Whoever is named as a source is said to be who, or what.
check_sources() {
	page=man/backcare-advice.7
	{
		section "$page" SOURCES
		section "$page" "SEE ALSO"
	} >"$work/section"
	"$texts" | cut -f 3 | tr ';,:' '\n' | grep -oE '[A-Z][A-Za-z]{2,}' |
	    sort -u >"$work/names"
	[ -s "$work/names" ] || fail "no sources found"
	while read -r name; do
		grep -qw -e "$name" "$work/section" ||
		    fail "backcare-advice.7: who is $name?"
	done <"$work/names"
}

# The numbers of statements and rules that the source, and so "now -v" and
# "now -j", refers to.
check_references() {
	page=man/backcare-advice.7
	cat src/*/*.[ch] src/*/*/*.[ch] | tr -c 'A-Za-z0-9_' '\n' |
	    grep -E '^[SUP][1-9][0-9]?$' | sort -u >"$work/program"
	[ -s "$work/program" ] || fail "no statements found in src"
	while read -r name; do
		grep -qx "\.It $name" "$page" ||
		    fail "backcare-advice.7: $name is missing"
	done <"$work/program"
}

check_log() {
	page=man/backcare-log.5 table=src/core/log/record.c
	awk '/fields\[\] = \{/ { on = 1; next } /^\};/ { on = 0 } on' \
	    "$table" | sed -n 's/^[[:space:]]*{"\([a-z]*\)".*/\1/p' |
	    sort -u >"$work/program"
	section "$page" DESCRIPTION | awk '$1 == ".It" && $2 == "Cm" &&
	    $4 == "Ns" && $5 == "=" { print $3 }' | sort -u >"$work/page"
	same "backcare-log.5: keys"

	awk '/record_kinds\[RECORD_KINDS\] = \{/ { on = 1; next }
	    /^\};/ { on = 0 } on' "$table" | tr -cs '[:lower:]' '\n' |
	    sed '/^$/d' | sort >"$work/program"
	section "$page" DESCRIPTION | awk '$1 == ".It" && $2 == "Cm" &&
	    $4 != "Ns" { for (i = 3; i <= NF; i += 2) print $i }' |
	    sort >"$work/page"
	same "backcare-log.5: records"
}

check_width() {
	for page in $pages; do
		render "$page" 78 | awk -v page="$page" 'length($0) > 80 {
			print page ": wider than 80 columns: " $0 }' \
		    >"$work/wide"
		[ ! -s "$work/wide" ] || fail "$(cat "$work/wide")"
	done
}

# What may never be said of a reader's back.
check_wording() {
	for page in $pages; do
		render "$page" 1000 | grep -Ein \
		    'you have|you are fine|all clear|(^|[^a-z])safe' \
		    >"$work/said" && fail "$page: $(cat "$work/said")"
	done
}

check_lint
check_commands
check_flags
check_reasons sign "RED FLAGS"
check_reasons rule URGENCY
check_rules
check_numbers
check_topics
check_statements
check_sources
check_references
check_log
check_width
check_wording
exit $failed
