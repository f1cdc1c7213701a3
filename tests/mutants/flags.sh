# For the other scripts here.
cflags="-std=c11 -D_DEFAULT_SOURCE -w
    $(${PKG_CONFIG:-pkg-config} --cflags libbsd-overlay check)"

# compile plain|checked ARGUMENT ...: equal programs are equal when plain.
compile() {
	case $1 in
	plain) kind="-O2" ;;
	*) kind="-O1 -fsanitize=address,undefined -fno-sanitize-recover=all" ;;
	esac
	shift
	# shellcheck disable=SC2086
	${CC:-cc} $cflags $kind "$@"
}
