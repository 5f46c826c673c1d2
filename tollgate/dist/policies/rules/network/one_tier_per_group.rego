# METADATA
# title: A security group belongs to one tier
# description: A group that two tiers share opens to each what was declared for the other.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
#     description: Security groups
# custom:
#   id: NET-003
#   severity: high
#   scope: always
#   resources:
#     - aws_security_group
#   fix: Give each tier a security group of its own.
package rules.network.one_tier_per_group

import data.lib.network
import data.lib.tiers
import rego.v1

checked contains group.address if {
	some group in network.groups
	some tier in network.tiers
	network.tier_groups[tier][group.address]
}

deny contains {
	"address": address,
	"path": "",
	"why": "one security group serves several tiers",
	"found": concat(" and ", [tier, other]),
	"allowed": "one tier",
} if {
	some [tier, other] in tiers.pairs
	some address in (network.tier_groups[tier] & network.tier_groups[other])
}

# A group that the plan does not show, by its id.
deny contains {
	"address": held.address,
	"path": held.path,
	"why": concat("", ["the security group ", name, " serves several tiers"]),
	"found": concat("", [name, " in ", tier, " and ", other]),
	"allowed": "one tier",
} if {
	some [tier, other] in tiers.pairs
	some name in (network.attached_names[tier] & network.attached_names[other])
	not network.shown_names[name]
	some held in network.attachments
	held.tier == tier
	held.link[name]
}

undecided contains {
	"address": held.address,
	"path": held.path,
	"why": "which security groups this is given is not known before apply: one may belong to another tier",
} if {
	some held in network.attachments
	held.state == "unknown"
}
