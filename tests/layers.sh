#!/bin/sh
# Asks the objects and the #include lines whether the layers hold: core is pure,
# its rooms see only those before them, edge neither prints nor exits, ui knows
# no command, one place reads the clock, commands do not know each other, and
# nothing that changes outlives a call.
#
# usage: sh tests/layers.sh		after make
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
LC_ALL=C
export LC_ALL

for source in src/*.c src/*/*.c src/*/*/*.c; do
	[ -e "${source%.c}.o" ] ||
	    { echo "layers: there is no ${source%.c}.o: run make"; exit 1; }
	echo "${source%.c}.o"
done >"$work/objects"

# symbols: "object type name".  data: "object name" of what can change; the
# constants that hold pointers are in .data.rel.ro.  includes: "file header".
xargs nm -P -A <"$work/objects" >"$work/nm" || exit 1
sed -n 's/^\([^:]*\): \([^ ]*\) \([A-Za-z]\).*/\1 \3 \2/p' "$work/nm" \
    >"$work/symbols"
xargs objdump -t <"$work/objects" >"$work/objdump" || exit 1
awk '/file format/ { sub(/:$/, "", $1); object = $1 }
    / \.data\.rel\.ro/ || / d / { next }
    / (\.t?data|\.t?bss|\*COM\*)/ { print object, $NF }' \
    "$work/objdump" >"$work/data"
grep -E '^[	 ]*#[	 ]*include' src/*.[ch] src/*/*.[ch] src/*/*/*.[ch] |
    sed 's/:[^<"]*\([<"][^>"]*[>"]\).*/ \1/' >"$work/includes"

awk '
function among(word, list) {
	return index(" " list " ", " " word " ") > 0
}

function bad(what) {
	print "layers: " what
	status = 1
}

function layer(file, part) {
	return split(file, part, "/") > 2 ? part[2] : "main"
}

# The room of core that a file is in, as a number: it sees those before it.
function room(file, part) {
	return split(file, part, "/") == 4 ? rank[part[3]] : 0
}

# A command is what the table runs: cmd_NAME in src/cmd/NAME.c.
function command_of(symbol) {
	if (symbol in home && symbol ~ /^cmd_/ &&
	    home[symbol] == "src/cmd/" substr(symbol, 5) ".o")
		return substr(symbol, 5)
	return ""
}

