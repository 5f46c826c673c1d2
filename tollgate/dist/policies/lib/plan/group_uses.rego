# Which resources of types that no rule reads are given security groups? Only the configuration tells.
package lib.plan

import rego.v1

# {stack, address, type, path, link}: every attribute whose name says that it gives the resource a security group. A type whose
# name ends in "_exclusive" lists the rules of a group, and puts the group on nothing.
group_uses := [{"stack": scope.stack, "address": address, "type": resource.type, "path": written(path), "link": link} |
	some prefix, scope in scopes
	some resource in object.get(scope.config, "resources", [])
	not known_types[object.get(resource, "type", "")]
	object.get(resource, "mode", "managed") == "managed"
	not endswith(resource.type, "_exclusive")
	address := concat("", [prefix, resource.address])
	existing_unread[address]
	walk(object.get(resource, "expressions", {}), [path, expression])
	gives_groups(path)
	is_object(expression)
	link := terminals(leads(prefix, expression, object.get(resource, "for_each_expression", {})))
	count(link) > 0
]

# "source_security_group_ids" names whom a rule lets in.
gives_groups(path) if {
	last := path[count(path) - 1]
	is_string(last)
	steps := split(last, ".")
	name := steps[count(steps) - 1]
	contains(name, "security_group")
	not startswith(name, "source_")
	not startswith(name, "referenced_")
}

written(path) := concat(".", [text | some step in path; text := written_step(step)])

written_step(step) := step if {
	is_string(step)
} else := format_int(step, 10)

# Addresses without the keys of resources: a count of 0 leaves none.
existing_unread := {concat("", [inside(found.stack, found.module), local_name(found)]) |
	some found in found_resources
	not known_types[object.get(found.source, "type", "")]
	mode_of(found.source) == "managed"
}
