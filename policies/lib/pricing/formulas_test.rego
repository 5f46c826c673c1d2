package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

of(type, values) := fixture.resource(type, "x", values)

late(type, values, attribute) := fixture.hiding(of(type, values), {attribute: ["var.x"]})

# The sum at minimum, desired and maximum size, in cents.
cents(resources) := [round(total(resources, size) / 10000) | some size in ["minimum", "desired", "maximum"]]

test_a_formula_prices_a_type if {
	every expected in cases_in_all {
		[type, values, month] := expected
		resources := [of(type, values)]
		[type, reasons(resources)] == [type, set()]
		[type, cents(resources)] == [type, [month, month, month]]
	}
}

cases_in_all := [
	["aws_eks_cluster", {}, 7300],
	["aws_redshift_cluster", {"node_type": "ra3.16xlarge", "number_of_nodes": 4}, 3807680],
	["aws_redshift_cluster", {"node_type": "dc2.large"}, 18250],
	["aws_elasticache_cluster", {"node_type": "cache.t3.micro", "num_cache_nodes": 2}, 2482],
	["aws_elasticache_cluster", {"engine": "valkey", "node_type": "cache.t4g.micro"}, 934],
	["aws_elasticache_replication_group", {"node_type": "cache.t3.micro", "num_node_groups": 2, "replicas_per_node_group": 1}, 4964],
	["aws_elasticache_replication_group", {"node_type": "cache.t3.micro", "num_cache_clusters": 2}, 2482],
	["aws_elasticache_replication_group", {"node_type": "cache.t3.micro"}, 1241],
	["aws_msk_cluster", {"number_of_broker_nodes": 2, "broker_node_group_info": [{"instance_type": "kafka.t3.small", "storage_info": [{"ebs_storage_info": [{"volume_size": 100}]}]}]}, 8658],
	["aws_opensearch_domain", {"cluster_config": [{"instance_type": "c4.2xlarge.search", "instance_count": 3}], "ebs_options": [{"ebs_enabled": true, "volume_type": "gp3", "volume_size": 100}]}, 132213],
	["aws_docdb_cluster_instance", {"instance_class": "db.r5.4xlarge"}, 161768],
	["aws_efs_file_system", {"throughput_mode": "provisioned", "provisioned_throughput_in_mibps": 10}, 6000],
	["aws_efs_file_system", {}, 0],
	["aws_route53_zone", {}, 50],
	["aws_route53_health_check", {"type": "HTTP"}, 75],
	["aws_route53_health_check", {"type": "HTTPS_STR_MATCH", "measure_latency": true}, 675],
	["aws_dynamodb_table", {"billing_mode": "PAY_PER_REQUEST"}, 0],
	["aws_dynamodb_table", {"write_capacity": 20, "read_capacity": 30}, 1234],
	["aws_kinesis_stream", {"shard_count": 4}, 4380],
	["aws_kinesis_stream", {"stream_mode_details": [{"stream_mode": "ON_DEMAND"}]}, 2920],
	["aws_networkfirewall_firewall", {"subnet_mapping": [{}]}, 28835],
	["aws_acmpca_certificate_authority", {}, 40000],
	["aws_rds_cluster", {"engine": "mysql", "db_cluster_instance_class": "db.r6gd.xlarge", "allocated_storage": 100, "iops": 1000, "storage_type": "io1"}, 139235],
	["aws_rds_cluster", {"engine": "aurora-mysql"}, 0],
	["aws_networkfirewall_firewall", {}, 0],
	["aws_sqs_queue", {}, 0],
	["aws_iam_openid_connect_provider", {}, 0],
]

test_nodes_move_with_their_group if {
	group := {"scaling_config": [{"min_size": 1, "desired_size": 2, "max_size": 5}]}
	cents([of("aws_eks_node_group", group)]) == [3237, 6474, 16184]
	reasons([of("aws_eks_node_group", object.union(group, {"launch_template": [{"id": "lt-1"}]}))]) == {["aws_eks_node_group.x", "launch_template", "its nodes start from a launch template of which the book has no formula"]}
	reasons([of("aws_eks_node_group", object.union(group, {"instance_types": ["m5.large", "m5.xlarge"]}))]) == {["aws_eks_node_group.x", "launch_template", "its nodes are of several classes"]}
	reasons([of("aws_eks_node_group", {})]) == {["aws_eks_node_group.x", "scaling_config.0.desired_size", "scaling_config.0.desired_size is not set"]}
}

