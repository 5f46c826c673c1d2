package lib.network_test

import data.lib.build_test as build
import data.lib.network
import rego.v1

held(resources) := found if {
	found := {[attachment.tier, attachment.address, attachment.state, attachment.link] | some attachment in network.attachments} with input as build.plan(resources)
}

asg := build.resource("aws_autoscaling_group", "g", {"launch_template": [{}]}, {"target_group_arns": "aws_lb_target_group.t", "launch_template/0/id": "aws_launch_template.l"})

target_group := build.resource("aws_lb_target_group", "t", {}, {})

template(values, references) := build.resource("aws_launch_template", "l", values, references)

test_the_tiers_of_the_architecture if {
	held(build.system) == {
		["alb", "aws_lb.alb", "known", {"aws_security_group.alb"}],
		["app", "aws_launch_template.lt", "known", {"aws_security_group.app"}],
		["db", "aws_db_instance.db", "known", {"aws_security_group.db"}],
	}
}

test_a_network_load_balancer_is_in_no_tier if {
	held([build.group("a"), build.resource("aws_lb", "n", {"load_balancer_type": "network"}, {"security_groups": "aws_security_group.a"})]) == set()
}

test_a_load_balancer_of_no_stated_type_is_an_application_one if {
	held([build.group("a"), build.resource("aws_alb", "n", {}, {"security_groups": "aws_security_group.a"})]) == {["alb", "aws_alb.n", "known", {"aws_security_group.a"}]}
}

test_a_template_without_a_serving_group_is_in_no_tier if {
	held([build.group("a"), target_group, template({}, {"vpc_security_group_ids": "aws_security_group.a"})]) == set()
}

test_groups_on_the_interfaces_of_a_template if {
	held([build.group("a"), target_group, asg, template({"network_interfaces": [{}]}, {"network_interfaces/0/security_groups": "aws_security_group.a"})]) == {["app", "aws_launch_template.l", "known", {"aws_security_group.a"}]}
}

test_a_launch_configuration_serves_too if {
	held([
		build.group("a"), target_group,
		build.resource("aws_autoscaling_group", "g", {"launch_configuration": "old"}, {"target_group_arns": "aws_lb_target_group.t"}),
		build.resource("aws_launch_configuration", "c", {"name": "old"}, {"security_groups": "aws_security_group.a"}),
	]) == {["app", "aws_launch_configuration.c", "known", {"aws_security_group.a"}]}
}

test_a_group_attached_by_a_resource_of_its_own_serves if {
	held([
		build.group("a"), target_group,
		build.resource("aws_autoscaling_group", "g", {"launch_template": [{}]}, {"launch_template/0/id": "aws_launch_template.l"}),
		build.resource("aws_autoscaling_attachment", "x", {}, {"autoscaling_group_name": "aws_autoscaling_group.g", "lb_target_group_arn": "aws_lb_target_group.t"}),
		template({}, {"vpc_security_group_ids": "aws_security_group.a"}),
	]) == {["app", "aws_launch_template.l", "known", {"aws_security_group.a"}]}
}

test_a_traffic_source_serves if {
	held([
		build.group("a"), target_group,
		build.resource("aws_autoscaling_group", "g", {"launch_template": [{}], "traffic_source": [{}]}, {"launch_template/0/id": "aws_launch_template.l", "traffic_source/0/identifier": "aws_lb_target_group.t"}),
		template({}, {"vpc_security_group_ids": "aws_security_group.a"}),
	]) == {["app", "aws_launch_template.l", "known", {"aws_security_group.a"}]}
}

