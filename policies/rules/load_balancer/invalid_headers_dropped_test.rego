package rules.load_balancer.invalid_headers_dropped_test

import rego.v1

import data.lib.build_test as build
import data.rules.load_balancer.invalid_headers_dropped as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

alb(values, references) := build.resource("aws_lb", "alb", values, references)

test_allow_when_invalid_headers_are_dropped if {
	every value in [true, "true"] {
		denied([alb({"drop_invalid_header_fields": value}, {})]) == set()
		undecided([alb({"drop_invalid_header_fields": value}, {})]) == set()
		checked([alb({"drop_invalid_header_fields": value}, {})]) == {"aws_lb.alb"}
	}
}

test_allow_when_the_load_balancer_is_out_of_scope if {
	rule.checked == set() with input as build.plan([alb({"name": "other"}, {})])
	rule.deny == set() with input as build.plan([alb({"name": "other"}, {})])
}

test_deny_when_invalid_headers_pass_or_nothing_is_set if {
	denied([alb({"drop_invalid_header_fields": false}, {})]) == {"aws_lb.alb"}
	denied([alb({"drop_invalid_header_fields": "false"}, {})]) == {"aws_lb.alb"}
	denied([alb({}, {})]) == {"aws_lb.alb"}
	denied([build.resource("aws_alb", "old", {}, {})]) == {"aws_alb.old"}
}

test_undecided_when_it_is_not_known if {
	undecided([alb({}, {"drop_invalid_header_fields": "var.drop"})]) == {"aws_lb.alb"}
	denied([alb({}, {"drop_invalid_header_fields": "var.drop"})]) == set()
}
