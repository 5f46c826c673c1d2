# In which region does a resource stand, and has the book prices of that region?
package lib.pricing

import rego.v1

import data.lib.plan
import data.lib.words

# By address, for what may have a price: {region}, or {path, reason, away} where the region has no price or is not known. No price
# holds where `away` is true; elsewhere the price is that of the region of the book.
places := {record.address: place |
	some record in plan.records
	located_types[record.type]
	place := place_of(record)
}

region_at(record) := places[record.address].region

region_at(record) := region if not places[record.address].region

priced_addresses := {line.address | some line in lines}

# A machine is charged where it starts: its template stands with the provider of the template.
located_types := ((({"aws_autoscaling_group", "aws_cloudwatch_metric_alarm", "aws_db_instance", "aws_ebs_volume", "aws_ecs_service", "aws_rds_cluster", "aws_rds_cluster_instance", "aws_instance", "aws_vpc_endpoint"} | {"aws_lb", "aws_alb", "aws_elb"}) | {"aws_launch_template", "aws_launch_configuration"}) | {type | some type, _ in flat}) | {type | some type, _ in formulas}

place_of(record) := {"region": name} if {
	names := regions_of(record) | plan.endpoint_regions(record)
	count(names) == 1
	some name in names
	regions_priced[name]
} else := elsewhere(min(names - {region})) if {
	names := regions_of(record) | plan.endpoint_regions(record)
	count(names - {region}) > 0
} else := {"path": "region", "away": false, "reason": "its region is not known yet, and the price book holds the prices of regions"} if {
	count(shown_regions(record)) == 0
	plan.state(record, ["region"]).is == "unknown"
} else := {"region": name} if {
	unsure_region(record)
	names := neighbours(record)
	count(names) == 1
	some name in names
	regions_priced[name]
} else := elsewhere(min(names - {region})) if {
	unsure_region(record)
	names := neighbours(record)
	count(names - {region}) > 0
} else := {"path": "region", "away": false, "reason": concat("", ["in which region it stands is not known: ", trim_prefix(min(reasons), "?"), held])} if {
	unsure_region(record)
	count(neighbours(record)) == 0
	reasons := {name | some name in provider_regions(record); startswith(name, "?")}
}

elsewhere(name) := {"path": "region", "away": true, "reason": concat("", ["it is in ", name, held])}

held := concat("", [", and the price book holds the prices of ", words.joined(", ", regions_priced)])

# What the resource itself shows counts more than its provider, which a plan does not always name.
regions_of(record) := found if {
	found := shown_regions(record)
	count(found) > 0
} else := names_of(provider_regions(record))

unsure_region(record) if {
	count(shown_regions(record)) == 0
	some name in provider_regions(record)
	startswith(name, "?")
}

# A region argument of the resource takes the place of the provider's.
provider_regions(record) := set() if {
	plan.configures(record, ["region"])
} else := plan.provider_regions(record)

names_of(names) := {name | some name in names; not startswith(name, "?")}

# Where the resource itself says that it stands: by its region, its ARN or its zone.
shown_regions(record) := {found.value |
	found := plan.state(record, ["region"])
	found.is == "known"
	is_string(found.value)
} | ({name |
	found := plan.state(record, ["arn"])
	found.is == "known"
	is_string(found.value)
	name := split(found.value, ":")[3]
	name != ""
} | {name |
	found := plan.state(record, ["availability_zone"])
	found.is == "known"
	is_string(found.value)
	name := trim_right(found.value, "abcdefghijklmnopqrstuvwxyz")
	plan.region_like(name)
})

# What other resources of the same provider show of their region.
neighbours(record) := {name |
	key := plan.provider_key(record)
	some [at, name] in shown_by_provider
	at == key
}

# Looked for only where a provider does not tell.
shown_by_provider := {[plan.provider_key(record), name] |
	count(vague_providers) > 0
	some record in plan.records
	vague_providers[plan.provider_key(record)]
	not plan.configures(record, ["region"])
	some name in shown_regions(record)
}

vague_providers := {plan.provider_key(record) |
	some record in plan.records
	located_types[record.type]
	unsure_region(record)
}

# A zone of a region itself: "us-east-1a". Local zones ("us-east-1-bos-1a") have prices of their own.
usual_zone(zone) if {
	name := trim_right(zone, "abcdefghijklmnopqrstuvwxyz")
	regions_priced[name]
	count(zone) == count(name) + 1
}

# Attributes that name zones, by type.
zone_paths := {
	"aws_autoscaling_group": [["availability_zones"]],
	"aws_db_instance": [["availability_zone"]],
	"aws_default_subnet": [["availability_zone"]],
	"aws_ebs_volume": [["availability_zone"]],
	"aws_elb": [["availability_zones"]],
	"aws_instance": [["availability_zone"]],
	"aws_launch_template": [["placement", 0, "availability_zone"]],
	"aws_subnet": [["availability_zone"]],
}

# Prices differ between regions: elsewhere none of them holds, those of the web tier included.
unpriced contains {
	"stack": record.stack,
	"part": "web",
	"address": record.address,
	"path": concat(".", [path_text(step) | some step in path]),
	"reason": concat("", ["it is in ", zone, held]),
} if {
	some type, paths in zone_paths
	some record in records(type)
	some path in paths
	some zone in texts(plan.state(record, path))
	not usual_zone(zone)
}

# What stands on an Outpost is charged otherwise.
unpriced contains {
	"stack": record.stack,
	"part": "web",
	"address": record.address,
	"path": "outpost_arn",
	"reason": "it stands on an Outpost, and the price book holds the prices of a region",
} if {
	some type in ["aws_subnet", "aws_ebs_volume"]
	some record in records(type)
	plan.state(record, ["outpost_arn"]).is != "unset"
}

texts(found) := {text | some text in [found.value]; is_string(text)} | {text | some text in found.value; is_string(text)} if {
	found.is == "known"
} else := set()

unpriced contains {
	"stack": line.stack,
	"part": line.part,
	"address": line.address,
	"path": place.path,
	"reason": place.reason,
} if {
	some line in lines
	place := places[line.address]
	place.reason
}
