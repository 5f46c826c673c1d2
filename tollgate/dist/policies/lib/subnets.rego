# METADATA
# title: Which subnets are private
# description: >-
#   A subnet is private when its route table has no route to an internet gateway. Found from structure: subnet, its
#   association, the route table, its routes; a subnet without an association has the main route table of its VPC. Each
#   step works on sets of names by class, so that the cost stays linear.
# custom:
#   resources:
#     - aws_alb
#     - aws_autoscaling_group
#     - aws_default_route_table
#     - aws_default_subnet
#     - aws_internet_gateway
#     - aws_lb
#     - aws_main_route_table_association
#     - aws_route
#     - aws_route_table
#     - aws_route_table_association
#     - aws_subnet
#     - aws_vpc
#     - data.aws_internet_gateway
package lib.subnets

import rego.v1

import data.lib.plan

# ------------------------------------------------------------------------------------------------ routes

gateway_names := {name |
	some record in array.concat(plan.of_type.aws_internet_gateway, plan.data_of_type("aws_internet_gateway"))
	some name in plan.names(record)
}

gateway(name) if gateway_names[name]

gateway(name) if startswith(name, "igw-")

# Names behind which an internet gateway may hide.
obscure(name) if startswith(name, "?")

obscure(name) if contains(name, "data.")

# Does what a route's gateway_id points at lead to the Internet: "yes", "maybe" or "no".
leads_out(names) := "yes" if {
	count(names) > 0
	every name in names { gateway(name) }
} else := "maybe" if {
	some name in names
	gateway(name)
} else := "maybe" if {
	some name in names
	obscure(name)
} else := "no"

# The names of the route tables that separate routes lead out of, and those that they may.
routed := {certainty: names |
	some certainty in ["yes", "maybe"]
	names := {name |
		some record in plan.of_type.aws_route
		leads_out(plan.links(record, ["gateway_id"])) == certainty
		some name in plan.links(record, ["route_table_id"])
	}
}

# A route out of an unknown route table.
stray_route if {
	some name in (routed.yes | routed.maybe)
	startswith(name, "?")
}

# Routes that the table holds itself.
inline(record) := "yes" if {
	some i, entry in inline_entries(record)
	entry_leads(record, i, entry) == "yes"
} else := "maybe" if {
	some i, entry in inline_entries(record)
	entry_leads(record, i, entry) == "maybe"
} else := "maybe" if {
	plan.state(record, ["route"]).is == "unknown"
	leads_out(plan.links(record, ["route"])) != "no"
} else := "maybe" if {
	plan.dynamic(record, "route")
} else := "no"

inline_entries(record) := found if {
	found := object.get(record.values, ["route"], null)
	is_array(found)
} else := []

entry_leads(record, i, entry) := leads_out(plan.entry_links(record, "route", entry, "gateway_id")) if {
	plan.flagged(record, ["route", i, "gateway_id"])
	record.configured
} else := "maybe" if {
	plan.flagged(record, ["route", i, "gateway_id"])
} else := leads_out({entry.gateway_id}) if {
	is_string(entry.gateway_id)
} else := "no"

# ------------------------------------------------------------------------------------------------ route tables

# {exact, loose, class}: `exact` names mean this table alone, `loose` ones any of its siblings too.
tables := [table |
	some record in array.concat(plan.of_type.aws_route_table, plan.of_type.aws_default_route_table)
	exact := plan.exact_names(record) | plan.links(record, ["default_route_table_id"])
	loose := plan.reference_names(record) - exact
	table := {"exact": exact, "loose": loose, "class": table_class(exact, loose, inline(record))}
]

table_class(exact, loose, held) := "public" if {
	held == "yes"
} else := "public" if {
	hits(exact, routed.yes)
} else := "unknown" if {
	held == "maybe"
} else := "unknown" if {
	some certainty in ["yes", "maybe"]
	hits(exact | loose, routed[certainty])
} else := "unknown" if {
	stray_route
} else := "private"

# Looks each of a few names up: an intersection would go through the many.
hits(few, many) if {
	some name in few
	many[name]
}

# A VPC stands for its main route table, which has no route but those that the plan gives it.
mains := [main |
	some record in plan.of_type.aws_vpc
	exact := plan.exact_names(record) | {value |
		some attribute in ["main_route_table_id", "default_route_table_id"]
		value := object.get(record.values, attribute, null)
		is_string(value)
	}
	loose := plan.reference_names(record) - exact
	main := {"exact": exact, "loose": loose, "class": main_class(exact, loose)}
]

main_class(exact, loose) := "public" if {
	some names in [routed.yes, table_exact.public, put_in_place.public]
	hits(exact, names)
} else := "unknown" if {
	some names in [routed.yes, routed.maybe, table_exact.unknown, put_in_place.unknown, put_in_place.public]
	hits(exact | loose, names)
} else := "unknown" if {
	stray_route
} else := "private"

classes := {"private", "public", "unknown"}

table_exact := {class: names |
	some class in classes
	names := {name | some table in tables; table.class == class; some name in table.exact}
}

# VPCs whose main route table is replaced by one of the class.
put_in_place := {class: names |
	some class in classes
	names := {name |
		some record in plan.of_type.aws_main_route_table_association
		class_of(plan.links(record, ["route_table_id"]), table_names) == class
		some name in plan.links(record, ["vpc_id"])
	}
}

table_names := by_class(tables)

main_names := by_class(mains)

all_table_names := {class: names | some class in classes; names := table_names[class] | main_names[class]}

