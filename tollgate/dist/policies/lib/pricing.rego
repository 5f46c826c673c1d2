# METADATA
# title: What each resource costs a month
# description: >-
#   Amounts are whole millionths of a dollar a month, from the price book in data.settings.prices, with the Auto Scaling
#   group at its minimum, desired and maximum size. A resource of which some part has no price, or whose price depends
#   on something that is not known, is in `unpriced` with the reason: it never counts as free. Charges that depend on
#   use are named and never counted.
package lib.pricing

import rego.v1

import data.lib.network
import data.lib.plan

# ------------------------------------------------------------------------------------------------ what rules read

# Fixed amounts: {stack, part, address, path, item, minimum, desired, maximum}. `path` is the attribute that decides.
items contains {
	"stack": line.stack,
	"part": line.part,
	"address": line.address,
	"path": line.path,
	"item": line.item,
	"minimum": line.quote.micro * line.size.minimum,
	"desired": line.quote.micro * line.size.desired,
	"maximum": line.quote.micro * line.size.maximum,
} if {
	some line in lines
	not line.quote.reason
	not line.size.reason
}

# Resources of which some part has no price: {stack, part, address, path, reason}.
unpriced contains {
	"stack": line.stack,
	"part": line.part,
	"address": line.address,
	"path": line.path,
	"reason": line.quote.reason,
} if {
	some line in lines
	line.quote.reason
}

unpriced contains {
	"stack": line.stack,
	"part": line.part,
	"address": line.address,
	"path": line.size.path,
	"reason": line.size.reason,
} if {
	some line in lines
	line.size.reason
}

# One price is not the price of several.
unpriced contains {
	"stack": line.stack,
	"part": line.part,
	"address": line.address,
	"path": argument,
	"reason": concat("", ["how many of it there are is not known yet: it has ", argument]),
} if {
	some line in lines
	argument := plan.repeated[line.address]
}

unpriced contains {
	"stack": resource.stack,
	"part": "other",
	"address": resource.address,
	"path": "",
	"reason": concat("", ["the price book neither prices ", resource.type, " nor lists it as free"]),
} if {
	some resource in plan.managed
	not accounted[resource.address]
	not listed(resource.type)
}

# Prices differ between regions: elsewhere none of them holds, those of the web tier included.
unpriced contains {
	"stack": record.stack,
	"part": "web",
	"address": record.address,
	"path": "availability_zone",
	"reason": concat("", ["it stands in ", zone.value, ", and the price book holds the prices of ", region]),
} if {
	some type in ["aws_subnet", "aws_default_subnet", "aws_instance", "aws_db_instance", "aws_ebs_volume"]
	some record in records(type)
	zone := plan.state(record, ["availability_zone"])
	zone.is == "known"
	is_string(zone.value)
	not startswith(zone.value, region)
}

# Charges that depend on use: {stack, part, address, usage}.
charges := array.concat(
	[{"stack": resource.stack, "part": kind.part, "address": resource.address, "usage": kind.text} |
		some resource in plan.managed
		kind := usage[resource.type]
		is_object(kind)
	],
	[{"stack": record.stack, "part": charge.part, "address": record.address, "usage": text} |
		some charge in depending
		record := charge.record
		text := object.get(book, ["charges", charge.id, "text"], charge.id)
	],
)

# Every item and charge as the report shows it.
costs := array.concat(fixed_costs, usage_costs)

fixed_costs := [cost |
	some item in items
	cost := {
		"stack": item.stack,
		"part": item.part,
		"address": item.address,
		"item": item.item,
		"minimum": item.minimum,
		"desired": item.desired,
		"maximum": item.maximum,
		"usage": "",
	}
]

# The text is what is charged, a colon, and the price.
usage_costs := [cost |
	some charge in charges
	words := split(charge.usage, ": ")
	cost := {
		"stack": charge.stack,
		"part": charge.part,
		"address": charge.address,
		"item": words[0],
		"minimum": 0,
		"desired": 0,
		"maximum": 0,
		"usage": price_in(words),
	}
]

price_in(words) := words[1] if {
	count(words) > 1
} else := words[0]

