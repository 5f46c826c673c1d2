package rules.network.databases_behind_tiers_test

import data.lib.build_test as build
import data.rules.network.databases_behind_tiers as rule
import rego.v1

denied(resources) := found if {
	found := {[finding.address, finding.actual] | some finding in rule.deny} with input as build.plan(array.concat(build.system, resources))
}

outside := [build.group("web"), build.ingress_cidr("web", "aws_security_group.web", 22, "0.0.0.0/0")]

test_allow_when_only_tiers_lead_to_the_database if {
	denied([]) == set()
	rule.checked == {"aws_db_instance.db"} with input as build.plan(build.system)
}

test_allow_when_the_open_group_leads_nowhere if {
	denied(outside) == set()
}

test_deny_when_an_open_group_is_let_in if {
	denied(array.concat(outside, [build.ingress("extra", "aws_security_group.db", 5432, "aws_security_group.web")])) == {["aws_db_instance.db", "Internet -(tcp 22)-> aws_security_group.web -(tcp 5432)-> aws_security_group.db"]}
}

test_deny_when_the_way_passes_other_groups if {
	denied(array.concat(outside, [
		build.group("middle"),
		build.ingress("one", "aws_security_group.middle", 9000, "aws_security_group.web"),
		build.ingress("two", "aws_security_group.app", 9001, "aws_security_group.middle"),
	])) == {["aws_db_instance.db", "Internet -(tcp 22)-> aws_security_group.web -(tcp 9000)-> aws_security_group.middle -(tcp 9001)-> aws_security_group.app -(tcp 5432)-> aws_security_group.db"]}
}

subnet := build.resource("aws_subnet", "s", {"cidr_block": "10.0.1.0/24"}, {})

instance := build.resource("aws_instance", "i", {}, {"vpc_security_group_ids": "aws_security_group.web", "subnet_id": "aws_subnet.s"})

test_deny_when_the_way_leads_over_an_address_range if {
	denied(array.concat(outside, [subnet, instance, build.ingress_cidr("range", "aws_security_group.db", 5432, "10.0.0.0/16")])) == {["aws_db_instance.db", "Internet -(tcp 22)-> aws_security_group.web -(tcp 5432)-> aws_security_group.db"]}
}

test_allow_when_the_range_is_another if {
	denied(array.concat(outside, [subnet, instance, build.ingress_cidr("range", "aws_security_group.db", 5432, "10.0.2.0/24")])) == set()
}

fleet := [
	subnet,
	build.resource("aws_launch_template", "other", {"name": "other"}, {"vpc_security_group_ids": "aws_security_group.web"}),
	build.resource("aws_autoscaling_group", "other", {"launch_template": [{"name": "other"}]}, {"vpc_zone_identifier": "aws_subnet.s"}),
]

test_deny_when_a_fleet_of_no_tier_stands_in_the_range if {
	denied(array.concat(outside, array.concat(fleet, [build.ingress_cidr("range", "aws_security_group.db", 5432, "10.0.1.0/25")]))) == {["aws_db_instance.db", "Internet -(tcp 22)-> aws_security_group.web -(tcp 5432)-> aws_security_group.db"]}
}

test_deny_when_the_database_holds_one_of_several_groups if {
	keyed := array.concat(
		build.without(build.system, {"aws_security_group.db", "aws_db_instance.db", "aws_vpc_security_group_ingress_rule.db", "aws_vpc_security_group_egress_rule.app"}),
		array.concat(outside, [
			build.keyed("aws_security_group", "k", "[0]", {}, {}),
			build.keyed("aws_security_group", "k", "[1]", {}, {}),
			build.ingress("extra", "aws_security_group.k[0]", 5432, "aws_security_group.web"),
			build.resource("aws_db_instance", "d", {}, {"vpc_security_group_ids": "aws_security_group.k"}),
		]),
	)
	{finding.address | some finding in rule.deny} == {"aws_db_instance.d"} with input as build.plan(keyed)
}

chain := [step |
	some i in [1, 2, 3, 4, 5, 6]
	step := build.ingress(format_int(i, 10), group_name(i), 9000, group_name(i + 1))
]

group_name(i) := "aws_security_group.db" if {
	i == 1
} else := concat("", ["aws_security_group.g", format_int(i, 10)])

test_undecided_when_the_way_is_longer_than_is_followed if {
	groups := [build.group(concat("", ["g", format_int(i, 10)])) | some i in [2, 3, 4, 5, 6, 7]]
	long := build.plan(array.concat(build.system, array.concat(groups, chain)))
	{finding.address | some finding in rule.undecided} == {"aws_db_instance.db"} with input as long
	rule.deny == set() with input as long
}

# A name means one group of a VPC: in another VPC, or read back by a data source, it is there again.
test_deny_when_two_groups_share_a_name if {
	twins := [
		build.resource("aws_security_group", "web", {"name": "web"}, {}),
		build.resource("aws_security_group", "other", {"name": "web"}, {}),
		build.ingress_cidr("web", "aws_security_group.web", 22, "0.0.0.0/0"),
		build.ingress("extra", "aws_security_group.db", 5432, "aws_security_group.web"),
	]
	denied(twins) == {["aws_db_instance.db", "Internet -(tcp 22)-> aws_security_group.web -(tcp 5432)-> aws_security_group.db"]}
}

# Whichever of them is the open one.
test_deny_when_any_number_of_groups_share_an_id if {
	let_in := build.resource(
		"aws_vpc_security_group_ingress_rule", "extra",
		{"ip_protocol": "tcp", "from_port": 5432, "to_port": 5432, "referenced_security_group_id": "sg-0abcdef0"},
		{"security_group_id": "aws_security_group.db"},
	)
	every number in [2, 3, 4, 5] {
		names := array.slice(["a", "b", "c", "d", "e"], 0, number)
		groups := [build.resource("aws_security_group", name, {"id": "sg-0abcdef0"}, {}) | some name in names]
		every name in names {
			open := concat("", ["aws_security_group.", name])
			way := concat("", ["Internet -(tcp 22)-> ", open, " -(tcp 5432)-> aws_security_group.db"])
			denied(array.concat(groups, [build.ingress_cidr("web", open, 22, "0.0.0.0/0"), let_in])) == {["aws_db_instance.db", way]}
		}
	}
}

test_undecided_when_the_entrance_may_belong_to_a_tier if {
	uncertain := array.concat(outside, [
		build.ingress("extra", "aws_security_group.db", 5432, "aws_security_group.web"),
		build.resource("aws_db_proxy", "p", {}, {"vpc_security_group_ids": "local.groups"}),
	])
	denied(uncertain) == set()
	{finding.address | some finding in rule.undecided} == {"aws_db_instance.db"} with input as build.plan(array.concat(build.system, uncertain))
}
