#include "treat.h"

int
cmd_ice(struct context *ctx, int argc, char **argv)
{
	return treat_run(ctx, TREATMENT_ICE, CMD_OPTIONS("Fnm:c:g:t:"), argc,
	    argv);
}
