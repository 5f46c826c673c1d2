package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

schedule(values) := fixture.resource("aws_autoscaling_schedule", "night", object.union({"autoscaling_group_name": "productos-api-asg"}, values))

with_schedule(values) := [fixture.group, fixture.template, schedule(values)]

instances(desired, maximum) := ["aws_autoscaling_group.asg", "t3.small instances", 30368000, desired * 15184000, maximum * 15184000]

test_a_schedule_raises_the_largest_size if {
	instances(2, 20) in amounts(with_schedule({"min_size": 20, "max_size": 20, "desired_capacity": 20}))
	instances(2, 30) in amounts(with_schedule({"min_size": -1, "max_size": -1, "desired_capacity": 30}))
	instances(2, 10) in amounts(with_schedule({"min_size": 0, "max_size": 4, "desired_capacity": 3}))
	instances(2, 10) in amounts(with_schedule({}))
	blamed := {item.blamed.maximum |
		items := pricing.items with input as fixture.plan(with_schedule({"max_size": 20, "desired_capacity": 5}))
		some item in items
	}
	blamed == {{"address": "aws_autoscaling_schedule.night", "path": "max_size"}}
}

test_undecided_when_a_schedule_is_not_known if {
	late := fixture.hiding(schedule({}), {"max_size": ["var.most"]})
	reasons([fixture.group, fixture.template, late]) == {["aws_autoscaling_group.asg", "max_size", "aws_autoscaling_schedule.night sets its size, and max_size is not known yet"]}
	unseen := {["aws_autoscaling_schedule.night", "autoscaling_group_name", "the plan does not show the Auto Scaling group whose size it sets"]}
	reasons([schedule({"autoscaling_group_name": "other", "max_size": 3})]) == unseen
	reasons([object.union(late, {"values": {"autoscaling_group_name": "other"}})]) == unseen
	reasons([schedule({"autoscaling_group_name": "other", "max_size": 0})]) == set()
}

test_undecided_when_there_are_too_many_schedules if {
	many := [object.union(schedule({}), {"name": format_int(i, 10)}) | some i in numbers.range(1, 3)]
	found := {unpriced.reason | some unpriced in pricing.unpriced} with input as fixture.plan(array.concat(fleet({}, {}), many))
		with data.lib.pricing.join_limit as 2
	found == {"there are too many scheduled actions to tell which of them set its size"}
}

grown(values, expressions) := [
	object.union(fixture.unchanged(fixture.changing(fixture.group, object.union({"desired_capacity": 10}, values))), {"expressions": expressions}),
	fixture.template,
]

test_a_group_that_has_grown_has_its_configured_size if {
	instances(2, 10) in amounts(grown({}, {"desired_capacity": {"constant_value": 2}}))
	instances(3, 10) in amounts(grown({}, {"desired_capacity": {"constant_value": "3"}}))
	instances(2, 10) in amounts(grown({}, {}))
	instances(10, 10) in amounts(grown({}, {"desired_capacity": {"references": ["local.size"]}}))
	doc := object.union(fixture.plan(grown({}, {"desired_capacity": {"references": ["var.size"]}})), {"variables": {"size": {"value": 2}}})
	items := {[item.item, item.desired] | some item in pricing.items} with input as doc
	["t3.small instances", 30368000] in items
}

test_a_plan_that_changes_the_size_ignores_nothing if {
	[group, template] := grown({}, {"desired_capacity": {"constant_value": 2}})
	instances(10, 10) in amounts([fixture.updated(group, {"desired_capacity": 2}), template])
	instances(2, 10) in amounts([fixture.updated(group, {"desired_capacity": 10}), template])
}

forecast(values) := fixture.resource("aws_autoscaling_policy", "forecast", {"predictive_scaling_configuration": [values]})

test_undecided_when_a_forecast_raises_the_largest_size if {
	raised := {[
		"aws_autoscaling_policy.forecast", "predictive_scaling_configuration.0.max_capacity_breach_behavior",
		"predictive scaling may raise the maximum size of the group by any number: set max_capacity_breach_behavior to HonorMaxCapacity",
	]}
	reasons([forecast({"mode": "ForecastAndScale", "max_capacity_breach_behavior": "IncreaseMaxCapacity"})]) == raised
	late := object.union(forecast({"mode": "ForecastAndScale"}), {
		"unknown": {"predictive_scaling_configuration": [{"max_capacity_breach_behavior": true}]},
		"expressions": {"predictive_scaling_configuration": [{"max_capacity_breach_behavior": {"references": ["var.x"]}}]},
	})
	reasons([late]) == raised
}

test_allow_when_a_forecast_stays_within_the_largest_size if {
	reasons([forecast({"mode": "ForecastAndScale", "max_capacity_breach_behavior": "HonorMaxCapacity"})]) == set()
	reasons([forecast({"mode": "ForecastAndScale"})]) == set()
	reasons([forecast({"mode": "ForecastOnly", "max_capacity_breach_behavior": "IncreaseMaxCapacity"})]) == set()
	reasons([forecast({"max_capacity_breach_behavior": "IncreaseMaxCapacity"})]) == set()
	reasons([fixture.resource("aws_autoscaling_policy", "p", {"predictive_scaling_configuration": []})]) == set()
}
