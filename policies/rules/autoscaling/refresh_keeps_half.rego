# METADATA
# title: A refresh keeps half of the group in service
# description: >-
#   A new version of the template replaces the instances one after another, by an instance refresh, with at least the
#   declared share of them healthy all the time. Without a refresh the old instances stay.
# related_resources:
#   - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html
#     description: Use an instance refresh
# custom:
#   id: ASG-005
#   severity: medium
#   scope: architecture
#   resources:
#     - aws_autoscaling_group
#   fix: >-
#     Give the group an instance_refresh block with strategy "Rolling" and a min_healthy_percentage of at least
#     refresh_minimum_healthy_percent of limits.json of the settings.
package rules.autoscaling.refresh_keeps_half

import rego.v1

import data.lib.attribute
import data.lib.declared
import data.lib.machines
import data.lib.network
import data.lib.plan
import data.lib.provider

wanted := declared.limits.refresh_minimum_healthy_percent

groups := [record | wanted; some record in machines.scoped_serving_groups]

percent_path := ["instance_refresh", 0, "preferences", 0, "min_healthy_percentage"]

strategy_path := ["instance_refresh", 0, "strategy"]

# AWS keeps 90 percent where nothing is set.
percent(record) := attribute.number_or(record, percent_path, provider.defaults.aws_autoscaling_group["instance_refresh.preferences.min_healthy_percentage"])

refreshing := [record |
	some record in groups
	count(attribute.entries(record, ["instance_refresh"])) > 0
]

checked contains record.address if some record in groups

deny contains {
	"address": record.address,
	"path": "instance_refresh",
	"why": "a changed template replaces no instance: there is no instance refresh",
	"found": "none",
	"allowed": "instance_refresh with strategy Rolling",
} if {
	some record in groups
	count(attribute.entries(record, ["instance_refresh"])) == 0
	plan.state(record, ["instance_refresh"]).is != "unknown"
}

deny contains {
	"address": record.address,
	"path": network.path_text(strategy_path),
	"why": "the refresh does not replace the instances one after another",
	"found": attribute.shown(record, strategy_path),
	"allowed": "Rolling",
} if {
	some record in refreshing
	found := plan.state(record, strategy_path)
	found.is != "unknown"
	object.get(found, "value", "unset") != "Rolling"
}

deny contains {
	"address": record.address,
	"path": network.path_text(percent_path),
	"why": "the refresh takes too many instances out of service at once",
	"found": concat(" ", [attribute.text(found.value), "percent"]),
	"allowed": concat("", ["at least ", format_int(wanted, 10), " percent"]),
} if {
	some record in refreshing
	found := percent(record)
	found.is == "known"
	found.value < wanted
}

undecided contains {
	"address": record.address,
	"path": "instance_refresh",
	"why": "whether there is an instance refresh is not known before apply",
} if {
	some record in groups
	plan.state(record, ["instance_refresh"]).is == "unknown"
}

undecided contains {
	"address": record.address,
	"path": network.path_text(strategy_path),
	"why": "the strategy of the refresh is not known before apply",
} if {
	some record in refreshing
	plan.state(record, strategy_path).is == "unknown"
}

undecided contains {
	"address": record.address,
	"path": network.path_text(percent_path),
	"why": "how many instances the refresh keeps healthy is not known before apply",
} if {
	some record in refreshing
	percent(record).is == "unknown"
}
