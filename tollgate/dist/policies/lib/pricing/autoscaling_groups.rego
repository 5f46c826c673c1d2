# What does an Auto Scaling group cost? The price of one instance, times the size of the group.
package lib.pricing

import rego.v1

import data.lib.network
import data.lib.plan

fleets := [fleet |
	some group in records("aws_autoscaling_group")
	fleet := {"group": group, "size": group_size(group), "machine": started_from(group), "subnets": plan.links(group, ["vpc_zone_identifier"])}
]

lines contains line(fleet.group, "web", "instances", fleet.machine.path, {"reason": fleet.machine.reason}, once) if {
	some fleet in fleets
	fleet.machine.reason
}

# What the template itself is to blame for, such as the licence of its image, says so in `blamed`.
lines contains object.union(line(fleet.group, "web", part.item, fleet.machine.path, part.quote, fleet.size), object.filter(part, ["blamed"])) if {
	some fleet in fleets
	not fleet.machine.reason
	some part in (machine_parts(fleet.machine.record, fleet.subnets) | {group_class_part(fleet)})
}

lines contains line(fleet.group, "web", "warm pool", "warm_pool", {"reason": "the price of a warm pool is not in the book"}, once) if {
	some fleet in fleets
	plan.state(fleet.group, ["warm_pool"]).is != "unset"
	plan.state(fleet.group, ["warm_pool"]) != {"is": "known", "value": []}
}

depending contains {"record": fleet.group, "part": "web", "id": "cpu-credits"} if {
	some fleet in fleets
	not fleet.machine.reason
	startswith(text_of(plan.state(fleet.machine.record, ["instance_type"])), "t")
}

# The launch template or configuration of a group, in the version that it names: {"record", "path"} or {"reason", "path"}.
started_from(group) := source if {
	source := named_by(group)
	source.reason
} else := source if {
	source := named_by(group)
	source.record.type == "aws_launch_configuration"
} else := found if {
	source := named_by(group)
	found := at_version(group, source.record, group_version_paths(group))
	found.reason
} else := {"record": found.record, "path": source.path} if {
	source := named_by(group)
	found := at_version(group, source.record, group_version_paths(group))
}

named_by(group) := {"reason": "which launch template it starts from cannot be told from the plan", "path": "launch_template"} if {
	some name in template_links(group)
	not templates[name]
	not several_templates[name]
} else := {"record": record, "path": template_path(record)} if {
	addresses := {templates[name].address | some name in template_links(group)} | loose_templates(group)
	count(addresses) == 1
	some address in addresses
	record := templates[address]
} else := {"reason": "it may start from more than one launch template, or from none", "path": "launch_template"}

template_path(record) := "launch_configuration" if {
	record.type == "aws_launch_configuration"
} else := "launch_template"

template_links(group) := {name |
	some path in network.template_paths(group)
	some name in plan.links(group, path)
}

template_records := array.concat(records("aws_launch_template"), records("aws_launch_configuration"))

# By every name that means one of them and no other.
templates := {name: record |
	some record in template_records
	some name in ({record.address} | (plan.value_names(record) - repeated_template_names))
}

repeated_template_names := {name |
	count(template_names) != count({name | some name in template_names})
	some name in template_names
}

template_names := [name | some record in template_records; some name in plan.value_names(record)]

several_templates := {name |
	some record in template_records
	some name in plan.names(record)
	not templates[name]
}

loose_templates(group) := {record.address |
	count(template_records) * count(records("aws_autoscaling_group")) <= join_limit
	some name in template_links(group)
	several_templates[name]
	some record in template_records
	plan.names(record)[name]
}

# Overrides take the place of the template's class; the dearest of them counts.
overrides(group) := found.value if {
	found := plan.state(group, array.concat(network.mixed, ["override"]))
	found.is == "known"
	is_array(found.value)
} else := []

group_class_part(fleet) := {
	"item": "instances of the dearest class",
	"path": "mixed_instances_policy",
	"quote": dearest(quotes),
} if {
	quotes := {class_quote(fleet.group, "ec2.", "instance_type", found) |
		some i, _ in overrides(fleet.group)
		found := plan.state(fleet.group, array.concat(network.mixed, ["override", i, "instance_type"]))
	}
	count(quotes) > 0
} else := class_part(fleet.machine.record)
