#include "treat.h"

int
cmd_heat(struct context *ctx, int argc, char **argv)
{
	return treat_run(ctx, TREATMENT_HEAT, CMD_OPTIONS("Fnm:t:"), argc,
	    argv);
}
