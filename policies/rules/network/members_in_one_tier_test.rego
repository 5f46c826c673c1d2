package rules.network.members_in_one_tier_test

import data.lib.build_test as build
import data.lib.members
import data.rules.network.members_in_one_tier as rule
import rego.v1

settings := {"tiers": {
	"web": {"types": "aws_lb", "public": true},
	"app": [{"behind": "web"}, {"name": "productos-api-worker*"}],
	"data": {"types": ["aws_db_instance"]},
	"bastion": {"tag": {"role": "bast*"}},
	"ops": {"groups": "aws_security_group.ops"},
}}

found(resources) := answer(plan, settings) if {
	plan := build.plan(array.concat(build.system, resources))
}

answer(plan, used) := {"deny": denied, "undecided": undecided} if {
	deny := rule.deny with input as plan with data.settings as used
	open := rule.undecided with input as plan with data.settings as used
	denied := {[each.address, each.found] | some each in deny}
	undecided := {each.address | some each in open}
}

nothing := {"deny": set(), "undecided": set()}

instance(name, values, references) := build.resource("aws_instance", name, values, references)

test_not_applicable_without_tiers if {
	rule.checked == set() with input as build.plan(build.system)
	rule.deny == set() with input as build.plan(build.system)
}

test_allow_when_each_resource_has_a_tier if found([]) == nothing

test_checks_what_has_security_groups if {
	checked := rule.checked with input as build.plan(build.system) with data.settings.tiers as settings.tiers
	checked == {"aws_lb.alb", "aws_launch_template.lt", "aws_db_instance.db"}
}

test_deny_when_no_tier_selects_a_resource if {
	found([instance("other", {}, {"vpc_security_group_ids": "aws_security_group.app"})]).deny == {["aws_instance.other", "aws_instance"]}
}

test_deny_when_two_tiers_select_a_resource if {
	both := instance("both", {"tags": {"role": "bastion", "Name": "productos-api-worker-1"}}, {"vpc_security_group_ids": "aws_security_group.app"})
	found([both]).deny == {["aws_instance.both", "app and bastion"]}
}

test_allow_when_a_name_or_a_tag_selects if {
	found([
		instance("worker", {"tags": {"Name": "productos-api-worker-2"}}, {"vpc_security_group_ids": "aws_security_group.app"}),
		instance("bastion", {"tags": {"role": "bastion"}}, {"vpc_security_group_ids": "aws_security_group.app"}),
	]) == nothing
}

test_allow_when_a_group_selects if {
	found([build.group("ops"), instance("ops", {}, {"vpc_security_group_ids": "aws_security_group.ops"})]) == nothing
}

test_undecided_when_tags_are_not_known if {
	late := instance("late", {}, {"tags": "var.tags", "vpc_security_group_ids": "aws_security_group.app"})
	found([late]).undecided == {"aws_instance.late"}
}

test_undecided_when_a_name_is_not_known if {
	late := build.resource("aws_elasticache_cluster", "late", {}, {"cluster_id": "random_id.x", "security_group_ids": "aws_security_group.app"})
	found([late]).undecided == {"aws_elasticache_cluster.late"}
}

test_undecided_when_groups_are_not_known if {
	late := build.resource("aws_elasticache_cluster", "late", {"cluster_id": "late"}, {"security_group_ids": "local.groups"})
	found([late]).undecided == {"aws_elasticache_cluster.late"}
}

test_undecided_when_a_target_group_is_not_known if {
	service := build.resource("aws_ecs_service", "s", {"name": "s", "network_configuration": [{"security_groups": ["sg-1"]}], "load_balancer": [{}]}, {"load_balancer/0/target_group_arn": "local.tg"})
	found([service]).undecided == {"aws_ecs_service.s"}
}

