# METADATA
# title: Every resource of a tier has explicit security groups that the plan shows
# description: >-
#   A resource that is created without security groups gets the default group of its VPC. The rules of a group that is not
#   in the plan cannot be judged.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
#     description: Default security groups
# custom:
#   id: NET-004
#   severity: high
#   scope: always
#   resources:
#     - aws_lb
#     - aws_launch_template
#     - aws_launch_configuration
#     - aws_instance
#     - aws_db_instance
#     - aws_rds_cluster
#   fix: >-
#     Name the security group of the tier, and keep the group and its rules in the same plan.
package rules.network.groups_explicit

import data.lib.network
import rego.v1

checked contains held.address if some held in network.attachments

deny contains {
	"address": held.address,
	"path": held.path,
	"why": "no security group is named: AWS gives it the VPC's default group",
	"found": "none",
	"allowed": concat("", ["the security group of the ", held.tier, " tier"]),
} if {
	some held in network.attachments
	held.state == "unset"
}

undecided contains {
	"address": held.address,
	"path": held.path,
	"why": "which security groups it gets is not known before apply",
} if {
	some held in network.attachments
	held.state == "unknown"
}

undecided contains {
	"address": held.address,
	"path": held.path,
	"why": concat("", ["the rules of the security group ", name, " are not in this plan"]),
} if {
	some held in network.attachments
	held.state == "known"
	some name in held.link
	not network.shown_names[name]
}
