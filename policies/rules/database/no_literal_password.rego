# METADATA
# title: The code contains no password
# description: >-
#   A password that is written in the configuration, or in the default of a variable, is in the repository, in the plan
#   and in the state. The finding never repeats it. With manage_master_user_password there is none: RDS refuses both.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
#     description: Password management with Amazon RDS and AWS Secrets Manager
# custom:
#   id: DB-005
#   severity: critical
#   scope: always
#   resources:
#     - aws_db_instance
#     - aws_rds_cluster
#   fix: >-
#     Set manage_master_user_password to true, so that RDS makes, keeps and rotates the password. Change the one that was
#     written down.
package rules.database.no_literal_password

import rego.v1

import data.lib.attribute
import data.lib.network
import data.lib.secrets

attributes := {
	"aws_db_instance": ["password", "password_wo"],
	"aws_rds_cluster": ["master_password", "master_password_wo"],
}

held := [{"record": record, "path": path, "origin": origin(record, path)} |
	some record in network.databases
	some path in attributes[record.type]
]

# RDS manages the password, and the provider refuses a second password. A second password that is written all the same is
# in the repository.
origin(record, path) := "managed" if {
	attribute.truth(record, ["manage_master_user_password"]) == "yes"
	not secrets.written(secrets.expression(record, path))
} else := secrets.origin(record, path)

checked contains record.address if some record in network.databases

deny contains {
	"address": found.record.address,
	"path": found.path,
	"why": "the password of the database is written in the code",
	"found": "a literal",
	"allowed": "manage_master_user_password, or a secret that is read when it is needed",
} if {
	some found in held
	found.origin == "literal"
}

undecided contains {
	"address": found.record.address,
	"path": found.path,
	"why": "whether the password is written in the code cannot be told from the plan: it comes through a local value, or the plan has no configuration",
} if {
	some found in held
	found.origin == "unknown"
}