test_undecided_where_a_formula_lacks_something if {
	every expected in [
		[of("aws_redshift_cluster", {"node_type": "ra3.unknown"}), {"the price book has no row redshift.ra3.unknown"}],
		[late("aws_redshift_cluster", {}, "node_type"), {"node_type is not known yet"}],
		[of("aws_redshift_cluster", {"node_type": 7}), {"node_type is not of the expected type"}],
		[of("aws_redshift_cluster", {}), {"node_type is not set"}],
		[late("aws_redshift_cluster", {"node_type": "dc2.large"}, "number_of_nodes"), {"number_of_nodes is not known yet"}],
		[of("aws_redshift_cluster", {"node_type": "dc2.large", "number_of_nodes": 0.5}), {"number_of_nodes is not of the expected type"}],
		[late("aws_elasticache_cluster", {"node_type": "cache.t3.micro"}, "engine"), {"the price book has no row elasticache.?.cache.t3.micro"}],
		[late("aws_acmpca_certificate_authority", {}, "usage_mode"), {"usage_mode is not known yet"}],
		[of("aws_dynamodb_table", {"write_capacity": 1, "read_capacity": 1, "global_secondary_index": [{}]}), {"its global indexes have a capacity of their own"}],
		[of("aws_redshift_cluster", {"node_type": "dc2.large", "multi_az": true}), {"a second zone doubles its nodes"}],
		[late("aws_redshift_cluster", {"node_type": "dc2.large"}, "multi_az"), {"multi_az is not known yet"}],
		[of("aws_dynamodb_table", {"billing_mode": "PAY_PER_REQUEST", "table_class": "STANDARD_INFREQUENT_ACCESS"}), {"the book has no row for tables of the infrequent class"}],
		[of("aws_kinesis_stream", {"shard_count": 1, "retention_period": 8760}), {"keeping records longer than a day is charged apart"}],
		[of("aws_eks_node_group", {"ami_type": "WINDOWS_CORE_2022_x86_64", "scaling_config": [{"min_size": 1, "desired_size": 1, "max_size": 1}]}), {"the book has no row for nodes with Windows"}],
		[of("aws_cloudformation_stack", {}), {"the price book neither prices aws_cloudformation_stack nor lists it as free"}],
		[of("aws_memorydb_cluster", {}), {"the price book neither prices aws_memorydb_cluster nor lists it as free"}],
	] {
		[resource, why] := expected
		{reason | some [_, _, reason] in reasons([resource])} == why
	}
}

test_a_type_of_which_no_attribute_is_read_has_a_formula_that_needs_none if {
	cents([of("aws_vpn_connection", {})]) == [3650, 3650, 3650]
	book := object.union(data.defaults.prices, {"formulas": {"aws_unheard_of": [{"part": "other", "item": "thing", "row": "vpn.", "class": {"path": ["size"]}}]}})
	found := reasons([of("aws_unheard_of", {})]) with data.settings.prices as book
	found == {["aws_unheard_of.x", "", "the gate reads no attribute of aws_unheard_of"]}
}

test_a_type_that_no_rule_reads_has_a_row_and_a_charge if {
	book := object.union(data.defaults.prices, {"formulas": {"aws_unheard_of": [{"part": "other", "item": "thing", "row": "vpn.connection", "hourly": true}, {"part": "other", "charge": "kinesis.use"}]}})
	cents([of("aws_unheard_of", {})]) == [3650, 3650, 3650] with data.settings.prices as book
	ids := {charge.id | some charge in pricing.depending} with input as fixture.plan([of("aws_unheard_of", {})]) with data.settings.prices as book
	ids == {"kinesis.use"}
}

