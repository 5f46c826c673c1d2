package lib.plan_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan

# A new group that shows no rules: the provider computes them.
bare_group := build.with_unknown(build.resource("aws_security_group", "bare", {}, {}), {"ingress": true, "egress": true}, {})

# Something that gives whatever it was given.
given_list(name) := build.with_unknown(build.resource("terraform_data", name, {}, {}), {"output": true, "id": true}, {"input": {"constant_value": ["0.0.0.0/0"]}})

bare_states(doc) := states if {
	states := {plan.state(record, ["ingress"]).is | some record in plan.of_type.aws_security_group; record.name == "bare"} with input as doc
}

reading(attribute, references) := build.with_unknown(build.resource("aws_launch_template", "t", {}, {}), {attribute: true}, {attribute: {"references": references}})

knowing(attribute, references) := build.with_unknown(build.resource("aws_launch_template", "t", {}, {}), {}, {attribute: {"references": references}})

late_eip := [["aws_eip.a", ["public_ip"]]]

late_list := [["terraform_data.open", ["output"]]]

test_a_value_that_nothing_reads_may_hide_rules if {
	bare_states(relying_on([eip("a"), bare_group], late_eip)) == {"unknown"}
	bare_states(relying_on([given_list("open"), bare_group], late_list)) == {"unknown"}
	bare_states(relying_on([eip("a"), bare_group], [["aws_eip.a", []]])) == {"unknown"}
}

test_a_value_that_an_expression_reads_hides_no_rules if {
	every references in [["aws_eip.a.public_ip", "aws_eip.a"], ["aws_eip.a[0].public_ip", "aws_eip.a[0]", "aws_eip.a"], ["aws_eip.a[\"x.y\"].public_ip", "aws_eip.a[\"x.y\"]", "aws_eip.a"], ["aws_eip.a"]] {
		bare_states(relying_on([eip("a"), reading("user_data", references), bare_group], late_eip)) == {"unset"}
	}
	bare_states(relying_on([eip("a"), reading("user_data", ["aws_eip.a.id", "aws_eip.a"]), bare_group], late_eip)) == {"unknown"}
	bare_states(relying_on([eip("a"), reading("user_data", ["aws_eip.a.id", "aws_eip.a"]), bare_group], [["aws_eip.a", []]])) == {"unset"}
	bare_states(relying_on([eip("a"), bare_group], [["aws_eip.a", ["domain"]]])) == {"unset"}
}

# Where the plan shows rules, or the code does, or the group exists already, nothing is hidden in this way.
test_a_group_that_shows_its_rules_hides_none if {
	shown := build.with_unknown(build.instance("aws_security_group", "bare", "", {"ingress": []}, {}), {}, {})
	bare_states(relying_on([eip("a"), shown, build.with_unknown(build.group("other"), {"ingress": true}, {})], late_eip)) == {"known"}
	there := object.union(bare_group, {"change": {"change": {"actions": ["update"], "before": {}, "after": {}}}})
	bare_states(relying_on([eip("a"), there], late_eip)) == {"unset"}
}

# A local that carries nothing unknown explains nothing.
test_a_local_that_is_known_accounts_for_nothing if {
	bare_states(relying_on([given_list("open"), knowing("name", ["local.owner"]), bare_group], late_list)) == {"unknown"}
	bare_states(relying_on([eip("a"), knowing("name", ["local.owner"]), bare_group], late_eip)) == {"unknown"}
	bare_states(relying_on([eip("a"), reading("user_data", ["local.owner"]), bare_group], late_eip)) == {"unset"}
}

# locals { vpc_id = aws_vpc.main.id }
test_a_local_of_ids_accounts_for_ids_alone if {
	vpc := build.with_unknown(build.resource("aws_vpc", "main", {}, {}), {"id": true}, {})
	bare_states(relying_on([vpc, reading("vpc_id", ["local.vpc_id"]), bare_group], [["aws_vpc.main", ["id"]]])) == {"unset"}
	bare_states(relying_on([eip("a"), reading("vpc_id", ["local.vpc_id"]), bare_group], late_eip)) == {"unknown"}
	bare_states(relying_on([eip("a"), eip("b"), reading("user_data", ["local.one"]), bare_group], [["aws_eip.a", ["public_ip"]], ["aws_eip.b", ["public_ip"]]])) == {"unknown"}
}

# A value that may be a list of anything may be the for_each of a dynamic block as well.
test_no_local_accounts_for_a_list if {
	bare_states(relying_on([given_list("open"), reading("user_data", ["local.owner"]), bare_group], late_list)) == {"unknown"}
}

