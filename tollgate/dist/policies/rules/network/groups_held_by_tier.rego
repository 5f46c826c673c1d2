# METADATA
# title: Only resources of a tier use its security groups
# description: >-
#   A resource with the group of a tier may do what the tier may do. An instance, an interface or a second fleet that has
#   the application's group without serving the target group reaches the database like the application does.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
#     description: Security groups
# custom:
#   id: NET-010
#   severity: high
#   scope: architecture
#   resources:
#     - aws_instance
#     - aws_network_interface
#     - aws_launch_template
#     - aws_launch_configuration
#     - aws_lb
#     - aws_elb
#     - aws_db_instance
#     - aws_vpc_endpoint
#   fix: >-
#     Give what is not of the tier a security group of its own, or let it serve the target group of the tier.
package rules.network.groups_held_by_tier

import data.lib.network
import data.lib.scope
import rego.v1

scoped := [holder | some holder in network.holders; scope.stacks[holder.stack]]

members := {[held.tier, held.address] | some held in network.attachments}

# A group that two tiers share is told by the rule on shared groups.
in_some_tier(address) if {
	some tier in network.tiers
	members[[tier, address]]
}

checked contains holder.address if some holder in scoped

deny contains {
	"address": holder.address,
	"path": holder.path,
	"why": concat("", ["the resource has a security group of the ", tier, " tier and does not belong to the tier"]),
	"found": name,
	"allowed": concat("", ["resources of the ", tier, " tier"]),
} if {
	some holder in scoped
	not holder.unseen
	not in_some_tier(holder.address)
	some tier in network.tiers
	some name in holder.link
	network.sure[tier][name]
}

undecided contains {
	"address": holder.address,
	"path": holder.path,
	"why": concat("", ["the resource does not belong to the ", tier, " tier and may have one of its security groups"]),
} if {
	some holder in scoped
	not holder.unseen
	not in_some_tier(holder.address)
	some tier in network.tiers
	network.held_tiers[tier]
	some name in holder.link
	not network.sure[tier][name]
	network.touches(name, tier)
}

# What the gate does not see may be of the tier.
undecided contains {
	"address": holder.address,
	"path": holder.path,
	"why": concat("", ["a security group of the ", tier, " tier is put on something that no rule reads or that the plan does not show: whether this belongs to the tier is not known"]),
} if {
	some holder in scoped
	holder.unseen
	not in_some_tier(holder.address)
	some tier in network.tiers
	some name in holder.link
	network.sure[tier][name]
}