test_an_interface_belongs_to_the_tier_of_its_instance if {
	found([
		instance("bastion", {"tags": {"role": "bastion"}, "network_interface": [{"device_index": 0}]}, {"network_interface/0/network_interface_id": "aws_network_interface.given"}),
		build.resource("aws_network_interface", "given", {}, {"security_groups": "aws_security_group.app"}),
		build.resource("aws_network_interface", "attached", {"attachment": [{}]}, {"security_groups": "aws_security_group.app", "attachment/0/instance": "aws_instance.bastion"}),
		build.resource("aws_network_interface", "named", {}, {"security_groups": "aws_security_group.app"}),
		build.resource("aws_network_interface_attachment", "a", {"device_index": 1}, {"instance_id": "aws_instance.bastion", "network_interface_id": "aws_network_interface.named"}),
	]) == nothing
}

test_deny_when_an_interface_belongs_to_nobody if {
	alone := build.resource("aws_network_interface", "alone", {}, {"security_groups": "aws_security_group.app"})
	found([alone]).deny == {["aws_network_interface.alone", "aws_network_interface"]}
}

test_targets_one_by_one_stand_behind_their_load_balancer if {
	found([
		instance("served", {}, {"vpc_security_group_ids": "aws_security_group.app"}),
		build.resource("aws_lb_target_group_attachment", "a", {}, {"target_group_arn": "aws_lb_target_group.tg", "target_id": "aws_instance.served"}),
		build.resource("aws_launch_template", "second", {}, {"vpc_security_group_ids": "aws_security_group.app"}),
		build.resource("aws_autoscaling_group", "second", {"launch_template": [{}]}, {"launch_template/0/id": "aws_launch_template.second"}),
		build.resource("aws_autoscaling_attachment", "a", {}, {"autoscaling_group_name": "aws_autoscaling_group.second", "lb_target_group_arn": "aws_lb_target_group.tg"}),
		build.resource("aws_launch_template", "third", {}, {"vpc_security_group_ids": "aws_security_group.app"}),
		build.resource("aws_autoscaling_group", "third", {"launch_template": [{}]}, {"launch_template/0/id": "aws_launch_template.third"}),
		build.resource("aws_autoscaling_traffic_source_attachment", "a", {"traffic_source": [{"type": "elbv2"}]}, {"autoscaling_group_name": "aws_autoscaling_group.third", "traffic_source/0/identifier": "aws_lb_target_group.tg"}),
		build.resource("aws_launch_template", "fourth", {}, {"vpc_security_group_ids": "aws_security_group.app"}),
		build.resource("aws_autoscaling_group", "fourth", {"launch_template": [{}], "traffic_source": [{}]}, {"launch_template/0/id": "aws_launch_template.fourth", "traffic_source/0/identifier": "aws_lb_target_group.tg"}),
	]) == nothing
}

test_rules_of_a_listener_lead_to_members if {
	found([
		build.resource("aws_lb_target_group", "second", {"port": 8000}, {}),
		build.resource(
			"aws_lb_listener_rule", "r", {"action": [{"type": "forward"}]},
			{"listener_arn": "aws_lb_listener.http", "action/0/target_group_arn": "aws_lb_target_group.second"},
		),
		instance("served", {}, {"vpc_security_group_ids": "aws_security_group.app"}),
		build.resource("aws_lb_target_group_attachment", "a", {}, {"target_group_arn": "aws_lb_target_group.second", "target_id": "aws_instance.served"}),
	]) == nothing
}

test_only_interface_endpoints_have_a_tier if {
	gateway := build.resource("aws_vpc_endpoint", "s3", {"vpc_endpoint_type": "Gateway"}, {})
	bare := build.resource("aws_vpc_endpoint", "bare", {"vpc_endpoint_type": "Interface"}, {})
	held := build.resource("aws_vpc_endpoint", "held", {}, {"security_group_ids": "aws_security_group.app"})
	{address | some [address, _] in found([gateway, bare, held]).deny} == {"aws_vpc_endpoint.bare", "aws_vpc_endpoint.held"}
}

test_groups_may_be_given_afterwards if {
	found([
		instance("bastion", {"tags": {"role": "bastion"}}, {"vpc_security_group_ids": "aws_security_group.app"}),
		build.resource("aws_network_interface_sg_attachment", "a", {}, {"network_interface_id": "aws_instance.bastion", "security_group_id": "aws_security_group.app"}),
	]) == nothing
}