# "$1234.50" for 1234500000; half a cent is rounded up.
dollars(micro) := concat("", ["$", format_int((cents - rest) / 100, 10), ".", padded(rest)]) if {
	rounded := micro + 5000
	cents := (rounded - (rounded % 10000)) / 10000
	rest := cents % 100
}

padded(number) := concat("", ["0", format_int(number, 10)]) if {
	number < 10
} else := format_int(number, 10)

# ------------------------------------------------------------------------------------------------ the price book

book := data.settings.prices

default book := {}

hours := object.get(book, "hours_per_month", 730)

region := object.get(book, "region", "")

free := object.get(book, "free", {})

usage := object.get(book, "usage", {})

# A type that costs nothing, or only what it is used.
listed(type) if free[type]

listed(type) if usage[type]

# A quote is {"micro": amount} or {"reason": why there is none}.
priced(id, quantity) := {"micro": price * quantity} if {
	price := object.get(book, ["rows", id, "micro_usd"], null)
	is_number(price)
} else := {"reason": concat("", ["the price book has no row ", id])}

hourly(id) := priced(id, hours)

# The hourly price of a class that stands in an attribute.
class_quote(prefix, attribute, found) := hourly(concat("", [prefix, found.value])) if {
	found.is == "known"
	is_string(found.value)
} else := {"reason": concat("", [attribute, " is ", not_known(found)])}

not_known(found) := "not set" if {
	found.is == "unset"
} else := "not known yet" if {
	found.is == "unknown"
} else := "not of the expected type"

# The sum of an array of quotes; a part without a price leaves none.
together(quotes) := {"micro": sum([quote.micro | some quote in quotes])} if {
	every quote in quotes { not quote.reason }
} else := {"reason": concat("; ", {quote.reason | some quote in quotes; quote.reason})}

dearest(quotes) := {"micro": max({quote.micro | some quote in quotes})} if {
	count(quotes) > 0
	every quote in quotes { not quote.reason }
} else := {"reason": concat("; ", {quote.reason | some quote in quotes; quote.reason})}

# Sizes and counts are whole and of a size that keeps every sum exact.
whole(value) if {
	is_number(value)
	value >= 0
	value <= 1000000
	floor(value) == value
}

is_whole(found) if {
	found.is == "known"
	whole(found.value)
}

is_true(found) if {
	found.is == "known"
	found.value in {true, "true"}
}

text_of(found) := found.value if {
	found.is == "known"
	is_string(found.value)
} else := "?"

# ------------------------------------------------------------------------------------------------ lines

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
accounted := {found.address | some found in lines} | {found.address | some found in gateway_endpoints}

# Types with one price whatever their attributes are.
flat := {
	"aws_cloudwatch_dashboard": {"part": "monitoring", "item": "dashboard", "id": "cloudwatch.dashboard", "hourly": false},
	"aws_eip": {"part": "network", "item": "public IPv4 address", "id": "ipv4", "hourly": true},
	"aws_kms_key": {"part": "other", "item": "key", "id": "kms.key", "hourly": false},
	"aws_nat_gateway": {"part": "network", "item": "NAT gateway", "id": "nat-gateway", "hourly": true},
	"aws_secretsmanager_secret": {"part": "other", "item": "secret", "id": "secretsmanager.secret", "hourly": false},
}

lines contains line(resource, kind.part, kind.item, "", quote, once) if {
	some resource in plan.managed
	kind := flat[resource.type]
	quote := priced(kind.id, {true: hours, false: 1}[kind.hourly])
}

depending contains {"record": resource, "part": kind.part, "id": kind.id} if {
	some resource in plan.managed
	kind := flat[resource.type]
	object.get(book, ["charges", kind.id], null) != null
}

# ------------------------------------------------------------------------------------------------ load balancers

balancers := array.concat(records("aws_lb"), array.concat(records("aws_alb"), records("aws_elb")))

lines contains line(balancer, "web", "load balancer", "load_balancer_type", balancer_quote(balancer), once) if {
	some balancer in balancers
}

lines contains line(balancer, "web", "public IPv4 addresses, one in each subnet", "subnets", quote, once) if {
	some balancer in balancers
	not inside_only(balancer)
	quote := addresses_quote(balancer)
}

depending contains {"record": balancer, "part": "web", "id": id} if {
	some balancer in balancers
	some id in {balancer_row(balancer), "traffic-out"}
	id != ""
}

