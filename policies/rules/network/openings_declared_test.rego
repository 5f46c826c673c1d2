package rules.network.openings_declared_test

import data.lib.build_test as build
import data.rules.network.openings_declared as rule
import rego.v1

addresses(findings) := {finding.address | some finding in findings}

test_allow_when_only_declared_flows_are_open if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(build.system)
	rule.checked == {"aws_vpc_security_group_ingress_rule.alb", "aws_vpc_security_group_ingress_rule.app", "aws_vpc_security_group_ingress_rule.db", "aws_vpc_security_group_egress_rule.alb", "aws_vpc_security_group_egress_rule.app"} with input as build.plan(build.system)
}

test_deny_when_the_load_balancer_lets_the_internet_in_on_another_port if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.extra"} with input as build.plan(array.concat(build.system, [build.ingress_cidr("extra", "aws_security_group.alb", 81, "0.0.0.0/0")]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.ingress_cidr("extra", "aws_security_group.alb", 81, "0.0.0.0/0")]))
}

test_a_finding_names_the_opening_with_its_group_and_the_tier if {
	founds := {found.found | some found in rule.deny} with input as build.plan(array.concat(build.system, [build.ingress_cidr("extra", "aws_security_group.alb", 81, "0.0.0.0/0")]))
	founds == {"ingress tcp 81 from 0.0.0.0/0 on aws_security_group.alb (alb tier)"}
}

test_deny_when_the_application_is_open_to_an_address_range if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.extra"} with input as build.plan(array.concat(build.system, [build.ingress_cidr("extra", "aws_security_group.app", 8000, "10.0.0.0/16")]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.ingress_cidr("extra", "aws_security_group.app", 8000, "10.0.0.0/16")]))
}

test_deny_when_the_database_is_open_to_the_load_balancer if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.extra"} with input as build.plan(array.concat(build.system, [build.ingress("extra", "aws_security_group.db", 5432, "aws_security_group.alb")]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.ingress("extra", "aws_security_group.db", 5432, "aws_security_group.alb")]))
}

test_deny_when_a_wider_range_holds_the_declared_port if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.app"} with input as build.plan(build.with_values(build.system, "aws_vpc_security_group_ingress_rule.app", {"to_port": 8001}))
	addresses(rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_vpc_security_group_ingress_rule.app", {"to_port": 8001}))
}

test_deny_when_a_rule_opens_every_protocol if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.app"} with input as build.plan(build.with_values(build.system, "aws_vpc_security_group_ingress_rule.app", {"ip_protocol": "-1"}))
	addresses(rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_vpc_security_group_ingress_rule.app", {"ip_protocol": "-1"}))
}

test_deny_when_the_protocol_is_another if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.app"} with input as build.plan(build.with_values(build.system, "aws_vpc_security_group_ingress_rule.app", {"ip_protocol": "udp"}))
	addresses(rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_vpc_security_group_ingress_rule.app", {"ip_protocol": "udp"}))
}

test_deny_when_the_load_balancer_may_leave_for_another_port if {
	addresses(rule.deny) == {"aws_vpc_security_group_egress_rule.extra"} with input as build.plan(array.concat(build.system, [build.egress("extra", "aws_security_group.alb", 8001, "aws_security_group.app")]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.egress("extra", "aws_security_group.alb", 8001, "aws_security_group.app")]))
}

test_deny_when_the_application_may_leave_for_the_internet if {
	addresses(rule.deny) == {"aws_vpc_security_group_egress_rule.extra"} with input as build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_egress_rule", "extra", {"ip_protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_ipv4": "0.0.0.0/0"}, {"security_group_id": "aws_security_group.app"})]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_egress_rule", "extra", {"ip_protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_ipv4": "0.0.0.0/0"}, {"security_group_id": "aws_security_group.app"})]))
}

test_deny_when_the_database_may_leave_for_anywhere if {
	addresses(rule.deny) == {"aws_vpc_security_group_egress_rule.extra"} with input as build.plan(array.concat(build.system, [build.egress("extra", "aws_security_group.db", 5432, "aws_security_group.app")]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.egress("extra", "aws_security_group.db", 5432, "aws_security_group.app")]))
}

test_deny_when_members_of_a_tier_may_reach_each_other if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.extra"} with input as build.plan(array.concat(build.system, [build.ingress("extra", "aws_security_group.app", 8000, "aws_security_group.app")]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.ingress("extra", "aws_security_group.app", 8000, "aws_security_group.app")]))
}

test_deny_when_an_old_style_rule_opens_the_group if {
	addresses(rule.deny) == {"aws_security_group_rule.extra"} with input as build.plan(array.concat(build.system, [build.resource("aws_security_group_rule", "extra", {"type": "ingress", "protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidr_blocks": ["10.0.0.0/16"]}, {"security_group_id": "aws_security_group.db"})]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.resource("aws_security_group_rule", "extra", {"type": "ingress", "protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidr_blocks": ["10.0.0.0/16"]}, {"security_group_id": "aws_security_group.db"})]))
}

