# METADATA
# title: The load balancer has subnets in two zones
# description: >-
#   A load balancer has one subnet in each availability zone. With fewer zones than the limit, the loss of one takes the
#   service down.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
#     description: Application Load Balancers, subnets
# custom:
#   id: LB-001
#   severity: high
#   scope: architecture
#   resources:
#     - aws_lb
#     - aws_alb
#   fix: >-
#     Give the load balancer a public subnet in each of two or three availability zones.
package rules.load_balancer.two_zones

import rego.v1

import data.lib.attribute
import data.lib.declared
import data.lib.network
import data.lib.plan
import data.lib.scope
import data.lib.subnets

balancers := [record |
	wanted
	some record in network.application_load_balancers
	scope.stacks[record.stack]
]

wanted := declared.limits.load_balancer_zones

checked contains record.address if some record in balancers

deny contains finding(record, "it has a subnet in too few zones", number) if {
	some record in balancers
	number := subnet_count(record)
	number < wanted
}

deny contains finding(record, "its subnets are in the same zone", number) if {
	some record in balancers
	subnet_count(record) >= wanted
	number := zone_count(record)
	number < wanted
}

undecided contains {
	"address": record.address,
	"path": "subnets",
	"why": "how many subnets it has is not known before apply; name each subnet",
} if {
	some record in balancers
	not subnet_count(record)
}

finding(record, message, number) := {
	"address": record.address,
	"path": "subnets",
	"why": message,
	"found": format_int(number, 10),
	"allowed": concat("", ["at least ", format_int(wanted, 10), " availability zones"]),
}

# The same subnets may show as both. Undefined when it is not known.
subnet_count(record) := max({simple.value, mapped}) if {
	simple := subnets.number(record, "subnets")
	simple.is == "known"
	mapped := mapping_count(record)
} else := mapping_count(record) if {
	subnets.number(record, "subnets").is == "unset"
}

mapping_count(record) := min({count(found), named}) if {
	plan.state(record, ["subnet_mapping"]).is != "unknown"
	found := attribute.entries(record, ["subnet_mapping"])
	named := count({reference | some i in found; some reference in mapping_names(record, i)})
}

# A mapping whose subnet is not known counts as one of its own.
mapping_names(record, i) := names if {
	names := plan.links(record, ["subnet_mapping", i, "subnet_id"])
	count(names) > 0
	every name in names { not startswith(name, "?") }
} else := {i}

names_of(record) := plan.links(record, ["subnets"]) | {name |
	some i in attribute.entries(record, ["subnet_mapping"])
	some name in plan.links(record, ["subnet_mapping", i, "subnet_id"])
}

# In how many zones its subnets are; undefined unless the zone of each is known.
zone_count(record) := count({zone | some name in names_of(record); some zone in subnets.zones; subnets.in_zone[[name, zone]]}) if {
	every name in names_of(record) { subnets.zoned[name] }
}