balancer_row(balancer) := "lb.classic" if {
	balancer.type == "aws_elb"
} else := concat("", ["lb.", found.value]) if {
	found := plan.state(balancer, ["load_balancer_type"])
	found.is == "known"
	is_string(found.value)
} else := "lb.application" if {
	plan.state(balancer, ["load_balancer_type"]).is == "unset"
} else := ""

balancer_quote(balancer) := {"reason": "load_balancer_type is not known yet"} if {
	balancer_row(balancer) == ""
} else := hourly(balancer_row(balancer))

# Without public IPv4 addresses.
inside_only(balancer) if is_true(plan.state(balancer, ["internal"]))

inside_only(balancer) if text_of(plan.state(balancer, ["ip_address_type"])) == "dualstack-without-public-ipv4"

addresses_quote(balancer) := {"reason": "whether it has public addresses (internal) is not known yet"} if {
	plan.state(balancer, ["internal"]).is == "unknown"
} else := {"reason": places.reason} if {
	places := subnets_of(balancer, "subnets")
	places.reason
} else := priced("ipv4", hours * places.count) if {
	places := subnets_of(balancer, "subnets")
}

# ------------------------------------------------------------------------------------------------ how many subnets

# {"count"} or {"reason"}. An address that is given (an Elastic IP) has its own price.
subnets_of(record, attribute) := {"count": count(mapped)} if {
	mappings := object.get(record.values, "subnet_mapping", [])
	is_array(mappings)
	count(mappings) > 0
	mapped := [i | some i, _ in mappings; plan.state(record, ["subnet_mapping", i, "allocation_id"]).is == "unset"]
} else := {"count": count(listed_subnets)} if {
	listed_subnets := object.get(record.values, attribute, [])
	is_array(listed_subnets)
	count(listed_subnets) > 0
} else := {"count": count(zones)} if {
	zones := object.get(record.values, "availability_zones", [])
	is_array(zones)
	count(zones) > 0
} else := counted_subnets(plan.links(record, [attribute]))

# Through references: each that means one subnet counts one; one that may mean several instances counts them all.
counted_subnets(links) := {"reason": "which subnets it stands in is not known yet"} if {
	count(links) == 0
} else := {"reason": "how many subnets it stands in cannot be told from the plan"} if {
	some name in links
	not subnet_like(name)
} else := {"reason": "there are too many subnets to follow its references"} if {
	some name in links
	several_subnets[name]
	count(subnets) * count(balancers) > join_limit
} else := {"count": count(single | many)} if {
	single := {name | some name in links; not several_subnets[name]}
	many := {subnet.address |
		some name in links
		several_subnets[name]
		some subnet in subnets
		plan.reference_names(subnet)[name]
	}
}

# A join over two growing collections is refused beyond this many steps.
join_limit := 100000

subnets := array.concat(
	array.concat(records("aws_subnet"), records("aws_default_subnet")),
	plan.data_of_type("aws_subnet"),
)

subnet_addresses := {subnet.address | some subnet in subnets}

# Names that leave the instance key of a subnet or of its module open.
several_subnets := {name |
	some subnet in subnets
	some name in plan.reference_names(subnet)
	not subnet_addresses[name]
}

subnet_like(name) if subnet_addresses[name]

subnet_like(name) if several_subnets[name]

subnet_like(name) if startswith(name, "subnet-")

# Names of subnets that give what starts in them a public address, and of those that may.
public_subnet_names := {name |
	some subnet in subnets
	is_true(plan.state(subnet, ["map_public_ip_on_launch"]))
	some name in plan.names(subnet)
}

maybe_public_subnet_names := {name |
	some subnet in subnets
	plan.state(subnet, ["map_public_ip_on_launch"]).is == "unknown"
	some name in plan.names(subnet)
}

# ------------------------------------------------------------------------------------------------ volumes

# What `prefix` describes: size, type and what is ordered beyond the type's own speed.
volume_quote(record, prefix, names) := together([capacity, volume_extra(record, prefix, kind)]) if {
	found := plan.state(record, array.concat(prefix, [names.size]))
	is_whole(found)
	kind := volume_type(record, prefix, names)
	kind != ""
	capacity := priced(concat("", ["ebs.", kind]), found.value)
} else := {"reason": "the type of a volume is left to the image: set volume_type"} if {
	is_whole(plan.state(record, array.concat(prefix, [names.size])))
} else := {"reason": concat("", ["the size of a volume is ", not_known(plan.state(record, array.concat(prefix, [names.size])))])}

