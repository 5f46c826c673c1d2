package lib.plan_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan

updated(before, after, unknown) := object.union(build.group("bare"), {"change": {"change": {"actions": ["update"], "before": before, "after": after, "after_unknown": unknown}}})

group_ingress(before, after, unknown) := states if {
	states := {plan.state(record, ["ingress"]).is | some record in plan.of_type.aws_security_group} with input as build.plan([updated(before, after, unknown)])
}

test_what_an_update_leaves_unknown_is_in_a_dynamic_block if {
	group_ingress({"ingress": []}, {}, {"ingress": true}) == {"unknown"}
	group_ingress({}, {}, {"ingress": true}) == {"unset"}
	group_ingress({"ingress": []}, {"ingress": []}, {}) == {"known"}
}

group_states(unknown, expressions, path) := states if {
	group := build.with_unknown(build.resource("aws_autoscaling_group", "g", {}, {}), unknown, expressions)
	states := {plan.state(record, path).is | some record in plan.of_type.aws_autoscaling_group} with input as build.plan([group])
}

test_a_block_that_is_never_computed_is_unknown_for_a_dynamic_block_alone if {
	group_states({"warm_pool": true, "availability_zones": true}, {}, ["warm_pool"]) == {"unknown"}
	group_states({"warm_pool": true, "availability_zones": true}, {}, ["warm_pool", 0, "min_size"]) == {"unknown"}
	group_states({"warm_pool": true, "availability_zones": true}, {}, ["availability_zones"]) == {"unset"}
}

# The provider takes exactly one of a launch template, a launch configuration and a mixed instances policy.
test_of_exclusive_blocks_the_configured_one_counts if {
	started := {"launch_template": [{"id": true}], "mixed_instances_policy": true}
	group_states(started, template, ["mixed_instances_policy"]) == {"unset"}
	group_states(started, template, ["mixed_instances_policy", 0, "launch_template", 0, "override"]) == {"unset"}
	group_states(object.union(both, {"launch_configuration": true}), {"launch_configuration": {"references": ["aws_launch_configuration.c.name", "aws_launch_configuration.c"]}}, ["launch_template"]) == {"unset"}
}

# "launch_configuration = var.legacy" that is null, beside a dynamic block.
test_an_exclusive_attribute_that_is_null_displaces_nothing if {
	group := build.with_unknown(
		build.instance("aws_autoscaling_group", "g", "", {"launch_template": [{"id": "lt-1", "name": "web"}], "launch_configuration": ""}, {}), {},
		{"launch_configuration": {"references": ["var.legacy"]}},
	)
	{plan.state(record, ["launch_template", 0, "id"]).is | some record in plan.of_type.aws_autoscaling_group} == {"known"} with input as build.plan([group])
}

test_where_no_exclusive_block_is_configured_a_dynamic_block_hides_one if {
	group_states(both, {}, ["launch_template"]) == {"unknown"}
	group_states(both, {}, ["launch_template", 0, "id"]) == {"unknown"}
	group_states(both, {"launch_configuration": {"constant_value": null}}, ["mixed_instances_policy"]) == {"unknown"}
}

test_a_block_that_a_new_resource_shows_displaces_the_others if {
	shown := build.instance("aws_autoscaling_group", "g", "", {"launch_template": [{}]}, {})
	late := [{"launch_template": [{"id": true}], "mixed_instances_policy": true}, {"launch_template": [{"id": true}], "mixed_instances_policy": true}]
	group := build.with_unknown(shown, late[0], {})
	doc := relying_on([eip("a"), group], [["aws_eip.a", ["public_ip"]]])
	{plan.state(record, ["mixed_instances_policy"]).is | some record in plan.of_type.aws_autoscaling_group} == {"unset"} with input as doc
	{plan.state(record, ["mixed_instances_policy"]).is | some record in plan.of_type.aws_autoscaling_group} == {"unset"} with input as build.plan([group])
}

made := build.with_unknown(build.resource("terraform_data", "made", {}, {}), {"output": true}, {"input": {"constant_value": [{"from_port": null}]}})

# The output of a resource is not known before apply, even if the input is known.
test_rules_that_a_resource_gives_are_unknown if {
	group := build.with_unknown(build.group("bare"), {"ingress": true}, {"ingress": {"references": ["terraform_data.made.output", "terraform_data.made"]}})
	{plan.state(record, ["ingress"]).is | some record in plan.of_type.aws_security_group} == {"unknown"} with input as build.plan([made, group])
	instance := build.with_unknown(build.resource("aws_instance", "i", {}, {}), {"tenancy": true}, {"tenancy": {"references": ["terraform_data.made.output", "terraform_data.made"]}})
	{plan.state(record, ["tenancy"]).is | some record in plan.of_type.aws_instance} == {"unknown"} with input as build.plan([made, instance])
}

# timecmp(timestamp(), var.until) < 0 ? var.admins : []
test_rules_through_a_variable_are_unknown_whatever_the_variable_holds if {
	group := build.with_unknown(build.group("bare"), {"ingress": true}, {"ingress": {"references": ["var.until", "var.admins"]}})
	doc := build.plan([group])
	variables := {"until": {"default": ""}, "admins": {"default": []}}
	whole := object.union(doc, {"configuration": {"root_module": object.union(doc.configuration.root_module, {"variables": variables})}})
	{plan.state(record, ["ingress"]).is | some record in plan.of_type.aws_security_group} == {"unknown"} with input as whole
}
