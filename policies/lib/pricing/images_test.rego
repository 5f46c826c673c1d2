package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

disk(device, size) := {"device_name": device, "ebs": {"volume_size": size, "volume_type": "gp3", "iops": "3000", "throughput": "0"}, "no_device": "", "virtual_name": ""}

image(values) := fixture.read("aws_ami", "linux", object.union({"id": "ami-1", "root_device_name": "/dev/xvda", "block_device_mappings": [disk("/dev/xvda", "8")]}, values))

from_image(values) := array.concat(fleet({}, {"image_id": "ami-1"}), [image(values)])

on_template(path, reason) := {["aws_launch_template.lt", path, reason]}

licence(words) := on_template("image_id", concat("", ["the image ", words, ", and the price book holds Linux without a licence"]))

test_undecided_when_the_image_has_a_licence if {
	reasons(from_image({"platform": "windows"})) == licence("says platform windows")
	reasons(from_image({"platform_details": "Red Hat Enterprise Linux", "usage_operation": "RunInstances:0010"})) == licence("says platform_details Red Hat Enterprise Linux")
	reasons(from_image({"product_codes": [{"product_code_id": "x"}]})) == licence("is sold in the AWS Marketplace")
	reasons(from_image({"image_owner_alias": "aws-marketplace"})) == licence("is sold in the AWS Marketplace")
	reasons(from_image({"owners": ["679593333241"]})) == licence("is sold in the AWS Marketplace")
	reasons(fleet({}, {"image_id": "resolve:ssm:/aws/service/ami-windows-latest/Windows"})) == licence("is looked for by resolve:ssm:/aws/service/ami-windows-latest/Windows")
}

test_allow_when_the_image_is_plain if {
	reasons(from_image({"platform": "", "platform_details": "Linux/UNIX", "usage_operation": "RunInstances", "product_codes": [], "owners": ["self"]})) == set()
	reasons(from_image({"platform": null, "platform_details": null, "usage_operation": null})) == set()
	reasons(from_image({"platform": "windows", "platform_details": "", "usage_operation": ""})) == set()
	reasons(fleet({}, {"image_id": "ami-of-somebody"})) == set()
	reasons(fleet({}, {"image_id": "resolve:ssm:/aws/service/ami-amazon-linux-latest/x"})) == set()
}

late_image(values) := [
	fixture.group,
	object.union(fixture.template, {"unknown": {"image_id": true}, "expressions": {"image_id": {"references": ["data.aws_ami.linux.id", "data.aws_ami.linux"]}}}),
	object.union(fixture.read("aws_ami", "linux", values), {"unknown": {"id": true}}),
]

test_an_image_that_is_not_read_yet_is_known_by_what_it_is_looked_for if {
	reasons(late_image({"filter": [{"name": "name", "values": ["Windows_Server-2022-*"]}]})) == licence("is looked for by Windows_Server-2022-*")
	reasons(late_image({"name_regex": "^RHEL-9"})) == licence("is looked for by ^RHEL-9")
	reasons(late_image({"filter": [{"name": "name", "values": ["al2023-*"]}]})) == set()
}

keyed_image(key, values) := object.union(image(object.union({"id": key}, values)), {"key": concat("", ["[\"", key, "\"]"])})

test_every_image_that_may_be_meant_counts if {
	resources := [
		fixture.group,
		object.union(fixture.template, {"unknown": {"image_id": true}, "expressions": {"image_id": {"references": ["data.aws_ami.linux"]}}}),
		keyed_image("ami-a", {}), keyed_image("ami-b", {"platform": "windows"}),
	]
	reasons(resources) == licence("says platform windows")
	two_roots := array.concat(array.slice(resources, 0, 2), [keyed_image("ami-a", {}), keyed_image("ami-b", {"root_device_name": "/dev/sda1", "block_device_mappings": []})])
	reasons(two_roots) == {["aws_autoscaling_group.asg", "launch_template", "the size of the root volume is left to the image: map the image's root device"]}
}

test_undecided_when_there_are_licences_or_hosts if {
	reasons(fleet({}, {"license_specification": [{"license_configuration_arn": "x"}]})) == on_template("license_specification", "the price book holds no licences")
	reasons(fleet({}, {"license_specification": []})) == set()
	reasons(fleet({}, {"placement": [{"host_id": "h-1"}]})) == on_template("placement.0.host_id", "the price book holds no dedicated hosts")
}

volumes_of(resources) := {[item[1], item[2]] | some item in amounts(resources); contains(item[1], "volume")}

