# METADATA
# title: No way leads from the Internet to a database around the tiers
# description: >-
#   A group of no tier that lets the Internet in must not be let in by a database's group, neither directly nor over
#   other groups, nor over the address range of the subnets that its holders stand in. The way is spelled out.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html
#     description: Controlling access with security groups
# custom:
#   id: NET-009
#   severity: critical
#   scope: always
#   resources:
#     - aws_db_instance
#     - aws_rds_cluster
#     - aws_security_group
#   remediation: >-
#     Break the way at one of its steps: let the database's group admit the application's group alone, or close the
#     entrance to the Internet.
package rules.network.databases_behind_tiers

import data.lib.network
import data.lib.paths
import rego.v1

database_holders := [held | some held in network.attachments; held.tier == "db"]

checked contains held.address if some held in database_holders

deny contains {
	"address": held.address,
	"path": held.path,
	"message": "the Internet reaches this database around the tiers",
	"actual": way.text,
	"allowed": "only the declared flows",
} if {
	some way in paths.ways
	some held in database_holders
	holds(held, way.end)
}

holds(held, address) if {
	some name in held.link
	paths.group_at[name][address]
}

holds(held, address) if {
	some name in held.link
	some group in network.groups
	group.address == address
	group.loose[name]
}

undecided contains {
	"address": held.address,
	"path": held.path,
	"message": "groups lead to this database over more than five steps: whether the Internet is at the end was not followed",
} if {
	count(paths.unfollowed) > 0
	some held in database_holders
}
