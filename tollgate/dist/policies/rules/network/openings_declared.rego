# METADATA
# title: Security groups of a tier allow declared flows only
# description: >-
#   Everything that the groups of a tier allow in or out must be a declared flow: exactly its port, and the flow's other
#   side as the source or destination. Inline rules, standalone rules of both kinds and rules in other modules count alike.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#     description: Security group rules
# custom:
#   id: NET-001
#   severity: critical
#   scope: always
#   resources:
#     - aws_security_group
#     - aws_security_group_rule
#     - aws_vpc_security_group_ingress_rule
#     - aws_vpc_security_group_egress_rule
#   fix: >-
#     Remove the rule, or narrow it to a flow that flows.json of the settings declares. A new flow is declared there
#     first, so that it is reviewed. A group or address range that is made elsewhere is named under peers of flows.json.
package rules.network.openings_declared

import data.lib.declared
import data.lib.flows
import data.lib.openings
import rego.v1

judged := [item | declared.some_flow; some item in flows.tier_openings]

checked contains item.opening.address if some item in judged

deny contains {
	"address": item.opening.address,
	"path": flows.blamed_path(item.opening, item.tier),
	"why": concat("", ["a group of the ", item.tier, " tier has a rule that allows traffic that no flow declares"]),
	"found": concat("", [openings.text_with_group(item.opening), " (", item.tier, " tier)"]),
	"allowed": flows.allowed_text(item.tier, item.opening.direction),
} if {
	some item in judged
	item.owner == "yes"
	item.covered == "no"
}

undecided contains {
	"address": item.opening.address,
	"path": flows.blamed_path(item.opening, item.tier),
	"why": concat("", [
		"it is not known before apply whether this is a declared flow of the ", item.tier, " tier: ", openings.text(item.opening),
	]),
} if {
	some item in judged
	item.covered != "yes"
	[item.owner, item.covered] != ["yes", "no"]
}
