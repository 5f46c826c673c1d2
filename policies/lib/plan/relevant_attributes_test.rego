package lib.plan_test

import rego.v1

import data.lib.build_test as build
import data.lib.plan

# A prefix list, whose entries are blocks that are computed as well.
bare_list(name) := build.with_unknown(build.resource("aws_ec2_managed_prefix_list", name, {}, {}), {"entry": true}, {})

# The states of the entries of the list "bare".
entry_state(doc) := states if {
	states := {plan.state(record, ["entry"]).is | some record in plan.of_type.aws_ec2_managed_prefix_list; record.name == "bare"} with input as doc
}

test_entries_of_a_new_list_are_no_entries if {
	entry_state(build.plan([eip("a"), bare_list("bare")])) == {"unset"}
	entry_state(relying_on([eip("a"), bare_list("bare")], [["aws_eip.b", ["public_ip"]], ["aws_eip.a", ["domain"]]])) == {"unset"}
	entry_state(relying_on([bare_list("bare")], [["aws_ec2_managed_prefix_list.bare", []]])) == {"unknown"}
}

test_what_contributed_and_stands_nowhere_is_in_a_dynamic_block if {
	entry_state(relying_on([eip("a"), bare_list("bare")], [["aws_eip.a", ["public_ip"]]])) == {"unknown"}
	entry_state(relying_on([eip("a"), bare_list("bare")], [["aws_eip.a", [0]]])) == {"unknown"}
}

using(references) := build.with_unknown(build.resource("aws_instance", "i", {}, {}), {}, {"user_data": {"references": references}})

test_what_contributed_is_known_or_not_also_inside_of_an_object if {
	states := [entry_state(relying_on([with_block, bare_list("bare")], [["aws_instance.i", ["block"]]])) |
		some mark in [{"ip": true}, {"ip": false}, false]
		with_block := build.with_unknown(build.resource("aws_instance", "i", {}, {}), {"block": mark}, {})
	]
	states == [{"unknown"}, {"unset"}, {"unset"}]
}

# Wherever it stands: in an attribute, a block, an output, an argument of a module.
test_a_constant_refers_to_nothing if {
	every value in ["aws_eip.a.public_ip", "local.address", {"references": ["aws_eip.a.public_ip"]}] {
		constant := {"constant_value": value}
		every expressions in [{"user_data": constant}, {"network": [{"address": constant}]}, {"network": [{"inner": [{"address": constant}]}]}] {
			instance := build.with_unknown(build.resource("aws_instance", "i", {}, {}), {}, expressions)
			entry_state(relying_on([eip("a"), instance, bare_list("bare")], [["aws_eip.a", ["public_ip"]]])) == {"unknown"}
		}
		every part in [{"outputs": {"o": {"expression": constant}}}, {"module_calls": {"m": {"expressions": {"address": constant}}}}] {
			doc := object.union(relying_on([eip("a"), bare_list("bare")], [["aws_eip.a", ["public_ip"]]]), {"configuration": {"root_module": part}})
			entry_state(doc) == {"unknown"}
		}
	}
}

test_what_a_block_an_output_or_an_argument_refers_to_is_in_no_dynamic_block if {
	spoken := {"references": ["aws_eip.a.public_ip", "aws_eip.a"]}
	every expressions in [{"network": [{"address": spoken}]}, {"network": [{"inner": [{"address": spoken}]}]}, {"address": object.union(spoken, {"constant_value": "${aws_eip.a.public_ip}"})}] {
		instance := build.with_unknown(build.resource("aws_instance", "i", {}, {}), {}, expressions)
		entry_state(relying_on([eip("a"), instance, bare_list("bare")], [["aws_eip.a", ["public_ip"]]])) == {"unset"}
	}
	every part in [{"outputs": {"o": {"expression": spoken}}}, {"module_calls": {"m": {"expressions": {"address": spoken}}}}, {"module_calls": {"m": {"count_expression": spoken}}}] {
		doc := object.union(relying_on([eip("a"), bare_list("bare")], [["aws_eip.a", ["public_ip"]]]), {"configuration": {"root_module": part}})
		entry_state(doc) == {"unset"}
	}
}

