package lib.subnets_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan
import data.lib.subnets

standing(name, resources) := found if {
	found := subnets.standing(name) with input as build.plan(resources)
}

vpc := build.resource("aws_vpc", "main", {}, {})

subnet(name) := build.resource("aws_subnet", name, {}, {"vpc_id": "aws_vpc.main"})

table(name) := build.resource("aws_route_table", name, {}, {"vpc_id": "aws_vpc.main"})

gateway := build.resource("aws_internet_gateway", "igw", {}, {"vpc_id": "aws_vpc.main"})

route(name, to, through) := build.resource("aws_route", name, {}, {"route_table_id": to, "gateway_id": through})

association(name, of, to) := build.resource("aws_route_table_association", name, {}, {"subnet_id": of, "route_table_id": to})

# A subnet with a table of its own, and a gateway.
own := [vpc, gateway, subnet("a"), table("t"), association("a", "aws_subnet.a", "aws_route_table.t")]

# The table's routes as CDKTF and HCL show them.
inline(route_entry, unknown_entry, expression) := build.with_unknown(
	build.resource("aws_route_table", "t", {"route": [route_entry]}, {}),
	{"route": [unknown_entry]},
	{"route": expression},
)

with_table(changed) := array.concat(build.without(own, {"aws_route_table.t"}), [changed])

# ---- private

test_private_when_the_table_has_no_route_out if {
	standing("aws_subnet.a", own) == "private"
}

test_private_when_the_route_goes_through_a_nat_gateway if {
	nat := build.resource("aws_route", "out", {}, {"route_table_id": "aws_route_table.t", "nat_gateway_id": "aws_nat_gateway.nat"})
	standing("aws_subnet.a", array.concat(own, [nat])) == "private"
}

test_private_when_the_route_goes_to_a_vpn_gateway if {
	resources := array.concat(own, [build.resource("aws_vpn_gateway", "vpn", {}, {}), route("vpn", "aws_route_table.t", "aws_vpn_gateway.vpn")])
	standing("aws_subnet.a", resources) == "private"
	known := build.resource("aws_route", "vpn", {"gateway_id": "vgw-1"}, {"route_table_id": "aws_route_table.t"})
	standing("aws_subnet.a", array.concat(own, [known])) == "private"
}

test_private_when_the_route_out_is_in_another_table if {
	resources := array.concat(own, [table("public"), route("out", "aws_route_table.public", "aws_internet_gateway.igw")])
	standing("aws_subnet.a", resources) == "private"
}

test_private_when_the_main_table_of_a_new_vpc_is_left_alone if {
	standing("aws_subnet.a", [vpc, gateway, subnet("a")]) == "private"
}

test_private_when_the_table_holds_a_route_to_a_nat_gateway if {
	written := inline(
		{"cidr_block": "0.0.0.0/0", "gateway_id": ""},
		{"nat_gateway_id": true},
		{"references": ["aws_nat_gateway.nat.id", "aws_nat_gateway.nat"]},
	)
	standing("aws_subnet.a", with_table(written)) == "private"
}

test_private_when_a_route_of_the_table_names_no_gateway if {
	peered := build.resource("aws_route_table", "t", {"route": [{"vpc_peering_connection_id": "pcx-1"}]}, {})
	standing("aws_subnet.a", with_table(peered)) == "private"
}

test_private_when_the_routes_are_computed_and_nobody_set_any if {
	standing("aws_subnet.a", with_table(build.with_unknown(table("t"), {"route": true}, {}))) == "private"
}

test_unknown_when_a_dynamic_block_hides_the_routes if {
	constants := {"route": {"constant_value": [{"cidr_block": "10.1.0.0/16", "vpc_peering_connection_id": "pcx-1"}]}}
	standing("aws_subnet.a", with_table(build.with_unknown(table("t"), {"route": true}, constants))) == "unknown"
	updated := object.union(table("t"), {"change": {"change": {"actions": ["update"], "before": {"route": []}, "after_unknown": {"route": true}}}})
	standing("aws_subnet.a", with_table(updated)) == "unknown"
}

test_private_when_settings_vouch_for_the_id if {
	limits := object.union(data.settings.limits, {"private_subnets": {"declared": ["subnet-1"]}})
	subnets.standing("subnet-1") == "private" with input as build.plan([vpc]) with data.settings.limits as limits
	subnets.standing("subnet-2") == "unknown" with input as build.plan([vpc]) with data.settings.limits as limits
}

test_private_when_every_instance_is_associated_with_private_tables if {
	resources := [vpc, gateway, table("public"), route("out", "aws_route_table.public", "aws_internet_gateway.igw")]
	several := array.concat(
		[build.instance("aws_subnet", "p", key, {}, {"vpc_id": "aws_vpc.main"}) | some key in ["[0]", "[1]"]],
		array.concat(
			[build.instance("aws_route_table", "t", key, {}, {}) | some key in ["[0]", "[1]"]],
			[build.instance("aws_route_table_association", "a", key, {}, {"subnet_id": "aws_subnet.p", "route_table_id": "aws_route_table.t"}) | some key in ["[0]", "[1]"]],
		),
	)
	standing("aws_subnet.p", array.concat(resources, several)) == "private"
	standing("aws_subnet.p[1]", array.concat(resources, several)) == "private"
}

