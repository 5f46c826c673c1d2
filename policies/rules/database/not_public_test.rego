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

test_deny_when_a_database_of_another_kind_is_public if {
	every type in ["aws_rds_shard_group", "aws_neptune_cluster_instance", "aws_redshift_cluster", "aws_redshiftserverless_workgroup"] {
		address := concat(".", [type, "other"])
		addresses := {finding.address | some finding in rule.deny} with input as build.plan([build.resource(type, "other", {"publicly_accessible": true}, {})])
		addresses == {address}
		undecided([build.with_unknown(build.resource(type, "other", {}, {"publicly_accessible": ["var.public"]}), {"publicly_accessible": true}, {})]) == {address}
		denied([build.resource(type, "other", {"publicly_accessible": false}, {})]) == set()
	}
}

multi_az(values) := build.resource("aws_rds_cluster", "cluster", object.union({"db_cluster_instance_class": "db.m5d.large"}, values), {})

test_undecided_when_a_multi_az_cluster_is_in_the_default_vpc if {
	every values in [{}, {"db_subnet_group_name": null}, {"db_subnet_group_name": "default"}] {
		undecided([multi_az(values)]) == {"aws_rds_cluster.cluster"}
		denied([multi_az(values)]) == set()
	}
	undecided([build.with_unknown(multi_az({}), {"db_subnet_group_name": true}, {})]) == {"aws_rds_cluster.cluster"}
}

test_allow_when_a_multi_az_cluster_has_a_subnet_group if {
	undecided([multi_az({"db_subnet_group_name": "private"})]) == set()
	undecided([build.resource("aws_rds_cluster", "cluster", {"db_cluster_instance_class": null}, {})]) == set()
}
