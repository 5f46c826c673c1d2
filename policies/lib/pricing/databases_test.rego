package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture

database(values) := fixture.changing(fixture.database, values)

database_amounts(found) := {[item[1], item[3]] | some item in amounts([found])}

test_allow_when_a_database_stands_in_one_zone if {
	database_amounts(fixture.database) == {
		["database db.t3.micro", 13140000],
		["storage, 20 GB", 2300000],
		["secret of the master password", 400000],
	}
	charges([fixture.database]) == {
		["aws_db_instance.db", "database", "backups beyond the size of the database: $0.095 a gigabyte-month"],
		["aws_db_instance.db", "database", "surplus CPU credits of a burstable database: $0.075 a vCPU-hour"],
		["aws_db_instance.db", "database", "calls to the secret: $0.05 for 10,000"],
	}
}

test_allow_when_a_database_stands_in_two_zones if {
	database_amounts(database({"multi_az": true, "manage_master_user_password": false})) == {
		["database db.t3.micro, in two zones", 26280000],
		["storage, 20 GB, in two zones", 4600000],
	}
	["database db.t3.medium, in two zones", 105850000] in database_amounts(database({"multi_az": true, "instance_class": "db.t3.medium"}))
}

test_allow_when_the_storage_type_is_not_set if {
	["storage, 20 GB", 2300000] in database_amounts(fixture.without(fixture.database, ["storage_type"]))
}

hidden_in_database(attribute) := fixture.hiding(fixture.without(fixture.database, [attribute]), {attribute: ["var.x"]})

test_undecided_when_a_database_is_not_known_enough if {
	reasons([hidden_in_database("multi_az")]) == {
		["aws_db_instance.db", "instance_class", "multi_az is not known yet"],
		["aws_db_instance.db", "allocated_storage", "multi_az is not known yet"],
	}
	reasons([hidden_in_database("engine")]) == {["aws_db_instance.db", "instance_class", "engine is not known yet"]}
	reasons([hidden_in_database("instance_class")]) == {["aws_db_instance.db", "instance_class", "instance_class is not known yet"]}
	reasons([hidden_in_database("allocated_storage")]) == {["aws_db_instance.db", "allocated_storage", "allocated_storage is not known yet"]}
	reasons([hidden_in_database("storage_type")]) == {["aws_db_instance.db", "allocated_storage", "storage_type is not known yet"]}
	reasons([hidden_in_database("manage_master_user_password")]) == {["aws_db_instance.db", "manage_master_user_password", "whether RDS keeps the master password is not known yet"]}
}

test_undecided_when_the_book_has_no_price_for_a_database if {
	reasons([database({"instance_class": "db.z1.huge"})]) == {["aws_db_instance.db", "instance_class", "the price book has no row rds.postgres.db.z1.huge"]}
	reasons([database({"engine": "oracle-ee"})]) == {["aws_db_instance.db", "instance_class", "the price book has no row rds.oracle-ee.db.t3.micro"]}
	reasons([database({"storage_type": "io9", "iops": 3000})]) == {
		["aws_db_instance.db", "allocated_storage", "the price book has no row rds.storage.io9"],
		["aws_db_instance.db", "iops", "the price book has no row rds.iops.io9"],
	}
}

test_operations_that_are_ordered_are_charged if {
	every values in [{"storage_type": "io1", "iops": 3000}, {"iops": 3000}] {
		found := fixture.without(database(values), [name | some name in ["storage_type"]; not values[name]])
		["aws_db_instance.db", "operations of the storage", 300000000, 300000000, 300000000] in amounts([found])
		["aws_db_instance.db", "storage, 20 GB", 2500000, 2500000, 2500000] in amounts([found])
	}
	["aws_db_instance.db", "operations of the storage", 600000000, 600000000, 600000000] in amounts([database({"storage_type": "io2", "iops": 3000, "multi_az": true})])
	reasons([database({"storage_type": "io1"})]) == {["aws_db_instance.db", "iops", "iops is not set"]}
}

test_undecided_when_a_database_has_what_is_charged_apart if {
	extras := {
		"engine_version": "11.22",
		"performance_insights_retention_period": 731,
		"database_insights_mode": "advanced",
		"iops": 14000,
		"storage_throughput": "many",
	}
	{path | some [_, path, _] in reasons([database(extras)])} == object.keys(extras)
	reasons([database({
		"engine_version": "17.2",
		"performance_insights_retention_period": 7,
		"database_insights_mode": "standard",
		"iops": 12000,
		"storage_throughput": 500,
	})]) == set()
	hidden := fixture.hiding(fixture.database, {"iops": ["var.iops"]})
	{path | some [_, path, _] in reasons([hidden])} == {"iops"}
}

test_undecided_when_the_version_of_the_engine_or_a_mode_is_not_known if {
	every attribute in ["engine_version", "database_insights_mode"] {
		late := fixture.hiding(fixture.without(fixture.database, [attribute]), {attribute: ["terraform_data.x.output", "terraform_data.x"]})
		{path | some [_, path, _] in reasons([late])} == {attribute}
		unset := object.union(fixture.without(fixture.database, [attribute]), {"unknown": {attribute: true}})
		reasons([unset]) == set()
	}
}

test_storage_that_grows_by_itself_counts_at_the_largest_size if {
	found := amounts([database({"max_allocated_storage": 100})])
	["aws_db_instance.db", "storage that grows to 100 GB", 0, 0, 9200000] in found
	["aws_db_instance.db", "storage that grows to 100 GB, in two zones", 0, 0, 18400000] in amounts([database({"max_allocated_storage": 100, "multi_az": true})])
	count([item | some item in amounts([database({"max_allocated_storage": 20})]); contains(item[1], "grows")]) == 0
	count([item | some item in amounts([database({"max_allocated_storage": 0})]); contains(item[1], "grows")]) == 0
}

growing_reasons(found) := {reason[2] | some reason in reasons([found]); reason[1] == "max_allocated_storage"}

test_undecided_when_the_growth_of_storage_is_not_known if {
	growing_reasons(hidden_in_database("max_allocated_storage")) == {"max_allocated_storage is not known yet"}
	growing_reasons(object.union(hidden_in_database("multi_az"), {"values": {"max_allocated_storage": 100}})) == {"multi_az is not known yet"}
	growing_reasons(object.union(hidden_in_database("storage_type"), {"values": {"max_allocated_storage": 100}})) == {"storage_type is not known yet"}
	growing_reasons(object.union(hidden_in_database("allocated_storage"), {"values": {"max_allocated_storage": 100}})) == set()
}

test_undecided_when_the_log_has_a_volume_of_its_own if {
	apart := {["aws_db_instance.db", "dedicated_log_volume", "a volume of its own for the log is charged apart"]}
	reasons([database({"dedicated_log_volume": true})]) == apart
	reasons([hidden_in_database("dedicated_log_volume")]) == apart
	reasons([database({"dedicated_log_volume": false})]) == set()
}
