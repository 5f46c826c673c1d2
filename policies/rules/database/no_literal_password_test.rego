package rules.database.no_literal_password_test

import rego.v1

import data.lib.build_test as build
import data.rules.database.no_literal_password as rule

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

test_allow_when_rds_keeps_the_password if {
	resources := [database({"manage_master_user_password": true}, {}), build.resource("aws_rds_cluster", "cluster", {"manage_master_user_password": true}, {})]
	checked(resources) == {"aws_db_instance.db", "aws_rds_cluster.cluster"}
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_a_secret_is_read if {
	resources := [database({}, {"password": "data.aws_secretsmanager_secret_version.db"})]
	denied(resources) == set()
	undecided(resources) == set()
}

test_deny_when_a_password_is_written if {
	every name in ["password", "password_wo"] {
		denied([database({name: "not-a-secret"}, {})]) == {"aws_db_instance.db"}
	}
	every name in ["master_password", "master_password_wo"] {
		denied([build.resource("aws_rds_cluster", "cluster", {name: "not-a-secret"}, {})]) == {"aws_rds_cluster.cluster"}
	}
}

test_deny_when_another_system_writes_one if {
	addresses := {finding.address | some finding in rule.deny} with input as build.plan([database({"password": "not-a-secret"}, {})])
	addresses == {"aws_db_instance.db"}
}

test_deny_when_the_password_is_never_repeated if {
	report := json.marshal([rule.deny, rule.undecided]) with input as build.plan([database({"password": "not-a-secret"}, {})])
	not contains(report, "not-a-secret")
	count(report) > 10
}

test_undecided_when_it_comes_through_a_local_value if {
	hidden := object.union(database({}, {"password": "local.password"}), {"change": {"change": {"after": {"password": "not-a-secret"}, "after_unknown": {"password": false}}}})
	undecided([hidden]) == {"aws_db_instance.db"}
	denied([hidden]) == set()
}

# A database or cluster whose password attributes come through a local value, as a registry module hands them on.
handed_on(type, attribute, values) := build.with_unknown(
	object.union(build.resource(type, "db", {}, {}), {"change": {"change": {"after": object.union({attribute: null}, values)}}}),
	{},
	{"manage_master_user_password": {"references": ["var.managed"]}, attribute: {"references": ["local.is_replica", "var.managed"]}},
)

either := [
	["aws_db_instance", "password"], ["aws_db_instance", "password_wo"],
	["aws_rds_cluster", "master_password"], ["aws_rds_cluster", "master_password_wo"],
]

test_allow_when_rds_keeps_the_password_whatever_is_handed_on if {
	every pair in either {
		undecided([handed_on(pair[0], pair[1], {"manage_master_user_password": true})]) == set()
		denied([handed_on(pair[0], pair[1], {"manage_master_user_password": true})]) == set()
	}
}

test_deny_when_rds_keeps_the_password_and_one_is_written if {
	denied([database({"manage_master_user_password": true, "password": "not-a-secret"}, {})]) == {"aws_db_instance.db"}
}

test_allow_when_the_password_that_is_handed_on_is_null if {
	undecided([handed_on("aws_db_instance", "password", {})]) == set()
	undecided([handed_on("aws_rds_cluster", "master_password", {})]) == set()
}

test_undecided_when_nothing_says_whether_a_write_only_password_is_null if {
	undecided([handed_on("aws_db_instance", "password_wo", {"manage_master_user_password": false})]) == {"aws_db_instance.db"}
	undecided([handed_on("aws_rds_cluster", "master_password_wo", {})]) == {"aws_rds_cluster.db"}
}
