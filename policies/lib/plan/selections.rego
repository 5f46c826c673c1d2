# May an attribute have only some of what its references lead to? Rules ask `chosen`.
package lib.plan

import rego.v1

# Whether the attribute may have only some of what its references lead to, by its own expression or by one on the way
# (module.m.group is var.groups["db"] in there). In the plan both look like a list of all.
chosen(record, path) if {
	open_end(record, path)
	selects(record.prefix, expression_at(record, path), record.each)
}

chosen(record, path) if {
	open_end(record, path)
	some name in graph.reachable(reference_graph, leads(record.prefix, expression_at(record, path), record.each))
	[_, prefix, expression, each, _] := ways_by_name[name]
	selects(prefix, expression, each)
}

# An expression selects where a reference picks out of several (var.groups["db"], each.value), or where one that leads to
# no group is beside several and may choose between them (var.debug ? a : b, module.m[each.key].group).
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

# A reference to the groups of a module means the groups of one instance of the module.
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

# A reference with its shadows: ["module.a.out", "module.a"]. The same shadow may follow the next reference again.
chain(references, i) := [references[i + ahead] | some ahead in [0, 1, 2, 3]; unbroken(references, i, ahead)]

unbroken(references, i, ahead) if {
	i + ahead < count(references)
	every step in array.slice([1, 2, 3], 0, ahead) { continues(references, i + step) }
}

# A part of a value (a property, an element), one of the outputs of a module, or one of the values of for_each.
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
