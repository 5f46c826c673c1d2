package lib.plan_test

import rego.v1

import data.lib.plan

test_a_template_means_its_own_of_two_outputs_of_a_module if {
	record := {
		"prefix": "", "each": {},
		"expressions": {"ingress": {"references": ["module.m.x", "module.m", "module.m.y", "module.m"]}},
	}
	both := {"configuration": {"root_module": {"module_calls": {"m": {"module": {"outputs": {
		"x": {"expression": {"references": ["local.x"]}},
		"y": {"expression": {"references": ["local.y"]}},
	}}}}}}}
	plan.template_links(record, "ingress", ["${module.m.x}"]) == {"?local.x"} with input as both
	plan.template_links(record, "ingress", ["${ module.m[ 0 ].x }"]) == {"?local.x", "?local.y"} with input as both
	plan.template_links(record, "ingress", ["${upper(local.z)}"]) == {"?a template"} with input as both
}
