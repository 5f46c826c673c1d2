# METADATA
# title: The group follows its average CPU use
# description: >-
#   A target tracking policy on the average CPU use of each group that serves, with a target within the limits, in both
#   directions. Without one the group never grows; one that does not shrink again costs the maximum for ever.
# related_resources:
#   - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
#     description: Target tracking scaling policies
# custom:
#   id: ASG-004
#   severity: high
#   scope: architecture
#   resources:
#     - aws_autoscaling_group
#     - aws_autoscaling_policy
#   fix: >-
#     Give the group an aws_autoscaling_policy of type TargetTrackingScaling on ASGAverageCPUUtilization with a target
#     within cpu_target_percent of limits.json of the settings.
package rules.autoscaling.target_tracking

import rego.v1

import data.lib.attribute
import data.lib.declared
import data.lib.machines
import data.lib.network
import data.lib.plan
import data.lib.scope

limits := declared.limits.cpu_target_percent

groups := [record | limits; some record in machines.scoped_serving_groups]

policies := [record |
	limits
	some record in plan.of_type.aws_autoscaling_policy
	scope.stacks[record.stack]
]

configuration := "target_tracking_configuration"

metric_path := [configuration, 0, "predefined_metric_specification", 0, "predefined_metric_type"]

target_path := [configuration, 0, "target_value"]

one_way_path := [configuration, 0, "disable_scale_in"]

# Does the policy track the CPU: "yes", "maybe" or "no".
tracks(record) := "no" if {
	other(plan.state(record, ["policy_type"]), "TargetTrackingScaling")
} else := "no" if {
	other(plan.state(record, metric_path), "ASGAverageCPUUtilization")
} else := "maybe" if {
	some path in [["policy_type"], metric_path]
	plan.state(record, path).is == "unknown"
} else := "yes"

other(found, wanted) if {
	found.is != "unknown"
	object.get(found, "value", "") != wanted
}

tracking := [record | some record in policies; tracks(record) == "yes"]

# Names of the groups that have such a policy, or may have one.
tracked := {certainty: names |
	some certainty in ["yes", "maybe"]
	names := {name |
		some record in policies
		tracks(record) == certainty
		some name in plan.links(record, ["autoscaling_group_name"])
	}
}

# A policy of an unknown group.
stray if {
	some name in (tracked.yes | tracked.maybe)
	startswith(name, "?")
}

# Is the group tracked?
covered(group) := "yes" if {
	some name in plan.exact_names(group)
	tracked.yes[name]
} else := "maybe" if {
	some names in [tracked.yes, tracked.maybe]
	some name in plan.names(group)
	names[name]
} else := "maybe" if {
	stray
} else := "no"

checked contains record.address if some record in groups

checked contains record.address if some record in tracking

deny contains {
	"address": group.address,
	"path": "aws_autoscaling_policy",
	"why": "no target tracking policy follows the group's average CPU use",
	"found": "none",
	"allowed": concat(" ", ["TargetTrackingScaling on ASGAverageCPUUtilization at", range_text]),
} if {
	some group in groups
	covered(group) == "no"
}

deny contains finding(record, target_path, "the CPU target is outside its limits", range_text) if {
	some record in tracking
	found := attribute.number(record, target_path)
	found.is == "known"
	outside(found.value)
}

deny contains finding(record, one_way_path, "the group never shrinks again", "false") if {
	some record in tracking
	attribute.truth(record, one_way_path) == "yes"
}

deny contains finding(record, ["enabled"], "the policy is switched off", "true") if {
	some record in tracking
	attribute.truth(record, ["enabled"]) == "no"
}

undecided contains {
	"address": group.address,
	"path": "aws_autoscaling_policy",
	"why": "whether a target tracking policy follows the group's CPU use is not known before apply",
} if {
	some group in groups
	covered(group) == "maybe"
}

undecided contains {
	"address": record.address,
	"path": network.path_text(target_path),
	"why": "the CPU target is not known before apply",
} if {
	some record in tracking
	attribute.number(record, target_path).is != "known"
}

undecided contains {
	"address": record.address,
	"path": network.path_text(path),
	"why": concat("", [network.path_text(path), " is not known before apply"]),
} if {
	some record in tracking
	some path in [one_way_path, ["enabled"]]
	attribute.truth(record, path) == "unknown"
}

outside(percent) if percent < limits.min

outside(percent) if percent > limits.max

range_text := concat("", [format_int(limits.min, 10), " to ", format_int(limits.max, 10), " percent"])

finding(record, path, message, allowed) := {
	"address": record.address,
	"path": network.path_text(path),
	"why": message,
	"found": attribute.shown(record, path),
	"allowed": allowed,
}
