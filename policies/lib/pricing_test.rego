package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

# Items of a plan without their paths: [address, item, minimum, desired, maximum].
amounts(resources) := {[found.address, found.item, found.minimum, found.desired, found.maximum] |
	items := pricing.items with input as fixture.plan(resources)
	some found in items
}

# What stays without a price: [address, path, reason].
reasons(resources) := {[found.address, found.path, found.reason] |
	unpriced := pricing.unpriced with input as fixture.plan(resources)
	some found in unpriced
}

charges(resources) := {[found.address, found.part, found.usage] |
	found_charges := pricing.charges with input as fixture.plan(resources)
	some found in found_charges
}

total(resources, size) := sum([found[size] |
	items := pricing.items with input as fixture.plan(resources)
	some found in items
])

# ------------------------------------------------------------------------------------------------ whole stacks

test_allow_when_the_web_tier_is_the_guides if {
	amounts(fixture.web) == {
		["aws_lb.alb", "load balancer", 16425000, 16425000, 16425000],
		["aws_lb.alb", "public IPv4 addresses, one in each subnet", 7300000, 7300000, 7300000],
		["aws_autoscaling_group.asg", "t3.small instances", 30368000, 30368000, 151840000],
		["aws_autoscaling_group.asg", "volume 1, gp3, 8 GB", 1280000, 1280000, 6400000],
	}
	reasons(fixture.web) == set()
	charges(fixture.web) == {
		["aws_lb.alb", "web", "capacity units: $0.008 a LCU-hour"],
		["aws_lb.alb", "web", "traffic to the Internet: $0.09 a gigabyte for the first 10 TB"],
		["aws_autoscaling_group.asg", "web", "surplus CPU credits of burstable instances: $0.05 a vCPU-hour ($0.04 on t4g)"],
	}
}

test_allow_when_the_stack_has_a_database_and_monitoring if {
	total(fixture.stack, "minimum") == 74313000
	total(fixture.stack, "desired") == 74313000
	total(fixture.stack, "maximum") == 200905000
	reasons(fixture.stack) == set()
}

test_allow_when_costs_are_shown_with_their_parts_and_charges if {
	costs := {cost | some cost in pricing.costs} with input as {"stacks": {"shop": fixture.plan([fixture.alb])}}
	costs == {
		{"stack": "shop", "part": "web", "address": "shop::aws_lb.alb", "item": "load balancer", "minimum": 16425000, "desired": 16425000, "maximum": 16425000, "usage": ""},
		{"stack": "shop", "part": "web", "address": "shop::aws_lb.alb", "item": "public IPv4 addresses, one in each subnet", "minimum": 7300000, "desired": 7300000, "maximum": 7300000, "usage": ""},
		{"stack": "shop", "part": "web", "address": "shop::aws_lb.alb", "item": "capacity units", "minimum": 0, "desired": 0, "maximum": 0, "usage": "$0.008 a LCU-hour"},
		{"stack": "shop", "part": "web", "address": "shop::aws_lb.alb", "item": "traffic to the Internet", "minimum": 0, "desired": 0, "maximum": 0, "usage": "$0.09 a gigabyte for the first 10 TB"},
	}
}

test_undecided_when_there_is_no_price_book if {
	found := pricing.unpriced with input as fixture.plan([fixture.dashboard, fixture.security_group]) with data.settings as {}
	{[unpriced.address, unpriced.reason] | some unpriced in found} == {
		["aws_cloudwatch_dashboard.dashboard", "the price book has no row cloudwatch.dashboard"],
		["aws_security_group.sg", "the price book neither prices aws_security_group nor lists it as free"],
	}
}

test_undecided_when_a_type_is_in_no_list if {
	cluster := fixture.resource("aws_eks_cluster", "k", {})
	reasons([cluster, fixture.security_group]) == {["aws_eks_cluster.k", "", "the price book neither prices aws_eks_cluster nor lists it as free"]}
}

