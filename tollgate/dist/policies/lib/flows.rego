# METADATA
# title: Declared flows against what is open
# description: >-
#   Compares the openings of each tier's groups with the flows that settings declare, both ways: an opening that no
#   flow covers, and a flow that is not open end to end.
package lib.flows

import data.lib.cidr
import data.lib.declared as settings
import data.lib.network
import data.lib.openings
import data.lib.plan
import data.lib.scope
import data.lib.tiers
import rego.v1

declared := settings.flows

# ------------------------------------------------------------------------------------------------ openings of tiers

# The openings of each tier's groups: {tier, opening, owner: yes|maybe, covered: yes|maybe|no}.
tier_openings := [found |
	some opening in openings.openings
	some tier, owner in owners[opening.group]
	owner != "no"
	found := {"tier": tier, "opening": opening, "owner": owner, "covered": covered(opening, tier)}
]

# Whether each link that openings have for a group is in each tier.
owners := {link: of_tiers |
	some link in {opening.group | some opening in openings.openings}
	of_tiers := {tier: network.membership(link, tier) | some tier in network.tiers}
}

covered(opening, tier) := "yes" if {
	some flow in declared
	applies(flow, opening, tier)
	fits(flow, opening)
	peer_is(opening.peer, other_side(flow, opening.direction), tier) == "yes"
} else := "maybe" if {
	some flow in declared
	applies(flow, opening, tier)
	may_fit(flow, opening)
	peer_is(opening.peer, other_side(flow, opening.direction), tier) != "no"
} else := "maybe" if {
	uncertain_peer(opening.peer)
} else := "maybe" if {
	opening.direction == "unknown"
} else := "no"

# Openings that no flow covers, by what tells them apart.
undeclared := {key(item.opening) |
	settings.some_flow
	some item in tier_openings
	item.owner == "yes"
	item.covered == "no"
}

# Openings that the rule on the openings of tiers tells, whether it denies them or leaves them open; without flows it tells none.
told := {key(item.opening) |
	settings.some_flow
	some item in tier_openings
	item.covered != "yes"
}

key(opening) := [opening.address, opening.peer.path, openings.text(opening)]

applies(flow, opening, tier) if {
	opening.direction == "ingress"
	flow.to == tier
}

applies(flow, opening, tier) if {
	opening.direction == "egress"
	flow.from == tier
}

other_side(flow, direction) := flow.from if {
	direction == "ingress"
} else := flow.to

# The opening is exactly the flow's port: a wider range lets through what nobody declared.
fits(flow, opening) if {
	opening.protocol == flow.protocol
	opening.ports.known
	opening.ports.from == flow.port
	opening.ports.to == flow.port
}

may_fit(flow, opening) if fits(flow, opening)

may_fit(flow, opening) if {
	not opening.ports.known
	opening.protocol in {flow.protocol, "unknown"}
	may_be_port(opening.ports, flow.port)
}

may_fit(flow, opening) if {
	opening.protocol == "unknown"
	opening.ports.from == flow.port
	opening.ports.to == flow.port
}

# Each end is the port, or the widest, which stands for an end that is not known.
may_be_port(range, port) if {
	range.from in {0, port}
	range.to in {port, 65535}
}

# Is the peer of a tier's opening within the other side of a flow? Anything is within the Internet. Where nothing of the
# other side stands in what is judged, a group from elsewhere may be of it.
peer_is(peer, side, tier) := "yes" if {
	side == "internet"
} else := network.membership(peer.link, side) if {
	peer.kind == "group"
	network.membership(peer.link, side) != "no"
} else := "yes" if {
	peer.kind == "self"
	side == tier
} else := "maybe" if {
	peer.kind == "group"
	open_tiers[side]
} else := "maybe" if {
	peer.kind == "group"
	not network.held_tiers[side]
	some name in peer.link
	not network.shown_names[name]
} else := "no" if {
	peer.kind == "group"
	count(peer.link) > 0
} else := "maybe" if {
	peer.kind == "unknown"
} else := "maybe" if {
	peer.kind == "group"
} else := "no"

