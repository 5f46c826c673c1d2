# Does a dynamic block hide a block of a resource? Terraform leaves nothing of a dynamic block in the configuration of a plan.
package lib.plan

import rego.v1

import data.lib.provider

# Whether the attribute is in an entry of a block that the plan shows and no expression describes.
in_shown_entry(record, path) if {
	some length in lengths
	length < count(path)
	is_number(path[length - 1])
	entry := array.slice(path, 0, length)
	object.get(record.expressions, entry, null) == null
	object.get(record.values, entry, null) != null
}

# A dynamic block leaves nothing in the configuration. Where its for_each is not known, a block leaves nothing in the values
# either: only the mark that it is unknown as a whole. An attribute that is written as blocks (ingress, route) has an entry then,
# whose attributes are unknown.
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

# An attribute that nothing configures keeps its value in an update.
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

# Attributes that are written as blocks: rules of a group, routes of a table.
hides(record, path) if {
	unconfigured_computed(record, path)
	record.created
	provider.attribute_blocks[record.type][dotted(path)]
	hiding_rules[scopes[record.prefix].keyless]
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
