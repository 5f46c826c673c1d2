package lib.scope_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.scope

stacks(input_document) := found if {
	found := scope.stacks with input as input_document
}

test_allow_when_a_stack_is_recognised_by_a_name if {
	every named in [
		{"name": "productos-api-alb"},
		{"name_prefix": "productos-api-"},
		{"tags": {"Name": "productos-api"}},
		{"tags_all": {"Name": "productos-api-x"}},
	] {
		stacks(fixture.plan([fixture.resource("aws_lb", "alb", named)])) == {""}
	}
	stacks(fixture.plan([fixture.database])) == {""}
}

test_allow_when_only_one_of_several_stacks_is_recognised if {
	other := fixture.plan([fixture.resource("aws_lb", "alb", {"name": "orders-api"})])
	stacks({"stacks": {"shop": fixture.plan(fixture.web), "other": other}}) == {"shop"}
}

test_allow_when_a_stack_has_the_name_of_a_system if {
	unknown_to_the_library := fixture.plan([fixture.resource("aws_kinesis_stream", "events", {})])
	stacks({"stacks": {"productos-api-events": unknown_to_the_library, "events": unknown_to_the_library}}) == {"productos-api-events"}
}

test_allow_when_a_name_is_not_known_but_another_is if {
	nameless := fixture.hiding(fixture.without(fixture.alb, ["name"]), {"name": ["var.name"]})
	stacks(fixture.plan([nameless])) == set()
	stacks(fixture.plan([nameless, fixture.group])) == {""}
}

test_allow_when_a_name_is_not_a_string if {
	stacks(fixture.plan([fixture.resource("aws_lb", "alb", {"name": 7, "tags": ["productos-api"]})])) == set()
}

test_allow_when_everything_is_in_scope if {
	document := {"stacks": {"a": fixture.plan([fixture.resource("aws_lb", "alb", {})]), "b": fixture.plan([fixture.resource("aws_eks_cluster", "k", {})])}}
	found := scope.stacks with input as document with data.settings.scope.systems as ["*"]
	found == {"a", "b"}
	without_settings := scope.stacks with input as document with data.settings as {}
	without_settings == {"a", "b"}
}
