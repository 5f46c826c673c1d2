# May an attribute be set although the plan does not show its value? "Known after apply" is not enough: an attribute that
# is Optional and Computed is known after apply even where the configuration does not set it.
package lib.plan

import rego.v1

import data.lib.provider

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

# A list inside a function is made again at each call.
lengths := [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

may_be_set(record, path) if configures(record, path)

# An attribute of a dynamic block that the plan shows. One that is Optional and Computed is unknown where the block does not set it
# as well: then it is set only where something unknown is not accounted for.
may_be_set(record, path) if {
	in_shown_entry(record, path)
	not computed(record, path)
}

may_be_set(record, path) if {
	in_shown_entry(record, path)
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

computed(record, path) if provider.optional_computed[record.type][dotted(path)]

computed(record, path) if provider.computed_blocks[record.type][dotted(path)]

# "= null": as if the attribute were not set.
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
known_name(name) if ways_by_name[name][4] == "value"

known_name(name) if {
	not nodes[name]
	not startswith(name, "?")
}

# The value, or anything that it holds: an object may lack the key that the expression takes.
gives_nothing(name) if {
	[_, _, expression, _, kind] := ways_by_name[name]
	kind == "value"
	not expression.absent
	walk(object.get(expression, "constant_value", "one"), [_, value])
	value in {null, false, "", 0, [], {}}
}