volume_type(record, prefix, names) := found.value if {
	found := plan.state(record, array.concat(prefix, [names.type]))
	found.is == "known"
	is_string(found.value)
} else := names.fallback if {
	plan.state(record, array.concat(prefix, [names.type])).is == "unset"
} else := ""

# Operations and throughput beyond what the type includes.
volume_extra(record, prefix, kind) := together([
	beyond(plan.state(record, array.concat(prefix, ["iops"])), 3000, "ebs.gp3.iops"),
	beyond(plan.state(record, array.concat(prefix, ["throughput"])), 125, "ebs.gp3.throughput"),
]) if {
	kind == "gp3"
} else := ordered(plan.state(record, array.concat(prefix, ["iops"])), concat("", ["ebs.", kind, ".iops"])) if {
	kind in {"io1", "io2"}
} else := {"micro": 0}

beyond(found, included, id) := {"micro": 0} if {
	found.is == "unset"
} else := priced(id, max([0, found.value - included])) if {
	is_whole(found)
} else := {"reason": "what is ordered beyond the volume's own speed is not known yet"}

ordered(found, id) := priced(id, found.value) if {
	is_whole(found)
} else := {"reason": concat("", ["the operations of a volume (iops) are ", not_known(found)])}

volume_item(record, prefix, names) := concat("", [
	volume_type(record, prefix, names),
	", ",
	size_text(plan.state(record, array.concat(prefix, [names.size]))),
])

size_text(found) := concat("", [format_int(found.value, 10), " GB"]) if {
	is_whole(found)
} else := "of unknown size"

block_names := {"size": "volume_size", "type": "volume_type", "fallback": ""}

extra_block_names := {"size": "volume_size", "type": "volume_type", "fallback": "gp2"}

volume_names := {"size": "size", "type": "type", "fallback": "gp2"}

lines contains line(volume, "other", item, "size", quote, once) if {
	some volume in records("aws_ebs_volume")
	quote := volume_quote(volume, [], volume_names)
	item := concat("", ["volume, ", volume_item(volume, [], volume_names)])
}

depending contains {"record": volume, "part": "other", "id": "ebs.standard"} if {
	some volume in records("aws_ebs_volume")
	text_of(plan.state(volume, ["type"])) == "standard"
}

# ------------------------------------------------------------------------------------------------ machines

# Where a launch template, a launch configuration and an instance say the same things.
machine_paths := {
	"aws_instance": {"monitoring": ["monitoring"], "tenancy": ["tenancy"], "monitored": false},
	"aws_launch_configuration": {"monitoring": ["enable_monitoring"], "tenancy": ["placement_tenancy"], "monitored": true},
	"aws_launch_template": {"monitoring": ["monitoring", 0, "enabled"], "tenancy": ["placement", 0, "tenancy"], "monitored": false},
}

# What one instance costs, without its class: {item, path, quote}. `links` are the subnets it may start in.
machine_parts(machine, links) := ((volume_parts(machine) | root_part(machine)) | (monitoring_part(machine) | tenancy_part(machine))) | public_part(machine, links)

class_part(machine) := {
	"item": concat("", [text_of(found), " instances"]),
	"path": "instance_type",
	"quote": class_quote("ec2.", "instance_type", found),
} if {
	found := plan.state(machine, ["instance_type"])
}

volume_parts(machine) := {part |
	machine.type == "aws_launch_template"
	some i, mapping in blocks(machine, "block_device_mappings")
	not ephemeral(mapping)
	prefix := ["block_device_mappings", i, "ebs", 0]
	part := volume_part(machine, i, prefix, block_names)
} | {part |
	machine.type != "aws_launch_template"
	some i, mapping in blocks(machine, "ebs_block_device")
	not ephemeral(mapping)
	part := volume_part(machine, i + 1, ["ebs_block_device", i], extra_block_names)
}

