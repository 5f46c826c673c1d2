package rules.network.groups_held_by_tier_test

import data.lib.build_test as build
import data.rules.network.groups_held_by_tier as rule
import rego.v1

denied(resources) := found if {
	found := {[finding.address, finding.path] | some finding in rule.deny} with input as build.plan(array.concat(build.system, resources))
}

instance(group) := build.resource("aws_instance", "stranger", {}, {"vpc_security_group_ids": group})

test_allow_when_only_members_hold_groups_of_tiers if {
	denied([]) == set()
	rule.checked == {"aws_lb.alb", "aws_launch_template.lt", "aws_db_instance.db"} with input as build.plan(build.system)
}

test_allow_when_a_stranger_has_a_group_of_its_own if {
	denied([build.group("own"), instance("aws_security_group.own")]) == set()
}

test_allow_when_an_instance_serves_the_target_group if {
	denied([
		instance("aws_security_group.app"),
		build.resource("aws_lb_target_group_attachment", "a", {}, {"target_id": "aws_instance.stranger", "target_group_arn": "aws_lb_target_group.tg"}),
	]) == set()
}

test_deny_when_an_instance_holds_the_applications_group if {
	denied([instance("aws_security_group.app")]) == {["aws_instance.stranger", "vpc_security_group_ids"]}
}

test_deny_when_a_second_fleet_holds_it if {
	denied([build.resource("aws_launch_template", "second", {"network_interfaces": [{}]}, {"network_interfaces/0/security_groups": "aws_security_group.app"})]) == {["aws_launch_template.second", "network_interfaces.0.security_groups"]}
}

test_deny_when_a_classic_load_balancer_holds_the_load_balancers_group if {
	denied([build.resource("aws_elb", "classic", {}, {"security_groups": "aws_security_group.alb"})]) == {["aws_elb.classic", "security_groups"]}
}

test_undecided_when_the_group_is_not_known if {
	resources := array.concat(build.system, [instance("local.group")])
	{finding.address | some finding in rule.undecided} == {"aws_instance.stranger"} with input as build.plan(resources)
	rule.deny == set() with input as build.plan(resources)
}

test_not_applicable_to_another_system if {
	other := build.plan([build.resource("aws_instance", "i", {}, {"vpc_security_group_ids": ["sg-1"]})])
	rule.checked == set() with input as other
	rule.deny == set() with input as other
}

attached(group, interface) := build.resource("aws_network_interface_sg_attachment", "late", {}, {"security_group_id": group, "network_interface_id": interface})

undecided(resources) := found if {
	found := {[finding.address, finding.path] | some finding in rule.undecided} with input as build.plan(array.concat(build.system, resources))
}

bastion := build.resource("aws_instance", "bastion", {}, {"vpc_security_group_ids": "aws_security_group.own"})

test_deny_when_a_group_is_put_on_the_interface_of_a_stranger if {
	every group in ["aws_security_group.app", "aws_security_group.db", "aws_security_group.alb"] {
		denied([build.group("own"), bastion, attached(group, "aws_instance.bastion")]) == {["aws_network_interface_sg_attachment.late", "security_group_id"]}
	}
}

test_allow_when_a_group_is_put_on_the_interface_of_a_member if {
	resources := [
		build.group("own"), bastion, attached("aws_security_group.app", "aws_instance.bastion"),
		build.resource("aws_lb_target_group_attachment", "a", {}, {"target_id": "aws_instance.bastion", "target_group_arn": "aws_lb_target_group.tg"}),
	]
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_a_group_of_no_tier_is_put_on_an_interface if {
	resources := [build.group("own"), bastion, attached("aws_security_group.own", "aws_instance.bastion")]
	denied(resources) == set()
	undecided(resources) == set()
}

test_undecided_when_the_interface_is_not_shown if {
	resources := [build.resource("aws_network_interface_sg_attachment", "late", {"network_interface_id": "eni-1"}, {"security_group_id": "aws_security_group.app"})]
	denied(resources) == set()
	undecided(resources) == {["aws_network_interface_sg_attachment.late", "security_group_id"]}
}

test_undecided_when_a_type_that_no_rule_reads_holds_the_group if {
	resources := [build.resource("aws_spot_fleet_request", "f", {"launch_specification": [{}]}, {"launch_specification/0/vpc_security_group_ids": "aws_security_group.app"})]
	denied(resources) == set()
	undecided(resources) == {["aws_spot_fleet_request.f", "launch_specification.0.vpc_security_group_ids"]}
}

test_allow_when_such_a_type_holds_a_group_of_its_own if {
	resources := [
		build.group("own"),
		build.resource("aws_fsx_ontap_file_system", "m", {}, {"security_groups": "aws_security_group.own"}),
		build.resource("aws_fsx_windows_file_system", "m", {}, {"security_groups": "local.groups"}),
		build.resource("aws_eks_node_group", "n", {"remote_access": [{}]}, {"remote_access/0/source_security_group_ids": "aws_security_group.app"}),
	]
	denied(resources) == set()
	undecided(resources) == set()
}
