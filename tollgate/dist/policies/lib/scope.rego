# METADATA
# title: Which stacks the rules of this architecture apply to
# description: >-
#   Rules that are particular to one architecture, and its budgets, apply to the stacks that build one of the systems
#   in data.settings.scope. A stack is recognised by its own name, where it has one, and by what its resources are
#   called: a name, or a Name tag, that starts with the name of a system. A name that is not known yet does not count;
#   any other resource may. Where no known name tells, and something else points to a system, the scope is unknown: a
#   problem, and no verdict. With data.settings.scope.always, nothing else has to point to a system.
package lib.scope

import rego.v1

import data.lib.plan

# Prefixes of names; without settings everything is in scope.
systems := data.settings.scope.systems

default systems := ["*"]

everything if {
	some system in systems
	system == "*"
}

# The stacks in scope; "" is the only stack when a single plan is judged. One value, not a partial set: stock OPA
# evaluates a partial set again for every key that is not in it.
stacks := (held_by_everybody | named) | built

held_by_everybody := held if everything

default held_by_everybody := set()

# A stack of nothing but resources that the library does not know has its name alone.
named := {stack |
	some stack in held
	names_a_system(stack)
}

# The stacks that build a system. Resources of every type count, also of those whose other attributes nobody reads.
built := {found.stack |
	some found in plan.found_resources
	plan.mode_of(found.source) == "managed"
	some name in called(found.version)
	names_a_system(name)
}

names_a_system(name) if {
	some system in systems
	starts_with(name, system)
}

# AWS makes small letters of some names.
starts_with(name, system) if startswith(lower(name), lower(system))

# The stacks that hold something.
held := {resource.stack | some resource in plan.managed}

# Every managed resource of these stacks, whatever its type.
addresses := {resource.address |
	some resource in plan.managed
	stacks[resource.stack]
}

# The names of a resource: the attributes that name it, and its Name tag.
called(record) := {name |
	some attribute, name in object.filter(record.values, naming)
	is_string(name)
} | {name |
	some attribute in tagging
	name := object.get(record.values, [attribute, "Name"], null)
	is_string(name)
}

naming := {
	"name",
	"name_prefix",
	"identifier",
	"identifier_prefix",
	"cluster_id",
	"cluster_identifier",
	"replication_group_id",
	"function_name",
	"alarm_name",
	"dashboard_name",
}

tagging := ["tags", "tags_all"]

# ---------------------------------------------------------------------------------------------------- what is in doubt

# Stacks that may be a system of the scope although no name says so, each with what is in doubt: {stack, message, why, fix}.
problems contains {
	"stack": stack,
	"message": concat("", ["it cannot be told whether this is a system of the scope (", concat(", ", systems), "): ", min(reasons)]),
	"why": "Rules for the systems of the scope, and the budgets, would be left out for a system that is one.",
	"fix": "Give one resource a name, or a Name tag, that is known while planning: in the scope the name starts with that of the system.",
} if {
	some stack in undetermined
	reasons := tagged_in_blocks(stack) | hints(stack)
	count(reasons) > 0
}

undetermined := held - stacks

# The team says that every stack belongs to the scope: what cannot be told apart is in doubt.
always if object.get(data.settings.scope, "always", false) == true

hints(stack) := {concat(" ", ["the name of", local(stack, min(late_names[stack])), "is not known yet, and", min(pointers[stack])])} if {
	late_names[stack]
	pointers[stack]
} else := {concat(" ", ["no resource has a known name, and", min(pointers[stack])])} if {
	not bearing[stack]
	pointers[stack]
} else := {concat(" ", ["the name of", local(stack, min(late_names[stack])), "is not known yet"])} if {
	always
	late_names[stack]
} else := {"no resource has a name"} if {
	always
	not bearing[stack]
} else := set()

# The address without the stack.
local(stack, address) := trim_prefix(address, plan.stack_prefixes[stack])