volume_part(machine, number, prefix, names) := {
	"item": concat("", ["volume ", format_int(number + 1, 10), ", ", volume_item(machine, prefix, names)]),
	"path": concat(".", [path_text(step) | some step in array.concat(prefix, [names.size])]),
	"quote": volume_quote(machine, prefix, names),
}

path_text(step) := step if {
	is_string(step)
} else := format_int(step, 10)

blocks(record, attribute) := found if {
	found := object.get(record.values, attribute, null)
	is_array(found)
} else := []

# The instance's own disk, or none.
ephemeral(mapping) if {
	some attribute in ["no_device", "virtual_name"]
	not object.get(mapping, attribute, null) in {null, "", false, "false"}
}

root_part(machine) := {{
	"item": "volumes",
	"path": "block_device_mappings",
	"quote": {"reason": "its volumes are not known yet"},
}} if {
	machine.type == "aws_launch_template"
	plan.state(machine, ["block_device_mappings"]).is == "unknown"
} else := set() if {
	machine.type == "aws_launch_template"
	some i, _ in blocks(machine, "block_device_mappings")
	root_device(machine, i)
} else := {{
	"item": "root volume",
	"path": "block_device_mappings",
	"quote": {"reason": "the size of the root volume is left to the image: map the image's root device"},
}} if {
	machine.type == "aws_launch_template"
} else := {volume_part(machine, 0, ["root_block_device", 0], block_names)}

root_devices := {"/dev/sda1", "/dev/xvda"}

root_device(machine, i) if root_devices[text_of(plan.state(machine, ["block_device_mappings", i, "device_name"]))]

root_device(machine, i) if {
	some reference in object.get(machine.expressions, ["block_device_mappings", i, "device_name", "references"], [])
	endswith(reference, ".root_device_name")
}

monitoring_part(machine) := {{
	"item": "detailed monitoring",
	"path": concat(".", [path_text(step) | some step in paths.monitoring]),
	"quote": quote,
} |
	paths := machine_paths[machine.type]
	some quote in switched(plan.state(machine, paths.monitoring), paths.monitored, priced("ec2.detailed-monitoring", 1), "whether monitoring is detailed is not known yet")
}

# What a switch costs: a set of no quote, or of one.
switched(found, usual, quote, reason) := {quote} if {
	is_true(found)
} else := {quote} if {
	found.is == "unset"
	usual
} else := {{"reason": reason}} if {
	found.is == "unknown"
} else := set()

tenancy_part(machine) := set() if {
	shared_tenancy(plan.state(machine, machine_paths[machine.type].tenancy))
} else := {{
	"item": "tenancy",
	"path": concat(".", [path_text(step) | some step in machine_paths[machine.type].tenancy]),
	"quote": {"reason": "the price book holds shared tenancy only"},
}}

shared_tenancy(found) if found.is == "unset"

shared_tenancy(found) if text_of(found) in {"default", ""}

public_part(machine, links) := {{"item": "public IPv4 address", "path": "associate_public_ip_address", "quote": quote} |
	some quote in public_quotes(public_states(machine), links)
}

public_states(machine) := {plan.state(machine, ["network_interfaces", i, "associate_public_ip_address"]) |
	some i, _ in blocks(machine, "network_interfaces")
} if {
	machine.type == "aws_launch_template"
	count(blocks(machine, "network_interfaces")) > 0
} else := {plan.state(machine, ["associate_public_ip_address"])}

# Where nothing is said the subnet decides.
public_quotes(states, links) := {hourly("ipv4")} if {
	some found in states
	is_true(found)
} else := {{"reason": "whether it has a public address is not known yet"}} if {
	some found in states
	found.is == "unknown"
} else := set() if {
	some found in states
	found.is == "known"
} else := {hourly("ipv4")} if {
	some name in links
	public_subnet_names[name]
} else := {{"reason": "whether its subnet gives it a public address is not known yet"}} if {
	some name in links
	maybe_public_subnet_names[name]
} else := set()

# ------------------------------------------------------------------------------------------------ instances

lines contains line(instance, "web", part.item, part.path, part.quote, once) if {
	some instance in records("aws_instance")
	some part in (machine_parts(instance, plan.links(instance, ["subnet_id"])) | {class_part(instance)})
}

# ------------------------------------------------------------------------------------------------ groups

