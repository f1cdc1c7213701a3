# backcare.  GNU make 4 and BSD make both read this.

VERSION = 0.1
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
DATADIR ?= $(PREFIX)/share
MANDIR ?= $(DATADIR)/man
# Where systemd looks for what a user may turn on.
UNITDIR ?= $(PREFIX)/lib/systemd/user
DOCDIR ?= $(DATADIR)/doc/backcare
# Where each shell looks for completions; a distribution has its own folders.
BASHDIR ?= $(DATADIR)/bash-completion/completions
ZSHDIR ?= $(DATADIR)/zsh/site-functions
FISHDIR ?= $(DATADIR)/fish/vendor_completions.d

CC ?= cc
CFLAGS ?= -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes \
	-Wstrict-prototypes -Wwrite-strings -Wpointer-arith -Wcast-qual \
	-Wformat=2 -Wundef -Wvla -Wconversion -Wswitch-enum \
	-Wno-missing-field-initializers

# A BSD has these functions in its libc, and shows them where nobody asks for
# a standard; NetBSD has some of them as OpenBSD's.  Times and sizes have 64
# bits on a machine of 32, too.
FEATURES = -D_DEFAULT_SOURCE -D_OPENBSD_SOURCE -D_FILE_OFFSET_BITS=64 \
	-D_TIME_BITS=64
PKG_CONFIG ?= pkg-config
BSD_CFLAGS != $(PKG_CONFIG) --cflags libbsd-overlay 2>/dev/null || true
BSD_LIBS != $(PKG_CONFIG) --libs libbsd-overlay 2>/dev/null || true
CHECK_CFLAGS != $(PKG_CONFIG) --cflags check 2>/dev/null || true
CHECK_LIBS != $(PKG_CONFIG) --libs check 2>/dev/null || echo -lcheck

ALL_CFLAGS = -std=c11 $(FEATURES) \
	-DVERSION=\"$(VERSION)\" $(WARNINGS) $(BSD_CFLAGS) $(CFLAGS)

CORE_SRCS != echo src/core/*/*.c
PROG_SRCS != echo src/main.c src/cmd/*.c src/ui/*.c src/edge/*.c
HEADERS != echo src/*/*.h src/*/*/*.h
CHECK_SRCS != echo tests/unit/check_*.c
CHECK_HEADERS != echo tests/unit/*.h tests/fuzz/*.h
FUZZ_SRCS != echo tests/fuzz/target*.c
CORE_OBJS = $(CORE_SRCS:.c=.o)
PROG_OBJS = $(PROG_SRCS:.c=.o)
CHECKS = $(CHECK_SRCS:.c=)

# A line for each thing that is made, or with V=1 the whole command.  As make's
# own words, they are not for make -s.
V ?= 0
SAY = case "$${MAKEFLAGS%% *}" in *s*) false ;; esac && \
	case "$$MAKEFLAGS" in *" -s "*) false ;; esac && echo
CC_0 = @$(SAY) cc $<; $(CC)
CC_1 = $(CC)
LD_0 = @$(SAY) cc $@; $(CC)
LD_1 = $(CC)
AR_0 = @$(SAY) ar $@; rm -f $@; $(AR)
AR_1 = rm -f $@; $(AR)
DO_0 = @

all: backcare

backcare: $(PROG_OBJS) src/core.a
	$(LD_$(V)) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $(PROG_OBJS) src/core.a $(BSD_LIBS)

src/core.a: $(CORE_OBJS)
	$(AR_$(V)) rc $@ $(CORE_OBJS)

$(PROG_OBJS) $(CORE_OBJS): $(HEADERS) Makefile .build/libbsd

.build/libbsd:
	@CC="$(CC)" PKG_CONFIG="$(PKG_CONFIG)" LIBS="$(BSD_LIBS)" \
	    sh src/have.sh libbsd $@ $(ALL_CFLAGS) $(CPPFLAGS) $(LDFLAGS)
.build/check: .build/libbsd
	@CC="$(CC)" PKG_CONFIG="$(PKG_CONFIG)" LIBS="$(CHECK_LIBS)" \
	    sh src/have.sh check $@ $(ALL_CFLAGS) $(CHECK_CFLAGS) $(CPPFLAGS) \
	    $(LDFLAGS)

.SUFFIXES: .c .o
.c.o:
	$(CC_$(V)) $(ALL_CFLAGS) $(CPPFLAGS) -c -o $@ $<

# Each tests/unit/check_*.c is a Check suite; tests/unit/suite.c holds their main.
$(CHECKS): tests/unit/suite.c $(CHECK_HEADERS) src/core.a .build/check
	$(LD_$(V)) $(ALL_CFLAGS) $(CHECK_CFLAGS) $(CPPFLAGS) $(LDFLAGS) -o $@ \
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
	$(LD_$(V)) $(ALL_CFLAGS) $(CPPFLAGS) $(LDFLAGS) -o $@ tests/unit/texts.c \
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
	$(LD_$(V)) $(ALL_CFLAGS) $(CPPFLAGS) $(LDFLAGS) -o $@ $@.c $(BSD_LIBS)

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
	$(DO_$(V))set -e; name=backcare-$(VERSION); rm -rf $$name; mkdir $$name; \
	cp -R Makefile README COPYING src man tests .ci .clang-format \
	    .gitignore $$name; \
	(cd $$name && $(MAKE) -s clean); \
	chmod -R u=rwX,go=rX $$name; \
	find $$name -type f | LC_ALL=C sort >$$name.in; \
	TZ=UTC0 xargs touch -t $(TAR_DATE) <$$name.in; \
	tar $(TAR_OWNER) -cf - -T $$name.in | gzip -9n >$$name.tar.gz; \
	rm -rf $$name $$name.in

# What is installed: its mode, what it is here, and where it goes.
FILES = '755:backcare:$(BINDIR)/backcare' \
	'644:man/backcare.1:$(MANDIR)/man1/backcare.1' \
	'644:man/backcare-log.5:$(MANDIR)/man5/backcare-log.5' \
	'644:man/backcare-advice.7:$(MANDIR)/man7/backcare-advice.7' \
	'644:README:$(DOCDIR)/README' \
	'644:COPYING:$(DOCDIR)/COPYING' \
	'644:src/share/crontab.example:$(DOCDIR)/examples/crontab.example' \
	'644:src/share/backcare-remind.service:$(UNITDIR)/backcare-remind.service' \
	'644:src/share/backcare-remind.timer:$(UNITDIR)/backcare-remind.timer' \
	'644:src/share/backcare.bash:$(BASHDIR)/backcare' \
	'644:src/share/_backcare:$(ZSHDIR)/_backcare' \
	'644:src/share/backcare.fish:$(FISHDIR)/backcare.fish'
# Which directories had to be made for it, so that uninstall leaves the others.
INSTALLED = .installed
PUT = $(DO_$(V))DESTDIR="$(DESTDIR)" BINDIR="$(BINDIR)" INSTALLED="$(INSTALLED)" \
	sh src/install.sh

install: backcare
	$(PUT) install $(FILES)

uninstall:
	$(PUT) uninstall $(FILES)

clean:
	$(DO_$(V))rm -f backcare src/*.o src/*/*.o src/*/*/*.o src/core.a $(CHECKS) \
	    $(BENCHES) tests/unit/texts
	$(DO_$(V))rm -rf .build backcare-$(VERSION) backcare-$(VERSION).tar.gz \
	    backcare-$(VERSION).in

.PHONY: all units check accept check-cron check-page lint format faults fuzz \
	fuzz-afl mutants crowd sanitize valgrind coverage bench distcheck dist \
	install uninstall clean
