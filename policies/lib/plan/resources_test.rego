package lib.plan_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan

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

test_a_plan_that_only_refreshes_is_read_from_the_prior_state if {
	refreshing := {"planned_values": {"root_module": {}}, "prior_state": {"values": {"root_module": {"resources": [{"address": "aws_vpc.a", "mode": "managed", "type": "aws_vpc", "name": "a", "values": {"id": "vpc-1"}}]}}}}
	{record.address | some record in plan.of_type.aws_vpc} == {"aws_vpc.a"} with input as refreshing
	planned := object.union(refreshing, {"planned_values": {"root_module": {"resources": [{"address": "aws_vpc.b", "mode": "managed", "type": "aws_vpc", "name": "b", "values": {}}]}}})
	{record.address | some record in plan.of_type.aws_vpc} == {"aws_vpc.b"} with input as planned
}

test_resources_of_gives_the_records_of_a_type if {
	document := build.plan([build.resource("aws_lb", "a", {}, {}), build.resource("aws_sqs_queue", "b", {}, {})])
	[record.address | some record in plan.resources_of("aws_lb")] == ["aws_lb.a"] with input as document
	plan.resources_of("aws_instance") == [] with input as document
}

# Two values end an evaluation with an error. Here both are the same, so that the second is seen.
test_resources_of_has_a_second_value_for_a_type_that_nobody_names if {
	second := "no METADATA names the type"
	plan.resources_of("aws_sqs_queue") == second with plan.of_type as {"aws_sqs_queue": second}
}