# Tiers of which some member's groups are not known: any group may belong to them.
open_tiers := {held.tier | some held in network.attachments; held.state == "unknown"}

# A peer that may turn out to be nothing, or anything.
uncertain_peer(peer) if peer.kind == "unknown"

uncertain_peer(peer) if {
	peer.kind == "group"
	every name in peer.link { network.unsure(name) }
}

# What settings allow a tier in a direction, as text.
allowed_text(tier, direction) := concat("; ", texts) if {
	texts := [text |
		some flow in declared
		applies(flow, {"direction": direction}, tier)
		words := {"egress": "to", "ingress": "from"}
		text := concat(" ", [flow.protocol, format_int(flow.port, 10), words[direction], other_side(flow, direction)])
	]
	count(texts) > 0
} else := "nothing"

# The attribute to blame: the peer where the port is a declared one, else the port.
blamed_path(opening, tier) := opening.peer.path if {
	some flow in declared
	applies(flow, opening, tier)
	fits(flow, opening)
} else := placed(opening, "from_port") if {
	opening.protocol != "any"
} else := placed(opening, opening.protocol_attribute)

placed(opening, attribute) := concat(".", [opening.place, attribute]) if {
	opening.place != ""
} else := attribute

# ------------------------------------------------------------------------------------------------ flows, end to end

# The flows that are followed from end to end: those that are found, while none is declared.
pictured := declared if {
	settings.some_flow
} else := [flow | some flow in found]

# What the groups of the tiers let in on one port, from everybody or from a tier: {from, to, protocol, port}.
found contains {"from": side, "to": item.tier, "protocol": opening.protocol, "port": opening.ports.from} if {
	some item in tier_openings
	item.owner == "yes"
	opening := item.opening
	opening.direction == "ingress"
	declarable[opening.protocol]
	opening.ports.known
	opening.ports.from == opening.ports.to
	some side in found_sides(opening.peer, item.tier)
}

declarable := {"tcp", "udp"}

found_sides(peer, tier) := {"internet" | cidr.is_internet(openings.reached[peer.cidr])} if {
	peer.kind == "cidr"
} else := {side | some side in network.tiers; peer_is(peer, side, tier) == "yes"}

# Stacks of this architecture in which the tier of some flow stands.
stacks := {held.stack |
	some held in network.attachments
	scope.stacks[held.stack]
	some flow in pictured
	some side in ["from", "to"]
	flow[side] == held.tier
}

members := {[held.stack, held.tier, held.address] | some held in network.attachments}

members_of(stack, tier) := members_by_tier[[stack, tier]]

# A tier that nothing in the stack stands in.
members_of(stack, tier) := set() if not members_by_tier[[stack, tier]]

# Stock OPA indexes the inner comprehension: it goes through the members once, and not once for each stack.
members_by_tier := {[stack, tier]: found |
	some [stack, tier] in {[member[0], member[1]] | some member in members}
	found := {member[2] | some member in members; member[0] == stack; member[1] == tier}
}

# Both ends of a flow stand in the stack, or one of them does: then the flow is expected.
expected contains [stack, flow] if {
	some stack in stacks
	some flow in pictured
	some side in ["from", "to"]
	count(members_of(stack, flow[side])) > 0
}

# What keeps a flow from being open: {stack, flow, address, path, why, found, allowed, certain}.
gaps := (missing_tiers | closed_groups) | (closed_listeners | (closed_targets | (closed_health | closed_databases)))

missing_tiers := {gap(stack, flow, address, "", concat(" ", ["nothing stands at the", missing, "end of the flow"]), "absent", missing, true) |
	some [stack, flow] in expected
	some missing in [flow.from, flow.to]
	missing != "internet"
	count(members_of(stack, missing)) == 0
	some other in [flow.from, flow.to]
	some address in members_of(stack, other)
}

gap(stack, flow, address, path, why, found, allowed, certain) := {
	"stack": stack, "flow": flow, "address": address, "path": path,
	"why": why, "found": found, "allowed": allowed, "certain": certain,
}

