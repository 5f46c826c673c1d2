# Which resources does one entry of `ingress` or `egress` mean? These are attributes that are written as blocks: Terraform
# shows one flat list of references for all entries and, where the configuration is JSON, the entries with their templates.
package lib.plan

import rego.v1

templates(record, attribute) := object.get(record.expressions, [attribute, "constant_value"], null)

is_template(value) if contains(joined(value), "${")

# The elements of a list that are not templates. They are known, whatever the other elements are.
literal_strings(list) := [text | some text in list; is_string(text); not contains(text, "${")] if {
	is_array(list)
} else := []

joined(value) := concat(" ", [text | some text in as_array(value); is_string(text)])

# The references that a string with templates may hold: those of the attribute's references that occur in the string, or,
# if none occurs as listed, the parts that occur ("a[ 0 ].id" is listed as "a[0].id" and "a").
template_links(record, attribute, value) := terminals(leads(record.prefix, {"references": standing}, record.each)) if {
	text := joined(value)
	flat := object.get(record.expressions, [attribute, "references"], [])
	standing := [reference |
		some i, first in flat
		not continues(flat, i)
		stands(first, text)
		some reference in chain(flat, i)
	]
	count(standing) > 0
} else := terminals(leads(record.prefix, {"references": standing}, record.each)) if {
	text := joined(value)
	standing := [reference |
		some reference in object.get(record.expressions, [attribute, "references"], [])
		stands(reference, text)
	]
	count(standing) > 0
} else := {"?a template"}

stands(reference, text) if {
	some end in [".", "[", "}", ")", ",", " ", "]", "\""]
	contains(text, concat("", [reference, end]))
}

# The references that the unknown value of an entry may hold: its template if one with the same ports exists, else any reference.
entry_links(record, attribute, entry, member) := {name |
	some template in alike
	some name in template_links(record, attribute, object.get(template, member, null))
} if {
	alike := [template |
		some template in templates(record, attribute)
		same_traffic(template, entry)
		is_template(object.get(template, member, null))
	]
	count(alike) > 0
} else := followed_flat(record, attribute)

# The literals of a list of an entry, from the templates that have exactly the traffic of the entry.
entry_literals(record, attribute, entry, member) := [text |
	some template in as_array(templates(record, attribute))
	every name in ["from_port", "to_port", "protocol"] { object.get(template, name, null) == object.get(entry, name, "") }
	some text in literal_strings(object.get(template, member, null))
]

same_traffic(template, entry) if {
	some_port(template, entry, "from_port")
	some_port(template, entry, "to_port")
}

some_port(template, entry, member) if object.get(template, member, null) == object.get(entry, member, null)

some_port(template, _, member) if is_template(object.get(template, member, null))

followed_flat(record, attribute) := terminals(leads(record.prefix, expression, record.each)) if {
	record.configured
	expression := expression_at(record, [attribute])
} else := {"?the plan has no configuration for it"}
