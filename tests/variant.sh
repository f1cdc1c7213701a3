#!/bin/sh
# Copies the tree to .build/NAME, builds it there another way, and runs its
# tests there.
#
# usage: sh tests/variant.sh bmake|bsd|clang|coverage|dist|gcc|hardened|i386|
#	    musl|opt|repro|s390x|sanitize|trixie|user|valgrind
#	 sh tests/variant.sh date when		such as "2027-01-01 03:00"
#
# COVERAGE_CORE (100) and COVERAGE_ALL (95) are the least percentages of lines
# that the tests have to reach, in src/core and in src; COVERAGE_CORE_BRANCHES
# (100) and COVERAGE_ALL_BRANCHES (0) the same of branches.  VALGRIND_EVERY=1
# is thorough.
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
variant=${1:-}
tree="Makefile README COPYING src man tests .ci .clang-format .gitignore"

# An outer make hands nothing down: a variant decides what it builds.
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES CC CFLAGS CPPFLAGS LDFLAGS
unset WRAPPER PROGRAM ACCEPT

die() {
	echo "variant $variant: $1"
	exit 1
}

need() {
	for tool in "$@"; do
		command -v "$tool" >/dev/null || die "$tool is missing"
	done
}

say() {
	echo "variant $variant: $1"
}

# A clean copy, and into it.
enter() {
	copy=$top/.build/$variant${1:-}
	rm -rf "$copy"
	mkdir -p "$copy" || die "cannot make $copy"
	# shellcheck disable=SC2086
	cp -Rp $tree "$copy" || die "the tree is not whole"
	cd "$copy" || exit 1
	make -s clean || die "make clean failed"
}

# build VARIABLE=VALUE ...: the program and the unit tests.
build() {
	say "make $*"
	make -s -j2 "$@" backcare units || die "it does not build"
}

# What make check runs, with what is built already.
run_tests() {
	sh tests/run.sh
}

# Reports go to files, since a test may expect a failure or hide messages.
expect_no_reports() {
	find reports -type f -size +0 >found
	[ ! -s found ] && return
	while read -r report; do
		head -n 40 "$report"
	done <found
	die "there are reports, the first of them above"
}

# The tests that ask little time: what the scripts of tests/shell/test_*.sh look at
# does not hang on the compiler, and the README's run and sanitize have them;
# under valgrind they would take longer than all the rest.
run_quick_tests() {
	QUICK=1 run_tests
}

compiler() {
	need "$1"
	enter
	build CC="$1" CFLAGS="-O2 -g -Werror"
	run_quick_tests || die "a test failed"
}

# As a distribution builds it: each protection has to be in the program.
hardened() {
	need gcc readelf
	enter
	make -s -j2 CC=gcc CFLAGS="-O2 -g -Werror -fPIE \
-fstack-protector-strong -D_FORTIFY_SOURCE=2" \
	    LDFLAGS="-pie -Wl,-z,relro,-z,now" backcare ||
	    die "it does not build"
	readelf -W -h -l -d --dyn-syms backcare >elf || die "readelf failed"
	protected "a position-independent program" 'Type: *DYN'
	protected "no writing to relocations" 'GNU_RELRO'
	protected "binding at the start" 'FLAGS.*BIND_NOW'
	protected "a stack that does not run code" 'GNU_STACK.* RW '
	protected "a stack protector" ' __stack_chk_fail'
	protected "checked string functions" ' __[a-z]*_chk@'
	"./backcare" -V || die "it does not run"
}

protected() {
	grep -q "$2" elf || die "$1: not in the program"
	say "$1"
}

# No level of optimization makes the compiler see something to warn of, and the
# one that changes most makes nothing that goes wrong.
opt() {
	need gcc
	enter
	for level in -O0 -O1 -O2 -Os -O3 "-O3 -flto=auto"; do
		say "make CFLAGS=\"$level\""
		make -s clean
		make -s -j2 CC=gcc CFLAGS="$level -Werror" AR=gcc-ar backcare ||
		    die "it does not build"
		./backcare -V || die "it does not run"
	done
	make -s clean
	build CC=gcc CFLAGS="-O2 -flto=auto -Werror" AR=gcc-ar
	run_quick_tests || die "a test failed"
}

