# METADATA
# title: The database has no public address
# description: >-
#   A publicly accessible database gets a public address, and one rule in its security group stands between it and the
#   Internet. A Multi-AZ DB cluster has no such argument in the provider: without a subnet group AWS decides, and makes it
#   public in a default VPC with an internet gateway. The same goes for a shard group without the argument.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
#     description: Working with a DB instance in a VPC
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
#     description: "CreateDBCluster: PubliclyAccessible"
# custom:
#   id: DB-001
#   severity: critical
#   scope: always
#   resources:
#     - aws_db_instance
#     - aws_neptune_cluster_instance
#     - aws_rds_cluster
#     - aws_rds_cluster_instance
#     - aws_rds_shard_group
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
		"aws_neptune_cluster_instance", "aws_rds_cluster_instance", "aws_rds_shard_group",
		"aws_redshift_cluster", "aws_redshiftserverless_workgroup",
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
	not unread[record.type]
}

undecided contains {
	"address": record.address,
	"path": "publicly_accessible",
	"why": "it gets a public address, and no rule reads who reaches it: set publicly_accessible to false (version 5 of the provider sets true where the code says nothing)",
} if {
	some record in databases
	attribute.truth(record, ["publicly_accessible"]) == "yes"
	unread[record.type]
}

# No rule reads the security groups of Redshift.
unread := {"aws_redshift_cluster", "aws_redshiftserverless_workgroup"}

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
	"path": "publicly_accessible",
	"why": "without publicly_accessible AWS makes a shard group public where its VPC has an internet gateway",
} if {
	some record in plan.of_type.aws_rds_shard_group
	attribute.truth(record, ["publicly_accessible"]) == "unset"
}

undecided contains {
	"address": record.address,
	"path": "db_subnet_group_name",
	"why": "a Multi-AZ DB cluster without a subnet group is public where the default VPC has an internet gateway, and the plan does not show this VPC",
} if {
	some record in plan.of_type.aws_rds_cluster
	plan.state(record, ["db_cluster_instance_class"]).is != "unset"
	network.takes_default_subnets(record)
}
