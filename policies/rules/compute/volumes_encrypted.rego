# METADATA
# title: Volumes are encrypted
# description: >-
#   Every block device that the code declares is encrypted, and in this architecture the launch template declares one,
#   so that the root volume is not left to the image. AWS does not encrypt a volume unless told to.
# related_resources:
#   - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
#     description: Amazon EBS encryption
# custom:
#   id: EC2-002
#   severity: high
#   scope: always
#   resources:
#     - aws_launch_template
#     - aws_launch_configuration
#     - aws_instance
#     - aws_spot_instance_request
#     - aws_ebs_volume
#   fix: >-
#     Set encrypted to true on the device; in a launch template declare the root device under the image's own device name.
package rules.compute.volumes_encrypted

import rego.v1

import data.lib.attribute
import data.lib.machines
import data.lib.network
import data.lib.plan

# {record, path: of the device}.
devices := array.concat(
	[device |
		some record in plan.of_type.aws_launch_template
		some i in attribute.entries(record, ["block_device_mappings"])
		some j in attribute.entries(record, ["block_device_mappings", i, "ebs"])
		device := {"record": record, "path": ["block_device_mappings", i, "ebs", j]}
	],
	array.concat(
		[device |
			some record in array.concat(plan.of_type.aws_launch_configuration, network.instances)
			some block in ["root_block_device", "ebs_block_device"]
			some i in attribute.entries(record, [block])
			not no_device(record, block, i)
			device := {"record": record, "path": [block, i]}
		],
		[{"record": record, "path": []} | some record in plan.of_type.aws_ebs_volume],
	),
)

# Takes a device of the image away.
no_device(record, block, i) if attribute.truth(record, [block, i, "no_device"]) == "yes"

# Blocks of which not even the number is known.
hidden := [{"record": record, "block": block} |
	some record in machines.all
	some block in ["block_device_mappings", "root_block_device", "ebs_block_device"]
	plan.state(record, [block]).is == "unknown"
]

with_device := {device.record.address | some device in devices} | {found.record.address | some found in hidden}

# In this architecture the root volume is declared as well.
undeclared := [record |
	some record in machines.scoped
	not with_device[record.address]
	not machines.templated(record)
]

checked contains device.record.address if some device in devices

checked contains found.record.address if some found in hidden

checked contains record.address if some record in undeclared

deny contains {
	"address": device.record.address,
	"path": path,
	"why": "the volume is not encrypted",
	"found": attribute.shown(device.record, encrypted_path(device)),
	"allowed": "true",
} if {
	some device in devices
	attribute.truth(device.record, encrypted_path(device)) in {"no", "unset"}
	not inherits(device)
	path := network.path_text(encrypted_path(device))
}

deny contains {
	"address": record.address,
	"path": device_block(record),
	"why": "no block device is declared: whether the root volume is encrypted is left to the image",
	"found": "none",
	"allowed": "an encrypted root device",
} if {
	some record in undeclared
}

undecided contains {
	"address": device.record.address,
	"path": network.path_text(encrypted_path(device)),
	"why": "whether the volume is encrypted is not known before apply",
} if {
	some device in devices
	attribute.truth(device.record, encrypted_path(device)) == "unknown"
}

undecided contains {
	"address": device.record.address,
	"path": network.path_text(encrypted_path(device)),
	"why": "the volume is encrypted if its snapshot is, which the plan does not tell; set encrypted to true",
} if {
	some device in devices
	inherits(device)
}

undecided contains {
	"address": found.record.address,
	"path": found.block,
	"why": "which block devices there are is not known before apply",
} if {
	some found in hidden
}

encrypted_path(device) := array.concat(device.path, ["encrypted"])

# A volume from a snapshot is encrypted as the snapshot is, when nothing is set.
inherits(device) if {
	attribute.truth(device.record, encrypted_path(device)) == "unset"
	plan.state(device.record, array.concat(device.path, ["snapshot_id"])).is != "unset"
}

device_block(record) := "block_device_mappings" if {
	record.type == "aws_launch_template"
} else := "root_block_device"
