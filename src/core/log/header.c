#include "header.h"

#include <string.h>

#include "../time/rfc3339.h"

#define PREFIX (sizeof(HEADER_LINE) - 2)

enum header
header_of(struct slice line, struct slice *number)
{
	struct slice rest;
	int n;

	if (line.len <= PREFIX || memcmp(line.at, HEADER_LINE, PREFIX) != 0)
		return HEADER_NONE;
	slice_cut(&line, PREFIX);
	/* Some editors end all lines as DOS does, and this one with them. */
	if (line.at[line.len - 1] == '\r')
		line.len--;
	*number = rest = line;
	while (slice_digits(&rest, 1, &n) == 1)
		continue;
	if (line.len == 0 || rest.len > 0)
		return HEADER_NONE;
	return slice_is(line, "1") ? HEADER_OURS : HEADER_OTHER;
}

bool
header_is_passed_over(struct slice line)
{
	while (slice_skip(&line, " \t\r"))
		continue;
	return line.len == 0 || *line.at == '#';
}

bool
header_is_dated(struct slice line)
{
	const char *errstr;
	struct slice word;
	int64_t t;

	return slice_next(&line, ' ', &word) &&
	    rfc3339_parse(word, &t, &errstr) == 0;
}

bool
header_is_torn(struct slice file)
{
	return file.len > 0 && file.len <= sizeof(HEADER_LINE) - 1 &&
	    memcmp(file.at, HEADER_LINE, file.len) == 0;
}
