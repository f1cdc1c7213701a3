# backcare.  GNU make 4 and BSD make both read this.

VERSION = 0.1
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
DATADIR ?= $(PREFIX)/share
MANDIR ?= $(DATADIR)/man

CC ?= cc
CFLAGS ?= -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes \
	-Wstrict-prototypes -Wwrite-strings -Wpointer-arith -Wcast-qual \
	-Wformat=2 -Wundef -Wvla -Wconversion -Wswitch-enum

# A BSD has these functions in its libc, and shows them where nobody asks for
# a standard; NetBSD has some of them as OpenBSD's.
FEATURES = -D_DEFAULT_SOURCE -D_OPENBSD_SOURCE
PKG_CONFIG ?= pkg-config
BSD_CFLAGS != $(PKG_CONFIG) --cflags libbsd-overlay 2>/dev/null || true
BSD_LIBS != $(PKG_CONFIG) --libs libbsd-overlay 2>/dev/null || true
CHECK_CFLAGS != $(PKG_CONFIG) --cflags check 2>/dev/null || true
CHECK_LIBS != $(PKG_CONFIG) --libs check 2>/dev/null || echo -lcheck

ALL_CFLAGS = -std=c11 $(FEATURES) \
	-DVERSION=\"$(VERSION)\" $(WARNINGS) $(BSD_CFLAGS) $(CFLAGS)

CORE_SRCS != echo src/core/*/*.c
PROG_SRCS != echo src/main.c src/cmd/*.c src/edge/*.c
HEADERS != echo src/*/*.h src/*/*/*.h
CHECK_SRCS != echo tests/unit/check_*.c
CHECK_HEADERS != echo tests/unit/*.h tests/fuzz/*.h
FUZZ_SRCS != echo tests/fuzz/target*.c
CORE_OBJS = $(CORE_SRCS:.c=.o)
PROG_OBJS = $(PROG_SRCS:.c=.o)
CHECKS = $(CHECK_SRCS:.c=)
# What is installed besides the program, and where below PREFIX.
MANS = man/backcare.1 man/backcare-log.5 man/backcare-advice.7

all: backcare

backcare: $(PROG_OBJS) src/core.a
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $(PROG_OBJS) src/core.a $(BSD_LIBS)

src/core.a: $(CORE_OBJS)
	rm -f $@
	$(AR) rc $@ $(CORE_OBJS)

$(PROG_OBJS) $(CORE_OBJS): $(HEADERS) Makefile

.SUFFIXES: .c .o
.c.o:
	$(CC) $(ALL_CFLAGS) $(CPPFLAGS) -c -o $@ $<

# Each tests/unit/check_*.c is a Check suite; tests/unit/suite.c holds their main.
$(CHECKS): tests/unit/suite.c $(CHECK_HEADERS) src/core.a
	$(CC) $(ALL_CFLAGS) $(CHECK_CFLAGS) $(CPPFLAGS) $(LDFLAGS) -o $@ \
	    $@.c tests/unit/suite.c $(WITH_$(@F)) src/core.a $(CHECK_LIBS) \
	    $(BSD_LIBS)
# What one of them needs besides.
WITH_check_corpus = $(FUZZ_SRCS)
tests/unit/check_corpus: $(FUZZ_SRCS)
# A list of targets that share a rule does not bring their sources along.
$(CHECKS): $(CHECK_SRCS)

units: $(CHECKS) tests/unit/texts

# Prints the tables of texts, for tests/shell/test_*.sh.
tests/unit/texts: tests/unit/texts.c src/core.a
	$(CC) $(ALL_CFLAGS) $(CPPFLAGS) $(LDFLAGS) -o $@ tests/unit/texts.c \
	    src/core.a $(BSD_LIBS)

check: backcare units
	CC="$(CC)" sh tests/run.sh

# Writes the golden files of tests/cli anew, and shows what changed in them.
accept: backcare
	CC="$(CC)" ACCEPT=1 sh tests/run.sh

# A real cron and a user made for it, as root: two to three minutes of waiting,
# and so not part of check.
check-cron: backcare
	sh tests/shell/cron.sh

# What needs a browser: chromium and poppler-utils, 400 MB of packages.
check-page: backcare
	sh tests/shell/page.sh

# Prints what it costs, beside other programs; proves nothing.
BENCHES = tests/bench/nothing tests/bench/append tests/bench/fill

bench: backcare $(BENCHES)
	sh tests/bench/bench.sh

$(BENCHES): $(BENCHES:=.c)
	$(CC) $(ALL_CFLAGS) $(CPPFLAGS) $(LDFLAGS) -o $@ $@.c $(BSD_LIBS)

lint: backcare
	sh tests/lint.sh

format:
	clang-format -i src/*.c src/*/*.[ch] src/*/*/*.[ch] tests/*.[ch] tests/*/*.[ch]

