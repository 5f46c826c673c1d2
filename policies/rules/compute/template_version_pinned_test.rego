package rules.compute.template_version_pinned_test

import rego.v1

import data.lib.build_test as build
import data.rules.compute.template_version_pinned as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

group(template) := build.resource("aws_autoscaling_group", "asg", {"launch_template": [template]}, {})

reading(reference) := build.with_unknown(
	build.resource("aws_autoscaling_group", "asg", {"launch_template": [{"id": "lt-1"}]}, {}),
	{"launch_template": [{"version": true}]},
	{"launch_template": [{"version": {"references": [reference, "aws_launch_template.lt"]}}]},
)

mixed(specification, overrides) := build.resource(
	"aws_autoscaling_group", "asg",
	{"mixed_instances_policy": [{"launch_template": [{"launch_template_specification": [specification], "override": overrides}]}]},
	{},
)

test_allow_when_the_version_is_fixed if {
	every resources in [[group({"version": "3"})], [group({"version": 3})], [reading("aws_launch_template.lt.latest_version")]] {
		checked(resources) == {"aws_autoscaling_group.asg"}
		denied(resources) == set()
		undecided(resources) == set()
	}
}

test_allow_when_the_group_starts_from_a_launch_configuration if {
	checked([build.resource("aws_autoscaling_group", "asg", {"launch_configuration": "lc"}, {})]) == set()
}

test_allow_when_the_stack_is_of_another_system if {
	rule.checked == set() with input as build.plan([group({})])
}

test_deny_when_the_version_moves if {
	every version in ["$Latest", "$Default", "latest"] {
		denied([group({"version": version})]) == {"aws_autoscaling_group.asg"}
	}
	denied([group({"id": "lt-1"})]) == {"aws_autoscaling_group.asg"}
	denied([group({"version": ""})]) == {"aws_autoscaling_group.asg"}
}

test_deny_when_it_moves_in_a_mixed_policy_or_its_override if {
	denied([mixed({"version": "$Latest"}, [])]) == {"aws_autoscaling_group.asg"}
	denied([mixed({"version": "1"}, [{"instance_type": "t3.small"}, {"launch_template_specification": [{"version": "$Latest"}]}])]) == {"aws_autoscaling_group.asg"}
	denied([mixed({"version": "1"}, [{"launch_template_specification": [{"version": "2"}]}])]) == set()
}

test_undecided_when_the_version_comes_from_elsewhere if {
	every reference in ["aws_launch_template.lt.default_version", "var.version"] {
		undecided([reading(reference)]) == {"aws_autoscaling_group.asg"}
		denied([reading(reference)]) == set()
	}
}

test_undecided_when_the_template_is_not_known if {
	undecided([build.resource("aws_autoscaling_group", "asg", {}, {"launch_template": "local.template"})]) == {"aws_autoscaling_group.asg"}
}