test_allow_when_a_type_costs_by_use_only if {
	bucket := fixture.resource("aws_s3_bucket", "b", {})
	reasons([bucket]) == set()
	amounts([bucket]) == set()
	charges([bucket]) == {["aws_s3_bucket.b", "other", "storage: $0.023 a gigabyte-month, and requests"]}
}

test_allow_when_types_have_one_price if {
	resources := [
		fixture.resource("aws_nat_gateway", "nat", {}),
		fixture.resource("aws_eip", "nat", {}),
		fixture.resource("aws_kms_key", "key", {}),
		fixture.resource("aws_secretsmanager_secret", "secret", {}),
	]
	amounts(resources) == {
		["aws_nat_gateway.nat", "NAT gateway", 32850000, 32850000, 32850000],
		["aws_eip.nat", "public IPv4 address", 3650000, 3650000, 3650000],
		["aws_kms_key.key", "key", 1000000, 1000000, 1000000],
		["aws_secretsmanager_secret.secret", "secret", 400000, 400000, 400000],
	}
	charges(resources) == {
		["aws_nat_gateway.nat", "network", "traffic through the gateway: $0.045 a gigabyte"],
		["aws_kms_key.key", "other", "requests to the key: $0.03 for 10,000"],
		["aws_secretsmanager_secret.secret", "other", "calls to the secret: $0.05 for 10,000"],
	}
}

test_allow_when_equal_items_are_counted_each if {
	total([fixture.alarm, object.union(fixture.alarm, {"name": "other"})], "desired") == 200000
}

test_undecided_when_a_stack_stands_in_another_region if {
	ireland := fixture.resource("aws_subnet", "a", {"availability_zone": "eu-west-1a"})
	virginia := fixture.resource("aws_subnet", "b", {"availability_zone": "us-east-1b"})
	reasons([ireland, virginia]) == {["aws_subnet.a", "availability_zone", "it stands in eu-west-1a, and the price book holds the prices of us-east-1"]}
}

test_allow_when_amounts_are_written_as_dollars if {
	pricing.dollars(0) == "$0.00"
	pricing.dollars(4999) == "$0.00"
	pricing.dollars(5000) == "$0.01"
	pricing.dollars(55373000) == "$55.37"
	pricing.dollars(60000000) == "$60.00"
	pricing.dollars(1234567890) == "$1234.57"
	pricing.dollars(999999999) == "$1000.00"
}

# ------------------------------------------------------------------------------------------------ load balancers

balancer(values) := fixture.changing(fixture.alb, values)

test_allow_when_a_load_balancer_has_no_public_addresses if {
	inside := {["aws_lb.alb", "load balancer", 16425000, 16425000, 16425000]}
	amounts([balancer({"internal": true})]) == inside
	amounts([balancer({"ip_address_type": "dualstack-without-public-ipv4"})]) == inside
}

test_allow_when_the_type_of_a_load_balancer_is_not_set if {
	["aws_lb.alb", "load balancer", 16425000, 16425000, 16425000] in amounts([fixture.without(fixture.alb, ["load_balancer_type"])])
}

test_allow_when_a_load_balancer_is_classic if {
	classic := fixture.resource("aws_elb", "elb", {"availability_zones": ["us-east-1a", "us-east-1b", "us-east-1c"]})
	amounts([classic]) == {
		["aws_elb.elb", "load balancer", 18250000, 18250000, 18250000],
		["aws_elb.elb", "public IPv4 addresses, one in each subnet", 10950000, 10950000, 10950000],
	}
}

test_allow_when_a_load_balancer_brings_its_own_addresses if {
	mapped := balancer({"load_balancer_type": "network", "subnet_mapping": [{"subnet_id": "subnet-a", "allocation_id": "eipalloc-1"}, {"subnet_id": "subnet-b"}]})
	["aws_lb.alb", "public IPv4 addresses, one in each subnet", 3650000, 3650000, 3650000] in amounts([mapped])
}

