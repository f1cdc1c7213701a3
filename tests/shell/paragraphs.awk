# Undoes the wrapping of pages: a paragraph a line, without its label.  Leaves
# out bars, messages on standard error, and the sources that now -v adds.
function put() {
	gsub(/ \[[^]]*]/, "", line)
	if (line ~ /[a-z]/)
		print line
	line = ""
}

/^backcare: / || /^[^ -~]/ || /^$/ {
	put()
	next
}

/^          / && line != "" {
	sub(/^ */, " ")
	line = line $0
	next
}

# A row of a table.
/^  [^ ]/ {
	put()
	line = $0
	put()
	plain = 0
	next
}

substr($0, 1, 10) ~ /^[A-Z][a-z]*( [a-z]+)? +$/ {
	put()
	line = substr($0, 11)
	plain = 0
	next
}

# Without a label, a line goes on where the one before did not end.
{
	if (plain && line !~ /[.):]$/) {
		line = line " " $0
		next
	}
	put()
	line = $0
	plain = 1
}

END { put() }