# As a user who is nobody, in a folder that scripts without quotes fall over.
user() {
	need setpriv
	enter
	build CFLAGS="-O2 -g -Werror"
	there=$(mktemp -d) || die "no folder for it"
	trap 'rm -rf "$there"' EXIT
	chmod 755 "$there"
	mkdir "$there/ein Örtchen"
	# shellcheck disable=SC2015
	cp -Rp . "$there/ein Örtchen" && chown -R 65534:65534 "$there" ||
	    die "cannot give it away"
	cd "$there/ein Örtchen" || exit 1
	setpriv --reuid=65534 --regid=65534 --clear-groups \
	    env HOME="$there" sh tests/run.sh || die "a test failed"
}

# All of it at another hour of another year, in Berlin, for the shell's date(1)
# and all else that asks for the time.
date_all() {
	when=${1:-}
	[ -n "$when" ] || die "name a date"
	enter "-${when%%[- ]*}"
	build CFLAGS="-O2 -g"
	TEST_SHIFT=$(($(date -d "TZ=\"Europe/Berlin\" $when" +%s) - $(date +%s)))
	export TEST_SHIFT
	CLOCK=
	. tests/clock.sh
	make_clock "$copy"
	say "here it is $(LD_PRELOAD=$CLOCK TZ=Europe/Berlin date)"
	LD_PRELOAD=$CLOCK run_tests || die "a test failed"
}

# A Debian of its own in root, with the tree in it.  No package's script may
# start anything.
debian() {
	suite=$1
	shift
	need debootstrap unshare chroot
	[ "$(id -u)" -eq 0 ] || die "only root can make one"
	enter
	say "debootstrap $* $suite"
	debootstrap --variant=minbase "$@" "$suite" root \
	    >bootstrap.out 2>&1 || {
		tail -n 20 bootstrap.out
		die "debootstrap failed"
	}
	# Nor does it matter what of it outlives a crash.
	echo force-unsafe-io >root/etc/dpkg/dpkg.cfg.d/unsafe-io
	printf '#!/bin/sh\nexit 101\n' >root/usr/sbin/policy-rc.d
	chmod +x root/usr/sbin/policy-rc.d
	mkdir root/tree
	# shellcheck disable=SC2086
	cp -Rp $tree root/tree
}

# inside COMMAND: in that Debian, with no mount left behind.
# shellcheck disable=SC2016
inside() {
	say "$1"
	unshare --mount --fork --pid --mount-proc sh -c '
		mount -t proc proc root/proc &&
		mount -t devpts -o newinstance,ptmxmode=0666 devpts \
		    root/dev/pts &&
		mount -t tmpfs -o mode=1777 tmpfs root/dev/shm &&
		mount --bind root/dev/pts/ptmx root/dev/ptmx &&
		exec chroot root sh -c "cd /tree && $0"' "$1"
}

# 32 bits, as the README says.
i386() {
	debian bookworm --arch=i386 --include=ca-certificates
	for number in 1 2; do
		inside "$(sh .ci/readme.sh $number)" ||
		    die "what the README says does not do"
	done
	say "a log of 3 GiB"
	truncate -s 3G root/tmp/log
	inside "./backcare -f /tmp/log now" >out 2>&1
	grep -q 'larger than 1 GiB' out || {
		cat out
		die "it is not seen how large it is"
	}
}

# The compilers of the next Debian.
trixie() {
	debian trixie --include=clang-19,gcc-14,jq,libbsd-dev,libc6-dev,make,\
pkg-config,check,tzdata
	for make in 'CC=clang-19 CFLAGS="-O3 -Werror"' \
	    'CC=gcc-14 CFLAGS="-O3 -Werror -flto=auto" AR=gcc-ar-14'; do
		inside "make -s clean && make -s -j2 $make backcare units" ||
		    die "it does not build"
	done
	for make in 'CC=gcc-14 CFLAGS="-O2 -Werror -std=gnu23 -Wenum-conversion"' \
	    'CC=clang-19 CFLAGS="-O2 -g -Werror -std=gnu23 -Wenum-enum-conversion"'; do
		inside "make -s clean && make -s -j2 $make backcare units" ||
		    die "it does not build"
		inside "QUICK=1 CC=gcc-14 sh tests/run.sh" || die "a test failed"
	done
}

