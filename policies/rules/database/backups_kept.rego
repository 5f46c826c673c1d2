# METADATA
# title: Backups are kept
# description: >-
#   Automated backups let the database be restored to any second of the last days. With zero days there are none.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html
#     description: Backup retention period
# custom:
#   id: DB-004
#   severity: high
#   scope: architecture
#   resources:
#     - aws_db_instance
#     - aws_rds_cluster
#   fix: >-
#     Set backup_retention_period to at least backup_retention_days of limits.json of the settings.
package rules.database.backups_kept

import rego.v1

import data.lib.attribute
import data.lib.declared
import data.lib.network
import data.lib.plan
import data.lib.scope

wanted := declared.limits.backup_retention_days

# A replica can be made again from its source.
databases := [record |
	wanted
	some record in network.databases
	scope.stacks[record.stack]
	every source in ["replicate_source_db", "replication_source_identifier"] {
		plan.state(record, [source]).is == "unset"
	}
]

# The default of AWS.
defaults := {"aws_db_instance": 0, "aws_rds_cluster": 1}

days(record) := attribute.number_or(record, ["backup_retention_period"], defaults[record.type])

checked contains record.address if some record in databases

deny contains {
	"address": record.address,
	"path": "backup_retention_period",
	"why": "the backups of the database are not kept long enough",
	"found": concat(" ", [attribute.text(found.value), "days"]),
	"allowed": concat("", ["at least ", format_int(wanted, 10), " days"]),
} if {
	some record in databases
	found := days(record)
	found.is == "known"
	found.value < wanted
}

undecided contains {
	"address": record.address,
	"path": "backup_retention_period",
	"why": "how long backups are kept is not known before apply",
} if {
	some record in databases
	days(record).is == "unknown"
}
