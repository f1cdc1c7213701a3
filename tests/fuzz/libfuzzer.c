/* For libFuzzer, and afl-clang-fast -fsanitize=fuzzer: -DTARGET=target_NAME. */
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	TARGET(data, size);
	return 0;
}