# The other order of bytes: the packages of that machine in a folder, a compiler
# for it, and qemu for all that runs.
s390x() {
	need s390x-linux-gnu-gcc qemu-s390x-static apt-get dpkg
	enter
	say "its packages"
	foreign_packages s390x libbsd0 libbsd-dev libmd0 libmd-dev check \
	    libsubunit0 libsubunit-dev libc6 libc-bin libgcc-s1 tzdata \
	    >packages.out 2>&1 || {
		tail -n 20 packages.out
		die "they are not there"
	}
	lib=$copy/root/usr/lib/s390x-linux-gnu
	build CC=s390x-linux-gnu-gcc AR=s390x-linux-gnu-ar \
	    CFLAGS="-O2 -g -Werror" PKG_CONFIG=true \
	    BSD_CFLAGS="-isystem $copy/root/usr/include/bsd -DLIBBSD_OVERLAY" \
	    BSD_LIBS="-L$lib -Wl,-rpath-link,$lib:$copy/root/lib/s390x-linux-gnu -l:libbsd.so.0" \
	    CHECK_CFLAGS="-isystem $copy/root/usr/include" \
	    CHECK_LIBS="$lib/libcheck.a -L$lib -lsubunit -lm -lrt -pthread"
	# qemu itself has to be static, or LD_PRELOAD would be for it.  What
	# simulates for long has nothing that hangs on the order of bytes.
	SKIP="tests/unit/check_invariants tests/unit/check_remind_week" \
	    WRAPPER=qemu-s390x-static QEMU_LD_PREFIX="$copy/root" \
	    PATIENCE=10 CK_FORK=no CC=s390x-linux-gnu-gcc run_quick_tests || die "a test failed"
}

