package lib.budget_test

import rego.v1

import data.lib.budget
import data.lib.costs_fixture_test as fixture

judged(document, limit) := found if {
	found := budget.judged(budget.everything, "maximum", "stack_maximum_usd", "the stack") with input as document
		with data.settings.budgets as {"stack_maximum_usd": limit}
}

blamed(found) := {[finding.address, finding.path, finding.found, finding.allowed] | some finding in found.deny}

test_allow_when_exactly_the_budget_is_spent if {
	nine := [object.union(fixture.dashboard, {"name": name}) | some name in ["a", "b", "c"]]
	judged(fixture.plan(nine), 9).deny == set()
	blamed(judged(fixture.plan(nine), 8)) == {["aws_cloudwatch_dashboard.a", "", "$9.00 a month", "at most $8.00 a month"]}
}

test_deny_when_the_budget_is_not_set if {
	found := budget.judged(budget.web, "desired", "web_desired_usd", "the web tier") with input as fixture.plan(fixture.web) with data.settings.budgets as {}
	blamed(found) == {["aws_autoscaling_group.asg", "desired_capacity", "$55.37 a month", "at most $0.00 a month"]}
}

test_deny_when_there_are_no_settings if {
	found := budget.judged(budget.web, "desired", "web_desired_usd", "the web tier") with input as fixture.plan([fixture.alb])
		with data.settings as {"prices": {"rows": {"lb.application": {"micro_usd": 1}}}}
	{finding.address | some finding in found.deny} == {"aws_lb.alb"}
}

test_deny_when_each_stack_has_its_own_budget if {
	document := {"stacks": {"dear": fixture.plan(fixture.stack), "cheap": fixture.plan([fixture.dashboard])}}
	found := judged(document, 100)
	blamed(found) == {["dear::aws_autoscaling_group.asg", "max_size", "$200.91 a month", "at most $100.00 a month"]}
	found.checked["cheap::aws_cloudwatch_dashboard.dashboard"]
}

test_deny_when_the_message_says_what_costs_most if {
	{finding.why | some finding in judged(fixture.plan(fixture.stack), 100).deny} == {"the stack costs $200.91 a month at maximum size, over its budget of $100.00; most of it is t3.small instances ($151.84)"}
}

test_deny_when_the_known_prices_alone_are_over_the_budget if {
	found := judged(fixture.plan(array.concat(fixture.stack, [fixture.resource("aws_memorydb_cluster", "k", {})])), 100)
	blamed(found) == {["aws_autoscaling_group.asg", "max_size", "at least $200.91 a month", "at most $100.00 a month"]}
	found.undecided == set()
}

test_deny_when_two_items_of_one_resource_cost_the_same if {
	machine := fixture.changing(fixture.template, {"block_device_mappings": [
		{"device_name": "/dev/xvda", "ebs": [{"volume_type": "gp3", "volume_size": 500}]},
		{"device_name": "/dev/sdb", "ebs": [{"volume_type": "gp3", "volume_size": 500}]},
	]})
	blamed(judged(fixture.plan([fixture.group, machine]), 100)) == {["aws_autoscaling_group.asg", "max_size", "$951.84 a month", "at most $100.00 a month"]}
}

test_undecided_when_a_resource_has_no_price if {
	found := judged(fixture.plan(array.concat(fixture.stack, [fixture.resource("aws_memorydb_cluster", "k", {})])), 300)
	found.deny == set()
	found.undecided == {{
		"address": "aws_memorydb_cluster.k",
		"path": "",
		"why": "the stack cannot be held against its budget of $300.00: the price book neither prices aws_memorydb_cluster nor lists it as free",
	}}
}

test_allow_when_a_stack_is_out_of_scope if {
	other := fixture.resource("aws_memorydb_cluster", "k", {"name": "orders"})
	judged(fixture.plan([other, fixture.resource("aws_nat_gateway", "nat", {})]), 0) == {"checked": set(), "deny": set(), "undecided": set()}
}

test_not_applicable_when_the_budget_is_null if {
	document := fixture.plan(array.concat(fixture.stack, [fixture.resource("aws_memorydb_cluster", "k", {})]))
	judged(document, null) == {"checked": set(), "deny": set(), "undecided": set()}
	count(judged(document, 0).deny) > 0
}

test_deny_when_a_scheduled_action_is_over_the_budget if {
	schedule := fixture.resource("aws_autoscaling_schedule", "night", {"autoscaling_group_name": "productos-api-asg", "max_size": 20})
	found := judged(fixture.plan(array.concat(fixture.stack, [schedule])), 300)
	blamed(found) == {["aws_autoscaling_schedule.night", "max_size", "$359.15 a month", "at most $300.00 a month"]}
}
