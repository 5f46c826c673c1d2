# METADATA
# title: The default security group of a VPC allows nothing
# description: >-
#   A resource that is created without a security group gets the VPC's default group. AWS lets the default group allow all
#   traffic between its resources and outwards. The plan must manage the default group without rules; for a VPC of this
#   architecture, the default group must be in the plan.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2
#     description: "EC2.2: VPC default security groups should not allow inbound or outbound traffic"
# custom:
#   id: NET-005
#   severity: high
#   scope: always
#   resources:
#     - aws_default_security_group
#     - aws_vpc
#   fix: >-
#     Declare aws_default_security_group for the VPC, without ingress and egress, and put no rule on it.
package rules.network.default_group_closed

import data.lib.flows
import data.lib.network
import data.lib.openings
import data.lib.plan
import data.lib.scope
import rego.v1

default_groups := [group | some group in network.groups; group.kind == "default"]

names := {name | some group in default_groups; some name in group.names}

checked contains group.address if some group in default_groups

vpcs := [vpc |
	some vpc in plan.of_type.aws_vpc
	scope.stacks[vpc.stack]
	not vpc.forgotten
]

checked contains vpc.address if some vpc in vpcs

deny contains {
	"address": opening.address,
	"path": opening.peer.path,
	"why": "the default security group has a rule that allows traffic",
	"found": openings.text_with_group(opening),
	"allowed": "nothing",
} if {
	some opening in openings.openings
	opening.peer.kind != "unknown"
	plan.meets(opening.group, names)
}

undecided contains {
	"address": opening.address,
	"path": opening.peer.path,
	"why": "the traffic that the default security group allows is not known before apply",
} if {
	some opening in openings.openings
	opening.peer.kind == "unknown"
	plan.meets(opening.group, names)
}

# An unknown group may be the default group. If the group may also be one of a tier, and no flow covers the rule, another rule
# reports it.
undecided contains {
	"address": opening.address,
	"path": "security_group_id",
	"why": "the group of this rule is not known before apply: it may be the default one",
} if {
	count(default_groups) > 0
	some opening in openings.openings
	some name in opening.group
	network.unsure(name)
	not plan.meets(opening.group, names)
	not flows.told[flows.key(opening)]
}

taken_over := {name | some record in plan.of_type.aws_default_security_group; some name in plan.links(record, ["vpc_id"])}

deny contains {
	"address": vpc.address,
	"path": "",
	"why": "the VPC's default security group is left as AWS opens it",
	"found": "no aws_default_security_group",
	"allowed": "an aws_default_security_group without rules",
} if {
	some vpc in vpcs
	not plan.meets(taken_over, plan.names(vpc))
}
