#!/bin/sh
# make install puts every file where it belongs, with its mode, and uninstall
# takes them away again.  What is installed works: pages, crontab line, units.
# Takes 10 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need make mandoc
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES DESTDIR PREFIX
version=$(sed -n 's/^VERSION = //p' "$top/Makefile")

makes() {
	make -s -C "$top" DESTDIR="$work/root" "$@"
}

# listed: mode and name of every file, each in the root.
listed() {
	find root -type f -exec stat -c '%a %n' {} + | sed 's| root/| |' |
	    LC_ALL=C sort -k 2
}

# share: what is below PREFIX/share but for the manual pages.
share() {
	sed "s|^|644 $1/share/|" <<-'END'
	bash-completion/completions/backcare
	doc/backcare/examples/backcare-remind.service
	doc/backcare/examples/backcare-remind.timer
	doc/backcare/examples/crontab.example
	fish/vendor_completions.d/backcare.fish
	zsh/site-functions/_backcare
	END
}

manuals() {
	sed "s|^|644 $1/|" <<-'END'
	man1/backcare.1
	man5/backcare-log.5
	man7/backcare-advice.7
	END
}

umask 027
expect 0 "make install" makes PREFIX=/usr install
same "what is installed" "$(listed)" "$({
	echo "755 usr/bin/backcare"
	share usr
	manuals usr/share/man
} | LC_ALL=C sort -k 2)"
expect 0 "make install again" makes PREFIX=/usr install
umask 022

expect 0 "what is installed" root/usr/bin/backcare -V
same "its version" "$out" "backcare $version"

for page in root/usr/share/man/man?/*; do
	name=${page##*/}
	expect 0 "$name" mandoc -T utf8 -W stop "$page"
	has "$name" "$(echo "$out" | head -n 1)" \
	    "$(echo "${name%.*}" | tr '[:lower:]' '[:upper:]')(${name##*.})"
done

# Both lines, the one that is switched off too.
examples=root/usr/share/doc/backcare/examples
lines=$(sed 's/^#\*/*/; /^#/d; /^$/d' $examples/crontab.example)
same "lines for cron" "$(echo "$lines" | wc -l)" 2
echo "$lines" | while read -r minute hour day month weekday command; do
	same "when cron runs it" "$minute $hour $day $month $weekday" \
	    "* * * * *"
	same "what cron runs" "${command%% *}" /usr/bin/backcare
	expect 0 "the command for cron" sh -c "$(echo "$command" |
	    sed "s|^|$work/root|")"
	same "what it says without a log" "$out$err" ""
	exit $wrong
done || wrong=1

# The program is not where the unit looks for it, but in the root.
mkdir units
for unit in backcare-remind.service backcare-remind.timer; do
	sed "s|=/usr/bin|=$work/root/usr/bin|" $examples/$unit >units/$unit
done
has "the service" "$(cat units/*.service)" "^ExecStart=$work/root.* remind"
if can systemd-analyze "what systemd says of the units"; then
	mkdir -m 700 runtime
	expect 0 "the units" env XDG_RUNTIME_DIR="$work/runtime" \
	    systemd-analyze verify --user --man=no units/*
	same "what systemd says of the units" "$out$err" ""
fi

expect 0 "make uninstall" makes PREFIX=/usr uninstall
same "what is left" "$(find root ! -type d -o -name '*backcare*')" ""
expect 0 "make uninstall again" makes PREFIX=/usr uninstall

# What others have put beside ours stays.
expect 0 "make install elsewhere" makes PREFIX=/opt/b \
    BINDIR=/opt/bin MANDIR=/opt/man install
: >root/opt/b/share/doc/backcare/other
same "what is installed elsewhere" "$(listed)" "$({
	echo "755 opt/bin/backcare"
	share opt/b
	manuals opt/man
	echo "644 opt/b/share/doc/backcare/other"
} | LC_ALL=C sort -k 2)"
has "an example elsewhere" "$(cat root/opt/b/share/doc/backcare/*/crontab*)" \
    " /opt/bin/backcare remind"
expect 0 "make uninstall elsewhere" makes PREFIX=/opt/b \
    BINDIR=/opt/bin MANDIR=/opt/man uninstall
same "what is left elsewhere" "$(listed)" \
    "644 opt/b/share/doc/backcare/other"
finish
