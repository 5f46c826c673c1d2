# Which resources exist after the plan? A change that deletes leaves nothing. A forgotten resource stays in AWS.
package lib.plan

import rego.v1

deleting := {"delete", "forget"}

# The values that exist after a change: `after`, and `before` of a forgotten resource, which stays in AWS; nothing of a
# deleted resource. Each with the word that tells both apart.
remaining(change) := array.concat(planned(change), [left_behind(change, " (forgotten)")]) if {
	forgotten(change)
	is_object(change.before)
	is_object(change.after)
} else := planned(change)

planned(change) := [{"values": change.after, "unknown": unknown_members(change), "former": former(change), "created": created(change), "forgotten": false, "word": ""}] if {
	is_object(change.after)
} else := [left_behind(change, "")] if {
	forgotten(change)
	is_object(change.before)
} else := [unchanged({})] if {
	not removed(change)
	not nothing_changed(change)
} else := []

# There was nothing, and nothing is done: Terraform lists what it found to be gone already.
nothing_changed(change) if {
	change.actions == ["no-op"]
	change.before == null
	change.after == null
}

unchanged(values) := {"values": values, "unknown": {}, "former": {}, "created": false, "forgotten": false, "word": ""}

left_behind(change, word) := {"values": change.before, "unknown": {}, "former": {}, "created": false, "forgotten": true, "word": word}

# The values before an update in place.
former(change) := change.before if {
	is_object(change.before)
	some action in change.actions
	action == "update"
} else := nothing

created(change) if {
	some action in change.actions
	action == "create"
} else := false

forgotten(change) if {
	some action in change.actions
	action == "forget"
}

removed(change) if {
	count(change.actions) > 0
	every action in change.actions { deleting[action] }
}

unknown_members(change) := change.after_unknown if {
	is_object(change.after_unknown)
	is_object(change.after)
} else := nothing

# Made once.
nothing := {}

in_changes := {stack | some stack, doc in documents; count(object.get(doc, "resource_changes", [])) > 0}

changed := [found |
	some stack, doc in documents
	some rc in object.get(doc, "resource_changes", [])
	some version in remaining(object.get(rc, "change", {}))
	found := {
		"stack": stack,
		"source": rc,
		"module": object.get(rc, "module_address", ""),
		"address": address_in(stack, rc, version.word),
		"version": version,
	}
]

# A forgotten resource stays in AWS, and the plan no longer manages it. Resources of these types still decide which
# traffic is allowed, and where traffic goes. Nothing else about a forgotten resource is judged or priced.
lasting_types := {
	"aws_alb_target_group_attachment": true,
	"aws_autoscaling_attachment": true,
	"aws_autoscaling_traffic_source_attachment": true,
	"aws_db_subnet_group": true,
	"aws_default_route_table": true,
	"aws_default_security_group": true,
	"aws_default_subnet": true,
	"aws_ec2_managed_prefix_list": true,
	"aws_ec2_managed_prefix_list_entry": true,
	"aws_eip": true,
	"aws_eip_association": true,
	"aws_internet_gateway": true,
	"aws_lb_target_group_attachment": true,
	"aws_main_route_table_association": true,
	"aws_network_interface_attachment": true,
	"aws_network_interface_sg_attachment": true,
	"aws_route": true,
	"aws_route_table": true,
	"aws_route_table_association": true,
	"aws_security_group": true,
	"aws_security_group_rule": true,
	"aws_subnet": true,
	"aws_vpc": true,
	"aws_vpc_endpoint_security_group_association": true,
	"aws_vpc_security_group_egress_rule": true,
	"aws_vpc_security_group_ingress_rule": true,
}

counts(found) if not found.version.forgotten

counts(found) if lasting_types[found.source.type]

# Addresses of what Terraform forgets.
all_forgotten := {address_in(found.stack, found.source, "") |
	some found in changed
	found.version.forgotten
}
