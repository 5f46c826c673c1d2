# METADATA
# title: Flows of tiers that the settings name
# description: Openings against flows with ranges, other protocols, peers and `self`, and flows from end to end.
package lib.own_tiers_test

import data.lib.build_test as build
import data.lib.flows
import data.lib.network
import data.lib.peers
import rego.v1

tiers := {
	"web": {"types": "aws_lb"},
	"app": {"types": "aws_autoscaling_group"},
	"data": {"types": "aws_db_instance"},
}

through := [
	{"from": "internet", "to": "web", "port": 80},
	{"from": "web", "to": "app", "ports": ["8000-8010"]},
	{"from": "app", "to": "data", "port": 5432},
]

settings(more, peers) := {"tiers": tiers, "peers": peers, "flows": array.concat(through, more)}

# The rule `x` on the group of the app tier, beside those of the system.
answer(values, references, more, peers) := {item.covered | some item in items; item.opening.address == "aws_vpc_security_group_ingress_rule.x"} if {
	extra := build.resource("aws_vpc_security_group_ingress_rule", "x", values, object.union({"security_group_id": "aws_security_group.app"}, references))
	items := flows.tier_openings with input as build.plan(array.concat(build.system, [extra])) with data.settings as settings(more, peers)
}

tcp(from, to) := {"ip_protocol": "tcp", "from_port": from, "to_port": to}

ranged(from, to, cidr) := object.union(tcp(from, to), {"cidr_ipv4": cidr})

office := {"office": ["203.0.113.0/24", "pl-1", "sg-1", "data.aws_security_group.shared", "data.aws_ec2_managed_prefix_list.shared"]}

from_office := [{"from": "office", "to": "app", "ports": [22, "9000-9100"]}]

test_a_range_is_an_upper_bound if {
	answer(ranged(9000, 9100, "203.0.113.0/24"), {}, from_office, office) == {"yes"}
	answer(ranged(9050, 9051, "203.0.113.7/32"), {}, from_office, office) == {"yes"}
	answer(ranged(22, 22, "203.0.113.7/32"), {}, from_office, office) == {"yes"}
	answer(ranged(9000, 9101, "203.0.113.0/24"), {}, from_office, office) == {"no"}
	answer(ranged(9100, 9000, "203.0.113.0/24"), {}, from_office, office) == {"no"}
	answer(ranged(9000, 9100, "203.0.112.0/23"), {}, from_office, office) == {"no"}
	answer(ranged(9000, 9100, "none"), {}, from_office, office) == {"no"}
}

test_peers_name_lists_and_groups if {
	list := object.union(tcp(22, 22), {"prefix_list_id": "pl-1"})
	group := object.union(tcp(22, 22), {"referenced_security_group_id": "sg-1"})
	answer(list, {}, from_office, office) == {"yes"}
	answer(group, {}, from_office, office) == {"yes"}
	answer(object.union(list, {"prefix_list_id": "pl-2"}), {}, from_office, office) == {"no"}
	answer(object.union(group, {"referenced_security_group_id": "sg-2"}), {}, from_office, office) == {"no"}
	answer(tcp(22, 22), {"referenced_security_group_id": "local.x"}, from_office, office) == {"maybe"}
	answer(tcp(22, 22), {"cidr_ipv4": "local.x"}, from_office, office) == {"maybe"}
}

test_a_peer_that_may_be_one_of_several_is_in_doubt if {
	answer(tcp(22, 22), {"referenced_security_group_id": ["local.x", "aws_security_group.db"]}, from_office, office) == {"maybe"}
}

test_ports_that_are_not_known_are_in_doubt if {
	late := {"ip_protocol": "tcp", "cidr_ipv4": "203.0.113.0/24"}
	answer(late, {"from_port": "var.x", "to_port": "var.x"}, from_office, office) == {"maybe"}
	answer(object.union(late, {"from_port": 9001}), {"to_port": "var.x"}, from_office, office) == {"maybe"}
	answer(object.union(late, {"from_port": 8999}), {"to_port": "var.x"}, from_office, office) == {"no"}
	unnamed := {"cidr_ipv4": "203.0.113.0/24", "from_port": 9001, "to_port": 9002}
	answer(unnamed, {"ip_protocol": "var.x"}, from_office, office) == {"maybe"}
}

