package rules.cost.web_tier_within_budget_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.rules.cost.web_tier_within_budget as rule

judged(resources) := found if {
	found := {
		"checked": rule.checked,
		"deny": {[finding.address, finding.path, finding.found] | some finding in rule.deny},
		"undecided": {[finding.address, finding.path] | some finding in rule.undecided},
	} with input as fixture.plan(resources)
}

counted := {"aws_lb.alb", "aws_autoscaling_group.asg"}

test_allow_when_the_web_tier_is_the_guides if {
	judged(fixture.stack) == {"checked": counted, "deny": set(), "undecided": set()}
}

test_allow_when_the_database_is_dear if {
	judged(array.concat(fixture.web, [fixture.changing(fixture.database, {"instance_class": "db.t3.large"})])) == {"checked": counted, "deny": set(), "undecided": set()}
}

test_deny_when_the_instances_are_dear if {
	dear := fixture.changing(fixture.template, {"instance_type": "m5.4xlarge"})
	judged([fixture.alb, fixture.group, dear]) == {
		"checked": counted,
		"deny": {["aws_autoscaling_group.asg", "desired_capacity", "$1146.29 a month"]},
		"undecided": set(),
	}
}

test_deny_when_more_instances_are_desired if {
	many := fixture.changing(fixture.group, {"desired_capacity": 4})
	judged([fixture.alb, fixture.template, many]).deny == {["aws_autoscaling_group.asg", "desired_capacity", "$87.02 a month"]}
}

test_deny_when_an_instance_stands_beside_the_group if {
	beside := fixture.resource("aws_instance", "extra", {"instance_type": "m5.large", "root_block_device": [{"volume_size": 8, "volume_type": "gp3"}]})
	judged(array.concat(fixture.web, [beside])) == {
		"checked": (counted | {"aws_instance.extra"}),
		"deny": {["aws_instance.extra", "instance_type", "$126.09 a month"]},
		"undecided": set(),
	}
}

test_undecided_when_the_instance_type_is_not_known if {
	hidden := fixture.hiding(fixture.without(fixture.template, ["instance_type"]), {"instance_type": ["var.type"]})
	judged([fixture.alb, fixture.group, hidden]) == {
		"checked": counted,
		"deny": set(),
		"undecided": {["aws_autoscaling_group.asg", "launch_template"]},
	}
}

test_allow_when_the_system_is_not_in_scope if {
	other := fixture.changing(fixture.alb, {"name": "orders-alb"})
	judged([other]) == {"checked": set(), "deny": set(), "undecided": set()}
}

test_not_applicable_when_the_budget_is_not_declared if {
	found := rule.checked with input as fixture.plan(fixture.stack) with data.settings.budgets.web_desired_usd as null
	found == set()
	denied := rule.deny with input as fixture.plan(fixture.stack) with data.settings.budgets.web_desired_usd as null
	denied == set()
	spent := rule.deny with input as fixture.plan(fixture.stack) with data.settings.budgets.web_desired_usd as 0
	count(spent) > 0
}
