package lib.secrets_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan
import data.lib.secrets

origin(document) := found if {
	found := [told | some record in plan.of_type.aws_db_instance; told := secrets.origin(record, "password")][0] with input as document
}

database(values, references) := build.resource("aws_db_instance", "db", values, references)

# A root module with a variable, given or not.
through_variable(config, given) := object.union(
	build.plan([object.union(database({}, {"password": "var.password"}), {"change": {"change": {"after": {"password": "x"}, "after_unknown": {"password": false}}}})]),
	{"configuration": {"root_module": {"variables": {"password": config}}}, "variables": given},
)

# A database in a module, whose password is a variable of the module.
in_module(expression, variable) := {
	"resource_changes": [{
		"address": "module.data.aws_db_instance.db", "module_address": "module.data", "mode": "managed", "type": "aws_db_instance", "name": "db",
		"change": {"actions": ["create"], "before": null, "after": {"password": "x"}, "after_unknown": {}},
	}],
	"planned_values": {"root_module": {"child_modules": [{"address": "module.data", "resources": []}]}},
	"configuration": {"root_module": {"module_calls": {"data": {
		"expressions": expression,
		"module": {
			"variables": {"password": variable},
			"resources": [{"address": "aws_db_instance.db", "mode": "managed", "type": "aws_db_instance", "name": "db", "expressions": {"password": {"references": ["var.password"]}}}],
		},
	}}}},
}

each(for_each) := object.union(
	build.plan([object.union(database({}, {"password": "each.value.password"}), {
		"config": {"for_each_expression": for_each},
		"change": {"change": {"after": {"password": "x"}, "after_unknown": {"password": false}}},
	})]),
	{"configuration": {"root_module": {"variables": {"databases": {}}}}},
)

test_literal_when_it_is_written if {
	origin(build.plan([database({"password": "x"}, {})])) == "literal"
	origin(build.plan([database({"password": 12345678}, {})])) == "literal"
}

test_literal_when_it_is_a_function_of_constants if {
	origin(build.plan([build.with_unknown(database({}, {}), {}, {"password": {}})])) == "literal"
}

test_literal_when_it_is_the_default_of_a_variable if {
	origin(through_variable({"default": "x"}, {})) == "literal"
	origin(through_variable({"default": "x"}, {"password": {"value": "x"}})) == "literal"
}

test_literal_when_a_module_is_given_it if {
	origin(in_module({"password": {"constant_value": "x"}}, {})) == "literal"
	origin(in_module({}, {"default": "x"})) == "literal"
}

test_literal_when_it_stands_in_a_for_each if {
	origin(each({"constant_value": {"a": {"password": "x"}}})) == "literal"
	origin(each({})) == "literal"
}

test_elsewhere_when_it_is_given_at_run_time if {
	origin(through_variable({}, {"password": {"value": "x"}})) == "elsewhere"
	origin(through_variable({"default": ""}, {"password": {"value": "x"}})) == "elsewhere"
	origin(through_variable({"default": "x"}, {"password": {"value": "y"}})) == "elsewhere"
	origin(through_variable({"sensitive": true}, {})) == "elsewhere"
}

test_elsewhere_when_a_resource_makes_it if {
	origin(build.plan([database({}, {"password": "random_password.db"})])) == "elsewhere"
	origin(build.plan([database({}, {"password": "local.password"})])) == "elsewhere"
}

test_unknown_when_a_local_or_a_composite_variable_holds_it if {
	origin(through_variable({"default": {"password": "x"}}, {})) == "unknown"
	origin(through_variable({"default": ["x"]}, {"password": {"value": ["x"]}})) == "unknown"
	hidden := object.union(database({}, {"password": "local.password"}), {"change": {"change": {"after": {"password": "x"}, "after_unknown": {"password": false}}}})
	origin(build.plan([hidden])) == "unknown"
	origin(each({"references": ["local.databases"]})) == "unknown"
}

test_unknown_when_the_plan_has_no_configuration if {
	origin({"resource_changes": [database({"password": "x"}, {}).change]}) == "unknown"
}

test_unset_when_there_is_none if {
	origin(build.plan([database({}, {})])) == "unset"
	origin(build.plan([database({"password": null}, {})])) == "unset"
	origin(build.plan([database({"password": ""}, {})])) == "unset"
}

# A database whose attribute comes through a local value, with what the plan shows of it.
through_local(attribute, values) := build.plan([build.with_unknown(object.union(database({}, {}), {"change": {"change": {"after": values}}}), {}, {attribute: {"references": ["local.password"]}})])

told(document, attribute) := found if {
	found := [answer | some record in plan.of_type.aws_db_instance; answer := secrets.origin(record, attribute)][0] with input as document
}

test_elsewhere_when_what_comes_through_a_local_is_null if {
	told(through_local("password", {"password": null}), "password") == "elsewhere"
	told(through_local("password", {"password": "x"}), "password") == "unknown"
	told(through_local("password", {}), "password") == "unknown"
}

test_unknown_when_a_write_only_attribute_is_null if {
	told(through_local("password_wo", {"password_wo": null}), "password_wo") == "unknown"
}