test_other_protocols if {
	icmp := [{"from": "office", "to": "app", "protocol": "icmp"}]
	everything := [{"from": "office", "to": "app", "protocol": "all"}]
	ping := {"ip_protocol": "icmp", "from_port": 8, "to_port": -1, "cidr_ipv4": "203.0.113.0/24"}
	all := {"ip_protocol": "-1", "cidr_ipv4": "203.0.113.0/24"}
	answer(ping, {}, icmp, office) == {"yes"}
	answer(ping, {}, from_office, office) == {"no"}
	answer(all, {}, icmp, office) == {"no"}
	answer(all, {}, everything, office) == {"yes"}
	answer(ping, {}, everything, office) == {"yes"}
	answer({"cidr_ipv4": "203.0.113.0/24", "from_port": 8, "to_port": 8}, {"ip_protocol": "var.x"}, icmp, office) == {"maybe"}
}

test_self_is_the_tier_itself if {
	among := [{"from": "app", "to": "self", "port": 7000}]
	answer(tcp(7000, 7000), {"referenced_security_group_id": "aws_security_group.app"}, among, {}) == {"yes"}
	answer(tcp(7000, 7000), {"referenced_security_group_id": "aws_security_group.alb"}, among, {}) == {"no"}
	answer(tcp(7000, 7000), {"referenced_security_group_id": "aws_security_group.app"}, [{"from": "self", "to": "app", "port": 7000}], {}) == {"yes"}
}

test_one_of_several_groups_is_declared_if_each_is if {
	either := {"referenced_security_group_id": ["aws_security_group.alb", "aws_security_group.db"]}
	answer(tcp(8000, 8000), either, [], {}) == {"maybe"}
	answer(tcp(8000, 8000), either, [{"from": "data", "to": "app", "port": 8000}], {}) == {"yes"}
}

# ---- end to end

gaps(resources, more, peers) := {[gap.address, gap.path, gap.certain] | some gap in all; gap.flow.required} if {
	all := flows.gaps with input as build.plan(resources) with data.settings as settings(more, peers)
}

test_an_optional_flow_that_is_open_is_shown if {
	optional := [{"from": "app", "to": "data", "port": 5432, "optional": true}]
	open := flows.states with input as build.plan(build.system) with data.settings as object.union(settings([], {}), {"flows": optional})
	{[flow.from, flow.to, flow.state] | some flow in open} == {["app", "data", "open"]}
}

rule(name, values, references) := build.resource("aws_vpc_security_group_ingress_rule", name, values, references)

test_the_system_is_open if {
	gaps(build.system, [], {}) == set()
	states := flows.states with input as build.plan(build.system) with data.settings as settings([{"from": "data", "to": "app", "port": 1, "optional": true}], {})
	{[flow.from, flow.port, flow.last, flow.own, flow.state] | some flow in states} == {["internet", 80, 80, true, "open"], ["web", 8000, 8010, true, "open"], ["app", 5432, 5432, true, "open"]}
}

test_a_flow_among_members_needs_a_rule if {
	among := [{"from": "app", "to": "self", "port": 7000}]
	own := {"security_group_id": "aws_security_group.app", "referenced_security_group_id": "aws_security_group.app"}
	both := [rule("in", tcp(7000, 7000), own), build.resource("aws_vpc_security_group_egress_rule", "out", tcp(7000, 7000), own)]
	gaps(build.system, among, {}) == {["aws_security_group.app", "egress", true], ["aws_security_group.app", "ingress", true]}
	gaps(array.concat(build.system, both), among, {}) == set()
}

test_a_peer_needs_a_rule_for_a_part_of_it if {
	into := {"security_group_id": "aws_security_group.app"}
	gaps(build.system, [{"from": "office", "to": "app", "port": 22}], office) == {["aws_security_group.app", "ingress", true]}
	gaps(array.concat(build.system, [rule("in", ranged(22, 22, "203.0.113.7/32"), into)]), [{"from": "office", "to": "app", "port": 22}], office) == set()
	gaps(array.concat(build.system, [rule("in", ranged(22, 22, "203.0.0.0/16"), into)]), [{"from": "office", "to": "app", "port": 22}], office) == set()
	gaps(array.concat(build.system, [rule("in", ranged(22, 22, "198.51.100.0/24"), into)]), [{"from": "office", "to": "app", "port": 22}], office) == {["aws_security_group.app", "ingress", true]}
}