test_undecided_when_the_type_of_a_load_balancer_is_not_known_or_not_in_the_book if {
	reasons([fixture.hiding(fixture.without(fixture.alb, ["load_balancer_type"]), {"load_balancer_type": ["var.kind"]})]) == {["aws_lb.alb", "load_balancer_type", "load_balancer_type is not known yet"]}
	reasons([balancer({"load_balancer_type": "gateway"})]) == {["aws_lb.alb", "load_balancer_type", "the price book has no row lb.gateway"]}
}

test_undecided_when_it_is_not_known_whether_a_load_balancer_is_internal if {
	reasons([fixture.hiding(fixture.without(fixture.alb, ["internal"]), {"internal": ["var.internal"]})]) == {["aws_lb.alb", "subnets", "whether it has public addresses (internal) is not known yet"]}
}

# ------------------------------------------------------------------------------------------------ subnets

subnet(name) := fixture.resource("aws_subnet", name, {})

standing_in(references) := fixture.hiding(fixture.without(fixture.alb, ["subnets"]), {"subnets": references})

addresses(resources) := {[found.address, found.desired] |
	items := pricing.items with input as fixture.plan(resources)
	some found in items
	found.path == "subnets"
}

test_allow_when_subnets_are_counted_by_reference if {
	addresses([
		standing_in(["aws_subnet.a.id", "aws_subnet.a", "aws_subnet.b.id", "aws_subnet.b", "aws_subnet.c.id", "aws_subnet.c"]),
		subnet("a"),
		subnet("b"),
		subnet("c"),
	]) == {["aws_lb.alb", 10950000]}
}

test_allow_when_a_reference_means_every_instance_of_a_subnet if {
	addresses([
		standing_in(["aws_subnet.a"]),
		fixture.keyed(subnet("a"), "[0]"),
		fixture.keyed(subnet("a"), "[1]"),
		fixture.keyed(subnet("a"), "[2]"),
		fixture.keyed(subnet("a"), "[3]"),
		subnet("b"),
	]) == {["aws_lb.alb", 14600000]}
}

test_undecided_when_the_subnets_cannot_be_counted if {
	cannot := {["aws_lb.alb", "subnets", "how many subnets it stands in cannot be told from the plan"]}
	reasons([standing_in(["data.aws_subnets.all.ids", "data.aws_subnets.all"])]) == cannot
	reasons([fixture.without(fixture.alb, ["subnets"])]) == {["aws_lb.alb", "subnets", "which subnets it stands in is not known yet"]}
}

test_undecided_when_there_are_too_many_subnets_to_follow if {
	found := pricing.unpriced with input as fixture.plan([standing_in(["aws_subnet.a"]), fixture.keyed(subnet("a"), "[0]")]) with pricing.join_limit as 0
	{unpriced.reason | some unpriced in found} == {"there are too many subnets to follow its references"}
}

test_allow_when_a_literal_stands_beside_references if {
	mixed := object.union(standing_in([]), {"expressions": {"subnets": {"references": ["aws_subnet.a.id", "aws_subnet.a"], "constant_value": ["subnet-1"]}}})
	addresses([mixed, subnet("a")]) == {["aws_lb.alb", 7300000]}
}

# ------------------------------------------------------------------------------------------------ volumes

volume(values) := fixture.resource("aws_ebs_volume", "v", values)

volume_amount(values) := [found.desired |
	items := pricing.items with input as fixture.plan([volume(values)])
	some found in items
]

test_allow_when_volumes_have_a_price if {
	volume_amount({"size": 10}) == [1000000]
	volume_amount({"size": 10, "type": "gp3"}) == [800000]
	volume_amount({"size": 40, "type": "gp3", "iops": 4000, "throughput": 130}) == [8400000]
	volume_amount({"size": 40, "type": "gp3", "iops": 3000, "throughput": 125}) == [3200000]
	volume_amount({"size": 30, "type": "io1", "iops": 300}) == [23250000]
	volume_amount({"size": 20, "type": "standard"}) == [1000000]
	charges([volume({"size": 20, "type": "standard"})]) == {["aws_ebs_volume.v", "other", "requests to magnetic volumes: $0.05 a million"]}
}

