# METADATA
# title: What the Internet reaches
# description: >-
#   Openings towards the Internet on groups that belong to no tier; those of tiers are compared with the flows.
package lib.exposure

import data.lib.cidr
import data.lib.declared
import data.lib.flows
import data.lib.network
import data.lib.openings
import data.lib.plan
import data.lib.prefix_lists
import rego.v1

ingress := [opening | some opening in openings.openings; opening.direction != "egress"]

# A group of a tier answers to the flows, the default group to its own rule: one opening is told once.
untiered := [opening |
	some opening in ingress
	every _, owner in flows.owners[opening.group] { owner != "yes" }
	not default_group(opening.group)
]

default_names := {name | some group in network.groups; group.kind == "default"; some name in group.names}

default_group(link) if count(link & default_names) > 0

declared_text := concat(", ", {text |
	some flow in flows.declared
	flow.from == "internet"
	text := concat(" ", [flow.protocol, format_int(flow.port, 10)])
})

# Exactly a declared port; ICMP carries no port and reaches no service.
harmless(opening) if {
	some flow in flows.declared
	flow.from == "internet"
	flows.fits(flow, opening)
}

harmless(opening) if opening.protocol in {"icmp", "icmpv6"}

exposed := array.concat(exposed_alone, exposed_together)

exposed_alone := [opening |
	some opening in untiered
	not perhaps_harmless(opening)
	opening.peer.kind == "cidr"
	admits_internet(opening)
]

# A declared port, or one that may turn out to be; what is not known may be ICMP.
perhaps_harmless(opening) if harmless(opening)

perhaps_harmless(opening) if opening.protocol == "unknown"

perhaps_harmless(opening) if {
	some flow in flows.declared
	flow.from == "internet"
	flows.may_fit(flow, opening)
}

admits_internet(opening) if cidr.is_internet(openings.ranges[opening.peer.cidr])

# ---- the Internet in pieces: what the rules of one group cover together

# Smaller pieces cannot add up: a group holds 1,000 rules at most (an AWS quota).
smallest_piece := {4: 4096, 6: 33554432}

pieces := [piece |
	some opening in untiered
	not harmless(opening)
	opening.peer.kind == "cidr"
	range := cidr.bare(openings.ranges[opening.peer.cidr])
	not cidr.is_internet(range)
	not cidr.is_private(range)
	range.to - range.from >= smallest_piece[range.family]
	piece := {"opening": opening, "range": range}
]

piece_groups := {name | some piece in pieces; some name in piece.opening.group}

# All pieces together, whichever group they are on: only when these are the Internet can those of one group be.
worth_adding if {
	some family, limit in cidr.wide
	cidr.covered({piece.range | some piece in pieces; piece.range.family == family}) > limit
}

pieces_of := {name: found |
	worth_adding
	some name in piece_groups
	found := [piece | some piece in pieces; piece.opening.group[name]]
}

# Ranges of ports overlap, if at all, where one of them begins.
exposed_together := [piece.opening |
	some name, found in pieces_of
	some [family, protocol, port] in {[piece.range.family, piece.opening.protocol, piece.opening.ports.from] | some piece in found}
	passing := [piece |
		some piece in found
		piece.range.family == family
		openings.lets_through(piece.opening, protocol, port)
	]
	cidr.covered({piece.range | some piece in passing}) > cidr.wide[family]
	some piece in passing
]

exposed_keys := {flows.key(opening) | declared.some_flow; some opening in exposed}

# Openings that let the Internet in, on groups of tiers as well; each piece of an Internet in pieces.
wide_open := array.concat([opening | some opening in ingress; opening.peer.kind == "cidr"; admits_internet(opening)], exposed_together)

uncertain := [opening |
	some opening in untiered
	not harmless(opening)
	perhaps_exposed(opening)
]

perhaps_exposed(opening) if may_admit_internet(opening.peer)

# The Internet, on a port that may be a declared one.
perhaps_exposed(opening) if {
	opening.peer.kind == "cidr"
	admits_internet(opening)
	perhaps_harmless(opening)
}

may_admit_internet(peer) if peer.kind in {"unknown", "prefix_list"}

# What cannot be read as an address range may be any.
may_admit_internet(peer) if {
	peer.kind == "cidr"
	not openings.ranges[peer.cidr]
}

# ---- the Internet in a prefix list that is made elsewhere: any rule may let the list in

entries := [entry |
	some entry in prefix_lists.foreign_entries
	may_be_internet(plan.state(entry, ["cidr"]))
]

may_be_internet(state) if state.is != "known"

may_be_internet(state) if cidr.is_internet(cidr.interval(state.value))

may_be_internet(state) if {
	state.is == "known"
	not cidr.interval(state.value)
}
