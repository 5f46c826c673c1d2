# Does a plan leave something out? Terraform since 1.8 says so in the property `complete`. Older versions and OpenTofu do not.
package lib.plan

import rego.v1

# By stack, the addresses of what Terraform defers: changes, and invocations of actions.
deferred := {stack: addresses |
	some stack, doc in documents
	addresses := {object.get(entry, ["resource_change", "address"], "a resource") | some entry in object.get(doc, "deferred_changes", [])} | {object.get(entry, ["action_invocation", "address"], "an action") | some entry in object.get(doc, "deferred_action_invocations", [])}
	count(addresses) > 0
}

# By stack, the addresses of resources that a whole plan would list: Terraform lists every resource of the state and of the
# configuration, also those that do not change.
left_out := {stack: addresses |
	some stack in reticent
	addresses := {trim_prefix(address, stack_prefixes[stack]) | some [at, address] in missing; at == stack}
	count(addresses) > 0
}

# Stacks whose plan does not say whether it is complete. A plan without any change only refreshes.
reticent := {stack |
	some stack, doc in documents
	object.get(doc, "complete", null) == null
	in_changes[stack]
}

# With their former addresses, and without the instance keys of resources.
listed_addresses := {address |
	count(reticent) > 0
	some stack, doc in documents
	reticent[stack]
	some rc in object.get(doc, "resource_changes", [])
	some member in ["address", "previous_address"]
	address := concat("", [stack_prefixes[stack], object.get(rc, member, "")])
} | {address |
	count(reticent) > 0
	some found in changed
	reticent[found.stack]
	address := concat("", [inside(found.stack, found.module), local_name(found)])
}

# [stack, address] of what should be listed and is not.
missing := {[stack, address] |
	some [stack, address] in (of_states | of_configuration)
	not listed_addresses[address]
}

of_states := {[node.stack, address_in(node.stack, resource, "")] |
	some node in tree
	node.source == "prior_state"
	reticent[node.stack]
	some resource in object.get(node.module, "resources", [])
	mode_of(resource) == "managed"
}

of_configuration := {[scope.stack, address] |
	some prefix, scope in scopes
	reticent[scope.stack]
	not scope.any
	not template(scope)
	creating[scope.stack]
	some resource in object.get(scope.config, "resources", [])
	object.get(resource, "mode", "managed") == "managed"
	object.get(resource, "count_expression", null) == null
	object.get(resource, "for_each_expression", null) == null
	address := concat("", [prefix, resource.address])
	not listed_addresses[address]
	not repeats(resource)
}

# A constant count or for_each that is a function of constants is not in the plan, but what refers to the key is.
repeats(resource) if {
	some expression in object.get(resource, "expressions", {})
	some reference in references_of(expression)
	key_references[split(reference, ".")[0]]
}

key_references := {"each": true, "count": true}

# A module instance without keys, of a call that has instances with keys: a constant count or for_each is not in the plan.
template(scope) if {
	scope.prefix == scope.keyless
	keyed_modules[scope.keyless]
}

keyed_modules := {scope.keyless |
	count(reticent) > 0
	some prefix, scope in scopes
	prefix != scope.keyless
}

# Stacks whose plan does more than to destroy. Terraform destroys what is in the state, not what is in the configuration.
creating := {found.stack |
	some found in changed
	mode_of(found.source) == "managed"
	not found.version.forgotten
}

example(addresses) := min(addresses) if {
	count(addresses) == 1
} else := concat("", [min(addresses), " and ", format_int(count(addresses) - 1, 10), " more"])
