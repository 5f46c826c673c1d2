package rules.terraform.no_provisioners_test

import data.lib.build_test as build
import data.rules.terraform.no_provisioners as rule
import rego.v1

runner := object.union(build.resource("null_resource", "open", {}, {}), {"config": {"provisioners": [{"type": "local-exec"}]}})

test_allow_when_nothing_runs_a_program if {
	rule.deny == set() with input as build.plan(build.system)
	rule.checked["aws_lb.alb"] with input as build.plan(build.system)
}

test_deny_when_a_resource_runs_a_program if {
	{[finding.address, finding.found] | some finding in rule.deny} == {["null_resource.open", "local-exec"]} with input as build.plan(array.concat(build.system, [runner]))
}

test_deny_every_instance_in_a_module if {
	inner := {"address": "null_resource.open", "mode": "managed", "type": "null_resource", "name": "open", "provisioners": [{"type": "remote-exec"}]}
	change := {
		"address": "module.m[0].null_resource.open[1]", "module_address": "module.m[0]", "mode": "managed",
		"type": "null_resource", "name": "open", "change": {"actions": ["create"], "after": {}},
	}
	doc := build.plan(array.concat(build.system, [{"change": change, "config": build.group("unused").config}]))
	called := object.union(doc, {
		"planned_values": {"root_module": {"child_modules": [{"address": "module.m[0]"}]}},
		"configuration": {"root_module": object.union(doc.configuration.root_module, {"module_calls": {"m": {"module": {"resources": [inner]}}}})},
	})
	{[finding.address, finding.found] | some finding in rule.deny} == {["module.m[0].null_resource.open[1]", "remote-exec"]} with input as called
}

test_not_applicable_to_another_system if {
	rule.deny == set() with input as build.plan([runner])
	rule.checked == set() with input as build.plan([runner])
}
