package lib.plan_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan

test_the_state_of_an_attribute if {
	plan.state(record, ["a"]) == {"is": "known", "value": 1}
	plan.state(record, ["n"]) == {"is": "unset"}
	plan.state(record, ["absent"]) == {"is": "unset"}
	plan.state(record, ["u"]) == {"is": "unknown"}
	plan.state(record, ["block", 0, "x"]) == {"is": "known", "value": "y"}
	plan.state(record, ["block", 0, "z"]) == {"is": "unknown"}
}

test_null_in_the_code_sets_nothing if {
	lb := build.with_unknown(build.resource("aws_lb", "a", {}, {}), {"security_groups": true}, {"security_groups": {"constant_value": null}})
	states := {plan.state(record, ["security_groups"]).is | some record in plan.of_type.aws_lb} with input as build.plan([lb])
	states == {"unset"}
}

test_an_empty_list_sets_nothing_where_the_provider_computes_the_attribute if {
	balancer := build.with_unknown(build.resource("aws_lb", "l", {}, {}), {"security_groups": true}, {"security_groups": {"constant_value": []}})
	{plan.state(record, ["security_groups"]).is | some record in plan.of_type.aws_lb} == {"unset"} with input as build.plan([balancer])
}

# A group that names its template by name keeps the id of the template that it had, or has the string "unknown" for an id.
test_of_two_ways_to_name_a_template_the_configured_one_counts if {
	every id in ["unknown", "lt-0123456789abcdef0"] {
		resource := build.resource("aws_autoscaling_group", "g", {"launch_template": [{"id": id, "name": "web"}]}, {})
		group := build.with_unknown(resource, {}, {"launch_template": [{"name": {"constant_value": "web"}}]})
		{[plan.state(record, ["launch_template", 0, "id"]).is, plan.links(record, ["launch_template", 0, "id"]), plan.links(record, ["launch_template", 0, "name"])] |
			some record in plan.of_type.aws_autoscaling_group
		} == {["unset", set(), {"web"}]} with input as build.plan([group])
	}
}

test_what_a_state_shows_as_empty_is_unset if {
	alarm := build.resource("aws_cloudwatch_metric_alarm", "a", {"threshold_metric_id": "", "period": 0, "evaluation_periods": 1}, {})
	{path: plan.state(record, [path]).is |
		some record in plan.of_type.aws_cloudwatch_metric_alarm
		some path in ["threshold_metric_id", "period", "evaluation_periods"]
	} == {"threshold_metric_id": "unset", "period": "unset", "evaluation_periods": "known"} with input as build.plan([alarm])
	group := build.resource("aws_autoscaling_group", "g", {"desired_capacity": 0, "protect_from_scale_in": false}, {})
	{path: plan.state(record, [path]).is |
		some record in plan.of_type.aws_autoscaling_group
		some path in ["desired_capacity", "protect_from_scale_in"]
	} == {"desired_capacity": "known", "protect_from_scale_in": "known"} with input as build.plan([group])
}
