package lib.plan_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan

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

test_what_is_forgotten_stays_beside_what_takes_its_place if {
	twice := object.union(build.group("bare"), {"change": {"change": {"actions": ["create", "forget"], "before": {"id": "sg-1"}}}})
	{record.address | some record in plan.of_type.aws_security_group} == {"aws_security_group.bare", "aws_security_group.bare (forgotten)"} with input as build.plan([twice])
	{name | some record in plan.of_type.aws_security_group; record.values.id == "sg-1"; some name in plan.names(record)} == {"aws_security_group.bare (forgotten)", "sg-1"} with input as build.plan([twice])
}
