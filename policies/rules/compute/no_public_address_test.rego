package rules.compute.no_public_address_test

import rego.v1

import data.lib.build_test as build
import data.rules.compute.no_public_address as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

template(interface) := build.resource("aws_launch_template", "lt", {"network_interfaces": [interface]}, {})

subnet(values) := build.resource("aws_subnet", "a", values, {})

group := build.resource("aws_autoscaling_group", "asg", {}, {"vpc_zone_identifier": "aws_subnet.a"})

test_allow_when_nothing_gives_a_public_address if {
	resources := [
		template({"associate_public_ip_address": "false"}), subnet({}), group,
		build.resource("aws_instance", "web", {"associate_public_ip_address": false}, {"subnet_id": "aws_subnet.a"}),
		build.resource("aws_launch_configuration", "lc", {"associate_public_ip_address": false}, {}),
	]
	checked(resources) == {"aws_launch_template.lt", "aws_subnet.a", "aws_instance.web", "aws_launch_configuration.lc"}
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_a_subnet_without_instances_maps_addresses if {
	denied([subnet({"map_public_ip_on_launch": true})]) == set()
	checked([subnet({"map_public_ip_on_launch": true})]) == set()
}

test_allow_when_the_elastic_address_is_of_a_nat_gateway if {
	address := object.union(build.resource("aws_eip", "nat", {}, {}), {"change": {"change": {"after": {"network_interface": "eni-1", "instance": ""}}}})
	denied([address]) == set()
	undecided([address]) == set()
}

test_allow_when_the_stack_is_of_another_system if {
	rule.checked == set() with input as build.plan([template({"associate_public_ip_address": "true"})])
	rule.deny == set() with input as build.plan([template({"associate_public_ip_address": "true"})])
}

test_deny_when_an_interface_asks_for_one if {
	denied([template({"associate_public_ip_address": "true"})]) == {"aws_launch_template.lt"}
	denied([template({"associate_public_ip_address": "TRUE"})]) == {"aws_launch_template.lt"}
	denied([build.resource("aws_launch_configuration", "lc", {"associate_public_ip_address": true}, {})]) == {"aws_launch_configuration.lc"}
	denied([build.resource("aws_instance", "web", {"associate_public_ip_address": true}, {})]) == {"aws_instance.web"}
}

test_deny_when_the_second_interface_asks_for_one if {
	interfaces := {"network_interfaces": [{"associate_public_ip_address": "false"}, {"associate_public_ip_address": "true"}]}
	paths := {finding.path | some finding in rule.deny} with input as build.architecture([build.resource("aws_launch_template", "lt", interfaces, {})])
	paths == {"network_interfaces.1.associate_public_ip_address"}
}

test_deny_when_the_subnet_of_the_group_or_of_an_instance_maps_addresses if {
	denied([group, subnet({"map_public_ip_on_launch": true})]) == {"aws_subnet.a"}
	denied([subnet({"map_public_ip_on_launch": true}), build.resource("aws_instance", "web", {}, {"subnet_id": "aws_subnet.a"})]) == {"aws_subnet.a"}
	placed := build.resource("aws_launch_template", "lt", {"network_interfaces": [{}]}, {"network_interfaces/0/subnet_id": "aws_subnet.a"})
	denied([subnet({"map_public_ip_on_launch": true}), placed]) == {"aws_subnet.a"}
	given := build.resource("aws_default_subnet", "a", {}, {})
	denied([given, build.resource("aws_instance", "web", {}, {"subnet_id": "aws_default_subnet.a"})]) == {"aws_default_subnet.a"}
}

test_deny_when_an_elastic_address_is_put_on_an_instance if {
	web := build.resource("aws_instance", "web", {}, {})
	denied([web, build.resource("aws_eip", "ip", {}, {"instance": "aws_instance.web"})]) == {"aws_eip.ip"}
	checked([build.resource("aws_eip", "ip", {"network_interface": "eni-1"}, {})]) == {"aws_eip.ip"}
	denied([build.resource("aws_eip", "ip", {"network_interface": "eni-1"}, {})]) == {"aws_eip.ip"}
	denied([build.resource("aws_eip_association", "ip", {"instance_id": "i-1"}, {})]) == {"aws_eip_association.ip"}
}

test_undecided_when_it_is_not_known if {
	every resources in [
		[build.resource("aws_launch_template", "lt", {"network_interfaces": [{}]}, {"network_interfaces/0/associate_public_ip_address": "var.public"})],
		[build.resource("aws_launch_template", "lt", {}, {"network_interfaces": "local.interfaces"})],
	] {
		undecided(resources) == {"aws_launch_template.lt"}
		denied(resources) == set()
	}
	undecided([group, build.resource("aws_subnet", "a", {}, {"map_public_ip_on_launch": "var.public"})]) == {"aws_subnet.a"}
	undecided([build.resource("aws_eip", "ip", {}, {"instance": "local.instance"})]) == {"aws_eip.ip"}
	denied([build.resource("aws_eip", "ip", {}, {"instance": "local.instance"})]) == set()
}

# ---- an Elastic IP that Terraform forgets

kept := build.resource("aws_instance", "web", {"id": "i-0abcdef01"}, {})

test_deny_when_a_forgotten_address_stays_on_an_instance if {
	denied([kept, build.forgotten("aws_eip", "e", {"instance": "i-0abcdef01"})]) == {"aws_eip.e"}
	denied([kept, build.forgotten("aws_eip_association", "e", {"instance_id": "i-0abcdef01"})]) == {"aws_eip_association.e"}
	interface := build.resource("aws_network_interface", "n", {"id": "eni-0abcdef01"}, {})
	denied([interface, build.forgotten("aws_eip", "e", {"network_interface": "eni-0abcdef01"})]) == {"aws_eip.e"}
}

test_allow_when_a_forgotten_address_is_on_nothing_that_stays_managed if {
	denied([kept, build.forgotten("aws_eip", "e", {"instance": "i-0abcdef02", "network_interface": "eni-0abcdef02"})]) == set()
	checked([build.forgotten("aws_instance", "i", {"id": "i-0abcdef02", "associate_public_ip_address": true})]) == set()
}

# An exception for the address of one instance is none for that of another.
test_the_finding_names_what_has_the_elastic_ip if {
	found := {finding.found |
		some finding in rule.deny with input as build.architecture([
			build.resource("aws_instance", "web", {}, {}),
			build.resource("aws_eip", "ip", {}, {"instance": "aws_instance.web"}),
			build.resource("aws_eip_association", "ip", {"instance_id": "i-1"}, {}),
		])
	}
	found == {"an Elastic IP on aws_instance.web", "an Elastic IP on i-1"}
}

test_allow_when_the_tier_is_meant_to_be_public if {
	settings := {"tiers": {"bastion": {"types": "aws_instance", "public": true}}}
	resources := [
		build.resource("aws_instance", "bastion", {"associate_public_ip_address": true}, {}),
		build.resource("aws_eip", "ip", {}, {"instance": "aws_instance.bastion"}),
	]
	open := rule.deny with input as build.plan(resources) with data.settings as settings
	open == set()
	other := rule.deny with input as build.plan(resources) with data.settings as {"tiers": {"bastion": {"types": "aws_instance"}}}
	{finding.address | some finding in other} == {"aws_instance.bastion", "aws_eip.ip"}
}
