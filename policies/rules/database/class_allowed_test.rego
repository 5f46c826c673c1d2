package rules.database.class_allowed_test

import rego.v1

import data.lib.build_test as build
import data.rules.database.class_allowed as rule

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

test_allow_when_the_class_is_allowed if {
	resources := [
		database({"instance_class": "db.t3.small"}, {}),
		build.resource("aws_rds_cluster_instance", "member", {"instance_class": "db.t4g.small"}, {}),
	]
	checked(resources) == {"aws_db_instance.db", "aws_rds_cluster_instance.member"}
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_no_class_is_named_or_the_stack_is_of_another_system if {
	checked([build.resource("aws_rds_cluster", "cluster", {}, {})]) == set()
	rule.checked == set() with input as build.plan([database({"instance_class": "db.r6g.16xlarge"}, {})])
}

test_deny_when_the_class_is_another if {
	denied([database({"instance_class": "db.r6g.16xlarge"}, {})]) == {"aws_db_instance.db"}
	denied([database({"instance_class": "DB.T3.SMALL"}, {})]) == {"aws_db_instance.db"}
	denied([build.resource("aws_rds_cluster_instance", "member", {"instance_class": "db.serverless"}, {})]) == {"aws_rds_cluster_instance.member"}
	denied([build.resource("aws_rds_cluster", "cluster", {"db_cluster_instance_class": "db.m6gd.large"}, {})]) == {"aws_rds_cluster.cluster"}
}

test_deny_when_a_replica_is_larger if {
	replica := build.resource("aws_db_instance", "replica", {"instance_class": "db.m5.large", "replicate_source_db": "db"}, {})
	denied([database({"instance_class": "db.t3.small"}, {}), replica]) == {"aws_db_instance.replica"}
}

test_undecided_when_it_is_not_known if {
	undecided([database({}, {"instance_class": "var.class"})]) == {"aws_db_instance.db"}
	denied([database({}, {"instance_class": "var.class"})]) == set()
}

test_not_applicable_when_the_limit_is_not_declared if {
	document := build.architecture([database({"instance_class": "db.r6g.large"}, {})])
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.limits.database_classes as null
	rule.deny == set() with input as document with data.settings.limits.database_classes as null
	rule.undecided == set() with input as document with data.settings.limits.database_classes as null
}