# ---- public

test_public_when_a_route_leads_out if {
	standing("aws_subnet.a", array.concat(own, [route("out", "aws_route_table.t", "aws_internet_gateway.igw")])) == "public"
}

test_public_when_the_gateway_is_named_by_id if {
	out := build.resource("aws_route", "out", {"gateway_id": "igw-1"}, {"route_table_id": "aws_route_table.t"})
	standing("aws_subnet.a", array.concat(own, [out])) == "public"
}

test_public_when_the_table_holds_the_route if {
	hcl := inline({"cidr_block": "0.0.0.0/0"}, {"gateway_id": true}, {"references": ["aws_internet_gateway.igw.id", "aws_internet_gateway.igw"]})
	standing("aws_subnet.a", with_table(hcl)) == "public"
	cdktf := inline(
		{"cidr_block": "0.0.0.0/0"}, {"gateway_id": true},
		{
			"constant_value": [{"cidr_block": "0.0.0.0/0", "gateway_id": "${aws_internet_gateway.igw.id}"}, {"nat_gateway_id": "${aws_nat_gateway.nat.id}"}],
			"references": ["aws_internet_gateway.igw.id", "aws_internet_gateway.igw", "aws_nat_gateway.nat.id", "aws_nat_gateway.nat"],
		},
	)
	standing("aws_subnet.a", with_table(cdktf)) == "public"
	known := build.resource("aws_route_table", "t", {"route": [{"gateway_id": "igw-1"}]}, {})
	standing("aws_subnet.a", with_table(known)) == "public"
}

test_public_when_the_main_table_leads_out if {
	base := [vpc, gateway, subnet("a")]
	standing("aws_subnet.a", array.concat(base, [route("out", "aws_vpc.main", "aws_internet_gateway.igw")])) == "public"
	main := build.resource("aws_default_route_table", "main", {"route": [{"gateway_id": "igw-1"}]}, {"default_route_table_id": "aws_vpc.main"})
	standing("aws_subnet.a", array.concat(base, [main])) == "public"
	replaced := build.resource("aws_main_route_table_association", "main", {}, {"vpc_id": "aws_vpc.main", "route_table_id": "aws_route_table.t"})
	standing("aws_subnet.a", array.concat(base, [table("t"), route("out", "aws_route_table.t", "aws_internet_gateway.igw"), replaced])) == "public"
}

test_public_when_the_known_ids_say_so if {
	resources := [
		build.resource("aws_subnet", "a", {"id": "subnet-1"}, {}),
		build.resource("aws_route_table", "t", {"id": "rtb-1"}, {}),
		build.resource("aws_route", "out", {"route_table_id": "rtb-1", "gateway_id": "igw-1"}, {}),
		build.resource("aws_route_table_association", "a", {"subnet_id": "subnet-1", "route_table_id": "rtb-1"}, {}),
	]
	standing("subnet-1", resources) == "public"
	main := [
		build.resource("aws_vpc", "main", {"id": "vpc-1", "main_route_table_id": "rtb-2"}, {}),
		build.resource("aws_subnet", "a", {"id": "subnet-1", "vpc_id": "vpc-1"}, {}),
		build.resource("aws_route", "out", {"route_table_id": "rtb-2", "gateway_id": "igw-1"}, {}),
	]
	standing("subnet-1", main) == "public"
}

# ---- unknown

test_unknown_when_the_subnet_is_not_in_the_plan if {
	every name in ["subnet-1", "data.aws_subnet.x", "?local.x"] { standing(name, [vpc]) == "unknown" }
}

test_unknown_when_the_gateway_or_the_table_is_not_known if {
	standing("aws_subnet.a", array.concat(own, [route("out", "aws_route_table.t", "local.gateway")])) == "unknown"
	standing("aws_subnet.a", array.concat(own, [route("out", "aws_route_table.t", "data.aws_internet_gateway.x")])) == "unknown"
	standing("aws_subnet.a", array.concat(own, [route("out", "local.table", "aws_internet_gateway.igw")])) == "unknown"
	standing("aws_subnet.a", array.concat(own, [route("out", "aws_route_table.t", ["aws_internet_gateway.igw", "aws_vpn_gateway.vpn"])])) == "unknown"
	standing("aws_subnet.a", [vpc, subnet("a"), gateway, route("out", "local.table", "aws_internet_gateway.igw")]) == "unknown"
}

test_unknown_when_the_gateway_is_read_at_apply if {
	read := {
		"change": {"address": "data.aws_internet_gateway.x", "mode": "data", "type": "aws_other", "name": "x", "change": {"actions": ["read"], "before": null, "after": {}}},
		"config": {"address": "data.aws_internet_gateway.x", "mode": "data", "type": "aws_internet_gateway", "name": "x", "expressions": {}},
	}
	standing("aws_subnet.a", array.concat(own, [read, route("out", "aws_route_table.t", "data.aws_internet_gateway.x")])) == "unknown"
}

