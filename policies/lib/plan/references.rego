# Which resources does an attribute mean? Rules ask `links`, which gives the names of the resources, through variables,
# outputs, other resources, for_each and modules.
package lib.plan

import rego.v1

import data.lib.provider

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
} else := "?a value that is not a string"

# Neither a list of strings nor unset: the meaning is unknown.
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

# A value that is not a node ends the path: an id, or the reason why a reference cannot be followed.
terminals(starts) := {name | some name in starts; not nodes[name]} | {name |
	some name in graph.reachable(reference_graph, starts)
	sinks[name]
}

# Where an expression leads at once: nodes of the reference graph.
leads(prefix, expression, each) := ((named(prefix, references) | lost(prefix, references)) | (literals(expression) | through_each(prefix, references, each))) | silent(expression) if {
	references := object.get(expression, "references", [])
}

# References come as chains, the longest first: ["module.a.out", "module.a"], ["aws_lb.x.arn", "aws_lb.x"].
# The longest element that names something counts; the shorter elements behind it are its shadows.
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
