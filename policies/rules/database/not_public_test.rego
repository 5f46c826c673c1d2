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

test_deny_when_a_relative_is_public_wherever_it_stands if {
	every type in ["aws_neptune_cluster_instance", "aws_rds_shard_group"] {
		address := concat(".", [type, "r"])
		public := build.plan([build.resource(type, "r", {"publicly_accessible": true}, {})])
		{found.address | some found in rule.deny} == {address} with input as public
		hidden := build.plan([build.resource(type, "r", {}, {"publicly_accessible": "var.public"})])
		{found.address | some found in rule.undecided} == {address} with input as hidden
		private := build.plan([build.resource(type, "r", {"publicly_accessible": false}, {})])
		rule.checked == {address} with input as private
		rule.deny | rule.undecided == set() with input as private
	}
}

test_undecided_when_a_shard_group_leaves_it_to_aws if {
	{found.address | some found in rule.undecided} == {"aws_rds_shard_group.s"} with input as build.plan([build.resource("aws_rds_shard_group", "s", {}, {})])
	{found.address | some found in rule.undecided} == {"aws_rds_shard_group.s"} with input as build.plan([build.with_unknown(build.resource("aws_rds_shard_group", "s", {}, {}), {"publicly_accessible": true}, {})])
}

test_undecided_when_a_redshift_warehouse_is_public if {
	every type in ["aws_redshift_cluster", "aws_redshiftserverless_workgroup"] {
		address := concat(".", [type, "dw"])
		every references in [{}, {"publicly_accessible": "var.public"}] {
			document := build.plan([build.resource(type, "dw", {"publicly_accessible": true}, references)])
			{found.address | some found in rule.undecided} == {address} with input as document
			rule.deny == set() with input as document
		}
		private := build.plan([build.resource(type, "dw", {"publicly_accessible": false}, {})])
		rule.checked == {address} with input as private
		rule.deny | rule.undecided == set() with input as private
	}
}

multi_az(values, references) := build.resource("aws_rds_cluster", "c", object.union({"engine": "postgres", "db_cluster_instance_class": "db.m6gd.large"}, values), references)

left_open(cluster) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.plan([cluster])
}

test_undecided_when_a_multi_az_cluster_takes_the_default_subnets if {
	every one in [
		multi_az({}, {}),
		build.with_unknown(multi_az({}, {}), {"db_subnet_group_name": true}, {}),
		multi_az({"db_subnet_group_name": "default"}, {}),
		multi_az({"db_subnet_group_name": "default-vpc-0a"}, {}),
		build.resource("aws_rds_cluster", "c", {}, {"db_cluster_instance_class": "var.class"}),
	] {
		left_open(one) == {"aws_rds_cluster.c"}
	}
}

test_allow_when_a_multi_az_cluster_has_a_subnet_group if {
	left_open(multi_az({"db_subnet_group_name": "private"}, {})) == set()
	left_open(multi_az({}, {"db_subnet_group_name": "aws_db_subnet_group.private"})) == set()
}

test_allow_when_a_cluster_of_instances_takes_the_default_subnets if {
	left_open(build.resource("aws_rds_cluster", "c", {"engine": "aurora-postgresql"}, {})) == set()
	left_open(build.with_unknown(build.resource("aws_rds_cluster", "c", {"engine": "aurora-postgresql"}, {}), {"db_cluster_instance_class": true, "db_subnet_group_name": true}, {})) == set()
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
