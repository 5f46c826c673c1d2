package rules.network.databases_behind_tiers_test

import data.lib.build_test as build
import data.rules.network.databases_behind_tiers as rule
import rego.v1

denied(resources) := found if {
	found := {[finding.address, finding.found] | some finding in rule.deny} with input as build.plan(array.concat(build.system, resources))
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
	{finding.address | some finding in rule.undecided} == {"aws_db_instance.db", "aws_db_proxy.p"} with input as build.plan(array.concat(build.system, uncertain))
}

# ---- what the plan does not tell

undecided(resources) := found if {
	found := {[finding.address, finding.why] | some finding in rule.undecided} with input as build.plan(array.concat(build.system, resources))
}

without_a_database := build.without(build.system, {"aws_db_instance.db"})

checked_and_undecided(database) := [checked, addresses] if {
	plan := build.plan(array.concat(without_a_database, [database]))
	checked := rule.checked with input as plan
	addresses := {finding.address | some finding in rule.undecided} with input as plan
}

test_undecided_when_the_groups_of_the_database_are_not_known if {
	every type in ["aws_db_instance", "aws_rds_cluster", "aws_db_proxy"] {
		address := concat("", [type, ".d"])
		checked_and_undecided(build.resource(type, "d", {}, {"vpc_security_group_ids": "local.groups"})) == [{address}, {address}]
	}
}

test_undecided_when_the_rules_of_its_group_are_elsewhere if {
	checked_and_undecided(build.resource("aws_db_instance", "d", {"vpc_security_group_ids": ["sg-0abcdef01"]}, {})) == [{"aws_db_instance.d"}, {"aws_db_instance.d"}]
}

test_allow_when_it_has_no_group_for_another_rule_denies_it if {
	checked_and_undecided(build.resource("aws_db_instance", "d", {}, {})) == [set(), set()]
}

# A rule that lets a range that is not known into a group.
late_range(group, references) := build.resource("aws_vpc_security_group_ingress_rule", "late", {"ip_protocol": "tcp", "from_port": 5432, "to_port": 5432}, {"security_group_id": group, "cidr_ipv4": references})

not_followed(group, why) := {["aws_db_instance.db", concat("", ["the way to this database from ", group, " was not followed further: it lets in ", why])]}

test_undecided_when_a_range_that_it_lets_in_is_not_known if {
	every vpc in ["aws_vpc.main", "data.aws_vpc.shared"] {
		undecided([late_range("aws_security_group.db", vpc)]) == not_followed("aws_security_group.db", "an address range that is not known before apply")
	}
	inline := build.with_unknown(build.group("db"), {"ingress": [{"cidr_blocks": true}]}, {"ingress": {"references": ["aws_vpc.main.cidr_block", "aws_vpc.main"]}})
	entry := {"change": {"change": {"after": {"ingress": [{"protocol": "tcp", "from_port": 5432, "to_port": 5432}]}}}}
	"aws_db_instance.db" in {finding.address | some finding in rule.undecided} with input as build.plan(array.concat(build.without(build.system, {"aws_security_group.db"}), [object.union(inline, entry)]))
}

test_undecided_when_a_group_on_the_way_lets_in_a_range_that_is_not_known if {
	between := [build.group("jump"), build.ingress("jump", "aws_security_group.db", 5432, "aws_security_group.jump"), late_range("aws_security_group.jump", "aws_vpc.main")]
	undecided(between) == not_followed("aws_security_group.jump", "an address range that is not known before apply")
}

test_allow_when_such_a_group_is_of_another_tier_or_leads_nowhere if {
	undecided([late_range("aws_security_group.app", "aws_vpc.main")]) == set()
	undecided([build.group("jump"), late_range("aws_security_group.jump", "aws_vpc.main")]) == set()
}

shared_network(values) := {
	"change": {
		"address": "data.aws_vpc.shared", "mode": "data", "type": "aws_vpc", "name": "shared",
		"change": {"actions": ["read"], "after": object.union({"id": "vpc-0abcdef01"}, values), "after_unknown": {}},
	},
	"config": {"address": "data.aws_vpc.shared", "mode": "data", "type": "aws_vpc", "name": "shared", "expressions": {}},
}

test_undecided_when_it_lets_in_a_network_that_the_plan_does_not_make if {
	range := build.ingress_cidr("range", "aws_security_group.db", 5432, "10.7.0.0/16")
	told := not_followed("aws_security_group.db", "10.7.0.0/16, a range of the VPC data.aws_vpc.shared, which this plan does not make")
	undecided([range, shared_network({"cidr_block": "10.7.0.0/16"})]) == told
	undecided([range, shared_network({"cidr_block": "10.0.0.0/16", "cidr_block_associations": [{"cidr_block": "10.7.0.0/17"}]})]) == told
	undecided([range, shared_network({"cidr_block": "10.0.0.0/16", "ipv6_cidr_block": null})]) == set()
}

in_subnet(subnet_id) := build.resource("aws_instance", "i", {"subnet_id": subnet_id}, {"vpc_security_group_ids": "aws_security_group.web"})

whole_network := build.ingress_cidr("range", "aws_security_group.db", 5432, "10.0.0.0/16")

test_undecided_when_it_is_not_known_where_an_open_instance_stands if {
	told := not_followed("aws_security_group.db", "10.0.0.0/16, and the subnets of the resources with the group aws_security_group.web are not known")
	undecided(array.concat(outside, [whole_network, in_subnet("subnet-0abcdef01")])) == told
	undecided(array.concat(outside, [whole_network, in_subnet(null)])) == told
	late := build.resource("aws_subnet", "s", {}, {"cidr_block": "aws_vpc_ipam.i"})
	undecided(array.concat(outside, [whole_network, late, instance])) == told
	office := build.ingress_cidr("range", "aws_security_group.db", 5432, "198.51.100.7/32")
	undecided(array.concat(outside, [office, in_subnet(null)])) == set()
}

test_undecided_when_such_an_instance_is_reached_over_another_group if {
	inner := build.resource("aws_instance", "inner", {}, {"vpc_security_group_ids": "aws_security_group.inner"})
	way := [build.group("inner"), build.ingress("inner", "aws_security_group.inner", 9000, "aws_security_group.web"), inner, whole_network]
	undecided(array.concat(outside, way)) == not_followed("aws_security_group.db", "10.0.0.0/16, and the subnets of the resources with the group aws_security_group.inner are not known")
	undecided([build.group("inner"), inner, whole_network]) == set()
}

test_deny_when_an_open_instance_stands_in_a_subnet_that_is_looked_up if {
	read := {
		"change": {
			"address": "data.aws_subnet.s", "mode": "data", "type": "aws_subnet", "name": "s",
			"change": {"actions": ["read"], "after": {"id": "subnet-0abcdef01", "cidr_block": "10.0.1.0/24"}, "after_unknown": {}},
		},
		"config": {"address": "data.aws_subnet.s", "mode": "data", "type": "aws_subnet", "name": "s", "expressions": {}},
	}
	way := {["aws_db_instance.db", "Internet -(tcp 22)-> aws_security_group.web -(tcp 5432)-> aws_security_group.db"]}
	denied(array.concat(outside, [read, whole_network, in_subnet("subnet-0abcdef01")])) == way
	undecided(array.concat(outside, [read, whole_network, in_subnet("subnet-0abcdef01")])) == set()
}
