package rules.network.rules_well_formed_test

import data.lib.build_test as build
import data.rules.network.rules_well_formed as rule
import rego.v1

addresses(findings) := {finding.address | some finding in findings}

test_allow_when_every_rule_is_plain if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(build.system)
	count(rule.checked) > 0 with input as build.plan(build.system)
}

test_deny_when_a_range_runs_backwards if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.other"} with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 443, "to_port": 22, "cidr_ipv4": "10.0.0.0/8"}, {"security_group_id": "aws_security_group.other"})]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 443, "to_port": 22, "cidr_ipv4": "10.0.0.0/8"}, {"security_group_id": "aws_security_group.other"})]))
}

test_deny_when_a_port_is_too_high if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.other"} with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 1, "to_port": 70000, "cidr_ipv4": "10.0.0.0/8"}, {"security_group_id": "aws_security_group.other"})]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 1, "to_port": 70000, "cidr_ipv4": "10.0.0.0/8"}, {"security_group_id": "aws_security_group.other"})]))
}

test_deny_when_an_address_range_has_host_bits if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.alb"} with input as build.plan(build.with_values(build.system, "aws_vpc_security_group_ingress_rule.alb", {"cidr_ipv4": "1.0.0.0/0"}))
	addresses(rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_vpc_security_group_ingress_rule.alb", {"cidr_ipv4": "1.0.0.0/0"}))
}

test_deny_when_an_address_range_is_none if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.alb"} with input as build.plan(build.with_values(build.system, "aws_vpc_security_group_ingress_rule.alb", {"cidr_ipv4": "anywhere"}))
	addresses(rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_vpc_security_group_ingress_rule.alb", {"cidr_ipv4": "anywhere"}))
}

test_allow_when_another_rule_denies_it_already if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 443, "to_port": 22, "cidr_ipv4": "0.0.0.0/0"}, {"security_group_id": "aws_security_group.other"})]))
}
