# What does an EC2 instance cost? A launch template and a launch configuration say the same things as an instance.
package lib.pricing

import rego.v1

import data.lib.plan

# Where a launch template, a launch configuration and an instance say the same things.
machine_paths := {
	"aws_instance": {"monitoring": ["monitoring"], "tenancy": ["tenancy"], "hosts": [["host_id"], ["host_resource_group_arn"]], "monitored": false},
	"aws_launch_configuration": {"monitoring": ["enable_monitoring"], "tenancy": ["placement_tenancy"], "hosts": [], "monitored": true},
	"aws_launch_template": {
		"monitoring": ["monitoring", 0, "enabled"], "tenancy": ["placement", 0, "tenancy"],
		"hosts": [["placement", 0, "host_id"], ["placement", 0, "host_resource_group_arn"]], "monitored": false,
	},
}

# What one instance costs, without its class: {item, path, quote}. `links` are the subnets it may start in.
machine_parts(machine, links) := (disk_parts(machine) | (monitoring_part(machine) | tenancy_part(machine))) | (public_part(machine, links) | (licence_part(machine) | host_part(machine)))

disk_parts(machine) := (volume_parts(machine) | root_part(machine)) | image_volume_parts(machine, named_devices(machine))

# The devices that a machine names: what the image has there does not count.
named_devices(machine) := {device |
	some attribute in ["block_device_mappings", "ebs_block_device"]
	some i, _ in blocks(machine, attribute)
	some device in devices_at(machine, [attribute, i, "device_name"])
}

devices_at(machine, path) := {found.value} if {
	found := plan.state(machine, path)
	found.is == "known"
} else := root_devices_of(machine) if {
	names_root_device(machine, path)
} else := set()

class_part(machine) := {
	"item": concat("", [text_of(found), " instances"]),
	"path": "instance_type",
	"quote": class_quote(machine, "ec2.", "instance_type", found),
} if {
	found := plan.state(machine, ["instance_type"])
}

volume_parts(machine) := volume_parts_without(machine, set())

# Without the devices that an instance sets in place of its template.
volume_parts_without(machine, replaced) := {part |
	machine.type == "aws_launch_template"
	some i, mapping in blocks(machine, "block_device_mappings")
	not ephemeral(mapping)
	count(devices_at(machine, ["block_device_mappings", i, "device_name"]) & replaced) == 0
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
} else := set() if {
	machine.type == "aws_launch_template"
	root_in_image(machine)
} else := {{
	"item": "root volume",
	"path": "block_device_mappings",
	"quote": {"reason": "the size of the root volume is left to the image: map the image's root device"},
}} if {
	machine.type == "aws_launch_template"
} else := {volume_part(machine, 0, ["root_block_device", 0], block_names)}

# Every image that it may start from says how large its root volume is: it is priced with the volumes of the image.
root_in_image(machine) if {
	found := images_of(machine)
	count(found) > 0
	every _, image in found { maps_root(image) }
}

maps_root(image) if {
	some mapping in object.get(image.values, "block_device_mappings", [])
	object.get(mapping, "device_name", "") == object.get(image.values, "root_device_name", null)
}

# Where several images may be meant, what names the root device of one may not name that of another.
root_device(machine, i) if {
	count(read_root_devices(machine)) < 2
	devices := root_devices_of(machine)
	devices[text_of(plan.state(machine, ["block_device_mappings", i, "device_name"]))]
}

root_device(machine, i) if names_root_device(machine, ["block_device_mappings", i, "device_name"])

names_root_device(machine, path) if {
	some reference in object.get(machine.expressions, array.concat(path, ["references"]), [])
	endswith(reference, ".root_device_name")
}

