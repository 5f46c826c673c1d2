package lib.plan_test

import data.lib.build_test as build
import data.lib.plan
import rego.v1

# ------------------------------------------------------------------------------------------------ documents

test_a_plan_stands_alone_or_under_plan_or_among_stacks if {
	plan.documents == {"": {"format_version": "1.2"}} with input as {"format_version": "1.2"}
	plan.documents == {"": {"a": 1}} with input as {"plan": {"a": 1}, "run": {}}
	plan.documents == {"one": {"a": 1}, "two": {}} with input as {"stacks": {"one": {"a": 1}, "two": {}}}
}

test_addresses_of_stacks_are_told_apart if {
	one := build.plan([build.group("web")])
	{group.address | some group in plan.managed} == {"a::aws_security_group.web", "b::aws_security_group.web"} with input as {"stacks": {"a": one, "b": one}}
}

# ------------------------------------------------------------------------------------------------ what will exist

change(address, actions, before, after) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": actions, "before": before, "after": after, "after_unknown": {}},
}

existing := {"resource_changes": [
	change("aws_vpc.made", ["create"], null, {}),
	change("aws_vpc.kept", ["no-op"], {}, {}),
	change("aws_vpc.changed", ["update"], {}, {}),
	change("aws_vpc.replaced", ["delete", "create"], {}, {}),
	change("aws_vpc.deleted", ["delete"], {}, null),
	change("aws_vpc.forgotten", ["forget"], {"cidr_block": "10.0.0.0/8"}, null),
]}

test_deleted_resources_are_gone_and_forgotten_ones_stay if {
	{record.address | some record in plan.of_type.aws_vpc} == {
		"aws_vpc.made", "aws_vpc.kept", "aws_vpc.changed", "aws_vpc.replaced", "aws_vpc.forgotten",
	} with input as existing
	{record.values.cidr_block | some record in plan.of_type.aws_vpc} == {"10.0.0.0/8"} with input as existing
}

# ---- what Terraform forgets

left := {"resource_changes": [
	change("aws_security_group.left", ["forget"], {"id": "sg-1"}, null),
	change("aws_db_instance.left", ["forget"], {"id": "db-1"}, null),
	change("aws_sqs_queue.left", ["forget"], {}, null),
	change("aws_lb.again", ["create", "forget"], {"name": "old"}, {"name": "new"}),
	change("aws_route.again", ["create", "forget"], {"gateway_id": "igw-1"}, {}),
]}

test_of_what_is_forgotten_that_stays_which_traffic_goes_by if {
	{record.address | some record in plan.of_type.aws_security_group; record.forgotten} == {"aws_security_group.left"} with input as left
	plan.of_type.aws_db_instance == [] with input as left
	{[record.address, record.values.name] | some record in plan.of_type.aws_lb} == {["aws_lb.again", "new"]} with input as left
	{[record.address, record.forgotten] | some record in plan.of_type.aws_route} == {["aws_route.again", false], ["aws_route.again (forgotten)", true]} with input as left
}

test_what_is_forgotten_is_managed_no_more_and_is_named if {
	{resource.address | some resource in plan.managed} == {"aws_lb.again", "aws_route.again"} with input as left
	plan.all_forgotten == {"aws_security_group.left", "aws_db_instance.left", "aws_sqs_queue.left", "aws_lb.again", "aws_route.again"} with input as left
	plan.all_forgotten == {concat("", ["x::", address]) | some address in ["aws_security_group.left", "aws_db_instance.left", "aws_sqs_queue.left", "aws_lb.again", "aws_route.again"]} with input as {"stacks": {"x": left}}
	plan.problems == set() with input as left
}

test_every_lasting_type_is_known if {
	object.keys(plan.lasting_types) - plan.known_types == set()
}

test_a_no_op_of_nothing_is_nothing if {
	nothing := {"resource_changes": [change("aws_vpc.kept", ["no-op"], {}, {}), change("aws_vpc.gone", ["no-op"], null, null)]}
	{record.address | some record in plan.of_type.aws_vpc} == {"aws_vpc.kept"} with input as nothing
	{resource.address | some resource in plan.managed} == {"aws_vpc.kept"} with input as nothing
	plan.problems == set() with input as nothing
	plan.documents_seen == {"": 2} with input as nothing
}

test_anything_else_without_values_cannot_be_read if {
	unread := {{"stack": "", "message": "the values of aws_vpc.a cannot be read"}}
	every actions in [["create"], ["update"], ["read"], ["no-op", "create"], []] {
		plan.problems == unread with input as {"resource_changes": [change("aws_vpc.a", actions, null, null)]}
	}
	plan.problems == unread with input as {"resource_changes": [change("aws_vpc.a", ["no-op"], {}, null)]}
	every members in [["before"], ["after"], ["before", "after"]] {
		without := object.remove(change("aws_vpc.a", ["no-op"], null, null).change, members)
		plan.problems == unread with input as {"resource_changes": [object.union(object.remove(change("aws_vpc.a", [], null, null), ["change"]), {"change": without})]}
	}
}

