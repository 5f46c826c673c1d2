# In which modules does some dynamic block, or a local, use a value that is not known yet? The property
# `relevant_attributes` of a plan lists all attributes that some expression used. An attribute that no visible expression refers to was
# used out of sight.
package lib.plan

import rego.v1

import data.lib.provider

# Modules in which some dynamic block hides something, by the prefix without instance keys: an attribute that is not known
# yet has contributed to the plan, and no expression in its module refers to it. Other dynamic blocks of the module may be
# what refers to it, each to one: those of which the marks tell, and unknown attributes of those that the plan shows.
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

# Attributes that contributed, by the address of the resource: [address, attribute]; "" is the resource as a whole.
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

# The references in the expressions of the modules from which something contributed. A constant refers to nothing.
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
# entry with an attribute that is unknown for no other reason.
accounts := array.concat(
	[[keyless, [local, concat(".", [dotted(block), member])]] |
		some [keyless, local, found] in created_beside
		[block, marks] := walk(found.version.unknown)
		count(block) > 1
		is_number(block[count(block) - 1])
		is_object(marks)
		name := block[0]
		beside_configuration(keyless, local, found, name)
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

# No expression describes the block, or there are more entries than the code spells out.
beside_configuration(keyless, local, _, name) if not configured_block[[keyless, local, name]]

beside_configuration(keyless, local, found, name) if {
	count(object.get(found.version.values, name, [])) > spelled_out[[keyless, local, name]]
}

# An unknown attribute, or a list or a map of plain values with an unknown one.
mark_within(mark) if mark == true

mark_within(mark) if {
	is_object(mark)
	some element in mark
	element == true
}

mark_within(mark) if {
	is_array(mark)
	some element in mark
	element == true
}

# Attributes that are unknown for another reason: a computed attribute, and a block, which is looked at below.
explained(type, path) if provider.computed_members[type][path]

explained(type, path) if provider.plain_blocks[type][path]

explained(type, path) if provider.computed_blocks[type][path]

# A launch template that a dynamic block names has an id and a version, both of which may not be known. Other rules leave open what
# starts from such a template.
hidden_starts := [[keyless, [local, member]] |
	some [keyless, local, found] in created_beside
	some attribute, _ in provider.exactly_one[found.source.type]
	not configured_block[[keyless, local, attribute]]
	hidden_start(keyless, local, found, attribute)
	some member in ["id", "version"]
]

hidden_start(keyless, local, found, attribute) if {
	object.get(found.version.unknown, attribute, false) == true
	seen_block(keyless, local, found, [attribute])
}

hidden_start(_, _, found, attribute) if {
	every member in ["id", "name"] { object.get(found.version.unknown, [attribute, 0, member], false) == true }
}

seen_block(_, _, found, path) if provider.plain_blocks[found.source.type][dotted(path)]

seen_block(keyless, local, found, [attribute]) if {
	alternatives := provider.exactly_one[found.source.type][attribute]
	every alternative in alternatives { not configured_block[[keyless, local, alternative]] }
	every alternative in alternatives { object.get(found.version.values, [alternative], []) in [[], null] }
}

created_beside := [[keyless, local_name(found), found] |
	count(with_accounts) > 0
	some found in changed
	found.version.created
	keyless := scopes[inside(found.stack, found.module)].keyless
	with_accounts[keyless]
]

with_accounts := hinted | bare_holders

configured_block := {[keyless, object.get(resource, "address", ""), block] |
	some keyless in with_accounts
	some resource in object.get(scopes[keyless].config, "resources", [])
	some block, _ in object.get(resource, "expressions", {})
}

# How many entries the code spells out, of attributes that are written as blocks.
spelled_out := {[keyless, object.get(resource, "address", ""), name]: count(expression.constant_value) |
	some keyless in with_accounts
	some resource in object.get(scopes[keyless].config, "resources", [])
	some name, _ in provider.attribute_blocks[resource.type]
	expression := object.get(resource, ["expressions", name], null)
	is_array(expression.constant_value)
}
