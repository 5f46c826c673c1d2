# METADATA
# title: A new instance has time to start
# description: >-
#   Below the shortest grace period the group replaces instances while they start, for ever; above the longest one it
#   keeps an instance that never answers.
# related_resources:
#   - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html
#     description: Set the health check grace period
# custom:
#   id: ASG-003
#   severity: medium
#   scope: architecture
#   resources:
#     - aws_autoscaling_group
#   fix: >-
#     Set health_check_grace_period within health_check_grace_period_seconds of limits.json of the settings.
package rules.autoscaling.grace_period

import rego.v1

import data.lib.attribute
import data.lib.declared
import data.lib.machines
import data.lib.provider

limits := declared.limits.health_check_grace_period_seconds

groups := [record | limits; some record in machines.scoped_serving_groups]

# The provider sends 300 where nothing is set.
period(record) := attribute.number_or(record, ["health_check_grace_period"], provider.defaults.aws_autoscaling_group.health_check_grace_period)

checked contains record.address if some record in groups

deny contains {
	"address": record.address,
	"path": "health_check_grace_period",
	"why": "the grace period of a new instance is outside its limits",
	"found": concat(" ", [attribute.text(found.value), "seconds"]),
	"allowed": concat("", [format_int(limits.min, 10), " to ", format_int(limits.max, 10), " seconds"]),
} if {
	some record in groups
	found := period(record)
	found.is == "known"
	outside(found.value)
}

undecided contains {
	"address": record.address,
	"path": "health_check_grace_period",
	"why": "the grace period is not known before apply",
} if {
	some record in groups
	period(record).is == "unknown"
}

outside(seconds) if seconds < limits.min

outside(seconds) if seconds > limits.max
