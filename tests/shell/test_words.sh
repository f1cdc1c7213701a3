#!/bin/sh
# How it is said: short sentences, plain words, nothing that promises health or
# finds illness, lines that fit, and every page with its end.
# Takes 15 s.
. tests/shell/setup.sh
. "$top/tests/shell/pages.sh"

read_aloud() {
	awk -v longest=25 -v highest=8 -f "$top/tests/shell/readability.awk" "$@" \
	    >grade || complain "$(cat grade)"
}

# The measure itself.
printf '%s\n' the be needed looked muscle whole exercise causes times serious \
    inflammation tissue emergency tired urine nerves medicine little |
    awk -v only=syllables -f "$top/tests/shell/readability.awk" >counted
same "syllables" "$(tr '\n' ' ' <counted)" "the 1 be 1 needed 2 looked 1 \
muscle 2 whole 1 exercise 3 causes 2 times 1 serious 3 inflammation 4 tissue 2 \
emergency 4 tired 1 urine 2 nerves 1 medicine 3 little 2 "
echo "The cat sat on the mat. The dog sat too." >easy
read_aloud easy
same "an easy text" "$(cat grade)" \
    "grade -1.8: 10 words, 2 sentences, the longest of 6"
echo "Musculoskeletal inflammation necessitates immediate evaluation." >hard
awk -v longest=25 -v highest=8 -f "$top/tests/shell/readability.awk" hard >grade &&
    complain "a hard text passes"
awk 'BEGIN { for (i = 0; i < 26; i++) printf "go "; print "." }' >long
awk -v longest=25 -v highest=8 -f "$top/tests/shell/readability.awk" long >grade &&
    complain "a sentence of 26 words passes"

# The tables, each by itself.
for table in words topic question reported sign rule; do
	"$texts" | awk -F '\t' -v table="$table" '$1 == table {
		print $5 }' >"table-$table"
	read_aloud "table-$table"
	[ -z "${GRADES:-}" ] || echo "$table: $(cat grade)"
done

# What is printed, with the strings that stand beside the tables.  Lists of
# answers and of signs are as long as they are: each item counts by itself.
make_states
make_pages
for file in pages/*; do
	awk -f "$top/tests/shell/paragraphs.awk" "$file"
done | sort -u | sed 's/[;:] /. /g' >paragraphs
[ "$(wc -l <paragraphs)" -gt 200 ] || complain "there are hardly any pages"
read_aloud paragraphs
[ -z "${GRADES:-}" ] || echo "pages: $(cat grade)"

# What is never said, neither in a page nor in a message of the source.
never='you have|you are fine|you.re fine|safe|safely|unsafe|all[ -]clear'
"$texts" | cut -f 5 >said
cat pages/* >>said
grep -Eiw -e "$never" said >found && complain "$(cat found)"
grep -Eiw -e "\"[^\"]*\\b($never)\\b[^\"]*\"" "$top"/src/*/*.c "$top"/src/*/*/*.c >found &&
    complain "$(cat found)"

# Lines that fit, where no terminal says how wide it is; messages on standard
# error are lines, of any length.
for file in pages/*; do
	grep -v '^backcare: ' "$file" | grep -E '.{81}' >found &&
	    complain "$file is wider than 80 columns: $(cat found)"
done

# A page that was cut would miss its end.
end=$("$texts" | awk -F '\t' '$5 ~ /^General information/ { print $5 }')
ends() {
	file=$1
	shift
	show "$file" "$@" 2>/dev/null | tail -n 1 >last
	same "the end of $* on $file" "$(cat last)" "$end"
}
for file in states/*; do
	ends "$file" '2026-11-20 20:00' now -v
	ends "$file" '2026-11-24 20:00' now
	ends "$file" '2026-11-20 20:00' why
done
for topic in $("$texts" | awk -F '\t' '$1 == "title" { print $2 }'); do
	ends states/plain '2026-11-20 20:00' why "$topic"
	# Twelve lines at the most, between the title and the disclaimer.
	show states/plain '2026-11-20 20:00' why "$topic" >page 2>&1
	[ "$(wc -l <page)" -le 14 ] || complain "why $topic: $(cat page)"
done
finish
