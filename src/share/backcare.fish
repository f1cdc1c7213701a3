# Completion of backcare(1) for fish.  A test holds the lists against the
# program's own tables.

set -l commands log now check pain ice heat seen end plan remind history why \
    report undo edit help
set -l flags bladder retention saddle both-legs weakness accident chest belly \
    urine fever weight unrelenting cancer immune lump night upper cough leg \
    numb sleep bone age skin
set -l topics load form core hips glutes ice heat meds moving soreness strain \
    flags sciatica cauda-equina return
set -l none 'not __backcare_command >/dev/null'

# The command: the first word that is neither an option nor the value of -f.
function __backcare_command
    set -l previous -f
    for word in (commandline -opc)
        if test $previous != -f; and not string match -q -- '-*' $word
            echo $word
            return 0
        end
        set previous $word
    end
    return 1
end

function __backcare_in
    contains -- (__backcare_command; or echo none) $argv
end

complete -c backcare -f
complete -c backcare -n $none -s f -r -F -d 'the log'
complete -c backcare -n $none -s h -d 'help'
complete -c backcare -n $none -s V -d 'version'
complete -c backcare -n $none -a log -d 'record that the pain began'
complete -c backcare -n $none -a now -d 'the right step now'
complete -c backcare -n $none -a check -d 'go through the red flags'
complete -c backcare -n $none -a pain -d 'record how it is now, 0 to 10'
complete -c backcare -n $none -a ice -d 'time an ice pack'
complete -c backcare -n $none -a heat -d 'time moist heat'
complete -c backcare -n $none -a seen -d 'it has been assessed'
complete -c backcare -n $none -a end -d 'the pain has gone'
complete -c backcare -n $none -a plan -d 'the rest of the timeline'
complete -c backcare -n $none -a remind -d 'what has become due, for cron'
complete -c backcare -n $none -a history -d 'the episodes'
complete -c backcare -n $none -a why -d 'causes and prevention'
complete -c backcare -n $none -a report -d 'a summary for a clinician'
complete -c backcare -n $none -a undo -d 'take the last record back'
complete -c backcare -n $none -a edit -d 'change the log in an editor'
complete -c backcare -n $none -a help -d 'how a command is used'

complete -c backcare -n '__backcare_in log' -s N -d 'a new episode'
complete -c backcare -n '__backcare_in log ice heat remind undo' -s n -d 'dry run'
complete -c backcare -n '__backcare_in log now pain ice heat seen end plan' -s t -x -d 'when'
complete -c backcare -n '__backcare_in log' -s s -x -d 'when the session was'
complete -c backcare -n '__backcare_in log' -s x -x -d 'exercise'
complete -c backcare -n '__backcare_in log' -s p -x -a '(seq 0 10)' -d 'pain'
complete -c backcare -n '__backcare_in log' -s k -x -a 'dull sharp stiff'
complete -c backcare -n '__backcare_in log' -s o -x -a 'sudden gradual'
complete -c backcare -n '__backcare_in log' -s l -x -a 'one both'
complete -c backcare -n '__backcare_in log' -s c -d 'long-standing and stiff'
complete -c backcare -n '__backcare_in log' -s r -x -a "(__fish_append , $flags)" -d 'red flags'
complete -c backcare -n '__backcare_in now' -s 1 -d 'one line'
complete -c backcare -n '__backcare_in now remind history' -s j -d 'JSON'
complete -c backcare -n '__backcare_in now' -s q -d 'exit status only'
complete -c backcare -n '__backcare_in now' -s v -d 'sources'
complete -c backcare -n '__backcare_in check' -s l -d 'list'
complete -c backcare -n '__backcare_in check' -a "$flags none"
complete -c backcare -n '__backcare_in pain' -a '(seq 0 10)'
complete -c backcare -n '__backcare_in ice heat' -s F -d 'override'
complete -c backcare -n '__backcare_in ice heat plan' -s m -x -d 'minutes'
complete -c backcare -n '__backcare_in ice history' -s c -x -d 'how many'
complete -c backcare -n '__backcare_in ice plan' -s g -x -d 'gap'
complete -c backcare -n '__backcare_in plan' -s i -d 'iCalendar'
complete -c backcare -n '__backcare_in plan remind' -s w -x -d 'waking hours'
complete -c backcare -n '__backcare_in remind' -s i -d 'install in cron'
complete -c backcare -n '__backcare_in remind' -s u -d 'remove from cron'
complete -c backcare -n '__backcare_in remind' -s e -x -a '(__fish_complete_command)' -d 'command'
complete -c backcare -n '__backcare_in why' -a "$topics"
complete -c backcare -n '__backcare_in report' -s H -d 'as a web page'
complete -c backcare -n '__backcare_in help' -a "$commands"
