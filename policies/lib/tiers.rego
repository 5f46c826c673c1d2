# METADATA
# title: The tiers of the architecture
# description: >-
#   The only file that names the tiers. A tier is a set of security groups: `alb` those on application load balancers, `app`
#   those on what serves their target groups, `db` those on databases, `endpoint` those on VPC endpoints of the systems in
#   the scope. lib.network finds the security groups. The schema of flows.json and the reports use the same names; a test compares
#   them.
package lib.tiers

import rego.v1

load_balancers := "alb"

app := "app"

databases := "db"

endpoints := "endpoint"

# In the order of reports.
in_order := [load_balancers, app, databases, endpoints]

all := {tier | some tier in in_order}

# Any two tiers, each pair once.
pairs := [[tier, other] |
	some i, tier in in_order
	some j, other in in_order
	i < j
]

# Names of the sources and destinations of flows in reports, in the order of reports.
sides := [
	{"name": "internet", "label": "Internet"},
	{"name": load_balancers, "label": "ALB"},
	{"name": app, "label": "EC2"},
	{"name": databases, "label": "RDS"},
	{"name": endpoints, "label": "Endpoint"},
]