# foreign_packages MACHINE PACKAGE ...: what is in them, in root.  Nothing that
# apt(8) keeps for the system is touched.
foreign_packages() {
	machine=$1
	shift
	mkdir -p apt/lists/partial apt/archives/partial root
	: >apt/status
	set -- -q -o APT::Architecture="$machine" -o APT::Architectures="$machine" \
	    -o Dir::State::status="$PWD/apt/status" \
	    -o Dir::State::lists="$PWD/apt/lists" -o Dir::Cache="$PWD/apt" \
	    -o APT::Sandbox::User=root -- "$@"
	options='' packages=''
	for word; do
		[ "$word" = -- ] && { options=$packages packages=; continue; }
		packages="$packages $word"
	done
	# shellcheck disable=SC2086
	apt-get $options update &&
	    (cd apt/archives && apt-get $options download $packages) || return
	for package in apt/archives/*.deb; do
		dpkg -x "$package" root || return
	done
}

# Wherever it is built, the program is the same: -g puts the folder into it,
# so that a package has to map it to something else, as Debian's do.
repro() {
	need gcc sha256sum
	enter
	for folder in one another; do
		mkdir "$folder"
		# shellcheck disable=SC2086
		cp -Rp $tree "$folder"
		say "make, in $folder"
		make -s -j2 -C "$folder" CC=gcc CFLAGS="-O2 -g -Werror \
-ffile-prefix-map=$copy/$folder=." backcare || die "it does not build"
	done
	(cd one && sha256sum backcare) >sum
	(cd another && sha256sum -c ../sum) || die "it is not the same"
}

# clang's runtime is part of the program, so it comes before the clock that the
# tests preload; gcc's would have to be told that it does not.  Left out is what
# asks for the same few lists, by way of three shells, a thousand times.
sanitize() {
	need clang
	enter
	mkdir reports
	build CC=clang CFLAGS="-O1 -g -Werror -fno-omit-frame-pointer \
-fsanitize=address,undefined -fno-sanitize-recover=all"
	# shellcheck disable=SC2089
	ASAN_OPTIONS="log_path='$copy/reports/asan':exitcode=99"
	ASAN_OPTIONS="$ASAN_OPTIONS:detect_leaks=1:strict_string_checks=1"
	ASAN_OPTIONS="$ASAN_OPTIONS:detect_stack_use_after_return=1"
	# shellcheck disable=SC2089
	UBSAN_OPTIONS="log_path='$copy/reports/ubsan':print_stacktrace=1"
	# shellcheck disable=SC2090
	export ASAN_OPTIONS UBSAN_OPTIONS
	SKIP=tests/shell/test_completions.sh PATIENCE=3 run_tests
	status=$?
	expect_no_reports
	[ $status -eq 0 ] || die "a test failed"
}

# Starting a program costs half a second here, so of the golden tests' commands
# only every VALGRIND_EVERY'th is run under valgrind; sanitize runs them all.
# What simulates for long, or tries out thousands of logs, does so with functions
# that other tests call, too, and is run by itself.
# valgrind hands files of its own down to whatever the program starts, so that
# the test of what it hands down goes without.
# The wrapper is found through PATH, as WRAPPER is split at blanks.
valgrind_all() {
	need valgrind
	enter
	mkdir reports wrapper
	cat >wrapper/under-valgrind <<-EOF
	#!/bin/sh
	case \$* in
	*/check_invariants | */check_remind_week | */check_message | \
	    */check_plan | */check_length | *'sh descriptors'*)
		exec "\$@" ;;
	*/check_*) ;;
	*)
		echo >>'$copy/commands'
		count=\$(wc -l <'$copy/commands')
		[ \$((count % ${VALGRIND_EVERY:-8})) -eq 0 ] || exec "\$@"
		;;
	esac
	exec valgrind -q --error-exitcode=99 --leak-check=full \\
	    --vgdb=no --read-inline-info=no --log-file='$copy/reports/%p' "\$@"
	EOF
	chmod +x wrapper/under-valgrind
	build CFLAGS="-O1 -g"
	PATIENCE=10 CK_FORK=no WRAPPER=under-valgrind \
	    PATH="$copy/wrapper:$PATH" run_quick_tests
	status=$?
	expect_no_reports
	[ $status -eq 0 ] || die "a test failed"
}

# The program and the tests, with counters of lines and branches in them.
build_counting() {
	wrap=-Wl,--wrap=vfprintf,--wrap=raise,--wrap=execvp,--wrap=_exit
	wrap=$wrap,--wrap=__gcov_dump,--wrap=__gcov_exit
	gcc -std=c11 -D_DEFAULT_SOURCE -Wall -Wextra -Werror -c -o gcov.o \
	    tests/gcov.c || die "it does not build"
	build CC=gcc CFLAGS="-O0 -g --coverage -fprofile-update=atomic" \
	    LDFLAGS="$wrap $copy/gcov.o"
	# The files of counts, for whoever else runs the program later.
	./backcare -V || die "it does not run"
	find src -name '*.gcda' -exec chmod a+rw {} +
}

