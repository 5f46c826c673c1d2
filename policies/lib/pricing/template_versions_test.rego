package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

# A group with an instance of t3.large in version 3 of its template, and of t3.small in version 4, which the plan makes.
renewed := object.union(
	fixture.updated(fixture.changing(fixture.template, {"default_version": 3}), object.union(fixture.template.values, {"instance_type": "t3.large", "latest_version": 3})),
	{"unknown": {"latest_version": true}},
)

settled := fixture.unchanged(fixture.changing(fixture.template, {"default_version": 4, "latest_version": 4}))

starting(version) := fixture.unchanged(fixture.changing(fixture.group, {"launch_template": [object.union({"name": "productos-api-lt"}, version)]}))

by_reference(attribute) := object.union(fixture.updated(fixture.changing(fixture.group, {"launch_template": [{"name": "productos-api-lt"}]}), {}), {
	"unknown": {"launch_template": [{"version": true}]},
	"expressions": {"launch_template": [{"version": {"references": [concat(".", ["aws_launch_template.lt", attribute]), "aws_launch_template.lt"]}}]},
})

classes(resources) := {item[1] | some item in amounts(resources); endswith(item[1], " instances")}

newest := {"t3.small instances"}

older := {"t3.large instances"}

test_the_version_that_the_group_names_is_priced if {
	classes([starting({"version": "3"}), renewed]) == older
	classes([starting({"version": "4"}), renewed]) == newest
	classes([starting({"version": "$Latest"}), renewed]) == newest
	classes([starting({"version": "$Default"}), renewed]) == older
	classes([starting({}), renewed]) == older
	classes([by_reference("latest_version"), renewed]) == newest
	classes([by_reference("default_version"), renewed]) == older
	classes([starting({}), fixture.changing(renewed, {"update_default_version": true})]) == newest
	classes([starting({"version": "4"}), settled]) == newest
	classes([starting({"version": "$Default"}), settled]) == newest
	classes([starting({"version": "1"}), fixture.template]) == newest
}

test_a_plan_without_the_number_of_the_newest_version if {
	known := object.union(starting({"version": 1}), {"expressions": {"launch_template": [{"version": {"references": ["aws_launch_template.lt.latest_version", "aws_launch_template.lt"]}}]}})
	classes([known, fixture.unchanged(fixture.template)]) == newest
}

by_local := object.union(by_reference("latest_version"), {"expressions": {"launch_template": [{"version": {"references": ["local.version"]}}]}})

relevant(entries) := object.union(fixture.plan([by_local, renewed, late_disk]), {"relevant_attributes": [{"resource": entry[0], "attribute": [entry[1]]} | some entry in entries]})

late_disk := object.union(fixture.resource("aws_ebs_volume", "late", {"type": "gp3", "size": 1}), {"unknown": {"arn": true}})

classes_in(doc) := {item.item | some item in found; endswith(item.item, " instances")} if {
	found := pricing.items with input as doc
}

test_a_version_by_a_local_value_is_the_newest_where_nothing_else_may_be_meant if {
	classes_in(relevant([["aws_launch_template.lt", "latest_version"]])) == newest
	classes_in(relevant([["aws_launch_template.lt", "latest_version"], ["aws_ebs_volume.late", "arn"]])) == set()
	classes_in(relevant([["aws_ebs_volume.late", "arn"]])) == set()
	classes_in(relevant([])) == set()
}

version_reason(text) := {["aws_autoscaling_group.asg", "launch_template.0.version", concat("", ["it starts from ", text, " of its launch template, and the plan shows the newest version only"])]}

test_undecided_when_the_plan_does_not_show_the_version if {
	reasons([starting({"version": "2"}), renewed]) == version_reason("version 2")
	reasons([starting({"version": 1}), settled]) == version_reason("version 1")
	reasons([starting({}), fixture.changing(settled, {"default_version": 1})]) == version_reason("the default version")
	late := object.union(starting({}), {
		"unknown": {"launch_template": [{"version": true}]},
		"expressions": {"launch_template": [{"version": {"references": ["var.version"]}}]},
	})
	reasons([late, settled]) == version_reason("a version that is not known yet")
}

several(own, other) := fixture.unchanged(fixture.changing(fixture.group, mixed({
	"launch_template_specification": [{"launch_template_name": "productos-api-lt", "version": own}],
	"override": [{"launch_template_specification": [{"launch_template_name": "productos-api-lt", "version": other}]}, {}],
})))

test_undecided_when_a_group_starts_from_several_versions if {
	reasons([several("4", "3"), renewed]) == {["aws_autoscaling_group.asg", "launch_template", "it starts from several versions of its launch template"]}
	{reason[1] | some reason in reasons([several("4", "2"), renewed])} == {"mixed_instances_policy.0.launch_template.0.override.0.launch_template_specification.0.version"}
}

test_a_launch_configuration_has_no_versions if {
	configuration := fixture.resource("aws_launch_configuration", "lc", {"name": "lc", "instance_type": "t3.micro", "enable_monitoring": false, "root_block_device": [{"volume_type": "gp2", "volume_size": 10}]})
	classes([fixture.changing(fixture.group, {"launch_template": [], "launch_configuration": "lc"}), configuration]) == {"t3.micro instances"}
}