fleets := [fleet |
	some group in records("aws_autoscaling_group")
	fleet := {"group": group, "size": group_size(group), "machine": started_from(group), "subnets": plan.links(group, ["vpc_zone_identifier"])}
]

lines contains line(fleet.group, "web", "instances", fleet.machine.path, {"reason": fleet.machine.reason}, once) if {
	some fleet in fleets
	fleet.machine.reason
}

lines contains line(fleet.group, "web", part.item, fleet.machine.path, part.quote, fleet.size) if {
	some fleet in fleets
	not fleet.machine.reason
	some part in (machine_parts(fleet.machine.record, fleet.subnets) | {group_class_part(fleet)})
}

lines contains line(fleet.group, "web", "warm pool", "warm_pool", {"reason": "the price of a warm pool is not in the book"}, once) if {
	some fleet in fleets
	plan.state(fleet.group, ["warm_pool"]).is != "unset"
	plan.state(fleet.group, ["warm_pool"]) != {"is": "known", "value": []}
}

depending contains {"record": fleet.group, "part": "web", "id": "cpu-credits"} if {
	some fleet in fleets
	not fleet.machine.reason
	startswith(text_of(plan.state(fleet.machine.record, ["instance_type"])), "t")
}

depending contains {"record": instance, "part": "web", "id": "cpu-credits"} if {
	some instance in records("aws_instance")
	startswith(text_of(plan.state(instance, ["instance_type"])), "t")
}

# Without a desired size a group starts at its minimum.
group_size(group) := {"minimum": least.value, "desired": wanted.value, "maximum": most.value} if {
	least := plan.state(group, ["min_size"])
	most := plan.state(group, ["max_size"])
	wanted := plan.state(group, ["desired_capacity"])
	is_whole(least)
	is_whole(most)
	is_whole(wanted)
} else := {"minimum": least.value, "desired": least.value, "maximum": most.value} if {
	least := plan.state(group, ["min_size"])
	most := plan.state(group, ["max_size"])
	is_whole(least)
	is_whole(most)
	plan.state(group, ["desired_capacity"]).is == "unset"
} else := {"reason": concat("", [attribute, " is ", not_known(found)]), "path": attribute} if {
	attribute := min({name |
		some name in ["min_size", "max_size", "desired_capacity"]
		not is_whole(plan.state(group, [name]))
	})
	found := plan.state(group, [attribute])
}

# The launch template or configuration of a group: {"record", "path"} or {"reason", "path"}.
started_from(group) := {"reason": "which launch template it starts from cannot be told from the plan", "path": "launch_template"} if {
	some name in template_links(group)
	not templates[name]
	not several_templates[name]
} else := {"record": record, "path": template_path(record)} if {
	addresses := {templates[name].address | some name in template_links(group)} | loose_templates(group)
	count(addresses) == 1
	some address in addresses
	record := templates[address]
} else := {"reason": "it may start from more than one launch template, or from none", "path": "launch_template"}

template_path(record) := "launch_configuration" if {
	record.type == "aws_launch_configuration"
} else := "launch_template"

template_links(group) := {name |
	some path in network.template_paths(group)
	some name in plan.links(group, path)
}

template_records := array.concat(records("aws_launch_template"), records("aws_launch_configuration"))

# By every name that means one of them and no other.
templates := {name: record |
	some record in template_records
	some name in ({record.address} | (plan.value_names(record) - repeated_template_names))
}

repeated_template_names := {name |
	count(template_names) != count({name | some name in template_names})
	some name in template_names
}

template_names := [name | some record in template_records; some name in plan.value_names(record)]

several_templates := {name |
	some record in template_records
	some name in plan.names(record)
	not templates[name]
}

loose_templates(group) := {record.address |
	count(template_records) * count(records("aws_autoscaling_group")) <= join_limit
	some name in template_links(group)
	several_templates[name]
	some record in template_records
	plan.names(record)[name]
}

# Overrides take the place of the template's class; the dearest of them counts.
overrides(group) := found.value if {
	found := plan.state(group, array.concat(network.mixed, ["override"]))
	found.is == "known"
	is_array(found.value)
} else := []

