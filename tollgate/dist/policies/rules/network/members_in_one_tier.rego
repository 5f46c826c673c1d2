# METADATA
# title: Every resource in the network belongs to one declared tier
# description: >-
#   Where the settings name tiers, each resource with security groups must be a member of exactly one of them: the flows of a resource
#   that no tier selects would be nobody's, and those of a resource that two tiers select would be open to both. A member must be
#   public or internal as its tier says; a load balancer that faces the Internet belongs to a tier with a flow from outside.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
#     description: Security groups
# custom:
#   id: NET-011
#   severity: high
#   scope: architecture
#   resources:
#     - aws_lb
#     - aws_instance
#     - aws_launch_template
#     - aws_ecs_service
#     - aws_lambda_function
#     - aws_rds_cluster
#     - aws_elasticache_replication_group
#     - aws_vpc_endpoint
#     - aws_network_interface_sg_attachment
#     - aws_vpc_endpoint_security_group_association
#   fix: >-
#     Select the resource in one tier of flows.json of the settings: by its type, name, tag, address, module or security group, or by
#     the load balancer that it stands behind. Narrow the selectors of the other tiers. Make a member of an internal tier internal.
package rules.network.members_in_one_tier

import rego.v1

import data.lib.attribute
import data.lib.interfaces
import data.lib.members
import data.lib.network
import data.lib.plan
import data.lib.words

checked contains record.address if some record in members.networked

claimed := {claim.record.address | some claim in members.claims}

deny contains {
	"address": record.address,
	"path": "",
	"why": "no tier selects this resource: nobody has declared its flows",
	"found": record.type,
	"allowed": "a member of one tier",
} if {
	some record in members.networked
	not claimed[record.address]
}

tiers_of := {address: tiers |
	some address in several
	tiers := {claim.tier | some claim in members.claims; claim.record.address == address}
}

# Addresses that more than one claim names: few.
several := {claim.record.address | some claim in members.claims; tier_of[claim.record.address] != claim.tier}

# One of the tiers of each.
tier_of := plan.one_of_each([[claim.record.address, claim.tier] | some claim in members.claims])

deny contains {
	"address": address,
	"path": "",
	"why": "several tiers select this resource",
	"found": words.joined(" and ", tiers),
	"allowed": "a member of one tier",
} if {
	some address, tiers in tiers_of
}

undecided contains {
	"address": claim.record.address,
	"path": "",
	"why": concat("", ["it is not known before apply whether the tier ", claim.tier, " selects this resource"]),
} if {
	some claim in members.claims
	not claim.sure
}

undecided contains {
	"address": given.record.address,
	"path": network.path_text([given.path]),
	"why": "it is not known before apply which member of a tier gets this security group",
} if {
	some given in members.given_later
	not placed[given.record.address]
}

placed := {late.record.address | some late in members.late}

# ------------------------------------------------------------------------------------------------ public or internal

# {record, tier, faces: yes|no|unknown, path}
faces := [{"record": claim.record, "tier": claim.tier, "faces": faces, "path": interfaces.of_type[claim.record.type].open.path} |
	some claim in members.claims
	claim.sure
	faces := members.faces_internet(claim.record)
]

deny contains {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": concat("", ["the tier ", found.tier, " is internal, and this member faces the Internet"]),
	"found": attribute.shown(found.record, found.path),
	"allowed": "an internal member",
} if {
	some found in faces
	found.faces == "yes"
	members.natures[found.tier] == "internal"
}

deny contains {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": concat("", ["the tier ", found.tier, " is public, and this member is not"]),
	"found": attribute.shown(found.record, found.path),
	"allowed": "a member that faces the Internet",
} if {
	some found in faces
	found.faces == "no"
	members.natures[found.tier] == "public"
}

deny contains {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": concat("", ["this load balancer faces the Internet, and no flow from outside leads to the tier ", found.tier]),
	"found": attribute.shown(found.record, found.path),
	"allowed": "an internal load balancer",
} if {
	some found in faces
	found.faces == "yes"
	not members.natures[found.tier]
	network.load_balancer_types[found.record.type]
	not members.entered[found.tier]
}

undecided contains {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": concat("", ["it is not known before apply whether this member of the tier ", found.tier, " faces the Internet"]),
} if {
	some found in faces
	found.faces == "unknown"
	members.natures[found.tier]
}
