#!/bin/sh
# Every text of the tables is printed by some command, as it stands there.
# Takes 6 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
. "$top/tests/shell/pages.sh"
need expect

make_states
make_pages

# What is only said to a log, and only asked on a terminal: each question of
# the talk is explained, and then answered with Enter.
"$program" check -l >pages/list
"$program" -f new log -n -t 1h >pages/reply
cat >dialogue <<DIALOGUE
set timeout $((20 * PATIENCE))
set explained 0
log_file -a pages/terminal
spawn -noecho $wrapper {$program} -f new log
expect {
	-ex {apply? (y/n) } {send y\r; exp_continue}
	-ex {apply? (y/n, Enter: n) } {send y\r; exp_continue}
	-ex {slip? (y/n, Enter: not asked) } {send y\r; exp_continue}
	-re {(\?|\)|\]) \$} {
		set explained [expr {!\$explained}]
		send [expr {\$explained ? "?\r" : "\r"}]
		exp_continue
	}
	eof {}
}
DIALOGUE
command expect -f dialogue >/dev/null 2>&1

cat pages/* >all
unwrap all >printed
[ "$("$texts" | wc -l)" -gt 150 ] || complain "there are hardly any texts"
"$texts" | awk -F '\t' '$1 != "level"' | cut -f 1,2,5 >wanted
while IFS='	' read -r table row text; do
	grep -Fqe "$text" printed ||
	    complain "no command prints $table $row: $text"
done <wanted

# With now -v the sources stand beside them; what now never says has none.
for table in words sign rule; do
	"$texts" | awk -F '\t' -v table=$table '$1 == table && $3 != "" {
		print $3 }' | sort -u
done >sources
while read -r source; do
	grep -Fqe "[$source" printed || echo "$source"
done <sources >unnamed
same "sources that now -v does not print" "$(tr '\n' '|' <unnamed)" \
    "NHS leaflets|S1 S21|S16; convention|S59; Steffens 2016|convention; \
none proven|"
finish