test_what_each_carries_comes_from_the_local_of_for_each if {
	each := object.union(reading("user_data", ["each.value.script", "each.value"]), {"config": {"for_each_expression": {"references": ["local.scripts"]}}})
	bare_states(relying_on([eip("a"), each, bare_group], late_eip)) == {"unset"}
	plain := object.union(reading("user_data", ["var.script"]), {"config": {"for_each_expression": {"references": ["local.scripts"]}}})
	bare_states(relying_on([eip("a"), plain, bare_group], late_eip)) == {"unknown"}
}

test_a_local_in_a_block_an_output_or_an_argument_may_carry_anything if {
	block := build.with_unknown(build.resource("aws_launch_template", "t", {}, {}), {"tag_specifications": [{"tags": true}]}, {"tag_specifications": [{"tags": {"references": ["local.tags"]}}]})
	bare_states(relying_on([eip("a"), block, bare_group], late_eip)) == {"unset"}
	every part in [{"outputs": {"o": {"expression": {"references": ["local.o"]}}}}, {"module_calls": {"m": {"expressions": {"address": {"references": ["local.o"]}}}}}] {
		bare_states(object.union(relying_on([eip("a"), bare_group], late_eip), {"configuration": {"root_module": part}})) == {"unset"}
		bare_states(object.union(relying_on([eip("a"), knowing("name", ["local.o"]), bare_group], late_eip), {"configuration": {"root_module": part}})) == {"unknown"}
	}
}

function(marks) := build.with_unknown(build.instance("aws_lambda_function", "f", "", {"environment": [{}]}, {}), {"environment": [{"variables": marks}]}, {})

# dynamic "environment" { content { variables = { DB = "${a}:${b}" } } }
test_a_dynamic_block_that_is_seen_accounts_for_what_it_joins if {
	two := [["aws_eip.a", ["public_ip"]], ["aws_eip.b", ["public_ip"]]]
	bare_states(relying_on([eip("a"), eip("b"), function({"DB": true, "MODE": false}), bare_group], two)) == {"unset"}
	bare_states(relying_on([eip("a"), eip("b"), function({"DB": false}), bare_group], two)) == {"unknown"}
	bare_states(relying_on([given_list("open"), given_list("more"), function({"DB": true}), bare_group], [["terraform_data.open", ["output"]], ["terraform_data.more", ["output"]]])) == {"unknown"}
}

# Terraform shows an entry of a dynamic block beside one that the code spells out.
test_an_entry_beside_those_of_the_code_is_of_a_dynamic_block if {
	entry := {"from_port": 22, "to_port": 22, "protocol": "tcp"}
	shown := build.with_unknown(build.instance("aws_security_group", "shown", "", {"ingress": [entry, {}]}, {}), {"ingress": [{}, {"from_port": true}]}, {"ingress": {"constant_value": [entry]}})
	bare_states(relying_on([eip("a"), shown, bare_group], late_eip)) == {"unset"}
	same := build.with_unknown(build.instance("aws_security_group", "shown", "", {"ingress": [entry]}, {}), {"ingress": [{"from_port": true}]}, {"ingress": {"constant_value": [entry]}})
	bare_states(relying_on([eip("a"), same, bare_group], late_eip)) == {"unknown"}
}

fleet(values, marks) := build.with_unknown(build.instance("aws_autoscaling_group", "g", "", values, {}), marks, {})

test_a_launch_template_of_a_dynamic_block_accounts_for_itself if {
	relevant := [["aws_launch_template.t", ["id"]], ["aws_launch_template.t", ["latest_version"]]]
	made := build.with_unknown(build.resource("aws_launch_template", "t", {}, {}), {"id": true, "latest_version": true}, {})
	bare_states(relying_on([made, fleet({"launch_template": [{}]}, {"launch_template": [{"id": true, "name": true, "version": true}], "mixed_instances_policy": true}), bare_group], relevant)) == {"unset"}
	bare_states(relying_on([made, fleet({}, both), bare_group], relevant)) == {"unset"}
	bare_states(relying_on([made, fleet({"launch_template": [{"name": "t"}]}, {"launch_template": [{"id": true, "version": true}], "mixed_instances_policy": true}), bare_group], relevant)) == {"unknown"}
}

# The volume of a dynamic block has an id, whatever the block says.
test_what_the_provider_computes_accounts_for_nothing if {
	instance := build.with_unknown(build.instance("aws_instance", "i", "", {"ebs_block_device": [{}]}, {}), {"ebs_block_device": [{"volume_id": true, "kms_key_id": true}]}, {})
	bare_states(relying_on([eip("a"), instance, bare_group], late_eip)) == {"unknown"}
	entry_state(relying_on([eip("a"), instance, bare_list("bare")], late_eip)) == {"unknown"}
}

