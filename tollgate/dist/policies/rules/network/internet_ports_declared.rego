# METADATA
# title: The Internet reaches declared ports only
# description: >-
#   No security group, of a tier or not, attached or not, lets the Internet in on a port that no flow from the Internet
#   declares. A declared flow into a tier opens nothing on anything else: a port of the load balancer is not open on an
#   instance or a bastion thereby. The Internet is any range of public addresses, or all such ranges of one group together,
#   that is wider than the networks of the limit internet in limits.json: an IPv4 /8 and an IPv6 /13 where the settings say
#   nothing else, which is the most that a single owner has. An IPv6 range that stands for IPv4 addresses (2002::/16,
#   64:ff9b::/96, ::ffff:0:0/96) counts as these; Teredo (2001::/32) counts as all of them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18
#     description: "EC2.18: Security groups should only allow unrestricted incoming traffic for authorized ports"
# custom:
#   id: NET-006
#   severity: critical
#   scope: always
#   resources:
#     - aws_security_group
#     - aws_security_group_rule
#     - aws_vpc_security_group_ingress_rule
#     - aws_default_security_group
#     - aws_ec2_managed_prefix_list_entry
#   fix: >-
#     Name the group or the network that needs the port in place of the Internet. A port that the public must reach is
#     declared as a flow from the Internet in flows.json of the settings.
package rules.network.internet_ports_declared

import data.lib.declared
import data.lib.exposure
import data.lib.openings
import data.lib.prefix_lists
import rego.v1

checked contains opening.address if {
	declared.some_flow
	some opening in array.concat(exposure.untiered, exposure.lent)
}

deny contains {
	"address": opening.address,
	"path": opening.peer.path,
	"why": exposure.why(opening),
	"found": openings.text_with_group(opening),
	"allowed": exposure.declared_text,
} if {
	declared.some_flow
	some opening in exposure.exposed
}

undecided contains {
	"address": opening.address,
	"path": opening.peer.path,
	"why": concat("", ["it is not known before apply whether the Internet is let in here: ", openings.text(opening)]),
} if {
	declared.some_flow
	some opening in exposure.uncertain
}

checked contains entry.address if {
	declared.some_flow
	some entry in prefix_lists.foreign_entries
}

undecided contains {
	"address": entry.address,
	"path": "cidr",
	"why": "this entry may add the Internet to a prefix list that is not in this plan: the ports that the list opens are unknown",
} if {
	declared.some_flow
	some entry in exposure.entries
}
