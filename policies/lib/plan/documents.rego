# METADATA
# title: What a Terraform plan says
# description: >-
#   The only package that reads plan JSON. It gives every resource that will exist, the state of each attribute
#   (known, unset, unknown), and follows references: through variables, outputs, other resources, for_each and
#   modules, for every instance of a module. A link is a set of names; names that begin with "?" tell why a
#   reference could not be followed. Rules of your own may use this package and lib.network. The other packages
#   below lib are internal and may change with any release.
package lib.plan

import rego.v1

# One plan is the document "", HCP Terraform's input holds it under "plan", several stacks are named.
documents := input.stacks if {
	is_object(input.stacks)
} else := {"": input.plan} if {
	is_object(input.plan)
} else := {"": input}

# What stands before every address of a stack: nothing when a single plan is judged.
stack_prefix(stack) := "" if {
	stack == ""
} else := concat("", [stack, "::"])

stack_prefixes := {stack: stack_prefix(stack) | some stack, _ in documents}

# The address of a resource and a word behind it: nothing between both where it has none that is a text, so that the resource stays.
address_in(stack, resource, word) := concat("", [stack_prefixes[stack], address, word]) if {
	address := object.get(resource, "address", "")
	is_string(address)
} else := concat("", [stack_prefixes[stack], word])

# What stands before the address of a resource in a module instance.
inside(stack, instance) := stack_prefixes[stack] if {
	instance == ""
} else := concat("", [stack_prefixes[stack], instance, "."])

# How many resource entries were seen in each document: the host compares it with what it read.
documents_seen := {stack: total |
	some stack, doc in documents
	listed_here := [1 | some found in listed; found.stack == stack]
	total := count(object.get(doc, "resource_changes", [])) + count(listed_here)
}
