#!/bin/sh
# make install puts every file where it belongs, with its mode, and uninstall
# takes them away again.  What is installed works: pages, crontab line, units.
# Takes 4 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need make mandoc
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES DESTDIR PREFIX
version=$(sed -n 's/^VERSION = //p' "$top/Makefile")

# The folder has a name that a script without quotes falls over.
mkdir 'a rööt'
cd 'a rööt' || exit 1
makes() {
	make -s -C "$top" DESTDIR="$PWD/root" INSTALLED="$work/made" "$@"
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
	doc/backcare/COPYING
	doc/backcare/README
	doc/backcare/examples/crontab.example
	fish/vendor_completions.d/backcare.fish
	zsh/site-functions/_backcare
	END
}

units() {
	echo "644 $1/lib/systemd/user/backcare-remind.service"
	echo "644 $1/lib/systemd/user/backcare-remind.timer"
}

manuals() {
	sed "s|^|644 $1/|" <<-'END'
	man1/backcare.1
	man5/backcare-log.5
	man7/backcare-advice.7
	END
}

# A folder that was there, if empty, is not for make uninstall.
mkdir -p root/usr/share/zsh/site-functions root/usr/bin
umask 027
expect 0 "make install" makes PREFIX=/usr install
same "what is installed" "$(listed)" "$({
	echo "755 usr/bin/backcare"
	share usr
	units usr
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
	    sed "s|^|root|")"
	same "what it says without a log" "$out$err" ""
	exit $wrong
done || wrong=1

# The program is not where the unit looks for it, but in the root.
mkdir units
for unit in backcare-remind.service backcare-remind.timer; do
	sed "s|=/usr/bin|=$work/bin|" root/usr/lib/systemd/user/$unit \
	    >units/$unit
done
ln -s "$PWD/root/usr/bin" "$work/bin"
has "the service" "$(cat units/*.service)" "^ExecStart=$work/bin.* remind"
if can systemd-analyze "what systemd says of the units"; then
	mkdir -m 700 runtime
	expect 0 "the units" env XDG_RUNTIME_DIR="$PWD/runtime" \
	    systemd-analyze verify --user --man=no units/*
	same "what systemd says of the units" "$out$err" ""
fi

expect 0 "make uninstall" makes PREFIX=/usr uninstall
same "what is left" "$(find root | LC_ALL=C sort)" 'root
root/usr
root/usr/bin
root/usr/share
root/usr/share/zsh
root/usr/share/zsh/site-functions'
expect 0 "make uninstall again" makes PREFIX=/usr uninstall

# Each shell's folder can be chosen, and all that was made goes away again.
rm -rf root
expect 0 "make install for Debian" makes PREFIX=/usr \
    ZSHDIR=/usr/share/zsh/vendor-completions BASHDIR=/etc/b FISHDIR=/etc/f \
    DOCDIR=/usr/doc install
same "what is installed for Debian" "$(find root -name '*backcare*' |
    grep -v -e /man/ -e examples | LC_ALL=C sort)" 'root/etc/b/backcare
root/etc/f/backcare.fish
root/usr/bin/backcare
root/usr/lib/systemd/user/backcare-remind.service
root/usr/lib/systemd/user/backcare-remind.timer
root/usr/share/zsh/vendor-completions/_backcare'
[ -e root/usr/doc/examples/crontab.example ] || complain "no DOCDIR"
expect 0 "make uninstall for Debian" makes PREFIX=/usr \
    ZSHDIR=/usr/share/zsh/vendor-completions BASHDIR=/etc/b FISHDIR=/etc/f \
    DOCDIR=/usr/doc uninstall
[ ! -e root ] || complain "left of Debian: $(find root)"
[ ! -e "$work/made" ] || complain "noted still: $(cat "$work/made")"

# A blank in PREFIX is as good as one in DESTDIR.
expect 0 "make install, a blank" makes PREFIX='/opt/a b' install
expect 0 "it runs there" 'root/opt/a b/bin/backcare' -V
expect 0 "make uninstall, a blank" makes PREFIX='/opt/a b' uninstall
[ ! -e root ] || complain "left of a blank: $(find root)"

# What others have put beside ours stays.
expect 0 "make install elsewhere" makes PREFIX=/opt/b \
    BINDIR=/opt/bin MANDIR=/opt/man install
: >root/opt/b/share/doc/backcare/other
same "what is installed elsewhere" "$(listed)" "$({
	echo "755 opt/bin/backcare"
	share opt/b
	units opt/b
	manuals opt/man
	echo "644 opt/b/share/doc/backcare/other"
} | LC_ALL=C sort -k 2)"
has "an example elsewhere" "$(cat root/opt/b/share/doc/backcare/*/crontab*)" \
    " /opt/bin/backcare remind"
expect 0 "make uninstall elsewhere" makes PREFIX=/opt/b \
    BINDIR=/opt/bin MANDIR=/opt/man uninstall
same "what is left elsewhere" "$(find root ! -type d)" \
    root/opt/b/share/doc/backcare/other
same "directories left elsewhere" "$(find root -type d -empty)" ''

# --- make says what is missing in one sentence, before it compiles anything,
# and what it makes in a line each.

cp -R "$top/Makefile" "$top/src" .
find src -name '*.[oa]' -exec rm {} +
# lacks WHAT SENTENCE COMMAND ...
lacks() {
	what=$1 sentence=$2
	shift 2
	expect 2 "$what" "$@"
	same "$what" "$(echo "$err" | grep -v '^make: \*\*\*')" "make: $sentence"
	same "$what: what it did" "$out" ''
}
cc=${CC:-cc}
lacks "no compiler" 'there is no compiler "nosuch": install one (on Debian: gcc), or name another with CC=' \
    make CC=nosuch
lacks "no pkg-config" 'there is no nosuch, by which libbsd is found: install both (on Debian: pkg-config libbsd-dev)' \
    make CC="$cc" PKG_CONFIG=nosuch
lacks "no libbsd" 'pkg-config does not find libbsd: install it (on Debian: libbsd-dev)' \
    env PKG_CONFIG_LIBDIR=/nonexistent make CC="$cc"
expect 2 "a flag that is none" make CC="$cc" CFLAGS=-mnosuch
has "a flag that is none" "$err" '^make: .* cannot build with libbsd .*-mnosuch'
for make in make bmake; do
	[ $make = make ] || can $make "what it says of what it makes" || continue
	rm -f src/main.o
	expect 0 "$make" $make CC="$cc" src/main.o
	same "$make" "$out" "cc src/main.c"
	rm src/main.o
	expect 0 "$make V=1" $make CC="$cc" V=1 src/main.o
	has "$make V=1" "$out" "^$cc .* -c -o src/main.o src/main.c\$"
	same "$make V=1: lines" "$(echo "$out" | wc -l)" 1
	rm src/main.o
	expect 0 "$make -s" $make -s CC="$cc" src/main.o
	same "$make -s" "$out" ""
done
mkdir -p tests/unit libraries
printf '%s\n' 'Name: libbsd' 'Description: as it is' 'Version: 0' \
    "Cflags: $(pkg-config --cflags libbsd-overlay)" \
    "Libs: $(pkg-config --libs libbsd-overlay)" >libraries/libbsd-overlay.pc
lacks "no check" 'pkg-config does not find check: install it (on Debian: check)' \
    env PKG_CONFIG_LIBDIR=libraries make CC="$cc" .build/check
finish
