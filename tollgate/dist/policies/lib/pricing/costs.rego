# METADATA
# title: What each resource costs a month
# description: >-
#   Amounts are whole millionths of a dollar a month, from the price book in data.settings.prices, with the Auto Scaling
#   group at its minimum, desired and maximum size. A resource of which some part has no price, or whose price depends
#   on something that is not known, is in `unpriced` with the reason: it never counts as free. Charges that depend on
#   use are named and never counted. This package is internal: rules of your own may use lib.plan and lib.network.
# custom:
#   resources:
#     - aws_acmpca_certificate_authority
#     - aws_alb
#     - aws_ami
#     - aws_appautoscaling_target
#     - aws_autoscaling_group
#     - aws_autoscaling_policy
#     - aws_autoscaling_schedule
#     - aws_cloudwatch_dashboard
#     - aws_cloudwatch_metric_alarm
#     - aws_db_instance
#     - aws_default_subnet
#     - aws_docdb_cluster_instance
#     - aws_dynamodb_table
#     - aws_ebs_volume
#     - aws_ecs_service
#     - aws_ecs_task_definition
#     - aws_efs_file_system
#     - aws_eip
#     - aws_eks_node_group
#     - aws_elasticache_cluster
#     - aws_elasticache_replication_group
#     - aws_elb
#     - aws_instance
#     - aws_kinesis_stream
#     - aws_kms_key
#     - aws_launch_configuration
#     - aws_launch_template
#     - aws_lb
#     - aws_msk_cluster
#     - aws_nat_gateway
#     - aws_networkfirewall_firewall
#     - aws_opensearch_domain
#     - aws_rds_cluster
#     - aws_rds_cluster_instance
#     - aws_redshift_cluster
#     - aws_route53_health_check
#     - aws_route53_resolver_endpoint
#     - aws_secretsmanager_secret
#     - aws_subnet
#     - aws_transfer_server
#     - aws_vpc_endpoint
#     - data.aws_ami
#     - data.aws_subnet
package lib.pricing

import rego.v1

import data.lib.plan

# Fixed amounts: {stack, part, address, path, item, minimum, desired, maximum, blamed}. `path` is the attribute that decides;
# `blamed` holds {address, path} of what sets a size in its place.
items contains {
	"stack": line.stack,
	"part": line.part,
	"address": line.address,
	"path": line.path,
	"item": line.item,
	"minimum": line.quote.micro * line.size.minimum,
	"desired": line.quote.micro * line.size.desired,
	"maximum": line.quote.micro * line.size.maximum,
	"blamed": blamed_sizes(line),
} if {
	some line in lines
	not line.quote.reason
	not line.size.reason
	not away[line.address]
}

blamed_sizes(line) := {"minimum": line.blamed, "desired": line.blamed, "maximum": line.blamed} if {
	line.blamed
} else := object.get(line.size, "blamed", {})

away := {address | some address, place in places; place.away}

# Resources of which some part has no price: {stack, part, address, path, reason}.
unpriced contains {
	"stack": line.stack,
	"part": line.part,
	"address": blamed.address,
	"path": blamed.path,
	"reason": line.quote.reason,
} if {
	some line in lines
	line.quote.reason
	blamed := object.get(line, "blamed", {"address": line.address, "path": line.path})
}

unpriced contains {
	"stack": line.stack,
	"part": line.part,
	"address": line.address,
	"path": line.size.path,
	"reason": line.size.reason,
} if {
	some line in lines
	line.size.reason
}

# One price is not the price of several.
unpriced contains {
	"stack": line.stack,
	"part": line.part,
	"address": line.address,
	"path": argument,
	"reason": concat("", ["how many of it there are is not known yet: it has ", argument]),
} if {
	some line in lines
	argument := plan.repeated[line.address]
}

unpriced contains {
	"stack": resource.stack,
	"part": "other",
	"address": resource.address,
	"path": "",
	"reason": concat("", ["the price book neither prices ", resource.type, " nor lists it as free"]),
} if {
	some resource in plan.managed
	not accounted[resource.address]
	not listed(resource.type)
}

# How many resources cost nothing by themselves, by stack.
free_resources := {stack: count(found) |
	some stack in {resource.stack | some resource in costing_nothing}
	found := [resource | some resource in costing_nothing; resource.stack == stack]
}

costing_nothing := [resource |
	some resource in plan.managed
	free[resource.type]
	not unpriced_addresses[resource.address]
]

unpriced_addresses := {found.address | some found in unpriced}

# Charges that depend on use: {stack, part, address, usage}.
charges := array.concat(
	[{"stack": resource.stack, "part": kind.part, "address": resource.address, "usage": kind.text} |
		some resource in plan.managed
		kind := usage[resource.type]
		is_object(kind)
	],
	[{"stack": record.stack, "part": charge.part, "address": record.address, "usage": text} |
		some charge in depending
		record := charge.record
		text := object.get(book, ["charges", charge.id, "text"], charge.id)
	],
)

# Every item and charge as the report shows it.
costs := array.concat(fixed_costs, usage_costs)

fixed_costs := [cost |
	some item in items
	cost := {
		"stack": item.stack,
		"part": item.part,
		"address": item.address,
		"item": item.item,
		"minimum": item.minimum,
		"desired": item.desired,
		"maximum": item.maximum,
		"usage": "",
	}
]

# The text is what is charged, a colon, and the price.
usage_costs := [cost |
	some charge in charges
	words := split(charge.usage, ": ")
	cost := {
		"stack": charge.stack,
		"part": charge.part,
		"address": charge.address,
		"item": words[0],
		"minimum": 0,
		"desired": 0,
		"maximum": 0,
		"usage": price_in(words),
	}
]

price_in(words) := words[1] if {
	count(words) > 1
} else := words[0]
