package lib.plan_test

import rego.v1

import data.lib.plan

test_what_is_computed_and_not_configured_is_unset if {
	plan.state(record, ["computed"]) == {"is": "unset"}
	plan.state(record, ["block", 0, "w"]) == {"is": "unset"}
}

test_a_dynamic_block_may_set_its_members if {
	plan.state(record, ["dynamic", 0, "z"]) == {"is": "unknown"}
}

test_without_configuration_nothing_is_unset_that_is_marked if {
	bare := object.union(record, {"expressions": {}, "configured": false})
	plan.state(bare, ["computed"]) == {"is": "unknown"}
}

test_a_flat_block_may_set_its_members if {
	flat := {
		"values": {},
		"unknown": {"ingress": true},
		"expressions": {"ingress": {"references": ["aws_security_group.a"]}},
		"configured": true,
	}
	plan.state(flat, ["ingress", 0, "protocol"]) == {"is": "unknown"}
}

# An attribute that is Optional and Computed is unknown where a variable gives it null.
test_null_through_a_variable_is_unset if {
	given({"x": {"default": null}}, ["var.x"]) == {"unset"}
	given({"x": {"default": {"tenancy": null}}}, ["var.x.tenancy", "var.x"]) == {"unset"}
	given({"on": {"default": false}, "x": {"default": "dedicated"}}, ["var.on", "var.x"]) == {"unset"}
	given({"x": {"default": []}}, ["var.x"]) == {"unset"}
}

test_what_may_be_something_through_a_variable_is_unknown if {
	given({"x": {}}, ["var.x"]) == {"unknown"}
	given({"x": {"default": "dedicated"}}, ["var.x"]) == {"unknown"}
	given({"x": {"default": null}}, ["var.x", "local.late"]) == {"unknown"}
	given({"x": {"default": ["dedicated"]}}, ["var.x"]) == {"unknown"}
	given({"x": {"default": {"tenancy": "dedicated"}}}, ["var.x.tenancy", "var.x"]) == {"unknown"}
	given({"x": {"default": null}}, ["var.x", "aws_vpc.v.id", "aws_vpc.v"]) == {"unknown"}
}