group_class_part(fleet) := {
	"item": "instances of the dearest class",
	"path": "mixed_instances_policy",
	"quote": dearest(quotes),
} if {
	quotes := {class_quote("ec2.", "instance_type", found) |
		some i, _ in overrides(fleet.group)
		found := plan.state(fleet.group, array.concat(network.mixed, ["override", i, "instance_type"]))
	}
	count(quotes) > 0
} else := class_part(fleet.machine.record)

# ------------------------------------------------------------------------------------------------ endpoints

endpoints := records("aws_vpc_endpoint")

# Endpoints of S3 and DynamoDB are not charged.
gateway_endpoints := [endpoint | some endpoint in endpoints; gateway(plan.state(endpoint, ["vpc_endpoint_type"]))]

gateway(found) if found.is == "unset"

gateway(found) if text_of(found) == "Gateway"

lines contains line(endpoint, "network", "interface endpoint", "subnet_ids", endpoint_quote(endpoint), once) if {
	some endpoint in endpoints
	not gateway(plan.state(endpoint, ["vpc_endpoint_type"]))
}

depending contains {"record": endpoint, "part": "network", "id": "vpc-endpoint.interface"} if {
	some endpoint in endpoints
	text_of(plan.state(endpoint, ["vpc_endpoint_type"])) == "Interface"
}

endpoint_quote(endpoint) := priced("vpc-endpoint.interface", hours * places.count) if {
	text_of(plan.state(endpoint, ["vpc_endpoint_type"])) == "Interface"
	places := subnets_of(endpoint, "subnet_ids")
	not places.reason
} else := {"reason": places.reason} if {
	text_of(plan.state(endpoint, ["vpc_endpoint_type"])) == "Interface"
	places := subnets_of(endpoint, "subnet_ids")
} else := {"reason": "the price book holds gateway and interface endpoints only"}

# ------------------------------------------------------------------------------------------------ databases

databases := records("aws_db_instance")

lines contains line(database, "database", item, "instance_class", database_quote(database), once) if {
	some database in databases
	item := concat("", ["database ", text_of(plan.state(database, ["instance_class"])), zones_text(database)])
}

lines contains line(database, "database", item, "allocated_storage", storage_quote(database), once) if {
	some database in databases
	item := concat("", ["storage, ", size_text(plan.state(database, ["allocated_storage"])), zones_text(database)])
}

lines contains line(database, "database", "secret of the master password", "manage_master_user_password", quote, once) if {
	some database in databases
	some quote in switched(
		plan.state(database, ["manage_master_user_password"]),
		false,
		priced("secretsmanager.secret", 1),
		"whether RDS keeps the master password is not known yet",
	)
}

lines contains line(database, "database", "extra", path, {"reason": reason}, once) if {
	some database in databases
	some path, reason in database_extras(database)
}

depending contains {"record": database, "part": "database", "id": id} if {
	some database in databases
	some id in database_charges(database)
}

database_quote(database) := {"reason": concat("", ["engine is ", not_known(plan.state(database, ["engine"]))])} if {
	text_of(plan.state(database, ["engine"])) == "?"
} else := class_quote(prefix, "instance_class", class) if {
	zones_of(database) == 1
	prefix := concat("", ["rds.", text_of(plan.state(database, ["engine"])), "."])
	class := plan.state(database, ["instance_class"])
} else := class_quote(prefix, "instance_class", {"is": "known", "value": pair}) if {
	zones_of(database) == 2
	prefix := concat("", ["rds.", text_of(plan.state(database, ["engine"])), "."])
	pair := concat("", [text_of(plan.state(database, ["instance_class"])), ".multi-az"])
	object.get(book, ["rows", concat("", [prefix, pair])], null) != null
} else := together([single, single]) if {
	zones_of(database) == 2
	prefix := concat("", ["rds.", text_of(plan.state(database, ["engine"])), "."])
	single := class_quote(prefix, "instance_class", plan.state(database, ["instance_class"]))
} else := {"reason": "multi_az is not known yet"}

zones_of(database) := 2 if {
	is_true(plan.state(database, ["multi_az"]))
} else := 0 if {
	plan.state(database, ["multi_az"]).is == "unknown"
} else := 1

zones_text(database) := ", in two zones" if {
	zones_of(database) == 2
} else := ""

