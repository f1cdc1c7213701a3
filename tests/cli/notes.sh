# note, and the note of pain: kept with what else there is to know.
at '2026-11-20 17:00:00' note 'new shoes'
at '2026-11-20 18:30:00' log -k dull -o gradual
at '2026-11-20 20:00:00' note walked the dog, 20 minutes
at '2026-11-20 21:00:00' note -t 20:30 "ibuprofen # two 'small' ones"
at '2026-11-20 21:00:00' note -t 17:00 stretched before it began
at '2026-11-20 21:05:00' pain 4 after the walk
at '2026-11-20 21:06:00' pain -t 21:00 5 -- -1 since noon
echo '# Nothing to keep, or not yet.'
at '2026-11-20 21:10:00' note
at '2026-11-20 21:10:00' note ''
at '2026-11-20 21:10:00' note -t +1h later
at '2026-11-20 21:10:00' note walk -t 20:00
at '2026-11-20 21:10:00' pain 3 4
at '2026-11-20 21:10:00' pain
at '2026-11-20 21:10:00' pain five
at '2026-11-20 21:10:00' pain 3 -t 20:00
show_log
echo '# An end or a visit may lie before a note; undo takes it back.'
at '2026-11-20 22:00:00' note slept on the sofa
at '2026-11-20 22:00:00' seen -t 21:30
at '2026-11-20 22:00:00' end -t 21:40
at '2026-11-20 22:30:00' note -t 21:00 'a day off'
at '2026-11-20 22:31:00' undo
at '2026-11-20 22:32:00' history
at '2026-11-20 22:32:00' report

echo '# A word in it that may be a red flag is asked about, and nothing is calm.'
rm -f "$log"
at '2026-11-20 18:30:00' log -k dull 'numb since I FELL'
at '2026-11-20 18:40:00' check none
at '2026-11-20 18:50:00' note 'a walk'
at '2026-11-20 18:50:00' note 'cannot pee, numb down there'
at '2026-11-20 18:55:00' pain 4 'both legs tingling'
at '2026-11-20 18:55:00' pain 4 'leg day, speech'
at '2026-11-20 19:00:00' seen 'no fever'
at '2026-11-20 19:05:00' end 'no chills'
