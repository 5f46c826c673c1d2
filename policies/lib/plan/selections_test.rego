package lib.plan_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan

chosen(references, configuration) := found if {
	lb := build.resource("aws_lb", "l", {}, {"security_groups": references})
	doc := build.plan([build.group("a"), build.group("b"), lb])
	input_doc := object.union(doc, {"configuration": {"root_module": object.union(doc.configuration.root_module, configuration)}})
	found := {true | some record in plan.of_type.aws_lb; plan.chosen(record, ["security_groups"])} with input as input_doc
}

with_both := {"module_calls": {"m": {
	"expressions": {},
	"module": {
		"resources": [],
		"outputs": {"ids": {"expression": {"references": ["aws_security_group.x.id", "aws_security_group.x", "aws_security_group.y.id", "aws_security_group.y"]}}},
	},
}}}

test_all_of_a_list_is_not_chosen_from if {
	chosen(["aws_security_group.a", "aws_security_group.b"], {}) == set()
	chosen("module.m.ids", with_both) == set()
	chosen(["aws_security_group.a", "count.index"], {}) == set()
}

# A plan of a load balancer with these groups, and of a module "m" that is called with (outputs, variables, arguments) and
# holds the groups x and y, in each of its instances.
balanced(references, keys, call) := {
	"resource_changes": array.concat([lb.change], [in_module(key, name) | some key in keys; some name in ["x", "y"]]),
	"planned_values": {"root_module": {"child_modules": [{"address": concat("", ["module.m", key])} | some key in keys]}},
	"configuration": {"root_module": {
		"resources": [lb.config, named_group("a"), named_group("b")],
		"module_calls": {"m": object.union({"module": {"resources": [named_group("x"), named_group("y")]}}, call)},
	}},
} if {
	lb := build.with_unknown(build.resource("aws_lb", "l", {}, {}), {"security_groups": true}, {"security_groups": {"references": references}})
}

in_module(key, name) := {
	"address": concat("", ["module.m", key, ".aws_security_group.", name]),
	"module_address": concat("", ["module.m", key]),
	"mode": "managed", "type": "aws_security_group", "name": name,
	"change": {"actions": ["create"], "after": {}, "after_unknown": {"id": true}},
}

choosing(doc) if {
	some record in plan.of_type.aws_lb with input as doc
	plan.chosen(record, ["security_groups"]) with input as doc
}

chain_of(name) := [concat("", ["aws_security_group.", name, ".id"]), concat("", ["aws_security_group.", name])]

of_both := {"module": {"outputs": {"ids": {"expression": {"references": array.concat(chain_of("x"), chain_of("y"))}}}}}

test_one_of_several_is_chosen if {
	choosing(balanced(["module.m.ids[0]", "module.m.ids", "module.m"], [""], of_both))
	not choosing(balanced(["module.m.ids", "module.m"], [""], of_both))
}

test_of_groups_without_instances_none_is_chosen if {
	not choosing(balanced(["module.m.ids[0]", "module.m.ids", "module.m"], [], of_both))
}

# module "m" gives one of its groups, chosen in the module from what its variable was given.
picking := {
	"expressions": {"groups": {"references": array.concat(build.chains("aws_security_group.a"), build.chains("aws_security_group.b"))}},
	"module": {
		"variables": {"groups": {}},
		"outputs": {
			"one": {"expression": {"references": ["var.groups[\"alb\"]", "var.groups"]}},
			"all": {"expression": {"references": ["var.groups"]}},
		},
	},
}

with_groups(doc) := object.union(doc, {"resource_changes": array.concat(doc.resource_changes, [build.group("a").change, build.group("b").change])})

test_a_choice_on_the_way_is_one if {
	choosing(with_groups(balanced(["module.m.one", "module.m"], [""], picking)))
	not choosing(with_groups(balanced(["module.m.all", "module.m"], [""], picking)))
}

test_a_choice_of_one_on_the_way_is_none if {
	only := object.union(picking, {"expressions": {"groups": {"references": build.chains("aws_security_group.a")}}})
	not choosing(with_groups(balanced(["module.m.one", "module.m"], [""], only)))
}

test_what_is_no_group_may_choose_on_the_way if {
	conditional := object.union(picking, {"expressions": {"groups": {"references": array.concat(["each.key"], picking.expressions.groups.references)}}})
	choosing(with_groups(balanced(["module.m.all", "module.m"], [""], conditional)))
}

