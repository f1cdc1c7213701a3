# How hard texts are to read.  In: one text a line.  Out: sentences that are too
# long, and the grade of Flesch and Kincaid, in years of school.
#
#	grade = .39 * words / sentences + 11.8 * syllables / words - 15.59
#
# usage: awk -v longest=25 -v highest=8 -f tests/shell/readability.awk file ...
#
# Fails where a sentence has more than longest words, or the grade is above
# highest.  With -v only=syllables each line is a word, and its syllables are
# printed.

# As spoken: groups of vowels, but for a silent e, and with a break in "serious".
function syllables(word,    count) {
	word = tolower(word)
	gsub(/[^a-z]/, "", word)
	if (word ~ /[aeiouy][^aeiouy]+es?$/ && word !~ /([cgsxz]|[cs]h)es$/ &&
	    word !~ /[^aeiouylr]les?$/)
		sub(/es?$/, "", word)
	else if (word ~ /[aeiouy].*[^aeioutdy]ed$/)
		sub(/ed$/, "d", word)
	count = gsub(/[^cgstaeiouy]i[aou]/, "&", word)
	count += gsub(/[aeiouy]+/, "", word)
	return count > 0 ? count : 1
}

function sentence(s,    i, n, word, count) {
	n = split(s, word, /[^A-Za-z0-9'-]+/)
	for (i = 1; i <= n; i++) {
		if (word[i] !~ /[A-Za-z0-9]/)
			continue
		count++
		all_syllables += syllables(word[i])
	}
	if (count == 0)
		return
	all_words += count
	all_sentences++
	if (count > most)
		most = count
	if (count > longest) {
		print count " words: " s
		failed = 1
	}
}

only == "syllables" {
	print $0, syllables($0)
	next
}

{
	gsub(/`[^`]*`/, "")	# commands are not prose
	n = split($0, part, /[.!?]([ ")]|$)/)
	for (i = 1; i <= n; i++)
		sentence(part[i])
}

END {
	if (only != "")
		exit 0
	if (all_words == 0) {
		print "nothing to read"
		exit 1
	}
	grade = .39 * all_words / all_sentences + \
	    11.8 * all_syllables / all_words - 15.59
	printf "grade %.1f: %d words, %d sentences, the longest of %d\n",
	    grade, all_words, all_sentences, most
	exit failed || grade > highest
}
