# Which resources run a program (local-exec, remote-exec)?
package lib.plan

import rego.v1

# Resources that run a program (local-exec, remote-exec): {stack, address, type of the provisioner}.
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