storage_quote(database) := {"reason": "multi_az is not known yet"} if {
	zones_of(database) == 0
} else := priced(concat("", ["rds.storage.", kind, {1: "", 2: ".multi-az"}[zones_of(database)]]), found.value) if {
	found := plan.state(database, ["allocated_storage"])
	is_whole(found)
	kind := storage_type(database)
	kind != ""
} else := {"reason": "storage_type is not known yet"} if {
	is_whole(plan.state(database, ["allocated_storage"]))
} else := {"reason": concat("", ["allocated_storage is ", not_known(plan.state(database, ["allocated_storage"]))])}

storage_type(database) := found.value if {
	found := plan.state(database, ["storage_type"])
	found.is == "known"
	is_string(found.value)
} else := "" if {
	plan.state(database, ["storage_type"]).is == "unknown"
} else := "gp2" if {
	plan.state(database, ["iops"]).is == "unset"
} else := "io1"

# What the book holds no price for: attribute to reason.
database_extras(database) := {path: reason |
	some [path, reason] in [
		["engine_version", "this version of the engine is in extended support, which is charged by vCPU"],
		["performance_insights_retention_period", "keeping Performance Insights longer than seven days is charged by vCPU"],
		["database_insights_mode", "the advanced mode of Database Insights is charged by vCPU"],
		["iops", "operations beyond those that gp3 includes are charged apart"],
		["storage_throughput", "throughput beyond what gp3 includes is charged apart"],
	]
	extra(path, plan.state(database, [path]), database)
}

extra(path, found, database) if {
	path == "engine_version"
	some start in object.get(book, ["extended_support", text_of(plan.state(database, ["engine"]))], [])
	startswith(text_of(found), start)
}

extra("performance_insights_retention_period", found, _) if above(found, 7)

extra("database_insights_mode", found, _) if not text_of(found) in {"standard", "", "?"}

extra("iops", found, database) if {
	storage_type(database) == "gp3"
	above(found, 12000)
}

extra("storage_throughput", found, _) if above(found, 500)

above(found, limit) if {
	found.is == "known"
	is_number(found.value)
	found.value > limit
}

above(found, _) if {
	found.is == "known"
	not is_number(found.value)
}

above(found, _) if found.is == "unknown"

database_charges(database) := {id |
	some id in ["rds.backup", "rds.cpu-credits", "rds.storage-growth", "secretsmanager.secret"]
	charged(id, database)
}

charged("rds.backup", _)

charged("rds.cpu-credits", database) if startswith(text_of(plan.state(database, ["instance_class"])), "db.t")

charged("rds.storage-growth", database) if above(plan.state(database, ["max_allocated_storage"]), 0)

charged("secretsmanager.secret", database) if is_true(plan.state(database, ["manage_master_user_password"]))

# ------------------------------------------------------------------------------------------------ alarms

lines contains line(alarm, "monitoring", "alarm", "metric_query", alarm_quote(alarm), once) if {
	some alarm in records("aws_cloudwatch_metric_alarm")
}

# Charged for each metric that it watches; a band of what is usual counts three times.
alarm_quote(alarm) := {"reason": "the metrics of the alarm are not known yet"} if {
	plan.state(alarm, ["metric_query"]).is == "unknown"
} else := {"reason": "the period of the alarm is not known yet"} if {
	plan.state(alarm, ["period"]).is == "unknown"
} else := priced(alarm_row(alarm), alarm_metrics(alarm) * alarm_bands(alarm))

alarm_metrics(alarm) := max([1, count([1 | some query in blocks(alarm, "metric_query"); count(blocks({"values": query}, "metric")) > 0])])

alarm_bands(alarm) := 1 if {
	plan.state(alarm, ["threshold_metric_id"]).is == "unset"
} else := 3

alarm_row(alarm) := "cloudwatch.alarm.high-resolution" if {
	some period in alarm_periods(alarm)
	is_number(period)
	period < 60
} else := "cloudwatch.alarm"

alarm_periods(alarm) := {found.value |
	some path in array.concat([["period"]], [["metric_query", i, "metric", j, "period"] |
		some i, query in blocks(alarm, "metric_query")
		some j, _ in blocks({"values": query}, "metric")
	])
	found := plan.state(alarm, path)
	found.is == "known"
}
