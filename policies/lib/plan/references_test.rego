package lib.plan_test

import rego.v1

import data.lib.plan

rule(references) := {
	"address": "aws_security_group_rule.r",
	"mode": "managed",
	"type": "aws_security_group_rule",
	"name": "r",
	"expressions": {"security_group_id": {"references": references}},
}

rule_change := {
	"address": "aws_security_group_rule.r",
	"mode": "managed",
	"type": "aws_security_group_rule",
	"name": "r",
	"change": {"actions": ["create"], "after": {}, "after_unknown": {"security_group_id": true}},
}

linked(doc) := links if {
	links := {name | some found in plan.rule_records; some name in plan.links(found, ["security_group_id"])} with input as doc
}

with_config(references, root) := {
	"resource_changes": [rule_change],
	"configuration": {"root_module": object.union({"resources": array.concat([rule(references)], object.get(root, "resources", []))}, object.remove(root, ["resources"]))},
}

two_groups := {"resources": [named_group("a"), named_group("ab")]}

test_a_direct_reference_names_its_resource if {
	linked(with_config(["aws_security_group.a.id", "aws_security_group.a"], two_groups)) == {"aws_security_group.a"}
}

test_a_name_that_begins_like_another_is_its_own if {
	linked(with_config(["aws_security_group.ab.id", "aws_security_group.ab", "aws_security_group.a.id", "aws_security_group.a"], two_groups)) == {"aws_security_group.a", "aws_security_group.ab"}
}

test_references_pass_through_root_variables if {
	doc := object.union(with_config(["var.group"], {"variables": {"group": {}}}), {"variables": {"group": {"value": "sg-7"}}})
	linked(doc) == {"sg-7"}
	linked(with_config(["var.group"], {"variables": {"group": {"default": ["sg-8"]}}})) == {"sg-8"}
}

test_references_pass_in_and_out_of_modules if {
	root := object.union(two_groups, module_out)
	linked(with_config(["module.m.given", "module.m"], root)) == {"aws_security_group.a"}
	linked(with_config(["module.m.own", "module.m"], root)) == {"module.m.aws_security_group.inner"}
}

test_a_module_alone_is_any_of_its_outputs if {
	root := object.union(two_groups, module_out)
	linked(with_config(["module.m"], root)) == {"aws_security_group.a", "module.m.aws_security_group.inner"}
	linked(with_config(["module.m.own", "module.m", "module.m"], root)) == {"aws_security_group.a", "module.m.aws_security_group.inner"}
}

test_an_instance_of_a_module_is_told_from_its_siblings if {
	doc := object.union(with_config(["module.m[\"x\"].own", "module.m[\"x\"]", "module.m"], object.union(two_groups, module_out)), {"planned_values": {"root_module": {"child_modules": [
		{"address": "module.m[\"x\"]", "resources": []},
		{"address": "module.m[\"y\"]", "resources": []},
	]}}})
	linked(doc) == {"module.m[\"x\"].aws_security_group.inner"}
}

test_each_value_is_what_for_each_was_given if {
	doc := {
		"resource_changes": [rule_change],
		"configuration": {"root_module": {"resources": [
			named_group("a"),
			object.union(rule(["each.value"]), {"for_each_expression": {"references": ["aws_security_group.a.id", "aws_security_group.a"]}}),
		]}},
	}
	linked(doc) == {"aws_security_group.a"}
}

test_references_pass_through_other_resources if {
	balancer := {
		"address": "aws_lb.b", "mode": "managed", "type": "aws_lb", "name": "b",
		"expressions": {"security_groups": {"references": ["aws_security_group.a.id", "aws_security_group.a"]}},
	}
	carrier := {
		"address": "terraform_data.t", "mode": "managed", "type": "terraform_data", "name": "t",
		"expressions": {"input": {"references": ["aws_security_group.a.id", "aws_security_group.a"]}},
	}
	root := {"resources": [named_group("a"), balancer, carrier]}
	linked(with_config(["aws_lb.b.security_groups", "aws_lb.b"], root)) == {"aws_security_group.a"}
	linked(with_config(["terraform_data.t.output", "terraform_data.t"], root)) == {"aws_security_group.a"}
}

test_outputs_of_another_stack_are_followed if {
	producer := {"configuration": {"root_module": {
		"resources": [named_group("a")],
		"outputs": {"group": {"expression": {"references": ["aws_security_group.a.id", "aws_security_group.a"]}}},
	}}}
	consumer := object.union(
		with_config(["data.terraform_remote_state.net.outputs.group", "data.terraform_remote_state.net.outputs", "data.terraform_remote_state.net"], {}),
		{"remote_states": {"data.terraform_remote_state.net": "net"}},
	)
	linked({"stacks": {"net": producer, "app": consumer}}) == {"net::aws_security_group.a"}
}

test_what_cannot_be_followed_says_why if {
	linked(with_config(["local.group"], {})) == {"?local.group"}
	linked(with_config(["aws_eks_cluster.c.vpc_config", "aws_eks_cluster.c"], {})) == {"?aws_eks_cluster.c"}
	linked({"resource_changes": [rule_change]}) == {"?the plan has no configuration for it"}
	silent := {"address": "aws_security_group_rule.r", "type": "aws_security_group_rule", "expressions": {"security_group_id": {}}}
	linked({"resource_changes": [rule_change], "configuration": {"root_module": {"resources": [silent]}}}) == {"?a function of constants"}
}

test_counts_and_paths_name_nothing if {
	linked(with_config(["aws_security_group.a", "count.index", "path.module"], two_groups)) == {"aws_security_group.a"}
}

test_a_dynamic_block_says_that_it_is_one if {
	found := {
		"prefix": "", "configured": true, "each": {}, "expressions": {},
		"values": {"network_interfaces": [{}]},
		"unknown": {"network_interfaces": [{"security_groups": true}]},
	}
	plan.links(found, ["network_interfaces", 0, "security_groups"]) == {"?a dynamic block"} with input as {}
}

test_partly_unknown_lists_keep_what_is_known if {
	found := {
		"prefix": "", "configured": true, "each": {},
		"expressions": {"groups": {"references": ["local.more"]}},
		"values": {"groups": ["sg-1", null]},
		"unknown": {"groups": [false, true]},
	}
	plan.links(found, ["groups"]) == {"sg-1", "?local.more"} with input as {}
}

test_flat_blocks_point_at_all_their_references if {
	found := {
		"prefix": "", "configured": true, "each": {},
		"expressions": {"ingress": {"references": ["local.more"]}},
		"values": {"ingress": [{}]},
		"unknown": {"ingress": [{"security_groups": true}]},
	}
	plan.links(found, ["ingress", 0, "security_groups"]) == {"?local.more"} with input as {}
}

test_what_is_computed_points_at_nothing if {
	plan.links(object.union(record, {"prefix": "", "each": {}}), ["computed"]) == set() with input as {}
}

test_a_default_is_no_value_before_a_plan if {
	doc := with_config(["var.group"], object.union(two_groups, {"variables": {"group": {"default": "sg-1"}}}))
	linked(doc) == {"sg-1"}
	linked(object.union(doc, {"stage": "synth"})) == {"?a variable that may be given another value"}
}
