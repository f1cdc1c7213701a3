# The command line itself: what there is, what there is not, and how it is
# said.  Nothing here may make a log.
now='2026-11-20 21:00:00'
for arguments in -h --help help -V --version; do
	at "$now" "$arguments"
done
for command in log now check pain ice heat seen end plan remind history why \
    report undo edit help; do
	at "$now" help "$command"
	help=$(at "$now" help "$command" | sed 1d)
	[ "$(at "$now" "$command" --help | sed 1d)" = "$help" ] || echo --help
	[ "$(at "$now" "$command" -h | sed 1d)" = "$help" ] || echo -h
	at "$now" "$command" -Z
done
at "$now" lgo
at "$now" Now
at "$now" fetch-mail
at "$now" ''
at "$now" help lgo
at "$now" help now log
at "$now" help -x
at "$now" help -c
at "$now" help -c log | grep -v "^word"
at "$now" help -c lgo
at "$now" -x
at "$now" -f
at "$now" -f '' now
at "$now" --versions
at "$now" now --json
at "$now" --
at "$now" -- now -1
at "$now" log -t
at "$now" now -1 -j
at "$now" now -jq
at "$now" now -1 -1
at "$now" now tomorrow
at "$now" now -t
at "$now" undo 2
at "$now" check -l leg
at "$now" check -l
show_files
