# METADATA
# title: Declared flows are open end to end
# description: >-
#   A declared flow that is not open from end to end is an outage. For each declared flow, a listener must forward on its
#   port, the target group, the health check and the database must use its port, and the security groups on both sides
#   must let it through.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html
#     description: Security groups for an Application Load Balancer
# custom:
#   id: NET-002
#   severity: high
#   scope: architecture
#   resources:
#     - aws_security_group
#     - aws_lb_listener
#     - aws_lb_target_group
#     - aws_db_instance
#   fix: >-
#     Open the flow at the place that is named, or remove it from flows.json of the settings when nothing uses it.
package rules.network.declared_flows_open

import data.lib.declared
import data.lib.flows
import rego.v1

checked contains address if {
	declared.some_flow
	some [stack, flow] in flows.expected
	some side in [flow.from, flow.to]
	some address in flows.members_of(stack, side)
}

gaps := [gap | declared.some_flow; some gap in flows.gaps; gap.flow.required]

deny contains {
	"address": gap.address,
	"path": gap.path,
	"why": concat("", [flow_text(gap.flow), ": ", gap.why]),
	"found": concat("", [gap.found, " (", trim_prefix(flow_text(gap.flow), "flow "), ")"]),
	"allowed": gap.allowed,
} if {
	some gap in gaps
	gap.certain
}

undecided contains {
	"address": gap.address,
	"path": gap.path,
	"why": concat("", [flow_text(gap.flow), ": not known before apply: ", gap.why]),
} if {
	some gap in gaps
	not gap.certain
}

flow_text(flow) := concat("", [
	"flow ", flow.from, " to ", flow.to, " on ", flow.traffic,
])
