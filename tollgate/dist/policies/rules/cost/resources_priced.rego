# METADATA
# title: Every resource has a price
# description: >-
#   A budget means something only when every resource has a price, is listed as free or is listed as charged by use in
#   prices.json of the settings. A resource without a price is undecided, never free: a resource in a region other than the
#   price book's, or in a region that the plan does not tell, an image with a licence, a version of a launch template that
#   the plan does not show.
# related_resources:
#   - ref: https://aws.amazon.com/pricing/
# custom:
#   id: COST-004
#   severity: medium
#   scope: architecture
#   resources: ["*"]
#   fix: >-
#     Set the attribute that decides the price, or add the price with its source to prices.json of the settings. A
#     type that costs nothing by itself goes into its free list, with the reason.
package rules.cost.resources_priced

import rego.v1

import data.lib.declared
import data.lib.pricing
import data.lib.scope

checked := set() if {
	declared.no_budget
} else := scope.addresses

# There is nothing to forbid here: what has a price may have any.
deny := set()

undecided contains {
	"address": found.address,
	"path": found.path,
	"why": concat("", ["it has no price: ", found.reason]),
} if {
	not declared.no_budget
	some found in pricing.unpriced
	scope.stacks[found.stack]
}
