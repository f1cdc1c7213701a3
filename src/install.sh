#!/bin/sh
# Puts files where they belong below DESTDIR, or takes them away again.  The
# directories that had to be made are noted in INSTALLED, as only those may go
# when they are empty.
#
# usage: sh src/install.sh install|uninstall mode:file:destination ...
#
# Text that names the program names it where it is, in BINDIR.
set -u
made=$INSTALLED
what=$1
shift

# make_directory PATH: with those above it, each of them noted.
make_directory() {
	[ -d "$1" ] && return
	case $1 in
	*/*) [ "${1%/*}" = '' ] || make_directory "${1%/*}" || return ;;
	esac
	install -d -m 755 "$1" && echo "$1" >>"$made"
}

# put MODE FILE DESTINATION
put() {
	make_directory "${3%/*}" || return
	case $1 in
	755) install -m 755 "$2" "$3" ;;
	*)	rm -f "$3" && sed "s|/usr/local/bin|$BINDIR|g" "$2" >"$3" &&
		chmod "$1" "$3" ;;
	esac
}

# take DESTINATION: and what was made for it and holds nothing else.
take() {
	rm -f "$1" || return
	directory=${1%/*}
	while [ -e "$made" ] && grep -Fqx -e "$directory" "$made"; do
		rmdir "$directory" 2>/dev/null || break
		grep -Fvx -e "$directory" "$made" >"$made.new"
		mv "$made.new" "$made"
		directory=${directory%/*}
	done
}

for triple; do
	mode=${triple%%:*}
	triple=${triple#*:}
	to=$DESTDIR${triple#*:}
	case $what in
	install) put "$mode" "${triple%%:*}" "$to" ;;
	uninstall) take "$to" ;;
	esac || exit 1
done
[ -s "$made" ] || rm -f "$made"