test_what_serves_and_is_not_known_has_unknown_groups if {
	held([build.group("a"), target_group, build.resource("aws_lb_target_group_attachment", "x", {}, {"target_id": "local.target", "target_group_arn": "aws_lb_target_group.t"})]) == {
		["app", "aws_lb_target_group_attachment.x", "unknown", {"?local.target"}],
	}
	held([build.group("a"), build.resource("aws_autoscaling_attachment", "x", {}, {"autoscaling_group_name": "local.fleet", "lb_target_group_arn": "aws_lb_target_group.t"})]) == {
		["app", "aws_autoscaling_attachment.x", "unknown", {"?local.fleet"}],
	}
	held([build.resource("aws_autoscaling_group", "g", {"launch_template": [{}]}, {"launch_template/0/id": "local.template", "target_group_arns": "aws_lb_target_group.t"})]) == {
		["app", "aws_autoscaling_group.g", "unknown", {"?local.template"}],
	}
	held([build.resource("aws_autoscaling_group", "g", {"launch_template": [{}]}, {"launch_template/0/id": "local.template"})]) == set()
}

test_an_override_of_a_mixed_policy_serves if {
	held([
		build.group("a"), target_group,
		build.resource(
			"aws_autoscaling_group", "g", {"mixed_instances_policy": [{"launch_template": [{
				"launch_template_specification": [{"launch_template_id": "lt-1"}],
				"override": [{"launch_template_specification": [{"launch_template_id": "lt-2"}]}],
			}]}]},
			{"target_group_arns": "aws_lb_target_group.t"},
		),
		template({"id": "lt-2"}, {"vpc_security_group_ids": "aws_security_group.a"}),
	]) == {["app", "aws_launch_template.l", "known", {"aws_security_group.a"}]}
}

instance := build.resource("aws_instance", "i", {"network_interface": [{}]}, {"vpc_security_group_ids": "aws_security_group.a", "network_interface/0/network_interface_id": "aws_network_interface.n"})

target := build.resource("aws_lb_target_group_attachment", "x", {}, {"target_id": "aws_instance.i", "target_group_arn": "aws_lb_target_group.t"})

interface := build.resource("aws_network_interface", "n", {}, {"security_groups": "aws_security_group.b"})

test_an_instance_and_its_interfaces_serve_where_a_target_group_is_given_it if {
	held([build.group("a"), build.group("b"), target_group, instance, interface]) == set()
	held([build.group("a"), build.group("b"), target_group, instance, interface, target]) == {
		["app", "aws_instance.i", "known", {"aws_security_group.a"}],
		["app", "aws_network_interface.n", "known", {"aws_security_group.b"}],
	}
}

test_the_interface_of_a_template_serves if {
	held([
		build.group("b"), target_group, asg, interface,
		template({"network_interfaces": [{}]}, {"network_interfaces/0/network_interface_id": "aws_network_interface.n"}),
	]) == {
		["app", "aws_launch_template.l", "unset", set()],
		["app", "aws_network_interface.n", "known", {"aws_security_group.b"}],
	}
}

test_a_group_put_on_a_serving_instance_afterwards if {
	late := build.resource("aws_network_interface_sg_attachment", "late", {}, {"security_group_id": "aws_security_group.b", "network_interface_id": "aws_instance.i"})
	["app", "aws_network_interface_sg_attachment.late", "known", {"aws_security_group.b"}] in held([build.group("a"), build.group("b"), target_group, instance, target, late])
}

test_databases_proxies_and_endpoints_hold_groups if {
	held([
		build.group("a"),
		build.resource("aws_rds_cluster", "c", {}, {"vpc_security_group_ids": "aws_security_group.a"}),
		build.resource("aws_db_proxy", "p", {}, {"vpc_security_group_ids": "aws_security_group.a"}),
		build.resource("aws_vpc_endpoint", "e", {}, {"security_group_ids": "aws_security_group.a"}),
		build.resource("aws_vpc_endpoint", "gateway", {}, {}),
	]) == {
		["db", "aws_rds_cluster.c", "known", {"aws_security_group.a"}],
		["db", "aws_db_proxy.p", "known", {"aws_security_group.a"}],
		["endpoint", "aws_vpc_endpoint.e", "known", {"aws_security_group.a"}],
	}
}

test_groups_that_cannot_be_followed_are_unknown if {
	held([build.resource("aws_db_instance", "d", {}, {"vpc_security_group_ids": "local.x"})]) == {["db", "aws_db_instance.d", "unknown", {"?local.x"}]}
	held([build.resource("aws_db_instance", "d", {}, {"vpc_security_group_ids": "var.x"})]) == {["db", "aws_db_instance.d", "unknown", {"?var.x"}]}
}

