# Which resources does the plan hold? `managed` has every one by address and type; `of_type` and `data_of_type` have the
# records of the types that the policies read (types.rego), with their attributes.
package lib.plan

import rego.v1

# The numerous ones, looked through apart so that a plan with thousands of rules costs no more for the other types.
rule_types := {
	"aws_security_group_rule",
	"aws_vpc_security_group_egress_rule",
	"aws_vpc_security_group_ingress_rule",
}

mode_of(resource) := "data" if {
	object.get(resource, "mode", "") == "data"
} else := "managed"

# Without resource_changes (a state, some old plans) the module tree holds the resources; data sources that were
# read while planning are in prior_state only.
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

# Every resource that Terraform will manage: {stack, address, type}. An array: iterating over a set hashes each element.
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
# types that exist, and only as long as the comprehension calls no function with the type.
by_type := {type: found |
	some type in {record.type | some record in managed_records}
	found := [record | some record in managed_records; record.type == type]
}

managed_records := [record | some record in records; record.mode == "managed"]

# Records of managed resources of a type that is in a variable. A type that no METADATA names has two values: OPA then ends the
# evaluation with an error, where `of_type[type]` would find nothing.
resources_of(type) := object.get(of_type, type, [])

resources_of(type) := "no METADATA names the type" if not known_types[type]

# Records of data sources of a type.
data_of_type(type) := [record | some record in data_records; record.type == type]
