# Holds what tests/mutants/run.sh found against the list of changes that make
# the same program.  Reads that list, then lines of: status, file, number of
# the line, function, changed line, between tabs.  With whole=1 all files were
# tried.

# A change is known by what it says, not by the number of its line.
function key_of(line, i) {
	line = $5
	for (i = 6; i <= NF; i++)
		line = line " " $i
	gsub(/[\t ]+/, " ", line)
	sub(/^ /, "", line)
	sub(/.*\//, "", $2)
	return $2 ": " $4 ": " line
}

function bad(what, key) {
	print what ": " key
	failed++
}

BEGIN { FS = "\t" }
# A reason stands, indented, below the changes that it is for.
FILENAME == ARGV[1] {
	if ($0 !~ /^(\t|#|$)/)
		listed[$0] = 1
	next
}
{
	key = key_of()
	tried[key] = 1
	total++
	count[$1]++
	if ($1 == "lives")
		living[key] = 1
	if ($1 == "lives" && !(key in listed))
		bad("LIVES, line " $3, key)
	if ($1 == "untried")
		bad("COULD NOT BE TRIED, line " $3, key)
}
END {
	for (key in listed) {
		if (key in tried && !(key in living))
			bad("LISTED, yet it does not live", key)
		if (whole && !(key in tried))
			bad("LISTED, yet no change", key)
	}
	printf "%d killed, %d the same to the compiler, %d not C, %d living\n",
	    count["killed"], count["same"], count["broken"],
	    count["lives"]
	printf "%d passed, %d failed\n", total - failed, failed
	exit failed > 0
}
