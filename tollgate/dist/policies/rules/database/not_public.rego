# METADATA
# title: The database has no public address
# description: >-
#   A publicly accessible database gets a public address, and one rule in its security group stands between it and the
#   Internet.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
#     description: Working with a DB instance in a VPC
# custom:
#   id: DB-001
#   severity: critical
#   scope: always
#   resources:
#     - aws_db_instance
#     - aws_rds_cluster
#     - aws_rds_cluster_instance
#   fix: >-
#     Set publicly_accessible to false.
package rules.database.not_public

import rego.v1

import data.lib.attribute
import data.lib.network
import data.lib.plan

databases := array.concat(network.databases, plan.of_type.aws_rds_cluster_instance)

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
