# METADATA
# title: The database is in private subnets
# description: >-
#   The route table of each subnet of the database's subnet group has no route to an internet gateway. Subnets that this
#   plan does not make are private only where limits.json of the settings lists their ids.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
#     description: Working with DB subnet groups
# custom:
#   id: DB-002
#   severity: high
#   scope: architecture
#   resources:
#     - aws_db_instance
#     - aws_rds_cluster
#     - aws_rds_cluster_instance
#     - aws_db_subnet_group
#   fix: >-
#     Give the database a subnet group of private subnets. Those of an existing network are listed by id in
#     private_subnets.declared of limits.json of the settings once somebody has looked at their routes.
package rules.database.private_subnets

import rego.v1

import data.lib.attribute
import data.lib.declared
import data.lib.network
import data.lib.plan
import data.lib.scope
import data.lib.subnets

databases := [record |
	declared.limits.private_subnets
	some record in array.concat(network.databases, plan.of_type.aws_rds_cluster_instance)
	scope.stacks[record.stack]
]

group_path := ["db_subnet_group_name"]

used := {name | some record in databases; some name in plan.links(record, group_path)}

groups := [group |
	some group in plan.of_type.aws_db_subnet_group
	some name in plan.names(group)
	used[name]
]

shown := {name | some group in plan.of_type.aws_db_subnet_group; some name in plan.names(group)}

checked contains record.address if some record in databases

checked contains group.address if some group in groups

deny contains {
	"address": group.address,
	"path": "subnet_ids",
	"why": "the database is in a subnet with a route to an internet gateway",
	"found": name,
	"allowed": "private subnets",
} if {
	some group in groups
	some name in plan.links(group, ["subnet_ids"])
	subnets.standing(name) == "public"
}

deny contains {
	"address": record.address,
	"path": "db_subnet_group_name",
	"why": "it names no subnet group of its own: AWS takes the default subnets, which are public",
	"found": attribute.shown(record, group_path),
	"allowed": "a subnet group of private subnets",
} if {
	some record in databases
	by_default(record)
}

undecided contains {
	"address": group.address,
	"path": "subnet_ids",
	"why": subnets.doubt(name),
} if {
	some group in groups
	some name in plan.links(group, ["subnet_ids"])
	subnets.standing(name) == "unknown"
}

undecided contains {
	"address": group.address,
	"path": "subnet_ids",
	"why": "the subnets of the database are not known before apply",
} if {
	some group in groups
	count(plan.links(group, ["subnet_ids"])) == 0
}

undecided contains {
	"address": record.address,
	"path": "db_subnet_group_name",
	"why": concat("", ["the subnet group of the database is not in this plan: ", name]),
} if {
	some record in databases
	not by_default(record)
	some name in plan.links(record, group_path)
	not shown[name]
}

undecided contains {
	"address": record.address,
	"path": "db_subnet_group_name",
	"why": "the subnet group of the database is not known before apply",
} if {
	some record in databases
	plan.state(record, group_path).is == "unknown"
	count(plan.links(record, group_path)) == 0
}

by_default(record) if {
	plan.state(record, group_path).is == "unset"
	not inherits(record)
}

by_default(record) if network.names_default_subnets(record)

# An instance of a cluster is in the subnets of the cluster, a replica in those of its source: the rule judges these.
inherits(record) if record.type == "aws_rds_cluster_instance"

inherits(record) if plan.state(record, ["replicate_source_db"]).is != "unset"
