# METADATA
# title: What a Terraform plan says
# description: >-
#   The only package that reads plan JSON. It gives every resource that will exist, the state of each attribute
#   (known, unset, unknown), and follows references: through variables, outputs, other resources, for_each and
#   modules, for every instance of a module. A link is a set of names; names that begin with "?" tell why a
#   reference could not be followed.
package lib.plan

import rego.v1

import data.lib.provider

# ------------------------------------------------------------------------------------------------ documents

# One plan is the document "", HCP Terraform's input holds it under "plan", several stacks are named.
documents := input.stacks if {
	is_object(input.stacks)
} else := {"": input.plan} if {
	is_object(input.plan)
} else := {"": input}

# What stands before every address of a stack: nothing when a single plan is judged.
stack_prefix(stack) := "" if {
	stack == ""
} else := concat("", [stack, "::"])

stack_prefixes := {stack: stack_prefix(stack) | some stack, _ in documents}

# The address of a resource and a word behind it: nothing between both where it has none that is a text, so that the resource stays.
address_in(stack, resource, word) := concat("", [stack_prefixes[stack], address, word]) if {
	address := object.get(resource, "address", "")
	is_string(address)
} else := concat("", [stack_prefixes[stack], word])

# What stands before the address of a resource in a module instance.
inside(stack, instance) := stack_prefixes[stack] if {
	instance == ""
} else := concat("", [stack_prefixes[stack], instance, "."])

# ------------------------------------------------------------------------------- module instances, level by level

# Rego has no recursion: the module tree is unrolled to this depth, and a deeper plan is a problem, never skipped.
max_depth := 10

value_roots := [["planned_values", "root_module"], ["prior_state", "values", "root_module"], ["values", "root_module"]]

tree_0 := [node |
	some stack, doc in documents
	some root in value_roots
	module := object.get(doc, root, null)
	is_object(module)
	node := {"stack": stack, "source": root[0], "instance": "", "parent": "", "module": module}
]

children(nodes) := [node |
	some above in nodes
	some module in object.get(above.module, "child_modules", [])
	node := {
		"stack": above.stack,
		"source": above.source,
		"instance": object.get(module, "address", ""),
		"parent": above.instance,
		"module": module,
	}
]

tree_1 := children(tree_0)

tree_2 := children(tree_1)

tree_3 := children(tree_2)

tree_4 := children(tree_3)

tree_5 := children(tree_4)

tree_6 := children(tree_5)

tree_7 := children(tree_6)

tree_8 := children(tree_7)

tree_9 := children(tree_8)

tree_10 := children(tree_9)

tree := [node |
	some level in [tree_0, tree_1, tree_2, tree_3, tree_4, tree_5, tree_6, tree_7, tree_8, tree_9, tree_10]
	some node in level
]

# A scope is a module instance joined with its configuration: `prefix` stands before the names of what it holds,
# `aliases` are the prefixes by which the outside may refer to it (with and without instance keys), `keyless` the one without any. For each call
# there is a scope without instance keys as well: "any instance of it".
scopes_0 := {prefix: scope |
	some stack, doc in documents
	prefix := stack_prefix(stack)
	scope := {
		"prefix": prefix,
		"keyless": prefix,
		"aliases": {prefix},
		"config": object.get(doc, ["configuration", "root_module"], {}),
		"call": {},
		"above": "",
		"values": object.get(doc, "variables", {}),
		"synthesized": object.get(doc, "stage", "") == "synth",
		"any": false,
	}
}

descend(scopes, nodes) := {scope.prefix: scope | some scope in array.concat(real, any_instance)} if {
	seen := {[inside(node.stack, node.parent), call_name(node), inside(node.stack, node.instance)] | some node in nodes}
	real := [scope |
		some call in seen
		above := scopes[call[0]]
		scope := called(above, call[1], call[2])
	]
	any_instance := [scope |
		some prefix, above in scopes
		some name, _ in object.get(above.config, "module_calls", {})
		keyless := concat("", [prefix, "module.", name, "."])
		not seen[[prefix, name, keyless]]
		scope := called(above, name, keyless)
	]
}

called(above, name, prefix) := {
	"prefix": prefix,
	"keyless": concat("", [above.keyless, "module.", name, "."]),
	"aliases": ({prefix} | {alias | some outer in above.aliases; alias := concat("", [outer, "module.", name, "."])}),
	"config": object.get(call, "module", {}),
	"call": call,
	"above": above.prefix,
	"values": {},
	"synthesized": false,
	"any": stands_for_any(above, call, name, prefix),
} if {
	call := object.get(above.config, ["module_calls", name], {})
}

# Whether the scope stands for any of several instances, by a call of its own or of one above.
stands_for_any(above, call, name, prefix) if {
	prefix == concat("", [above.prefix, "module.", name, "."])
	repetition(call)
} else := above.any

# module.a.module.b["x.y"] below module.a is a call of "b".
call_name(node) := name if {
	relative := trim_prefix(node.instance, concat("", [node.parent, "."]))
	name := trim_prefix(split(relative, "[")[0], "module.")
}

scopes_1 := descend(scopes_0, tree_1)

scopes_2 := descend(scopes_1, tree_2)

scopes_3 := descend(scopes_2, tree_3)

scopes_4 := descend(scopes_3, tree_4)

scopes_5 := descend(scopes_4, tree_5)

scopes_6 := descend(scopes_5, tree_6)

scopes_7 := descend(scopes_6, tree_7)

scopes_8 := descend(scopes_7, tree_8)

scopes_9 := descend(scopes_8, tree_9)

scopes_10 := descend(scopes_9, tree_10)

scope_levels := [
	scopes_0, scopes_1, scopes_2, scopes_3, scopes_4, scopes_5,
	scopes_6, scopes_7, scopes_8, scopes_9, scopes_10,
]

scopes := {prefix: scope | some level in scope_levels; some prefix, scope in level}

# ------------------------------------------------------------------------------------------------ resources