# Each end must have an opening for the flow. `passing` holds what lets a flow through: [stack, tier, direction, flow, certainty].
passing := {[item.opening.stack, item.tier, item.opening.direction, flow, certainty] |
	some item in tier_openings
	some flow in pictured
	applies(flow, item.opening, item.tier)
	certainty := passes(item, flow)
}

passes(item, flow) := "yes" if {
	item.owner == "yes"
	openings.lets_through(item.opening, flow.protocol, flow.port)
	reaches(item.opening, flow) == "yes"
} else := "maybe" if {
	may_let_through(item.opening, flow)
	reaches(item.opening, flow) != "no"
}

may_let_through(opening, flow) if openings.lets_through(opening, flow.protocol, flow.port)

may_let_through(opening, flow) if {
	not opening.ports.known
	opening.protocol in {"any", "unknown", flow.protocol}
	opening.ports.from <= flow.port
	opening.ports.to >= flow.port
}

may_let_through(opening, flow) if {
	opening.protocol == "unknown"
	opening.ports.from <= flow.port
	opening.ports.to >= flow.port
}

# Several ranges may let everybody in, or lead everywhere, together: those of the groups of a stack's tier, for a flow. `perhaps`
# counts those as well of which something is not known.
everybody := {[stack, flow] | some [stack, flow] in expected; everybody_of(stack, flow, admitting)}

everybody_perhaps := {[stack, flow] |
	some [stack, flow] in expected
	everybody_of(stack, flow, array.concat(admitting, perhaps_admitting))
}

everybody_of(stack, flow, items) if {
	"internet" in [flow.from, flow.to]
	some family in [4, 6]
	cidr.covered({range |
		some [item, admitted] in items
		admitted == flow
		item.opening.stack == stack
		range := cidr.bare(openings.ranges[item.opening.peer.cidr])
		range.family == family
	}) == cidr.all_addresses[family]
}

admitting := [[item, flow] |
	some [item, flow] in from_ranges
	item.owner == "yes"
	openings.lets_through(item.opening, flow.protocol, flow.port)
]

perhaps_admitting := [[item, flow] | some [item, flow] in from_ranges; may_let_through(item.opening, flow)]

from_ranges := [[item, flow] |
	some item in tier_openings
	item.opening.peer.kind == "cidr"
	some flow in pictured
	applies(flow, item.opening, item.tier)
	other_side(flow, item.opening.direction) == "internet"
]

# Does the opening reach the whole other side? The Internet is only there when everybody is let in.
reaches(opening, flow) := "yes" if {
	other_side(flow, opening.direction) == "internet"
	everybody[[opening.stack, flow]]
} else := "maybe" if {
	other_side(flow, opening.direction) == "internet"
	opening.peer.kind in {"unknown", "prefix_list"}
} else := "maybe" if {
	other_side(flow, opening.direction) == "internet"
	everybody_perhaps[[opening.stack, flow]]
} else := peer_is(opening.peer, other_side(flow, opening.direction), "") if {
	other_side(flow, opening.direction) != "internet"
} else := "no"

closed_groups := {gap(stack, flow, address, direction, message, "no such opening", allowed, certain) |
	some [stack, flow] in expected
	some [tier, direction] in [[flow.from, "egress"], [flow.to, "ingress"]]
	tier != "internet"
	not passing[[stack, tier, direction, flow, "yes"]]
	certain := not_even_maybe(stack, tier, direction, flow)
	some address in blamed_groups(stack, tier)
	words := {"egress": "to", "ingress": "from"}
	other := other_side(flow, direction)
	message := concat("", ["the ", tier, " tier's groups do not let the declared flow through (", direction, ")"])
	allowed := concat(" ", [direction, flow.protocol, format_int(flow.port, 10), words[direction], other])
}

not_even_maybe(stack, tier, direction, flow) := false if {
	passing[[stack, tier, direction, flow, "maybe"]]
} else := false if {
	some held in network.attachments
	held.stack == stack
	held.tier == tier
	held.state == "unknown"
} else := true

# The groups of the tier in the stack, or what should hold them.
blamed_groups(stack, tier) := found if {
	found := {group.address |
		some group in network.groups
		group.stack == stack
		network.tier_groups[tier][group.address]
	}
	count(found) > 0
} else := members_of(stack, tier)