test_unknown_when_the_inline_routes_are_not_known if {
	standing("aws_subnet.a", with_table(build.resource("aws_route_table", "t", {}, {"route": "local.routes"}))) == "unknown"
	mixed := inline({}, {"gateway_id": true}, {"references": ["aws_internet_gateway.igw.id", "aws_internet_gateway.igw", "local.x"]})
	standing("aws_subnet.a", with_table(mixed)) == "unknown"
	bare := object.remove(inline({}, {"gateway_id": true}, {}), ["config"])
	unconfigured := {"resource_changes": [each.change | some each in with_table(bare)], "configuration": {"root_module": {"resources": [object.get(each, "config", {}) | some each in build.without(own, {"aws_route_table.t"})]}}}
	subnets.standing("aws_subnet.a") == "unknown" with input as unconfigured
}

test_unknown_when_the_association_is_not_known if {
	standing("aws_subnet.a", [vpc, subnet("a"), association("a", "local.subnet", "local.table")]) == "unknown"
	standing("aws_subnet.a", [vpc, subnet("a"), association("a", "aws_subnet.a", "local.table")]) == "unknown"
}

test_unknown_when_the_vpc_is_not_in_the_plan if {
	standing("aws_subnet.a", [build.resource("aws_subnet", "a", {"vpc_id": "vpc-1"}, {})]) == "unknown"
	standing("aws_default_subnet.a", [vpc, build.resource("aws_default_subnet", "a", {}, {"vpc_id": "aws_vpc.main"})]) == "unknown"
}

test_unknown_when_the_main_table_may_be_replaced if {
	replaced := build.resource("aws_main_route_table_association", "main", {}, {"vpc_id": "aws_vpc.main", "route_table_id": "local.table"})
	standing("aws_subnet.a", [vpc, subnet("a"), replaced]) == "unknown"
}

test_unknown_when_a_route_leads_out_of_one_of_several_tables if {
	several := [build.instance("aws_route_table", "t", key, {}, {}) | some key in ["[0]", "[1]"]]
	resources := array.concat([vpc, gateway, subnet("a"), association("a", "aws_subnet.a", "aws_route_table.t"), route("out", "aws_route_table.t", "aws_internet_gateway.igw")], several)
	standing("aws_subnet.a", resources) == "unknown"
}

test_unknown_when_several_subnets_are_associated_with_tables_of_both_kinds if {
	several := [build.instance("aws_subnet", "p", key, {}, {"vpc_id": "aws_vpc.main"}) | some key in ["[0]", "[1]"]]
	resources := array.concat(several, [
		vpc, gateway, table("t"), table("public"), route("out", "aws_route_table.public", "aws_internet_gateway.igw"),
		association("a", "aws_subnet.p", "aws_route_table.t"),
		association("b", "aws_subnet.p", "aws_route_table.public"),
	])
	standing("aws_subnet.p", resources) == "unknown"
	standing("aws_subnet.p[0]", resources) == "unknown"
}

# ---- doubt

test_doubt_says_what_to_do if {
	contains(subnets.doubt("aws_subnet.a"), "associate it with a route table") with input as build.plan(own)
	contains(subnets.doubt("subnet-1"), "private_subnets.declared") with input as build.plan(own)
	contains(subnets.doubt("?local.x"), "which subnet it is") with input as build.plan(own)
}

# ---- how many

number(values, references) := found if {
	resources := array.concat(
		[subnet("a"), subnet("b"), build.resource("aws_autoscaling_group", "asg", values, references)],
		[build.instance("aws_subnet", "all", key, {}, {}) | some key in ["[0]", "[1]", "[2]"]],
	)
	found := [told | some group in plan.of_type.aws_autoscaling_group; told := subnets.number(group, "vpc_zone_identifier")][0] with input as build.plan(resources)
}

test_number_counts_what_is_named if {
	number({}, {}) == {"is": "unset"}
	number({"vpc_zone_identifier": ["subnet-1", "subnet-2", "subnet-2"]}, {}).value == 2
	number({}, {"vpc_zone_identifier": ["aws_subnet.a", "aws_subnet.b"]}).value == 2
	number({}, {"vpc_zone_identifier": ["aws_subnet.a", "aws_subnet.a"]}).value == 1
	number({}, {"vpc_zone_identifier": "aws_subnet.all"}).value == 3
	number({}, {"vpc_zone_identifier": ["aws_subnet.all", "aws_subnet.a"]}).value == 4
	number({}, {"vpc_zone_identifier": "local.subnets"}) == {"is": "unknown"}
}

synthesized(names) := number({"vpc_zone_identifier": [null, null]}, {"vpc_zone_identifier": names}).value

test_number_counts_unknown_elements if {
	synthesized(["aws_subnet.a", "aws_subnet.b"]) == 2
	synthesized("aws_subnet.a") == 1
	synthesized("local.subnets") == 2
}