test_allow_when_what_is_ordered_costs_as_much_as_the_volume if {
	volume_amount({"size": 52, "type": "io1", "iops": 100}) == [13000000]
}

test_undecided_when_a_volume_is_not_known_enough if {
	reasons([volume({})]) == {["aws_ebs_volume.v", "size", "the size of a volume is not set"]}
	reasons([volume({"size": 2.5})]) == {["aws_ebs_volume.v", "size", "the size of a volume is not of the expected type"]}
	reasons([fixture.hiding(volume({}), {"size": ["var.size"]})]) == {["aws_ebs_volume.v", "size", "the size of a volume is not known yet"]}
	reasons([volume({"size": 8, "type": "zp9"})]) == {["aws_ebs_volume.v", "size", "the price book has no row ebs.zp9"]}
	reasons([volume({"size": 8, "type": "io2"})]) == {["aws_ebs_volume.v", "size", "the operations of a volume (iops) are not set"]}
	reasons([fixture.hiding(volume({"size": 8, "type": "gp3"}), {"iops": ["var.iops"]})]) == {["aws_ebs_volume.v", "size", "what is ordered beyond the volume's own speed is not known yet"]}
	reasons([fixture.hiding(volume({"size": 8}), {"type": ["var.type"]})]) == {["aws_ebs_volume.v", "size", "the type of a volume is left to the image: set volume_type"]}
}

# ------------------------------------------------------------------------------------------------ groups

# The group with its template, changed.
fleet(values, template_values) := [fixture.changing(fixture.group, values), fixture.changing(fixture.template, template_values)]

test_allow_when_no_size_is_desired if {
	resources := [fixture.without(fixture.group, ["desired_capacity"]), fixture.template]
	["aws_autoscaling_group.asg", "t3.small instances", 30368000, 30368000, 151840000] in amounts(resources)
}

test_undecided_when_a_size_is_not_known if {
	every size in ["min_size", "max_size", "desired_capacity"] {
		reasons([fixture.hiding(fixture.without(fixture.group, [size]), {size: ["var.size"]}), fixture.template]) == {["aws_autoscaling_group.asg", size, concat("", [size, " is not known yet"])]}
	}
	reasons(fleet({"max_size": "10"}, {})) == {["aws_autoscaling_group.asg", "max_size", "max_size is not of the expected type"]}
}

test_undecided_when_the_class_has_no_price if {
	reasons(fleet({}, {"instance_type": "x9.mega"})) == {["aws_autoscaling_group.asg", "launch_template", "the price book has no row ec2.x9.mega"]}
	reasons([fixture.group, fixture.without(fixture.template, ["instance_type"])]) == {["aws_autoscaling_group.asg", "launch_template", "instance_type is not set"]}
}

test_allow_when_the_template_is_found_by_reference_or_id if {
	by_reference := object.union(fixture.changing(fixture.group, {"launch_template": [{}]}), {
		"unknown": {"launch_template": [{"id": true}]},
		"expressions": {"launch_template": [{"id": {"references": ["aws_launch_template.lt.id", "aws_launch_template.lt"]}}]},
	})
	["aws_autoscaling_group.asg", "t3.small instances", 30368000, 30368000, 151840000] in amounts([by_reference, fixture.template])
	by_id := fleet({"launch_template": [{"id": "lt-1"}]}, {"id": "lt-1"})
	["aws_autoscaling_group.asg", "t3.small instances", 30368000, 30368000, 151840000] in amounts(by_id)
}

test_allow_when_the_only_instance_of_a_template_is_meant if {
	one := object.union(fixture.changing(fixture.group, {"launch_template": [{}]}), {
		"unknown": {"launch_template": [{"id": true}]},
		"expressions": {"launch_template": [{"id": {"references": ["aws_launch_template.lt"]}}]},
	})
	resources := [one, fixture.keyed(fixture.template, "[0]")]
	["aws_autoscaling_group.asg", "t3.small instances", 30368000, 30368000, 151840000] in amounts(resources)
	reasons(array.concat(resources, [fixture.keyed(fixture.template, "[1]")])) == {["aws_autoscaling_group.asg", "launch_template", "it may start from more than one launch template, or from none"]}
}

