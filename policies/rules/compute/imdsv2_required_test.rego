package rules.compute.imdsv2_required_test

import rego.v1

import data.lib.build_test as build
import data.rules.compute.imdsv2_required as rule

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

tokens(value) := {"metadata_options": [{"http_endpoint": "enabled", "http_tokens": value}]}

instance(values, references) := build.resource("aws_instance", "web", values, references)

test_allow_when_tokens_are_required if {
	resources := [
		template(tokens("required")),
		build.resource("aws_launch_configuration", "lc", tokens("required"), {}),
		instance(tokens("required"), {}),
		build.resource("aws_spot_instance_request", "spot", tokens("required"), {}),
	]
	checked(resources) == {"aws_launch_template.lt", "aws_launch_configuration.lc", "aws_instance.web", "aws_spot_instance_request.spot"}
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_the_service_is_switched_off if {
	denied([template({"metadata_options": [{"http_endpoint": "disabled"}]})]) == set()
}

test_allow_when_the_template_of_an_instance_requires_them if {
	resources := [template(tokens("required")), instance({"launch_template": [{}]}, {"launch_template/0/id": "aws_launch_template.lt"})]
	denied(resources) == set()
	undecided(resources) == set()
}

test_deny_when_tokens_are_optional_or_nothing_is_set if {
	resources := [
		template(tokens("optional")),
		build.resource("aws_launch_configuration", "lc", {}, {}),
		instance({}, {}),
		build.resource("aws_spot_instance_request", "spot", {"metadata_options": [{"http_endpoint": "enabled"}]}, {}),
	]
	denied(resources) == {"aws_launch_template.lt", "aws_launch_configuration.lc", "aws_instance.web", "aws_spot_instance_request.spot"}
}

test_deny_when_it_is_spelt_otherwise if {
	denied([template(tokens("Required"))]) == {"aws_launch_template.lt"}
}

test_deny_when_the_block_is_computed_and_nobody_set_it if {
	denied([build.with_unknown(instance({}, {}), {"metadata_options": true}, {})]) == {"aws_instance.web"}
}

test_deny_when_one_of_several_instances_is_open if {
	resources := [
		build.instance("aws_instance", "web", "[0]", tokens("required"), {}),
		build.instance("aws_instance", "web", "[1]", tokens("optional"), {}),
	]
	denied(resources) == {"aws_instance.web[1]"}
}

test_deny_when_the_stack_is_of_another_system if {
	addresses := {finding.address | some finding in rule.deny} with input as build.plan([template({})])
	addresses == {"aws_launch_template.lt"}
}

test_undecided_when_it_is_not_known if {
	hidden := build.resource("aws_launch_template", "lt", {"metadata_options": [{}]}, {"metadata_options/0/http_tokens": "var.tokens"})
	undecided([hidden]) == {"aws_launch_template.lt"}
	denied([hidden]) == set()
}

test_undecided_when_the_template_of_an_instance_is_not_shown if {
	every resources in [
		[instance({"launch_template": [{"id": "lt-1"}]}, {})],
		[instance({}, {"launch_template": "local.template"})],
	] {
		undecided(resources) == {"aws_instance.web"}
		denied(resources) == set()
	}
}