# Names that are only in blocks: of the instances that a group starts or a template makes.
tagged_in_blocks(stack) := {concat(" ", ["only a tag of", local(stack, address), "names it"]) | some [at, address] in block_tags; at == stack}

block_tags := {[record.stack, record.address] |
	count(undetermined) > 0
	some record in plan.managed_records
	undetermined[record.stack]
	some name in block_names(record)
	names_a_system(name)
}

block_names(record) := {entry.value |
	some entry in object.get(record.values, "tag", [])
	entry.key == "Name"
	is_string(entry.value)
} | {entry.tags.Name |
	some entry in object.get(record.values, "tag_specifications", [])
	is_string(entry.tags.Name)
}

# Addresses, by stack, of resources whose name the code sets and the plan does not know.
late_names := {stack: addresses |
	some stack in undetermined
	addresses := {address | some [at, address] in late; at == stack}
	count(addresses) > 0
}

late := {[record.stack, record.address] |
	count(undetermined) > 0
	some record in plan.managed_records
	undetermined[record.stack]
	late_name(record)
}

late_name(record) if {
	some attribute in naming
	object.get(record.unknown, attribute, false) == true
	object.get(record.expressions, [attribute, "references"], []) != []
}

late_name(record) if {
	some attribute in tagging
	object.get(record.unknown, [attribute, "Name"], false) == true
}

late_name(record) if {
	object.get(record.unknown, "tags", false) == true
	object.get(record.expressions, ["tags", "references"], []) != []
}

# The signs that point to a system of the scope, by stack, in words.
pointers := {stack: words |
	some stack in undetermined
	words := {word | some [at, word] in pointing; at == stack}
	count(words) > 0
}

pointing := ((({[record.stack, concat("", [attribute, " of ", local(record.stack, record.address), " points to it"])] |
	count(undetermined) > 0
	some record in plan.managed_records
	undetermined[record.stack]
	some attribute, value in record.values
	some text in texts_of(value)
	names_a_system(text)
} | {[resource.stack, concat("", ["the address ", local(resource.stack, resource.address), " points to it"])] |
	count(undetermined) > 0
	some resource in plan.managed
	undetermined[resource.stack]
	address := replace(lower(local(resource.stack, resource.address)), "_", "-")
	some system in systems
	contains(address, lower(replace(system, "_", "-")))
}) | {[scope.stack, concat("", ["the variable ", name, " points to it"])] |
	count(undetermined) > 0
	some scope in plan.scopes
	undetermined[scope.stack]
	some name, text in constants(scope)
	names_a_system(text)
}) | {[record.stack, concat("", ["the expression of ", attribute, " of ", local(record.stack, record.address), " points to it"])] |
	count(undetermined) > 0
	some record in plan.managed_records
	undetermined[record.stack]
	some attribute in naming
	text := object.get(record.expressions, [attribute, "constant_value"], null)
	is_string(text)
	names_a_system(text)
}) | {[stack, "the workspace points to it"] |
	some stack in undetermined
	names_a_system(plan.workspace)
}

# Of an attribute: itself, or the values of a map such as tags.
texts_of(value) := {value} if {
	is_string(value)
} else := {text | some text in value; is_string(text)} if {
	is_object(value)
} else := set()

# The arguments of a module, by the names of its variables: values and defaults at the root, constants elsewhere.
constants(scope) := {name: text |
	some name, variable in object.get(scope.config, "variables", {})
	text := given(scope, name, variable)
	is_string(text)
}

given(scope, name, variable) := text if {
	text := object.get(scope.values, [name, "value"], null)
	text != null
} else := text if {
	text := object.get(scope.call, ["expressions", name, "constant_value"], null)
	text != null
} else := object.get(variable, "default", null)

# Stacks in which some resource has a name.
bearing := {found.stack |
	count(undetermined) > 0
	some found in plan.found_resources
	plan.mode_of(found.source) == "managed"
	count(called(found.version)) > 0
}