test_a_state_is_read_from_its_module_tree if {
	state := {"values": {"root_module": {
		"resources": [{"address": "aws_vpc.a", "mode": "managed", "type": "aws_vpc", "name": "a", "values": {"id": "vpc-1"}}],
		"child_modules": [{
			"address": "module.m[\"k.x\"]",
			"resources": [{"address": "module.m[\"k.x\"].aws_vpc.b", "mode": "managed", "type": "aws_vpc", "name": "b", "values": {}}],
		}],
	}}}
	{[record.address, record.base] | some record in plan.of_type.aws_vpc} == {["aws_vpc.a", "aws_vpc.a"], ["module.m[\"k.x\"].aws_vpc.b", "module.m[\"k.x\"].aws_vpc.b"]} with input as state
	plan.documents_seen == {"": 2} with input as state
}

test_data_sources_read_while_planning_come_from_the_prior_state if {
	prior := {
		"resource_changes": [change("aws_vpc.a", ["create"], null, {})],
		"prior_state": {"values": {"root_module": {"resources": [
			{"address": "data.aws_security_group.g", "mode": "data", "type": "aws_security_group", "name": "g", "values": {"id": "sg-1"}},
			{"address": "aws_vpc.old", "mode": "managed", "type": "aws_vpc", "name": "old", "values": {}},
		]}}},
	}
	{record.address | some record in plan.data_of_type("aws_security_group")} == {"data.aws_security_group.g"} with input as prior
	{record.address | some record in plan.of_type.aws_vpc} == {"aws_vpc.a"} with input as prior
}

# ------------------------------------------------------------------------------------------------ attributes

record := {
	"values": {"a": 1, "n": null, "block": [{"x": "y"}], "dynamic": [{}]},
	"unknown": {"u": true, "computed": true, "block": [{"z": true, "w": true}], "dynamic": [{"z": true}]},
	"expressions": {"a": {"constant_value": 1}, "u": {"references": ["var.u"]}, "block": [{"z": {"references": ["var.z"]}}]},
	"configured": true,
}

test_the_state_of_an_attribute if {
	plan.state(record, ["a"]) == {"is": "known", "value": 1}
	plan.state(record, ["n"]) == {"is": "unset"}
	plan.state(record, ["absent"]) == {"is": "unset"}
	plan.state(record, ["u"]) == {"is": "unknown"}
	plan.state(record, ["block", 0, "x"]) == {"is": "known", "value": "y"}
	plan.state(record, ["block", 0, "z"]) == {"is": "unknown"}
}

test_what_is_computed_and_not_configured_is_unset if {
	plan.state(record, ["computed"]) == {"is": "unset"}
	plan.state(record, ["block", 0, "w"]) == {"is": "unset"}
}

test_a_dynamic_block_may_set_its_members if {
	plan.state(record, ["dynamic", 0, "z"]) == {"is": "unknown"}
}

test_without_configuration_nothing_is_unset_that_is_marked if {
	bare := object.union(record, {"expressions": {}, "configured": false})
	plan.state(bare, ["computed"]) == {"is": "unknown"}
}

test_a_flat_block_may_set_its_members if {
	flat := {
		"values": {},
		"unknown": {"ingress": true},
		"expressions": {"ingress": {"references": ["aws_security_group.a"]}},
		"configured": true,
	}
	plan.state(flat, ["ingress", 0, "protocol"]) == {"is": "unknown"}
}

# ------------------------------------------------------------------------------------------------ references

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

named_group(name) := {"address": concat(".", ["aws_security_group", name]), "mode": "managed", "type": "aws_security_group", "name": name, "expressions": {}}

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

module_out := {"module_calls": {"m": {
	"expressions": {"group": {"references": ["aws_security_group.a.id", "aws_security_group.a"]}},
	"module": {
		"variables": {"group": {}},
		"outputs": {
			"given": {"expression": {"references": ["var.group"]}},
			"own": {"expression": {"references": ["aws_security_group.inner.id", "aws_security_group.inner"]}},
		},
		"resources": [named_group("inner")],
	},
}}}

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

# ------------------------------------------------------------------------------------------------ names

