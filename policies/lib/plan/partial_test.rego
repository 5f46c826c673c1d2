package lib.plan_test

import rego.v1

left_out_message(names) := {concat("", ["the plan leaves out ", names, " (made with -target or -exclude, or shortened): what it leaves out cannot be judged"])}

in_state(addresses) := {"prior_state": {"values": {"root_module": {"resources": [resource |
	some address in addresses
	resource := {"address": address, "mode": "managed", "type": split(address, ".")[0], "name": split(address, ".")[1], "values": {}}
]}}}}

kept_vpc := {"resource_changes": [change("aws_vpc.a", ["no-op"], {}, {})]}

test_deny_what_of_the_state_is_not_listed if {
	doc := object.union(kept_vpc, in_state(["aws_vpc.a", "aws_instance.b"]))
	messages(doc) == left_out_message("aws_instance.b")
	messages({"stacks": {"x": doc}}) == left_out_message("aws_instance.b")
	messages(object.union(kept_vpc, in_state(["aws_vpc.a", "aws_instance.b", "aws_instance.c"]))) == left_out_message("aws_instance.b and 1 more")
}

test_deny_what_of_the_configuration_is_not_listed if {
	vpc := named("aws_vpc", "a")
	module := {"module_calls": {"m": {"module": {"resources": [named("aws_instance", "c")]}}}}
	messages(configured(kept_vpc, {"resources": [vpc, named("aws_instance", "b")]})) == left_out_message("aws_instance.b")
	messages(configured(kept_vpc, object.union({"resources": [vpc]}, module))) == left_out_message("module.m.aws_instance.c")
}

test_allow_when_terraform_says_that_the_plan_is_complete if {
	doc := object.union(kept_vpc, in_state(["aws_vpc.a", "aws_instance.b"]))
	messages(object.union(doc, {"complete": true})) == set()
}

test_allow_a_plan_that_lists_everything if {
	moved := {"resource_changes": [object.union(change("aws_vpc.b", ["no-op"], {}, {}), {"previous_address": "aws_vpc.a"})]}
	deleted := {"resource_changes": [change("aws_vpc.a", ["delete"], {}, null), change("aws_vpc.b", ["forget"], {}, null), change("aws_vpc.c", ["create"], null, {})]}
	messages(object.union(moved, in_state(["aws_vpc.a"]))) == set()
	messages(object.union(deleted, in_state(["aws_vpc.a", "aws_vpc.b"]))) == set()
}

test_allow_a_data_source_that_is_not_listed if {
	data_source := {"prior_state": {"values": {"root_module": {"resources": [{"address": "data.aws_vpc.v", "mode": "data", "type": "aws_vpc", "name": "v", "values": {}}]}}}}
	messages(configured(object.union(kept_vpc, data_source), {"resources": [named("aws_vpc", "a"), object.union(named("aws_ami", "i"), {"mode": "data"})]})) == set()
}

test_allow_a_configuration_without_an_instance if {
	repeated := [
		object.union(named("aws_instance", "b"), {"count_expression": {"references": ["var.on"]}}),
		object.union(named("aws_instance", "c"), {"for_each_expression": {"references": ["var.all"]}}),
	]
	constant := object.union(named("aws_instance", "e"), {"expressions": {"ami": {"references": ["each.value.ami", "each.value"]}}})
	messages(configured(kept_vpc, {"resources": [named("aws_vpc", "a"), constant]})) == set()
	module := {"module_calls": {"m": {"count_expression": {"constant_value": 0}, "module": {"resources": [named("aws_instance", "d")]}}}}
	messages(configured(kept_vpc, object.union({"resources": array.concat([named("aws_vpc", "a")], repeated)}, module))) == set()
}

test_allow_an_instance_whose_key_the_configuration_does_not_tell if {
	change_of_one := object.union(change("aws_vpc.a", ["no-op"], {}, {}), {"address": "aws_vpc.a[0]"})
	messages(configured({"resource_changes": [change_of_one]}, {"resources": [named("aws_vpc", "a")]})) == set()
}

test_allow_a_module_whose_repetition_the_configuration_does_not_tell if {
	change_of_one := object.union(change("aws_vpc.a", ["no-op"], {}, {}), {"address": "module.m[\"x\"].aws_vpc.a", "module_address": "module.m[\"x\"]"})
	instance := {"planned_values": {"root_module": {"child_modules": [{"address": "module.m[\"x\"]"}]}}, "resource_changes": [change_of_one]}
	messages(configured(instance, {"module_calls": {"m": {"module": {"resources": [named("aws_vpc", "a")]}}}})) == set()
	messages(configured(instance, {"module_calls": {"m": {"module": {"resources": [named("aws_vpc", "a"), named("aws_instance", "b")]}}}})) == left_out_message("module.m[\"x\"].aws_instance.b")
}

test_allow_a_plan_that_destroys_or_refreshes if {
	destroying := {"resource_changes": [change("aws_vpc.a", ["delete"], {}, null)]}
	messages(configured(destroying, {"resources": [named("aws_vpc", "a"), named("aws_instance", "never_made")]})) == set()
	messages(configured(in_state(["aws_vpc.a"]), {"resources": [named("aws_vpc", "a"), named("aws_instance", "b")]})) == set()
}

test_deny_what_terraform_defers if {
	deferring := {"deferred_changes": [{"reason": "instance_count_unknown", "resource_change": {"address": "aws_instance.b"}}]}
	acting := {"deferred_action_invocations": [{"reason": "deferred_prereq", "action_invocation": {"address": "action.aws_lambda_invoke.a"}}]}
	what := "Terraform defers changes to a later plan: "
	messages(object.union(kept_vpc, deferring)) == {concat("", [what, "aws_instance.b. Deferred changes cannot be judged"])}
	messages(object.union(kept_vpc, acting)) == {concat("", [what, "action.aws_lambda_invoke.a. Deferred changes cannot be judged"])}
	messages(object.union(kept_vpc, object.union(acting, deferring))) == {concat("", [what, "action.aws_lambda_invoke.a and 1 more. Deferred changes cannot be judged"])}
	messages(object.union(kept_vpc, {"deferred_changes": [{}]})) == {concat("", [what, "a resource. Deferred changes cannot be judged"])}
	messages(object.union(kept_vpc, {"deferred_changes": [], "deferred_action_invocations": []})) == set()
}

named(type, name) := {"address": concat(".", [type, name]), "mode": "managed", "type": type, "name": name, "expressions": {}}

configured(doc, module) := object.union(doc, {"configuration": {"root_module": module}})
