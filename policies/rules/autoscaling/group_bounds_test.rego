package rules.autoscaling.group_bounds_test

import rego.v1

import data.lib.build_test as build
import data.rules.autoscaling.group_bounds as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

group(values, references) := build.resource("aws_autoscaling_group", "asg", values, references)

good := {"min_size": 2, "max_size": 10, "desired_capacity": 2}

schedule(values) := build.resource("aws_autoscaling_schedule", "night", values, {})

test_allow_when_the_sizes_are_within_bounds if {
	checked([group(good, {})]) == {"aws_autoscaling_group.asg"}
	every values in [good, {"min_size": "2", "max_size": "10"}, {"min_size": 2, "max_size": 2, "desired_capacity": 2}] {
		denied([group(values, {})]) == set()
		undecided([group(values, {})]) == set()
	}
}

test_allow_when_a_scheduled_action_stays_within_bounds if {
	resources := [schedule({"min_size": 2, "max_size": 10, "desired_capacity": 4})]
	checked(resources) == {"aws_autoscaling_schedule.night"}
	denied(resources) == set()
	denied([schedule({"min_size": -1, "max_size": -1, "desired_capacity": 3})]) == set()
	denied([schedule({"desired_capacity": -1})]) == set()
}

test_allow_when_the_stack_is_of_another_system if {
	rule.checked == set() with input as build.plan([group({"min_size": 0, "max_size": 40}, {})])
	rule.deny == set() with input as build.plan([group({"min_size": 0, "max_size": 40}, {})])
}

test_deny_when_a_size_is_outside_its_bounds if {
	every values in [
		{"min_size": 1}, {"min_size": "1"}, {"max_size": 40}, {"max_size": 11}, {"max_size": "40"},
		{"desired_capacity": 1}, {"desired_capacity": 11},
	] {
		denied([group(object.union(good, values), {})]) == {"aws_autoscaling_group.asg"}
	}
	denied([group({"min_size": 8, "max_size": 4}, {})]) == {"aws_autoscaling_group.asg"}
	denied([group({"max_size": 4}, {})]) == {"aws_autoscaling_group.asg"}
}

test_deny_when_a_second_group_is_larger if {
	second := build.resource("aws_autoscaling_group", "second", object.union(good, {"max_size": 40}), {})
	denied([group(good, {}), second]) == {"aws_autoscaling_group.second"}
}

test_deny_when_a_scheduled_action_leaves_the_bounds if {
	every values in [{"max_size": 40}, {"min_size": 0}, {"desired_capacity": 40}, {"min_size": 6, "max_size": 4}] {
		denied([schedule(values)]) == {"aws_autoscaling_schedule.night"}
	}
}

test_undecided_when_a_size_is_not_known if {
	every name in ["min_size", "max_size", "desired_capacity"] {
		hidden := group(object.remove(good, [name]), {name: "var.size"})
		undecided([hidden]) == {"aws_autoscaling_group.asg"}
		denied([hidden]) == set()
	}
	undecided([build.resource("aws_autoscaling_schedule", "night", {}, {"max_size": "var.size"})]) == {"aws_autoscaling_schedule.night"}
	undecided([group(object.union(good, {"max_size": "many"}), {})]) == {"aws_autoscaling_group.asg"}
}

test_not_applicable_when_the_limit_is_not_declared if {
	document := build.plan(array.concat(build.system, [schedule({"min_size": 0, "max_size": 40, "desired_capacity": 40})]))
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.limits.group as null
	rule.deny == set() with input as document with data.settings.limits.group as null
	rule.undecided == set() with input as document with data.settings.limits.group as null
}
