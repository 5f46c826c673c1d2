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

# The system, with more properties of the document, and with more of the configuration of its root module.
with_more(members, configured) := object.union(doc, object.union(members, {"configuration": {"root_module": object.union(doc.configuration.root_module, configured)}})) if {
	doc := build.plan(build.system)
}

found(doc) := places if {
	places := {[finding.address, finding.found] | some finding in rule.deny} with input as doc
}

data_source(type) := {"address": concat("", ["data.", type, ".open"]), "mode": "data", "type": type, "name": "open"}

test_deny_a_data_source_that_ran_while_planning if {
	read := {"prior_state": {"values": {"root_module": {"resources": [object.union(data_source("external"), {"values": {}})]}}}}
	found(with_more(read, {})) == {["data.external.open", "external"]}
}

test_deny_a_data_source_or_resource_that_runs_while_applying if {
	later := {"change": object.union(data_source("local_command"), {"change": {"actions": ["read"], "before": null, "after": {}, "after_unknown": {}}}), "config": data_source("local_command")}
	invoked := build.resource("aws_lambda_invocation", "open", {}, {})
	found(build.plan(array.concat(build.system, [later, invoked]))) == {
		["data.local_command.open", "local_command"],
		["aws_lambda_invocation.open", "aws_lambda_invocation"],
	}
}

test_deny_an_ephemeral_resource_that_stands_in_the_configuration_only if {
	resource := {"address": "ephemeral.aws_lambda_invocation.open", "mode": "ephemeral", "type": "aws_lambda_invocation", "name": "open"}
	configured := {"resources": array.concat(build.plan(build.system).configuration.root_module.resources, [resource])}
	found(with_more({}, configured)) == {["ephemeral.aws_lambda_invocation.open", "aws_lambda_invocation"]}
}

test_allow_a_data_source_that_has_no_instance if {
	configured := {"resources": array.concat(build.plan(build.system).configuration.root_module.resources, [data_source("external")])}
	found(with_more({}, configured)) == set()
}

test_allow_types_that_run_nothing if {
	every type in ["http", "aws_lambda_function", "terraform_remote_state", "archive_file"] {
		read := {"prior_state": {"values": {"root_module": {"resources": [object.union(data_source(type), {"values": {}})]}}}}
		found(with_more(read, {})) == set()
	}
}

action(type, name) := {"address": concat(".", ["action", type, name]), "type": type, "name": name}

test_deny_an_action_that_is_declared_or_invoked if {
	found(with_more({}, {"actions": [action("aws_lambda_invoke", "open")]})) == {["action.aws_lambda_invoke.open", "aws_lambda_invoke"]}
	found(with_more({"action_invocations": [action("local_command", "open")]}, {})) == {["action.local_command.open", "local_command"]}
}

test_undecided_when_the_type_of_an_action_is_not_known if {
	doc := with_more({"action_invocations": [action("acme_anything", "x")]}, {"actions": [action("aws_sns_publish", "y")]})
	found(doc) == set()
	{entry.address | some entry in rule.undecided} == {"action.acme_anything.x", "action.aws_sns_publish.y"} with input as doc
}

test_allow_an_action_that_runs_no_program if {
	doc := with_more({"action_invocations": [action("aws_cloudfront_create_invalidation", "x")]}, {})
	found(doc) == set()
	rule.undecided == set() with input as doc
}

test_allow_a_program_of_another_system if {
	doc := object.union(build.plan([build.resource("shell_script", "x", {}, {})]), {"action_invocations": [action("aws_lambda_invoke", "open"), action("acme_anything", "x")]})
	found(doc) == set()
	rule.undecided == set() with input as doc
}