# ------------------------------------------------------------------------------------------------ modules

# A call of a module with a bare group: `given` are the arguments, `inner` is what the module holds beside the group.
in_ops(resources, relevant, given, inner) := object.union(doc, {
	"resource_changes": array.concat(
		doc.resource_changes,
		[object.union(each.change, {"address": concat("", ["module.ops.", each.change.address]), "module_address": "module.ops"}) | some each in held],
	),
	"planned_values": {"root_module": {"child_modules": [{"address": "module.ops"}]}},
	"configuration": {"root_module": {"module_calls": {"ops": {"expressions": given, "module": object.union(
		{"resources": [each.config | some each in held]},
		object.get(inner, "more", {}),
	)}}}},
}) if {
	doc := relying_on(resources, relevant)
	held := array.concat([bare_group], object.get(inner, "resources", []))
}

from_list := {"references": ["terraform_data.open.output", "terraform_data.open"]}

from_eip := {"references": ["aws_eip.a.public_ip", "aws_eip.a"]}

# module "ops" { cidrs = terraform_data.open.output }, and only a dynamic block reads var.cidrs.
test_an_argument_that_nothing_reads_may_hide_rules if {
	bare_states(in_ops([given_list("open")], late_list, {"cidrs": from_list}, {})) == {"unknown"}
	bare_states(in_ops([eip("a")], late_eip, {"address": from_eip}, {})) == {"unknown"}
	bare_states(in_ops([given_list("open")], late_list, {"cidrs": {"constant_value": ["10.0.0.0/8"]}, "other": from_list}, {"resources": [reading("user_data", ["var.other"])]})) == {"unset"}
	bare_states(in_ops([given_list("open"), reading("user_data", ["terraform_data.open.output", "terraform_data.open"])], [], {"cidrs": from_list}, {})) == {"unset"}
}

test_an_argument_that_is_read_hides_no_rules if {
	every references in [["var.cidrs"], ["var.cidrs[0]", "var.cidrs"], ["var.cidrs.open", "var.cidrs"]] {
		bare_states(in_ops([given_list("open")], late_list, {"cidrs": from_list}, {"resources": [reading("user_data", references)]})) == {"unset"}
	}
	counted := {"outputs": {"o": {"expression": {"references": ["var.cidrs"]}}}}
	bare_states(in_ops([given_list("open")], late_list, {"cidrs": from_list}, {"more": counted})) == {"unset"}
}

# module "vpc_endpoints" { endpoints = … }, and the module reads its argument in a local.
test_a_local_of_a_module_accounts_for_its_argument if {
	bare_states(in_ops([eip("a")], late_eip, {"address": from_eip}, {"resources": [reading("user_data", ["local.address"])]})) == {"unset"}
	bare_states(in_ops([eip("a")], late_eip, {"address": from_eip}, {"resources": [knowing("name", ["local.name"])]})) == {"unknown"}
	bare_states(in_ops([eip("a")], late_eip, {"vpc_id": from_eip}, {"resources": [reading("subnet_id", ["local.subnet_id"])]})) == {"unset"}
}

# The argument of an argument, and the output of another module.
test_arguments_are_followed_over_variables_and_outputs if {
	through := object.union(in_ops([given_list("open")], late_list, {"cidrs": {"references": ["module.source.list", "module.source"]}}, {}), {"configuration": {"root_module": {"module_calls": {"source": {
		"expressions": {"list": from_list},
		"module": {"outputs": {"list": {"expression": {"references": ["var.list"]}}}},
	}}}}})
	bare_states(through) == {"unknown"}
}

# An output that only a dynamic block of the calling module reads.
from_source(read) := object.union(relying_on([bare_group, read], [["module.source.aws_eip.a", ["public_ip"]]]), {
	"resource_changes": array.concat([bare_group.change, read.change], [object.union(eip("a").change, {"address": "module.source.aws_eip.a", "module_address": "module.source"})]),
	"planned_values": {"root_module": {"child_modules": [{"address": "module.source"}]}},
	"configuration": {"root_module": {"module_calls": {"source": {"module": {
		"resources": [eip("a").config],
		"outputs": {"address": {"expression": from_eip}, "other": {"expression": {"constant_value": 1}}},
	}}}}},
})

test_an_output_that_nothing_reads_may_hide_rules if {
	bare_states(from_source(knowing("name", ["var.name"]))) == {"unknown"}
	bare_states(from_source(reading("user_data", ["module.source.other", "module.source"]))) == {"unknown"}
	bare_states(from_source(reading("user_data", ["module.source.address", "module.source"]))) == {"unset"}
	bare_states(from_source(reading("user_data", ["module.source"]))) == {"unset"}
}
