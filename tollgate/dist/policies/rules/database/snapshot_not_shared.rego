# METADATA
# title: No snapshot is shared with everybody
# description: >-
#   A snapshot that is shared with "all" can be restored by any AWS account: all of the database's data is public.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html
#     description: Sharing a DB snapshot
# custom:
#   id: DB-007
#   severity: critical
#   scope: always
#   resources:
#     - aws_db_snapshot
#     - aws_db_snapshot_copy
#     - aws_db_cluster_snapshot
#     - aws_rds_cluster_snapshot_copy
#   fix: >-
#     Name the accounts that need the snapshot in shared_accounts, or none.
package rules.database.snapshot_not_shared

import rego.v1

import data.lib.plan
import data.lib.words

snapshots := [record |
	some type in ["aws_db_snapshot", "aws_db_snapshot_copy", "aws_db_cluster_snapshot", "aws_rds_cluster_snapshot_copy"]
	some record in plan.of_type[type]
]

checked contains record.address if some record in snapshots

# An exception is bound to the data that is shared.
sources := [
	"db_cluster_identifier", "db_instance_identifier", "source_db_cluster_snapshot_identifier",
	"source_db_snapshot_identifier",
]

deny contains {
	"address": record.address,
	"path": "shared_accounts",
	"why": "the snapshot is shared with every AWS account",
	"found": concat("", ["all", words.joined("", {text |
		some attribute in sources
		some name in plan.links(record, [attribute])
		text := concat("", [", data of ", trim_prefix(name, "?")])
	})]),
	"allowed": "named accounts, or none",
} if {
	some record in snapshots
	some name in plan.links(record, ["shared_accounts"])
	lower(name) == "all"
}

undecided contains {
	"address": record.address,
	"path": "shared_accounts",
	"why": "with whom the snapshot is shared is not known before apply",
} if {
	some record in snapshots
	hidden(record)
}

hidden(record) if plan.state(record, ["shared_accounts"]).is == "unknown"

hidden(record) if {
	some account in object.get(record.values, ["shared_accounts"], [])
	account == null
}
