# METADATA
# title: The load balancer drops invalid headers
# description: >-
#   Header fields that are not valid let a request be read in one way by the load balancer and in another by the service
#   behind it (request smuggling). AWS passes them on unless told otherwise.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
#     description: Load balancer attributes
# custom:
#   id: LB-002
#   severity: medium
#   scope: architecture
#   resources:
#     - aws_lb
#     - aws_alb
#   fix: >-
#     Set drop_invalid_header_fields to true.
package rules.load_balancer.invalid_headers_dropped

import rego.v1

import data.lib.attribute
import data.lib.network
import data.lib.scope

balancers := [record | some record in network.application_load_balancers; scope.stacks[record.stack]]

checked contains record.address if some record in balancers

deny contains {
	"address": record.address,
	"path": "drop_invalid_header_fields",
	"why": "it passes header fields that are not valid on to the instances",
	"found": attribute.shown(record, ["drop_invalid_header_fields"]),
	"allowed": "true",
} if {
	some record in balancers
	attribute.truth(record, ["drop_invalid_header_fields"]) in {"no", "unset"}
}

undecided contains {
	"address": record.address,
	"path": "drop_invalid_header_fields",
	"why": "whether it drops header fields that are not valid is not known before apply",
} if {
	some record in balancers
	attribute.truth(record, ["drop_invalid_header_fields"]) == "unknown"
}