# Types whose attributes some rule or fact reads. Everything else is known by address and type alone.
known_types := {
	"aws_alb",
	"aws_alb_listener",
	"aws_alb_listener_rule",
	"aws_alb_target_group",
	"aws_alb_target_group_attachment",
	"aws_ami",
	"aws_ami_from_instance",
	"aws_autoscaling_attachment",
	"aws_autoscaling_group",
	"aws_autoscaling_policy",
	"aws_autoscaling_schedule",
	"aws_autoscaling_traffic_source_attachment",
	"aws_cloudwatch_dashboard",
	"aws_cloudwatch_metric_alarm",
	"aws_db_cluster_snapshot",
	"aws_db_instance",
	"aws_db_proxy",
	"aws_db_snapshot",
	"aws_db_snapshot_copy",
	"aws_db_subnet_group",
	"aws_default_route_table",
	"aws_default_security_group",
	"aws_default_subnet",
	"aws_ebs_volume",
	"aws_ec2_managed_prefix_list",
	"aws_ec2_managed_prefix_list_entry",
	"aws_ecs_service",
	"aws_eip",
	"aws_eip_association",
	"aws_elb",
	"aws_instance",
	"aws_internet_gateway",
	"aws_launch_configuration",
	"aws_launch_template",
	"aws_lb",
	"aws_lb_listener",
	"aws_lb_listener_rule",
	"aws_lb_target_group",
	"aws_lb_target_group_attachment",
	"aws_main_route_table_association",
	"aws_nat_gateway",
	"aws_network_interface",
	"aws_network_interface_attachment",
	"aws_network_interface_sg_attachment",
	"aws_rds_cluster",
	"aws_rds_cluster_instance",
	"aws_route",
	"aws_route_table",
	"aws_route_table_association",
	"aws_security_group",
	"aws_security_group_rule",
	"aws_spot_instance_request",
	"aws_subnet",
	"aws_vpc",
	"aws_vpc_endpoint",
	"aws_vpc_endpoint_security_group_association",
	"aws_vpc_security_group_egress_rule",
	"aws_vpc_security_group_ingress_rule",
	"aws_vpn_gateway",
	"terraform_data",
}

# The numerous ones, looked through apart so that a plan with thousands of rules costs no more for the other types.
rule_types := {
	"aws_security_group_rule",
	"aws_vpc_security_group_egress_rule",
	"aws_vpc_security_group_ingress_rule",
}

deleting := {"delete", "forget"}

# What of a change will be there: `after`, and for what Terraform forgets, which stays in AWS, `before` as well; nothing of
# what is deleted. Each with the word that tells it apart.
remaining(change) := array.concat(planned(change), [left_behind(change, " (forgotten)")]) if {
	forgotten(change)
	is_object(change.before)
	is_object(change.after)
} else := planned(change)

planned(change) := [{"values": change.after, "unknown": unknown_members(change), "former": former(change), "created": created(change), "forgotten": false, "word": ""}] if {
	is_object(change.after)
} else := [left_behind(change, "")] if {
	forgotten(change)
	is_object(change.before)
} else := [unchanged({})] if {
	not removed(change)
	not nothing_changed(change)
} else := []

# There was nothing, and nothing is done: Terraform lists what it found to be gone already.
nothing_changed(change) if {
	change.actions == ["no-op"]
	change.before == null
	change.after == null
}

unchanged(values) := {"values": values, "unknown": {}, "former": {}, "created": false, "forgotten": false, "word": ""}

left_behind(change, word) := {"values": change.before, "unknown": {}, "former": {}, "created": false, "forgotten": true, "word": word}

# What was there before an update in place.
former(change) := change.before if {
	is_object(change.before)
	some action in change.actions
	action == "update"
} else := nothing

created(change) if {
	some action in change.actions
	action == "create"
} else := false

forgotten(change) if {
	some action in change.actions
	action == "forget"
}

removed(change) if {
	count(change.actions) > 0
	every action in change.actions { deleting[action] }
}

unknown_members(change) := change.after_unknown if {
	is_object(change.after_unknown)
	is_object(change.after)
} else := nothing

# Made once.
nothing := {}

mode_of(resource) := "data" if {
	object.get(resource, "mode", "") == "data"
} else := "managed"

in_changes := {stack | some stack, doc in documents; count(object.get(doc, "resource_changes", [])) > 0}

changed := [found |
	some stack, doc in documents
	some rc in object.get(doc, "resource_changes", [])
	some version in remaining(object.get(rc, "change", {}))
	found := {
		"stack": stack,
		"source": rc,
		"module": object.get(rc, "module_address", ""),
		"address": address_in(stack, rc, version.word),
		"version": version,
	}
]

# Without resource_changes (a state, some old plans) the module tree holds the resources; data sources that were
# read while planning stand in prior_state only.
listed := [found |
	some node in tree
	some resource in object.get(node.module, "resources", [])
	shown(node, resource)
	found := {
		"stack": node.stack,
		"source": resource,
		"module": node.instance,
		"address": address_in(node.stack, resource, ""),
		"version": unchanged(object.get(resource, "values", {})),
	}
]

shown(node, _) if {
	not in_changes[node.stack]
	node.source != "prior_state"
}

shown(node, resource) if {
	node.source == "prior_state"
	mode_of(resource) == "data"
}

# A plan that only refreshes changes nothing: what was there before will be there.
shown(node, _) if {
	node.source == "prior_state"
	not in_changes[node.stack]
	not has_values[node.stack]
}

has_values := {node.stack |
	some node in tree
	node.source != "prior_state"
	count(object.get(node.module, "resources", [])) > 0
}

found_resources := array.concat(changed, listed)

# What Terraform forgets stays in AWS, where the plan manages it no more: these types still decide what is open, and where
# traffic goes. Nothing else of it is judged or priced.
lasting_types := {
	"aws_alb_target_group_attachment": true,
	"aws_autoscaling_attachment": true,
	"aws_autoscaling_traffic_source_attachment": true,
	"aws_db_subnet_group": true,
	"aws_default_route_table": true,
	"aws_default_security_group": true,
	"aws_default_subnet": true,
	"aws_ec2_managed_prefix_list": true,
	"aws_ec2_managed_prefix_list_entry": true,
	"aws_eip": true,
	"aws_eip_association": true,
	"aws_internet_gateway": true,
	"aws_lb_target_group_attachment": true,
	"aws_main_route_table_association": true,
	"aws_network_interface_attachment": true,
	"aws_network_interface_sg_attachment": true,
	"aws_route": true,
	"aws_route_table": true,
	"aws_route_table_association": true,
	"aws_security_group": true,
	"aws_security_group_rule": true,
	"aws_subnet": true,
	"aws_vpc": true,
	"aws_vpc_endpoint_security_group_association": true,
	"aws_vpc_security_group_egress_rule": true,
	"aws_vpc_security_group_ingress_rule": true,
}

counts(found) if not found.version.forgotten

counts(found) if lasting_types[found.source.type]

# Addresses of what Terraform forgets.
all_forgotten := {address_in(found.stack, found.source, "") |
	some found in changed
	found.version.forgotten
}

# Resources that run a program (local-exec, remote-exec): {stack, address, type of the provisioner}.
provisioned := {{"stack": found.stack, "address": found.address, "type": type} |
	count(provisioners) > 0
	some found in found_resources
	not found.version.forgotten
	local := concat(".", [object.get(found.source, "type", ""), object.get(found.source, "name", "")])
	some type in provisioners[concat("", [inside(found.stack, found.module), local])]
}

