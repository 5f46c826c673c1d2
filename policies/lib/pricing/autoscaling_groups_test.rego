package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

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