test_common_types_have_a_price_without_their_attributes if {
	every resource in [of("aws_wafv2_web_acl", {}), of("aws_kinesis_stream", {"shard_count": 1, "retention_period": 24, "shard_level_metrics": []}), of("aws_backup_selection", {}), of("aws_lambda_function_url", {})] {
		reasons([resource]) == set()
	}
}

test_free_resources_are_counted if {
	resources := [of("aws_iam_role", {}), of("aws_vpc", {}), of("aws_sqs_queue", {}), of("aws_eks_cluster", {})]
	found := pricing.free_resources with input as fixture.plan(resources)
	found == {"": 2}
}

# ------------------------------------------------------------------------------------------------ Aurora

aurora(values) := fixture.resource("aws_rds_cluster", "c", object.union({"cluster_identifier": "orders", "engine": "aurora-postgresql"}, values))

member(values) := fixture.resource("aws_rds_cluster_instance", "i", object.union({"cluster_identifier": "orders", "engine": "aurora-postgresql", "instance_class": "db.r6g.large"}, values))

serverless := {"serverlessv2_scaling_configuration": [{"min_capacity": 0.5, "max_capacity": 4}]}

test_aurora_by_class_or_by_the_range_of_its_capacity if {
	cents([aurora({}), member({})]) == [18980, 18980, 18980]
	cents([aurora(serverless), member({"instance_class": "db.serverless"})]) == [4380, 4380, 35040]
}

test_undecided_where_aurora_lacks_something if {
	every expected in [
		[[member({})], "the plan does not show the cluster that it belongs to"],
		[[aurora({"storage_type": "aurora-iopt1"}), member({})], "the storage of its cluster (storage_type) raises its price, and the book has no row for it"],
		[[aurora({}), member({"instance_class": "db.serverless"})], "the capacity between which its cluster moves is not known"],
		[[aurora({}), member({"instance_class": "db.x9.huge"})], "the price book has no row rds.aurora-postgresql.db.x9.huge"],
	] {
		[resources, why] := expected
		whys(resources) == {why}
	}
}

# ------------------------------------------------------------------------------------------------ ECS

task(values) := fixture.resource("aws_ecs_task_definition", "t", object.union({"family": "shop", "arn": "arn:aws:ecs:us-east-1:1:task-definition/shop:1", "cpu": "256", "memory": "512"}, values))

service(values) := fixture.resource("aws_ecs_service", "s", object.union({"name": "shop", "launch_type": "FARGATE", "desired_count": 2, "task_definition": "arn:aws:ecs:us-east-1:1:task-definition/shop:1"}, values))

target := fixture.resource("aws_appautoscaling_target", "a", {"service_namespace": "ecs", "resource_id": "service/all/shop", "min_capacity": 1, "max_capacity": 10})

test_tasks_on_fargate_move_with_their_range if {
	cents([task({}), service({})]) == [1802, 1802, 1802]
	cents([task({}), service({}), target]) == [901, 1802, 9010]
	by_reference := fixture.hiding(fixture.without(target, ["resource_id"]), {"resource_id": ["aws_ecs_service.s.name", "aws_ecs_service.s"]})
	cents([task({}), service({}), by_reference]) == [901, 1802, 9010]
	cents([task({}), service({"launch_type": null, "capacity_provider_strategy": [{"capacity_provider": "FARGATE"}]})]) == [1802, 1802, 1802]
}

test_a_service_on_instances_costs_nothing_by_itself if {
	reasons([task({}), service({"launch_type": "EC2"})]) == set()
	amounts([task({}), service({"launch_type": "EC2"})]) == set()
}

whys(resources) := {reason | some [_, _, reason] in reasons(resources)}

test_a_service_of_the_default_capacity_costs_nothing_unless_its_tasks_are_for_fargate if {
	default_capacity := service({"launch_type": null})
	reasons([task({}), default_capacity]) == set()
	every compatible in [["FARGATE"], ["EC2", "FARGATE"]] {
		whys([task({"requires_compatibilities": compatible}), default_capacity]) == {"its tasks may run on Fargate by the default of the cluster: set launch_type"}
	}
	late := fixture.hiding(task({}), {"requires_compatibilities": ["var.compatible"]})
	whys([late, default_capacity]) == {"its tasks may run on Fargate by the default of the cluster: set launch_type"}
	reasons([task({"requires_compatibilities": ["EC2"]}), default_capacity]) == set()
	whys([task({}), service({"launch_type": null, "capacity_provider_strategy": [{"capacity_provider": "FARGATE_SPOT"}]})]) == {"its tasks use another provider of capacity than FARGATE"}
}

