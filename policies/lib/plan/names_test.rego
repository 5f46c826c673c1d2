package lib.plan_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan

test_names_of_an_instance_in_a_keyed_module if {
	doc := {
		"resource_changes": [{
			"address": "module.m[\"x\"].aws_security_group.inner[0]", "module_address": "module.m[\"x\"]",
			"mode": "managed", "type": "aws_security_group", "name": "inner", "index": 0,
			"change": {"actions": ["no-op"], "after": {"id": "sg-1", "name": "in"}},
		}],
		"planned_values": {"root_module": {"child_modules": [{"address": "module.m[\"x\"]"}]}},
		"configuration": {"root_module": module_out},
	}
	every found in plan.of_type.aws_security_group {
		plan.names(found) == {
			"module.m[\"x\"].aws_security_group.inner[0]", "module.m[\"x\"].aws_security_group.inner",
			"module.m.aws_security_group.inner[0]", "module.m.aws_security_group.inner", "sg-1", "in",
		}
		plan.exact_names(found) == {"module.m[\"x\"].aws_security_group.inner[0]", "sg-1", "in"}
	} with input as doc
	count(plan.of_type.aws_security_group) == 1 with input as doc
}

known_names(type, values) := names if {
	names := {name | some record in plan.of_type[type]; some name in plan.value_names(record)} with input as build.plan([build.resource(type, "x", values, {})])
}

test_a_name_means_what_attributes_mean_by_names if {
	known_names("aws_security_group", {"id": "sg-1", "arn": "arn:1", "name": "web"}) == {"sg-1", "arn:1", "web"}
	known_names("aws_launch_template", {"name": "lt-web"}) == {"lt-web"}
	known_names("aws_ec2_managed_prefix_list", {"id": "pl-1", "name": "offices"}) == {"pl-1"}
}

test_a_name_that_looks_like_an_id_means_nothing if {
	every name in ["sg-0feed", "arn:aws:x", "lt-0123456789abcdef0", "subnet-01234567"] { known_names("aws_security_group", {"name": name}) == set() }
}

test_a_resource_of_a_module_that_nothing_calls_has_its_address_for_a_name if {
	plan.reference_names({"prefix": "module.m.", "local": "aws_lb.l", "address": "module.m.aws_lb.l[0]"}) == {"module.m.aws_lb.l", "module.m.aws_lb.l[0]"} with input as {}
}
