#include "option.h"
#include "treat.h"

static int
exec(struct context *ctx, const void *options)
{
	return treat_run(ctx, TREATMENT_ICE, options);
}

static const struct option_row options[] = {
	{'F', "force", NULL, "though it is not the step, or too soon",
	    .into = offsetof(struct treat_options, force)},
	{'n', "dry-run", NULL, "only print the times it would use",
	    .into = offsetof(struct treat_options, dry)},
	{'m', "minutes", "min", "how long the pack stays on",
	    .take = option_take_number,
	    .into = offsetof(struct treat_options, minutes),
	    .least = 1, .most = TREAT_MOST_MINUTES},
	{'c', "count", "count", "so many packs, with the gap between them",
	    .take = option_take_number,
	    .into = offsetof(struct treat_options, count),
	    .least = 1, .most = TREAT_MOST_PACKS},
	{'g', "gap", "gap", "the time between packs: 2h, 90m",
	    .take = option_take_gap,
	    .into = offsetof(struct treat_options, gap)},
	{'t', "when", "when", "record one already done, that began then",
	    .into = offsetof(struct treat_options, when)},
	{0}
};

const struct command cmd_ice = {
	.name = "ice",
	.summary = "time an ice pack, or record one already done",
	.options = options,
	.size = CMD_SIZE(struct treat_options),
	.exec = exec
};
