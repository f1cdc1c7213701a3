#include "../../src/core/time/tz.h"

#include "suite.h"
#include "table.h"

static const struct {
	const char *tz;
	bool want;
} rules[] = {
	{"UTC0", true},
	{"UTC-0", true},
	{"UTC+0", true},
	{"CET-1", true},
	{"IST-5:30", true},
	{"LMT-0:53:28", true},
	{"XXX24", true},
	{"XXX25", false},
	{"XXX-24:59:59", true},
	{"XXX1:60", false},
	{"XXX1:", false},
	{"XXX1:00:", false},
	{"XXX1:00:00:00", false},
	{"XXX0001", false},
	{"XXX--1", false},
	{"XX1", false},
	{"ABCDEFGHIJKLMNOP1", true},
	{"<+14>-14", true},
	{"<-12>12", true},
	{"<-0330>3:30", true},
	{"<A1+>1", true},
	{"<+1>-1", false},
	{"<+14-14", false},
	{"+14>-14", false},
	{"<+ 14>-14", false},
	{"A1C1", false},
	{"CET-1CEST", true},
	{"CET-1CEST-2", true},
	{"CET-1CEST,M3.5.0,M10.5.0/3", true},
	{"EST5EDT,M3.2.0,M11.1.0", true},
	{"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", true},
	{"IST-2IDT,M3.4.4/26,M10.5.0", true},
	{"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", true},
	{"EST5EDT,0/0,J365/25", true},
	{"XXX3YYY2,J1/167:59:59,J365/-167", true},
	{"XXX3YYY2,J0,J365", false},
	{"XXX3YYY2,J1,J366", false},
	{"XXX3YYY2,0,365", true},
	{"XXX3YYY2,0,366", false},
	{"XXX3YYY2,J1/168,J2", false},
	{"CET-1CEST,M0.5.0,M10.5.0", false},
	{"CET-1CEST,M13.5.0,M10.5.0", false},
	{"CET-1CEST,M3.0.0,M10.5.0", false},
	{"CET-1CEST,M3.6.0,M10.5.0", false},
	{"CET-1CEST,M3.5.7,M10.5.0", false},
	{"CET-1CEST,M3.5,M10.5.0", false},
	{"CET-1CEST,M3,M10.5.0", false},
	{"CET-1CEST-2;M3.5.0,M10.5.0", false},
	{"CET-1CEST,M3.5.0", false},
	{"CET-1CEST,M3.5.0,", false},
	{"CET-1CEST,", false},
	{"CET-1CEST,M3.5.0,M10.5.0/", false},
	{"CET-1CEST,M3.5.0,M10.5.0 ", false},
	{"CET-1,M3.5.0,M10.5.0", false},
	{"CET-1CEST;M3.5.0,M10.5.0", false},
	{"CET-1C", false},
	{"CET", false},
	{"UTC", false},
	{"Mars/Phobos", false},
	{"Europe/Berlin", false},
	{":UTC0", false},
	{"", false},
	{" UTC0", false},
	{"5", false}
};

START_TEST(a_rule_is_told_from_a_name)
{
	ck_assert_msg(tz_is_rule(rules[_i].tz) == rules[_i].want, "%s",
	    rules[_i].tz);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("tz");
	TCase *table = tcase_create("table");

	TABLE_ADD(table, a_rule_is_told_from_a_name, rules);
	suite_add_tcase(suite, table);
	return suite;
}
