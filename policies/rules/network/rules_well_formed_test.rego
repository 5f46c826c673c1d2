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

other(values, references) := build.plan(array.concat(build.system, [
	build.group("other"),
	build.resource("aws_vpc_security_group_ingress_rule", "other", object.union(object.remove({"ip_protocol": "tcp"}, object.keys(references)), values), object.union({"security_group_id": "aws_security_group.other"}, references)),
]))

places(findings) := {[finding.address, finding.path] | some finding in findings}

test_undecided_when_a_port_is_not_known if {
	private := other({"to_port": 443, "cidr_ipv4": "10.0.0.0/8"}, {"from_port": "local.port"})
	places(rule.undecided) == {["aws_vpc_security_group_ingress_rule.other", "from_port"]} with input as private
	rule.deny == set() with input as private
	any_protocol := other({"cidr_ipv4": "10.0.0.0/8"}, {"from_port": "local.port", "ip_protocol": "local.protocol"})
	places(rule.undecided) == {["aws_vpc_security_group_ingress_rule.other", "from_port"]} with input as any_protocol
}

test_undecided_when_the_protocol_of_what_is_no_range_is_not_known if {
	backwards := other({"from_port": 443, "to_port": 22, "cidr_ipv4": "10.0.0.0/8"}, {"ip_protocol": "local.protocol"})
	places(rule.undecided) == {["aws_vpc_security_group_ingress_rule.other", "from_port"]} with input as backwards
	rule.deny == set() with input as backwards
}

test_allow_when_the_port_of_a_protocol_without_ports_is_not_known if {
	rule.undecided == set() with input as other({"ip_protocol": "icmp", "cidr_ipv4": "10.0.0.0/8"}, {"from_port": "local.port"})
}

test_undecided_when_an_address_range_is_not_known if {
	sending := build.resource("aws_vpc_security_group_egress_rule", "other", {"ip_protocol": "tcp", "from_port": 443, "to_port": 443}, {"security_group_id": "aws_security_group.other", "cidr_ipv4": "local.range"})
	plan := build.plan(array.concat(build.system, [build.group("other"), sending]))
	places(rule.undecided) == {["aws_vpc_security_group_egress_rule.other", "cidr_ipv4"]} with input as plan
}

test_allow_when_another_rule_judges_what_is_not_known if {
	rule.undecided == set() with input as other({"from_port": 443, "to_port": 443}, {"cidr_ipv4": "local.range"})
	rule.undecided == set() with input as other({"to_port": 443, "cidr_ipv4": "0.0.0.0/0"}, {"from_port": "local.port"})
	of_a_tier := build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "to_port": 5432}, {"security_group_id": "aws_security_group.db", "referenced_security_group_id": "aws_security_group.app", "from_port": "local.port"})
	rule.undecided == set() with input as build.plan(array.concat(build.system, [of_a_tier]))
	of_the_default := build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "to_port": 5432, "cidr_ipv4": "10.0.0.0/8"}, {"security_group_id": "aws_default_security_group.closed", "from_port": "local.port"})
	rule.undecided == set() with input as build.plan(array.concat(build.system, [of_the_default]))
}