# Sums what gcov says of each file; "at least" comes from the environment.
# Left out is what kills the program at every system call, and so half-way
# through the writing of its counts, and what sanitize leaves out.
coverage() {
	need gcc gcov
	export SKIP="tests/shell/test_remind.sh tests/shell/test_completions.sh"
	enter
	build_counting
	# The same dice every time, so that the numbers do not hang on luck.
	SEED=1 PATIENCE=3 run_tests || die "a test failed"
	find src -name '*.gcno' | LC_ALL=C sort >notes
	xargs gcov -b -p -r -s "$copy" <notes >gcov.out 2>gcov.err ||
	    die "gcov failed"
	mkdir gcov
	mv src#*.gcov gcov/
	awk -v core="${COVERAGE_CORE:-100}" -v all="${COVERAGE_ALL:-95}" \
	    -v core_b="${COVERAGE_CORE_BRANCHES:-100}" \
	    -v all_b="${COVERAGE_ALL_BRANCHES:-0}" -f - gcov.out <<-'EOF'
	function part(text) {
		sub(/^[^:]*:/, "", text)
		sub(/%.*/, "", text)
		return text / 100
	}
	function add(kind, share, count) {
		hit[kind] += int(share * count + 0.5)
		sum[kind] += count
	}
	function missed(what, share, count) {
		if (share < 1)
			printf "%s: %d of %d %s\n", file,
			    count - int(share * count + 0.5), count, what
	}
	function show(what, kind, least, percent) {
		if (sum[kind] == 0)
			percent = 0
		else	# 99.999 is not 100
			percent = int(10000 * hit[kind] / sum[kind]) / 100
		printf "%-22s %6.2f %% of %d, at least %s %%%s\n", what, percent,
		    sum[kind], least, percent < least ? ": TOO LITTLE" : ""
		return percent < least
	}
	/^File / {
		file = substr($2, 2, length($2) - 2)
		core_file = file ~ /^src\/core\//
	}
	/^$/ { file = "" }	# before the sum of all
	file !~ /^src\// { next }
	/^Lines executed/ {
		add("all", part($0), $NF)
		if (core_file)
			add("core", part($0), $NF)
		missed("lines not reached", part($0), $NF)
	}
	/^Taken at least once/ {
		add("all_b", part($0), $NF)
		if (core_file) {
			add("core_b", part($0), $NF)
			missed("branches not taken", part($0), $NF)
		}
	}
	END {
		bad = show("src/core, lines", "core", core)
		bad += show("src/core, branches", "core_b", core_b)
		bad += show("src, lines", "all", all)
		bad += show("src, branches", "all_b", all_b)
		exit bad > 0
	}
	EOF
	status=$?
	say "in .build/coverage/gcov what was not reached has #####, or 0%"
	[ $status -eq 0 ] || die "the tests reach too little"
}

# What the tarball has to hold: what git knows, else what the tree has.
expected_files() {
	git -c safe.directory='*' -C "$top" ls-files 2>/dev/null |
	    grep . || find . -type f | sed 's|^\./||'
}

dist() {
	need tar gzip
	enter
	version=$(sed -n 's/^VERSION = //p' Makefile)
	name=backcare-$version
	expected_files | LC_ALL=C sort >../dist.want
	say "make dist"
	make -s dist || die "make dist failed"
	mkdir unpacked
	tar -xzf "$name.tar.gz" -C unpacked || die "the tarball is broken"
	(cd "unpacked/$name" && find . -type f) | sed 's|^\./||' |
	    LC_ALL=C sort >../dist.got
	diff -u ../dist.want ../dist.got || die "the tarball is not the tree"
	cd "unpacked/$name" || exit 1
	say "make check, in what was unpacked"
	QUICK=1 make -s check || die "make check failed"
	# Later, and beside all that was built.
	say "make dist, there"
	make -s dist || die "make dist failed in what it made"
	cmp "$name.tar.gz" "$copy/$name.tar.gz" ||
	    die "the second tarball differs"
	installed PREFIX=/usr
	installed PREFIX=/opt/backcare MANDIR=/opt/man
}