test_deny_when_an_inline_entry_opens_the_group if {
	addresses(rule.deny) == {"aws_security_group.db"} with input as build.plan(build.with_values(build.system, "aws_security_group.db", {"ingress": [{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["10.0.0.0/8"]}]}))
	addresses(rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_security_group.db", {"ingress": [{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["10.0.0.0/8"]}]}))
}

test_allow_when_a_declared_flow_is_written_with_the_number_of_its_protocol if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_vpc_security_group_ingress_rule.app", {"ip_protocol": "6"}))
}

test_undecided_when_the_peer_is_not_known if {
	addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.extra"} with input as build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_ingress_rule", "extra", {"ip_protocol": "tcp", "from_port": 8000, "to_port": 8000}, {"security_group_id": "aws_security_group.app", "cidr_ipv4": "var.cidr"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_ingress_rule", "extra", {"ip_protocol": "tcp", "from_port": 8000, "to_port": 8000}, {"security_group_id": "aws_security_group.app", "cidr_ipv4": "var.cidr"})]))
}

test_undecided_when_the_group_of_a_rule_is_a_local_value if {
	addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.extra"} with input as build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_ingress_rule", "extra", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv4": "10.0.0.0/8"}, {"security_group_id": "local.group"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_ingress_rule", "extra", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv4": "10.0.0.0/8"}, {"security_group_id": "local.group"})]))
}

test_undecided_when_the_port_is_not_known if {
	addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.extra"} with input as build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_ingress_rule", "extra", {"ip_protocol": "tcp"}, {"security_group_id": "aws_security_group.app", "referenced_security_group_id": "aws_security_group.alb", "from_port": "var.port", "to_port": "var.port"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_ingress_rule", "extra", {"ip_protocol": "tcp"}, {"security_group_id": "aws_security_group.app", "referenced_security_group_id": "aws_security_group.alb", "from_port": "var.port", "to_port": "var.port"})]))
}

test_undecided_when_the_protocol_is_not_known if {
	addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.extra"} with input as build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_ingress_rule", "extra", {"from_port": 8000, "to_port": 8000}, {"security_group_id": "aws_security_group.app", "referenced_security_group_id": "aws_security_group.alb", "ip_protocol": "var.protocol"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_ingress_rule", "extra", {"from_port": 8000, "to_port": 8000}, {"security_group_id": "aws_security_group.app", "referenced_security_group_id": "aws_security_group.alb", "ip_protocol": "var.protocol"})]))
}

test_undecided_when_the_direction_is_not_known if {
	addresses(rule.undecided) == {"aws_security_group_rule.extra"} with input as build.plan(array.concat(build.system, [build.resource("aws_security_group_rule", "extra", {"protocol": "tcp", "from_port": 8000, "to_port": 8000, "cidr_blocks": ["10.0.0.0/8"]}, {"security_group_id": "aws_security_group.app", "type": "var.direction"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.system, [build.resource("aws_security_group_rule", "extra", {"protocol": "tcp", "from_port": 8000, "to_port": 8000, "cidr_blocks": ["10.0.0.0/8"]}, {"security_group_id": "aws_security_group.app", "type": "var.direction"})]))
}

# ---- what Terraform forgets

# Group db, which the database holds by its id, with the declared rule in another group.
held_by_id := array.concat(
	build.without(build.system, {"aws_security_group.db", "aws_db_instance.db"}),
	[build.resource("aws_db_instance", "db", {"identifier": "productos-api-db", "port": 5432, "vpc_security_group_ids": ["sg-0abcdef01"]}, {})],
)

wide := {"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["10.0.0.0/8"]}

test_deny_when_a_forgotten_group_or_rule_still_opens_a_tier if {
	group := build.forgotten("aws_security_group", "db", {"id": "sg-0abcdef01", "ingress": [wide]})
	"aws_security_group.db" in {finding.address | some finding in rule.deny} with input as build.plan(array.concat(held_by_id, [group]))
	stays := build.resource("aws_security_group", "db", {"id": "sg-0abcdef01"}, {})
	left := build.forgotten("aws_vpc_security_group_ingress_rule", "left", {"security_group_id": "sg-0abcdef01", "ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv4": "10.0.0.0/8"})
	"aws_vpc_security_group_ingress_rule.left" in {finding.address | some finding in rule.deny} with input as build.plan(array.concat(held_by_id, [stays, left]))
}

test_allow_when_only_what_is_forgotten_holds_the_group if {
	group := build.forgotten("aws_security_group", "old", {"id": "sg-0abcdef02", "ingress": [wide]})
	database := build.forgotten("aws_db_instance", "old", {"id": "db-1", "vpc_security_group_ids": ["sg-0abcdef02"]})
	rule.deny == set() with input as build.plan(array.concat(build.system, [group, database]))
	rule.undecided == set() with input as build.plan(array.concat(build.system, [group, database]))
}

test_not_applicable_when_a_flow_is_not_declared if {
	document := build.plan(array.concat(build.system, [build.ingress_cidr("extra", "aws_security_group.alb", 81, "0.0.0.0/0")]))
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.flows as []
	rule.deny == set() with input as document with data.settings.flows as []
	rule.undecided == set() with input as document with data.settings.flows as []
}
