# METADATA
# title: Paths from the Internet to a database
# description: >-
#   Follows the rules that allow traffic backwards from the groups of databases, over groups and over the address ranges
#   of subnets, to a group of no tier that allows the Internet. `rules.network.openings_declared` compares the groups of
#   tiers with the flows.
# custom:
#   resources:
#     - aws_autoscaling_group
#     - aws_default_subnet
#     - aws_network_interface
#     - aws_subnet
#     - data.aws_subnet
#     - data.aws_vpc
package lib.paths

import data.lib.cidr
import data.lib.network
import data.lib.openings
import data.lib.plan
import rego.v1

# Groups as steps of a way, by every name that means them: a set, because several groups may share one (a name in two VPCs,
# or an id that a data source reads as well).
group_at := {pair[0]: {pair[1]} | some pair in group_pairs} if {
	count(group_pairs) == count(group_names)
} else := {name: named(name) | some name in group_names}

# Looking for all groups of a name takes the square of their number, so that it is left to names which more than three share.
named(name) := {pair[1] | some pair in group_pairs; pair[0] == name} if {
	shared[name]
} else := {group[name] | some group in [first, second, third]}

first := plan.one_of_each(group_pairs)

second_pairs := besides(first, group_pairs)

second := plan.one_of_each(second_pairs)

third_pairs := besides(second, second_pairs)

third := plan.one_of_each(third_pairs)

shared := {pair[0] | some pair in besides(third, third_pairs)}

besides(one, pairs) := [pair | some pair in pairs; one[pair[0]] != pair[1]]

group_pairs := [[name, group.address] | some group in network.groups; some name in group.exact]

group_names := {pair[0] | some pair in group_pairs}

ingress := [opening |
	some opening in openings.openings
	opening.direction == "ingress"
	not opening.protocol in {"icmp", "icmpv6"}
]

owners(opening) := {address | some name in opening.group; some address in group_at[name]}

# One step: which group lets in which, and what. {from, to, text}.
group_hops := [{"from": from, "to": to, "text": openings.traffic(opening)} |
	some opening in ingress
	opening.peer.kind == "group"
	some to in owners(opening)
	some name in opening.peer.link
	some from in group_at[name]
	from != to
]

# Rules that allow address ranges other than the Internet: every resource in the range may pass.
range_openings := [{"to": to, "range": range, "text": openings.traffic(opening)} |
	some opening in ingress
	opening.peer.kind == "cidr"
	range := openings.ranges[opening.peer.cidr]
	reached := openings.reached[opening.peer.cidr]
	not cidr.is_internet(reached)
	some to in owners(opening)
]

# Where the holders of groups stand: {group, range} of a subnet.
places := {{"group": group, "range": range} |
	some record in holders
	some name in held_groups(record)
	some group in group_at[name]
	some subnet in subnets_of(record)
	range := subnet_ranges[subnet]
}

holders := array.concat(
	array.concat(network.instances, plan.of_type.aws_network_interface),
	array.concat(network.load_balancers, plan.of_type.aws_autoscaling_group),
)

held_groups(record) := {name | some path in network.group_paths(record); some name in plan.links(record, path)} if {
	record.type != "aws_autoscaling_group"
} else := {name |
	wanted := network.template_names(record)
	some template in network.templates
	plan.meets(wanted, plan.names(template))
	some path in network.group_paths(template)
	some name in plan.links(template, path)
}

subnets_of(record) := {name |
	some path in [["subnet_id"], ["subnets"], ["vpc_zone_identifier"]]
	some name in plan.links(record, path)
}

subnet_ranges := {name: range |
	some record in array.concat(array.concat(plan.of_type.aws_subnet, plan.of_type.aws_default_subnet), plan.data_of_type("aws_subnet"))
	range := own_range(record)
	some name in plan.exact_names(record)
}

own_range(record) := cidr.interval(state.value) if {
	state := plan.state(record, ["cidr_block"])
	state.is == "known"
}

# ---- ranges whose resources are not known from the plan

# Paths from a database that end at a range: {group, why}. `openings_declared` compares the groups of other tiers with the flows.
lost_ranges := {{"group": group, "why": why} |
	some opening in ingress
	some group in owners(opening)
	seen_5[group]
	not in_other_tier[group]
	why := lost(opening)
}

in_other_tier := in_tier - at_0

lost(opening) := "an address range that is not known before apply" if {
	opening.peer.kind == "unknown"
	contains(opening.peer.path, "cidr")
} else := concat("", [opening.peer.cidr, ", a range of the VPC ", vpc, ", which this plan does not make"]) if {
	range := openings.ranges[opening.peer.cidr]
	opening.peer.kind == "cidr"
	reached := openings.reached[opening.peer.cidr]
	not cidr.is_internet(reached)
	vpc := min({address | some [address, whole] in foreign_networks; cidr.overlaps(range, whole)})
} else := concat("", [opening.peer.cidr, ", and the subnets of the resources with the group ", unplaced, " are not known"]) if {
	opening.peer.kind == "cidr"
	cidr.is_private(openings.ranges[opening.peer.cidr])
	unplaced := first_adrift
}

