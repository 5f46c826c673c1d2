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

# AWS makes small letters of some names: "Productos-API-db" becomes "productos-api-db".
test_allow_when_a_name_is_written_in_other_letters if {
	stacks(fixture.plan([fixture.resource("aws_lb", "alb", {"name": "Productos-API-alb"})])) == {""}
	stacks({"stacks": {"PRODUCTOS-API": fixture.plan([fixture.resource("aws_kinesis_stream", "events", {})])}}) == {"PRODUCTOS-API"}
	stacks(fixture.plan([fixture.resource("aws_lb", "alb", {"name": "Product-API-alb"})])) == set()
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

# ---------------------------------------------------------------------------------------------------- what is in doubt

doubts(document) := {problem.message | some problem in found} if {
	found := scope.problems with input as document
}

doubt(reason) := {concat("", ["it cannot be told whether this is a system of the scope (productos-api): ", reason])}

late_balancer := fixture.hiding(fixture.without(fixture.alb, ["name"]), {"name": ["random_id.s.hex", "random_id.s"]})

key_pair := fixture.resource("aws_launch_template", "t", {"key_name": "productos-api"})

test_undecided_when_names_are_not_known_and_another_attribute_points_to_the_system if {
	document := fixture.plan([late_balancer, key_pair])
	reason := "the name of aws_lb.alb is not known yet, and key_name of aws_launch_template.t points to it"
	doubts(document) == doubt(reason)
	doubts({"stacks": {"web": document}}) == doubt(reason)
	tagged := fixture.plan([late_balancer, fixture.resource("aws_launch_template", "t", {"tags": {"Project": "productos-api"}})])
	doubts(tagged) == doubt("the name of aws_lb.alb is not known yet, and tags of aws_launch_template.t points to it")
}

test_undecided_when_a_name_tag_is_not_known if {
	every hidden in [{"tags": {"Name": true}}, {"tags": true}] {
		vpc := object.union(fixture.resource("aws_vpc", "v", {}), {"unknown": hidden, "expressions": {"tags": {"references": ["random_id.s.hex", "random_id.s"]}}})
		doubts(fixture.plan([vpc, key_pair])) == doubt("the name of aws_vpc.v is not known yet, and key_name of aws_launch_template.t points to it")
	}
}

test_undecided_when_an_address_points_to_the_system if {
	named_so := fixture.hiding(fixture.resource("aws_lb", "Productos_API", {}), {"name": ["random_id.s.hex", "random_id.s"]})
	doubts(fixture.plan([named_so])) == doubt("the name of aws_lb.Productos_API is not known yet, and the address aws_lb.Productos_API points to it")
}

test_undecided_when_a_variable_points_to_the_system if {
	document := fixture.plan([late_balancer])
	reason := "the name of aws_lb.alb is not known yet, and the variable system points to it"
	every given in [
		object.union(with_module(document, {"variables": {"system": {}}}), {"variables": {"system": {"value": "productos-api"}}}),
		with_module(document, {"variables": {"system": {"default": "productos-api"}}}),
		with_module(document, {"module_calls": {"m": {"expressions": {"system": {"constant_value": "productos-api"}}, "module": {"variables": {"system": {}}}}}}),
	] {
		doubts(given) == doubt(reason)
	}
	doubts(object.union(with_module(document, {"variables": {"system": {"default": "productos-api"}}}), {"variables": {"system": {"value": "orders"}}})) == set()
}

test_undecided_when_the_expression_or_the_workspace_points_to_the_system if {
	written := object.union(late_balancer, {"expressions": {"name": {"constant_value": "productos-api-${random_id.s.hex}", "references": ["random_id.s.hex"]}}})
	doubts(fixture.plan([written])) == doubt("the name of aws_lb.alb is not known yet, and the expression of name of aws_lb.alb points to it")
	found := scope.problems with input as {"plan": fixture.plan([late_balancer]), "run": {"workspace": {"name": "productos-api-prod"}}}
	{problem.message | some problem in found} == doubt("the name of aws_lb.alb is not known yet, and the workspace points to it")
}

test_undecided_when_nothing_has_a_known_name_and_something_points_to_the_system if {
	unset := object.union(fixture.resource("aws_lb", "alb", {}), {"unknown": {"name": true}})
	doubts(fixture.plan([unset, key_pair])) == doubt("no resource has a known name, and key_name of aws_launch_template.t points to it")
	doubts(fixture.plan([unset])) == set()
}

test_undecided_when_only_a_tag_in_a_block_names_the_system if {
	fleet := fixture.resource("aws_autoscaling_group", "g", {"tag": [{"key": "Name", "value": "productos-api-worker", "propagate_at_launch": true}]})
	doubts(fixture.plan([fleet])) == doubt("only a tag of aws_autoscaling_group.g names it")
	made := fixture.resource("aws_launch_template", "t", {"tag_specifications": [{"resource_type": "instance", "tags": {"Name": "productos-api-worker"}}]})
	doubts(fixture.plan([made])) == doubt("only a tag of aws_launch_template.t names it")
}

test_allow_another_system_with_random_names if {
	doubts(fixture.plan([late_balancer, fixture.resource("aws_launch_template", "t", {"key_name": "orders"})])) == set()
	fleet := fixture.resource("aws_autoscaling_group", "g", {"name": "orders", "tag": [{"key": "Project", "value": "productos-api"}, {"key": "Name", "value": "orders"}]})
	doubts(fixture.plan([fleet])) == set()
}

test_allow_another_system_that_only_points_to_this_one if {
	doubts(fixture.plan([fixture.resource("aws_lb", "alb", {"name": "orders"}), key_pair])) == set()
}

test_allow_what_is_in_the_scope_by_another_name if {
	doubts(fixture.plan([late_balancer, key_pair, fixture.group])) == set()
}

test_undecided_when_every_stack_belongs_to_the_scope_and_names_tell_nothing if {
	always := {"systems": ["productos-api"], "always": true}
	late := scope.problems with input as fixture.plan([late_balancer]) with data.settings.scope as always
	{problem.message | some problem in late} == doubt("the name of aws_lb.alb is not known yet")
	nameless := scope.problems with input as fixture.plan([fixture.resource("aws_eip", "e", {})]) with data.settings.scope as always
	{problem.message | some problem in nameless} == doubt("no resource has a name")
	other := scope.problems with input as fixture.plan([fixture.resource("aws_lb", "alb", {"name": "orders"})]) with data.settings.scope as always
	other == set()
}

test_allow_a_stack_of_types_that_nobody_reads_by_its_names if {
	stacks(fixture.plan([fixture.resource("acme_store", "s", {"cluster_id": "productos-api-cache"})])) == {""}
	stacks(fixture.plan([fixture.resource("acme_store", "s", {"tags": {"Name": "orders"}})])) == set()
}

with_module(document, module) := object.union(document, {"configuration": {"root_module": object.union(document.configuration.root_module, module)}})
