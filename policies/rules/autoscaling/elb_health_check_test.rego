package rules.autoscaling.elb_health_check_test

import rego.v1

import data.lib.build_test as build
import data.rules.autoscaling.elb_health_check as rule

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

test_allow_when_the_load_balancer_decides if {
	every type in ["ELB", "ELB,EBS"] {
		checked([group({"health_check_type": type}, {})]) == {"aws_autoscaling_group.asg"}
		denied([group({"health_check_type": type}, {})]) == set()
		undecided([group({"health_check_type": type}, {})]) == set()
	}
}

test_allow_when_the_group_serves_nothing_or_is_of_another_system if {
	checked([idle]) == set()
	rule.checked == set() with input as build.plan([group({}, {})])
	rule.deny == set() with input as build.plan([group({}, {})])
}

test_deny_when_only_ec2_is_asked if {
	every values in [{"health_check_type": "EC2"}, {"health_check_type": "elb"}, {"health_check_type": "NOELB"}, {}] {
		denied([group(values, {})]) == {"aws_autoscaling_group.asg"}
	}
}

test_deny_when_a_group_is_attached_apart if {
	attachment := build.resource("aws_autoscaling_attachment", "late", {}, {"autoscaling_group_name": "aws_autoscaling_group.idle", "lb_target_group_arn": "aws_lb_target_group.tg"})
	denied([idle, attachment]) == {"aws_autoscaling_group.idle"}
}

test_undecided_when_it_is_not_known if {
	undecided([group({}, {"health_check_type": "var.type"})]) == {"aws_autoscaling_group.asg"}
	denied([group({}, {"health_check_type": "var.type"})]) == set()
}
