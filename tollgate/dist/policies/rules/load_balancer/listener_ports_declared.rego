# METADATA
# title: Listeners stand on declared ports and forward
# description: >-
#   Every listener of an application load balancer is a door to the Internet: its port is that of a declared flow into
#   the alb tier, its protocol is what clients expect there (HTTPS on 443, else HTTP), and it forwards.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html
#     description: Listeners for Application Load Balancers
# custom:
#   id: LB-004
#   severity: high
#   scope: architecture
#   resources:
#     - aws_lb_listener
#     - aws_alb_listener
#   reads:
#     - aws_lb
#   fix: >-
#     Remove the listener, or declare its flow in flows.json of the settings; let its default action forward to the
#     target group.
package rules.load_balancer.listener_ports_declared

import rego.v1

import data.lib.attribute
import data.lib.declared
import data.lib.flows
import data.lib.network
import data.lib.plan
import data.lib.scope
import data.lib.words

# Listeners of network and gateway load balancers belong to no tier that the structure shows.
listeners := [found.record | some found in tiered; not of_other_kind(found.record)]

# Listeners with the tier of their load balancer.
tiered := [found |
	declared.some_flow
	some found in flows.tier_listeners
	scope.stacks[found.stack]
]

judged := tiered if {
	declared.some_tier
} else := [found | some found in tiered; not of_other_kind(found.record)]

other_names := {name |
	some record in network.load_balancers
	attribute.shown(record, ["load_balancer_type"]) in {"network", "gateway"}
	some name in plan.names(record)
}

of_other_kind(record) if {
	names := plan.links(record, ["load_balancer_arn"])
	count(names) > 0
	every name in names { other_names[name] }
}

takes(tier, port) if {
	some flow in declared.flows
	flow.to == tier
	port >= flow.port
	port <= flow.last
}

ports_text(tier) := words.joined(", ", {text |
	some flow in declared.flows
	flow.to == tier
	text := trim_prefix(flow.traffic, "tcp ")
})

checked contains found.record.address if some found in judged

checked contains record.address if some record in unplaced

deny contains {
	"address": placed.record.address,
	"path": "port",
	"why": "no flow is declared for the port of this listener",
	"found": attribute.shown(placed.record, ["port"]),
	"allowed": ports_text(placed.tier),
} if {
	some placed in judged
	found := attribute.number_or(placed.record, ["port"], 0)
	found.is == "known"
	not takes(placed.tier, found.value)
}

# Listeners of load balancers that are made elsewhere.
unplaced := [record |
	declared.some_flow
	declared.some_tier
	some record in network.listeners
	scope.stacks[record.stack]
	not with_tier[record.address]
]

with_tier := {found.record.address | some found in flows.tier_listeners}

undecided contains {
	"address": record.address,
	"path": "load_balancer_arn",
	"why": "the load balancer of this listener is not in a tier of the judged input, so the flows to the listener are not known",
} if {
	some record in unplaced
}

deny contains {
	"address": record.address,
	"path": "protocol",
	"why": "clients expect another protocol on this port",
	"found": attribute.shown(record, ["protocol"]),
	"allowed": expected(record),
} if {
	some record in listeners
	found := protocol(record)
	found != "unknown"
	found != expected(record)
}

deny contains {
	"address": record.address,
	"path": concat(".", ["default_action", format_int(i, 10), "type"]),
	"why": "the listener answers by itself in place of the service",
	"found": attribute.shown(record, ["default_action", i, "type"]),
	"allowed": "forward",
} if {
	some record in listeners
	some i in attribute.entries(record, ["default_action"])
	plan.state(record, ["default_action", i, "type"]).is == "known"
	kind := attribute.shown(record, ["default_action", i, "type"])
	not passing[kind]
	not serves(record, kind)
}

deny contains {
	"address": record.address,
	"path": "default_action",
	"why": "the listener has no default action that forwards",
	"found": "none",
	"allowed": "forward",
} if {
	some record in listeners
	plan.state(record, ["default_action"]).is != "unknown"
	every i in attribute.entries(record, ["default_action"]) { authenticates(record, i) }
}

undecided contains {
	"address": record.address,
	"path": path,
	"why": concat("", ["the ", path, " of the listener is not known before apply"]),
} if {
	some record in listeners
	some path in ["port", "protocol", "default_action"]
	hidden(record, path)
}

# A redirect to a listener that forwards, and an answer to what no rule of the listener forwards.
serves(record, kind) if {
	kind in {"fixed-response", "redirect"}
	answering[record.address]
}

answering := {found.record.address | some found in tiered; flows.answers(found)}

# These come before a forward.
authenticating := {"authenticate-cognito", "authenticate-oidc", "jwt-validation"}

passing := {"forward"} | authenticating

authenticates(record, i) if {
	kind := attribute.shown(record, ["default_action", i, "type"])
	authenticating[kind]
}

hidden(record, "port") if attribute.number(record, ["port"]).is == "unknown"

hidden(record, "protocol") if protocol(record) == "unknown"

hidden(record, "default_action") if plan.state(record, ["default_action"]).is == "unknown"

hidden(record, "default_action") if {
	some i in attribute.entries(record, ["default_action"])
	plan.state(record, ["default_action", i, "type"]).is == "unknown"
}

# An application load balancer's listener without a protocol speaks HTTP.
protocol(record) := "HTTP" if {
	plan.state(record, ["protocol"]).is == "unset"
} else := attribute.shown(record, ["protocol"])

expected(record) := "HTTPS" if {
	attribute.number(record, ["port"]) == {"is": "known", "value": 443}
} else := "HTTPS" if {
	declared.some_tier
	attribute.number(record, ["port"]) != {"is": "known", "value": 80}
	protocol(record) == "HTTPS"
} else := "HTTP"
