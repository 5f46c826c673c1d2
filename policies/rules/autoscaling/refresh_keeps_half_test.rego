package rules.autoscaling.refresh_keeps_half_test

import rego.v1

import data.lib.build_test as build
import data.rules.autoscaling.refresh_keeps_half as rule

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

refresh(strategy, percent) := {"instance_refresh": [{"strategy": strategy, "preferences": [{"min_healthy_percentage": percent}]}]}

test_allow_when_half_stays_healthy if {
	every values in [refresh("Rolling", 50), refresh("Rolling", "90"), {"instance_refresh": [{"strategy": "Rolling"}]}] {
		checked([group(values, {})]) == {"aws_autoscaling_group.asg"}
		denied([group(values, {})]) == set()
		undecided([group(values, {})]) == set()
	}
}

test_allow_when_the_group_serves_nothing_or_is_of_another_system if {
	checked([idle]) == set()
	rule.deny == set() with input as build.plan([group({}, {})])
}

test_deny_when_there_is_no_refresh if {
	denied([group({}, {})]) == {"aws_autoscaling_group.asg"}
	denied([group({"instance_refresh": []}, {})]) == {"aws_autoscaling_group.asg"}
}

test_deny_when_too_few_stay_healthy_or_the_strategy_is_another if {
	every values in [refresh("Rolling", 49), refresh("Rolling", 0), refresh("Rolling", "10"), refresh("ReplaceRootVolume", 50), {"instance_refresh": [{}]}] {
		denied([group(values, {})]) == {"aws_autoscaling_group.asg"}
	}
}

test_undecided_when_it_is_not_known if {
	every hidden in [
		group({}, {"instance_refresh": "local.refresh"}),
		group({"instance_refresh": [{}]}, {"instance_refresh/0/strategy": "var.strategy"}),
		build.with_unknown(
			group({"instance_refresh": [{"strategy": "Rolling", "preferences": [{}]}]}, {}),
			{"instance_refresh": [{"preferences": [{"min_healthy_percentage": true}]}]},
			{"instance_refresh": [{"preferences": [{"min_healthy_percentage": {"references": ["var.percent"]}}]}]},
		),
	] {
		undecided([hidden]) == {"aws_autoscaling_group.asg"}
		denied([hidden]) == set()
	}
}

test_not_applicable_when_the_limit_is_not_declared if {
	document := build.plan(build.system)
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.limits.refresh_minimum_healthy_percent as null
	rule.deny == set() with input as document with data.settings.limits.refresh_minimum_healthy_percent as null
	rule.undecided == set() with input as document with data.settings.limits.refresh_minimum_healthy_percent as null
}
