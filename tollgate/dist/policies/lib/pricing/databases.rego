# What does an RDS database cost?
package lib.pricing

import rego.v1

import data.lib.plan

databases := records("aws_db_instance")

lines contains line(database, "database", item, "instance_class", database_quote(database), once) if {
	some database in databases
	item := concat("", ["database ", text_of(plan.state(database, ["instance_class"])), zones_text(database)])
}

lines contains line(database, "database", item, "allocated_storage", storage_quote(database), once) if {
	some database in databases
	item := concat("", ["storage, ", size_text(plan.state(database, ["allocated_storage"])), zones_text(database)])
}

lines contains line(database, "database", "operations of the storage", "iops", operations_quote(database), once) if {
	some database in databases
	startswith(storage_type(database), "io")
}

operations_quote(database) := {"reason": "multi_az is not known yet"} if {
	zones_of(database) == 0
} else := priced_by(database, "rds.iops.", concat("", [storage_type(database), {1: "", 2: ".multi-az"}[zones_of(database)]]), found.value) if {
	found := plan.state(database, ["iops"])
	is_whole(found)
} else := {"reason": concat("", ["iops is ", not_known(plan.state(database, ["iops"]))])}

# Storage that grows by itself may grow to its limit without asking anybody.
lines contains line(database, "database", item, "max_allocated_storage", growth_quote(database), {"minimum": 0, "desired": 0, "maximum": 1}) if {
	some database in databases
	grows_by_itself(database)
	item := concat("", ["storage that grows to ", size_text(plan.state(database, ["max_allocated_storage"])), zones_text(database)])
}

grows_by_itself(database) if plan.state(database, ["max_allocated_storage"]).is == "unknown"

grows_by_itself(database) if above(plan.state(database, ["max_allocated_storage"]), allocated(database))

allocated(database) := found.value if {
	found := plan.state(database, ["allocated_storage"])
	is_whole(found)
} else := 0

growth_quote(database) := {"reason": "multi_az is not known yet"} if {
	zones_of(database) == 0
} else := priced_by(database, "rds.storage.", concat("", [kind, {1: "", 2: ".multi-az"}[zones_of(database)]]), found.value - allocated(database)) if {
	found := plan.state(database, ["max_allocated_storage"])
	is_whole(found)
	kind := storage_type(database)
	kind != ""
} else := {"reason": "storage_type is not known yet"} if {
	is_whole(plan.state(database, ["max_allocated_storage"]))
} else := {"reason": concat("", ["max_allocated_storage is ", not_known(plan.state(database, ["max_allocated_storage"]))])}

lines contains line(database, "database", "secret of the master password", "manage_master_user_password", quote, once) if {
	some database in databases
	some quote in switched(
		plan.state(database, ["manage_master_user_password"]),
		false,
		priced(database, "secretsmanager.secret", 1),
		"whether RDS keeps the master password is not known yet",
	)
}

lines contains line(database, "database", "extra", path, {"reason": reason}, once) if {
	some database in databases
	some path, reason in object.union(database_extras(database), late_extras(database))
}

depending contains {"record": database, "part": "database", "id": id} if {
	some database in databases
	some id in database_charges(database)
}

database_quote(database) := {"reason": concat("", ["engine is ", not_known(plan.state(database, ["engine"]))])} if {
	text_of(plan.state(database, ["engine"])) == "?"
} else := class_quote(database, database_prefix(database), "instance_class", plan.state(database, ["instance_class"])) if {
	zones_of(database) == 1
} else := paired if {
	zones_of(database) == 2
	paired := class_quote(database, concat("", [database_prefix(database), "multi-az."]), "instance_class", plan.state(database, ["instance_class"]))
	paired.micro
} else := together([single, single]) if {
	zones_of(database) == 2
	single := class_quote(database, database_prefix(database), "instance_class", plan.state(database, ["instance_class"]))
} else := {"reason": "multi_az is not known yet"}

database_prefix(database) := concat("", ["rds.", text_of(plan.state(database, ["engine"])), "."])

zones_of(database) := 2 if {
	is_true(plan.state(database, ["multi_az"]))
} else := 0 if {
	plan.state(database, ["multi_az"]).is == "unknown"
} else := 1

zones_text(database) := ", in two zones" if {
	zones_of(database) == 2
} else := ""

storage_quote(database) := {"reason": "multi_az is not known yet"} if {
	zones_of(database) == 0
} else := priced_by(database, "rds.storage.", concat("", [kind, {1: "", 2: ".multi-az"}[zones_of(database)]]), found.value) if {
	found := plan.state(database, ["allocated_storage"])
	is_whole(found)
	kind := storage_type(database)
	kind != ""
} else := {"reason": "storage_type is not known yet"} if {
	is_whole(plan.state(database, ["allocated_storage"]))
} else := {"reason": concat("", ["allocated_storage is ", not_known(plan.state(database, ["allocated_storage"]))])}

storage_type(database) := found.value if {
	found := plan.state(database, ["storage_type"])
	found.is == "known"
	is_string(found.value)
} else := "" if {
	plan.state(database, ["storage_type"]).is == "unknown"
} else := "gp2" if {
	plan.state(database, ["iops"]).is == "unset"
} else := "io1"

# What the book holds no price for: attribute to reason.
database_extras(database) := {path: reason |
	some [path, reason] in [
		["engine_version", "this version of the engine is in extended support, which is charged by vCPU"],
		["performance_insights_retention_period", "keeping Performance Insights longer than seven days is charged by vCPU"],
		["database_insights_mode", "the advanced mode of Database Insights is charged by vCPU"],
		["dedicated_log_volume", "a volume of its own for the log is charged apart"],
		["iops", "operations beyond those that gp3 includes are charged apart"],
		["storage_throughput", "throughput beyond what gp3 includes is charged apart"],
	]
	extra(path, plan.state(database, [path]), database)
}

# What may be charged, and is not known yet.
late_extras(database) := {path: reason |
	some path, reason in {
		"database_insights_mode": "whether Database Insights is in its advanced mode is not known yet",
		"engine_version": "the version of the engine is not known yet, and extended support is charged by vCPU",
	}
	plan.state(database, [path]).is == "unknown"
}

extra(path, found, database) if {
	path == "engine_version"
	some start in object.get(book, ["extended_support", text_of(plan.state(database, ["engine"]))], [])
	startswith(text_of(found), start)
}

extra("performance_insights_retention_period", found, _) if above(found, 7)

extra("database_insights_mode", found, _) if not text_of(found) in {"standard", "", "?"}

extra("iops", found, database) if {
	storage_type(database) == "gp3"
	above(found, 12000)
}

extra("dedicated_log_volume", found, _) if is_true(found)

extra("dedicated_log_volume", found, _) if found.is == "unknown"

extra("storage_throughput", found, _) if above(found, 500)

above(found, limit) if {
	found.is == "known"
	is_number(found.value)
	found.value > limit
}

above(found, _) if {
	found.is == "known"
	not is_number(found.value)
}

above(found, _) if found.is == "unknown"

database_charges(database) := {id |
	some id in ["rds.backup", "rds.cpu-credits", "secretsmanager.secret"]
	charged(id, database)
}

charged("rds.backup", _)

charged("rds.cpu-credits", database) if startswith(text_of(plan.state(database, ["instance_class"])), "db.t")

charged("secretsmanager.secret", database) if is_true(plan.state(database, ["manage_master_user_password"]))