by_class(found) := {class: names |
	some class in classes
	names := {name | some item in found; item.class == class; some name in (item.exact | item.loose)}
}

# The class that all of the names share.
class_of(names, named) := class if {
	count(names) > 0
	some class in ["private", "public"]
	every name in names { only(name, class, named) }
} else := "unknown"

only(name, class, named) if {
	named[class][name]
	every other in classes - {class} { not named[other][name] }
}

# ------------------------------------------------------------------------------------------------ subnets

records := array.concat(plan.of_type.aws_subnet, plan.of_type.aws_default_subnet)

# The names of the subnets that are associated with a table of each class.
associated := {class: names |
	some class in classes
	names := {name |
		some record in plan.of_type.aws_route_table_association
		class_of(plan.links(record, ["route_table_id"]), all_table_names) == class
		some name in plan.links(record, ["subnet_id"])
	}
}

# An association with an unknown subnet.
stray_association if {
	some class in classes
	some name in associated[class]
	startswith(name, "?")
}

subnets := [subnet |
	some record in records
	exact := plan.exact_names(record)
	loose := plan.reference_names(record) - exact
	subnet := {"exact": exact, "loose": loose, "class": subnet_class(record, exact, loose)}
]

subnet_class(record, exact, loose) := "public" if {
	hits(exact, associated.public)
} else := "unknown" if {
	hits(exact, associated.unknown)
} else := "private" if {
	hits(exact, associated.private)
} else := shared if {
	shared := loose_class(loose)
} else := "unknown" if {
	stray_association
} else := "unknown" if {
	record.type == "aws_default_subnet"
} else := class_of(plan.links(record, ["vpc_id"]), main_names)

loose_class(loose) := class if {
	some class in classes
	hits(loose, associated[class])
	every other in classes - {class} {
		names := associated[other]
		not hits(loose, names)
	}
} else := "unknown" if {
	some class in classes
	hits(loose, associated[class])
}

subnet_names := by_class(subnets)

# Existing subnets that the settings vouch for.
declared := {id | some id in object.get(data.settings, ["limits", "private_subnets", "declared"], [])}

# The standing of the subnet that a link names: "private", "public" or "unknown".
standing(name) := "private" if {
	only(name, "private", subnet_names)
} else := "public" if {
	only(name, "public", subnet_names)
} else := "unknown" if {
	named(name)
} else := "private" if {
	declared[name]
} else := "unknown"

named(name) if {
	some class in classes
	subnet_names[class][name]
}

# Why the standing of a subnet is not known, and what to do.
doubt(name) := "the plan does not tell whether its route table has a route to an internet gateway; associate it with a route table of this plan" if {
	named(name)
} else := concat("", [
	"the routes of ", name,
	" are not in this plan; when it is private, list its id in private_subnets.declared of limits.json of the settings",
]) if {
	startswith(name, "subnet-")
} else := "which subnet it is cannot be told from the plan; name a subnet of this plan, or the id of one that limits.json of the settings lists in private_subnets.declared"

# ------------------------------------------------------------------------------------------------ how many

loose_names := {name | some subnet in subnets; some name in subnet.loose}

# Names without instance keys that somebody counts.
counted_names := {name |
	some [type, attribute] in [
		["aws_autoscaling_group", "vpc_zone_identifier"],
		["aws_lb", "subnets"],
		["aws_alb", "subnets"],
	]
	some record in plan.of_type[type]
	some name in plan.links(record, [attribute])
	loose_names[name]
}

# Stock OPA indexes the inner comprehension: it goes through the pairs once, and not once for each name.
instances_of := {name: addresses |
	some name in {pair[0] | some pair in instance_pairs}
	addresses := {pair[1] | some pair in instance_pairs; pair[0] == name}
}

instance_pairs := [[name, record.address] |
	some record in records
	some name in plan.reference_names(record)
	counted_names[name]
]

# How many subnets an attribute names: {"is": "known", "value"}, {"is": "unset"} or {"is": "unknown"}. A reference
# without an instance key counts as all the instances.
number(record, attribute) := {"is": "unset"} if {
	plan.state(record, [attribute]).is == "unset"
} else := {"is": "known", "value": min({elements, told})} if {
	elements := element_count(record, attribute)
	told := named_count(plan.links(record, [attribute]))
} else := {"is": "known", "value": elements} if {
	elements := element_count(record, attribute)
} else := {"is": "known", "value": told} if {
	told := named_count(plan.links(record, [attribute]))
} else := {"is": "unknown"}

# Elements that are not known count one each.
element_count(record, attribute) := count({value | some value in found; value != null}) + count([1 | some value in found; value == null]) if {
	found := object.get(record.values, [attribute], null)
	is_array(found)
}

# Undefined when a name may stand for any number of subnets.
named_count(names) := count(single | several) if {
	every name in names { countable(name) }
	single := {name | some name in names; not loose_names[name]}
	several := {address | some name in names; some address in object.get(instances_of, name, set())}
}

countable(name) if named(name)

countable(name) if startswith(name, "subnet-")

# ------------------------------------------------------------------------------------------------ zones

zone_of(record) := zone if {
	zone := object.get(record.values, ["availability_zone"], null)
	is_string(zone)
} else := ""

zones := {zone | some record in records; zone := zone_of(record)} - {""}

# [name, zone]: a subnet of that name is in the zone.
in_zone := {[name, zone] | some record in records; zone := zone_of(record); some name in plan.names(record)}

# Names of subnets that are all in known zones.
zoned := {name | some record in records; some name in plan.names(record)} - {name | some pair in in_zone; pair[1] == ""; name := pair[0]}
