package rules.database.snapshot_not_shared_test

import rego.v1

import data.lib.build_test as build
import data.rules.database.snapshot_not_shared as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

snapshot(values, references) := build.resource("aws_db_snapshot", "copy", values, references)

test_allow_when_it_is_shared_with_named_accounts_or_none if {
	every values in [{"shared_accounts": ["123456789012"]}, {"shared_accounts": []}, {"shared_accounts": null}, {}] {
		checked([snapshot(values, {})]) == {"aws_db_snapshot.copy"}
		denied([snapshot(values, {})]) == set()
		undecided([snapshot(values, {})]) == set()
	}
}

test_deny_when_it_is_shared_with_everybody if {
	every type in ["aws_db_snapshot", "aws_db_snapshot_copy", "aws_db_cluster_snapshot", "aws_rds_cluster_snapshot_copy"] {
		address := concat(".", [type, "copy"])
		denied([build.resource(type, "copy", {"shared_accounts": ["123456789012", "all"]}, {})]) == {address}
		denied([build.resource(type, "copy", {"shared_accounts": ["ALL"]}, {})]) == {address}
	}
}

test_deny_when_the_stack_is_of_another_system if {
	addresses := {finding.address | some finding in rule.deny} with input as build.plan([snapshot({"shared_accounts": ["all"]}, {})])
	addresses == {"aws_db_snapshot.copy"}
}

test_undecided_when_it_is_not_known if {
	undecided([snapshot({}, {"shared_accounts": "local.accounts"})]) == {"aws_db_snapshot.copy"}
	undecided([snapshot({"shared_accounts": [null]}, {})]) == {"aws_db_snapshot.copy"}
	denied([snapshot({}, {"shared_accounts": "local.accounts"})]) == set()
}

# An exception for the snapshot of one database is none for that of another.
test_the_finding_names_the_data if {
	found := {finding.found |
		some finding in rule.deny with input as build.plan([
			snapshot({"shared_accounts": ["all"], "db_instance_identifier": "staging"}, {}),
			build.resource("aws_db_cluster_snapshot", "c", {"shared_accounts": ["all"]}, {"db_cluster_identifier": "aws_rds_cluster.c"}),
			build.resource("aws_db_snapshot_copy", "d", {"shared_accounts": ["all"]}, {}),
		])
	}
	found == {"all, data of staging", "all, data of aws_rds_cluster.c", "all"}
}
