# What runs a program while Terraform plans or applies: provisioners, resources and data sources of some types, actions?
package lib.plan

import rego.v1

import data.lib.programs

# Resources with a provisioner (local-exec, remote-exec): {stack, address, type of the provisioner}.
provisioned := {{"stack": found.stack, "address": found.address, "type": type} |
	count(provisioners) > 0
	some found in found_resources
	not found.version.forgotten
	local := concat(".", [object.get(found.source, "type", ""), object.get(found.source, "name", "")])
	some type in provisioners[concat("", [inside(found.stack, found.module), local])]
}

# The types of provisioners that the configuration of a resource has, by its address without its own instance key.
provisioners := {key: types |
	some prefix, scope in scopes
	some resource in object.get(scope.config, "resources", [])
	types := {object.get(provisioner, "type", "unknown") | some provisioner in object.get(resource, "provisioners", [])}
	count(types) > 0
	key := concat("", [prefix, object.get(resource, "address", "")])
}

# Resources, data sources and ephemeral resources that run a program: {stack, address, type}. Terraform writes ephemeral
# resources into no part of a plan but the configuration.
running := {{"stack": found.stack, "address": found.address, "type": found.source.type} |
	some found in found_resources
	programs.resources[found.source.type]
	not found.version.forgotten
} | {{"stack": scope.stack, "address": concat("", [prefix, object.get(resource, "address", "")]), "type": resource.type} |
	some prefix, scope in scopes
	some resource in object.get(scope.config, "resources", [])
	programs.resources[resource.type]
	resource.mode == "ephemeral"
}

# Actions, those that the configuration declares and those that the plan will invoke: {stack, address, type}. A declared action
# runs whenever its event occurs, perhaps not with this plan. A call with count or for_each may have no instance.
actions := {{"stack": stack, "address": address_in(stack, invocation, ""), "type": object.get(invocation, "type", "")} |
	some stack, doc in documents
	some invocation in object.get(doc, "action_invocations", [])
} | {{"stack": scope.stack, "address": concat("", [prefix, object.get(action, "address", "")]), "type": object.get(action, "type", "")} |
	some prefix, scope in scopes
	not scope.any
	some action in object.get(scope.config, "actions", [])
}
