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
import data.lib.network
import data.lib.plan
import data.lib.scope
import data.lib.tiers

# Listeners of network and gateway load balancers do not belong to this tier.
listeners := [record |
	declared.some_flow
	some record in network.listeners
	scope.stacks[record.stack]
	not of_other_kind(record)
]

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

ports := {flow.port | some flow in declared.flows; flow.to == tiers.load_balancers}

ports_text := concat(", ", {format_int(port, 10) | some port in ports})

checked contains record.address if some record in listeners

deny contains {
	"address": record.address,
	"path": "port",
	"why": "no flow is declared for the port of this listener",
	"found": attribute.shown(record, ["port"]),
	"allowed": ports_text,
} if {
	some record in listeners
	found := attribute.number_or(record, ["port"], 0)
	found.is == "known"
	not ports[found.value]
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
} else := "HTTP"
