package rules.compute.private_subnets_test

import rego.v1

import data.lib.build_test as build
import data.rules.compute.private_subnets as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

subnet(name) := build.resource("aws_subnet", name, {}, {"vpc_id": "aws_vpc.named"})

private := [subnet("a"), subnet("b")]

public := [
	subnet("p"),
	build.resource("aws_internet_gateway", "igw", {}, {}),
	build.resource("aws_route_table", "public", {}, {"vpc_id": "aws_vpc.named"}),
	build.resource("aws_route", "out", {}, {"route_table_id": "aws_route_table.public", "gateway_id": "aws_internet_gateway.igw"}),
	build.resource("aws_route_table_association", "p", {}, {"route_table_id": "aws_route_table.public", "subnet_id": "aws_subnet.p"}),
]

group(names) := build.resource("aws_autoscaling_group", "asg", {}, {"vpc_zone_identifier": names})

instance(values, references) := build.resource("aws_instance", "web", values, references)

declaring(ids) := object.union(data.settings.limits, {"private_subnets": {"declared": ids}})

test_allow_when_the_group_spans_two_private_subnets if {
	resources := array.concat(private, [group(["aws_subnet.a", "aws_subnet.b"])])
	checked(resources) == {"aws_autoscaling_group.asg"}
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_settings_vouch_for_the_ids if {
	fleet := build.resource("aws_autoscaling_group", "asg", {"vpc_zone_identifier": ["subnet-1", "subnet-2"]}, {})
	limits := declaring(["subnet-1", "subnet-2"])
	rule.deny == set() with input as build.architecture([fleet]) with data.settings.limits as limits
	rule.undecided == set() with input as build.architecture([fleet]) with data.settings.limits as limits
}

test_allow_when_an_instance_or_its_interface_is_private if {
	interface := build.resource("aws_network_interface", "eni", {}, {"subnet_id": "aws_subnet.a"})
	resources := array.concat(private, [instance({"network_interface": [{}]}, {"network_interface/0/network_interface_id": "aws_network_interface.eni"}), interface])
	checked(resources) == {"aws_instance.web", "aws_network_interface.eni"}
	denied(resources) == set()
	undecided(resources) == set()
	denied(array.concat(private, [instance({}, {"subnet_id": "aws_subnet.a"})])) == set()
}

test_allow_when_the_stack_is_of_another_system if {
	rule.checked == set() with input as build.plan([group("aws_subnet.p")])
}

test_deny_when_a_subnet_is_public if {
	denied(array.concat(array.concat(private, public), [group(["aws_subnet.a", "aws_subnet.p"])])) == {"aws_autoscaling_group.asg"}
	denied(array.concat(public, [instance({}, {"subnet_id": "aws_subnet.p"})])) == {"aws_instance.web"}
	placed := build.resource("aws_launch_template", "lt", {"network_interfaces": [{}]}, {"network_interfaces/0/subnet_id": "aws_subnet.p"})
	denied(array.concat(public, [placed])) == {"aws_launch_template.lt"}
	interface := build.resource("aws_network_interface", "eni", {}, {"subnet_id": "aws_subnet.p"})
	held := instance({"network_interface": [{}]}, {"network_interface/0/network_interface_id": "aws_network_interface.eni"})
	denied(array.concat(public, [held, interface])) == {"aws_network_interface.eni"}
}

test_deny_when_one_of_several_instances_is_public if {
	resources := array.concat(array.concat(private, public), [
		build.instance("aws_instance", "web", "[\"x\"]", {"subnet_id": "subnet-a"}, {}),
		build.instance("aws_instance", "web", "[\"y\"]", {"subnet_id": "subnet-p"}, {}),
	])
	known := build.with_values(build.with_values(resources, "aws_subnet.a", {"id": "subnet-a"}), "aws_subnet.p", {"id": "subnet-p"})
	denied(known) == {"aws_instance.web[\"y\"]"}
	undecided(known) == set()
}

test_deny_when_a_second_group_is_public if {
	second := build.resource("aws_autoscaling_group", "second", {}, {"vpc_zone_identifier": ["aws_subnet.a", "aws_subnet.p"]})
	denied(array.concat(array.concat(private, public), [group(["aws_subnet.a", "aws_subnet.b"]), second])) == {"aws_autoscaling_group.second"}
}

test_deny_when_no_subnet_is_named if {
	denied([build.resource("aws_autoscaling_group", "asg", {"availability_zones": ["us-east-1a"]}, {})]) == {"aws_autoscaling_group.asg"}
	denied([build.resource("aws_autoscaling_group", "asg", {"vpc_zone_identifier": []}, {})]) == {"aws_autoscaling_group.asg"}
	denied([instance({}, {})]) == {"aws_instance.web"}
}

test_deny_when_it_spans_too_few_or_too_many if {
	one := array.concat(private, [group("aws_subnet.a")])
	denied(one) == {"aws_autoscaling_group.asg"}
	four := array.concat(private, [subnet("c"), subnet("d"), group(["aws_subnet.a", "aws_subnet.b", "aws_subnet.c", "aws_subnet.d"])])
	denied(four) == {"aws_autoscaling_group.asg"}
}

test_undecided_when_the_ids_are_of_another_network if {
	fleet := build.resource("aws_autoscaling_group", "asg", {"vpc_zone_identifier": ["subnet-1", "subnet-2"]}, {})
	undecided([fleet]) == {"aws_autoscaling_group.asg"}
	denied([fleet]) == set()
}

test_undecided_when_the_subnets_are_not_known if {
	undecided([group("local.subnets")]) == {"aws_autoscaling_group.asg"}
	denied([group("local.subnets")]) == set()
	silent := build.with_unknown(build.resource("aws_autoscaling_group", "asg", {}, {}), {"vpc_zone_identifier": true}, {"vpc_zone_identifier": {"references": []}})
	undecided([silent]) == {"aws_autoscaling_group.asg"}
}

# Provider 6 reads the first interface of each instance back as primary_network_interface.
existing(reference) := instance({"primary_network_interface": [{"network_interface_id": "eni-0123456789abcdef0"}]}, {"subnet_id": reference})

test_the_subnet_of_an_instance_that_exists_decides_whatever_interface_aws_gave_it if {
	undecided(array.concat(private, [existing("aws_subnet.a")])) == set()
	denied(array.concat(private, [existing("aws_subnet.a")])) == set()
	denied(array.concat(public, [existing("aws_subnet.p")])) == {"aws_instance.web"}
}

test_undecided_when_a_template_or_an_interface_elsewhere_decides if {
	undecided([instance({"launch_template": [{"id": "lt-1"}]}, {})]) == {"aws_instance.web"}
	undecided([instance({"network_interface": [{"network_interface_id": "eni-1"}]}, {})]) == {"aws_instance.web"}
	denied([instance({"network_interface": [{"network_interface_id": "eni-1"}]}, {})]) == set()
}

test_not_applicable_when_the_limit_is_not_declared if {
	document := build.plan(array.concat(build.system, [build.resource("aws_instance", "i", {}, {}), build.resource("aws_launch_template", "placed", {"network_interfaces": [{"subnet_id": "subnet-0abc"}]}, {})]))
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.limits.private_subnets as null
	rule.deny == set() with input as document with data.settings.limits.private_subnets as null
	rule.undecided == set() with input as document with data.settings.limits.private_subnets as null
}
