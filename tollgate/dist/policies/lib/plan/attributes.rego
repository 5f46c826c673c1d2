# What is the value of an attribute: known, unset or unknown? Rules ask `state`.
package lib.plan

import rego.v1

import data.lib.provider

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
