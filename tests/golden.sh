#!/bin/sh
# Runs one tests/cli script in a clean environment and an empty home, and
# prints all that it prints; the path of that home shows as HOME.
#
# usage: sh tests/golden.sh script
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
script=$1
home=$(mktemp -d) || exit 1
trap 'rm -rf "$home"' EXIT
command -v jq >/dev/null || { echo "jq is missing"; exit 1; }
clock=$(mktemp -d) || exit 1
trap 'rm -rf "$home" "$clock"' EXIT
cd "$top" && . tests/clock.sh && make_clock "$clock"
# Under qemu what the program starts is of another machine than the clock, and
# its loader says so.
program=${PROGRAM:-$top/backcare}
# shellcheck disable=SC2016
env -i PATH="$PATH" HOME="$home" TZ=Europe/Berlin LC_ALL=C.UTF-8 \
    TOP="$top" PROGRAM="$program" WRAPPER="${WRAPPER:-}" \
    QEMU_LD_PREFIX="${QEMU_LD_PREFIX:-}" \
    ASAN_OPTIONS="${ASAN_OPTIONS:-}" UBSAN_OPTIONS="${UBSAN_OPTIONS:-}" \
    CLOCK="$CLOCK" TEST_SHIFT="${TEST_SHIFT:-}" \
    LD_PRELOAD="${TEST_SHIFT:+$CLOCK}" \
    sh -c 'cd "$HOME" && . "$TOP/tests/cli/lib.sh" && . "$TOP/$0"' \
    "$script" 2>&1 |
    sed -e '/^ERROR: ld\.so: object .* from LD_PRELOAD/d' -e "s|$home|HOME|g"