test_names_of_an_instance_in_a_keyed_module if {
	doc := {
		"resource_changes": [{
			"address": "module.m[\"x\"].aws_security_group.inner[0]", "module_address": "module.m[\"x\"]",
			"mode": "managed", "type": "aws_security_group", "name": "inner", "index": 0,
			"change": {"actions": ["no-op"], "after": {"id": "sg-1", "name": "in"}},
		}],
		"planned_values": {"root_module": {"child_modules": [{"address": "module.m[\"x\"]"}]}},
		"configuration": {"root_module": module_out},
	}
	every found in plan.of_type.aws_security_group {
		plan.names(found) == {
			"module.m[\"x\"].aws_security_group.inner[0]", "module.m[\"x\"].aws_security_group.inner",
			"module.m.aws_security_group.inner[0]", "module.m.aws_security_group.inner", "sg-1", "in",
		}
		plan.exact_names(found) == {"module.m[\"x\"].aws_security_group.inner[0]", "sg-1", "in"}
	} with input as doc
	count(plan.of_type.aws_security_group) == 1 with input as doc
}

# ------------------------------------------------------------------------------------------------ problems

messages(doc) := found if {
	found := {problem.message | some problem in plan.problems} with input as doc
}

test_nothing_to_judge_is_a_problem if {
	messages({}) == {"it holds no resources: nothing was judged"}
	messages({"stacks": {}}) == {"there is no document to judge"}
	messages({"stacks": {"a": 1}}) == {"this is no Terraform plan: it is not an object"}
}

test_a_plan_that_is_not_whole_is_a_problem if {
	messages(object.union(build.plan(build.system), {"complete": false})) == {"the plan is not complete (made with -target, or deferred): what it leaves out cannot be judged"}
	messages(object.union(build.plan(build.system), {"errored": true})) == {"Terraform reported an error while planning: the plan is not whole"}
	messages(object.union(build.plan(build.system), {"complete": true, "errored": false})) == set()
}

test_a_resource_without_type_or_values_is_a_problem if {
	messages({"resource_changes": [{"change": {"actions": ["create"], "after": {}}}]}) == {"a resource has no type or address: this is not what terraform show -json writes"}
	messages({"resource_changes": [{"address": 5, "type": "aws_lb", "name": "x", "change": {"actions": ["create"], "after": {}}}]}) == {"a resource has no type or address: this is not what terraform show -json writes"}
	messages({"resource_changes": [{"address": "aws_lb.x", "module_address": 5, "type": "aws_lb", "name": "x", "change": {"actions": ["create"], "after": {}}}]}) == {"a resource has no type or address: this is not what terraform show -json writes"}
	messages({"values": {"root_module": {"resources": [{"address": ["x"], "type": "aws_lb", "name": "x", "values": {}}]}}}) == {"a resource has no type or address: this is not what terraform show -json writes"}
	messages({"resource_changes": [change("aws_vpc.a", ["create"], null, null)]}) == {"the values of aws_vpc.a cannot be read"}
	named := {"address": "aws_vpc.a", "mode": "managed", "type": "aws_vpc", "name": "a"}
	messages({"resource_changes": [object.union(named, {"change": {"actions": ["create"]}})]}) == {"the values of aws_vpc.a cannot be read"}
	messages({"resource_changes": [named]}) == {"the values of aws_vpc.a cannot be read"}
}

test_a_module_without_address_is_a_problem if {
	messages({"values": {"root_module": {
		"resources": [{"address": "aws_vpc.a", "type": "aws_vpc", "name": "a", "values": {}}],
		"child_modules": [{"address": "module.a", "child_modules": [{"address": "module.a"}]}],
	}}}) == {"a module has no address: this is not what terraform show -json writes"}
}

test_modules_nested_too_deep_are_a_problem if {
	deep := {"address": "module.a.module.b.module.c.module.d.module.e.module.f.module.g.module.h.module.i.module.j", "child_modules": [{"address": "module.a.module.b.module.c.module.d.module.e.module.f.module.g.module.h.module.i.module.j.module.k"}]}
	i := {"address": "module.a.module.b.module.c.module.d.module.e.module.f.module.g.module.h.module.i", "child_modules": [deep]}
	h := {"address": "module.a.module.b.module.c.module.d.module.e.module.f.module.g.module.h", "child_modules": [i]}
	g := {"address": "module.a.module.b.module.c.module.d.module.e.module.f.module.g", "child_modules": [h]}
	f := {"address": "module.a.module.b.module.c.module.d.module.e.module.f", "child_modules": [g]}
	e := {"address": "module.a.module.b.module.c.module.d.module.e", "child_modules": [f]}
	d := {"address": "module.a.module.b.module.c.module.d", "child_modules": [e]}
	c := {"address": "module.a.module.b.module.c", "child_modules": [d]}
	b := {"address": "module.a.module.b", "child_modules": [c]}
	a := {"address": "module.a", "child_modules": [b]}
	messages(object.union(build.plan(build.system), {"planned_values": {"root_module": {"child_modules": [a]}}})) == {"modules are nested more than 10 deep: what lies below cannot be judged"}
}

