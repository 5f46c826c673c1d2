package rules.database.not_public_test

import rego.v1

import data.lib.build_test as build
import data.rules.database.not_public as rule

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

test_allow_when_the_database_is_not_public if {
	every values in [{"publicly_accessible": false}, {"publicly_accessible": "false"}, {}] {
		checked([database(values, {})]) == {"aws_db_instance.db"}
		denied([database(values, {})]) == set()
		undecided([database(values, {})]) == set()
	}
	undecided([build.with_unknown(database({}, {}), {"publicly_accessible": true}, {})]) == set()
}

test_deny_when_the_database_is_public if {
	denied([database({"publicly_accessible": true}, {})]) == {"aws_db_instance.db"}
	denied([database({"publicly_accessible": "true"}, {})]) == {"aws_db_instance.db"}
	denied([build.resource("aws_rds_cluster_instance", "member", {"publicly_accessible": true}, {})]) == {"aws_rds_cluster_instance.member"}
	denied([build.resource("aws_rds_cluster", "cluster", {"publicly_accessible": true}, {})]) == {"aws_rds_cluster.cluster"}
}

test_deny_when_the_replica_of_another_system_is_public if {
	addresses := {finding.address | some finding in rule.deny} with input as build.plan([
		database({}, {}),
		build.resource("aws_db_instance", "replica", {"publicly_accessible": true, "replicate_source_db": "db"}, {}),
	])
	addresses == {"aws_db_instance.replica"}
}

test_undecided_when_it_is_not_known if {
	undecided([database({}, {"publicly_accessible": "var.public"})]) == {"aws_db_instance.db"}
	denied([database({}, {"publicly_accessible": "var.public"})]) == set()
}