test_icmp_and_all_need_a_rule if {
	into := {"security_group_id": "aws_security_group.app"}
	ping := rule("in", {"ip_protocol": "icmp", "from_port": 8, "to_port": -1, "cidr_ipv4": "203.0.113.0/24"}, into)
	every protocol in ["icmp", "all"] {
		gaps(build.system, [{"from": "office", "to": "app", "protocol": protocol}], office) == {["aws_security_group.app", "ingress", true]}
		gaps(array.concat(build.system, [ping]), [{"from": "office", "to": "app", "protocol": protocol}], office) == set()
	}
	unnamed := rule("in", {"from_port": 8, "to_port": 8, "cidr_ipv4": "203.0.113.0/24"}, object.union(into, {"ip_protocol": "var.x"}))
	gaps(array.concat(build.system, [unnamed]), [{"from": "office", "to": "app", "protocol": "icmp"}], office) == {["aws_security_group.app", "ingress", false]}
}

test_a_declared_way_to_the_internet_leads_to_a_tier_as_well if {
	out := build.resource("aws_vpc_security_group_egress_rule", "out", ranged(443, 443, "0.0.0.0/0"), {"security_group_id": "aws_security_group.app"})
	entry := rule("in", tcp(443, 443), {"security_group_id": "aws_security_group.alb", "referenced_security_group_id": "aws_security_group.app"})
	listener := build.resource(
		"aws_lb_listener", "https", {"port": 443, "protocol": "HTTPS", "default_action": [{"type": "forward"}]},
		{"load_balancer_arn": "aws_lb.alb", "default_action/0/target_group_arn": "aws_lb_target_group.tg"},
	)
	back := [{"from": "app", "to": ["internet", "web"], "port": 443}]
	gaps(array.concat(build.system, [out, entry, listener]), back, {}) == set()
	gaps(array.concat(build.system, [entry, listener]), back, {}) == {["aws_security_group.app", "egress", true]}
}

test_a_rule_for_each_client_is_open_for_each if {
	either := {"security_group_id": "aws_security_group.db", "referenced_security_group_id": ["aws_security_group.app", "aws_security_group.alb"]}
	others := build.without(build.system, {"aws_vpc_security_group_ingress_rule.db"})
	each := [build.keyed("aws_vpc_security_group_ingress_rule", "db", key, tcp(5432, 5432), either) | some key in ["[\"app\"]", "[\"web\"]"]]
	out := build.egress("more", "aws_security_group.alb", 5432, "aws_security_group.db")
	direct := [{"from": "web", "to": "data", "port": 5432}]
	gaps(array.concat(others, array.concat(each, [out])), direct, {}) == set()
	gaps(array.concat(others, [each[0], out]), direct, {}) == {["aws_security_group.db", "ingress", false]}
}

# A network load balancer without groups in place of the application load balancer.
behind_nlb := array.concat(
	[
		build.resource("aws_lb", "alb", {"name": "productos-api-nlb", "load_balancer_type": "network", "internal": true}, {}),
		rule("clients", ranged(8000, 8000, "10.0.0.0/16"), {"security_group_id": "aws_security_group.app"}),
	],
	build.without(build.system, {
		"aws_lb.alb", "aws_security_group.alb", "aws_vpc_security_group_ingress_rule.alb", "aws_vpc_security_group_egress_rule.alb",
		"aws_vpc_security_group_ingress_rule.app",
	}),
)

flows_of_network := {
	"tiers": tiers, "peers": {"vpc": ["10.0.0.0/16"]},
	"flows": [
		{"from": "vpc", "to": "web", "port": 80}, {"from": "vpc", "to": "app", "port": 8000}, {"from": "web", "to": "app", "port": 8000},
		{"from": "app", "to": "data", "port": 5432},
	],
}

test_a_network_load_balancer_needs_no_groups if {
	none := flows.gaps with input as build.plan(behind_nlb) with data.settings as flows_of_network
	none == set()
	items := flows.tier_openings with input as build.plan(behind_nlb) with data.settings as flows_of_network
	{item.covered | some item in items} == {"yes"}
}

