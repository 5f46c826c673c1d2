# What is a line of the bill? Each of the files beside this one adds lines for one kind of resource.
package lib.pricing

import rego.v1

import data.lib.plan

# A line prices one part of one resource: quote times size. A size is a count of instances at minimum, desired and
# maximum, or {"reason", "path"}.
line(resource, part, item, path, quote, size) := {
	"stack": resource.stack,
	"address": resource.address,
	"part": part,
	"item": item,
	"path": path,
	"quote": quote,
	"size": size,
}

once := {"minimum": 1, "desired": 1, "maximum": 1}

records(type) := object.get(plan.of_type, type, [])

# Resources that have a line, or of which it was found that they cost nothing.
accounted := {found.address | some found in lines} | ({found.address | some found in gateway_endpoints} | ({found.address | some found in free_services} | scaling))
