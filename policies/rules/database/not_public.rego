# METADATA
# title: The database has no public address
# description: >-
#   A publicly accessible database gets a public address. One rule of its security group then decides whether the Internet
#   reaches it. A Multi-AZ DB cluster has no argument for this: RDS gives it a public address if the cluster has no subnet
#   group and the default VPC has an internet gateway, which no plan shows, so that the rule is undecided.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
#     description: Working with a DB instance in a VPC
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
#     description: CreateDBCluster, PubliclyAccessible
# custom:
#   id: DB-001
#   severity: critical
#   scope: always
#   resources:
#     - aws_db_instance
#     - aws_rds_cluster
#     - aws_rds_cluster_instance
#     - aws_rds_shard_group
#     - aws_neptune_cluster_instance
#     - aws_redshift_cluster
#     - aws_redshiftserverless_workgroup
#   fix: >-
#     Set publicly_accessible to false. Give a Multi-AZ DB cluster a subnet group of private subnets.
package rules.database.not_public

import rego.v1

import data.lib.attribute
import data.lib.network
import data.lib.plan

databases := array.concat(network.databases, [record |
	some type in [
		"aws_rds_cluster_instance", "aws_rds_shard_group", "aws_neptune_cluster_instance", "aws_redshift_cluster",
		"aws_redshiftserverless_workgroup",
	]
	some record in plan.of_type[type]
])

checked contains record.address if some record in databases

deny contains {
	"address": record.address,
	"path": "publicly_accessible",
	"why": "the database gets a public address",
	"found": attribute.shown(record, ["publicly_accessible"]),
	"allowed": "false",
} if {
	some record in databases
	attribute.truth(record, ["publicly_accessible"]) == "yes"
}

undecided contains {
	"address": record.address,
	"path": "publicly_accessible",
	"why": "whether the database gets a public address is not known before apply",
} if {
	some record in databases
	attribute.truth(record, ["publicly_accessible"]) == "unknown"
}

undecided contains {
	"address": record.address,
	"path": "db_subnet_group_name",
	"why": "a Multi-AZ DB cluster without a subnet group gets a public address if the default VPC has an internet gateway, which the plan does not show",
} if {
	some record in plan.of_type.aws_rds_cluster
	plan.state(record, ["db_cluster_instance_class"]).is != "unset"
	of_default_vpc(plan.state(record, ["db_subnet_group_name"]))
}

of_default_vpc(group) if group.is == "unset"

# RDS keeps the subnets of the default VPC in a subnet group of this name.
of_default_vpc(group) if group == {"is": "known", "value": "default"}
