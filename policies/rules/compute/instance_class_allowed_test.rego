package rules.compute.instance_class_allowed_test

import rego.v1

import data.lib.build_test as build
import data.rules.compute.instance_class_allowed as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

template(values) := build.resource("aws_launch_template", "lt", values, {})

mixed(override) := build.resource("aws_autoscaling_group", "asg", {"mixed_instances_policy": [{"launch_template": [{"override": override}]}]}, {})

test_allow_when_every_class_is_allowed if {
	resources := [
		template({"instance_type": "t3.small"}),
		build.resource("aws_launch_configuration", "lc", {"instance_type": "t3.micro"}, {}),
		build.resource("aws_instance", "web", {"instance_type": "t3.small"}, {}),
		mixed([{"instance_type": "t3.small"}, {"instance_type": "t3.medium"}]),
	]
	checked(resources) == {"aws_launch_template.lt", "aws_launch_configuration.lc", "aws_instance.web", "aws_autoscaling_group.asg"}
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_the_template_leaves_it_to_who_starts_from_it if {
	denied([template({})]) == set()
	undecided([template({})]) == set()
}

test_allow_when_the_stack_is_of_another_system if {
	rule.checked == set() with input as build.plan([template({"instance_type": "m5.4xlarge"})])
	rule.deny == set() with input as build.plan([template({"instance_type": "m5.4xlarge"})])
}

test_deny_when_a_class_is_not_allowed if {
	denied([template({"instance_type": "m5.4xlarge"})]) == {"aws_launch_template.lt"}
	denied([build.resource("aws_launch_configuration", "lc", {"instance_type": "t3.large"}, {})]) == {"aws_launch_configuration.lc"}
	denied([build.resource("aws_spot_instance_request", "web", {"instance_type": "T3.SMALL"}, {})]) == {"aws_spot_instance_request.web"}
}

test_deny_when_an_override_of_the_group_is_not_allowed if {
	resources := [template({"instance_type": "t3.small"}), mixed([{"instance_type": "t3.small"}, {"instance_type": "m5.4xlarge"}])]
	denied(resources) == {"aws_autoscaling_group.asg"}
}

test_deny_when_one_of_several_instances_is_not_allowed if {
	resources := [
		build.instance("aws_instance", "web", "[0]", {"instance_type": "t3.small"}, {}),
		build.instance("aws_instance", "web", "[1]", {"instance_type": "c5.large"}, {}),
	]
	denied(resources) == {"aws_instance.web[1]"}
}

test_undecided_when_the_class_is_not_known if {
	hidden := build.resource("aws_launch_template", "lt", {}, {"instance_type": "var.class"})
	undecided([hidden]) == {"aws_launch_template.lt"}
	denied([hidden]) == set()
}

test_undecided_when_aws_picks_the_class if {
	undecided([template({"instance_requirements": [{"vcpu_count": [{"min": 2}]}]})]) == {"aws_launch_template.lt"}
	undecided([mixed([{"instance_requirements": [{"vcpu_count": [{"min": 2}]}]}])]) == {"aws_autoscaling_group.asg"}
	undecided([build.resource("aws_autoscaling_group", "asg", {}, {"mixed_instances_policy": "local.policy"})]) == {"aws_autoscaling_group.asg"}
	undecided([build.resource("aws_launch_template", "lt", {}, {"instance_requirements": "local.needs"})]) == {"aws_launch_template.lt"}
}

test_not_applicable_when_the_limit_is_not_declared if {
	document := build.architecture([template({"instance_type": "m5.large"}), mixed([{"instance_type": "m5.large"}, {"instance_requirements": [{}]}])])
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.limits.instance_classes as null
	rule.deny == set() with input as document with data.settings.limits.instance_classes as null
	rule.undecided == set() with input as document with data.settings.limits.instance_classes as null
}
