/*
 * Prints a log of so many records, of which the last ten are the same however
 * many there are: an episode that began five hours ago.  Those before it are
 * episodes of ten records, one every two hours.
 */

#include <err.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char *const records[10] = {
	"onset feel=dull start=gradual side=both pain=6 exercise=deadlift",
	"check flags=none asked=all", "ice min=15", "pain score=5",
	"ice min=15", "pain score=4", "seen # keep moving", "ice min=15",
	"pain score=2", "end"
};

static void
print(time_t t, const char *record)
{
	char buf[32];

	strftime(buf, sizeof(buf), "%Y-%m-%dT%H:%M:%SZ", gmtime(&t));
	printf("%s %s\n", buf, record);
}

int
main(int argc, char **argv)
{
	const char *errstr = "";
	time_t now = time(NULL);
	long count = 0;

	if (argc == 2)
		count = strtonum(argv[1], 10, 10000000, &errstr);
	if (errstr != NULL)
		errx(2, "usage: fill count");
	printf("# backcare log 1\n");
	for (long i = 0; i < count - 10; i++)
		print(now - 6 * 3600 - (count / 10 - i / 10) * 7200 +
		    i % 10 * 600, records[i % 10]);
	for (long i = 0; i < 10; i++)
		print(now - 5 * 3600 + i * 1200,
		    i == 9 ? "pain score=1" : records[i]);
	return 0;
}