# The command that a file belongs to: src/cmd/NAME.c, src/cmd/NAME_part.c.
function owner(file) {
	sub(/.*\//, "", file)
	sub(/[_.].*/, "", file)
	return file
}

function check_call(object, name, from, to) {
	from = layer(object)
	to = name in home ? layer(home[name]) : "world"
	if (from == "core" && to == "core" && room(object) < room(home[name]))
		bad(object " needs " name ", of a room above its own")
	if (from == "core" && room(object) == 0)
		bad(object " is in no room of core")
	if (from == "core" && to != "core" && !among(name, core_calls))
		bad(object " needs " name ", which core may not")
	if (from == "edge" &&
	    (among(name, edge_never) || among(to, "ui cmd main")))
		bad(object " needs " name ", which edge may not")
	if (from == "ui" && (to == "cmd" || to == "main") &&
	    name != "command_table")
		bad(object " needs " name ", which ui may not")
	if (from == "cmd" && to == "cmd" && object != "src/cmd/table.o" &&
	    owner(object) != owner(home[name]))
		bad(object " needs " name ", of another command")
	if (among(name, clock_calls) && !among(object, clock_objects))
		bad(object " reads the clock with " name)
	if (name == "clock_now" && !among(object, clock_now_objects))
		bad(object " asks for the present time")
}

function check_include(file, header, from, name) {
	from = layer(file)
	name = substr(header, 2, length(header) - 2)
	if (from == "core" && header ~ /^</ && !among(name, core_headers))
		bad(file " includes " header)
	if (from == "core" && header ~ /^"/ && name ~ /\// &&
	    (name !~ /^\.\.\/[a-z]*\/[a-z0-9]*\.h$/ ||
	    room("src/core/" substr(name, 4)) == 0 ||
	    room("src/core/" substr(name, 4)) >= room(file)))
		bad(file " includes " header)
	if (from == "edge" && header ~ /^"/ && name ~ /\// &&
	    name !~ /^\.\.\/core\/[a-z]*\/[a-z0-9]*\.h$/)
		bad(file " includes " header)
	if (name ~ /\.c$/)
		bad(file " includes " header)
	if (from == "ui" && header ~ /^"/ && name ~ /\// &&
	    name !~ /^\.\.\/(core\/[a-z]*|edge)\/[a-z0-9]*\.h$/)
		bad(file " includes " header)
	if (from == "cmd" && header ~ /^"/ && (name ~ /^\.\.\/cmd\// ||
	    (name !~ /\// && owner(name) != owner(file))))
		bad(file " includes " header ", of another command")
}

BEGIN {
	# The rooms of core in their order.
	rooms = split("text time log rules say", names, " ")
	for (i = 1; i <= rooms; i++)
		rank[names[i]] = i

	# What core may call that is not its own.  Nothing here does input or
	# output, allocates, reads a clock or keeps state of ours.
	core_calls = "localtime_r vsnprintf __vsnprintf_chk " \
	    "__ctype_b_loc __ctype_tolower_loc __ctype_toupper_loc " \
	    "memchr memcmp bcmp memcpy memmove memset memrchr memmem " \
	    "strchr strcmp strcspn strlen strncmp strnlen strpbrk strrchr " \
	    "strspn strstr strlcpy strlcat __stack_chk_fail " \
	    "__memcpy_chk __memmove_chk __memset_chk " \
	    "__strlcpy_chk __strlcat_chk _GLOBAL_OFFSET_TABLE_"
	core_headers = "stddef.h stdint.h inttypes.h stdbool.h stdarg.h " \
	    "stdio.h string.h ctype.h limits.h time.h"

	# warn(3) and what writes to a descriptor or another FILE are for
	# edge, and _exit(2), which ends a child.
	edge_never = "printf vprintf puts putchar putchar_unlocked stdout " \
	    "__printf_chk __vprintf_chk exit _Exit quick_exit abort " \
	    "err verr errx verrx errc verrc"

	clock_calls = "time clock_gettime gettimeofday clock times ftime " \
	    "timespec_get"
	clock_objects = "src/main.o src/edge/clock.o"
	# main reads the time once.  What lasts a while reads it again: the
	# timer, and the questions that a person answers.
	clock_now_objects = "src/main.o " \
	    "src/cmd/ice_pack.o src/ui/logbook.o"

	# Of all variables that outlive a call one may change, and a signal
	# handler sets it.
	data_most = 1
}

FILENAME ~ /symbols$/ && FNR == NR && $2 ~ /[A-TW-Z]/ { home[$3] = $1 }
FILENAME ~ /symbols$/ && FNR == NR { next }
FILENAME ~ /symbols$/ && $2 ~ /[Uvw]/ { check_call($1, $3) }
FILENAME ~ /includes$/ { check_include($1, $2) }
FILENAME ~ /data$/ {
	data++
	source = $1
	sub(/o$/, "c", source)
	if (layer(source) == "core" || system("grep -q \"sig_atomic_t " \
	    $2 "[; ]\" " source) != 0)
		bad(source ": the variable " $2 " can change")
}

END {
	for (symbol in home) {
		defined[layer(home[symbol])] = 1
		commands += command_of(symbol) != ""
	}
	if (!defined["main"] || !defined["core"] || !defined["edge"] ||
	    commands == 0)
		bad("the objects do not show the layers")
	if (data > data_most)
		bad(data " variables can change; " data_most " may")
	exit status
}' "$work/symbols" "$work/symbols" "$work/includes" "$work/data"
