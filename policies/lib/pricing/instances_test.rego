package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture

test_allow_when_a_template_has_more_volumes if {
	mappings := [
		{"device_name": "/dev/sda1", "ebs": [{"volume_type": "gp3", "volume_size": 8}]},
		{"device_name": "/dev/sdb", "ebs": [{"volume_type": "gp2", "volume_size": 100}]},
		{"device_name": "/dev/sdc", "virtual_name": "ephemeral0"},
		{"device_name": "/dev/sdd", "no_device": "true", "virtual_name": ""},
	]
	found := amounts(fleet({}, {"block_device_mappings": mappings}))
	{[item[1], item[3]] | some item in found; startswith(item[1], "volume")} == {["volume 1, gp3, 8 GB", 1280000], ["volume 2, gp2, 100 GB", 20000000]}
}

test_allow_when_the_root_device_is_named_by_the_image if {
	named := object.union(
		fixture.changing(fixture.template, {"block_device_mappings": [{"ebs": [{"volume_type": "gp3", "volume_size": 8}]}]}),
		{
			"unknown": {"block_device_mappings": [{"device_name": true}]},
			"expressions": {"block_device_mappings": [{"device_name": {"references": ["data.aws_ami.image.root_device_name", "data.aws_ami.image"]}}]},
		},
	)
	reasons([fixture.group, named]) == set()
	["aws_autoscaling_group.asg", "volume 1, gp3, 8 GB", 1280000, 1280000, 6400000] in amounts([fixture.group, named])
}

test_undecided_when_the_image_decides_about_volumes if {
	left := {["aws_autoscaling_group.asg", "launch_template", "the size of the root volume is left to the image: map the image's root device"]}
	reasons([fixture.group, fixture.without(fixture.template, ["block_device_mappings"])]) == left
	reasons(fleet({}, {"block_device_mappings": [{"device_name": "/dev/sdb", "ebs": [{"volume_type": "gp3", "volume_size": 8}]}]})) == left
	reasons(fleet({}, {"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": [{"volume_size": 8}]}]})) == {["aws_autoscaling_group.asg", "launch_template", "the type of a volume is left to the image: set volume_type"]}
	hidden := fixture.hiding(fixture.without(fixture.template, ["block_device_mappings"]), {"block_device_mappings": ["var.volumes"]})
	reasons([fixture.group, hidden]) == {["aws_autoscaling_group.asg", "launch_template", "its volumes are not known yet"]}
}

test_allow_when_monitoring_is_detailed if {
	["aws_autoscaling_group.asg", "detailed monitoring", 4200000, 4200000, 21000000] in amounts(fleet({}, {"monitoring": [{"enabled": true}]}))
}

test_undecided_when_a_switch_is_not_known if {
	hidden := object.union(fixture.changing(fixture.template, {"monitoring": [{}]}), {
		"unknown": {"monitoring": [{"enabled": true}]},
		"expressions": {"monitoring": [{"enabled": {"references": ["var.detailed"]}}]},
	})
	reasons([fixture.group, hidden]) == {["aws_autoscaling_group.asg", "launch_template", "whether monitoring is detailed is not known yet"]}
}

test_undecided_when_the_tenancy_is_dedicated if {
	reasons(fleet({}, {"placement": [{"tenancy": "dedicated"}]})) == {["aws_autoscaling_group.asg", "launch_template", "the price book holds shared tenancy only"]}
	reasons(fleet({}, {"placement": [{"tenancy": "default"}]})) == set()
}

test_allow_when_instances_have_public_addresses if {
	public := ["aws_autoscaling_group.asg", "public IPv4 address", 7300000, 7300000, 36500000]
	public in amounts(fleet({}, {"network_interfaces": [{"associate_public_ip_address": "true"}]}))
	by_subnet := fleet({"vpc_zone_identifier": ["subnet-c"]}, {"network_interfaces": []})
	mapping := fixture.resource("aws_subnet", "c", {"id": "subnet-c", "map_public_ip_on_launch": true})
	public in amounts(array.concat(by_subnet, [mapping]))
	not public in amounts(array.concat(by_subnet, [fixture.changing(mapping, {"map_public_ip_on_launch": false})]))
}

test_undecided_when_public_addresses_are_not_known if {
	hidden := object.union(fixture.changing(fixture.template, {"network_interfaces": [{}]}), {
		"unknown": {"network_interfaces": [{"associate_public_ip_address": true}]},
		"expressions": {"network_interfaces": [{"associate_public_ip_address": {"references": ["var.public"]}}]},
	})
	reasons([fixture.group, hidden]) == {["aws_autoscaling_group.asg", "launch_template", "whether it has a public address is not known yet"]}
	by_subnet := fleet({"vpc_zone_identifier": ["subnet-c"]}, {"network_interfaces": []})
	mapping := fixture.hiding(fixture.resource("aws_subnet", "c", {"id": "subnet-c"}), {"map_public_ip_on_launch": ["var.public"]})
	reasons(array.concat(by_subnet, [mapping])) == {["aws_autoscaling_group.asg", "launch_template", "whether its subnet gives it a public address is not known yet"]}
}

test_allow_when_an_instance_stands_alone if {
	instance := fixture.resource("aws_instance", "one", {"instance_type": "t3.small", "root_block_device": [{"volume_type": "gp3", "volume_size": 8}]})
	amounts([instance]) == {
		["aws_instance.one", "t3.small instances", 15184000, 15184000, 15184000],
		["aws_instance.one", "volume 1, gp3, 8 GB", 640000, 640000, 640000],
	}
	charges([instance]) == {["aws_instance.one", "web", "surplus CPU credits of burstable instances: $0.05 a vCPU-hour ($0.04 on t4g)"]}
}

test_undecided_when_the_root_volume_of_an_instance_is_not_set if {
	instance := fixture.resource("aws_instance", "one", {"instance_type": "m5.large"})
	reasons([instance]) == {["aws_instance.one", "root_block_device.0.volume_size", "the size of a volume is not set"]}
}
