# Shared by the tests beside this file.
package lib.plan_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan

change(address, actions, before, after) := {
	"address": address,
	"mode": "managed",
	"type": split(address, ".")[0],
	"name": split(address, ".")[1],
	"change": {"actions": actions, "before": before, "after": after, "after_unknown": {}},
}

record := {
	"values": {"a": 1, "n": null, "block": [{"x": "y"}], "dynamic": [{}]},
	"unknown": {"u": true, "computed": true, "block": [{"z": true, "w": true}], "dynamic": [{"z": true}]},
	"expressions": {"a": {"constant_value": 1}, "u": {"references": ["var.u"]}, "block": [{"z": {"references": ["var.z"]}}]},
	"configured": true,
}

named_group(name) := {"address": concat(".", ["aws_security_group", name]), "mode": "managed", "type": "aws_security_group", "name": name, "expressions": {}}

module_out := {"module_calls": {"m": {
	"expressions": {"group": {"references": ["aws_security_group.a.id", "aws_security_group.a"]}},
	"module": {
		"variables": {"group": {}},
		"outputs": {
			"given": {"expression": {"references": ["var.group"]}},
			"own": {"expression": {"references": ["aws_security_group.inner.id", "aws_security_group.inner"]}},
		},
		"resources": [named_group("inner")],
	},
}}}

call(module) := {"module_calls": {"m": {"module": module}}}

relying_on(resources, relevant) := object.union(build.plan(resources), {"relevant_attributes": [{"resource": address, "attribute": path} | some [address, path] in relevant]})

eip(name) := build.with_unknown(build.resource("aws_eip", name, {}, {}), {"public_ip": true, "id": true}, {})

template := {"launch_template": [{"id": {"references": ["aws_launch_template.t.id", "aws_launch_template.t"]}}]}

both := {"launch_template": true, "mixed_instances_policy": true}

given(variables, references) := states if {
	instance := build.with_unknown(build.resource("aws_instance", "i", {}, {}), {"tenancy": true}, {"tenancy": {"references": references}})
	doc := build.plan([instance])
	whole := object.union(doc, {"configuration": {"root_module": object.union(doc.configuration.root_module, {"variables": variables})}})
	states := {plan.state(record, ["tenancy"]).is | some record in plan.of_type.aws_instance} with input as whole
}
