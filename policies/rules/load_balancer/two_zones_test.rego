package rules.load_balancer.two_zones_test

import rego.v1

import data.lib.build_test as build
import data.rules.load_balancer.two_zones as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

alb(values, references) := build.resource("aws_lb", "alb", values, references)

subnet(name, zone) := build.resource("aws_subnet", name, {"availability_zone": zone}, {})

pair := [subnet("a", "us-east-1a"), subnet("b", "us-east-1b")]

both := {"subnets": ["aws_subnet.a", "aws_subnet.b"]}

test_allow_when_two_subnets_are_in_two_zones if {
	resources := array.concat(pair, [alb({}, both)])
	checked(resources) == {"aws_lb.alb"}
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_the_subnets_are_named_by_id if {
	resources := [alb({"subnets": ["subnet-1", "subnet-2"]}, {})]
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_two_mappings_name_two_subnets if {
	resources := [alb({"subnet_mapping": [{"subnet_id": "subnet-1"}, {"subnet_id": "subnet-2"}]}, {})]
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_the_load_balancer_is_a_network_one_or_out_of_scope if {
	checked([alb({"load_balancer_type": "network", "subnets": ["subnet-1"]}, {})]) == set()
	rule.checked == set() with input as build.plan([alb({"name": "other", "subnets": ["subnet-1"]}, {})])
}

test_allow_when_every_instance_of_a_subnet_is_meant if {
	resources := [
		build.instance("aws_subnet", "all", "[0]", {"availability_zone": "us-east-1a"}, {}),
		build.instance("aws_subnet", "all", "[1]", {"availability_zone": "us-east-1b"}, {}),
		alb({}, {"subnets": "aws_subnet.all"}),
	]
	denied(resources) == set()
	undecided(resources) == set()
}

test_deny_when_it_has_one_subnet if {
	one := [alb({"subnets": ["subnet-1"]}, {}), build.resource("aws_alb", "old", {"subnets": ["subnet-1"]}, {})]
	denied(one) == {"aws_lb.alb", "aws_alb.old"}
	denied([alb({"subnet_mapping": [{"subnet_id": "subnet-1"}]}, {})]) == {"aws_lb.alb"}
	denied([alb({}, {})]) == {"aws_lb.alb"}
}

test_deny_when_the_same_subnet_is_named_twice if {
	denied([alb({"subnets": ["subnet-1", "subnet-1"]}, {})]) == {"aws_lb.alb"}
	denied([alb({"subnet_mapping": [{"subnet_id": "subnet-1"}, {"subnet_id": "subnet-1"}]}, {})]) == {"aws_lb.alb"}
	denied(array.concat(pair, [alb({}, {"subnets": ["aws_subnet.a", "aws_subnet.a"]})])) == {"aws_lb.alb"}
}

test_deny_when_both_subnets_are_in_one_zone if {
	denied([subnet("a", "us-east-1a"), subnet("b", "us-east-1a"), alb({}, both)]) == {"aws_lb.alb"}
}

test_allow_when_a_zone_is_not_known if {
	resources := [subnet("a", "us-east-1a"), build.resource("aws_subnet", "b", {}, {}), alb({}, both)]
	denied(resources) == set()
	undecided(resources) == set()
}

test_undecided_when_the_subnets_come_from_elsewhere if {
	undecided([alb({}, {"subnets": "local.subnets"})]) == {"aws_lb.alb"}
	undecided([build.with_unknown(alb({}, {}), {"subnet_mapping": true}, {"subnet_mapping": {"references": ["local.x"]}})]) == {"aws_lb.alb"}
	denied([alb({}, {"subnets": "local.subnets"})]) == set()
}

test_allow_when_a_mapping_that_is_not_known_counts_as_one if {
	mapped := [alb({"subnet_mapping": [{"subnet_id": "subnet-1"}, {}]}, {})]
	denied(mapped) == set()
	undecided(mapped) == set()
}

test_not_applicable_when_the_limit_is_not_declared if {
	document := build.plan(build.system)
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.limits.load_balancer_zones as null
	rule.deny == set() with input as document with data.settings.limits.load_balancer_zones as null
	rule.undecided == set() with input as document with data.settings.limits.load_balancer_zones as null
}
