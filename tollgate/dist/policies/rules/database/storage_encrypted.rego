# METADATA
# title: The database's storage is encrypted
# description: >-
#   Covers the data, its backups and its snapshots. It cannot be turned on later without a new database, and AWS leaves
#   it off unless told otherwise.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
#     description: Encrypting Amazon RDS resources
# custom:
#   id: DB-003
#   severity: high
#   scope: always
#   resources:
#     - aws_db_instance
#     - aws_rds_cluster
#   fix: >-
#     Set storage_encrypted to true.
package rules.database.storage_encrypted

import rego.v1

import data.lib.attribute
import data.lib.network
import data.lib.plan

checked contains record.address if some record in network.databases

deny contains {
	"address": record.address,
	"path": "storage_encrypted",
	"why": "the storage of the database is not encrypted",
	"found": attribute.shown(record, ["storage_encrypted"]),
	"allowed": "true",
} if {
	some record in network.databases
	plain(record)
}

undecided contains {
	"address": record.address,
	"path": "storage_encrypted",
	"why": "whether the storage is encrypted is not known before apply",
} if {
	some record in network.databases
	attribute.truth(record, ["storage_encrypted"]) == "unknown"
}

undecided contains {
	"address": record.address,
	"path": "storage_encrypted",
	"why": "the storage is encrypted if that of its source is, which the plan does not tell",
} if {
	some record in network.databases
	attribute.truth(record, ["storage_encrypted"]) == "unset"
	inherits(record)
}

plain(record) if attribute.truth(record, ["storage_encrypted"]) == "no"

plain(record) if {
	attribute.truth(record, ["storage_encrypted"]) == "unset"
	not inherits(record)
	not serverless(record)
}

# Attributes that name the source of a database. The storage is then encrypted like the source's.
inherits(record) if {
	some source in [
		"replicate_source_db", "replication_source_identifier", "snapshot_identifier", "restore_to_point_in_time",
		"global_cluster_identifier",
	]
	found := plan.state(record, [source])
	found.is != "unset"
	found != {"is": "known", "value": []}
}

# Aurora Serverless v1 is always encrypted.
serverless(record) if attribute.shown(record, ["engine_mode"]) == "serverless"