# Every system call and allocation of every command that writes goes wrong.
faults: backcare
	sh tests/faults/run.sh
# Seconds for each target.
FUZZ_SECONDS = 60
fuzz:
	sh tests/fuzz/run.sh $(FUZZ_SECONDS)
fuzz-afl:
	ENGINE=afl sh tests/fuzz/run.sh $(FUZZ_SECONDS)
# Changes core in one place at a time, and expects a unit test to notice; takes
# the better part of an hour.  MUTANTS=src/core/pack.c asks for less.
MUTANTS =
mutants:
	sh tests/mutants/run.sh $(MUTANTS)
# Records that each of 32 writers adds, with undo and edit among them.
CROWD_RECORDS = 100
crowd: backcare
	CROWD_RECORDS=$(CROWD_RECORDS) sh tests/shell/test_crowd.sh

# The same tests in a copy of the tree that is built another way.  There are
# more: sh tests/variant.sh lists them.
sanitize:
	sh tests/variant.sh sanitize
valgrind:
	sh tests/variant.sh valgrind
coverage:
	sh tests/variant.sh coverage
distcheck:
	sh tests/variant.sh dist

# The tarball depends on nothing but what is in it: the same order of files,
# dates, modes and owner, whoever makes it.
TAR_DATE = 202601010000
TAR_OWNER = --owner=0 --group=0 --numeric-owner

dist:
	rm -rf backcare-$(VERSION)
	mkdir backcare-$(VERSION)
	cp -R Makefile README COPYING src man tests .ci .clang-format \
	    .gitignore backcare-$(VERSION)
	cd backcare-$(VERSION) && $(MAKE) clean
	chmod -R u=rwX,go=rX backcare-$(VERSION)
	find backcare-$(VERSION) -type f | LC_ALL=C sort >backcare-$(VERSION).in
	TZ=UTC0 xargs touch -t $(TAR_DATE) <backcare-$(VERSION).in
	tar $(TAR_OWNER) -cf - -T backcare-$(VERSION).in | gzip -9n \
	    >backcare-$(VERSION).tar.gz
	rm -rf backcare-$(VERSION) backcare-$(VERSION).in

# Pairs of what is installed and where; uninstall takes the same away.  The
# examples name the program where it is installed.
SHARED = backcare.bash:bash-completion/completions/backcare \
	_backcare:zsh/site-functions/_backcare \
	backcare.fish:fish/vendor_completions.d/backcare.fish \
	crontab.example:doc/backcare/examples/crontab.example \
	backcare-remind.service:doc/backcare/examples/backcare-remind.service \
	backcare-remind.timer:doc/backcare/examples/backcare-remind.timer

install: backcare
	install -d $(DESTDIR)$(BINDIR)
	install -m 755 backcare $(DESTDIR)$(BINDIR)/backcare
	for page in $(MANS); do to=$(DESTDIR)$(MANDIR)/man$${page##*.}; \
	    install -d $$to && install -m 644 $$page $$to/ || exit 1; done
	for pair in $(SHARED); do to=$(DESTDIR)$(DATADIR)/$${pair#*:}; \
	    install -d $${to%/*} && sed 's|/usr/local/bin|$(BINDIR)|' \
	    src/share/$${pair%%:*} >$$to && chmod 644 $$to || exit 1; done

uninstall:
	rm -f $(DESTDIR)$(BINDIR)/backcare
	for page in $(MANS); do rm -f \
	    $(DESTDIR)$(MANDIR)/man$${page##*.}/$${page##*/}; done
	for pair in $(SHARED); do rm -f \
	    $(DESTDIR)$(DATADIR)/$${pair#*:}; done
	for dir in doc/backcare/examples doc/backcare; do rmdir \
	    $(DESTDIR)$(DATADIR)/$$dir 2>/dev/null || true; done

clean:
	rm -f backcare src/*.o src/*/*.o src/*/*/*.o src/core.a $(CHECKS) \
	    $(BENCHES) tests/unit/texts
	rm -rf .build backcare-$(VERSION) backcare-$(VERSION).tar.gz \
	    backcare-$(VERSION).in

.PHONY: all units check accept check-cron check-page lint format faults fuzz \
	fuzz-afl mutants crowd sanitize valgrind coverage bench distcheck dist \
	install uninstall clean