test_an_empty_result_of_a_reference_is_unknown if {
	doc := build.plan([build.resource("aws_db_instance", "d", {}, {"vpc_security_group_ids": "var.x"})])
	declared := object.union(doc, {"configuration": {"root_module": object.union(doc.configuration.root_module, {"variables": {"x": {}}})}})
	{[attachment.state, attachment.link] | some attachment in network.attachments} == {["unknown", set()]} with input as declared
}

# ------------------------------------------------------------------------------------------------ membership

keyed_groups(references) := [
	object.union(build.keyed("aws_security_group", "g", "[\"one\"]", {}, {}), {"change": {"change": {"after": {"id": "sg-1"}}}}),
	build.keyed("aws_security_group", "g", "[\"two\"]", {}, {}),
	build.resource("aws_db_instance", "d", {}, {"vpc_security_group_ids": references}),
]

membership(link, tier, resources) := answer if {
	answer := network.membership(link, tier) with input as build.plan(resources)
}

test_a_name_without_key_may_mean_a_sibling if {
	resources := keyed_groups("aws_security_group.g[\"one\"]")
	membership({"aws_security_group.g[\"one\"]"}, "db", resources) == "yes"
	membership({"sg-1"}, "db", resources) == "yes"
	membership({"aws_security_group.g[\"two\"]"}, "db", resources) == "no"
	membership({"aws_security_group.g"}, "db", resources) == "maybe"
}

test_all_siblings_in_a_tier_make_their_common_name_sure if {
	resources := keyed_groups("aws_security_group.g")
	membership({"aws_security_group.g"}, "db", resources) == "yes"
	membership({"aws_security_group.g[\"two\"]"}, "db", resources) == "yes"
}

test_several_names_are_in_a_tier_only_together if {
	membership({"aws_security_group.db"}, "db", build.system) == "yes"
	membership({"aws_security_group.db", "aws_security_group.app"}, "db", build.system) == "maybe"
	membership({"aws_security_group.app"}, "db", build.system) == "no"
	membership({"?local.x"}, "db", build.system) == "maybe"
	membership({"?local.x"}, "endpoint", build.system) == "no"
	membership(set(), "db", build.system) == "no"
}

test_a_data_source_that_the_plan_shows_nowhere_may_be_any_group if {
	cut := {"config": {"address": "data.aws_security_group.d", "mode": "data", "type": "aws_security_group", "name": "d", "expressions": {}}}
	none := {"config": {"address": "aws_security_group.none", "mode": "managed", "type": "aws_security_group", "name": "none", "count_expression": {"constant_value": 0}}}
	plan := object.union(build.plan(build.system), {"configuration": {"root_module": {"resources": array.concat([cut.config, none.config], [resource.config | some resource in build.system])}}})
	unsure := {name | some name in ["data.aws_security_group.d", "aws_security_group.none"]; network.unsure(name)} with input as plan
	unsure == {"data.aws_security_group.d"}
}

test_what_is_given_by_something_else_than_a_group_may_be_any_group if {
	membership({"aws_db_instance.db"}, "db", build.system) == "maybe"
	membership({"aws_db_instance.db"}, "endpoint", build.system) == "no"
	membership({"aws_db_instance.nowhere"}, "db", build.system) == "no"
}

test_a_data_source_that_is_not_read_yet_may_be_any_group if {
	data_group := {
		"change": {
			"address": "data.aws_security_group.d", "mode": "data", "type": "aws_security_group", "name": "d",
			"change": {"actions": ["read"], "after": {}, "after_unknown": {"id": true}},
		},
		"config": {"address": "data.aws_security_group.d", "mode": "data", "type": "aws_security_group", "name": "d", "expressions": {}},
	}
	membership({"data.aws_security_group.d"}, "db", array.concat(build.system, [data_group])) == "maybe"
	known := object.union(data_group, {"change": {"change": {"after": {"id": "sg-5"}, "after_unknown": {}}}})
	membership({"data.aws_security_group.d"}, "db", array.concat(build.system, [known])) == "no"
}

