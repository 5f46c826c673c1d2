package rules.autoscaling.target_tracking_test

import rego.v1

import data.lib.build_test as build
import data.rules.autoscaling.target_tracking as rule

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

named := group({"name": "productos-api-asg"}, {})

cpu(values) := {
	"policy_type": "TargetTrackingScaling",
	"target_tracking_configuration": [object.union({"target_value": 70, "predefined_metric_specification": [{"predefined_metric_type": "ASGAverageCPUUtilization"}]}, values)],
}

policy(values) := build.resource("aws_autoscaling_policy", "cpu", values, {"autoscaling_group_name": "aws_autoscaling_group.asg"})

good := policy(cpu({}))

test_allow_when_a_policy_follows_the_cpu if {
	checked([named, good]) == {"aws_autoscaling_group.asg", "aws_autoscaling_policy.cpu"}
	denied([named, good]) == set()
	undecided([named, good]) == set()
}

test_allow_when_the_policy_names_the_group if {
	by_name := build.resource("aws_autoscaling_policy", "cpu", object.union(cpu({"target_value": "50.5"}), {"autoscaling_group_name": "productos-api-asg"}), {})
	denied([named, by_name]) == set()
	undecided([named, by_name]) == set()
}

test_allow_when_the_group_serves_nothing_or_is_of_another_system if {
	checked([idle]) == set()
	rule.checked == set() with input as build.plan([group({}, {})])
	rule.deny == set() with input as build.plan([group({}, {})])
}

test_deny_when_no_policy_follows_the_cpu if {
	denied([named]) == {"aws_autoscaling_group.asg"}
	every values in [
		{"policy_type": "SimpleScaling"},
		{},
		{"policy_type": "TargetTrackingScaling", "target_tracking_configuration": [{"target_value": 70, "customized_metric_specification": [{}]}]},
		cpu({"predefined_metric_specification": [{"predefined_metric_type": "ASGAverageNetworkIn"}]}),
	] {
		denied([named, policy(values)]) == {"aws_autoscaling_group.asg"}
	}
}

test_deny_when_a_second_group_has_none if {
	second := build.resource("aws_autoscaling_group", "second", {}, serving)
	denied([named, good, second]) == {"aws_autoscaling_group.second"}
}

test_deny_when_the_target_is_outside_its_limits if {
	every target in [71, 95, 10, "90", 70.5] {
		denied([named, policy(cpu({"target_value": target}))]) == {"aws_autoscaling_policy.cpu"}
	}
}

test_deny_when_a_second_policy_aims_elsewhere if {
	second := build.resource("aws_autoscaling_policy", "second", cpu({"target_value": 95}), {"autoscaling_group_name": "aws_autoscaling_group.asg"})
	denied([named, good, second]) == {"aws_autoscaling_policy.second"}
}

test_deny_when_the_group_never_shrinks_or_the_policy_is_off if {
	denied([named, policy(cpu({"disable_scale_in": true}))]) == {"aws_autoscaling_policy.cpu"}
	denied([named, policy(object.union(cpu({}), {"enabled": false}))]) == {"aws_autoscaling_policy.cpu"}
}

test_undecided_when_the_kind_of_policy_or_its_group_is_not_known if {
	kind := build.resource("aws_autoscaling_policy", "cpu", object.remove(cpu({}), ["policy_type"]), {"policy_type": "var.type", "autoscaling_group_name": "aws_autoscaling_group.asg"})
	undecided([named, kind]) == {"aws_autoscaling_group.asg"}
	denied([named, kind]) == set()
	lost := build.resource("aws_autoscaling_policy", "cpu", cpu({}), {"autoscaling_group_name": "local.group"})
	undecided([named, lost]) == {"aws_autoscaling_group.asg"}
	denied([named, lost]) == set()
}

test_undecided_when_a_policy_means_one_of_several_groups if {
	fleet := [build.instance("aws_autoscaling_group", "asg", key, {}, serving) | some key in ["[0]", "[1]"]]
	undecided(array.concat(fleet, [good])) == {"aws_autoscaling_group.asg[0]", "aws_autoscaling_group.asg[1]"}
	denied(array.concat(fleet, [good])) == set()
}

test_undecided_when_the_target_is_not_known if {
	every member in ["target_value", "disable_scale_in"] {
		hidden := build.with_unknown(
			policy(cpu({"target_value": null})),
			{"target_tracking_configuration": [{member: true}]},
			{"target_tracking_configuration": [{member: {"references": ["var.x"]}}]},
		)
		undecided([named, hidden]) == {"aws_autoscaling_policy.cpu"}
	}
	denied([named, build.with_unknown(good, {"enabled": true}, {"enabled": {"references": ["var.x"]}})]) == set()
	undecided([named, build.with_unknown(good, {"enabled": true}, {"enabled": {"references": ["var.x"]}})]) == {"aws_autoscaling_policy.cpu"}
}

test_not_applicable_when_the_limit_is_not_declared if {
	document := build.plan(array.concat(build.system, [build.resource(
		"aws_autoscaling_policy", "hot",
		{"policy_type": "TargetTrackingScaling", "enabled": false, "target_tracking_configuration": [{
			"predefined_metric_specification": [{"predefined_metric_type": "ASGAverageCPUUtilization"}],
			"target_value": 99,
		}]},
		{},
	)]))
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.limits.cpu_target_percent as null
	rule.deny == set() with input as document with data.settings.limits.cpu_target_percent as null
	rule.undecided == set() with input as document with data.settings.limits.cpu_target_percent as null
}