test_undecided_when_the_template_cannot_be_told if {
	reasons([fixture.group]) == {["aws_autoscaling_group.asg", "launch_template", "which launch template it starts from cannot be told from the plan"]}
	reasons([fixture.changing(fixture.group, {"launch_template": []}), fixture.template]) == {["aws_autoscaling_group.asg", "launch_template", "it may start from more than one launch template, or from none"]}
}

test_undecided_when_two_templates_share_a_name if {
	twin := object.union(fixture.template, {"name": "twin"})
	reasons([fixture.group, fixture.template, twin]) == {["aws_autoscaling_group.asg", "launch_template", "it may start from more than one launch template, or from none"]}
}

test_undecided_when_the_group_keeps_a_warm_pool if {
	reasons(fleet({"warm_pool": [{"min_size": 1}]}, {})) == {["aws_autoscaling_group.asg", "warm_pool", "the price of a warm pool is not in the book"]}
	reasons(fleet({"warm_pool": []}, {})) == set()
}

mixed(policy) := {"launch_template": [], "mixed_instances_policy": [{"launch_template": [object.union({"launch_template_specification": [{"launch_template_name": "productos-api-lt"}]}, policy)]}]}

test_allow_when_the_dearest_class_of_several_counts if {
	resources := fleet(mixed({"override": [{"instance_type": "t3.small"}, {"instance_type": "t3.large"}, {"instance_type": "t3.medium"}]}), {})
	["aws_autoscaling_group.asg", "instances of the dearest class", 121472000, 121472000, 607360000] in amounts(resources)
	["aws_autoscaling_group.asg", "t3.small instances", 30368000, 30368000, 151840000] in amounts(fleet(mixed({}), {}))
}

test_undecided_when_one_of_several_classes_has_no_price if {
	some_unknown := fleet(mixed({"override": [{"instance_type": "t3.small"}, {"instance_type": "x9.mega"}]}), {})
	reasons(some_unknown) == {["aws_autoscaling_group.asg", "launch_template", "the price book has no row ec2.x9.mega"]}
	by_need := fleet(mixed({"override": [{"instance_requirements": [{}]}]}), {})
	reasons(by_need) == {["aws_autoscaling_group.asg", "launch_template", "instance_type is not set"]}
	hidden := object.union(fixture.changing(fixture.group, mixed({})), {"unknown": {"mixed_instances_policy": [{"launch_template": [{"override": true}]}]}})
	reasons([hidden, fixture.template]) == set()
	late := fixture.hiding(fixture.resource("aws_eip", "late", {}), {"public_ip": []})
	doc := object.union(fixture.plan([hidden, fixture.template, late]), {"relevant_attributes": [{"resource": "aws_eip.late", "attribute": ["public_ip"]}]})
	found := {line.reason | some line in pricing.unpriced} with input as doc
	"which launch template it starts from cannot be told from the plan" in found
}

test_undecided_when_a_class_may_start_from_another_template if {
	other := object.union(fixture.changing(fixture.template, {"name": "other"}), {"name": "other"})
	resources := array.concat(fleet(mixed({"override": [{"instance_type": "t3.small", "launch_template_specification": [{"launch_template_name": "other"}]}]}), {}), [other])
	reasons(resources) == {["aws_autoscaling_group.asg", "launch_template", "it may start from more than one launch template, or from none"]}
}

# ------------------------------------------------------------------------------------------------ machines

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

