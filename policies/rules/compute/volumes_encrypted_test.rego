package rules.compute.volumes_encrypted_test

import rego.v1

import data.lib.build_test as build
import data.rules.compute.volumes_encrypted as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

template(ebs) := build.resource("aws_launch_template", "lt", {"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": [ebs]}]}, {})

instance(values, references) := build.resource("aws_instance", "web", values, references)

elsewhere(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.plan(resources)
}

test_allow_when_every_device_is_encrypted if {
	resources := [
		template({"encrypted": "true"}),
		build.resource("aws_launch_configuration", "lc", {"root_block_device": [{"encrypted": true}]}, {}),
		instance({"root_block_device": [{"encrypted": true}], "ebs_block_device": [{"encrypted": true}]}, {}),
		build.resource("aws_ebs_volume", "data", {"encrypted": true}, {}),
	]
	checked(resources) == {"aws_launch_template.lt", "aws_launch_configuration.lc", "aws_instance.web", "aws_ebs_volume.data"}
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_a_mapping_takes_a_device_away if {
	devices := {"root_block_device": [{"encrypted": true}], "ebs_block_device": [{"device_name": "/dev/sdb", "no_device": true}]}
	denied([build.resource("aws_launch_configuration", "lc", devices, {})]) == set()
}

test_allow_when_the_template_of_an_instance_declares_the_root if {
	denied([template({"encrypted": "true"}), instance({"launch_template": [{}]}, {"launch_template/0/id": "aws_launch_template.lt"})]) == set()
}

test_allow_when_another_system_leaves_the_root_to_the_image if {
	open := [build.resource("aws_launch_template", "lt", {}, {}), instance({}, {})]
	elsewhere(open) == set()
	rule.checked == set() with input as build.plan(open)
}

test_deny_when_a_device_is_not_encrypted if {
	denied([template({"encrypted": "false"})]) == {"aws_launch_template.lt"}
	denied([template({"volume_size": 8})]) == {"aws_launch_template.lt"}
	denied([build.resource("aws_launch_configuration", "lc", {"root_block_device": [{"encrypted": true}], "ebs_block_device": [{}]}, {})]) == {"aws_launch_configuration.lc"}
	denied([instance({"root_block_device": [{"encrypted": false}]}, {})]) == {"aws_instance.web"}
	denied([build.resource("aws_ebs_volume", "data", {"size": 8}, {})]) == {"aws_ebs_volume.data"}
}

test_deny_when_the_second_mapping_is_not_encrypted if {
	mappings := {"block_device_mappings": [{"ebs": [{"encrypted": "true"}]}, {"ebs": [{"encrypted": "false"}]}]}
	paths := {finding.path | some finding in rule.deny} with input as build.architecture([build.resource("aws_launch_template", "lt", mappings, {})])
	paths == {"block_device_mappings.1.ebs.0.encrypted"}
}

test_deny_when_another_system_declares_a_plain_device if {
	elsewhere([template({"encrypted": "false"})]) == {"aws_launch_template.lt"}
}

test_deny_when_this_system_leaves_the_root_to_the_image if {
	resources := [build.resource("aws_launch_template", "lt", {}, {}), instance({}, {})]
	checked(resources) == {"aws_launch_template.lt", "aws_instance.web"}
	denied(resources) == {"aws_launch_template.lt", "aws_instance.web"}
}

test_undecided_when_the_volume_comes_from_a_snapshot if {
	resources := [template({"snapshot_id": "snap-1"}), build.resource("aws_ebs_volume", "data", {}, {"snapshot_id": "local.snapshot"})]
	undecided(resources) == {"aws_launch_template.lt", "aws_ebs_volume.data"}
	denied(resources) == set()
}

test_deny_when_a_volume_from_a_snapshot_says_no if {
	denied([template({"snapshot_id": "snap-1", "encrypted": "false"})]) == {"aws_launch_template.lt"}
}

test_undecided_when_it_is_not_known if {
	resources := [
		build.resource("aws_ebs_volume", "data", {}, {"encrypted": "var.encrypted"}),
		build.resource("aws_launch_template", "lt", {}, {"block_device_mappings": "local.devices"}),
	]
	checked(resources) == {"aws_ebs_volume.data", "aws_launch_template.lt"}
	undecided(resources) == {"aws_ebs_volume.data", "aws_launch_template.lt"}
	denied(resources) == set()
}
