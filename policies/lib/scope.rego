# METADATA
# title: Which stacks the rules of this architecture apply to
# description: >-
#   Rules that are particular to one architecture, and its budgets, apply to the stacks that build one of the systems
#   in data.settings.scope. A stack is recognised by its own name, where it has one, and by what its resources are
#   called: a name, or a Name tag, that starts with the name of a system. A name that is not known yet does not count;
#   any other resource may.
package lib.scope

import rego.v1

import data.lib.plan

# Prefixes of names; without settings everything is in scope.
systems := data.settings.scope.systems

default systems := ["*"]

everything if {
	some system in systems
	system == "*"
}

# The stacks in scope; "" is the only stack when a single plan is judged. One value, not a partial set: stock OPA
# evaluates a partial set again for every key that is not in it.
stacks := (held_by_everybody | named) | built

held_by_everybody := held if everything

default held_by_everybody := set()

# A stack of nothing but resources that the library does not know has its name alone.
named := {stack |
	some stack in held
	some system in systems
	startswith(stack, system)
}

# The stacks that build a system.
built := {record.stack |
	some records in plan.of_type
	some record in records
	some name in called(record)
	some system in systems
	startswith(name, system)
}

# The stacks that hold something.
held := {resource.stack | some resource in plan.managed}

# Every managed resource of these stacks, whatever its type.
addresses := {resource.address |
	some resource in plan.managed
	stacks[resource.stack]
}

# What a resource is called: the attributes that name it, and its Name tag.
called(record) := {name |
	some attribute, name in object.filter(record.values, naming)
	is_string(name)
} | {name |
	some attribute in tagging
	name := object.get(record.values, [attribute, "Name"], null)
	is_string(name)
}

naming := {
	"name",
	"name_prefix",
	"identifier",
	"identifier_prefix",
	"cluster_identifier",
	"alarm_name",
	"dashboard_name",
}

tagging := ["tags", "tags_all"]
