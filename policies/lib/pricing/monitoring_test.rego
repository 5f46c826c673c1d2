package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

alarm_amount(values) := [found.desired |
	items := pricing.items with input as fixture.plan([fixture.changing(fixture.alarm, values)])
	some found in items
]

test_allow_when_alarms_are_charged_by_the_metric if {
	alarm_amount({}) == [100000]
	alarm_amount({"period": 10}) == [300000]
	alarm_amount({"metric_query": [{"id": "e", "expression": "a+b"}, {"id": "a", "metric": [{"period": 60}]}, {"id": "b", "metric": [{"period": 60}]}]}) == [200000]
	alarm_amount({"metric_query": [{"id": "a", "metric": [{"period": 30}]}]}) == [300000]
	alarm_amount({"threshold_metric_id": "band"}) == [300000]
	alarm_amount({"threshold_metric_id": "", "period": 0, "metric_query": [{"id": "a", "metric": [{"period": 60}]}]}) == [100000]
}

test_undecided_when_the_metrics_of_an_alarm_are_not_known if {
	reasons([fixture.hiding(fixture.alarm, {"metric_query": ["var.queries"]})]) == {["aws_cloudwatch_metric_alarm.alarm", "metric_query", "the metrics of the alarm are not known yet"]}
	reasons([fixture.hiding(fixture.without(fixture.alarm, ["period"]), {"period": ["var.period"]})]) == {["aws_cloudwatch_metric_alarm.alarm", "metric_query", "the period of the alarm is not known yet"]}
}

watching(text) := fixture.changing(fixture.alarm, {"metric_query": [{"id": "a", "expression": text}]})

test_undecided_when_an_alarm_watches_a_query if {
	reasons([watching(" select avg(x) from y")]) == {["aws_cloudwatch_metric_alarm.alarm", "metric_query", "its query is charged for each metric that it goes through"]}
	reasons([watching("m1 + m2")]) == set()
}
