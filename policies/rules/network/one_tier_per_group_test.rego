package rules.network.one_tier_per_group_test

import data.lib.build_test as build
import data.rules.network.one_tier_per_group as rule
import rego.v1

addresses(findings) := {finding.address | some finding in findings}

test_allow_when_each_tier_has_a_group_of_its_own if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(build.system)
	rule.checked == {"aws_security_group.alb", "aws_security_group.app", "aws_security_group.db"} with input as build.plan(build.system)
}

test_deny_when_the_application_and_the_database_share_one if {
	addresses(rule.deny) == {"aws_security_group.app"} with input as build.plan(array.concat(build.without(build.system, {"aws_db_instance.db"}), [build.resource("aws_db_instance", "db", {"port": 5432}, {"vpc_security_group_ids": ["aws_security_group.db", "aws_security_group.app"]})]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.without(build.system, {"aws_db_instance.db"}), [build.resource("aws_db_instance", "db", {"port": 5432}, {"vpc_security_group_ids": ["aws_security_group.db", "aws_security_group.app"]})]))
}

test_deny_when_two_tiers_share_a_group_that_the_plan_does_not_show if {
	addresses(rule.deny) == {"aws_lb.alb"} with input as build.plan(array.concat(build.without(build.system, {"aws_db_instance.db", "aws_lb.alb"}), [build.resource("aws_db_instance", "db", {"vpc_security_group_ids": ["sg-1"]}, {}), build.resource("aws_lb", "alb", {"security_groups": ["sg-1"]}, {})]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.without(build.system, {"aws_db_instance.db", "aws_lb.alb"}), [build.resource("aws_db_instance", "db", {"vpc_security_group_ids": ["sg-1"]}, {}), build.resource("aws_lb", "alb", {"security_groups": ["sg-1"]}, {})]))
}

test_undecided_when_the_groups_of_a_member_are_not_known if {
	addresses(rule.undecided) == {"aws_db_instance.db"} with input as build.plan(array.concat(build.without(build.system, {"aws_db_instance.db"}), [build.resource("aws_db_instance", "db", {}, {"vpc_security_group_ids": "local.groups"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.without(build.system, {"aws_db_instance.db"}), [build.resource("aws_db_instance", "db", {}, {"vpc_security_group_ids": "local.groups"})]))
}

test_a_finding_names_the_shared_group_that_the_plan_does_not_show if {
	shared := array.concat(build.without(build.system, {"aws_db_instance.db", "aws_lb.alb"}), [build.resource("aws_db_instance", "db", {"vpc_security_group_ids": ["sg-1"]}, {}), build.resource("aws_lb", "alb", {"security_groups": ["sg-1"]}, {})])
	{found.found | some found in rule.deny} == {"sg-1 in alb and db"} with input as build.plan(shared)
}
