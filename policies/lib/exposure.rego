# METADATA
# title: What the Internet reaches
# description: >-
#   Rules that admit the Internet, in groups without a tier. Groups of tiers are compared with the flows.
package lib.exposure

import data.lib.cidr
import data.lib.declared
import data.lib.flows
import data.lib.network
import data.lib.openings
import data.lib.plan
import data.lib.prefix_lists
import data.lib.scope
import data.lib.tiers
import data.lib.words
import rego.v1

ingress := [opening | some opening in openings.openings; opening.direction != "egress"]

# Other rules judge the groups of tiers and the default groups, so that each rule that allows traffic is reported once.
untiered := [opening |
	some opening in ingress
	every _, owner in flows.owners[opening.group] { owner != "yes" }
	not default_group(opening.group)
]

default_names := {name | some group in network.groups; group.kind == "default"; some name in group.names}

default_group(link) if count(link & default_names) > 0

declared_text := words.joined(", ", {text |
	some flow in flows.declared
	flow.from == "internet"
	text := flow.traffic
})

# Exactly a declared port, in a group that only resources of the tier of the flow have. ICMP has no port and reaches no service.
harmless(opening) if {
	some flow in from_internet
	flows.fits(flow, opening)
	held_beside(opening, flow) == "no"
}

harmless(opening) if opening.protocol in {"icmp", "icmpv6"}

from_internet := [flow | some flow in flows.declared; flow.from == "internet"]

# ---- who holds a group of no tier: a declared flow into a tier opens nothing on anything else

# Does a resource outside the tier of the flow have the group of the rule: "yes", "maybe" or "no"?
held_beside(opening, flow) := "yes" if {
	count(opening.group) > 0
	count(opening.group - held.sure[stranger_kind(flow)]) == 0
} else := "maybe" if {
	some name in opening.group
	held.perhaps[stranger_kind(flow)][name]
} else := "maybe" if {
	unknown_holders[[opening.stack, stranger_kind(flow)]]
} else := "no"

# A load balancer of another kind is open where the application load balancer is.
stranger_kind(flow) := "no load balancer" if {
	not declared.some_tier
	flow.to == tiers.load_balancers
} else := "any"

# Nothing connects to the interfaces of a Lambda function.
holder_kinds(holder) := {"any"} if {
	network.load_balancer_types[holder.type]
} else := set() if {
	endswith(holder.type, "_lambda_function")
} else := {"any", "no load balancer"}

# Names of the groups that something holds, by the kind of the holder: surely, and those that it may hold.
held := {"sure": sure, "perhaps": perhaps} if {
	sure := {kind: names |
		some kind in {"any", "no load balancer"}
		linked := linked_names(kind, {true})
		names := linked | {name | some group in network.groups; among(group.exact, linked); some name in group.exact}
	}
	perhaps := {kind: names |
		some kind in {"any", "no load balancer"}
		linked := linked_names(kind, {true, false})
		names := linked | {name | some group in network.groups; among(group.names, linked); some name in group.names}
	}
}

# Looks each of a few names up: an intersection would go through the many.
among(few, many) if {
	some name in few
	many[name]
}

linked_names(kind, certainties) := {name |
	some holder in network.holders
	some certainty in certainties
	holder.certain == certainty
	holder_kinds(holder)[kind]
	some name in holder.link
	not network.unsure(name)
}

# Stacks in which something may hold any group.
unknown_holders := {[holder.stack, kind] |
	some holder in network.holders
	some name in holder.link
	network.unsure(name)
	some kind in holder_kinds(holder)
}

# Rules that allow traffic to the load balancer, in a group that another resource has as well. In the scope, the rule about the resources with a group reports them.
lent := [item.opening |
	some item in flows.tier_openings
	item.tier == tiers.load_balancers
	item.owner == "yes"
	item.covered == "yes"
	item.opening.direction == "ingress"
	item.opening.peer.kind == "cidr"
	not scope.stacks[item.opening.stack]
	admits_internet(item.opening)
	count(item.opening.group - held.sure["no load balancer"]) == 0
]

exposed := array.concat(lent, array.concat(exposed_alone, exposed_together))

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
	some flow in from_internet
	flows.may_fit(flow, opening)
	held_beside(opening, flow) != "yes"
}

admits_internet(opening) if cidr.is_internet(openings.reached[opening.peer.cidr])

# Why an exposed rule is wrong.
why(opening) := "the flow from the Internet that is declared for this port leads to a tier, and something else holds this group" if {
	some flow in from_internet
	flows.fits(flow, opening)
} else := "the Internet is let in on a port that no flow declares"

# ---- the Internet in pieces: what the rules of one group cover together

pieces := [piece |
	some opening in untiered
	not harmless(opening)
	opening.peer.kind == "cidr"
	range := cidr.bare(openings.reached[opening.peer.cidr])
	not cidr.is_internet(range)
	not cidr.is_private(range)
	range.to - range.from >= cidr.smallest_piece[range.family]
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

# Rules that admit the Internet, in groups of tiers as well; each of several ranges that admit the Internet together.
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

# A range that cannot be read may be any range.
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

may_be_internet(state) if cidr.is_internet(cidr.reach(state.value))

may_be_internet(state) if {
	state.is == "known"
	not cidr.interval(state.value)
}
