package rules.autoscaling.grace_period_test

import rego.v1

import data.lib.build_test as build
import data.rules.autoscaling.grace_period as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

serving := {"target_group_arns": "aws_lb_target_group.tg"}

group(values, references) := build.resource("aws_autoscaling_group", "asg", values, object.union(serving, references))

idle := build.resource("aws_autoscaling_group", "idle", {}, {})

test_allow_when_the_period_is_within_limits if {
	every values in [{"health_check_grace_period": 300}, {"health_check_grace_period": "900"}, {}] {
		checked([group(values, {})]) == {"aws_autoscaling_group.asg"}
		denied([group(values, {})]) == set()
		undecided([group(values, {})]) == set()
	}
}

test_allow_when_the_group_serves_nothing_or_is_of_another_system if {
	checked([idle]) == set()
	rule.deny == set() with input as build.plan([group({"health_check_grace_period": 0}, {})])
}

test_deny_when_the_period_is_outside_its_limits if {
	every period in [0, 299, 901, "60"] {
		denied([group({"health_check_grace_period": period}, {})]) == {"aws_autoscaling_group.asg"}
	}
}

test_undecided_when_it_is_not_known if {
	undecided([group({}, {"health_check_grace_period": "var.period"})]) == {"aws_autoscaling_group.asg"}
	denied([group({}, {"health_check_grace_period": "var.period"})]) == set()
}

test_not_applicable_when_the_limit_is_not_declared if {
	document := build.architecture([group({"health_check_grace_period": 1}, {})])
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.limits.health_check_grace_period_seconds as null
	rule.deny == set() with input as document with data.settings.limits.health_check_grace_period_seconds as null
	rule.undecided == set() with input as document with data.settings.limits.health_check_grace_period_seconds as null
}
