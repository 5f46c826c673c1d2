# Between which sizes does an Auto Scaling group move? Scheduled actions set its largest size as well. Within that size they change
# the desired size for a while, like a scaling policy: that is no other desired size.
package lib.pricing

import rego.v1

import data.lib.plan

# {minimum, desired, maximum}, with what sets a size in place of the group in `blamed`; or {reason, path}.
group_size(group) := own if {
	own := own_size(group)
	own.reason
} else := {"reason": "there are too many scheduled actions to tell which of them set its size", "path": "max_size"} if {
	count(schedules) * count(records("aws_autoscaling_group")) > join_limit
} else := {"reason": min(reasons), "path": "max_size"} if {
	reasons := {schedule.reason | some schedule in schedules_of(group); schedule.reason}
	count(reasons) > 0
} else := {
	"minimum": own.minimum,
	"desired": own.desired,
	"maximum": maximum,
	"blamed": {"maximum": blamed | maximum > own.maximum; blamed := raised_by(sets, maximum)},
} if {
	own := own_size(group)
	sets := schedules_of(group)
	maximum := max({own.maximum} | {schedule.maximum | some schedule in sets})
}

# The first scheduled action that sets the largest size.
raised_by(sets, maximum) := {"address": first, "path": path} if {
	first := min({schedule.address | some schedule in sets; schedule.maximum == maximum})
	path := min({schedule.path | some schedule in sets; schedule.address == first})
}

# Without a desired size a group starts at its minimum.
own_size(group) := {"minimum": least.value, "desired": wanted.value, "maximum": most.value} if {
	least := plan.state(group, ["min_size"])
	most := plan.state(group, ["max_size"])
	wanted := wanted_size(group)
	is_whole(least)
	is_whole(most)
	is_whole(wanted)
} else := {"minimum": least.value, "desired": least.value, "maximum": most.value} if {
	least := plan.state(group, ["min_size"])
	most := plan.state(group, ["max_size"])
	is_whole(least)
	is_whole(most)
	wanted_size(group).is == "unset"
} else := {"reason": concat("", [attribute, " is ", not_known(found)]), "path": attribute} if {
	attribute := min({name |
		some name, size in {"min_size": plan.state(group, ["min_size"]), "max_size": plan.state(group, ["max_size"]), "desired_capacity": wanted_size(group)}
		not is_whole(size)
		not leaves_desired(name, size)
	})
	found := plan.state(group, [attribute])
}

leaves_desired("desired_capacity", found) if found.is == "unset"

# Where changes of the desired size are ignored, the plan keeps the size to which the group has grown: what the configuration
# says counts. A plan that changes the size ignores no change of it.
wanted_size(group) := {"is": "unset"} if {
	not group.created
	kept(group)
	group.configured
	not plan.configures(group, ["desired_capacity"])
} else := {"is": "known", "value": value} if {
	not group.created
	kept(group)
	value := configured_count(group, "desired_capacity")
} else := plan.state(group, ["desired_capacity"])

kept(group) if object.get(group.former, "desired_capacity", null) == null

kept(group) if group.former.desired_capacity == object.get(group.values, "desired_capacity", null)

# The number that the configuration gives: a constant, or the one number to which variables lead.
configured_count(record, attribute) := value if {
	value := as_count(record.expressions[attribute].constant_value)
} else := min(values) if {
	expression := record.expressions[attribute]
	count(object.get(expression, "references", [])) > 0
	starts := plan.leads(record.prefix, expression, record.each)
	reached := starts | graph.reachable(plan.reference_graph, starts)
	every name in reached { plan.known_name(name) }
	values := {value |
		some name in reached
		value := as_count(plan.ways_by_name[name][2].constant_value)
	}
	count(values) == 1
}

as_count(value) := value if whole(value)

as_count(value) := number if {
	is_string(value)
	trim(value, "0123456789") == ""
	value != ""
	number := to_number(value)
	whole(number)
}

# ------------------------------------------------------------------------------------------------ scheduled actions

# {record, address, path, names of what they set, maximum} or {…, reason}.
schedules := [object.union(
	{"record": record, "address": record.address, "names": plan.links(record, ["autoscaling_group_name"])},
	scheduled_size(record),
) |
	some record in records("aws_autoscaling_schedule")
]

size_attributes := ["desired_capacity", "max_size", "min_size"]

scheduled_size(record) := {"reason": concat("", [record.address, " sets its size, and ", attribute, " is ", not_known(plan.state(record, [attribute]))])} if {
	attribute := min({name |
		some name in size_attributes
		not leaves(plan.state(record, [name]))
		not is_whole(plan.state(record, [name]))
	})
} else := {"maximum": maximum, "path": path} if {
	sizes := {name: found.value |
		some name in size_attributes
		found := plan.state(record, [name])
		is_whole(found)
	}
	maximum := max({0} | {size | some size in sizes})
	path := max({"desired_capacity"} | {name | some name, size in sizes; size == maximum; name != "min_size"})
}

# The action leaves this size as it is.
leaves(found) if found.is == "unset"

leaves(found) if {
	found.is == "known"
	found.value == -1
}

schedules_of(group) := {schedule |
	some schedule in schedules
	plan.meets(schedule.names, plan.names(group))
}

group_names := {name | some group in records("aws_autoscaling_group"); some name in plan.names(group)}

# A scheduled action that lets something grow of which the plan does not show what it is.
unpriced contains {
	"stack": schedule.record.stack,
	"part": "web",
	"address": schedule.address,
	"path": "autoscaling_group_name",
	"reason": "the plan does not show the Auto Scaling group whose size it sets",
} if {
	some schedule in schedules
	not plan.meets(schedule.names, group_names)
	grows(schedule)
}

grows(schedule) if schedule.reason

grows(schedule) if schedule.maximum > 0

# ------------------------------------------------------------------------------------------------ predictive scaling

unpriced contains {
	"stack": policy.stack,
	"part": "web",
	"address": policy.address,
	"path": "predictive_scaling_configuration.0.max_capacity_breach_behavior",
	"reason": "predictive scaling may raise the maximum size of the group by any number: set max_capacity_breach_behavior to HonorMaxCapacity",
} if {
	some policy in records("aws_autoscaling_policy")
	scales_by_forecast(policy)
	not text_of(plan.state(policy, ["predictive_scaling_configuration", 0, "max_capacity_breach_behavior"])) in {"HonorMaxCapacity", ""}
	plan.state(policy, ["predictive_scaling_configuration", 0, "max_capacity_breach_behavior"]).is != "unset"
}

scales_by_forecast(policy) if {
	plan.state(policy, ["predictive_scaling_configuration"]).is != "unset"
	not only_forecast(plan.state(policy, ["predictive_scaling_configuration", 0, "mode"]))
	plan.state(policy, ["predictive_scaling_configuration"]) != {"is": "known", "value": []}
}

# Terraform's default as well.
only_forecast(found) if found.is == "unset"

only_forecast(found) if text_of(found) == "ForecastOnly"
