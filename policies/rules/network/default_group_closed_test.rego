package rules.network.default_group_closed_test

import data.lib.build_test as build
import data.rules.network.default_group_closed as rule
import rego.v1

addresses(findings) := {finding.address | some finding in findings}

test_allow_when_the_default_group_is_empty if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(build.system)
	rule.checked == {"aws_default_security_group.closed", "aws_vpc.main"} with input as build.plan(build.system)
}

test_deny_when_it_has_an_inline_opening if {
	addresses(rule.deny) == {"aws_default_security_group.closed"} with input as build.plan(build.with_values(build.system, "aws_default_security_group.closed", {"ingress": [{"protocol": "-1", "from_port": 0, "to_port": 0, "self": true}]}))
	addresses(rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_default_security_group.closed", {"ingress": [{"protocol": "-1", "from_port": 0, "to_port": 0, "self": true}]}))
}

test_deny_when_a_standalone_rule_opens_it if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.extra"} with input as build.plan(array.concat(build.system, [build.ingress_cidr("extra", "aws_default_security_group.closed", 22, "10.0.0.0/8")]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.ingress_cidr("extra", "aws_default_security_group.closed", 22, "10.0.0.0/8")]))
}

test_deny_when_a_rule_opens_it_by_the_vpcs_attribute if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.extra"} with input as build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_ingress_rule", "extra", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv4": "10.0.0.0/8"}, {"security_group_id": "aws_vpc.main.default_security_group_id"})]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_ingress_rule", "extra", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv4": "10.0.0.0/8"}, {"security_group_id": "aws_vpc.main.default_security_group_id"})]))
}

test_deny_when_the_vpc_leaves_it_as_it_is if {
	addresses(rule.deny) == {"aws_vpc.main"} with input as build.plan(build.without(build.system, {"aws_default_security_group.closed"}))
	addresses(rule.undecided) == set() with input as build.plan(build.without(build.system, {"aws_default_security_group.closed"}))
}

test_undecided_when_its_entries_are_not_known if {
	addresses(rule.undecided) == {"aws_default_security_group.closed"} with input as build.plan(array.concat(build.without(build.system, {"aws_default_security_group.closed"}), [build.resource("aws_default_security_group", "closed", {}, {"vpc_id": "aws_vpc.main", "ingress": "local.entries"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.without(build.system, {"aws_default_security_group.closed"}), [build.resource("aws_default_security_group", "closed", {}, {"vpc_id": "aws_vpc.main", "ingress": "local.entries"})]))
}

test_undecided_when_a_rule_is_on_a_group_that_nobody_knows if {
	closed := build.resource("aws_default_security_group", "closed", {}, {"vpc_id": "aws_vpc.main"})
	lost := build.resource("aws_vpc_security_group_ingress_rule", "lost", {"ip_protocol": "tcp", "from_port": 80, "to_port": 80, "cidr_ipv4": "0.0.0.0/0"}, {"security_group_id": "local.group"})
	addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.lost"} with input as build.plan([closed, lost])
	addresses(rule.deny) == set() with input as build.plan([closed, lost])
	addresses(rule.undecided) == set() with input as build.plan([lost])
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [lost]))
}

test_allow_when_the_vpc_is_forgotten if {
	forgotten := build.architecture([build.forgotten("aws_vpc", "old", {"id": "vpc-0abcdef01"})])
	addresses(rule.deny) == {"aws_vpc.named"} with input as forgotten
	rule.checked == {"aws_vpc.named"} with input as forgotten
}

test_deny_when_a_default_group_that_is_forgotten_lets_something_through if {
	opened := build.forgotten("aws_default_security_group", "old", {"id": "sg-0abcdef01", "ingress": [{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["10.0.0.0/8"]}]})
	addresses(rule.deny) == {"aws_default_security_group.old"} with input as build.plan([opened])
}

test_undecided_when_no_flow_is_declared_and_no_other_rule_tells_it if {
	document := build.plan(array.concat(build.system, [build.ingress_cidr("extra", "data.aws_security_group.some", 22, "10.0.0.0/8")]))
	undecided := addresses(rule.undecided) with input as document with data.settings.flows as []
	undecided == {"aws_vpc_security_group_ingress_rule.extra"}
}
