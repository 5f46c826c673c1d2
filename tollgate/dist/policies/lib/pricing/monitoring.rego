# What do CloudWatch alarms and dashboards cost?
package lib.pricing

import rego.v1

import data.lib.plan

monitoring_prices := {"aws_cloudwatch_dashboard": {"part": "monitoring", "item": "dashboard", "id": "cloudwatch.dashboard", "hourly": false}}

lines contains line(alarm, "monitoring", "alarm", "metric_query", alarm_quote(alarm), once) if {
	some alarm in records("aws_cloudwatch_metric_alarm")
}

# Charged for each metric that it watches; a band of what is usual counts three times.
alarm_quote(alarm) := {"reason": "the metrics of the alarm are not known yet"} if {
	plan.state(alarm, ["metric_query"]).is == "unknown"
} else := {"reason": "the period of the alarm is not known yet"} if {
	plan.state(alarm, ["period"]).is == "unknown"
} else := {"reason": "its query is charged for each metric that it goes through"} if {
	some query in blocks(alarm, "metric_query")
	startswith(upper(trim_space(text_of({"is": "known", "value": object.get(query, "expression", null)}))), "SELECT")
} else := priced(alarm, alarm_row(alarm), alarm_metrics(alarm) * alarm_bands(alarm))

alarm_metrics(alarm) := max([1, count([1 | some query in blocks(alarm, "metric_query"); count(blocks({"values": query}, "metric")) > 0])])

alarm_bands(alarm) := 1 if {
	plan.state(alarm, ["threshold_metric_id"]).is == "unset"
} else := 3

alarm_row(alarm) := "cloudwatch.alarm.high-resolution" if {
	some period in alarm_periods(alarm)
	is_number(period)
	period < 60
} else := "cloudwatch.alarm"

alarm_periods(alarm) := {found.value |
	some path in array.concat([["period"]], [["metric_query", i, "metric", j, "period"] |
		some i, query in blocks(alarm, "metric_query")
		some j, _ in blocks({"values": query}, "metric")
	])
	found := plan.state(alarm, path)
	found.is == "known"
}
