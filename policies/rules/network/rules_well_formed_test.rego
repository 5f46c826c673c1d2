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
	addresses(rule.deny | rule.undecided) == set() with input as other({"from_port": 22, "to_port": 22, "cidr_ipv4": "1.0.0.0/0"}, {})
}

# "Not a range" says more than "allows too much".
test_deny_when_another_rule_denies_what_a_backward_range_opens if {
	places(rule.deny) == {["aws_vpc_security_group_ingress_rule.other", "from_port"]} with input as other({"from_port": 443, "to_port": 22, "cidr_ipv4": "0.0.0.0/0"}, {})
	of_a_tier := build.with_values(build.system, "aws_vpc_security_group_ingress_rule.db", {"from_port": 5433})
	places(rule.deny) == {["aws_vpc_security_group_ingress_rule.db", "from_port"]} with input as build.plan(of_a_tier)
}

test_deny_when_a_port_is_missing if {
	every cidr in ["10.0.0.0/8", "0.0.0.0/0"] {
		every protocol in ["tcp", "udp", "6"] {
			places(rule.deny) == {["aws_vpc_security_group_ingress_rule.other", "from_port"]} with input as other({"ip_protocol": protocol, "to_port": 443, "cidr_ipv4": cidr}, {})
			places(rule.deny) == {["aws_vpc_security_group_ingress_rule.other", "to_port"]} with input as other({"ip_protocol": protocol, "from_port": 443, "cidr_ipv4": cidr}, {})
		}
	}
	{finding.found | some finding in rule.deny} == {"tcp without from_port", "tcp without to_port"} with input as other({"cidr_ipv4": "10.0.0.0/8"}, {})
}

test_allow_when_a_protocol_has_no_ports if {
	every protocol in ["-1", "icmp", "50"] {
		rule.deny == set() with input as other({"ip_protocol": protocol, "cidr_ipv4": "10.0.0.0/8"}, {})
	}
}

# A group of no tier with these blocks.
blocks(direction, entries) := build.plan(array.concat(build.system, [build.resource("aws_security_group", "other", {direction: entries}, {})]))

block(cidrs, description) := {"protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidr_blocks": cidrs, "description": description}

doubled(direction) := {["aws_security_group.other", direction, "InvalidPermission.Duplicate", concat(" ", [direction, "tcp 5432", {"ingress": "from", "egress": "to"}[direction], "10.1.0.0/16"])]}

refusals(plan) := found if {
	found := {[finding.address, finding.path, "InvalidPermission.Duplicate", finding.found] |
		some finding in rule.deny
		contains(finding.why, "InvalidPermission.Duplicate")
	} with input as plan
}

test_deny_when_two_inline_blocks_hold_the_same_rule if {
	every direction in ["ingress", "egress"] {
		refusals(blocks(direction, [block(["10.1.0.0/16"], "one"), block(["10.2.0.0/16", "10.1.0.0/16"], "other")])) == doubled(direction)
		refusals(blocks(direction, [block(["10.1.0.0/16"], ""), block(["10.1.0.0/16"], "other")])) == doubled(direction)
	}
}

test_deny_when_two_inline_blocks_name_the_same_group_by_its_id_or_itself if {
	tcp := {"protocol": "tcp", "from_port": 22, "to_port": 22}
	by_id := [object.union(tcp, {"security_groups": ["sg-0abc"], "description": "one"}), object.union(tcp, {"security_groups": ["sg-0abc"]})]
	count(refusals(blocks("ingress", by_id))) == 1
	by_self := [object.union(tcp, {"self": true, "description": "one"}), object.union(tcp, {"self": true})]
	count(refusals(blocks("ingress", by_self))) == 1
}

# The provider makes one rule of equal ones.
test_allow_when_inline_blocks_are_equal_or_apart if {
	refusals(blocks("ingress", [block(["10.1.0.0/16"], "one"), block(["10.1.0.0/16", "10.2.0.0/16"], "one")])) == set()
	refusals(blocks("ingress", [block(["10.1.0.0/16"], "one"), block(["10.2.0.0/16"], "other")])) == set()
	refusals(blocks("ingress", [block(["10.1.0.0/16"], "one"), object.union(block(["10.1.0.0/16"], "other"), {"to_port": 5433})])) == set()
	both := build.plan(array.concat(build.system, [build.resource("aws_security_group", "other", {"ingress": [block(["10.1.0.0/16"], "one")], "egress": [block(["10.1.0.0/16"], "other")]}, {})]))
	refusals(both) == set()
}

test_allow_when_a_description_or_a_source_is_not_known if {
	late := build.with_unknown(
		build.resource("aws_security_group", "other", {"ingress": [block(["10.1.0.0/16"], "one"), object.remove(block(["10.1.0.0/16"], ""), ["description"])]}, {}),
		{"ingress": [{}, {"description": true}]},
		{"ingress": {"references": ["random_pet.p.id", "random_pet.p"]}},
	)
	refusals(build.plan(array.concat(build.system, [late]))) == set()
	tcp := {"protocol": "tcp", "from_port": 22, "to_port": 22}
	groups := build.with_unknown(
		build.resource("aws_security_group", "other", {"ingress": [object.union(tcp, {"description": "one"}), tcp]}, {}),
		{"ingress": [{"security_groups": true}, {"security_groups": true}]},
		{"ingress": {"references": build.chains("aws_security_group.app")}},
	)
	refusals(build.plan(array.concat(build.system, [groups]))) == set()
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

test_deny_when_no_flow_is_declared_and_no_other_rule_tells_it if {
	document := build.plan(array.concat(build.system, [
		build.ingress_cidr("extra", "aws_security_group.alb", 81, "1.0.0.0/0"),
		build.group("other"),
		build.ingress_cidr("other", "aws_security_group.other", 22, "1.0.0.0/0"),
	]))
	addresses(rule.deny) == set() with input as document
	addresses(rule.deny) == {
		"aws_vpc_security_group_ingress_rule.extra",
		"aws_vpc_security_group_ingress_rule.other",
	} with input as document with data.settings.flows as []
}

test_undecided_when_no_flow_is_declared_and_no_other_rule_tells_it if {
	document := build.plan(array.concat(build.system, [
		late_range("extra", "aws_security_group.alb"),
		build.group("other"),
		late_range("other", "aws_security_group.other"),
	]))
	addresses(rule.undecided) == set() with input as document
	addresses(rule.undecided) == {
		"aws_vpc_security_group_ingress_rule.extra",
		"aws_vpc_security_group_ingress_rule.other",
	} with input as document with data.settings.flows as []
}

late_range(name, group) := build.resource(
	"aws_vpc_security_group_ingress_rule", name,
	{"ip_protocol": "tcp", "from_port": 81, "to_port": 81},
	{"security_group_id": group, "cidr_ipv4": "local.range"},
)
