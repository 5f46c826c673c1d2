# What does an EBS volume cost?
package lib.pricing

import rego.v1

import data.lib.plan

# What `prefix` describes: size, type and what is ordered beyond the type's own speed.
volume_quote(record, prefix, names) := together([capacity, volume_extra(record, prefix, kind)]) if {
	found := plan.state(record, array.concat(prefix, [names.size]))
	is_whole(found)
	kind := volume_type(record, prefix, names)
	kind != ""
	capacity := priced_by(record, "ebs.", kind, found.value)
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
	beyond(record, plan.state(record, array.concat(prefix, ["iops"])), 3000, "gp3.iops"),
	beyond(record, plan.state(record, array.concat(prefix, ["throughput"])), 125, "gp3.throughput"),
]) if {
	kind == "gp3"
} else := ordered(record, plan.state(record, array.concat(prefix, ["iops"])), concat("", [kind, ".iops"])) if {
	kind in {"io1", "io2"}
} else := {"micro": 0}

beyond(record, found, included, key) := {"micro": 0} if {
	found.is == "unset"
} else := priced_by(record, "ebs.", key, max([0, found.value - included])) if {
	is_whole(found)
} else := {"reason": "what is ordered beyond the volume's own speed is not known yet"}

ordered(record, found, key) := priced_by(record, "ebs.", key, found.value) if {
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