call(module) := {"module_calls": {"m": {"module": module}}}

test_modules_called_too_deep_are_a_problem if {
	doc := build.plan(build.system)
	deep := object.union(doc, {"configuration": {"root_module": object.union(doc.configuration.root_module, call(call(call(call(call(call(call(call(call(call(call({}))))))))))))}})
	messages(deep) == {"modules are called more than 10 deep: what lies below cannot be judged"}
}

# ------------------------------------------------------------------------------------------------ what may be meant

test_a_plan_that_only_refreshes_is_read_from_the_prior_state if {
	refreshing := {"planned_values": {"root_module": {}}, "prior_state": {"values": {"root_module": {"resources": [{"address": "aws_vpc.a", "mode": "managed", "type": "aws_vpc", "name": "a", "values": {"id": "vpc-1"}}]}}}}
	{record.address | some record in plan.of_type.aws_vpc} == {"aws_vpc.a"} with input as refreshing
	planned := object.union(refreshing, {"planned_values": {"root_module": {"resources": [{"address": "aws_vpc.b", "mode": "managed", "type": "aws_vpc", "name": "b", "values": {}}]}}})
	{record.address | some record in plan.of_type.aws_vpc} == {"aws_vpc.b"} with input as planned
}

test_null_in_the_code_sets_nothing if {
	lb := build.with_unknown(build.resource("aws_lb", "a", {}, {}), {"security_groups": true}, {"security_groups": {"constant_value": null}})
	states := {plan.state(record, ["security_groups"]).is | some record in plan.of_type.aws_lb} with input as build.plan([lb])
	states == {"unset"}
}

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

