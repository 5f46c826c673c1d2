# METADATA
# title: The tiers of the architecture
# description: >-
#   The only file that names tiers. A tier is a set of security groups: those of its members. The settings name the tiers and say
#   which resources are their members (lib.members). Where they name none, the structure does: `alb` the groups on application
#   load balancers, `app` those on what serves their target groups, `db` those on databases, `endpoint` those on VPC endpoints of
#   the systems in the scope (lib.network). The reports use the same names for these; a test compares them.
package lib.tiers

import data.lib.declared
import rego.v1

load_balancers := "alb"

app := "app"

databases := "db"

endpoints := "endpoint"

structural := [load_balancers, app, databases, endpoints]

all := {name | some name, _ in declared.tiers} if {
	declared.some_tier
} else := {tier | some tier in structural}

# Any two tiers, each pair once.
pairs := [[tier, other] |
	some tier in all
	some other in all
	tier < other
]

# Names of the sources and destinations of flows in reports, in the order of reports. The names that a team gives are their own labels.
sides := [
	{"name": "internet", "label": "Internet"},
	{"name": load_balancers, "label": "ALB"},
	{"name": app, "label": "EC2"},
	{"name": databases, "label": "RDS"},
	{"name": endpoints, "label": "Endpoint"},
]
