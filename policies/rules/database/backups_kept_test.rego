package rules.database.backups_kept_test

import rego.v1

import data.lib.build_test as build
import data.rules.database.backups_kept as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

database(values, references) := build.resource("aws_db_instance", "db", values, references)

test_allow_when_backups_are_kept if {
	every days in [7, 35, "7"] {
		checked([database({"backup_retention_period": days}, {})]) == {"aws_db_instance.db"}
		denied([database({"backup_retention_period": days}, {})]) == set()
		undecided([database({"backup_retention_period": days}, {})]) == set()
	}
}

test_allow_when_it_is_a_replica_or_of_another_system if {
	checked([database({"replicate_source_db": "db"}, {})]) == set()
	checked([build.resource("aws_rds_cluster", "replica", {"replication_source_identifier": "arn"}, {})]) == set()
	rule.deny == set() with input as build.plan([database({}, {})])
}

test_deny_when_backups_are_not_kept_long_enough if {
	every values in [{"backup_retention_period": 6}, {"backup_retention_period": 0}, {"backup_retention_period": "1"}, {}] {
		denied([database(values, {})]) == {"aws_db_instance.db"}
	}
	denied([build.resource("aws_rds_cluster", "cluster", {}, {})]) == {"aws_rds_cluster.cluster"}
}

test_undecided_when_it_is_not_known if {
	undecided([database({}, {"backup_retention_period": "var.days"})]) == {"aws_db_instance.db"}
	denied([database({}, {"backup_retention_period": "var.days"})]) == set()
}

test_not_applicable_when_the_limit_is_not_declared if {
	document := build.plan(build.system)
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.limits.backup_retention_days as null
	rule.deny == set() with input as document with data.settings.limits.backup_retention_days as null
	rule.undecided == set() with input as document with data.settings.limits.backup_retention_days as null
}
