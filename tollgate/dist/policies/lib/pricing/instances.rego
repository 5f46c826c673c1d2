# What does an EC2 instance cost? A launch template and a launch configuration say the same things as an instance.
package lib.pricing

import rego.v1

import data.lib.plan

# Where a launch template, a launch configuration and an instance say the same things.
machine_paths := {
	"aws_instance": {"monitoring": ["monitoring"], "tenancy": ["tenancy"], "monitored": false},
	"aws_launch_configuration": {"monitoring": ["enable_monitoring"], "tenancy": ["placement_tenancy"], "monitored": true},
	"aws_launch_template": {"monitoring": ["monitoring", 0, "enabled"], "tenancy": ["placement", 0, "tenancy"], "monitored": false},
}

# What one instance costs, without its class: {item, path, quote}. `links` are the subnets it may start in.
machine_parts(machine, links) := ((volume_parts(machine) | root_part(machine)) | (monitoring_part(machine) | tenancy_part(machine))) | public_part(machine, links)

class_part(machine) := {
	"item": concat("", [text_of(found), " instances"]),
	"path": "instance_type",
	"quote": class_quote("ec2.", "instance_type", found),
} if {
	found := plan.state(machine, ["instance_type"])
}

volume_parts(machine) := {part |
	machine.type == "aws_launch_template"
	some i, mapping in blocks(machine, "block_device_mappings")
	not ephemeral(mapping)
	prefix := ["block_device_mappings", i, "ebs", 0]
	part := volume_part(machine, i, prefix, block_names)
} | {part |
	machine.type != "aws_launch_template"
	some i, mapping in blocks(machine, "ebs_block_device")
	not ephemeral(mapping)
	part := volume_part(machine, i + 1, ["ebs_block_device", i], extra_block_names)
}

volume_part(machine, number, prefix, names) := {
	"item": concat("", ["volume ", format_int(number + 1, 10), ", ", volume_item(machine, prefix, names)]),
	"path": concat(".", [path_text(step) | some step in array.concat(prefix, [names.size])]),
	"quote": volume_quote(machine, prefix, names),
}

path_text(step) := step if {
	is_string(step)
} else := format_int(step, 10)

blocks(record, attribute) := found if {
	found := object.get(record.values, attribute, null)
	is_array(found)
} else := []

# The instance's own disk, or none.
ephemeral(mapping) if {
	some attribute in ["no_device", "virtual_name"]
	not object.get(mapping, attribute, null) in {null, "", false, "false"}
}

root_part(machine) := {{
	"item": "volumes",
	"path": "block_device_mappings",
	"quote": {"reason": "its volumes are not known yet"},
}} if {
	machine.type == "aws_launch_template"
	plan.state(machine, ["block_device_mappings"]).is == "unknown"
} else := set() if {
	machine.type == "aws_launch_template"
	some i, _ in blocks(machine, "block_device_mappings")
	root_device(machine, i)
} else := {{
	"item": "root volume",
	"path": "block_device_mappings",
	"quote": {"reason": "the size of the root volume is left to the image: map the image's root device"},
}} if {
	machine.type == "aws_launch_template"
} else := {volume_part(machine, 0, ["root_block_device", 0], block_names)}

root_devices := {"/dev/sda1", "/dev/xvda"}

root_device(machine, i) if root_devices[text_of(plan.state(machine, ["block_device_mappings", i, "device_name"]))]

root_device(machine, i) if {
	some reference in object.get(machine.expressions, ["block_device_mappings", i, "device_name", "references"], [])
	endswith(reference, ".root_device_name")
}

monitoring_part(machine) := {{
	"item": "detailed monitoring",
	"path": concat(".", [path_text(step) | some step in paths.monitoring]),
	"quote": quote,
} |
	paths := machine_paths[machine.type]
	some quote in switched(plan.state(machine, paths.monitoring), paths.monitored, priced("ec2.detailed-monitoring", 1), "whether monitoring is detailed is not known yet")
}

# What a switch costs: a set of no quote, or of one.
switched(found, usual, quote, reason) := {quote} if {
	is_true(found)
} else := {quote} if {
	found.is == "unset"
	usual
} else := {{"reason": reason}} if {
	found.is == "unknown"
} else := set()

tenancy_part(machine) := set() if {
	shared_tenancy(plan.state(machine, machine_paths[machine.type].tenancy))
} else := {{
	"item": "tenancy",
	"path": concat(".", [path_text(step) | some step in machine_paths[machine.type].tenancy]),
	"quote": {"reason": "the price book holds shared tenancy only"},
}}

shared_tenancy(found) if found.is == "unset"

shared_tenancy(found) if text_of(found) in {"default", ""}

public_part(machine, links) := {{"item": "public IPv4 address", "path": "associate_public_ip_address", "quote": quote} |
	some quote in public_quotes(public_states(machine), links)
}

public_states(machine) := {plan.state(machine, ["network_interfaces", i, "associate_public_ip_address"]) |
	some i, _ in blocks(machine, "network_interfaces")
} if {
	machine.type == "aws_launch_template"
	count(blocks(machine, "network_interfaces")) > 0
} else := {plan.state(machine, ["associate_public_ip_address"])}

# Where nothing is said the subnet decides.
public_quotes(states, links) := {hourly("ipv4")} if {
	some found in states
	is_true(found)
} else := {{"reason": "whether it has a public address is not known yet"}} if {
	some found in states
	found.is == "unknown"
} else := set() if {
	some found in states
	found.is == "known"
} else := {hourly("ipv4")} if {
	some name in links
	public_subnet_names[name]
} else := {{"reason": "whether its subnet gives it a public address is not known yet"}} if {
	some name in links
	maybe_public_subnet_names[name]
} else := set()

lines contains line(instance, "web", part.item, part.path, part.quote, once) if {
	some instance in records("aws_instance")
	some part in (machine_parts(instance, plan.links(instance, ["subnet_id"])) | {class_part(instance)})
}

depending contains {"record": instance, "part": "web", "id": "cpu-credits"} if {
	some instance in records("aws_instance")
	startswith(text_of(plan.state(instance, ["instance_type"])), "t")
}
