/* Lines of the state file, and what is remembered of them. */
#include <string.h>

#include "../../src/core/rules/reminder.h"
#include "target.h"

static void
try_note(const struct reminder_note *note)
{
	struct reminder_note again;
	char buf[256];
	struct text text;

	require(note->event.kind < REMINDER_KINDS);
	text_init(&text, buf, sizeof(buf));
	reminder_note_write(&text, note);
	target_require_clean(&text);
	require(memchr(buf, '\n', text.len) == NULL);
	require(reminder_note_parse((struct slice){buf, text.len}, &again) ==
	    0);
	require(again.event.kind == note->event.kind &&
	    again.event.due == note->event.due &&
	    again.event.source == note->event.source && again.at == note->at);
}

void
target_state(const uint8_t *data, size_t size)
{
	static struct reminder_memory memory;
	struct reminder_event events[REMINDER_KINDS];
	struct reminder_note note;
	char *lines = target_string(data, size);
	struct slice rest = {lines, size}, line;
	int count = 0;

	memory.count = 0;
	while (slice_next(&rest, '\n', &line)) {
		if (reminder_note_parse(line, &note) == -1)
			continue;
		try_note(&note);
		if (memory.count < REMINDER_NOTES)
			memory.notes[memory.count++] = note;
		events[count++ % REMINDER_KINDS] = note.event;
	}
	if (count > REMINDER_KINDS)
		count = REMINDER_KINDS;
	reminder_remember(&memory, events, count, INT64_C(1795197600));
	require(memory.count >= (count > 0) && memory.count <= REMINDER_NOTES);
	free(lines);
}
