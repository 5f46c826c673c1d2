package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture

secret(values) := fixture.resource("aws_secretsmanager_secret", "s", values)

test_undecided_when_a_secret_has_replicas if {
	reasons([secret({"replica": [{"region": "eu-west-1"}]})]) == {["aws_secretsmanager_secret.s", "replica", "its replicas are charged in their own regions, and the price book holds the prices of us-east-1"]}
	late := object.union(secret({}), {"unknown": {"replica": true}})
	reasons([late]) == {["aws_secretsmanager_secret.s", "replica", "whether it has replicas is not known yet"]}
}

test_allow_when_a_secret_has_no_replicas if {
	reasons([secret({"replica": []})]) == set()
	amounts([secret({}), fixture.resource("aws_kms_key", "k", {})]) == {
		["aws_secretsmanager_secret.s", "secret", 400000, 400000, 400000],
		["aws_kms_key.k", "key", 1000000, 1000000, 1000000],
	}
}

test_what_grows_by_itself_is_neither_free_nor_charged_by_use if {
	growing := ["aws_appautoscaling_target", "aws_autoscalingplans_scaling_plan", "aws_ec2_capacity_reservation", "aws_ec2_fleet", "aws_ec2_host", "aws_rds_cluster_instance", "aws_spot_fleet_request", "aws_spot_instance_request"]
	every type in growing {
		{reason[0] | some reason in reasons([fixture.resource(type, "x", {})])} == {concat("", [type, ".x"])}
	}
}
