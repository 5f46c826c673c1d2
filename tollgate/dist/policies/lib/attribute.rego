# METADATA
# title: Attributes as rules read them
# description: >-
#   Terraform writes booleans and numbers as strings in some places. These functions read the state of an attribute
#   whichever way it is written. All of them are total.
package lib.attribute

import rego.v1

import data.lib.plan

# A switch: yes, no, unset or unknown.
truth(record, path) := truths[lower(text(found.value))] if {
	found := plan.state(record, path)
	found.is == "known"
} else := "unset" if {
	plan.state(record, path).is == "unset"
} else := "unknown"

truths := {"true": "yes", "1": "yes", "false": "no", "0": "no"}

# A number: {"is": "known", "value"}, {"is": "unset"} or {"is": "unknown"}, which includes any other value.
number(record, path) := found if {
	found := plan.state(record, path)
	found.is == "known"
	is_number(found.value)
} else := {"is": "known", "value": to_number(found.value)} if {
	found := plan.state(record, path)
	found.is == "known"
	numeric(found.value)
} else := {"is": "unset"} if {
	plan.state(record, path).is == "unset"
} else := {"is": "unknown"}

# The number, or what stands for it where nothing is set.
number_or(record, path, default_value) := {"is": "known", "value": default_value} if {
	plan.state(record, path).is == "unset"
} else := number(record, path)

numeric(value) if {
	is_string(value)
	trim(value, "-.0123456789") == ""
	json.is_valid(value)
}

# The value as a message shows it.
shown(record, path) := text(found.value) if {
	found := plan.state(record, path)
	found.is == "known"
} else := plan.state(record, path).is

# A value as a message shows it: strings as they are, other values as JSON.
text(value) := value if {
	is_string(value)
} else := format_int(value, 10) if {
	is_number(value)
	floor(value) == value
} else := json.marshal(value)

# The indices of the entries of a block.
entries(record, path) := {i | some i, _ in found.value} if {
	found := plan.state(record, path)
	found.is == "known"
	is_array(found.value)
} else := set()
