#include "pack.h"

int
cmd_heat(struct context *ctx, int argc, char **argv)
{
	return pack_run(ctx, TREATMENT_HEAT, "+:Fnm:t:", argc, argv);
}
