#!/bin/sh
# Finds the scripts that depend on the hour or the year of the machine: those
# that run the program and set no clock for it (see shell/setup.sh), let go of
# the one that they have, or ask date(1) what time it is.
#
# usage: sh tests/clocks.sh script ...
set -u
awk '
function bad(what) {
	print FILENAME ":" first ": " what
	status = 1
}

# Whether the program is run: by its name at the place of a command, where it
# is no more than that, or by the variables that hold it.
function runs(line) {
	return line ~ /\$\{?(program|PROGRAM|wrapper)[^a-z_]/ ||
	    line ~ /(^|[;&|(`{"'\'']|\$\(|[0-9]) *backcare( [a-z$"'\''-]|$)/ ||
	    line ~ /(then|do|else|if|until|while|!|env|exec) backcare /
}

function judge(line) {
	if (line ~ /^ *(clock|running_clock|real_clock)( |$)/)
		set = 1
	if (line ~ /(^|[ (;])(at|run_at) ["'\''@$]/ && line !~ /\$\{?program/)
		return
	if (runs(line) && !set && line !~ /LD_PRELOAD/)
		bad("it runs the program and has set no clock")
	if (line ~ /env (-i|-) / && line !~ /LD_PRELOAD/)
		bad("an empty environment has no clock in it")
	if (line ~ /(unset|-u) .*(LD_PRELOAD|TEST_NOW)/)
		bad("it lets go of its clock: real_clock does, and says so")
	if (line ~ /(^|[ (`])date *([)+;|`>]|$)/)
		bad("it reads the real clock")
}

FNR == 1 { set = 0; line = "" }
/^[ \t]*#/ { next }
{
	gsub(/\t/, " ")
	if (line == "")
		first = FNR
	line = line $0
	if (line ~ /\\$/) {
		sub(/\\$/, "", line)
		next
	}
	judge(line)
	line = ""
}
END { exit status }' "$@"
