package exports.shape_test

import data.exports.shape
import rego.v1

plan := {"format_version": "1.2", "resource_changes": [{
	"address": "aws_x.y", "mode": "managed", "type": "aws_x", "name": "y",
	"change": {"actions": ["create"], "before": null, "after": {}, "after_unknown": {}},
}]}

with_members(members) := object.union(plan, members)

messages(problems) := {problem.message | some problem in problems}

test_allow_when_it_is_a_plan_or_a_state if {
	every doc in [
		plan,
		with_members({"format_version": "0.1", "complete": true, "errored": false, "configuration": {"root_module": {}}}),
		with_members({"planned_values": null, "prior_state": null, "complete": null}),
		{"resource_changes": plan.resource_changes},
		{"format_version": "1.0", "terraform_version": "1.11.4", "values": {"root_module": {"resources": []}}},
	] {
		found := shape.problems with input as doc
		found == set()
		wrapped := shape.problems with input as {"plan": doc, "run": {"id": "run-1"}}
		wrapped == set()
	}
}

test_deny_when_it_is_of_another_kind if {
	every member, kind in {
		"@level": "the log of terraform plan -json",
		"@message": "the log of terraform plan -json",
		"plan_format_version": "a redacted plan without its configuration",
		"provider_schemas": "the schemas of providers",
		"function_signatures": "a list of functions",
		"diagnostics": "the result of terraform validate",
		"terraform_outdated": "the result of terraform version",
		"provider_selections": "the result of terraform version",
		"lineage": "a raw state file",
		"serial": "a raw state file",
	} {
		found := shape.problems with input as with_members({member: "x"})
		messages(found) == {concat("", ["it is ", kind, ", not a plan; give what terraform show -json prints"])}
	}
}

test_deny_when_the_format_is_unknown if {
	every version in ["2.0", "10.1", "", 1, null, {}] {
		found := shape.problems with input as with_members({"format_version": version})
		messages(found) == {"its format_version is not 0.x or 1.x: another one may mean something else by the same names"}
	}
}

test_deny_when_a_part_has_another_shape if {
	every members in [
		{"configuration": []}, {"configuration": {"root_module": "x"}},
		{"planned_values": "x"}, {"planned_values": {"root_module": []}},
		{"prior_state": 1}, {"prior_state": {"values": []}}, {"prior_state": {"values": {"root_module": true}}},
		{"values": []}, {"values": {"root_module": []}}, {"variables": []},
		{"complete": "yes"}, {"errored": 0}, {"resource_changes": {}}, {"resource_changes": "x"},
		{"deferred_changes": {}}, {"deferred_action_invocations": 1}, {"action_invocations": "x"},
	] {
		found := shape.problems with input as with_members(members)
		count(found) == 1
		every message in messages(found) {
			endswith(message, " is not of the shape that Terraform writes; give what terraform show -json prints")
		}
	}
	found := shape.problems with input as {"stacks": {"app": with_members({"prior_state": {"values": []}})}}
	found == {{
		"stack": "app",
		"message": "prior_state.values is not of the shape that Terraform writes; give what terraform show -json prints",
	}}
}

test_deny_when_a_change_has_another_shape if {
	every entry in [1, {}, {"change": {}}, {"change": {"actions": "create"}}, {"change": {"actions": [1]}}] {
		found := shape.problems with input as with_members({"resource_changes": array.concat(plan.resource_changes, [entry])})
		messages(found) == {"resource_changes has an entry that is not of the shape that Terraform writes; give what terraform show -json prints"}
	}
}
