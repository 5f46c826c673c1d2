package rules.cost.stack_within_budget_at_desired_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.rules.cost.stack_within_budget_at_desired as rule

judged(resources) := found if {
	found := {
		"checked": rule.checked,
		"deny": {[finding.address, finding.path, finding.found] | some finding in rule.deny},
		"undecided": {[finding.address, finding.path] | some finding in rule.undecided},
	} with input as fixture.plan(resources)
}

counted := {
	"aws_lb.alb",
	"aws_autoscaling_group.asg",
	"aws_db_instance.db",
	"aws_cloudwatch_dashboard.dashboard",
	"aws_cloudwatch_metric_alarm.alarm",
}

test_allow_when_the_stack_is_the_guides if {
	judged(fixture.stack) == {"checked": counted, "deny": set(), "undecided": set()}
}

test_allow_when_what_is_added_is_free if {
	judged(array.concat(fixture.stack, [fixture.resource("aws_internet_gateway", "igw", {})])) == {"checked": counted, "deny": set(), "undecided": set()}
}

test_undecided_when_a_resource_has_no_price if {
	judged(array.concat(fixture.stack, [fixture.resource("aws_memorydb_cluster", "k", {})])) == {
		"checked": (counted | {"aws_memorydb_cluster.k"}),
		"deny": set(),
		"undecided": {["aws_memorydb_cluster.k", ""]},
	}
}

test_allow_when_the_system_is_not_in_scope if {
	judged([fixture.resource("aws_nat_gateway", "nat", {"tags": {"Name": "orders"}})]) == {"checked": set(), "deny": set(), "undecided": set()}
}

test_deny_when_the_database_is_dear if {
	dear := fixture.changing(fixture.database, {"instance_class": "db.t3.large", "multi_az": true})
	judged(array.concat(fixture.web, [dear])) == {
		"checked": {"aws_lb.alb", "aws_autoscaling_group.asg", "aws_db_instance.db"},
		"deny": {["aws_db_instance.db", "instance_class", "$272.07 a month"]},
		"undecided": set(),
	}
}

test_allow_when_only_the_maximum_is_large if {
	judged(array.concat([fixture.changing(fixture.group, {"max_size": 40})], array.concat([fixture.alb, fixture.template], [fixture.database]))).deny == set()
}

test_not_applicable_when_the_budget_is_not_declared if {
	found := rule.checked with input as fixture.plan(fixture.stack) with data.settings.budgets.stack_desired_usd as null
	found == set()
	denied := rule.deny with input as fixture.plan(fixture.stack) with data.settings.budgets.stack_desired_usd as null
	denied == set()
	spent := rule.deny with input as fixture.plan(fixture.stack) with data.settings.budgets.stack_desired_usd as 0
	count(spent) > 0
}
