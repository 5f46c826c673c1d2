# Which resources did Terraform move to another address: by moved blocks, by renamed keys of for_each and count?
package lib.plan

import rego.v1

# {address: former address}
moved := one_of_each(moves)

# Addresses that a resource has left. A resource that has such an address now differs from the earlier one.
vacated := {from | some [_, from] in moves}

moves := [[address_in(stack, rc, ""), address_in(stack, {"address": from}, "")] |
	some stack, doc in documents
	some rc in object.get(doc, "resource_changes", [])
	from := object.get(rc, "previous_address", "")
	is_string(from)
	not from in {"", object.get(rc, "address", "")}
]
