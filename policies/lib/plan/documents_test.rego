package lib.plan_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan

test_a_plan_stands_alone_or_under_plan_or_among_stacks if {
	plan.documents == {"": {"format_version": "1.2"}} with input as {"format_version": "1.2"}
	plan.documents == {"": {"a": 1}} with input as {"plan": {"a": 1}, "run": {}}
	plan.documents == {"one": {"a": 1}, "two": {}} with input as {"stacks": {"one": {"a": 1}, "two": {}}}
}

test_addresses_of_stacks_are_told_apart if {
	one := build.plan([build.group("web")])
	{group.address | some group in plan.managed} == {"a::aws_security_group.web", "b::aws_security_group.web"} with input as {"stacks": {"a": one, "b": one}}
}
