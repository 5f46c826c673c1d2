package rules.database.storage_encrypted_test

import rego.v1

import data.lib.build_test as build
import data.rules.database.storage_encrypted as rule

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

test_allow_when_the_storage_is_encrypted if {
	resources := [database({"storage_encrypted": true}, {}), build.resource("aws_rds_cluster", "cluster", {"storage_encrypted": "true"}, {})]
	checked(resources) == {"aws_db_instance.db", "aws_rds_cluster.cluster"}
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_the_engine_always_encrypts if {
	serverless := build.resource("aws_rds_cluster", "cluster", {"engine_mode": "serverless"}, {})
	denied([serverless]) == set()
	undecided([serverless]) == set()
}

test_deny_when_the_storage_is_plain if {
	denied([database({"storage_encrypted": false}, {})]) == {"aws_db_instance.db"}
	denied([database({}, {})]) == {"aws_db_instance.db"}
	denied([build.with_unknown(database({}, {}), {"storage_encrypted": true}, {})]) == {"aws_db_instance.db"}
	denied([build.resource("aws_rds_cluster", "cluster", {}, {})]) == {"aws_rds_cluster.cluster"}
	denied([database({"storage_encrypted": false, "snapshot_identifier": "s"}, {})]) == {"aws_db_instance.db"}
}

test_deny_when_the_source_is_empty_text if {
	denied([database({"replicate_source_db": "", "restore_to_point_in_time": []}, {})]) == {"aws_db_instance.db"}
}

test_undecided_when_it_is_not_known if {
	undecided([database({}, {"storage_encrypted": "var.encrypted"})]) == {"aws_db_instance.db"}
	denied([database({}, {"storage_encrypted": "var.encrypted"})]) == set()
}

test_undecided_when_the_source_decides if {
	every values in [{"replicate_source_db": "db"}, {"snapshot_identifier": "s"}, {"restore_to_point_in_time": [{"source_db_instance_identifier": "db"}]}] {
		undecided([database(values, {})]) == {"aws_db_instance.db"}
		denied([database(values, {})]) == set()
	}
}