test_volumes_of_the_image_that_nobody_names_are_priced if {
	volumes_of(from_image({})) == {["volume 1, gp3, 8 GB", 1280000]}
	second := {"block_device_mappings": [disk("/dev/xvda", "8"), disk("/dev/sdb", "100"), object.union(disk("/dev/sdc", "1"), {"virtual_name": "ephemeral0"})]}
	volumes_of(from_image(second)) == {["volume 1, gp3, 8 GB", 1280000], ["volume of the image, gp3, 100 GB", 16000000]}
	other_root := {"root_device_name": "/dev/sda1", "block_device_mappings": [disk("/dev/sda1", "1000")]}
	volumes_of(from_image(other_root)) == {["volume 1, gp3, 8 GB", 1280000], ["volume of the image, gp3, 1000 GB", 160000000]}
	unsized := {"root_device_name": "/dev/sda1", "block_device_mappings": []}
	reasons(from_image(unsized)) == {["aws_autoscaling_group.asg", "launch_template", "the size of the root volume is left to the image: map the image's root device"]}
	blamed := {item.blamed.maximum |
		items := pricing.items with input as fixture.plan(from_image(other_root))
		some item in items
	}
	blamed == {{"address": "aws_launch_template.lt", "path": "image_id"}}
}

test_the_root_device_by_reference_covers_the_root_of_the_image if {
	named := object.union(
		fixture.changing(fixture.template, {"image_id": "ami-1", "block_device_mappings": [{"ebs": [{"volume_type": "gp3", "volume_size": 8}]}]}),
		{
			"unknown": {"block_device_mappings": [{"device_name": true}]},
			"expressions": {"block_device_mappings": [{"device_name": {"references": ["data.aws_ami.linux.root_device_name", "data.aws_ami.linux"]}}]},
		},
	)
	volumes_of([fixture.group, named, image({"root_device_name": "/dev/sda1", "block_device_mappings": [disk("/dev/sda1", "1000")]})]) == {["volume 1, gp3, 8 GB", 1280000]}
}

test_an_instance_sets_its_root_volume_itself if {
	instance := fixture.resource("aws_instance", "one", {"ami": "ami-1", "instance_type": "t3.small", "root_block_device": [{"volume_type": "gp3", "volume_size": 8}]})
	volumes_of([instance, image({"block_device_mappings": [disk("/dev/xvda", "100"), disk("/dev/sdb", "10")]})]) == {["volume 1, gp3, 8 GB", 640000], ["volume of the image, gp3, 10 GB", 800000]}
}

# ------------------------------------------------------------------------------------------------ instances from templates

started(values) := [
	fixture.resource("aws_instance", "one", object.union({"launch_template": [{"name": "productos-api-lt"}]}, values)),
	fixture.changing(fixture.template, {
		"monitoring": [{"enabled": true}],
		"block_device_mappings": [
			{"device_name": "/dev/xvda", "ebs": [{"volume_type": "gp3", "volume_size": 8}]},
			{"device_name": "/dev/sdb", "ebs": [{"volume_type": "gp3", "volume_size": 100}]},
		],
	}),
]

test_an_instance_has_what_its_template_says if {
	amounts(started({})) == {
		["aws_instance.one", "t3.small instances", 15184000, 15184000, 15184000],
		["aws_instance.one", "detailed monitoring", 2100000, 2100000, 2100000],
		["aws_instance.one", "volume 1, gp3, 8 GB", 640000, 640000, 640000],
		["aws_instance.one", "volume 2, gp3, 100 GB", 8000000, 8000000, 8000000],
	}
	reasons(started({})) == set()
}

test_what_an_instance_says_stands_over_its_template if {
	amounts(started({
		"instance_type": "t3.micro", "monitoring": true, "associate_public_ip_address": true,
		"root_block_device": [{"volume_type": "gp3", "volume_size": 20}],
		"ebs_block_device": [{"device_name": "/dev/sdb", "volume_type": "gp3", "volume_size": 10}],
	})) == {
		["aws_instance.one", "t3.micro instances", 7592000, 7592000, 7592000],
		["aws_instance.one", "detailed monitoring", 2100000, 2100000, 2100000],
		["aws_instance.one", "public IPv4 address", 3650000, 3650000, 3650000],
		["aws_instance.one", "volume 1, gp3, 20 GB", 1600000, 1600000, 1600000],
		["aws_instance.one", "volume 2, gp3, 10 GB", 800000, 800000, 800000],
	}
}

test_undecided_when_the_template_of_an_instance_is_not_in_the_plan if {
	[instance, template] := started({})
	lost := {["aws_instance.one", "launch_template", "which launch template it starts from cannot be told from the plan"]}
	reasons([instance]) == lost
	hidden := object.union(fixture.resource("aws_instance", "one", {}), {"unknown": {"launch_template": true}})
	reasons([hidden, template]) == lost
	settled_two := fixture.unchanged(fixture.changing(template, {"default_version": 2, "latest_version": 2}))
	pinned := fixture.changing(instance, {"launch_template": [{"name": "productos-api-lt", "version": "1"}]})
	{reason[1] | some reason in reasons([pinned, settled_two])} == {"launch_template.0.version"}
}

test_an_instance_that_is_there_shows_what_its_template_gave_it if {
	[instance, template] := started({"instance_type": "t3.small", "root_block_device": [{"volume_type": "gp3", "volume_size": 8}]})
	volumes_of([fixture.unchanged(instance), template]) == {["volume 1, gp3, 8 GB", 640000]}
}
