# Which module instances does the plan hold, and what does the configuration of each say? Other files read `tree` (the
# values of each module instance) and `scopes` (each module instance joined with its configuration).
package lib.plan

import rego.v1

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
		"stack": stack,
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
	"stack": above.stack,
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