test_its_targets_take_a_port_that_leads_to_them if {
	declared := object.union(flows_of_network, {"flows": [{"from": "vpc", "to": ["web", "app"], "ports": [80, 8000], "optional": true}, {"from": "app", "to": "data", "port": 5432}]})
	right := flows.closed_targets with input as build.plan(behind_nlb) with data.settings as declared
	right == set()
	wrong := flows.closed_targets with input as build.plan(build.with_values(behind_nlb, "aws_lb_target_group.tg", {"port": 8001})) with data.settings as declared
	{gap.address | some gap in wrong} == {"aws_lb_target_group.tg"}
}

test_a_listener_of_nobody_leaves_the_port_open if {
	late := build.resource("aws_lb_listener", "late", {"port": 80, "default_action": [{"type": "forward"}]}, {"load_balancer_arn": "local.x", "default_action/0/target_group_arn": "aws_lb_target_group.tg"})
	gaps(array.concat(build.without(build.system, {"aws_lb_listener.http"}), [late]), [], {}) == {["aws_lb.alb", "port", false]}
}

redirecting(values) := build.resource(
	"aws_lb_listener", "plain", {"port": 81, "protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [values]}]},
	{"load_balancer_arn": "aws_lb.alb"},
)

entering := [rule("in", ranged(81, 81, "0.0.0.0/0"), {"security_group_id": "aws_security_group.alb"})]

test_a_redirect_counts_where_its_port_forwards if {
	more := [{"from": "internet", "to": "web", "port": 81}]
	gaps(array.concat(build.system, array.concat(entering, [redirecting({"port": "80"})])), more, {}) == set()
	every wrong in [{"port": "82"}, {"port": "#{port}"}, {}, {"port": "80", "host": "elsewhere.example"}] {
		gaps(array.concat(build.system, array.concat(entering, [redirecting(wrong)])), more, {}) == {["aws_lb.alb", "port", true]}
	}
}

test_a_fixed_answer_counts_where_rules_forward if {
	more := [{"from": "internet", "to": "web", "port": 81}]
	answering := build.resource("aws_lb_listener", "plain", {"port": 81, "protocol": "HTTP", "default_action": [{"type": "fixed-response"}]}, {"load_balancer_arn": "aws_lb.alb"})
	by_path := build.resource(
		"aws_lb_listener_rule", "r", {"action": [{"type": "forward"}]},
		{"listener_arn": "aws_lb_listener.plain", "action/0/target_group_arn": "aws_lb_target_group.tg"},
	)
	gaps(array.concat(build.system, array.concat(entering, [answering])), more, {}) == {["aws_lb.alb", "port", true]}
	gaps(array.concat(build.system, array.concat(entering, [answering, by_path])), more, {}) == set()
}

# Containers in place of instances.
served(block, references) := array.concat(
	[build.resource("aws_ecs_service", "s", {"name": "s", "network_configuration": [{}], "load_balancer": block}, object.union({"network_configuration/0/security_groups": "aws_security_group.app"}, references))],
	build.without(build.system, {"aws_launch_template.lt", "aws_autoscaling_group.asg"}),
)

of_services(resources) := {[gap.address, gap.path, gap.certain] | some gap in all} if {
	all := flows.gaps with input as build.plan(resources) with data.settings as object.union(settings([], {}), {"tiers": {"app": {"types": "aws_ecs_service"}}})
}

to_group := {"load_balancer/0/target_group_arn": "aws_lb_target_group.tg"}

test_the_port_of_the_container_counts if {
	of_services(build.with_values(served([{"container_port": 8000}], to_group), "aws_lb_target_group.tg", {"port": 1})) == set()
	of_services(served([{"container_port": 9000}], to_group)) == {["aws_ecs_service.s", "load_balancer.0.container_port", true]}
	checked := build.with_values(served([{"container_port": 8000}], to_group), "aws_lb_target_group.tg", {"health_check": [{"port": "9000"}]})
	of_services(checked) == {["aws_lb_target_group.tg", "health_check.0.port", true]}
}

test_a_service_that_no_target_group_sends_to_is_closed if {
	of_services(served([], {})) == {["aws_ecs_service.s", "load_balancer", true]}
	of_services(served([{"container_port": 8000}], {"load_balancer/0/target_group_arn": "local.x"})) == set()
}

test_a_name_of_several_may_be_of_the_peer if {
	either := {"kind": "group", "link": {"sg-1", "aws_security_group.db"}}
	peers.holds("office", either, null) == "maybe" with data.settings as {"peers": office}
	peers.holds("office", {"kind": "group", "link": {"sg-2"}}, null) == "no" with data.settings as {"peers": office}
}

test_peers_name_data_sources_and_groups_by_address if {
	named := {"shared": ["aws_security_group.db", "aws_ec2_managed_prefix_list.own"]}
	list := build.resource("aws_ec2_managed_prefix_list", "own", {"id": "pl-9", "name": "own"}, {})
	identified := build.with_values(array.concat(build.system, [list]), "aws_security_group.db", {"id": "sg-db"})
	every member in [{"kind": "group", "link": {"sg-db"}}, {"kind": "prefix_list", "link": {"pl-9"}}] {
		peers.holds("shared", member, null) == "yes" with data.settings as {"peers": named} with input as build.plan(identified)
	}
	peers.holds("shared", {"kind": "group", "link": {"aws_security_group.app"}}, null) == "no" with data.settings as {"peers": named} with input as build.plan(identified)
}

test_a_group_by_its_name_is_of_the_tier if {
	tier := {"tiers": {"ops": {"groups": "productos-api-o*"}}}
	held := network.attachments with input as build.plan([build.group("ops")]) with data.settings as tier
	{[each.tier, each.address, each.state] | some each in held} == {["ops", "aws_security_group.ops", "known"]}
}

test_an_instance_with_a_template_of_the_plan_holds_nothing_itself if {
	resources := [
		build.group("app"),
		build.resource("aws_launch_template", "lt", {}, {"vpc_security_group_ids": "aws_security_group.app"}),
		build.resource("aws_instance", "i", {"launch_template": [{}]}, {"launch_template/0/id": "aws_launch_template.lt"}),
		build.resource("aws_instance", "j", {"launch_template": [{"id": "lt-0abc"}]}, {}),
	]
	held := network.attachments with input as build.plan(resources) with data.settings as {"tiers": {"app": {"types": "aws_instance"}}}
	{[each.address, each.state] | some each in held} == {["aws_instance.i", "none"], ["aws_instance.j", "unknown"], ["aws_launch_template.lt", "known"]}
}

test_targets_of_hosts_take_the_port_of_the_target_group if {
	attached := array.concat(
		[
			build.resource("aws_autoscaling_group", "asg", {"launch_template": [{}]}, {"launch_template/0/id": "aws_launch_template.lt"}),
			build.resource("aws_autoscaling_attachment", "a", {}, {"autoscaling_group_name": "aws_autoscaling_group.asg", "lb_target_group_arn": "aws_lb_target_group.tg"}),
		],
		build.without(build.system, {"aws_autoscaling_group.asg"}),
	)
	every resources in [build.system, attached] {
		gaps(build.with_values(resources, "aws_lb_target_group.tg", {"port": 9}), [], {}) == {["aws_lb_target_group.tg", "port", true]}
	}
	templates := {"tiers": object.union(tiers, {"app": {"types": "aws_launch_template"}}), "flows": through}
	wrong := flows.closed_targets with input as build.plan(build.with_values(attached, "aws_lb_target_group.tg", {"port": 9})) with data.settings as templates
	{gap.address | some gap in wrong} == {"aws_lb_target_group.tg"}
}

test_without_tiers_any_flow_to_the_application_takes_the_port if {
	settings_of_old := {"flows": [
		{"from": "internet", "to": "alb", "protocol": "tcp", "port": 80},
		{"from": "db", "to": "app", "protocol": "tcp", "port": 9},
	]}
	right := flows.closed_targets with input as build.plan(build.with_values(build.system, "aws_lb_target_group.tg", {"port": 9})) with data.settings as settings_of_old
	right == set()
	wrong := flows.closed_targets with input as build.plan(build.system) with data.settings as settings_of_old
	{gap.address | some gap in wrong} == {"aws_lb_target_group.tg"}
}
