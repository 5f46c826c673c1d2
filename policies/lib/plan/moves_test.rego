package lib.plan_test

import rego.v1

import data.lib.plan

moving(changes) := {"format_version": "1.2", "resource_changes": [change |
	some [address, from] in changes
	change := {
		"address": address, "mode": "managed", "type": "aws_x", "name": "x", "previous_address": from,
		"change": {"actions": ["no-op"], "before": {}, "after": {}, "after_unknown": {}},
	}
]}

test_a_move_is_known_by_both_addresses if {
	plan.moved == {"aws_x.b": "aws_x.a"} with input as moving([["aws_x.b", "aws_x.a"], ["aws_x.c", ""], ["aws_x.d", "aws_x.d"], ["aws_x.e", 7]])
	plan.vacated == {"aws_x.a"} with input as moving([["aws_x.b", "aws_x.a"], ["aws_x.c", ""]])
}

test_a_move_of_a_stack_has_its_name_before_both_addresses if {
	plan.moved == {"app::aws_x.b": "app::aws_x.a"} with input as {"stacks": {"app": moving([["aws_x.b", "aws_x.a"]]), "db": moving([])}}
}

test_nothing_moved_where_there_are_no_changes if {
	plan.moved == {} with input as {"format_version": "1.2"}
	plan.vacated == set() with input as {"format_version": "1.2"}
}
