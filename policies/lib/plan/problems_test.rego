package lib.plan_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan

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

messages(doc) := found if {
	found := {problem.message | some problem in plan.problems} with input as doc
}

test_nothing_to_judge_is_a_problem if {
	messages({}) == {"it holds no resources: nothing was judged"}
	messages({"stacks": {}}) == {"there is no document to judge"}
	messages({"stacks": {"a": 1}}) == {"this document is not a Terraform plan: it is not an object"}
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

test_modules_called_too_deep_are_a_problem if {
	doc := build.plan(build.system)
	deep := object.union(doc, {"configuration": {"root_module": object.union(doc.configuration.root_module, call(call(call(call(call(call(call(call(call(call(call({}))))))))))))}})
	messages(deep) == {"modules are called more than 10 deep: what lies below cannot be judged"}
}