# The types of provisioners that the configuration of a resource has, by its address without its own instance key.
provisioners := {key: types |
	some prefix, scope in scopes
	some resource in object.get(scope.config, "resources", [])
	types := {object.get(provisioner, "type", "unknown") | some provisioner in object.get(resource, "provisioners", [])}
	count(types) > 0
	key := concat("", [prefix, object.get(resource, "address", "")])
}

# Every resource that Terraform will manage: {stack, address, type}. An array: going through a set hashes each member.
managed := [{"stack": found.stack, "address": found.address, "type": object.get(found.source, "type", "")} |
	some found in found_resources
	mode_of(found.source) == "managed"
	not found.version.forgotten
]

# Addresses that stand for any number of instances, each with the argument that says how many. A plan lists every instance
# by its own key; a synthesized stack has only the template of them.
repeated := {address: argument |
	some prefix, scope in scopes
	some resource in object.get(scope.config, "resources", [])
	argument := repetition(resource)
	address := concat("", [prefix, object.get(resource, "address", "")])
}

repetition(resource) := "for_each" if {
	object.get(resource, "for_each_expression", null) != null
} else := "count" if {
	expression := object.get(resource, "count_expression", null)
	expression != null
	object.get(expression, "constant_value", null) != 1
}

records := [record |
	some found in found_resources
	type := object.get(found.source, "type", "")
	known_types[type]
	counts(found)
	mode := mode_of(found.source)
	prefix := inside(found.stack, found.module)
	local := concat("", [data_word[mode], type, ".", object.get(found.source, "name", ""), found.version.word])
	base := concat("", [prefix, local])
	record := {
		"stack": found.stack,
		"address": found.address,
		"mode": mode,
		"type": type,
		"name": object.get(found.source, "name", ""),
		"module": found.module,
		"prefix": prefix,
		"local": local,
		"base": base,
		"values": found.version.values,
		"unknown": found.version.unknown,
		"former": found.version.former,
		"created": found.version.created,
		"forgotten": found.version.forgotten,
		"configured": configured_at(base),
		"expressions": object.get(configuration, [base, "expressions"], nothing),
		"each": object.get(configuration, [base, "for_each_expression"], nothing),
	}
]

data_word := {"data": "data.", "managed": ""}

configured_at(base) if {
	configuration[base]
} else := false

# The configuration of each resource, by its address without its own instance key, in each module instance.
configuration := {key: resource |
	some prefix, scope in scopes
	some resource in object.get(scope.config, "resources", [])
	known_types[object.get(resource, "type", "")]
	key := concat("", [prefix, object.get(resource, "address", "")])
}

rule_records := [record | some record in records; rule_types[record.type]; record.mode == "managed"]

other_records := [record | some record in records; not rule_types[record.type]; record.mode == "managed"]

data_records := [record | some record in records; record.mode == "data"]

# Standalone rules as they were before the plan, also those that it deletes: what a group's own rules may still show.
former_rules := [record |
	some stack, doc in documents
	some rc in object.get(doc, "resource_changes", [])
	type := object.get(rc, "type", "")
	rule_types[type]
	before := object.get(rc, ["change", "before"], null)
	is_object(before)
	record := {
		"stack": stack, "address": object.get(rc, "address", ""), "type": type, "prefix": stack_prefix(stack),
		"values": before, "unknown": {}, "former": {}, "created": false, "expressions": {}, "each": {}, "configured": false,
	}
]

# Records of managed resources by type: an array for each known type.
of_type := object.union({type: [] | some type in known_types}, by_type)

# Stock OPA indexes the inner comprehension: it goes through the records once, and not once for each type. It does so only for
# types that are there, and only as long as the comprehension calls no function with the type.
by_type := {type: found |
	some type in {record.type | some record in managed_records}
	found := [record | some record in managed_records; record.type == type]
}

managed_records := [record | some record in records; record.mode == "managed"]

# Records of data sources of a type.
data_of_type(type) := [record | some record in data_records; record.type == type]

# ------------------------------------------------------------------------------------------------ attributes

# The state of an attribute: {"is": "known", "value"}, {"is": "unset"} (nothing sets it) or {"is": "unknown"}. `path` is an
# array, ["metadata_options", 0, "http_tokens"].
state(record, path) := found if {
	value := object.get(record.values, path, null)
	value != null
	found := stated(record, path, value)
} else := unset if {
	not hidden(record, path)
} else := unknown

unset := {"is": "unset"}

unknown := {"is": "unknown"}

stated(record, path, value) := unset if {
	unset_value(record, path, value)
} else := unset if {
	excluded(record, path)
} else := {"is": "known", "value": value}

# A value that means "not set": the empty string, 0 and false where the schema of the provider says so, and the text that the
# provider puts in place of an id that it does not know yet.
unset_value(_, _, value) if value in {""}

unset_value(record, path, value) if {
	value in {0, false}
	provider.zero_unset[record.type][dotted(path)]
}

unset_value(record, path, value) if placeholder(record, path, value)

# The path of an attribute in the schema: without the indexes of blocks.
dotted(path) := path[0] if {
	count(path) == 1
} else := concat(".", [step | some step in path; is_string(step)])

# Attributes of which the provider takes one. An update keeps the value of the others, so that only the configuration tells
# which one counts.
excluded(record, path) if {
	rivals := provider.rivals[record.type]
	some length in lengths
	length <= count(path)
	at := array.slice(path, 0, length)
	some rival in rivals[dotted(at)]
	configures(record, array.concat(array.slice(path, 0, length - 1), [rival]))
	not configures(record, at)
}

# Whether the configuration sets something, by an expression or by blocks.
configures(record, path) if {
	expression := object.get(record.expressions, path, null)
	expression != null
	not written_null(expression)
	not written_empty(record, path, expression)
	not planned_null(record, path)
	not null_by_reference(record, path, expression)
}

# An expression that gave null: the plan knows the attribute, and shows no value.
planned_null(record, path) if {
	object.get(record.values, path, null) in {null, ""}
	not flagged(record, path)
	object.get(record.unknown, path, false) == false
}

# An attribute that is Optional and Computed is unknown even where nothing sets it: the configuration decides.
hidden(record, path) if {
	flagged(record, path)
	may_be_set(record, path)
	not excluded(record, path)
}

# True when after_unknown marks the attribute, or something that holds it, as known after apply only.
flagged(record, path) if object.get(record.unknown, path, false) == true

flagged(record, path) if {
	count(path) > 1
	some length in lengths
	length < count(path)
	object.get(record.unknown, array.slice(path, 0, length), false) == true
}

