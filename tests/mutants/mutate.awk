# Prints every small change to C source that tests/mutants/run.sh makes, one a
# line: file, number of the line, the function or table that it is in, and the
# changed line, between tabs.
#
# A comparison is moved by one and turned round, an equality turned round, &&
# and || change places, a ! goes, a plain condition gets one, true is false, a
# number is one more, a character another one.  Comments, strings, conditions
# of the preprocessor, and the sizes of declared arrays stay as they are.

# A line with comments and literals blanked out, but for the quotes.
function blank(line, i, c, quote, out) {
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		if (in_comment) {
			if (substr(line, i, 2) == "*/") {
				in_comment = 0
				out = out " "
				i++
			}
			out = out " "
		} else if (quote != "") {
			if (c == "\\") {
				out = out "  "
				i++
			} else if (c == quote) {
				quote = ""
				out = out c
			} else
				out = out " "
		} else if (substr(line, i, 2) == "/*") {
			in_comment = 1
			out = out "  "
			i++
		} else {
			if (c == "\"" || c == "'")
				quote = c
			out = out c
		}
	}
	return out
}

function emit(at, len, new) {
	printf "%s\t%d\t%s\t%s%s%s\n", FILENAME, FNR, room,
	    substr($0, 1, at - 1), new, substr($0, at + len)
}

# The operator at a place, or "".
function operator(at, two, one, before) {
	two = substr(code, at, 2)
	one = substr(two, 1, 1)
	before = substr(code, at - 1, 1)
	if (two == "<<" || two == ">>" || before == "<" || before == ">" ||
	    (one == ">" && before == "-"))
		return ""
	if (two in swaps)
		return two
	return one in swaps || one == "!" ? one : ""
}

function operators(at, found, n, new, i) {
	for (at = 1; at <= length(code); at++) {
		found = operator(at)
		if (found == "")
			continue
		if (found == "!")
			emit(at, 1, "")
		else {
			n = split(swaps[found], new, " ")
			for (i = 1; i <= n; i++)
				emit(at, length(found), new[i])
		}
		at += length(found) - 1
	}
}

# Every word of the code that is a number, true or false.
function words(rest, at, word) {
	rest = code
	at = 1
	while (match(rest, /[A-Za-z0-9_]+/)) {
		word = substr(rest, RSTART, RLENGTH)
		at += RSTART - 1
		if (word == "true" || word == "false")
			emit(at, RLENGTH, word == "true" ? "false" : "true")
		else if (word ~ /^[0-9]/ && !sizes)
			emit(at, RLENGTH, "(" word " + 1)")
		at += RLENGTH
		rest = substr(rest, RSTART + RLENGTH)
	}
}

function characters(rest, at) {
	rest = code
	at = 1
	while (match(rest, /' +'/)) {
		at += RSTART - 1
		emit(at, RLENGTH, "'\\001'")
		at += RLENGTH
		rest = substr(rest, RSTART + RLENGTH)
	}
}

# A condition without an operator of its own: if (found), found ? a : b.
function conditions(at, depth, i, c, inner) {
	if (match(code, /(if|while) \(/)) {
		at = RSTART + RLENGTH
		depth = 1
		for (i = at; i <= length(code) && depth > 0; i++) {
			c = substr(code, i, 1)
			depth += (c == "(") - (c == ")")
		}
		inner = substr(code, at, i - at - 1)
		gsub(/->/, "", inner)
		if (depth == 0 && inner !~ /[<>=!|]|&&/)
			emit(at, i - at - 1, "!(" substr($0, at, i - at - 1) ")")
	}
	if (match(code, /(return|=|,|\(|\?|:) [a-z_>.-]+ \?/)) {
		inner = substr(code, RSTART, RLENGTH)
		at = RSTART + index(inner, " ")
		emit(at, 0, "!")
	}
}

BEGIN {
	swaps["=="] = "!="
	swaps["!="] = "=="
	swaps["<="] = "< >"
	swaps[">="] = "> <"
	swaps["<"] = "<= >="
	swaps[">"] = ">= <="
	swaps["&&"] = "||"
	swaps["||"] = "&&"
	blanks = sprintf("%80s", "")
}
FNR == 1 { in_comment = 0; room = "-" }
{ code = blank($0) }
code ~ /^[a-z_0-9]+\(/ { room = substr(code, 1, index(code, "(") - 1) }
code ~ /^[a-z].*[={]$/ {
	room = code
	sub(/(\[.*)? ?[={ ]*$/, "", room)
	sub(/.*[ *]/, "", room)
}
code ~ /^#/ {
	if (code !~ /^#define [A-Z_]+ /)
		next
	room = $2
	match(code, /^#define [A-Z_]+/)
	code = substr(blanks, 1, RLENGTH) substr(code, RLENGTH + 1)
}
{
	sizes = code ~ /^[\t a-z_0-9*]+[a-z_0-9]+(\[[^=]*)+[;,]/ ||
	    code ~ /^[\t a-z_0-9*]+, [^=]*\[.*\];/
	operators()
	words()
	characters()
	conditions()
}
