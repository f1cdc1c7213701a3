# plan -i: the whole of a small calendar; \r stands for a carriage return.
write_log '2026-11-20T17:30:00Z onset feel=dull' \
    '2026-11-20T17:31:00Z check flags=none' '2026-11-20T17:40:00Z ice min=15' \
    '2026-11-22T09:00:00Z onset feel=dull'
at '2026-11-23 08:00:00' plan -i -w 9-11 | sed 's/\r$/\\r/'

echo '# Nothing can be read: it is not said that there is nothing.'
write_log 'unreadable'
at '2026-11-23 08:00:00' plan -i