# A list that stands in a function is made anew at each call.
lengths := [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

may_be_set(record, path) if configures(record, path)

# A member of a dynamic block that the plan shows. One that is Optional and Computed is unknown where the block does not set it
# as well: then it is set only where something unknown is not accounted for.
may_be_set(record, path) if {
	dynamic_entry(record, path)
	not computed(record, path)
}

may_be_set(record, path) if {
	dynamic_entry(record, path)
	computed(record, path)
	unaccounted[scopes[record.prefix].keyless]
}

may_be_set(record, path) if {
	count(path) > 1
	flat := object.get(record.expressions, [path[0]], null)
	is_object(flat)
	object.get(flat, "references", null) != null
}

may_be_set(record, _) if {
	record.configured == false
}

may_be_set(record, path) if in_dynamic_block(record, path)

# The innermost block around the attribute that the plan shows and no expression describes.
dynamic_entry(record, path) := block if {
	blocks := [found |
		some length in lengths
		length < count(path)
		is_number(path[length - 1])
		found := array.slice(path, 0, length)
		object.get(record.expressions, found, null) == null
		object.get(record.values, found, null) != null
	]
	block := blocks[count(blocks) - 1]
}

computed(record, path) if provider.optional_computed[record.type][dotted(path)]

computed(record, path) if provider.computed_blocks[record.type][dotted(path)]

# "= null": as if it were not there.
written_null(expression) if {
	object.get(expression, "constant_value", "") == null
	object.get(expression, "references", []) == []
}

# "= []": the provider takes an empty list for none, and computes the attribute.
written_empty(record, path, expression) if {
	object.get(expression, "references", []) == []
	object.get(expression, "constant_value", null) in {[], "", 0, false}
	computed(record, path)
	object.get(record.unknown, path, false) == true
}

# "= var.x" where the variable is null: an attribute that is Optional and Computed is unknown then, though all that the expression
# refers to is known. Something on the way must be able to give null, since the plan does not show functions such as timestamp().
null_by_reference(record, path, expression) if {
	is_object(expression)
	computed(record, path)
	not provider.attribute_blocks[record.type][dotted(path)]
	object.get(record.unknown, path, false) == true
	starts := leads(record.prefix, expression, record.each)
	reached := starts | graph.reachable(reference_graph, starts)
	every name in reached { known_name(name) }
	some name in reached
	gives_nothing(name)
}

# A variable or an output is as known as what its expression leads to. Attributes of resources are not followed by their values.
known_name(name) if expressed[name]

known_name(name) if {
	not nodes[name]
	not startswith(name, "?")
}

expressed := {way[0]: way[2] | some way in array.concat(variable_ways, output_ways)}

gives_nothing(name) if {
	expression := expressed[name]
	not expression.absent
	some [_, value] in walked(object.get(expression, "constant_value", "one"))
	value in {null, false, "", 0, [], {}}
}

# The value, and all that it holds: an object may lack the member that the expression takes.
walked(value) := [[path, part] | walk(value, [path, part])]

# ------------------------------------------------------------------------------------------------ dynamic blocks

# A dynamic block leaves nothing in the configuration. Where its for_each is not known, a block leaves nothing in the values
# either: only the mark that it is unknown as a whole. An attribute that is written as blocks (ingress, route) has an entry then,
# whose members are unknown.
in_dynamic_block(record, path) if {
	some length in lengths
	length <= count(path)
	hidden_block(record, array.slice(path, 0, length))
}

# Whether a dynamic block hides what a block, or an attribute that is written as blocks, holds.
hidden_block(record, path) if {
	object.get(record.unknown, path, false) == true
	hides(record, path)
}

# A block that is not computed has the mark for no other reason.
hides(record, path) if provider.plain_blocks[record.type][dotted(path)]

# A block that is computed has it wherever the configuration has no such block. The provider takes exactly one of several such
# blocks: where none of them is configured, a dynamic block hides one.
hides(record, path) if {
	unconfigured_computed(record, path)
	count(path) == 1
	alternatives := provider.exactly_one[record.type][path[0]]
	every alternative in alternatives { not chosen_alternative(record, alternative) }
}

# The configuration sets it, or a new resource shows a block of it: a dynamic block with a for_each that is known.
chosen_alternative(record, alternative) if configures(record, [alternative])

chosen_alternative(record, alternative) if {
	record.created
	count(object.get(record.values, [alternative], [])) > 0
}

# What nothing configures keeps its value in an update.
hides(record, path) if {
	unconfigured_computed(record, path)
	object.get(record.former, path, null) != null
	not displaced(record, path)
}

hides(record, path) if {
	unconfigured_computed(record, path)
	record.created
	hiding[scopes[record.prefix].keyless]
	not provider.attribute_blocks[record.type][dotted(path)]
	not displaced(record, path)
}

# Another one of several exclusive blocks counts.
displaced(record, path) if {
	some alternative in provider.exactly_one[record.type][path[0]]
	alternative != path[0]
	chosen_alternative(record, alternative)
}

unconfigured_computed(record, path) if {
	provider.computed_blocks[record.type][dotted(path)]
	record.configured
	object.get(record.expressions, path, null) == null
}

# Whether a dynamic block hides what the attribute holds: it is unknown as a whole, and nothing configures it, or constants do.
dynamic(record, attribute) if {
	hidden_block(record, [attribute])
}

dynamic(record, attribute) if {
	provider.computed_blocks[record.type][attribute]
	object.get(record.unknown, [attribute], false) == true
	entries := templates(record, attribute)
	is_array(entries)
	not contains(json.marshal(entries), "${")
}

# Modules in which some dynamic block hides something, by the prefix without instance keys: an attribute that is not known
# yet has contributed to the plan, and no expression in its module refers to it. Other dynamic blocks of the module may be
# what refers to it, each to one: those of which the marks tell, and unknown members of those that the plan shows.
hiding := {keyless |
	some keyless in hinted
	count({attribute | some [at, attribute] in unreferred; at == keyless}) > count({block | some [at, block] in accounts; at == keyless})
}

hinted := {keyless | some [keyless, _] in unreferred}

unreferred := {[keyless, attribute] |
	some [keyless, attribute] in out_of_sight
	not in_local[keyless]
}

# Modules with an input that is not known and that no visible expression refers to: a dynamic block or a local may do.
unaccounted := {keyless | some [keyless, _] in out_of_sight} | unread_inputs

# Modules with an argument that is not known and that no visible expression of the module reads.
unread_inputs := {scope.keyless |
	some _, scope in scopes
	some name, expression in object.get(scope.call, "expressions", {})
	is_object(expression)
	not known_argument(scope, expression)
	read := texts_of[scope.keyless]
	variable := concat("", ["var.", name])
	not read[variable]
}

known_argument(scope, expression) if {
	starts := leads(scope.above, expression, object.get(scope.call, "for_each_expression", {}))
	reached := starts | graph.reachable(reference_graph, starts)
	every name in reached { known_name(name) }
}

texts_of := {scope.keyless: references_in(scope.config) |
	some _, scope in scopes
	scope.call != {}
}

out_of_sight := {[keyless, attribute] |
	some [keyless, attribute] in contributing
	not referred(keyless, attribute)
}

# What contributed, by the address of its resource: [address, attribute]; "" is the resource as a whole.
relevant := {[address, attribute] |
	some stack, doc in documents
	some entry in object.get(doc, "relevant_attributes", [])
	address := concat("", [stack_prefix(stack), object.get(entry, "resource", "")])
	attribute := first(object.get(entry, "attribute", []))
}

first(path) := path[0] if {
	is_array(path)
	is_string(path[0])
} else := ""

relevant_addresses := {pair[0] | some pair in relevant}

# [module, [resource, attribute]] of what contributed and is not known: the resource as its module names it.
contributing := {[scope.keyless, [local, attribute]] |
	count(relevant) > 0
	some found in changed
	prefix := inside(found.stack, found.module)
	local := local_name(found)
	some address in {found.address, concat("", [prefix, local])}
	relevant_addresses[address]
	scope := scopes[prefix]
	some attribute in unknown_attributes(found)
	relevant[[address, attribute]]
}

unknown_attributes(found) := names | {"" | count(names) > 0} if {
	names := {name | some name, mark in found.version.unknown; marked(mark)}
}

marked(mark) if mark == true

marked(mark) if {
	not is_boolean(mark)
	contains(json.marshal(mark), "true")
}

local_name(found) := concat("", [data_word[mode_of(found.source)], object.get(found.source, "type", ""), ".", object.get(found.source, "name", "")])

# What the expressions of the modules refer to from which something contributed. A constant refers to nothing, whatever it says.
texts := {keyless: references |
	some keyless in {pair[0] | some pair in contributing}
	references := references_in(scopes[keyless].config)
}

references_in(config) := {reference |
	some expression in expressions_in(config)
	some reference in references_of(expression)
	is_string(reference)
}

expressions_in(config) := array.concat(
	[expression | some block in blocks; some expression in object.get(block, "expressions", {})],
	array.concat(
		[block[member] | some block in blocks; some member in ["for_each_expression", "count_expression"]],
		[output.expression | some output in object.get(config, "outputs", {})],
	),
) if {
	blocks := array.concat(object.get(config, "resources", []), [call | some call in object.get(config, "module_calls", {})])
}

# Nearly all are one of the first two.
references_of(expression) := expression.references if {
	count(expression) == 1
	is_array(expression.references)
} else := [] if {
	count(expression) == 1
	some "constant_value", _ in expression
} else := [reference |
	walk(expression, [path, value])
	not in_constant(path)
	is_array(value.references)
	some reference in value.references
]

in_constant(path) if {
	some step in path
	step == "constant_value"
}

# A local is in no plan, and may refer to anything in its module.
in_local := {keyless |
	some keyless, references in texts
	some reference in references
	startswith(reference, "local.")
}

referred(keyless, [local, attribute]) if texts[keyless][concat(".", [local, attribute])]

referred(keyless, [local, ""]) if texts[keyless][local]

referred(keyless, [local, attribute]) if keyed[keyless][concat(".", [local, attribute])]

# References to an attribute of one instance, without the key.
keyed := {keyless: names |
	some keyless, references in texts
	names := {name |
		some reference in references
		contains(reference, "].")
		attribute := split(split(reference, "].")[1], ".")[0]
		name := concat(".", [split(reference, "[")[0], attribute])
	}
}

# [module, [resource, block]] of dynamic blocks that are seen: those that the marks show, and those of which the plan shows an
# entry with a member that is unknown for no other reason.
accounts := array.concat(
	[[keyless, [local, concat(".", [dotted(block), member])]] |
		some [keyless, local, found] in created_beside
		[block, marks] := walk(found.version.unknown)
		count(block) > 1
		is_number(block[count(block) - 1])
		is_object(marks)
		name := block[0]
		not configured_block[[keyless, local, name]]
		some member, mark in marks
		mark_within(mark)
		path := dotted(array.concat(block, [member]))
		type := found.source.type
		not explained(type, path)
	],
	[[keyless, [local, dotted(path)]] |
		some [keyless, local, found] in created_beside
		[path, mark] := walk(found.version.unknown)
		mark == true
		seen_block(keyless, local, found, path)
	],
)

# An unknown attribute, or a list of plain values with an unknown one.
mark_within(mark) if mark == true

mark_within(mark) if {
	is_array(mark)
	some element in mark
	element == true
}

# What is unknown for another reason: a computed attribute that nothing sets, and a block, which is looked at below.
explained(type, path) if provider.optional_computed[type][path]

explained(type, path) if provider.plain_blocks[type][path]

explained(type, path) if provider.computed_blocks[type][path]

seen_block(_, _, found, path) if provider.plain_blocks[found.source.type][dotted(path)]

seen_block(keyless, local, found, [attribute]) if {
	alternatives := provider.exactly_one[found.source.type][attribute]
	every alternative in alternatives { not configured_block[[keyless, local, alternative]] }
	every alternative in alternatives { object.get(found.version.values, [alternative], []) in [[], null] }
}

created_beside := [[keyless, local_name(found), found] |
	count(hinted) > 0
	some found in changed
	found.version.created
	keyless := scopes[inside(found.stack, found.module)].keyless
	hinted[keyless]
]

configured_block := {[keyless, object.get(resource, "address", ""), block] |
	some keyless in hinted
	some resource in object.get(scopes[keyless].config, "resources", [])
	some block, _ in object.get(resource, "expressions", {})
}

# ------------------------------------------------------------------------------------------------ references

# The names at which an attribute points: known values, and what its references lead to.
links(record, path) := set() if {
	excluded(record, path)
} else := known_strings(record, path) | followed(record, path)

known_strings(record, path) := {name |
	found := object.get(record.values, path, null)
	some value in as_array(found)
	not value in {null, ""}
	not placeholder(record, path, value)
	name := as_name(value)
}

placeholder(record, path, value) if value in {provider.placeholders[record.type][dotted(path)]}

as_name(value) := value if {
	is_string(value)
} else := "?a value that is no text"

# What is neither a list of texts nor nothing: nobody knows how it is read.
misshapen(value) if {
	value != null
	not is_array(value)
}

misshapen(value) if {
	is_array(value)
	some element in value
	element != null
	not is_string(element)
}

as_array(value) := value if {
	is_array(value)
} else := [value]

followed(record, path) := terminals(starts) if {
	open_end(record, path)
	record.configured
	expression := expression_at(record, path)
	starts := leads(record.prefix, expression, record.each)
} else := {"?the plan has no configuration for it"} if {
	open_end(record, path)
	not record.configured
} else := set()

open_end(record, path) if flagged(record, path)

open_end(record, path) if {
	marks := object.get(record.unknown, path, false)
	is_array(marks)
	some mark in marks
	mark == true
}

# The expression of an attribute. A dynamic block leaves none: then everything that the block's name shows, and a
# reason, stand for it.
expression_at(record, path) := expression if {
	expression := object.get(record.expressions, path, null)
	is_object(expression)
} else := flat if {
	count(path) > 1
	flat := object.get(record.expressions, [path[0]], null)
	is_object(flat)
	object.get(flat, "references", null) != null
} else := {"lost": "a dynamic block"} if {
	may_be_set(record, path)
} else := {"references": [], "constant_value": null}

# Whether the attribute may have only some of what its references lead to, by its own expression or by one on the way
# (module.m.group is var.groups["db"] in there). In the plan both look like a list of all.
chosen(record, path) if {
	open_end(record, path)
	selects(record.prefix, expression_at(record, path), record.each)
}

chosen(record, path) if {
	open_end(record, path)
	some name in graph.reachable(reference_graph, leads(record.prefix, expression_at(record, path), record.each))
	[_, prefix, expression, each] := ways_by_name[name]
	selects(prefix, expression, each)
}

# An expression selects where a reference picks out of several (var.groups["db"], each.value), or where one that leads to
# no group stands beside several and may choose between them (var.debug ? a : b, module.m[each.key].group).
selects(prefix, expression, each) if {
	references := object.get(expression, "references", [])
	some i, reference in references
	not continues(references, i)
	picks(prefix, reference, chain(references, i), each)
}

selects(prefix, expression, each) if {
	references := object.get(expression, "references", [])
	count([1 | some i, _ in references; not continues(references, i)]) > 1
	several(prefix, groups_of(terminals(leads(prefix, expression, each))))
	some i, reference in references
	not continues(references, i)
	groups_of(terminals(leads(prefix, {"references": chain(references, i)}, each))) == set()
}

# Names that may be those of groups.
groups_of(names) := {name | some name in names; not no_group(name)}

no_group(name) if startswith(name, "?")

no_group(name) if {
	not nodes[name]
	not contains(name, "sg-")
}

# More than one group, or one name of more than one.
several(_, names) if different(names)

several(prefix, names) if {
	some name in names
	plural[name]
	not shared_instance(prefix, name)
}

different(names) if count([name | some name in names; not startswith(name, "?"); not absent(name)]) > 1

# What a module says of its own groups means those of one instance, whichever it is.
shared_instance(prefix, name) if {
	scopes[prefix].any
	startswith(name, prefix)
	not repeated[name]
}

# Configured, and of which there is no instance.
absent(name) if {
	object.get(configuration[name], "mode", "managed") == "managed"
	not instance_names[name]
}

continues(references, i) if extends(references[i - 1], references[i])

# A reference with its shadows: ["module.a.out", "module.a"]. The same shadow may stand behind the next one again.
chain(references, i) := [references[i + ahead] | some ahead in [0, 1, 2, 3]; unbroken(references, i, ahead)]

unbroken(references, i, ahead) if {
	i + ahead < count(references)
	every step in array.slice([1, 2, 3], 0, ahead) { continues(references, i + step) }
}

# A part of what is named (a member, an element), one of the outputs of a module, or one of what for_each was given.
picks(prefix, reference, references, _) if {
	some name in named(prefix, references)
	name != concat("", [prefix, reference])
	not sinks[name]
	several(prefix, terminals({name}))
}

picks(prefix, reference, _, _) if {
	name := concat("", [prefix, reference])
	scopes[concat("", [name, "."])]
	different(groups_of(terminals({name})))
}

picks(prefix, reference, references, each) if {
	startswith(reference, "each.value")
	several(prefix, terminals(leads(prefix, {"references": references}, each)))
}

# What is no node ends the way at once: an id, or the reason why a reference cannot be followed.
terminals(starts) := {name | some name in starts; not nodes[name]} | {name |
	some name in graph.reachable(reference_graph, starts)
	sinks[name]
}

# Where an expression leads at once: nodes of the reference graph.
leads(prefix, expression, each) := ((named(prefix, references) | lost(prefix, references)) | (literals(expression) | through_each(prefix, references, each))) | silent(expression) if {
	references := object.get(expression, "references", [])
}

# References come as chains, the longest first: ["module.a.out", "module.a"], ["aws_lb.x.arn", "aws_lb.x"].
# The longest member that names something counts; the shorter ones behind it are its shadows.
named(prefix, references) := {name |
	some i, reference in references
	name := concat("", [prefix, reference])
	nodes[name]
	not shadowed(prefix, references, i)
}

shadowed(prefix, references, i) if {
	i > 0
	references[i - 1] != references[i]
	some back in shadow_steps
	extends(references[i - back], references[i])
	nodes[concat("", [prefix, references[i - back]])]
}

extends(longer, shorter) if {
	startswith(longer, shorter)
	some sign in signs
	startswith(longer, concat("", [shorter, sign]))
}

shadow_steps := [1, 2, 3, 4]

signs := [".", "["]

# A chain of which nothing is known ends in a name that says so.
lost(prefix, references) := {concat("", ["?", reference]) |
	some i, reference in references
	not continued(references, i)
	not plain(reference)
	not reached(prefix, references, i)
}

continued(references, i) if extends(references[i], references[i + 1])

reached(prefix, references, i) if nodes[concat("", [prefix, references[i]])]

reached(prefix, references, i) if {
	some back in reach_steps
	back <= i
	extends(references[i - back], references[i])
	nodes[concat("", [prefix, references[i - back]])]
}

# References that never name a resource.
plain(reference) if {
	some word in plain_words
	startswith(reference, word)
}

reach_steps := [1, 2, 3, 4, 5, 6]

plain_words := ["each.", "count.", "path.", "terraform."]

through_each(prefix, references, each) := named(prefix, outer) | (lost(prefix, outer) | literals(each)) if {
	some reference in references
	startswith(reference, "each.value")
	outer := object.get(each, "references", [])
} else := set()

# Ids and templates in constants: ids as they are, "${aws_security_group.x.id}" is left to the references beside it.
literals(expression) := {value |
	some value in as_array(object.get(expression, "constant_value", null))
	is_string(value)
	value != ""
	not contains(value, "${")
}

silent(expression) := {concat("", ["?", expression.lost])} if {
	expression.lost
} else := {"?a function of constants"} if {
	count(expression) == 0
} else := set()

# ---- entries of attributes-as-blocks (ingress, egress): Terraform shows one flat list of references for all entries, and
# for JSON configuration the entries themselves with their templates

templates(record, attribute) := object.get(record.expressions, [attribute, "constant_value"], null)

is_template(value) if contains(joined(value), "${")

joined(value) := concat(" ", [text | some text in as_array(value); is_string(text)])

# What a member with templates may mean: those of the attribute's references that stand in it, or, where none does as it
# is listed, what of them does ("a[ 0 ].id" is listed as "a[0].id" and "a").
template_links(record, attribute, value) := terminals(leads(record.prefix, {"references": standing}, record.each)) if {
	text := joined(value)
	flat := object.get(record.expressions, [attribute, "references"], [])
	standing := [reference |
		some i, first in flat
		not continues(flat, i)
		stands(first, text)
		some reference in chain(flat, i)
	]
	count(standing) > 0
} else := terminals(leads(record.prefix, {"references": standing}, record.each)) if {
	text := joined(value)
	standing := [reference |
		some reference in object.get(record.expressions, [attribute, "references"], [])
		stands(reference, text)
	]
	count(standing) > 0
} else := {"?a template"}

stands(reference, text) if {
	some end in [".", "[", "}", ")", ",", " ", "]", "\""]
	contains(text, concat("", [reference, end]))
}

# What the unknown member of an entry may mean: its template where one with the same ports stands, else any reference.
entry_links(record, attribute, entry, member) := {name |
	some template in alike
	some name in template_links(record, attribute, object.get(template, member, null))
} if {
	alike := [template |
		some template in templates(record, attribute)
		same_traffic(template, entry)
		is_template(object.get(template, member, null))
	]
	count(alike) > 0
} else := followed_flat(record, attribute)

same_traffic(template, entry) if {
	some_port(template, entry, "from_port")
	some_port(template, entry, "to_port")
}

some_port(template, entry, member) if object.get(template, member, null) == object.get(entry, member, null)

some_port(template, _, member) if is_template(object.get(template, member, null))

followed_flat(record, attribute) := terminals(leads(record.prefix, expression, record.each)) if {
	record.configured
	expression := expression_at(record, [attribute])
} else := {"?the plan has no configuration for it"}

# ---- the graph: variables, outputs and modules of every scope, attributes that carry groups on, and the sinks

# Attributes through which a group passes from one resource to another.
carriers := {
	"aws_alb": ["security_groups"],
	"aws_db_instance": ["vpc_security_group_ids"],
	"aws_db_proxy": ["vpc_security_group_ids"],
	"aws_elb": ["security_groups"],
	"aws_instance": ["vpc_security_group_ids", "security_groups"],
	"aws_launch_configuration": ["security_groups"],
	"aws_launch_template": ["vpc_security_group_ids"],
	"aws_lb": ["security_groups"],
	"aws_network_interface": ["security_groups"],
	"aws_network_interface_sg_attachment": ["security_group_id"],
	"aws_rds_cluster": ["vpc_security_group_ids"],
	"aws_spot_instance_request": ["vpc_security_group_ids", "security_groups"],
	"aws_vpc_endpoint": ["security_group_ids"],
	"terraform_data": ["input"],
}

# What the resource gives back under another name.
given_back := {"input": ["input", "output"]}

edges := array.concat([[name, leads(prefix, expression, each)] | some [name, prefix, expression, each] in ways], module_edges)

# What stands at a node: [name, prefix of the scope that it is read in, expression, for_each of what it is in].
ways := array.concat(array.concat(variable_ways, output_ways), array.concat(carrier_ways, remote_ways))

ways_by_name := {way[0]: way | some way in ways}

variable_ways := [[concat("", [prefix, "var.", name]), scope.above, expression, object.get(scope.call, "for_each_expression", {})] |
	some prefix, scope in scopes
	some name, _ in object.union(object.get(scope.config, "variables", {}), object.union(object.get(scope.call, "expressions", {}), scope.values))
	expression := variable_expression(scope, name)
]

# Where nothing was planned yet, a default may give way to another value.
variable_expression(scope, name) := {"lost": "a variable that may be given another value"} if {
	scope.synthesized
} else := expression if {
	expression := object.get(scope.call, ["expressions", name], null)
	is_object(expression)
} else := {"constant_value": object.get(scope.values, [name, "value"], null)} if {
	scope.values[name]
} else := {"constant_value": value} if {
	value := scope.config.variables[name]["default"]
} else := {"constant_value": null, "absent": true}

output_ways := [[concat("", [prefix, name]), prefix, object.get(output, "expression", {}), {}] |
	some prefix, scope in scopes
	scope.call != {}
	some name, output in object.get(scope.config, "outputs", {})
]

# "module.a" alone (from module.a[each.key].out, which loses its end) is any output of it.
module_edges := [[trim_suffix(prefix, "."), outputs] |
	some prefix, scope in scopes
	scope.call != {}
	outputs := {concat("", [prefix, name]) | some name, _ in object.get(scope.config, "outputs", {})}
]

carrier_ways := [[concat("", [key, ".", given]), resource_scope(key, resource), expression, object.get(resource, "for_each_expression", {})] |
	some key, resource in configuration
	some attribute in carriers[resource.type]
	expression := object.get(resource, ["expressions", attribute], null)
	is_object(expression)
	some given in object.get(given_back, attribute, [attribute])
]

resource_scope(key, resource) := trim_suffix(key, resource.address)

# Outputs of another stack that is judged in the same call, read through its remote state.
remote_ways := [[concat("", [stack_prefix(stack), source, ".outputs.", name]), stack_prefix(producer), object.get(output, "expression", {}), {}] |
	some stack, doc in documents
	some source, producer in object.get(doc, "remote_states", {})
	some name, output in object.get(documents, [producer, "configuration", "root_module", "outputs"], {})
]

# Names that end a chain: resources of known types, by every name a reference may use.
sink_names := array.concat(
	array.concat(
		[key | some key, _ in configuration],
		[name | some name in instance_names],
	),
	array.concat(
		[name | some record in data_records; some name in reference_names(record)],
		[concat("", [key, ".default_security_group_id"]) | some key, resource in configuration; resource.type == "aws_vpc"],
	),
)

# Names of resources of which there are instances.
instance_names := {name | some record in other_records; some name in reference_names(record)}

# Node names, before their edges are known.
nodes := {name | some name in node_names}

node_names := array.concat(sink_names, array.concat(
	[name | some prefix, scope in scopes; some name in scope_names(prefix, scope)],
	array.concat(
		[name | some key, resource in configuration; some attribute in carriers[resource.type]; object.get(resource, ["expressions", attribute], null) != null; some given in object.get(given_back, attribute, [attribute]); name := concat("", [key, ".", given])],
		[name | some stack, doc in documents; some source, producer in object.get(doc, "remote_states", {}); some output, _ in object.get(documents, [producer, "configuration", "root_module", "outputs"], {}); name := concat("", [stack_prefix(stack), source, ".outputs.", output])],
	),
))

scope_names(prefix, scope) := variables | (outputs | {trim_suffix(prefix, ".")}) if {
	scope.call != {}
	variables := {concat("", [prefix, "var.", name]) | some name, _ in object.union(object.get(scope.config, "variables", {}), object.get(scope.call, "expressions", {}))}
	outputs := {concat("", [prefix, name]) | some name, _ in object.get(scope.config, "outputs", {})}
} else := {concat("", [prefix, "var.", name]) | some name, _ in object.union(object.get(scope.config, "variables", {}), scope.values)}

# Reasons and literal ids are found on the way: they end a chain too.
found_sinks := [name | some edge in edges; some name in edge[1]; not nodes[name]]

sinks := {name | some name in array.concat(sink_names, found_sinks)}

reference_graph := object.union(
	{name: [] | some name in (nodes | {sink | some sink in found_sinks})},
	{edge[0]: edge[1] | some edge in edges},
)

# ------------------------------------------------------------------------------------------------ names

# The names by which a reference may mean this resource: its address, and the forms without instance keys.
reference_names(record) := {name |
	some alias in aliases_of(record.prefix)
	some local in [record.local, trim_prefix(record.address, record.prefix)]
	name := concat("", [alias, local])
}

aliases_of(prefix) := aliases if {
	aliases := scopes[prefix].aliases
} else := {prefix}

# Known values by which another resource may mean this one.
value_names(record) := {value |
	some attribute in identities
	value := object.get(record.values, attribute, null)
	is_string(value)
	value != ""
} | {value |
	named_types[record.type]
	value := object.get(record.values, "name", null)
	is_string(value)
	value != ""
	not is_id(value)
}

identities := ["id", "arn"]

# Types that some attribute means by their names. Elsewhere a name is a text like any other.
named_types := {
	"aws_alb": true, "aws_alb_target_group": true, "aws_autoscaling_group": true, "aws_db_subnet_group": true,
	"aws_default_security_group": true, "aws_elb": true, "aws_launch_configuration": true, "aws_launch_template": true,
	"aws_lb": true, "aws_lb_target_group": true, "aws_security_group": true,
}

# What AWS gives to something else is nobody's name.
is_id(text) if startswith(text, "sg-")

is_id(text) if startswith(text, "arn:")

is_id(text) if {
	parts := split(text, "-")
	id_prefixes[parts[0]]
	count(parts) == 2
	count(parts[1]) >= 8
	trim(parts[1], "0123456789abcdef") == ""
}

id_prefixes := {"eni": true, "i": true, "lt": true, "pl": true, "subnet": true, "vpc": true}

names(record) := reference_names(record) | value_names(record)

security_groups := array.concat(
	array.concat(of_type.aws_security_group, of_type.aws_default_security_group),
	data_of_type("aws_security_group"),
)

# Names without instance keys that mean more than one group.
plural := {pair[0] |
	one := one_of_each(loose_pairs)
	some pair in loose_pairs
	one[pair[0]] != pair[1]
}

loose_pairs := [[name, record.address] | some record in security_groups; some name in reference_names(record); name != record.address]

# Of the pairs [name, value], one value for each name. An object cannot be made of pairs with two values for a name, and
# looking for them takes the square of their number; JSON may repeat a name, and one of the values is read.
one_of_each(pairs) := json.unmarshal(concat("", ["{", concat(",", members), "}"])) if {
	members := [concat(":", [json.marshal(pair[0]), json.marshal(pair[1])]) | some pair in pairs]
}

# Names that mean this one resource and no sibling of it.
exact_names(record) := {record.address} | value_names(record)

# True when two sets of names share one.
meets(some_names, other_names) if count(some_names & other_names) > 0

# ------------------------------------------------------------------------------------------------ problems

problems contains {"stack": stack, "message": "this is no Terraform plan: it is not an object"} if {
	some stack, doc in documents
	not is_object(doc)
}

problems contains {"stack": stack, "message": "it holds no resources: nothing was judged"} if {
	some stack, _ in documents
	documents_seen[stack] == 0
}

problems contains {"stack": "", "message": "there is no document to judge"} if count(documents) == 0

problems contains {"stack": stack, "message": "the plan is not complete (made with -target, or deferred): what it leaves out cannot be judged"} if {
	some stack, doc in documents
	object.get(doc, "complete", true) == false
}

problems contains {"stack": stack, "message": "Terraform reported an error while planning: the plan is not whole"} if {
	some stack, doc in documents
	object.get(doc, "errored", false) == true
}

problems contains {"stack": found.stack, "message": "a resource has no type or address: this is not what terraform show -json writes"} if {
	some found in array.concat(odd, listed)
	not well_named(found.source)
}

# Changes that are not as nearly all of them are: looked at once, since there may be many.
odd := [found |
	some found in changed
	not ordinary(found.source)
]

ordinary(resource) if {
	is_object(resource.change.after)
	well_named(resource)
}

well_named(resource) if {
	some_text(resource.type)
	some_text(resource.address)
	some_text(resource.name)
	is_string(object.get(resource, "module_address", ""))
}

some_text(value) if {
	is_string(value)
	value != ""
}

problems contains {"stack": found.stack, "message": concat("", ["the values of ", object.get(found.source, "address", "a resource"), " cannot be read"])} if {
	some found in odd
	change := object.get(found.source, "change", {})
	after := object.get(change, "after", null)
	not is_object(after)
	not forgotten(change)
}

problems contains {"stack": node.stack, "message": "a module has no address: this is not what terraform show -json writes"} if {
	some node in tree
	node.parent == node.instance
	node.instance != ""
}

problems contains {"stack": node.stack, "message": concat("", ["modules are nested more than ", format_int(max_depth, 10), " deep: what lies below cannot be judged"])} if {
	some node in tree_10
	count(object.get(node.module, "child_modules", [])) > 0
}

problems contains {"stack": "", "message": concat("", ["modules are called more than ", format_int(max_depth, 10), " deep: what lies below cannot be judged"])} if {
	some _, scope in scopes_10
	count(object.get(scope.config, "module_calls", {})) > 0
}

# How many resource entries were seen in each document: the host compares it with what it read.
documents_seen := {stack: total |
	some stack, doc in documents
	listed_here := [1 | some found in listed; found.stack == stack]
	total := count(object.get(doc, "resource_changes", [])) + count(listed_here)
}
