# METADATA
# title: Instances have no public address
# description: >-
#   The Internet reaches the service through the load balancer only. Neither what instances start from, nor their subnet,
#   nor an Elastic IP gives them a public address.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html
#     description: IP addressing for VPCs and subnets
# custom:
#   id: EC2-003
#   severity: high
#   scope: architecture
#   resources:
#     - aws_launch_template
#     - aws_launch_configuration
#     - aws_instance
#     - aws_spot_instance_request
#     - aws_subnet
#     - aws_default_subnet
#     - aws_eip
#     - aws_eip_association
#   reads:
#     - aws_autoscaling_group
#     - aws_network_interface
#   fix: >-
#     Set associate_public_ip_address to false, turn map_public_ip_on_launch off in the private subnets, and remove the
#     Elastic IP.
package rules.compute.no_public_address

import rego.v1

import data.lib.attribute
import data.lib.machines
import data.lib.members
import data.lib.network
import data.lib.plan
import data.lib.scope
import data.lib.subnets
import data.lib.words

# {record, path}: each switch for a public address.
switches := array.concat(
	[{"record": record, "path": ["associate_public_ip_address"]} |
		some record in machines.private
		record.type != "aws_launch_template"
	],
	[{"record": record, "path": ["network_interfaces", i, "associate_public_ip_address"]} |
		some record in machines.private
		some i in attribute.entries(record, ["network_interfaces"])
	],
)

# Names of the subnets in which instances start.
used := {name |
	some record in machines.private_groups
	some name in plan.links(record, ["vpc_zone_identifier"])
} | {name |
	some record in machines.private
	some path in machines.subnet_paths(record)
	some name in plan.links(record, path)
}

used_subnets := [record |
	some record in subnets.records
	some name in plan.names(record)
	used[name]
]

fixed_addresses := array.concat(plan.of_type.aws_eip, plan.of_type.aws_eip_association)

# Elastic IPs that are put on an instance or an interface. That of a NAT gateway shows an interface after apply, which
# no configuration sets.
elastic := [{"record": record, "path": path} |
	some record in fixed_addresses
	scope.stacks[record.stack]
	some path in elastic_paths[record.type]
	plan.state(record, [path]).is != "unset"
	placed_by_hand(record, path)
	still_managed(record, path)
	not meant(record, path)
]

# On a member of a tier that is meant to be public.
meant(record, path) if {
	link := plan.links(record, [path])
	count(link) > 0
	every name in link { public_names[name] }
}

public_names := {name |
	some claim in members.claims
	members.meant_public[claim.record.address]
	some name in network.member_names(claim.record)
}

# One that Terraform forgets stays where it is, which may be on what it does not forget.
still_managed(record, _) if not record.forgotten

still_managed(record, path) if plan.meets(plan.links(record, [path]), holders)

holders := {name |
	some record in array.concat(network.instances, plan.of_type.aws_network_interface)
	some name in network.member_names(record)
}

elastic_paths := {
	"aws_eip": ["instance", "network_interface"],
	"aws_eip_association": ["instance_id", "network_interface_id"],
}

placed_by_hand(_, path) if path != "network_interface"

placed_by_hand(record, path) if {
	path == "network_interface"
	object.get(record.expressions, [path], null) != null
}

# The configuration of one that is forgotten is gone.
placed_by_hand(record, "network_interface") if record.forgotten

checked contains record.address if some record in machines.private

checked contains record.address if some record in used_subnets

checked contains found.record.address if some found in elastic

deny contains {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": "its instances get a public address",
	"found": attribute.shown(found.record, found.path),
	"allowed": "false",
} if {
	some found in switches
	attribute.truth(found.record, found.path) == "yes"
}

deny contains {
	"address": record.address,
	"path": "map_public_ip_on_launch",
	"why": "instances that start in this subnet get a public address unless told otherwise",
	"found": attribute.shown(record, ["map_public_ip_on_launch"]),
	"allowed": "false",
} if {
	some record in used_subnets
	maps_public(record) == "yes"
}

deny contains {
	"address": found.record.address,
	"path": found.path,
	"why": "an Elastic IP gives an instance a public address",
	"found": placed_on(found),
	"allowed": "none",
} if {
	some found in elastic
	plan.state(found.record, [found.path]).is == "known"
}

deny contains {
	"address": found.record.address,
	"path": found.path,
	"why": "an Elastic IP gives an instance a public address",
	"found": placed_on(found),
	"allowed": "none",
} if {
	some found in elastic
	plan.state(found.record, [found.path]).is == "unknown"
	some name in plan.links(found.record, [found.path])
	not startswith(name, "?")
}

undecided contains {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": "whether its instances get a public address is not known before apply",
} if {
	some found in switches
	attribute.truth(found.record, found.path) == "unknown"
}

undecided contains {
	"address": record.address,
	"path": "network_interfaces",
	"why": "which network interfaces it has is not known before apply",
} if {
	some record in machines.private
	plan.state(record, ["network_interfaces"]).is == "unknown"
}

undecided contains {
	"address": record.address,
	"path": "map_public_ip_on_launch",
	"why": "whether instances in this subnet get a public address is not known before apply",
} if {
	some record in used_subnets
	maps_public(record) == "unknown"
}

undecided contains {
	"address": found.record.address,
	"path": found.path,
	"why": "whether an Elastic IP is put on an instance is not known before apply",
} if {
	some found in elastic
	every name in plan.links(found.record, [found.path]) { startswith(name, "?") }
}

# An exception is bound to this text: the address on another instance is another finding.
placed_on(found) := concat("", ["an Elastic IP on ", words.joined(" or ", {trim_prefix(name, "?") | some name in plan.links(found.record, [found.path])})])

# A default subnet gives public addresses unless told otherwise.
maps_public(record) := "yes" if {
	record.type == "aws_default_subnet"
	attribute.truth(record, ["map_public_ip_on_launch"]) == "unset"
} else := attribute.truth(record, ["map_public_ip_on_launch"])
