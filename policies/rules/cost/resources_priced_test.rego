package rules.cost.resources_priced_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.rules.cost.resources_priced as rule

judged(document) := found if {
	found := {
		"checked": rule.checked,
		"deny": rule.deny,
		"undecided": {[finding.address, finding.path, finding.why] | some finding in rule.undecided},
	} with input as document
}

test_allow_when_everything_has_a_price_or_is_free if {
	judged(fixture.plan(fixture.stack)) == {
		"checked": {
			"aws_lb.alb",
			"aws_launch_template.lt",
			"aws_autoscaling_group.asg",
			"aws_db_instance.db",
			"aws_cloudwatch_dashboard.dashboard",
			"aws_cloudwatch_metric_alarm.alarm",
			"aws_security_group.sg",
		},
		"deny": set(),
		"undecided": set(),
	}
}

test_undecided_when_a_type_is_in_no_list if {
	judged(fixture.plan([fixture.dashboard, fixture.resource("aws_memorydb_cluster", "k", {})])) == {
		"checked": {"aws_cloudwatch_dashboard.dashboard", "aws_memorydb_cluster.k"},
		"deny": set(),
		"undecided": {["aws_memorydb_cluster.k", "", "it has no price: the price book neither prices aws_memorydb_cluster nor lists it as free"]},
	}
}

test_undecided_when_a_class_has_no_price if {
	judged(fixture.plan([fixture.changing(fixture.database, {"instance_class": "db.z1.huge"})])) == {
		"checked": {"aws_db_instance.db"},
		"deny": set(),
		"undecided": {["aws_db_instance.db", "instance_class", "it has no price: the price book has no row rds.postgres.db.z1.huge"]},
	}
}

test_allow_when_only_another_stack_is_not_priced if {
	other := fixture.plan([fixture.resource("aws_memorydb_cluster", "k", {"name": "orders"})])
	judged({"stacks": {"shop": fixture.plan([fixture.dashboard, fixture.alarm]), "other": other}}) == {
		"checked": {"shop::aws_cloudwatch_dashboard.dashboard", "shop::aws_cloudwatch_metric_alarm.alarm"},
		"deny": set(),
		"undecided": set(),
	}
}

# As a synthesized stack has it: one template, and an argument that multiplies it.
multiplied(resources, arguments) := object.union(document, {"configuration": {"root_module": {"resources": [object.union(resource, added) |
	some resource in document.configuration.root_module.resources
	added := object.get({"aws_db_instance.db": arguments}, resource.address, {})
]}}}) if {
	document := fixture.plan(resources)
}

test_undecided_when_nobody_knows_how_many_there_are if {
	every argument, expression in {
		"count": {"count_expression": {"constant_value": 3}},
		"for_each": {"for_each_expression": {"references": ["var.names"]}},
	} {
		judged(multiplied(fixture.stack, expression)).undecided == {["aws_db_instance.db", argument, concat("", ["it has no price: how many of it there are is not known yet: it has ", argument])]}
	}
}

test_allow_when_there_is_exactly_one if {
	judged(multiplied(fixture.stack, {"count_expression": {"constant_value": 1}})).undecided == set()
}

test_allow_when_the_plan_lists_each_instance if {
	listed := [fixture.keyed(fixture.database, "[0]"), fixture.keyed(fixture.database, "[1]")]
	judged(multiplied(listed, {"count_expression": {"constant_value": 2}})).undecided == set()
}

test_not_applicable_when_no_budget_is_declared if {
	document := fixture.plan(array.concat(fixture.stack, [fixture.resource("aws_memorydb_cluster", "k", {})]))
	found := judged(document) with data.settings.budgets as {"web_desired_usd": null, "stack_maximum_usd": null}
	found == {"checked": set(), "deny": set(), "undecided": set()}
	one := judged(document) with data.settings.budgets as {"web_desired_usd": null, "stack_maximum_usd": 1}
	count(one.undecided) == 1
	every missing in [{}, null, "text"] {
		all := judged(document) with data.settings.budgets as missing
		count(all.undecided) == 1
	}
}