test_allow_when_a_group_starts_from_a_launch_configuration if {
	configuration := fixture.resource("aws_launch_configuration", "lc", {
		"name": "lc",
		"instance_type": "t3.micro",
		"root_block_device": [{"volume_type": "gp2", "volume_size": 10}],
		"ebs_block_device": [{"volume_size": 20}, {"no_device": true}],
	})
	resources := [fixture.changing(fixture.group, {"launch_template": [], "launch_configuration": "lc"}), configuration]
	amounts(resources) == {
		["aws_autoscaling_group.asg", "t3.micro instances", 15184000, 15184000, 75920000],
		["aws_autoscaling_group.asg", "volume 1, gp2, 10 GB", 2000000, 2000000, 10000000],
		["aws_autoscaling_group.asg", "volume 2, gp2, 20 GB", 4000000, 4000000, 20000000],
		["aws_autoscaling_group.asg", "detailed monitoring", 4200000, 4200000, 21000000],
	}
	paths := {found.path |
		items := pricing.items with input as fixture.plan(resources)
		some found in items
	}
	paths == {"launch_configuration"}
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

# ------------------------------------------------------------------------------------------------ endpoints

endpoint(values) := fixture.resource("aws_vpc_endpoint", "e", values)

test_allow_when_an_endpoint_is_a_gateway if {
	every values in [{}, {"vpc_endpoint_type": "Gateway"}] {
		amounts([endpoint(values)]) == set()
		reasons([endpoint(values)]) == set()
	}
}

test_allow_when_an_endpoint_has_interfaces if {
	resources := [endpoint({"vpc_endpoint_type": "Interface", "subnet_ids": ["subnet-a", "subnet-b"]})]
	amounts(resources) == {["aws_vpc_endpoint.e", "interface endpoint", 14600000, 14600000, 14600000]}
	charges(resources) == {["aws_vpc_endpoint.e", "network", "traffic through the endpoint: $0.01 a gigabyte"]}
}

test_undecided_when_an_endpoint_is_of_another_kind_or_stands_nowhere if {
	reasons([endpoint({"vpc_endpoint_type": "GatewayLoadBalancer"})]) == {["aws_vpc_endpoint.e", "subnet_ids", "the price book holds gateway and interface endpoints only"]}
	reasons([endpoint({"vpc_endpoint_type": "Interface"})]) == {["aws_vpc_endpoint.e", "subnet_ids", "which subnets it stands in is not known yet"]}
}

# ------------------------------------------------------------------------------------------------ databases

database(values) := fixture.changing(fixture.database, values)

database_amounts(found) := {[item[1], item[3]] | some item in amounts([found])}

test_allow_when_a_database_stands_in_one_zone if {
	database_amounts(fixture.database) == {
		["database db.t3.micro", 13140000],
		["storage, 20 GB", 2300000],
		["secret of the master password", 400000],
	}
	charges([database({"max_allocated_storage": 100})]) == {
		["aws_db_instance.db", "database", "backups beyond the size of the database: $0.095 a gigabyte-month"],
		["aws_db_instance.db", "database", "surplus CPU credits of a burstable database: $0.075 a vCPU-hour"],
		["aws_db_instance.db", "database", "storage that grows by itself up to max_allocated_storage: at the same price a gigabyte"],
		["aws_db_instance.db", "database", "calls to the secret: $0.05 for 10,000"],
	}
}

test_allow_when_a_database_stands_in_two_zones if {
	database_amounts(database({"multi_az": true, "manage_master_user_password": false})) == {
		["database db.t3.micro, in two zones", 26280000],
		["storage, 20 GB, in two zones", 4600000],
	}
	["database db.t3.medium, in two zones", 105850000] in database_amounts(database({"multi_az": true, "instance_class": "db.t3.medium"}))
}

test_allow_when_the_storage_type_is_not_set if {
	["storage, 20 GB", 2300000] in database_amounts(fixture.without(fixture.database, ["storage_type"]))
}

hidden_in_database(attribute) := fixture.hiding(fixture.without(fixture.database, [attribute]), {attribute: ["var.x"]})

test_undecided_when_a_database_is_not_known_enough if {
	reasons([hidden_in_database("multi_az")]) == {
		["aws_db_instance.db", "instance_class", "multi_az is not known yet"],
		["aws_db_instance.db", "allocated_storage", "multi_az is not known yet"],
	}
	reasons([hidden_in_database("engine")]) == {["aws_db_instance.db", "instance_class", "engine is not known yet"]}
	reasons([hidden_in_database("instance_class")]) == {["aws_db_instance.db", "instance_class", "instance_class is not known yet"]}
	reasons([hidden_in_database("allocated_storage")]) == {["aws_db_instance.db", "allocated_storage", "allocated_storage is not known yet"]}
	reasons([hidden_in_database("storage_type")]) == {["aws_db_instance.db", "allocated_storage", "storage_type is not known yet"]}
	reasons([hidden_in_database("manage_master_user_password")]) == {["aws_db_instance.db", "manage_master_user_password", "whether RDS keeps the master password is not known yet"]}
}

test_undecided_when_the_book_has_no_price_for_a_database if {
	reasons([database({"instance_class": "db.z1.huge"})]) == {["aws_db_instance.db", "instance_class", "the price book has no row rds.postgres.db.z1.huge"]}
	reasons([database({"engine": "oracle-ee"})]) == {["aws_db_instance.db", "instance_class", "the price book has no row rds.oracle-ee.db.t3.micro"]}
	reasons([database({"storage_type": "io1", "iops": 3000})]) == {["aws_db_instance.db", "allocated_storage", "the price book has no row rds.storage.io1"]}
	reasons([fixture.without(database({"iops": 3000}), ["storage_type"])]) == {["aws_db_instance.db", "allocated_storage", "the price book has no row rds.storage.io1"]}
}

test_undecided_when_a_database_has_what_is_charged_apart if {
	extras := {
		"engine_version": "11.22",
		"performance_insights_retention_period": 731,
		"database_insights_mode": "advanced",
		"iops": 14000,
		"storage_throughput": "many",
	}
	{path | some [_, path, _] in reasons([database(extras)])} == object.keys(extras)
	reasons([database({
		"engine_version": "17.2",
		"performance_insights_retention_period": 7,
		"database_insights_mode": "standard",
		"iops": 12000,
		"storage_throughput": 500,
	})]) == set()
	hidden := fixture.hiding(fixture.database, {"iops": ["var.iops"]})
	{path | some [_, path, _] in reasons([hidden])} == {"iops"}
}

# ------------------------------------------------------------------------------------------------ alarms

alarm_amount(values) := [found.desired |
	items := pricing.items with input as fixture.plan([fixture.changing(fixture.alarm, values)])
	some found in items
]

test_allow_when_alarms_are_charged_by_the_metric if {
	alarm_amount({}) == [100000]
	alarm_amount({"period": 10}) == [300000]
	alarm_amount({"metric_query": [{"id": "e", "expression": "a+b"}, {"id": "a", "metric": [{"period": 60}]}, {"id": "b", "metric": [{"period": 60}]}]}) == [200000]
	alarm_amount({"metric_query": [{"id": "a", "metric": [{"period": 30}]}]}) == [300000]
	alarm_amount({"threshold_metric_id": "band"}) == [300000]
	alarm_amount({"threshold_metric_id": "", "period": 0, "metric_query": [{"id": "a", "metric": [{"period": 60}]}]}) == [100000]
}

test_undecided_when_the_metrics_of_an_alarm_are_not_known if {
	reasons([fixture.hiding(fixture.alarm, {"metric_query": ["var.queries"]})]) == {["aws_cloudwatch_metric_alarm.alarm", "metric_query", "the metrics of the alarm are not known yet"]}
	reasons([fixture.hiding(fixture.without(fixture.alarm, ["period"]), {"period": ["var.period"]})]) == {["aws_cloudwatch_metric_alarm.alarm", "metric_query", "the period of the alarm is not known yet"]}
}

test_a_charge_of_which_the_book_has_no_text_is_told_by_its_name if {
	pricing.price_in(["rds.backup"]) == "rds.backup"
	pricing.price_in(["snapshot", "$0.05 a gigabyte-month"]) == "$0.05 a gigabyte-month"
}
