# METADATA
# title: Where a secret comes from
# description: >-
#   Tells whether the value of an attribute is written in the code, without ever giving the value. Given at run time, read
#   from a store or made by a resource are no literals.
package lib.secrets

import rego.v1

import data.lib.plan

# "literal", "unset", "elsewhere" or "unknown".
origin(record, path) := "literal" if {
	written(expression(record, path))
} else := "literal" if {
	each_of_constants(record, expression(record, path))
} else := "literal" if {
	some name in reached(record, path)
	literal(name)
} else := "unknown" if {
	plan.state(record, [path]).is != "unknown"
	not empty(record, path)
	some name in reached(record, path)
	murky(name)
} else := "unknown" if {
	not record.configured
	plan.state(record, [path]).is == "known"
} else := "unset" if {
	plan.state(record, [path]).is == "unset"
	object.get(expression(record, path), "references", []) == []
} else := "elsewhere"

# Wherever it comes from, it is null. A plan shows no value of a write-only attribute: there null says nothing.
empty(record, path) if {
	object.get(record.values, path, "absent") == null
	not endswith(path, "_wo")
}

expression(record, path) := found if {
	found := object.get(record.expressions, [path], null)
	is_object(found)
} else := {"references": []}

# A constant, or a function of constants, which Terraform shows as {}.
written(found) if {
	not found.constant_value in {"", null}
	count(object.get(found, "references", [])) == 0
}

written(found) if count(found) == 0

# A member of a for_each that refers to nothing.
each_of_constants(record, found) if {
	some reference in object.get(found, "references", [])
	startswith(reference, "each.value")
	count(object.get(record.each, "references", [])) == 0
}

# Everything on the way from the attribute to where its value comes from.
reached(record, path) := starts | graph.reachable(plan.reference_graph, starts) if {
	starts := plan.leads(record.prefix, expression(record, path), record.each)
}

# A default that nothing replaces, of a variable of the root module.
literal(name) if {
	found := root_variables[name]
	own := found["default"]
	not composite(own)
	not own in {"", null}
	found.given in {own, null}
}

# A local value is in no plan; of a variable that holds several values the plan does not tell which one is used.
murky(name) if startswith(name, "?local.")

murky(name) if {
	found := root_variables[name]
	composite(found["default"])
	found.given in {found["default"], null}
}

composite(value) if is_object(value)

composite(value) if is_array(value)

# A constant in the call of a module.
literal(name) if constants[name]

root_variables := {name: variable |
	some stack, doc in plan.documents
	some variable_name, config in object.get(doc, ["configuration", "root_module", "variables"], {})
	name := concat("", [plan.stack_prefix(stack), "var.", variable_name])
	variable := {
		"default": object.get(config, "default", null),
		"given": object.get(doc, ["variables", variable_name, "value"], null),
	}
}

# Literals in calls of modules, in the default of a module's variable, and in outputs: by what reaches them.
constants := {name |
	some [reader, read] in plan.edges
	not root_variables[reader]
	some name in read
	not startswith(name, "?")
	not plan.nodes[name]
}