test_paths_are_told_with_dots if {
	network.path_text(["network_interfaces", 0, "security_groups"]) == "network_interfaces.0.security_groups"
}

attached_afterwards := [
	build.group("a"), target_group, target,
	build.resource("aws_instance", "i", {}, {"vpc_security_group_ids": "aws_security_group.a"}),
]

test_an_interface_attached_to_a_serving_instance_serves if {
	by_a_resource := build.resource("aws_network_interface_attachment", "x", {}, {"instance_id": "aws_instance.i", "network_interface_id": "aws_network_interface.n"})
	["app", "aws_network_interface.n", "known", {"aws_security_group.b"}] in held(array.concat(attached_afterwards, [build.group("b"), interface, by_a_resource]))
	by_itself := build.resource("aws_network_interface", "n", {"attachment": [{}]}, {"security_groups": "aws_security_group.b", "attachment/0/instance": "aws_instance.i"})
	["app", "aws_network_interface.n", "known", {"aws_security_group.b"}] in held(array.concat(attached_afterwards, [build.group("b"), by_itself]))
	held(array.concat(attached_afterwards, [build.group("b"), interface])) == {["app", "aws_instance.i", "known", {"aws_security_group.a"}]}
}

bare_instance(block) := build.resource("aws_instance", "i", {block: [{}]}, {concat("", [block, "/0/", source_member[block]]): source_of[block]})

source_member := {"network_interface": "network_interface_id", "launch_template": "id"}

source_of := {"network_interface": "aws_network_interface.n", "launch_template": "aws_launch_template.l"}

test_an_instance_has_the_groups_of_its_interface_or_template if {
	held([build.group("b"), target_group, target, interface, bare_instance("network_interface")]) == {["app", "aws_network_interface.n", "known", {"aws_security_group.b"}]}
	held([build.group("b"), target_group, target, template({}, {"vpc_security_group_ids": "aws_security_group.b"}), bare_instance("launch_template")]) == {["app", "aws_launch_template.l", "known", {"aws_security_group.b"}]}
}

test_the_groups_of_an_interface_or_template_elsewhere_are_unknown if {
	{state | some [_, _, state, _] in held([target_group, target, bare_instance("network_interface")])} == {"unknown"}
	{state | some [_, _, state, _] in held([target_group, target, bare_instance("launch_template")])} == {"unknown"}
}

service(values) := build.resource("aws_ecs_service", "s", values, {"network_configuration/0/security_groups": "aws_security_group.a"})

test_containers_behind_a_target_group_serve if {
	held([build.group("a"), service({"network_configuration": [{}], "load_balancer": [{}]})]) == {["app", "aws_ecs_service.s", "known", {"aws_security_group.a"}]}
	held([build.group("a"), service({"network_configuration": [{}]})]) == set()
}

test_an_endpoint_is_given_its_group_by_a_resource_of_its_own if {
	given := build.resource("aws_vpc_endpoint_security_group_association", "x", {}, {"vpc_endpoint_id": "aws_vpc_endpoint.e", "security_group_id": "aws_security_group.a"})
	held([build.group("a"), build.resource("aws_vpc_endpoint", "e", {}, {}), given]) == {["endpoint", "aws_vpc_endpoint_security_group_association.x", "known", {"aws_security_group.a"}]}
}

test_groups_that_something_chooses_between_may_be_attached if {
	doc := build.plan([build.group("a"), build.group("b"), build.resource("aws_db_instance", "d", {}, {"vpc_security_group_ids": ["var.debug", "aws_security_group.a", "aws_security_group.b"]})])
	choosing := object.union(doc, {"configuration": {"root_module": object.union(doc.configuration.root_module, {"variables": {"debug": {"default": false}}})}})
	{held.state | some held in network.attachments} == {"unknown"} with input as choosing
	network.membership({"aws_security_group.a"}, "db") == "maybe" with input as choosing
	network.tier_groups.db == set() with input as choosing
}