test_what_some_expression_refers_to_is_in_no_dynamic_block if {
	every names in [["aws_eip.a.public_ip", "aws_eip.a"], ["aws_eip.a[0].public_ip", "aws_eip.a[0]", "aws_eip.a"], ["aws_eip.a[\"x.y\"].public_ip"], ["local.address"]] {
		entry_state(relying_on([eip("a"), using(names), bare_list("bare")], [["aws_eip.a", ["public_ip"]]])) == {"unset"}
	}
	entry_state(relying_on([eip("a"), using(["aws_eip.a"]), bare_list("bare")], [["aws_eip.a", []]])) == {"unset"}
	every names in [["aws_eip.a.id", "aws_eip.a"], ["aws_eip.a[0].id", "aws_eip.a[0]", "aws_eip.a"]] {
		entry_state(relying_on([eip("a"), using(names), bare_list("bare")], [["aws_eip.a", ["public_ip"]]])) == {"unknown"}
	}
}

test_a_dynamic_block_that_is_seen_accounts_for_one if {
	shown := build.instance("aws_security_group", "shown", "", {"ingress": [{"from_port": 1}]}, {})
	seen := build.with_unknown(shown, {"ingress": [{"cidr_blocks": [true], "self": false}], "egress": []}, {})
	template := build.with_unknown(build.resource("aws_launch_template", "t", {}, {}), {"block_device_mappings": [{"ebs": true}]}, {})
	every other in [seen, template] {
		entry_state(relying_on([eip("a"), other, bare_list("bare")], [["aws_eip.a", ["public_ip"]]])) == {"unset"}
		entry_state(relying_on([eip("a"), eip("b"), other, bare_list("bare")], [["aws_eip.a", ["public_ip"]], ["aws_eip.b", ["public_ip"]]])) == {"unknown"}
	}
}

# Attributes of a dynamic block that are unknown because the provider computes them, and blocks, account for nothing. A dynamic block
# that hides the launch template of a group does.
test_what_is_unknown_for_another_reason_accounts_for_nothing if {
	relevant := [["aws_eip.a", ["public_ip"]]]
	shown := build.instance("aws_launch_template", "shown", "", {"metadata_options": [{}], "block_device_mappings": [{"ebs": [{}]}]}, {})
	computed := build.with_unknown(shown, {"metadata_options": [{"http_endpoint": true}]}, {})
	entry_state(relying_on([eip("a"), computed, bare_list("bare")], relevant)) == {"unknown"}
	volume := build.with_unknown(shown, {"block_device_mappings": [{"ebs": [{"volume_size": true}]}]}, {})
	entry_state(relying_on([eip("a"), volume, bare_list("bare")], relevant)) == {"unknown"}
	mixed := build.with_unknown(build.instance("aws_autoscaling_group", "mixed", "", {"mixed_instances_policy": [{"launch_template": [{}]}]}, {}), {"mixed_instances_policy": [{"launch_template": [{"override": true}]}]}, {})
	entry_state(relying_on([eip("a"), mixed, bare_list("bare")], relevant)) == {"unknown"}
	started := build.with_unknown(build.resource("aws_autoscaling_group", "g", {}, {}), {"launch_template": true}, {})
	entry_state(relying_on([eip("a"), started, bare_list("bare")], relevant)) == {"unset"}
}

# module "asg" { lt_id = aws_launch_template.x.id }, and a dynamic block in the module alone reads the argument.
in_asg(given, references) := object.union(build.plan([]), {
	"resource_changes": [{
		"address": "module.asg.aws_autoscaling_group.g", "module_address": "module.asg", "mode": "managed", "type": "aws_autoscaling_group", "name": "g",
		"change": {"actions": ["create"], "before": null, "after": {"launch_template": [{}]}, "after_unknown": {"launch_template": [{"id": true}], "mixed_instances_policy": true}},
	}],
	"planned_values": {"root_module": {"child_modules": [{"address": "module.asg"}]}},
	"configuration": {"root_module": {"module_calls": {"asg": {"expressions": {"lt_id": given}, "module": {"resources": [{
		"address": "aws_autoscaling_group.g", "mode": "managed", "type": "aws_autoscaling_group", "name": "g",
		"expressions": {"placement_group": {"references": references}},
	}]}}}}},
})

test_an_argument_that_a_dynamic_block_alone_reads_may_be_in_any if {
	late := {"references": ["aws_launch_template.x.id", "aws_launch_template.x"]}
	id := ["launch_template", 0, "id"]
	{plan.state(record, id).is | some record in plan.of_type.aws_autoscaling_group} == {"unknown"} with input as in_asg(late, ["each.key"])
	{plan.state(record, id).is | some record in plan.of_type.aws_autoscaling_group} == {"unset"} with input as in_asg(late, ["var.lt_id"])
	{plan.state(record, id).is | some record in plan.of_type.aws_autoscaling_group} == {"unset"} with input as in_asg({"constant_value": "x"}, ["each.key"])
}
