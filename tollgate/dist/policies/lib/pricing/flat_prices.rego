# What do resources cost whose price does not depend on their attributes?
package lib.pricing

import rego.v1

import data.lib.plan

# By type: the part of the bill, the item, its row in the price book, and whether it is priced by the hour.
flat := object.union(network_prices, object.union(key_prices, monitoring_prices))

lines contains line(resource, kind.part, kind.item, "", quote, once) if {
	some resource in plan.managed
	kind := flat[resource.type]
	quote := priced(resource, kind.id, {true: hours, false: 1}[kind.hourly])
}

depending contains {"record": resource, "part": kind.part, "id": kind.id} if {
	some resource in plan.managed
	kind := flat[resource.type]
	object.get(book, ["charges", kind.id], null) != null
}
