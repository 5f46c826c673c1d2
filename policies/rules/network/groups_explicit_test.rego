package rules.network.groups_explicit_test

import data.lib.build_test as build
import data.rules.network.groups_explicit as rule
import rego.v1

addresses(findings) := {finding.address | some finding in findings}

test_allow_when_every_member_names_its_group if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(build.system)
	rule.checked == {"aws_lb.alb", "aws_launch_template.lt", "aws_db_instance.db"} with input as build.plan(build.system)
}

test_deny_when_a_database_has_no_group if {
	addresses(rule.deny) == {"aws_db_instance.db"} with input as build.plan(array.concat(build.without(build.system, {"aws_db_instance.db"}), [build.resource("aws_db_instance", "db", {}, {})]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.without(build.system, {"aws_db_instance.db"}), [build.resource("aws_db_instance", "db", {}, {})]))
}

test_deny_when_a_load_balancer_has_an_empty_list if {
	addresses(rule.deny) == {"aws_lb.alb"} with input as build.plan(array.concat(build.without(build.system, {"aws_lb.alb"}), [build.resource("aws_lb", "alb", {"security_groups": []}, {})]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.without(build.system, {"aws_lb.alb"}), [build.resource("aws_lb", "alb", {"security_groups": []}, {})]))
}

test_undecided_when_the_groups_come_from_a_local_value if {
	addresses(rule.undecided) == {"aws_db_instance.db"} with input as build.plan(array.concat(build.without(build.system, {"aws_db_instance.db"}), [build.resource("aws_db_instance", "db", {}, {"vpc_security_group_ids": "local.groups"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.without(build.system, {"aws_db_instance.db"}), [build.resource("aws_db_instance", "db", {}, {"vpc_security_group_ids": "local.groups"})]))
}

test_undecided_when_the_group_is_not_in_the_plan if {
	addresses(rule.undecided) == {"aws_db_instance.db"} with input as build.plan(array.concat(build.without(build.system, {"aws_db_instance.db"}), [build.resource("aws_db_instance", "db", {"vpc_security_group_ids": ["sg-9"]}, {})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.without(build.system, {"aws_db_instance.db"}), [build.resource("aws_db_instance", "db", {"vpc_security_group_ids": ["sg-9"]}, {})]))
}
