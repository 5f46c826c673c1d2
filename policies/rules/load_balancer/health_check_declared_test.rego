package rules.load_balancer.health_check_declared_test

import rego.v1

import data.lib.build_test as build
import data.rules.load_balancer.health_check_declared as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

good := {
	"enabled": true,
	"path": "/health",
	"healthy_threshold": 2,
	"unhealthy_threshold": 3,
	"timeout": 5,
	"interval": 30,
	"matcher": "200",
	"protocol": "HTTP",
}

group(check) := build.resource("aws_lb_target_group", "tg", {"protocol": "HTTP", "health_check": [object.union(good, check)]}, {})

test_allow_when_the_check_is_the_declared_one if {
	checked([group({})]) == {"aws_lb_target_group.tg"}
	denied([group({})]) == set()
	undecided([group({})]) == set()
}

test_allow_when_a_number_is_written_as_text if {
	denied([group({"timeout": "5", "interval": "30"})]) == set()
	undecided([group({"timeout": "5", "interval": "30"})]) == set()
}

test_allow_when_what_aws_takes_is_what_is_declared if {
	least := build.resource("aws_lb_target_group", "tg", {"health_check": [{"path": "/health", "healthy_threshold": 2}]}, {})
	denied([least]) == set()
	undecided([least]) == set()
}

test_allow_when_no_application_load_balancer_can_forward_to_it if {
	checked([
		build.resource("aws_lb_target_group", "tcp", {"protocol": "TCP"}, {}),
		build.resource("aws_lb_target_group", "lambda", {"target_type": "lambda"}, {}),
	]) == set()
	rule.checked == set() with input as build.plan([build.resource("aws_lb_target_group", "tg", {"name": "other"}, {})])
}

test_deny_when_a_member_is_another if {
	every member in ["path", "healthy_threshold", "unhealthy_threshold", "timeout", "interval", "matcher", "protocol"] {
		others := {"path": "/", "matcher": "200-499", "protocol": "HTTPS"}
		denied([group({member: object.get(others, member, 9)})]) == {"aws_lb_target_group.tg"}
	}
	denied([group({"enabled": false})]) == {"aws_lb_target_group.tg"}
}

test_deny_when_there_is_no_block if {
	paths := {finding.path | some finding in rule.deny} with input as build.architecture([build.resource("aws_alb_target_group", "tg", {}, {})])
	paths == {"health_check.0.path", "health_check.0.healthy_threshold", "health_check.0.unhealthy_threshold"}
}

test_deny_when_a_second_group_has_another_check if {
	second := build.resource("aws_lb_target_group", "second", {"health_check": [object.union(good, {"path": "/"})]}, {})
	denied([group({}), second]) == {"aws_lb_target_group.second"}
}

test_undecided_when_a_member_is_not_known if {
	every member in ["path", "healthy_threshold", "timeout", "enabled"] {
		checks := [object.remove(good, [member])]
		path := concat("/", ["health_check", "0", member])
		hidden := build.resource("aws_lb_target_group", "tg", {"health_check": checks}, {path: "var.x"})
		undecided([hidden]) == {"aws_lb_target_group.tg"}
		denied([hidden]) == set()
	}
}

test_undecided_when_a_number_is_no_number if {
	undecided([group({"timeout": "soon"})]) == {"aws_lb_target_group.tg"}
}

test_not_applicable_when_the_limit_is_not_declared if {
	document := build.plan(build.system)
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.limits.health_check as null
	rule.deny == set() with input as document with data.settings.limits.health_check as null
	rule.undecided == set() with input as document with data.settings.limits.health_check as null
}