test_undecided_where_a_service_lacks_something if {
	every expected in [
		[[service({})], "which task definition it runs cannot be told from the plan"],
		[[task({"runtime_platform": [{"cpu_architecture": "ARM64"}]}), service({})], "the book has no row for tasks on ARM or with Windows"],
		[[task({}), late_launch], "which capacity its tasks use is not known yet"],
		[[task({}), service({"launch_type": null, "capacity_provider_strategy": [{"capacity_provider": "FARGATE"}, {"capacity_provider": "FARGATE_SPOT"}]})], "its tasks use another provider of capacity than FARGATE"],
		[[task({}), fixture.hiding(fixture.without(service({}), ["desired_count"]), {"desired_count": ["var.n"]})], "the number of its tasks is not known yet"],
		[[task({"cpu": null}), service({})], "cpu of its task definition is not set"],
		[[service({"launch_type": null})], "its tasks may run on Fargate by the default of the cluster: set launch_type"],
		[[task({"runtime_platform": [{"operating_system_family": "LINUX", "cpu_architecture": "X86_64"}], "cpu": null}), service({})], "cpu of its task definition is not set"],
	] {
		[resources, why] := expected
		whys(resources) == {why}
	}
}

late_launch := fixture.hiding(fixture.without(service({}), ["launch_type"]), {"launch_type": ["var.type"]})

test_a_system_that_is_not_known_is_not_the_usual_one if {
	not pricing.usual_word({"is": "unknown"}, "LINUX")
	pricing.usual_word({"is": "unset"}, "LINUX")
}

test_half_a_micro_dollar_is_rounded_up if {
	pricing.task_quote({"address": "x"}, "ecs.fargate.vcpu", "cpu", {"is": "known", "value": "1"}).micro == 28858
	reason := pricing.task_quote({"address": "x"}, "no.such", "cpu", {"is": "known", "value": "1"}).reason
	reason == "the price book has no row no.such"
}

test_a_charge_by_use_stands_beside_a_formula if {
	charges([of("aws_eks_cluster", {})]) == {["aws_eks_cluster.x", "other", "extended support of an old version: $0.50 an hour on top"]}
	charges([of("aws_redshift_cluster", {"node_type": "dc2.large"})]) == {["aws_redshift_cluster.x", "database", "managed storage and scans: $0.024 a gigabyte-month, $5 a terabyte"]}
}

test_an_instance_finds_its_cluster_by_reference if {
	by_reference := fixture.hiding(fixture.without(member({}), ["cluster_identifier"]), {"cluster_identifier": ["aws_rds_cluster.c.id", "aws_rds_cluster.c"]})
	every kind in ["", "aurora"] {
		cents([aurora({"storage_type": kind}), by_reference]) == [18980, 18980, 18980]
	}
}

test_a_service_may_leave_its_count_and_its_platform if {
	cents([task({"runtime_platform": []}), service({"desired_count": null}), target]) == [0, 0, 9010]
}

test_two_zones_cost_twice_where_no_row_says_otherwise if {
	book := object.union(data.defaults.prices, {"rows": {"rds.postgres.db.own.class": {"micro_usd": 1000}}})
	items := pricing.items with input as fixture.plan([fixture.changing(fixture.database, {"instance_class": "db.own.class", "multi_az": true})])
		with data.settings.prices as book
	{item.desired | some item in items; item.path == "instance_class"} == {1460000}
}

test_undecided_where_the_zones_of_ordered_operations_are_not_known if {
	late_zones := fixture.hiding(fixture.without(fixture.changing(fixture.database, {"storage_type": "io1", "iops": 1000}), ["multi_az"]), {"multi_az": ["var.x"]})
	["aws_db_instance.db", "iops", "multi_az is not known yet"] in reasons([late_zones])
}