# installed VARIABLE=VALUE ...: make install and uninstall, below DESTDIR.
installed() {
	say "make install $*, and uninstall"
	root=$copy/root
	rm -rf "$root"
	make -s DESTDIR="$root" "$@" install || die "make install failed"
	for page in man/*.[0-9]; do
		find "$root" -type f -path "*/man${page##*.}/*" \
		    -name "${page##*/}" -perm 644 | grep -q . ||
		    die "$page was not installed"
	done
	program=$(find "$root" -type f -name backcare -perm 755)
	[ "$("$program" -V)" = "backcare $version" ] ||
	    die "what was installed does not say version $version"
	make -s DESTDIR="$root" "$@" uninstall || die "make uninstall failed"
	find "$root" ! -type d | grep . && die "make uninstall leaves these"
	return 0
}

# With the little that a BSD's libc has besides POSIX, its getopt_long(3), its
# pledge(2), and nothing that only Linux has: see bsd.h.
bsd() {
	need gcc
	enter
	gcc -std=c11 -D_DEFAULT_SOURCE -Wall -Wextra -Werror -O2 -g -c \
	    tests/bsd.c || die "the stand-ins do not build"
	build CC=gcc CFLAGS="-O2 -g -Werror" BSD_LIBS="$copy/bsd.o -l:libbsd.so.0" \
	    BSD_CFLAGS="-include $copy/tests/bsd.h"
	for name in pledge getopt_long; do
		nm backcare | grep -q " T $name\$" ||
		    die "the stand-in $name is not used"
	done
	nm backcare | grep timerfd && die "that is only in Linux"
	run_quick_tests || die "a test failed"
	say "sh tests/shell/test_timer.sh"
	sh tests/shell/test_timer.sh || die "a test failed"
}

# Debian has no libbsd for musl, but the sources of it and of libmd, which it
# needs.  Nothing that apt(8) keeps for the system is touched.
fetch_libbsd() {
	mkdir -p sources/lists/partial sources/archives/partial
	cd sources || return
	# One of the two, by the age of the installation.
	sed 's/^Types:.*/Types: deb-src/' \
	    /etc/apt/sources.list.d/debian.sources >debian.sources
	sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >debian.list
	set -- -q -o Dir::Etc::sourcelist=/dev/null \
	    -o Dir::Etc::sourceparts="$PWD" -o Dir::State::lists="$PWD/lists" \
	    -o Dir::Cache="$PWD" -o APT::Sandbox::User=root
	apt-get "$@" update &&
	    apt-get "$@" --download-only source libmd libbsd
	status=$?
	cd "$copy" || return
	return $status
}

# musl_library NAME: from sources into root.  musl-gcc(1) does not see the
# headers of Linux where the others are.
musl_library() {
	mkdir -p kernel "$1"
	ln -sf /usr/include/linux /usr/include/asm-generic \
	    "/usr/include/$(gcc -print-multiarch)/asm" kernel/
	tar -xJf sources/"$1"_*.orig.tar.xz -C "$1" --strip-components=1 ||
	    return
	(cd "$1" &&
	    ./configure -q CC=musl-gcc CFLAGS=-O2 LDFLAGS="-L$copy/root/lib" \
	    CPPFLAGS="-I$copy/root/include -idirafter $copy/kernel" \
	    --prefix="$copy/root" --disable-shared \
	    --disable-dependency-tracking) &&
	    make -s -j2 -C "$1/include" install &&
	    make -s -j2 -C "$1/src" install
}

# As on a distribution with musl.  What goes to standard output and what goes
# to standard error is the same there, but not in the same order, since musl
# writes the first line at once.
musl() {
	need musl-gcc apt-get readelf xz
	enter
	say "libbsd"
	{ fetch_libbsd && musl_library libmd && musl_library libbsd; } \
	    >libbsd.out 2>&1 || {
		tail -n 20 "$copy/libbsd.out"
		die "libbsd does not build"
	}
	say "make CC=musl-gcc"
	make -s -j2 CC=musl-gcc CFLAGS="-O2 -g -Werror" \
	    BSD_CFLAGS="-isystem root/include/bsd -isystem root/include \
-DLIBBSD_OVERLAY" BSD_LIBS=root/lib/libbsd.a backcare ||
	    die "it does not build"
	readelf -l backcare | grep -q ld-musl || die "it is not linked to musl"
	for script in tests/cli/*.sh; do
		[ "$script" = tests/cli/lib.sh ] && continue
		sort "${script%.sh}.out" >want
		sh tests/golden.sh "$script" 2>&1 </dev/null | sort >got
		diff -u want got || die "a test failed: $script"
	done
}

bmake_all() {
	need bmake
	enter
	say "bmake"
	bmake -s || die "bmake does not build it"
	QUICK=1 bmake -s check || die "bmake check failed"
}

case $variant in
gcc | clang) compiler "$variant" ;;
bsd | coverage | dist | hardened | i386 | musl | opt | repro | s390x | \
    sanitize | trixie | user)
	"$variant"
	;;
date) date_all "${2:-}" ;;
valgrind) valgrind_all ;;
bmake) bmake_all ;;
*) sed -n '/^# usage/,/^#$/s/^# *//p' "$0" >&2
	exit 2 ;;
esac
say "ok"
