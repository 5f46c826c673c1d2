package lib.flows_test

import data.lib.build_test as build
import data.lib.flows
import rego.v1

states(resources) := found if {
	found := {[state.from, state.to, state.state] | some state in flows.states} with input as build.plan(resources)
}

test_every_flow_of_the_architecture_is_open if {
	states(build.system) == {["internet", "alb", "open"], ["alb", "app", "open"], ["app", "db", "open"]}
}

test_a_flow_without_opening_is_closed if {
	states(build.without(build.system, {"aws_vpc_security_group_ingress_rule.db"})) == {["internet", "alb", "open"], ["alb", "app", "open"], ["app", "db", "closed"]}
}

test_a_flow_of_which_something_is_unknown_is_unknown if {
	hidden := array.concat(
		build.without(build.system, {"aws_vpc_security_group_ingress_rule.db"}),
		[build.resource("aws_vpc_security_group_ingress_rule", "db", {"ip_protocol": "tcp", "from_port": 5432, "to_port": 5432}, {"security_group_id": "aws_security_group.db", "referenced_security_group_id": "local.peer"})],
	)
	states(hidden) == {["internet", "alb", "open"], ["alb", "app", "open"], ["app", "db", "unknown"]}
}

test_a_rule_that_forwards_counts_as_forwarding if {
	moved := array.concat(
		build.without(build.system, {"aws_lb_target_group.tg"}),
		[
			build.resource("aws_lb_target_group", "tg", {"port": 8000}, {}),
			build.resource("aws_lb_target_group", "other", {"port": 9000}, {}),
			build.resource("aws_lb_listener_rule", "r", {"action": [{"type": "forward"}]}, {"listener_arn": "aws_lb_listener.http", "action/0/target_group_arn": "aws_lb_target_group.other"}),
		],
	)
	{gap.address | some gap in flows.gaps} == {"aws_lb_target_group.other"} with input as build.plan(moved)
}

test_weighted_forwarding_is_followed if {
	weighted := array.concat(
		build.without(build.system, {"aws_lb_listener.http"}),
		[build.resource("aws_lb_listener", "http", {"port": "80", "default_action": [{"type": "forward", "forward": [{"target_group": [{"arn": "productos-api-tg"}]}]}]}, {})],
	)
	states(weighted) == {["internet", "alb", "open"], ["alb", "app", "open"], ["app", "db", "open"]}
}

test_what_a_tier_may_do_is_told_in_words if {
	flows.allowed_text("app", "ingress") == "tcp 8000 from alb"
	flows.allowed_text("alb", "egress") == "tcp 8000 to app"
	flows.allowed_text("db", "egress") == "nothing"
}

covered(references, values) := found if {
	rule := build.resource("aws_vpc_security_group_ingress_rule", "extra", object.union({"ip_protocol": "tcp", "from_port": 22, "to_port": 22}, values), object.union({"security_group_id": "aws_security_group.app"}, references))
	found := {item.covered | some item in flows.tier_openings; item.opening.address == "aws_vpc_security_group_ingress_rule.extra"} with input as declaring(build.plan(array.concat(build.system, [rule])))
}

# With a variable that exists and has an unknown value.
declaring(doc) := object.union(doc, {"configuration": {"root_module": object.union(doc.configuration.root_module, {"variables": {"nothing": {}}})}})

test_a_peer_that_may_be_nothing_is_not_denied if {
	covered({"cidr_ipv4": "var.range"}, {}) == {"maybe"}
	covered({"referenced_security_group_id": "local.peer"}, {}) == {"maybe"}
	covered({"referenced_security_group_id": "var.nothing"}, {}) == {"maybe"}
	covered({"referenced_security_group_id": "var.nothing"}, {"from_port": 8000, "to_port": 8000}) == {"maybe"}
}

test_a_tier_may_be_declared_to_reach_itself if {
	among := array.concat(flows.declared, [{"from": "app", "to": "app", "protocol": "tcp", "port": 22}])
	covered({"referenced_security_group_id": "aws_security_group.app"}, {}) == {"yes"} with data.settings.flows as among
	covered({"referenced_security_group_id": "aws_security_group.app"}, {}) == {"no"}
}

late(values, references) := array.concat(
	build.without(build.system, {"aws_vpc_security_group_ingress_rule.alb"}),
	[build.resource("aws_vpc_security_group_ingress_rule", "alb", object.union({"cidr_ipv4": "0.0.0.0/0"}, values), object.union({"security_group_id": "aws_security_group.alb"}, references))],
)

test_an_opening_to_everybody_that_may_be_the_flow_leaves_it_unknown if {
	["internet", "alb", "unknown"] in states(late({"ip_protocol": "tcp", "from_port": 80}, {"to_port": "local.port"}))
	["internet", "alb", "unknown"] in states(late({"from_port": 80, "to_port": 80}, {"ip_protocol": "local.protocol"}))
	["internet", "alb", "closed"] in states(late({"ip_protocol": "tcp", "from_port": 81}, {"to_port": "local.port"}))
}

test_a_range_with_an_unknown_end_beside_the_port_is_not_covered if {
	covered({"to_port": "local.port", "referenced_security_group_id": "aws_security_group.alb"}, {"from_port": 8001, "to_port": null}) == {"no"}
	covered({"to_port": "local.port", "referenced_security_group_id": "aws_security_group.alb"}, {"from_port": 8000, "to_port": null}) == {"maybe"}
}

test_weighted_forwarding_of_a_rule_is_followed if {
	weighted := array.concat(build.system, [
		build.resource("aws_lb_target_group", "other", {"name": "other", "port": 9000}, {}),
		build.resource("aws_lb_listener_rule", "r", {"action": [{"type": "forward", "forward": [{"target_group": [{"arn": "other"}]}]}]}, {"listener_arn": "aws_lb_listener.http"}),
	])
	{gap.address | some gap in flows.gaps} == {"aws_lb_target_group.other"} with input as build.plan(weighted)
}

# The database of another team, and whom its group lets in.
elsewhere(name) := [
	build.group("db"),
	build.resource("aws_vpc_security_group_ingress_rule", "db", {"ip_protocol": "tcp", "from_port": 5432, "to_port": 5432, "referenced_security_group_id": name}, {"security_group_id": "aws_security_group.db"}),
	build.resource("aws_db_instance", "db", {"identifier": "other-db"}, {"vpc_security_group_ids": "aws_security_group.db"}),
]

covered_db(resources) := found if {
	found := {item.covered | some item in flows.tier_openings; item.tier == "db"} with input as build.plan(resources)
}

test_a_group_from_elsewhere_may_be_of_a_tier_that_stands_elsewhere if {
	covered_db(elsewhere("sg-0123456789abcdef0")) == {"maybe"}
	covered_db(array.concat(elsewhere("web"), [build.group("x"), build.resource("aws_security_group", "y", {"name": "web"}, {})])) == {"no"}
}

test_a_group_from_elsewhere_is_not_of_a_tier_that_stands_here if {
	serving := [
		build.group("app"),
		build.resource("aws_lb_target_group_attachment", "t", {}, {"target_id": "aws_instance.i", "target_group_arn": "aws_lb_target_group.tg"}),
		build.resource("aws_instance", "i", {}, {"vpc_security_group_ids": "aws_security_group.app"}),
	]
	covered_db(array.concat(elsewhere("sg-0123456789abcdef0"), serving)) == {"no"}
}
