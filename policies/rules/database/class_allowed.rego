# METADATA
# title: The database is of an allowed class
# description: >-
#   The class decides most of what the database costs.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html
#     description: DB instance classes
# custom:
#   id: DB-006
#   severity: medium
#   scope: architecture
#   resources:
#     - aws_db_instance
#     - aws_rds_cluster
#     - aws_rds_cluster_instance
#   fix: >-
#     Use one of the classes of database_classes in limits.json of the settings, or add the class there together with
#     its price.
package rules.database.class_allowed

import rego.v1

import data.lib.attribute
import data.lib.declared
import data.lib.plan
import data.lib.scope

classes := declared.limits.database_classes

allowed := {class | some class in classes}

paths := {
	"aws_db_instance": "instance_class",
	"aws_rds_cluster": "db_cluster_instance_class",
	"aws_rds_cluster_instance": "instance_class",
}

# A cluster names a class only when it creates its instances itself; a replica without a class has the class of its source.
databases := [{"record": record, "path": path} |
	classes
	some type, path in paths
	some record in plan.of_type[type]
	scope.stacks[record.stack]
	plan.state(record, [path]).is != "unset"
]

checked contains found.record.address if some found in databases

deny contains {
	"address": found.record.address,
	"path": found.path,
	"why": "the class of the database is not an allowed one",
	"found": class,
	"allowed": concat(", ", classes),
} if {
	some found in databases
	plan.state(found.record, [found.path]).is == "known"
	class := attribute.shown(found.record, [found.path])
	not allowed[class]
}

undecided contains {
	"address": found.record.address,
	"path": found.path,
	"why": "the class of the database is not known before apply",
} if {
	some found in databases
	plan.state(found.record, [found.path]).is == "unknown"
}