test_a_template_means_its_own_of_two_outputs_of_a_module if {
	record := {
		"prefix": "", "each": {},
		"expressions": {"ingress": {"references": ["module.m.x", "module.m", "module.m.y", "module.m"]}},
	}
	both := {"configuration": {"root_module": {"module_calls": {"m": {"module": {"outputs": {
		"x": {"expression": {"references": ["local.x"]}},
		"y": {"expression": {"references": ["local.y"]}},
	}}}}}}}
	plan.template_links(record, "ingress", ["${module.m.x}"]) == {"?local.x"} with input as both
	plan.template_links(record, "ingress", ["${ module.m[ 0 ].x }"]) == {"?local.x", "?local.y"} with input as both
	plan.template_links(record, "ingress", ["${upper(local.z)}"]) == {"?a template"} with input as both
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

# ------------------------------------------------------------------------------------------------ dynamic blocks

relying_on(resources, relevant) := object.union(build.plan(resources), {"relevant_attributes": [{"resource": address, "attribute": path} | some [address, path] in relevant]})

eip(name) := build.with_unknown(build.resource("aws_eip", name, {}, {}), {"public_ip": true, "id": true}, {})

# A prefix list, whose entries are blocks that are computed as well.
bare_list(name) := build.with_unknown(build.resource("aws_ec2_managed_prefix_list", name, {}, {}), {"entry": true}, {})

# The states of the entries of the list "bare".
entry_state(doc) := states if {
	states := {plan.state(record, ["entry"]).is | some record in plan.of_type.aws_ec2_managed_prefix_list; record.name == "bare"} with input as doc
}

test_entries_of_a_new_list_are_no_entries if {
	entry_state(build.plan([eip("a"), bare_list("bare")])) == {"unset"}
	entry_state(relying_on([eip("a"), bare_list("bare")], [["aws_eip.b", ["public_ip"]], ["aws_eip.a", ["domain"]]])) == {"unset"}
	entry_state(relying_on([bare_list("bare")], [["aws_ec2_managed_prefix_list.bare", []]])) == {"unknown"}
}

test_what_contributed_and_stands_nowhere_is_in_a_dynamic_block if {
	entry_state(relying_on([eip("a"), bare_list("bare")], [["aws_eip.a", ["public_ip"]]])) == {"unknown"}
	entry_state(relying_on([eip("a"), bare_list("bare")], [["aws_eip.a", [0]]])) == {"unknown"}
}

# An attribute that is written as blocks has an entry, whose members are unknown, wherever a for_each is not known.
test_unknown_rules_of_a_new_group_are_no_rules if {
	group := build.with_unknown(build.group("bare"), {"ingress": true, "egress": true}, {})
	doc := relying_on([eip("a"), group], [["aws_eip.a", ["public_ip"]]])
	{plan.state(record, ["ingress"]).is | some record in plan.of_type.aws_security_group} == {"unset"} with input as doc
}

using(references) := build.with_unknown(build.resource("aws_instance", "i", {}, {}), {}, {"user_data": {"references": references}})

test_what_contributed_is_known_or_not_also_inside_of_an_object if {
	states := [entry_state(relying_on([with_block, bare_list("bare")], [["aws_instance.i", ["block"]]])) |
		some mark in [{"ip": true}, {"ip": false}, false]
		with_block := build.with_unknown(build.resource("aws_instance", "i", {}, {}), {"block": mark}, {})
	]
	states == [{"unknown"}, {"unset"}, {"unset"}]
}

# Wherever it stands: in an attribute, a block, an output, an argument of a module.
test_a_constant_refers_to_nothing if {
	every value in ["aws_eip.a.public_ip", "local.address", {"references": ["aws_eip.a.public_ip"]}] {
		constant := {"constant_value": value}
		every expressions in [{"user_data": constant}, {"network": [{"address": constant}]}, {"network": [{"inner": [{"address": constant}]}]}] {
			instance := build.with_unknown(build.resource("aws_instance", "i", {}, {}), {}, expressions)
			entry_state(relying_on([eip("a"), instance, bare_list("bare")], [["aws_eip.a", ["public_ip"]]])) == {"unknown"}
		}
		every part in [{"outputs": {"o": {"expression": constant}}}, {"module_calls": {"m": {"expressions": {"address": constant}}}}] {
			doc := object.union(relying_on([eip("a"), bare_list("bare")], [["aws_eip.a", ["public_ip"]]]), {"configuration": {"root_module": part}})
			entry_state(doc) == {"unknown"}
		}
	}
}

test_what_a_block_an_output_or_an_argument_refers_to_is_in_no_dynamic_block if {
	spoken := {"references": ["aws_eip.a.public_ip", "aws_eip.a"]}
	every expressions in [{"network": [{"address": spoken}]}, {"network": [{"inner": [{"address": spoken}]}]}, {"address": object.union(spoken, {"constant_value": "${aws_eip.a.public_ip}"})}] {
		instance := build.with_unknown(build.resource("aws_instance", "i", {}, {}), {}, expressions)
		entry_state(relying_on([eip("a"), instance, bare_list("bare")], [["aws_eip.a", ["public_ip"]]])) == {"unset"}
	}
	every part in [{"outputs": {"o": {"expression": spoken}}}, {"module_calls": {"m": {"expressions": {"address": spoken}}}}, {"module_calls": {"m": {"count_expression": spoken}}}] {
		doc := object.union(relying_on([eip("a"), bare_list("bare")], [["aws_eip.a", ["public_ip"]]]), {"configuration": {"root_module": part}})
		entry_state(doc) == {"unset"}
	}
}

test_what_some_expression_refers_to_is_in_no_dynamic_block if {
	every names in [["aws_eip.a.public_ip", "aws_eip.a"], ["aws_eip.a[0].public_ip", "aws_eip.a[0]", "aws_eip.a"], ["aws_eip.a[\"x.y\"].public_ip"], ["local.address"]] {
		entry_state(relying_on([eip("a"), using(names), bare_list("bare")], [["aws_eip.a", ["public_ip"]]])) == {"unset"}
	}
	entry_state(relying_on([eip("a"), using(["aws_eip.a"]), bare_list("bare")], [["aws_eip.a", []]])) == {"unset"}
	every names in [["aws_eip.a.id", "aws_eip.a"], ["aws_eip.a[0].id", "aws_eip.a[0]", "aws_eip.a"]] {
		entry_state(relying_on([eip("a"), using(names), bare_list("bare")], [["aws_eip.a", ["public_ip"]]])) == {"unknown"}
	}
}

test_a_dynamic_block_that_is_seen_accounts_for_one if {
	shown := build.instance("aws_security_group", "shown", "", {"ingress": [{"from_port": 1}]}, {})
	seen := build.with_unknown(shown, {"ingress": [{"cidr_blocks": [true], "self": false}], "egress": []}, {})
	template := build.with_unknown(build.resource("aws_launch_template", "t", {}, {}), {"block_device_mappings": [{"ebs": true}]}, {})
	every other in [seen, template] {
		entry_state(relying_on([eip("a"), other, bare_list("bare")], [["aws_eip.a", ["public_ip"]]])) == {"unset"}
		entry_state(relying_on([eip("a"), eip("b"), other, bare_list("bare")], [["aws_eip.a", ["public_ip"]], ["aws_eip.b", ["public_ip"]]])) == {"unknown"}
	}
}

# Members of a dynamic block that are unknown since the provider computes them, and blocks, account for nothing. A dynamic block that
# hides what a group starts from does.
test_what_is_unknown_for_another_reason_accounts_for_nothing if {
	relevant := [["aws_eip.a", ["public_ip"]]]
	shown := build.instance("aws_launch_template", "shown", "", {"metadata_options": [{}], "block_device_mappings": [{"ebs": [{}]}]}, {})
	computed := build.with_unknown(shown, {"metadata_options": [{"http_endpoint": true}]}, {})
	entry_state(relying_on([eip("a"), computed, bare_list("bare")], relevant)) == {"unknown"}
	volume := build.with_unknown(shown, {"block_device_mappings": [{"ebs": [{"volume_size": true}]}]}, {})
	entry_state(relying_on([eip("a"), volume, bare_list("bare")], relevant)) == {"unknown"}
	mixed := build.with_unknown(build.instance("aws_autoscaling_group", "mixed", "", {"mixed_instances_policy": [{"launch_template": [{}]}]}, {}), {"mixed_instances_policy": [{"launch_template": [{"override": true}]}]}, {})
	entry_state(relying_on([eip("a"), mixed, bare_list("bare")], relevant)) == {"unknown"}
	started := build.with_unknown(build.resource("aws_autoscaling_group", "g", {}, {}), {"launch_template": true}, {})
	entry_state(relying_on([eip("a"), started, bare_list("bare")], relevant)) == {"unset"}
}

updated(before, after, unknown) := object.union(build.group("bare"), {"change": {"change": {"actions": ["update"], "before": before, "after": after, "after_unknown": unknown}}})

group_ingress(before, after, unknown) := states if {
	states := {plan.state(record, ["ingress"]).is | some record in plan.of_type.aws_security_group} with input as build.plan([updated(before, after, unknown)])
}

test_what_an_update_leaves_unknown_is_in_a_dynamic_block if {
	group_ingress({"ingress": []}, {}, {"ingress": true}) == {"unknown"}
	group_ingress({}, {}, {"ingress": true}) == {"unset"}
	group_ingress({"ingress": []}, {"ingress": []}, {}) == {"known"}
}

group_states(unknown, expressions, path) := states if {
	group := build.with_unknown(build.resource("aws_autoscaling_group", "g", {}, {}), unknown, expressions)
	states := {plan.state(record, path).is | some record in plan.of_type.aws_autoscaling_group} with input as build.plan([group])
}

test_a_block_that_is_never_computed_is_unknown_for_a_dynamic_block_alone if {
	group_states({"warm_pool": true, "availability_zones": true}, {}, ["warm_pool"]) == {"unknown"}
	group_states({"warm_pool": true, "availability_zones": true}, {}, ["warm_pool", 0, "min_size"]) == {"unknown"}
	group_states({"warm_pool": true, "availability_zones": true}, {}, ["availability_zones"]) == {"unset"}
}

template := {"launch_template": [{"id": {"references": ["aws_launch_template.t.id", "aws_launch_template.t"]}}]}

both := {"launch_template": true, "mixed_instances_policy": true}

# The provider takes exactly one of a launch template, a launch configuration and a mixed instances policy.
test_of_exclusive_blocks_the_configured_one_counts if {
	started := {"launch_template": [{"id": true}], "mixed_instances_policy": true}
	group_states(started, template, ["mixed_instances_policy"]) == {"unset"}
	group_states(started, template, ["mixed_instances_policy", 0, "launch_template", 0, "override"]) == {"unset"}
	group_states(object.union(both, {"launch_configuration": true}), {"launch_configuration": {"references": ["aws_launch_configuration.c.name", "aws_launch_configuration.c"]}}, ["launch_template"]) == {"unset"}
}

# "launch_configuration = var.legacy" that is null, beside a dynamic block.
test_an_exclusive_attribute_that_is_null_displaces_nothing if {
	group := build.with_unknown(
		build.instance("aws_autoscaling_group", "g", "", {"launch_template": [{"id": "lt-1", "name": "web"}], "launch_configuration": ""}, {}), {},
		{"launch_configuration": {"references": ["var.legacy"]}},
	)
	{plan.state(record, ["launch_template", 0, "id"]).is | some record in plan.of_type.aws_autoscaling_group} == {"known"} with input as build.plan([group])
}

test_where_no_exclusive_block_is_configured_a_dynamic_block_hides_one if {
	group_states(both, {}, ["launch_template"]) == {"unknown"}
	group_states(both, {}, ["launch_template", 0, "id"]) == {"unknown"}
	group_states(both, {"launch_configuration": {"constant_value": null}}, ["mixed_instances_policy"]) == {"unknown"}
}

test_a_block_that_a_new_resource_shows_displaces_the_others if {
	shown := build.instance("aws_autoscaling_group", "g", "", {"launch_template": [{}]}, {})
	late := [{"launch_template": [{"id": true}], "mixed_instances_policy": true}, {"launch_template": [{"id": true}], "mixed_instances_policy": true}]
	group := build.with_unknown(shown, late[0], {})
	doc := relying_on([eip("a"), group], [["aws_eip.a", ["public_ip"]]])
	{plan.state(record, ["mixed_instances_policy"]).is | some record in plan.of_type.aws_autoscaling_group} == {"unset"} with input as doc
	{plan.state(record, ["mixed_instances_policy"]).is | some record in plan.of_type.aws_autoscaling_group} == {"unset"} with input as build.plan([group])
}

test_an_empty_list_sets_nothing_where_the_provider_computes_the_attribute if {
	balancer := build.with_unknown(build.resource("aws_lb", "l", {}, {}), {"security_groups": true}, {"security_groups": {"constant_value": []}})
	{plan.state(record, ["security_groups"]).is | some record in plan.of_type.aws_lb} == {"unset"} with input as build.plan([balancer])
}

made := build.with_unknown(build.resource("terraform_data", "made", {}, {}), {"output": true}, {"input": {"constant_value": [{"from_port": null}]}})

# What a resource gives is not known before apply, whatever it was given.
test_rules_that_a_resource_gives_are_unknown if {
	group := build.with_unknown(build.group("bare"), {"ingress": true}, {"ingress": {"references": ["terraform_data.made.output", "terraform_data.made"]}})
	{plan.state(record, ["ingress"]).is | some record in plan.of_type.aws_security_group} == {"unknown"} with input as build.plan([made, group])
	instance := build.with_unknown(build.resource("aws_instance", "i", {}, {}), {"tenancy": true}, {"tenancy": {"references": ["terraform_data.made.output", "terraform_data.made"]}})
	{plan.state(record, ["tenancy"]).is | some record in plan.of_type.aws_instance} == {"unknown"} with input as build.plan([made, instance])
}

# timecmp(timestamp(), var.until) < 0 ? var.admins : []
test_rules_through_a_variable_are_unknown_whatever_the_variable_holds if {
	group := build.with_unknown(build.group("bare"), {"ingress": true}, {"ingress": {"references": ["var.until", "var.admins"]}})
	doc := build.plan([group])
	variables := {"until": {"default": ""}, "admins": {"default": []}}
	whole := object.union(doc, {"configuration": {"root_module": object.union(doc.configuration.root_module, {"variables": variables})}})
	{plan.state(record, ["ingress"]).is | some record in plan.of_type.aws_security_group} == {"unknown"} with input as whole
}

# module "asg" { lt_id = aws_launch_template.x.id }, and a dynamic block in the module alone reads the argument.
in_asg(given, references) := object.union(build.plan([]), {
	"resource_changes": [{
		"address": "module.asg.aws_autoscaling_group.g", "module_address": "module.asg", "mode": "managed", "type": "aws_autoscaling_group", "name": "g",
		"change": {"actions": ["create"], "before": null, "after": {"launch_template": [{}]}, "after_unknown": {"launch_template": [{"id": true}], "mixed_instances_policy": true}},
	}],
	"planned_values": {"root_module": {"child_modules": [{"address": "module.asg"}]}},
	"configuration": {"root_module": {"module_calls": {"asg": {"expressions": {"lt_id": given}, "module": {"resources": [{
		"address": "aws_autoscaling_group.g", "mode": "managed", "type": "aws_autoscaling_group", "name": "g",
		"expressions": {"placement_group": {"references": references}},
	}]}}}}},
})

test_an_argument_that_a_dynamic_block_alone_reads_may_be_in_any if {
	late := {"references": ["aws_launch_template.x.id", "aws_launch_template.x"]}
	id := ["launch_template", 0, "id"]
	{plan.state(record, id).is | some record in plan.of_type.aws_autoscaling_group} == {"unknown"} with input as in_asg(late, ["each.key"])
	{plan.state(record, id).is | some record in plan.of_type.aws_autoscaling_group} == {"unset"} with input as in_asg(late, ["var.lt_id"])
	{plan.state(record, id).is | some record in plan.of_type.aws_autoscaling_group} == {"unset"} with input as in_asg({"constant_value": "x"}, ["each.key"])
}

# A group that names its template by name keeps the id of the template that it had, or has the string "unknown" for an id.
test_of_two_ways_to_name_a_template_the_configured_one_counts if {
	every id in ["unknown", "lt-0123456789abcdef0"] {
		resource := build.resource("aws_autoscaling_group", "g", {"launch_template": [{"id": id, "name": "web"}]}, {})
		group := build.with_unknown(resource, {}, {"launch_template": [{"name": {"constant_value": "web"}}]})
		{[plan.state(record, ["launch_template", 0, "id"]).is, plan.links(record, ["launch_template", 0, "id"]), plan.links(record, ["launch_template", 0, "name"])] |
			some record in plan.of_type.aws_autoscaling_group
		} == {["unset", set(), {"web"}]} with input as build.plan([group])
	}
}

test_what_a_state_shows_as_empty_is_unset if {
	alarm := build.resource("aws_cloudwatch_metric_alarm", "a", {"threshold_metric_id": "", "period": 0, "evaluation_periods": 1}, {})
	{path: plan.state(record, [path]).is |
		some record in plan.of_type.aws_cloudwatch_metric_alarm
		some path in ["threshold_metric_id", "period", "evaluation_periods"]
	} == {"threshold_metric_id": "unset", "period": "unset", "evaluation_periods": "known"} with input as build.plan([alarm])
	group := build.resource("aws_autoscaling_group", "g", {"desired_capacity": 0, "protect_from_scale_in": false}, {})
	{path: plan.state(record, [path]).is |
		some record in plan.of_type.aws_autoscaling_group
		some path in ["desired_capacity", "protect_from_scale_in"]
	} == {"desired_capacity": "known", "protect_from_scale_in": "known"} with input as build.plan([group])
}

given(variables, references) := states if {
	instance := build.with_unknown(build.resource("aws_instance", "i", {}, {}), {"tenancy": true}, {"tenancy": {"references": references}})
	doc := build.plan([instance])
	whole := object.union(doc, {"configuration": {"root_module": object.union(doc.configuration.root_module, {"variables": variables})}})
	states := {plan.state(record, ["tenancy"]).is | some record in plan.of_type.aws_instance} with input as whole
}

# An attribute that is Optional and Computed is unknown where a variable gives it null.
test_null_through_a_variable_is_unset if {
	given({"x": {"default": null}}, ["var.x"]) == {"unset"}
	given({"x": {"default": {"tenancy": null}}}, ["var.x.tenancy", "var.x"]) == {"unset"}
	given({"on": {"default": false}, "x": {"default": "dedicated"}}, ["var.on", "var.x"]) == {"unset"}
	given({"x": {"default": []}}, ["var.x"]) == {"unset"}
}

test_what_may_be_something_through_a_variable_is_unknown if {
	given({"x": {}}, ["var.x"]) == {"unknown"}
	given({"x": {"default": "dedicated"}}, ["var.x"]) == {"unknown"}
	given({"x": {"default": null}}, ["var.x", "local.late"]) == {"unknown"}
	given({"x": {"default": ["dedicated"]}}, ["var.x"]) == {"unknown"}
	given({"x": {"default": {"tenancy": "dedicated"}}}, ["var.x.tenancy", "var.x"]) == {"unknown"}
	given({"x": {"default": null}}, ["var.x", "aws_vpc.v.id", "aws_vpc.v"]) == {"unknown"}
}

test_what_is_forgotten_stays_beside_what_takes_its_place if {
	twice := object.union(build.group("bare"), {"change": {"change": {"actions": ["create", "forget"], "before": {"id": "sg-1"}}}})
	{record.address | some record in plan.of_type.aws_security_group} == {"aws_security_group.bare", "aws_security_group.bare (forgotten)"} with input as build.plan([twice])
	{name | some record in plan.of_type.aws_security_group; record.values.id == "sg-1"; some name in plan.names(record)} == {"aws_security_group.bare (forgotten)", "sg-1"} with input as build.plan([twice])
}

known_names(type, values) := names if {
	names := {name | some record in plan.of_type[type]; some name in plan.value_names(record)} with input as build.plan([build.resource(type, "x", values, {})])
}

test_a_name_means_what_attributes_mean_by_names if {
	known_names("aws_security_group", {"id": "sg-1", "arn": "arn:1", "name": "web"}) == {"sg-1", "arn:1", "web"}
	known_names("aws_launch_template", {"name": "lt-web"}) == {"lt-web"}
	known_names("aws_ec2_managed_prefix_list", {"id": "pl-1", "name": "offices"}) == {"pl-1"}
}

test_a_name_that_looks_like_an_id_means_nothing if {
	every name in ["sg-0feed", "arn:aws:x", "lt-0123456789abcdef0", "subnet-01234567"] { known_names("aws_security_group", {"name": name}) == set() }
}

test_a_default_is_no_value_before_a_plan if {
	doc := with_config(["var.group"], object.union(two_groups, {"variables": {"group": {"default": "sg-1"}}}))
	linked(doc) == {"sg-1"}
	linked(object.union(doc, {"stage": "synth"})) == {"?a variable that may be given another value"}
}

test_a_resource_of_a_module_that_nothing_calls_has_its_address_for_a_name if {
	plan.reference_names({"prefix": "module.m.", "local": "aws_lb.l", "address": "module.m.aws_lb.l[0]"}) == {"module.m.aws_lb.l", "module.m.aws_lb.l[0]"} with input as {}
}