monitoring_part(machine) := {{
	"item": "detailed monitoring",
	"path": concat(".", [path_text(step) | some step in paths.monitoring]),
	"quote": quote,
} |
	paths := machine_paths[machine.type]
	some quote in switched(plan.state(machine, paths.monitoring), paths.monitored, priced(machine, "ec2.detailed-monitoring", 1), "whether monitoring is detailed is not known yet")
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

# Dedicated hosts are charged as hosts.
host_part(machine) := {{
	"item": "dedicated host",
	"path": concat(".", [path_text(step) | some step in path]),
	"blamed": {"address": machine.address, "path": concat(".", [path_text(step) | some step in path])},
	"quote": {"reason": "the price book holds no dedicated hosts"},
} |
	some path in machine_paths[machine.type].hosts
	plan.state(machine, path).is != "unset"
}

shared_tenancy(found) if found.is == "unset"

shared_tenancy(found) if text_of(found) in {"default", ""}

public_part(machine, links) := {{"item": "public IPv4 address", "path": "associate_public_ip_address", "quote": quote} |
	some quote in public_quotes(machine, public_states(machine), links)
}

public_states(machine) := {plan.state(machine, ["network_interfaces", i, "associate_public_ip_address"]) |
	some i, _ in blocks(machine, "network_interfaces")
} if {
	machine.type == "aws_launch_template"
	count(blocks(machine, "network_interfaces")) > 0
} else := {plan.state(machine, ["associate_public_ip_address"])}

# Where nothing is said the subnet decides.
public_quotes(machine, states, links) := {hourly(machine, "ipv4")} if {
	some found in states
	is_true(found)
} else := {{"reason": "whether it has a public address is not known yet"}} if {
	some found in states
	found.is == "unknown"
} else := set() if {
	some found in states
	found.is == "known"
} else := {hourly(machine, "ipv4")} if {
	some name in links
	public_subnet_names[name]
} else := {{"reason": "whether its subnet gives it a public address is not known yet"}} if {
	some name in links
	maybe_public_subnet_names[name]
} else := set()

lines contains line(instance, "web", part.item, part.path, part.quote, once) if {
	some instance in records("aws_instance")
	some part in instance_parts(instance)
}

# Of an instance that is there, the provider has read what its template gave it.
instance_parts(instance) := machine_parts(instance, plan.links(instance, ["subnet_id"])) | {class_part(instance)} if {
	not started_by_template(instance)
} else := {{"item": "instances", "path": source.path, "quote": {"reason": source.reason}}} if {
	source := instance_source(instance)
	source.reason
} else := parts_over(instance, instance_source(instance).record)

started_by_template(instance) if {
	instance.created
	plan.state(instance, ["launch_template"]).is == "unknown"
}

started_by_template(instance) if {
	instance.created
	count(blocks(instance, "launch_template")) > 0
}

# The launch template of an instance, in the version that it names: {"record"} or {"reason", "path"}.
instance_source(instance) := at_version(instance, template, [["launch_template", 0, "version"]]) if {
	names := {name |
		some member in ["id", "name"]
		some name in plan.links(instance, ["launch_template", 0, member])
	}
	every name in names { templates[name] }
	addresses := {templates[name].address | some name in names}
	count(addresses) == 1
	some address in addresses
	template := templates[address]
} else := {"reason": "which launch template it starts from cannot be told from the plan", "path": "launch_template"}

# What an instance says stands over what its template says.
parts_over(instance, template) := (disks_over(instance, template) | first_of([monitoring_part(instance), monitoring_part(template)])) | (((tenancy_part(instance) | tenancy_part(template)) | (host_part(instance) | host_part(template))) | ((licence_part(instance) | licence_part(template)) | (public_over(instance, template) | class_over(instance, template))))

first_of(sets) := sets[0] if {
	count(sets[0]) > 0
} else := sets[1]

class_over(instance, template) := {class_part(template)} if {
	plan.state(instance, ["instance_type"]).is == "unset"
} else := {class_part(instance)}

public_over(instance, template) := public_part(template, plan.links(instance, ["subnet_id"])) if {
	plan.state(instance, ["associate_public_ip_address"]).is == "unset"
} else := public_part(instance, plan.links(instance, ["subnet_id"]))

disks_over(instance, template) := ((volume_parts(instance) | roots) | volume_parts_without(template, replaced)) | (image_volume_parts(instance, covered) | image_volume_parts(template, covered)) if {
	rooted := count(blocks(instance, "root_block_device")) > 0
	roots := {true: {volume_part(instance, 0, ["root_block_device", 0], block_names)}, false: root_part(template)}[rooted]
	replaced := named_devices(instance) | {true: root_devices_of(template), false: set()}[rooted]
	covered := replaced | named_devices(template)
}

depending contains {"record": instance, "part": "web", "id": "cpu-credits"} if {
	some instance in records("aws_instance")
	startswith(text_of(plan.state(instance, ["instance_type"])), "t")
}
