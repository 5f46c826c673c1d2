package rules.database.private_subnets_test

import rego.v1

import data.lib.build_test as build
import data.rules.database.private_subnets as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

subnet(name) := build.resource("aws_subnet", name, {}, {"vpc_id": "aws_vpc.named"})

private := [subnet("a"), subnet("b")]

public := [
	subnet("p"),
	build.resource("aws_internet_gateway", "igw", {}, {}),
	build.resource("aws_route_table", "public", {}, {"vpc_id": "aws_vpc.named"}),
	build.resource("aws_route", "out", {}, {"route_table_id": "aws_route_table.public", "gateway_id": "aws_internet_gateway.igw"}),
	build.resource("aws_route_table_association", "p", {}, {"route_table_id": "aws_route_table.public", "subnet_id": "aws_subnet.p"}),
]

group(names) := build.resource("aws_db_subnet_group", "db", {"name": "productos-api-db"}, {"subnet_ids": names})

database := build.resource("aws_db_instance", "db", {"db_subnet_group_name": "productos-api-db"}, {})

test_allow_when_the_subnets_are_private if {
	resources := array.concat(private, [group(["aws_subnet.a", "aws_subnet.b"]), database])
	checked(resources) == {"aws_db_instance.db", "aws_db_subnet_group.db"}
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_the_source_or_the_cluster_is_judged if {
	resources := array.concat(private, [
		group(["aws_subnet.a"]), database,
		build.resource("aws_db_instance", "replica", {"replicate_source_db": "db"}, {}),
		build.resource("aws_rds_cluster_instance", "member", {}, {}),
	])
	denied(resources) == set()
	undecided(resources) == set()
}

test_allow_when_settings_vouch_for_the_ids if {
	limits := object.union(data.settings.limits, {"private_subnets": {"declared": ["subnet-1"]}})
	resources := [build.resource("aws_db_subnet_group", "db", {"name": "productos-api-db", "subnet_ids": ["subnet-1"]}, {}), database]
	rule.undecided == set() with input as build.architecture(resources) with data.settings.limits as limits
}

test_allow_when_no_database_uses_the_group_or_the_stack_is_of_another_system if {
	checked(array.concat(public, [group("aws_subnet.p")])) == set()
	rule.checked == set() with input as build.plan([build.resource("aws_db_instance", "db", {}, {})])
}

test_deny_when_a_subnet_is_public if {
	denied(array.concat(array.concat(private, public), [group(["aws_subnet.a", "aws_subnet.p"]), database])) == {"aws_db_subnet_group.db"}
	cluster := build.resource("aws_rds_cluster", "cluster", {}, {"db_subnet_group_name": "aws_db_subnet_group.db"})
	denied(array.concat(public, [group("aws_subnet.p"), cluster])) == {"aws_db_subnet_group.db"}
}

test_deny_when_the_default_subnets_are_taken if {
	denied([build.resource("aws_db_instance", "db", {}, {})]) == {"aws_db_instance.db"}
	denied([build.resource("aws_db_instance", "db", {"db_subnet_group_name": "default"}, {})]) == {"aws_db_instance.db"}
	denied([build.resource("aws_rds_cluster", "db", {"db_subnet_group_name": "default-vpc-1"}, {})]) == {"aws_rds_cluster.db"}
}

test_undecided_when_the_subnets_are_not_known if {
	undecided([group("local.subnets"), database]) == {"aws_db_subnet_group.db"}
	undecided([build.resource("aws_db_subnet_group", "db", {"name": "productos-api-db", "subnet_ids": ["subnet-1"]}, {}), database]) == {"aws_db_subnet_group.db"}
	undecided([build.resource("aws_db_subnet_group", "db", {"name": "productos-api-db"}, {}), database]) == {"aws_db_subnet_group.db"}
	denied([group("local.subnets"), database]) == set()
}

test_undecided_when_the_group_is_not_shown if {
	undecided([database]) == {"aws_db_instance.db"}
	denied([database]) == set()
	undecided([build.resource("aws_db_instance", "db", {}, {"db_subnet_group_name": "local.group"})]) == {"aws_db_instance.db"}
	silent := build.with_unknown(build.resource("aws_db_instance", "db", {}, {}), {"db_subnet_group_name": true}, {"db_subnet_group_name": {"references": []}})
	undecided([silent]) == {"aws_db_instance.db"}
}

test_not_applicable_when_the_limit_is_not_declared if {
	document := build.plan(build.system)
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.limits.private_subnets as null
	rule.deny == set() with input as document with data.settings.limits.private_subnets as null
	rule.undecided == set() with input as document with data.settings.limits.private_subnets as null
}
