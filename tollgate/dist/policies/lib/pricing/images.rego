# What does the image of a machine add to its price? A licence, and the volumes that the image has and the machine does not name.
package lib.pricing

import rego.v1

import data.lib.plan

image_attributes := {"aws_instance": "ami", "aws_launch_configuration": "image_id", "aws_launch_template": "image_id"}

# Images that the plan has read, by address, and the address of one of them by every name: two with one id are the same image.
images := {record.address: record | some record in image_records}

image_records := plan.data_of_type("aws_ami")

image_addresses := plan.one_of_each([[name, record.address] | some record in image_records; some name in ({record.address} | plan.value_names(record))])

# The images that a machine may start from.
images_of(machine) := {record.address: record |
	some name in plan.links(machine, [image_attributes[machine.type]])
	some record in images_named(name)
}

images_named(name) := [images[image_addresses[name]]] if {
	image_addresses[name]
} else := [record | some record in image_records; plan.names(record)[name]] if {
	loose_image_names[name]
} else := []

loose_image_names := {name |
	some record in image_records
	some name in plan.names(record)
	not image_addresses[name]
}

# ------------------------------------------------------------------------------------------------ licences

licence_part(machine) := {{
	"item": "licence of the image",
	"path": image_attributes[machine.type],
	"blamed": {"address": machine.address, "path": image_attributes[machine.type]},
	"quote": {"reason": concat("", ["the image ", min(found), ", and the price book holds Linux without a licence"])},
} |
	found := {word |
		some _, image in images_of(machine)
		some word in licences(image)
	} | named_licences(machine)
	count(found) > 0
} | {{
	"item": "licences",
	"path": "license_specification",
	"blamed": {"address": machine.address, "path": "license_specification"},
	"quote": {"reason": "the price book holds no licences"},
} |
	plan.state(machine, ["license_specification"]).is != "unset"
	plan.state(machine, ["license_specification"]) != {"is": "known", "value": []}
}

# Attributes of an image that was read, and their values where nothing is charged for it. AWS fills usage_operation for every
# image. Where it is empty, the image is of a local AWS, which says "windows" of any.
free_platforms := {
	"platform": {"", "linux"},
	"platform_details": {"", "Linux/UNIX"},
	"usage_operation": {"", "RunInstances"},
}

licences(image) := {concat("", ["says ", attribute, " ", value]) |
	some attribute, ordinary in free_platforms
	value := object.get(image.values, attribute, null)
	is_string(value)
	not ordinary[value]
	object.get(image.values, "usage_operation", null) != ""
} | ({"is sold in the AWS Marketplace" | marketplace(image)} | {concat("", ["is looked for by ", text]) |
	not is_string(object.get(image.values, "id", null))
	some text in search_texts(image)
	licensed_name(text)
})

marketplace(image) if {
	codes := object.get(image.values, "product_codes", [])
	is_array(codes)
	count(codes) > 0
}

marketplace(image) if object.get(image.values, "image_owner_alias", null) == "aws-marketplace"

marketplace(image) if {
	some owner in object.get(image.values, "owners", [])
	owner in {"aws-marketplace", "679593333241"}
}

# What an image that was not read yet is looked for by.
search_texts(image) := {text |
	some filter in object.get(image.values, "filter", [])
	some text in object.get(filter, "values", [])
	is_string(text)
} | {text |
	text := object.get(image.values, "name_regex", null)
	is_string(text)
}

licensed_name(text) if {
	some word in ["windows", "rhel", "suse-sles"]
	contains(lower(text), word)
}

# "resolve:ssm:/aws/service/ami-windows-latest/…"
named_licences(machine) := {concat("", ["is looked for by ", name]) |
	some name in plan.links(machine, [image_attributes[machine.type]])
	startswith(name, "resolve:ssm:")
	licensed_name(name)
}

# ------------------------------------------------------------------------------------------------ volumes

# Volumes of the image that the machine does not name: {item, path, quote}. AWS makes them as the image says.
image_volume_parts(machine, named) := {part |
	some _, image in images_of(machine)
	some mapping in object.get(image.values, "block_device_mappings", [])
	device := object.get(mapping, "device_name", "")
	not named[device]
	not ephemeral(mapping)
	not root_is_configured(machine, image, device)
	disk := {"type": "aws_ami", "address": machine.address, "values": numbers_in(object.get(mapping, "ebs", {})), "unknown": {}, "expressions": {}}
	part := {
		"item": concat("", ["volume of the image, ", volume_item(disk, [], extra_block_names)]),
		"path": image_attributes[machine.type],
		"blamed": {"address": machine.address, "path": image_attributes[machine.type]},
		"quote": volume_quote(disk, [], extra_block_names),
	}
}

# A launch configuration and an instance have a block for the root volume.
root_is_configured(machine, image, device) if {
	machine.type != "aws_launch_template"
	device == object.get(image.values, "root_device_name", null)
}

# A data source gives the numbers of a volume as texts, and 0 where nothing is set.
numbers_in(ebs) := {name: value |
	some name in ["iops", "throughput", "volume_size", "volume_type"]
	found := object.get(ebs, name, null)
	value := number_or_text(name, found)
	not value in {"", 0, null}
}

number_or_text("volume_type", value) := value

number_or_text(name, value) := as_count(value) if name != "volume_type"

# The root devices of the images that were read, or those that images usually have.
root_devices_of(machine) := found if {
	found := read_root_devices(machine)
	count(found) > 0
} else := {"/dev/sda1", "/dev/xvda"}

read_root_devices(machine) := {device |
	some _, image in images_of(machine)
	device := object.get(image.values, "root_device_name", null)
	is_string(device)
	device != ""
}