test_an_instance_is_meant_by_its_address_or_its_first_interface_too if {
	known := build.resource("aws_instance", "i", {"id": "i-1", "private_ip": "10.0.0.5", "primary_network_interface_id": "eni-1"}, {"vpc_security_group_ids": "aws_security_group.a"})
	by_address := build.resource("aws_lb_target_group_attachment", "x", {"target_id": "10.0.0.5"}, {})
	held([build.group("a"), target_group, known, by_address]) == {["app", "aws_instance.i", "known", {"aws_security_group.a"}]}
	late := build.resource("aws_network_interface_sg_attachment", "late", {"network_interface_id": "eni-1"}, {"security_group_id": "aws_security_group.b"})
	["app", "aws_network_interface_sg_attachment.late", "known", {"aws_security_group.b"}] in held([build.group("a"), build.group("b"), target_group, known, target, late])
}

test_the_default_group_is_known_by_the_id_that_its_vpc_tells if {
	vpc := build.resource("aws_vpc", "v", {"id": "vpc-1", "default_security_group_id": "sg-9"}, {})
	closed := build.resource("aws_default_security_group", "d", {"vpc_id": "vpc-1"}, {})
	names := {name | some group in network.groups; some name in group.exact} with input as build.plan([vpc, closed])
	names["sg-9"]
}

test_interfaces_that_a_dynamic_block_hides_may_have_any_group if {
	template := build.with_unknown(build.resource("aws_launch_template", "lt", {}, {}), {"network_interfaces": true}, {})
	fleet := build.resource("aws_autoscaling_group", "asg", {"launch_template": [{}]}, {"target_group_arns": "aws_lb_target_group.tg", "launch_template/0/id": "aws_launch_template.lt"})
	held([target_group, template, fleet]) == {["app", "aws_launch_template.lt", "unknown", {"?a dynamic block"}]}
}

test_overrides_that_a_dynamic_block_hides_may_start_from_any_template if {
	policy := {"mixed_instances_policy": [{"launch_template": [{}]}]}
	fleet := build.with_unknown(
		build.resource("aws_autoscaling_group", "asg", policy, {"target_group_arns": "aws_lb_target_group.tg"}),
		{"mixed_instances_policy": [{"launch_template": [{"override": true}]}]}, {},
	)
	late := build.with_unknown(build.resource("aws_eip", "late", {}, {}), {"public_ip": true}, {})
	doc := object.union(build.plan([target_group, fleet, late]), {"relevant_attributes": [{"resource": "aws_eip.late", "attribute": ["public_ip"]}]})
	found := {[attachment.address, attachment.state, attachment.link] | some attachment in network.attachments} with input as doc
	found == {["aws_autoscaling_group.asg", "unknown", {"?a dynamic block"}]}
	held([target_group, fleet]) == set()
}

test_a_template_that_a_dynamic_block_hides_is_said_once if {
	fleet := build.with_unknown(build.resource("aws_autoscaling_group", "asg", {}, {"target_group_arns": "aws_lb_target_group.tg"}), {"launch_template": true, "launch_configuration": false}, {})
	paths := {path | some group in network.serving_groups; some path in network.template_paths(group)} with input as build.plan([target_group, fleet])
	["launch_template"] in paths
	not ["launch_template", 0, "id"] in paths
}

test_endpoints_are_a_tier_of_this_architecture_alone if {
	endpoints := [
		build.group("a"),
		build.resource("aws_vpc_endpoint", "e", {}, {"security_group_ids": "aws_security_group.a"}),
		build.resource("aws_vpc_endpoint_security_group_association", "x", {}, {"security_group_id": "aws_security_group.a"}),
	]
	scoped := {held.address | some held in network.attachments} with input as build.plan(endpoints) with data.settings.scope.systems as ["productos-api"]
	scoped == {"aws_vpc_endpoint.e", "aws_vpc_endpoint_security_group_association.x"}
	elsewhere := {held.address | some held in network.attachments} with input as build.plan(endpoints) with data.settings.scope.systems as ["billing"]
	elsewhere == set()
}
