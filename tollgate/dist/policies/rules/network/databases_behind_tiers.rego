# METADATA
# title: No path leads from the Internet to a database around the tiers
# description: >-
#   A group outside the tiers that allows the Internet must not be allowed by a database's group: neither directly, nor over
#   other groups, nor over the address range of the subnets of its resources. The finding spells out the path. If the
#   groups of a database, an address range or the resources in the range are not known, the rule is undecided.
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
#   fix: >-
#     Break the way at one of its steps: let the database's group admit the application's group alone, or close the
#     entrance to the Internet.
package rules.network.databases_behind_tiers

import data.lib.network
import data.lib.paths
import rego.v1

database_holders := network.database_attachments

# One without groups gets the default group of its VPC, which another rule denies.
checked contains held.address if {
	some held in database_holders
	held.state != "unset"
}

deny contains {
	"address": held.address,
	"path": held.path,
	"why": "the Internet reaches this database around the tiers",
	"found": way.text,
	"allowed": "only the declared flows",
} if {
	some way in paths.ways
	not perhaps_in_a_tier(way.entrance)
	some held in database_holders
	holds(held, way.end)
}

undecided contains {
	"address": held.address,
	"path": held.path,
	"why": concat("", [
		"the Internet reaches this database around the tiers, unless the first group belongs to a resource of a tier whose groups are not known before apply: ",
		way.text,
	]),
} if {
	some way in paths.ways
	perhaps_in_a_tier(way.entrance)
	some held in database_holders
	holds(held, way.end)
}

# If a resource of a tier has groups that are not known, any group of its stack may be one of them.
perhaps_in_a_tier(entrance) if {
	some group in network.groups
	group.address == entrance
	uncertain_stacks[group.stack]
}

uncertain_stacks := {held.stack | some held in network.attachments; held.state == "unknown"}

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
	"why": "which security groups it gets is not known before apply: ways to it were not followed",
} if {
	some held in database_holders
	held.state == "unknown"
}

undecided contains {
	"address": held.address,
	"path": held.path,
	"why": concat("", ["the rules of the security group ", name, " are not in this plan: ways to it were not followed"]),
} if {
	some held in database_holders
	held.state == "known"
	some name in held.link
	not network.shown_names[name]
}

undecided contains {
	"address": held.address,
	"path": held.path,
	"why": concat("", ["the way to this database from ", lost.group, " was not followed further: it lets in ", lost.why]),
} if {
	some lost in paths.lost_ranges
	some held in database_holders
	leads_to(held, lost.group)
}

leads_to(held, group) if holds(held, group)

# A group on the way to some database.
leads_to(_, group) if not network.database_groups[group]

undecided contains {
	"address": held.address,
	"path": held.path,
	"why": "groups lead to this database over more than five steps: whether the Internet is at the end was not followed",
} if {
	count(paths.unfollowed) > 0
	some held in database_holders
}
