# METADATA
# title: What an export prints
# description: >-
#   A plan may hold sensitive values, escape sequences of terminals, and characters that change the direction of writing.
#   Every string of an export goes through `text`. The gate does the same for its reports (tollgate/presentable.ts).
package exports.printable

import data.lib.plan
import rego.v1

# The string in one line, without sensitive values, and with escapes for invisible characters.
text(value) := line(hidden(value))

# The string in one line, with escapes for invisible characters. Terraform refuses sensitive values in addresses.
line(value) := strings.replace_n(escapes, cut(value))

# The value that a rule found: hidden as a whole if any part of it is sensitive.
found(value) := line(value) if {
	hidden(value) == value
} else := sensitive

sensitive := "(sensitive value)"

# ----------------------------------------------------------------------------------------------------- sensitive values

hidden(value) := value if {
	count(secrets) == 0
} else := concat(" ", [shown | some word in split(strings.replace_n(long, value), " "); shown := shown_word(word)])

shown_word(word) := sensitive if {
	some part in array.concat([bare(word)], split(bare(word), "-"))
	secrets[part]
	short(part)
} else := word

bare(word) := trim(word, ",;()\"")

# Shorter values, and numbers, are hidden where they are a whole word.
short(value) if count(value) < 4

short(value) if trim(value, "-.0123456789") == ""

# The policies write some values in lower case.
long := {spelling: sensitive |
	some value in secrets
	not short(value)
	some spelling in [value, lower(value)]
}

# Words of a few public possibilities, which would otherwise be hidden in every string.
vocabulary := {"tcp", "udp", "icmp", "icmpv6", "any", "all", "-1", "true", "false"}

# Strings, and numbers written as strings, that Terraform marks as sensitive.
secrets := {word |
	some [value, mark] in marked
	some leaf in leaves(value, mark)
	word := spelled(leaf)
	word != ""
	not vocabulary[lower(word)]
}

spelled(leaf) := leaf if {
	is_string(leaf)
} else := json.marshal(leaf) if {
	is_number(leaf)
}

leaves(value, mark) := {leaf |
	walk(mark, [path, true])
	inner := at(value, path)
	walk(inner, [_, leaf])
}

at(value, path) := value if {
	path == []
} else := object.get(value, path, null)

# [value, marks]
marked contains [values, marks] if {
	some stack, doc in plan.documents
	some list in ["resource_changes", "resource_drift", "output_changes"]
	some entry in object.get(doc, list, [])
	change := object.get(entry, "change", entry)
	some member in ["before", "after"]
	values := object.get(change, member, null)
	marks := object.get(change, concat("", [member, "_sensitive"]), false)
	telling(marks)
}

marked contains [values, marks] if {
	some node in plan.tree
	some resource in object.get(node.module, "resources", [])
	values := object.get(resource, "values", {})
	marks := object.get(resource, "sensitive_values", false)
	telling(marks)
}

marked contains [output.value, true] if {
	some stack, doc in plan.documents
	some tree in [["values"], ["planned_values"], ["prior_state", "values"]]
	some output in object.get(doc, array.concat(tree, ["outputs"]), {})
	output.sensitive == true
}

marked contains [value, true] if {
	some scope in plan.scopes
	some name, variable in object.get(scope.config, "variables", {})
	variable.sensitive == true
	some value in [
		object.get(variable, "default", null),
		object.get(scope.values, [name, "value"], null),
		object.get(scope.call, ["expressions", name, "constant_value"], null),
	]
}

telling(marks) if marks == true

telling(marks) if {
	not is_boolean(marks)
	contains(json.marshal(marks), "true")
}

# ------------------------------------------------------------------------------------------------------------ characters

longest := 1000

cut(value) := value if {
	count(value) <= longest
} else := concat("", [substring(value, 0, longest), "… (", format_int(count(value), 10), " characters)"])

# Control characters, marks of direction, characters without width and line separators. A GitHub runner takes "##[" for a
# command wherever it stands.
escapes := object.union(
	{json.unmarshal(concat("", ["\"\\u", code, "\""])): concat("", ["\\u", code]) | some code in codes},
	{"\n": "\\n", "\r": "\\r", "\t": "\\t", "##[": "# #["},
)

codes := {concat("", ["00", high, low]) | some high in ["0", "1", "8", "9"]; some low in split("0123456789abcdef", "")} | {
	"007f", "00ad", "061c", "180e", "200b", "200c", "200d", "200e", "200f", "2028", "2029", "202a", "202b", "202c", "202d",
	"202e", "2060", "2061", "2062", "2063", "2064", "2066", "2067", "2068", "2069", "feff",
}
