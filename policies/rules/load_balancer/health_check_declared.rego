# METADATA
# title: The health check is the declared one
# description: >-
#   The load balancer sends requests to an instance, and the group replaces it, by what the health check of the target
#   group finds. Path, thresholds, timeout, interval and the healthy codes are the ones in the limits.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
#     description: Health checks for target groups
# custom:
#   id: LB-003
#   severity: medium
#   scope: architecture
#   resources:
#     - aws_lb_target_group
#     - aws_alb_target_group
#   fix: >-
#     Set the attribute of health_check to the declared value, or change health_check in limits.json of the settings when
#     the service has changed.
package rules.load_balancer.health_check_declared

import rego.v1

import data.lib.attribute
import data.lib.declared
import data.lib.network
import data.lib.plan
import data.lib.provider
import data.lib.scope

# An application load balancer forwards to groups of HTTP and HTTPS only; a Lambda function has no such check.
target_groups := [record |
	wanted
	some record in network.target_groups
	scope.stacks[record.stack]
	not attribute.shown(record, ["protocol"]) in {"TCP", "UDP", "TLS", "TCP_UDP", "QUIC", "TCP_QUIC", "GENEVE"}
	attribute.shown(record, ["target_type"]) != "lambda"
]

wanted := declared.limits.health_check

defaults := provider.defaults.aws_lb_target_group

# Attribute of the block: the allowed value, and the value where the block does not set it. Without a block, AWS uses other
# thresholds than the provider (API reference of CreateTargetGroup).
members := {
	"path": {"allowed": wanted.path, "default": "/"},
	"protocol": {"allowed": "HTTP", "default": "HTTP"},
	"matcher": {"allowed": wanted.matcher, "default": "200"},
	"healthy_threshold": {"allowed": wanted.healthy, "default": defaults["health_check.healthy_threshold"], "without_block": 5},
	"unhealthy_threshold": {"allowed": wanted.unhealthy, "default": defaults["health_check.unhealthy_threshold"], "without_block": 2},
	"timeout": {"allowed": wanted.timeout, "default": 5},
	"interval": {"allowed": wanted.interval, "default": 30},
}

checked contains record.address if some record in target_groups

deny contains {
	"address": record.address,
	"path": concat(".", ["health_check", "0", member]),
	"why": concat("", ["the health check's ", member, " is not the declared one"]),
	"found": attribute.shown(record, ["health_check", 0, member]),
	"allowed": attribute.text(rule.allowed),
} if {
	some record in target_groups
	some member, rule in members
	found := value(record, member, rule)
	found.is == "known"
	found.value != rule.allowed
}

deny contains {
	"address": record.address,
	"path": "health_check.0.enabled",
	"why": "the health check is switched off",
	"found": "false",
	"allowed": "true",
} if {
	some record in target_groups
	attribute.truth(record, ["health_check", 0, "enabled"]) == "no"
}

undecided contains {
	"address": record.address,
	"path": concat(".", ["health_check", "0", member]),
	"why": concat("", ["the health check's ", member, " is not known before apply"]),
} if {
	some record in target_groups
	some member, rule in members
	value(record, member, rule).is == "unknown"
}

undecided contains {
	"address": record.address,
	"path": "health_check.0.enabled",
	"why": "whether the health check is on is not known before apply",
} if {
	some record in target_groups
	attribute.truth(record, ["health_check", 0, "enabled"]) == "unknown"
}

value(record, member, rule) := attribute.number_or(record, ["health_check", 0, member], fallback(record, rule)) if {
	is_number(rule.allowed)
} else := {"is": "known", "value": fallback(record, rule)} if {
	plan.state(record, ["health_check", 0, member]).is == "unset"
} else := plan.state(record, ["health_check", 0, member])

fallback(record, rule) := rule.without_block if {
	count(attribute.entries(record, ["health_check"])) == 0
} else := rule["default"]
