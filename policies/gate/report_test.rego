package gate_test

import data.gate
import data.lib.build_test as build
import rego.v1

test_every_rule_reports_and_no_test_does if {
	report := gate.report with input as build.plan(build.system)
	{"network.openings_declared", "cost.resources_priced", "database.not_public"} - object.keys(report.rules) == set()
	every name, said in report.rules {
		not endswith(name, "_test")
		object.keys(said) == {"checked", "deny", "undecided"}
	}
	report.documents == {"": {"resources": count(build.system)}}
	report.problems == set()
	count(report.facts.flows) == 3
}