test_a_text_that_is_no_group_may_choose if {
	environment := {"variables": {"env": {"default": "prod"}, "extra": {"default": ["sg-1"]}}}
	chosen(["var.env", "aws_security_group.a", "aws_security_group.b"], environment) == {true}
	chosen(["var.extra", "aws_security_group.a", "aws_security_group.b"], environment) == set()
}

repeating := {"for_each_expression": {"references": ["local.names"]}, "module": {"outputs": {"group": {"expression": {"references": chain_of("x")}}}}}

test_one_instance_of_a_module_may_be_any_of_them if {
	choosing(balanced(["module.m", "each.key"], ["[\"k\"]", "[\"l\"]"], repeating))
	not choosing(balanced(["module.m", "each.key"], ["[\"k\"]"], repeating))
	not choosing(balanced(["module.m"], ["[\"k\"]", "[\"l\"]"], repeating))
	not choosing(balanced(["module.m[\"k\"].group", "module.m[\"k\"]", "module.m"], ["[\"k\"]", "[\"l\"]"], repeating))
}

test_what_a_module_says_of_its_own_group_is_no_choice if {
	conditional := object.union(repeating, {"module": {"outputs": {"group": {"expression": {"references": array.concat(["var.made"], chain_of("x"))}}}}})
	not choosing(balanced(["module.m"], ["[\"k\"]", "[\"l\"]"], conditional))
}

test_each_value_may_be_any_instance_of_a_module if {
	doc := balanced(["each.value.group", "each.value"], ["[\"k\"]", "[\"l\"]"], repeating)
	over := object.union(doc, {"configuration": {"root_module": {"resources": [object.union(doc.configuration.root_module.resources[0], {"for_each_expression": {"references": ["module.m"]}})]}}})
	choosing(over)
}

test_one_of_the_outputs_of_a_module_is_chosen if {
	two := {"module": {"outputs": {
		"x": {"expression": {"references": chain_of("x")}},
		"y": {"expression": {"references": chain_of("y")}},
	}}}
	choosing(balanced(["module.m"], [""], two))
}

test_a_choice_in_each_instance_is_a_choice_in_any if {
	one_of_x := object.union(repeating, {"module": {"outputs": {"group": {"expression": {"references": ["aws_security_group.x", "count.index"]}}}}})
	repeated_x := object.union(named_group("x"), {"count_expression": {"constant_value": 2}})
	doc := balanced(["module.m"], ["[\"k\"]"], object.union(one_of_x, {"module": {"resources": [repeated_x]}}))
	two := array.concat(doc.resource_changes, [object.union(in_module("[\"k\"]", "x"), {"address": "module.m[\"k\"].aws_security_group.x[1]"})])
	choosing(object.union(doc, {"resource_changes": two}))
}

test_two_outputs_of_one_module_are_not_chosen_from if {
	one_each := object.union(with_both, {"module_calls": {"m": {"module": {"outputs": {
		"x": {"expression": {"references": ["aws_security_group.x.id", "aws_security_group.x"]}},
		"y": {"expression": {"references": ["aws_security_group.y.id", "aws_security_group.y"]}},
	}}}}})
	lb := build.with_unknown(build.resource("aws_lb", "l", {}, {}), {"security_groups": true}, {"security_groups": {"references": ["module.m.x", "module.m", "module.m.y", "module.m"]}})
	doc := build.plan([lb])
	whole := object.union(doc, {"configuration": {"root_module": object.union(doc.configuration.root_module, one_each)}})
	{record.address | some record in plan.of_type.aws_lb; plan.chosen(record, ["security_groups"])} == set() with input as whole
}

test_what_leads_nowhere_may_choose_between_several if {
	chosen(["var.debug", "aws_security_group.a", "aws_security_group.b"], {"variables": {"debug": {"default": false}}}) == {true}
	chosen(["var.debug", "aws_security_group.a"], {"variables": {"debug": {"default": false}}}) == set()
}

test_each_of_several_is_chosen if {
	lb := object.union(build.resource("aws_lb", "l", {}, {"security_groups": "each.value"}), {"config": {"for_each_expression": {"references": build.chains(["aws_security_group.a", "aws_security_group.b"])}}})
	{record.address | some record in plan.of_type.aws_lb; plan.chosen(record, ["security_groups"])} == {"aws_lb.l"} with input as build.plan([build.group("a"), build.group("b"), lb])
}