# ---- listeners: somebody must listen on a flow's port into the alb tier, and forward

forwarding := {record.address: target |
	some record in network.listeners
	target := {name |
		some i, _ in object.get(record.values, "default_action", [])
		some path in [["default_action", i, "target_group_arn"], ["default_action", i, "forward"]]
		some name in forward_links(record, path)
	}
}

forward_links(record, path) := plan.links(record, path) if {
	path[2] == "target_group_arn"
} else := {name |
	some j, _ in object.get(record.values, array.concat(path, [0, "target_group"]), [])
	some name in plan.links(record, array.concat(path, [0, "target_group", j, "arn"]))
}

listening := {[record.stack, port_key(plan.state(record, ["port"]))] |
	some record in network.listeners
	count(forwarding[record.address]) > 0
}

port_key(state) := state.value if {
	state.is == "known"
	is_number(state.value)
} else := to_number(state.value) if {
	state.is == "known"
} else := "unknown"

closed_listeners := {gap(stack, flow, address, "port", "no listener forwards the declared port", "no such listener", format_int(flow.port, 10), certain) |
	some [stack, flow] in expected
	flow.to == tiers.load_balancers
	not listening[[stack, flow.port]]
	certain := unknown_port_listener(stack)
	some address in members_of(stack, tiers.load_balancers)
}

unknown_port_listener(stack) := false if {
	listening[[stack, "unknown"]]
} else := true

# ---- target groups: what the listeners forward to must be the port of the flow into the app tier, health check included

forwarded_names := {name | some record in network.listeners; some name in forwarding[record.address]} | {name |
	some record in network.listener_rules
	some i, _ in object.get(record.values, "action", [])
	some path in [["action", i, "target_group_arn"], ["action", i, "forward"]]
	some name in forward_links(record, path)
}

forwarded_groups := [record | some record in network.target_groups; plan.meets(forwarded_names, plan.names(record))]

app_ports := {flow.port | some flow in pictured; flow.to == tiers.app}

closed_targets := {gap(stack, flow, record.address, "port", "the target group sends to another port than the declared flow", number_text(state), format_int(flow.port, 10), state.is == "known") |
	some [stack, flow] in expected
	flow.to == tiers.app
	some record in forwarded_groups
	record.stack == stack
	state := plan.state(record, ["port"])
	not app_ports[port_key(state)]
}

closed_health := {gap(stack, flow, record.address, "health_check.0.port", "the health check uses a port that no flow declares: every target would be unhealthy", number_text(state), "traffic-port", state.is == "known") |
	some [stack, flow] in expected
	flow.to == tiers.app
	some record in forwarded_groups
	record.stack == stack
	state := plan.state(record, ["health_check", 0, "port"])
	state.is != "unset"
	not follows_traffic(state)
	not app_ports[port_key(state)]
}

follows_traffic(state) if {
	state.is == "known"
	state.value == "traffic-port"
}

closed_databases := {gap(stack, flow, record.address, "port", "the database listens on another port than the declared flow", number_text(state), format_int(flow.port, 10), state.is == "known") |
	some [stack, flow] in expected
	flow.to == tiers.databases
	some record in network.databases
	record.stack == stack
	state := plan.state(record, ["port"])
	state.is != "unset"
	port_key(state) != flow.port
}

number_text(state) := format_int(state.value, 10) if {
	state.is == "known"
	is_number(state.value)
} else := state.value if {
	state.is == "known"
	is_string(state.value)
} else := "unknown"

# ------------------------------------------------------------------------------------------------ the picture

# Each expected flow and whether it is open end to end.
states := {{
	"stack": stack, "from": flow.from, "to": flow.to, "protocol": flow.protocol, "port": flow.port,
	"name": concat(" ", [flow.from, "to", flow.to]), "state": state_of(stack, flow),
} |
	some [stack, flow] in expected
}

state_of(stack, flow) := "closed" if {
	some found in gaps
	found.stack == stack
	found.flow == flow
	found.certain
} else := "unknown" if {
	some found in gaps
	found.stack == stack
	found.flow == flow
} else := "open"
