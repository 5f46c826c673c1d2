# What the tests beside this file share.
package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

# Items of a plan without their paths: [address, item, minimum, desired, maximum].
amounts(resources) := {[found.address, found.item, found.minimum, found.desired, found.maximum] |
	items := pricing.items with input as fixture.plan(resources)
	some found in items
}

# What stays without a price: [address, path, reason].
reasons(resources) := {[found.address, found.path, found.reason] |
	unpriced := pricing.unpriced with input as fixture.plan(resources)
	some found in unpriced
}

charges(resources) := {[found.address, found.part, found.usage] |
	found_charges := pricing.charges with input as fixture.plan(resources)
	some found in found_charges
}

# The group with its template, changed.
fleet(values, template_values) := [fixture.changing(fixture.group, values), fixture.changing(fixture.template, template_values)]

mixed(policy) := {"launch_template": [], "mixed_instances_policy": [{"launch_template": [object.union({"launch_template_specification": [{"launch_template_name": "productos-api-lt"}]}, policy)]}]}