first_adrift := min(adrift)

# The ranges of networks in which others stand as well: [address of the data source, range].
foreign_networks := {[record.address, range] |
	some record in plan.data_of_type("aws_vpc")
	some text in vpc_ranges(record)
	range := cidr.bare(cidr.interval(text))
}

vpc_ranges(record) := {text |
	some text in [object.get(record.values, "cidr_block", null), object.get(record.values, "ipv6_cidr_block", null)]
	is_string(text)
} | {text |
	some association in object.get(record.values, "cidr_block_associations", [])
	text := object.get(association, "cidr_block", null)
	is_string(text)
}

# Groups that let the Internet in, or that are reached from one of those, and that somebody holds in a subnet of unknown range.
adrift := {group |
	some record in holders
	not placed(record)
	some name in held_groups(record)
	some group in group_at[name]
	entered[group]
}

placed(record) if {
	names := subnets_of(record)
	count(names) > 0
	every name in names { subnet_ranges[name] }
}

# Groups of no tier which the Internet reaches, over other groups too.
entered := {group | some group in onward(onward(onward(onward(onward(open_groups))))); not in_tier[group]}

onward(found) := found | {hop.to |
	count(found) > 0
	some hop in group_hops
	found[hop.from]
}

open_groups := {to | some opening in internet_openings; some to in owners(opening); not in_tier[to]}

# The steps into some groups, from groups that were not seen nearer to the database.
steps(nodes, seen) := {hop |
	count(nodes) > 0
	some hop in group_hops
	nodes[hop.to]
	not seen[hop.from]
} | {{"from": place.group, "to": opening.to, "text": opening.text} |
	count(nodes) > 0
	some opening in range_openings
	nodes[opening.to]
	some place in places
	not seen[place.group]
	cidr.overlaps(opening.range, place.range)
}

sources(hops) := {hop.from | some hop in hops}

at_0 := network.database_groups

steps_1 := steps(at_0, at_0)

seen_1 := at_0 | sources(steps_1)

steps_2 := steps(sources(steps_1), seen_1)

seen_2 := seen_1 | sources(steps_2)

steps_3 := steps(sources(steps_2), seen_2)

seen_3 := seen_2 | sources(steps_3)

steps_4 := steps(sources(steps_3), seen_3)

seen_4 := seen_3 | sources(steps_4)

steps_5 := steps(sources(steps_4), seen_4)

seen_5 := seen_4 | sources(steps_5)

steps_6 := steps(sources(steps_5), seen_5)

# Steps by their distance from a database. Ways that are longer end in `unfollowed`.
levels := [steps_1, steps_2, steps_3, steps_4, steps_5]

unfollowed := steps_6

in_tier := {address | some tier in network.tiers; some address in network.tier_groups[tier]}

# Groups of no tier that let the Internet in, on whatever port.
entrances := {to: text |
	some to in admitting
	text := min({openings.traffic(opening) | some opening in internet_openings; owners(opening)[to]})
}

internet_openings := [opening |
	some opening in ingress
	opening.peer.kind == "cidr"
	cidr.is_internet(openings.reached[opening.peer.cidr])
]

# Only what reaches a database is of interest: the others need no message.
admitting := {to |
	some opening in internet_openings
	some to in owners(opening)
	not in_tier[to]
	seen_5[to]
}

# The ways: {entrance, end (group of the database), text}. One for each entrance, the shortest.
ways := {way |
	some entrance, traffic in entrances
	some i, hops in levels
	starts := {hop | some hop in hops; hop.from == entrance}
	count(starts) > 0
	way := walked(entrance, traffic, i)
}

# From level to level the first step in order of its text, so that the way told is always the same.
walked(entrance, traffic, level) := {"entrance": entrance, "end": spots[level + 1], "text": concat(" ", array.concat([concat("", ["Internet -(", traffic, ")-> ", entrance])], told))} if {
	first := step_from(entrance, level)
	second := step_from(first.to, level - 1)
	third := step_from(second.to, level - 2)
	fourth := step_from(third.to, level - 3)
	fifth := step_from(fourth.to, level - 4)
	taken := array.slice([first, second, third, fourth, fifth], 0, level + 1)
	spots := array.concat([entrance], [step.to | some step in taken])
	told := [concat("", ["-(", step.text, ")-> ", step.to]) | some step in taken]
}

step_from(spot, level) := found if {
	level >= 0
	candidates := {[hop.to, hop.text] | some hop in levels[level]; hop.from == spot}
	chosen := min(candidates)
	found := {"to": chosen[0], "text": chosen[1]}
} else := {"to": "", "text": ""}