test_undecided_when_nobody_knows_who_is_given_a_group if {
	found([
		build.resource("aws_network_interface_sg_attachment", "a", {}, {"network_interface_id": "local.x", "security_group_id": "aws_security_group.app"}),
		build.resource("aws_vpc_endpoint_security_group_association", "b", {}, {"vpc_endpoint_id": "local.x", "security_group_id": "aws_security_group.app"}),
	]).undecided == {"aws_network_interface_sg_attachment.a", "aws_vpc_endpoint_security_group_association.b"}
}

facing(tiers, record) := answer(build.plan([record]), {"tiers": tiers, "flows": [{"from": "internet", "to": "entered", "port": 443}]})

balancer(values) := build.resource("aws_lb", "b", values, {"security_groups": "aws_security_group.b"})

test_deny_when_a_member_of_an_internal_tier_faces_the_internet if {
	facing({"inside": {"types": "aws_lb", "public": false}}, balancer({"internal": false})).deny == {["aws_lb.b", "false"]}
	facing({"inside": {"types": "aws_lb", "public": false}}, balancer({})).deny == {["aws_lb.b", "unset"]}
	cluster := build.resource("aws_eks_cluster", "c", {"vpc_config": [{"security_group_ids": ["sg-1"], "endpoint_public_access": true}]}, {})
	facing({"inside": {"types": "aws_eks_cluster", "public": false}}, cluster).deny == {["aws_eks_cluster.c", "true"]}
}

test_deny_when_a_member_of_a_public_tier_is_internal if {
	facing({"edge": {"types": "aws_lb", "public": true}}, balancer({"internal": true})).deny == {["aws_lb.b", "true"]}
}

test_deny_when_a_load_balancer_faces_the_internet_and_no_flow_enters if {
	facing({"inside": {"types": "aws_lb"}, "entered": {"types": "aws_elb"}}, balancer({"internal": false})).deny == {["aws_lb.b", "false"]}
}

test_allow_when_the_place_is_the_declared_one if {
	facing({"inside": {"types": "aws_lb", "public": false}}, balancer({"internal": true})) == nothing
	facing({"entered": {"types": "aws_lb"}}, balancer({"internal": false})) == nothing
	facing({"inside": {"types": "aws_msk_cluster", "public": false}}, build.resource("aws_msk_cluster", "c", {"broker_node_group_info": [{"security_groups": ["sg-1"]}]}, {})) == nothing
}

test_undecided_when_the_place_is_not_known if {
	late := build.resource("aws_lb", "b", {}, {"internal": "var.internal", "security_groups": "aws_security_group.b"})
	facing({"inside": {"types": "aws_lb", "public": false}}, late).undecided == {"aws_lb.b"}
}

test_undecided_when_the_tag_of_a_selector_is_not_known if {
	tagged := build.with_unknown(build.resource("aws_lb", "b", {"internal": true, "tags": {"team": "web"}}, {"security_groups": "aws_security_group.b"}), {"tags": {"role": true}}, {"tags": {"references": ["var.role"]}})
	facing({"inside": {"tag": {"role": "edge"}}}, tagged).undecided == {"aws_lb.b"}
	facing({"inside": {"tag": {"role": "edge"}}}, tagged).deny == set()
}

test_members_by_address_with_and_without_keys if {
	tiers := {"one": {"address": "aws_lb.b"}, "entered": {"address": "module.x.*"}}
	keyed := build.keyed("aws_lb", "b", "[0]", {"internal": true}, {"security_groups": "aws_security_group.b"})
	facing(tiers, keyed) == nothing
	facing({"entered": {"module": "module.x"}}, keyed).deny == {["aws_lb.b[0]", "aws_lb"]}
	members.placed("module", "module.x", {"stack": "", "address": "module.x.aws_lb.b"}) with input as build.plan([keyed])
	members.placed("module", "module.*", {"stack": "", "address": "module.x[0].aws_lb.b"}) with input as build.plan([keyed])
	not members.placed("module", "module.x", {"stack": "", "address": "module.y.aws_lb.b"}) with input as build.plan([keyed])
}
