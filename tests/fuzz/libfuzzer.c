/*
 * For libFuzzer, and for AFL++, which takes its place when it is asked for by
 * -fsanitize=fuzzer.  -DTARGET=target_NAME chooses; either program runs the
 * files that it is given, too.
 */
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TARGET(data, size);
	return 0;
}
