# METADATA
# title: The group's size stays within bounds
# description: >-
#   The minimum keeps the service up when a zone is lost, the maximum caps what it can cost. A scheduled action sets
#   either as well, and is held to the same bounds.
# related_resources:
#   - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html
#     description: Set scaling limits for your Auto Scaling group
# custom:
#   id: ASG-001
#   severity: high
#   scope: architecture
#   resources:
#     - aws_autoscaling_group
#     - aws_autoscaling_schedule
#   fix: >-
#     Set min_size, desired_capacity and max_size within group of limits.json of the settings, or change the limit and
#     the budget there.
package rules.autoscaling.group_bounds

import rego.v1

import data.lib.attribute
import data.lib.declared
import data.lib.machines
import data.lib.plan
import data.lib.scope

limits := declared.limits.group

schedules := [record | some record in plan.of_type.aws_autoscaling_schedule; scope.stacks[record.stack]]

sized := [record | limits; some record in array.concat(machines.scoped_groups, schedules)]

# A size by number. Zero stands for what a group must set and does not; a scheduled action leaves alone what it does not
# set, and -1.
size(record, attribute_name) := found if {
	found := attribute.number(record, [attribute_name])
	found.is == "known"
	found.value >= 0
} else := attribute.number_or(record, [attribute_name], 0) if {
	record.type == "aws_autoscaling_group"
} else := {"is": "unset"} if {
	attribute.number(record, [attribute_name]).is != "unknown"
} else := {"is": "unknown"}

checked contains record.address if some record in sized

deny contains finding(record, "min_size", "fewer instances than the service needs to lose a zone", floor_text) if {
	some record in sized
	least := size(record, "min_size")
	least.is == "known"
	least.value < limits.minimum_floor
}

deny contains finding(record, "max_size", "more instances than the service may cost", ceiling_text) if {
	some record in sized
	most := size(record, "max_size")
	most.is == "known"
	most.value > limits.maximum_ceiling
}

deny contains finding(record, "max_size", "the largest size is below the smallest one", at_least(least.value)) if {
	some record in sized
	least := size(record, "min_size")
	most := size(record, "max_size")
	least.is == "known"
	most.is == "known"
	most.value < least.value
}

deny contains finding(record, "desired_capacity", "the desired size is below the smallest one", at_least(least.value)) if {
	some record in sized
	least := size(record, "min_size")
	wanted := desired(record)
	least.is == "known"
	wanted.is == "known"
	wanted.value < least.value
}

deny contains finding(record, "desired_capacity", "the desired size is above the largest one", at_most(most.value)) if {
	some record in sized
	most := size(record, "max_size")
	wanted := desired(record)
	most.is == "known"
	wanted.is == "known"
	wanted.value > most.value
}

# An action whose own bounds are open may still ask for more than any group has.
deny contains finding(record, "desired_capacity", "more instances than the service may cost", ceiling_text) if {
	some record in schedules
	size(record, "max_size").is == "unset"
	wanted := desired(record)
	wanted.is == "known"
	wanted.value > limits.maximum_ceiling
}

undecided contains {
	"address": record.address,
	"path": attribute_name,
	"why": concat("", [attribute_name, " is not known before apply"]),
} if {
	some record in sized
	some attribute_name in ["min_size", "max_size"]
	size(record, attribute_name).is == "unknown"
}

undecided contains {
	"address": record.address,
	"path": "desired_capacity",
	"why": "desired_capacity is not known before apply",
} if {
	some record in sized
	desired(record).is == "unknown"
}

# Without a desired size a group starts at its smallest one.
desired(record) := {"is": "unset"} if {
	plan.state(record, ["desired_capacity"]).is == "unset"
} else := size(record, "desired_capacity")

finding(record, path, message, allowed) := {
	"address": record.address,
	"path": path,
	"why": message,
	"found": attribute.shown(record, [path]),
	"allowed": allowed,
}

floor_text := at_least(limits.minimum_floor)

ceiling_text := at_most(limits.maximum_ceiling)

at_least(number) := concat(" ", ["at least", attribute.text(number)])

at_most(number) := concat(" ", ["at most", attribute.text(number)])
