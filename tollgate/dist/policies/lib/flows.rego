# METADATA
# title: Declared flows against what is open
# description: >-
#   Compares the openings of each tier's groups with the flows that settings declare, both ways: an opening that no
#   flow covers, and a flow that is not open end to end.
package lib.flows

import data.lib.cidr
import data.lib.declared as settings
import data.lib.forwarding
import data.lib.interfaces
import data.lib.members
import data.lib.network
import data.lib.openings
import data.lib.patterns
import data.lib.peers
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
} else := "yes" if {
	several_names(opening)
	every name in opening.peer.link { name_declared(name, opening, tier) }
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

# A reference to one of several groups (for_each): whichever it is, some flow covers it.
several_names(opening) if {
	opening.peer.kind == "group"
	count(opening.peer.link) > 1
}

name_declared(name, opening, tier) if {
	some flow in declared
	applies(flow, opening, tier)
	fits(flow, opening)
	peer_is(object.union(opening.peer, {"link": {name}}), other_side(flow, opening.direction), tier) == "yes"
}

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

# The opening lies within the ports of the flow: a wider range lets through what nobody declared.
fits(flow, _) if flow.protocol == "any"

fits(flow, opening) if {
	flow.protocol == "icmp"
	opening.protocol in {"icmp", "icmpv6"}
}

fits(flow, opening) if {
	opening.protocol == flow.protocol
	opening.ports.known
	opening.ports.from >= flow.port
	opening.ports.to <= flow.last
	opening.ports.from <= opening.ports.to
}

may_fit(flow, opening) if fits(flow, opening)

may_fit(flow, opening) if {
	not opening.ports.known
	opening.protocol in {flow.protocol, "unknown"}
	may_be_ports(opening.ports, flow)
}

may_fit(flow, opening) if {
	opening.protocol == "unknown"
	opening.ports.from >= flow.port
	opening.ports.to <= flow.last
}

# Each end is a port of the flow, or the widest, which stands for an end that is not known.
may_be_ports(range, flow) if {
	may_be_port(range.from, 0, flow)
	may_be_port(range.to, 65535, flow)
}

may_be_port(port, widest, _) if port == widest

may_be_port(port, _, flow) if {
	port >= flow.port
	port <= flow.last
}

# Is the peer of a tier's opening within the other side of a flow? Anything is within the Internet. Where nothing of the
# other side stands in what is judged, a group from elsewhere may be of it.
peer_is(peer, side, tier) := "yes" if {
	side == "internet"
} else := peers.holds(side, peer, range_of(peer)) if {
	settings.peers[side]
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

# The addresses of a peer, or null.
range_of(peer) := openings.ranges[peer.cidr] if {
	openings.ranges[peer.cidr]
} else := null

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
		text := concat(" ", [flow.traffic, words[direction], other_side(flow, direction)])
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
} else := [flow |
	some pair in found
	range := {"from": pair.port, "to": pair.port}
	flow := settings.flow_of([pair.from, pair.to], pair.protocol, range, true)
]

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

standing := {[held.stack, held.tier, held.address] | some held in network.attachments}

members_of(stack, tier) := members_by_tier[[stack, tier]]

# A tier that nothing in the stack stands in.
members_of(stack, tier) := set() if not members_by_tier[[stack, tier]]

# Stock OPA indexes the inner comprehension: it goes through the members once, and not once for each stack.
members_by_tier := {[stack, tier]: found |
	some [stack, tier] in {[member[0], member[1]] | some member in standing}
	found := {member[2] | some member in standing; member[0] == stack; member[1] == tier}
}

# Both ends of a flow stand in the stack, or one of them does: then the flow is expected.
expected contains [stack, flow] if {
	some stack in stacks
	some flow in pictured
	some side in ["from", "to"]
	count(members_of(stack, flow[side])) > 0
}

# What keeps a flow from being open: {stack, flow, address, path, why, found, allowed, certain}.
gaps := (missing_tiers | closed_groups) | ((closed_listeners | unserved) | (closed_targets | (closed_health | closed_databases)))

missing_tiers := {gap(stack, flow, address, "", concat(" ", ["no resource is at the", missing, "end of the flow"]), "absent", missing, true) |
	some [stack, flow] in expected
	some missing in [flow.from, flow.to]
	network.tiers[missing]
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
	lets_through(item.opening, flow)
	reaches(item.opening, flow) == "yes"
} else := "yes" if {
	item.owner == "yes"
	item.covered == "yes"
	lets_through(item.opening, flow)
	reaches_widely(item.opening, flow)
} else := "maybe" if {
	may_let_through(item.opening, flow)
	reaches(item.opening, flow) != "no"
}

# A port of the flow's range is enough: a rule may allow less than the flow.
lets_through(opening, flow) if {
	opening.ports.known
	opening.protocol == "any"
	flow.port <= flow.last
}

lets_through(opening, flow) if {
	opening.ports.known
	opening.protocol == flow.protocol
	meets_ports(opening, flow)
}

lets_through(_, flow) if flow.protocol == "any"

meets_ports(opening, flow) if {
	opening.ports.from <= flow.last
	opening.ports.to >= flow.port
}

may_let_through(opening, flow) if lets_through(opening, flow)

may_let_through(opening, flow) if {
	not opening.ports.known
	opening.protocol in {"any", "unknown", flow.protocol}
	meets_ports(opening, flow)
}

may_let_through(opening, flow) if {
	opening.protocol == "unknown"
	meets_ports(opening, flow)
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
	lets_through(item.opening, flow)
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
} else := "yes" if {
	opening.peer.kind == "cidr"
	settings.peers[other_side(flow, opening.direction)]
	peers.overlaps(other_side(flow, opening.direction), range_of(opening.peer))
} else := "yes" if {
	every_name_has_a_rule(opening)
	some name in opening.peer.link
	peer_is(object.union(opening.peer, {"link": {name}}), other_side(flow, opening.direction), "") == "yes"
} else := peer_is(opening.peer, other_side(flow, opening.direction), other_tier(flow, opening.direction)) if {
	other_side(flow, opening.direction) != "internet"
} else := "no"

# The tier of the opening itself matters to rules that allow the group itself: those lead from a tier to the same tier.
other_tier(flow, _) := flow.to if {
	flow.from == flow.to
} else := ""

# A declared rule for everybody, or for address ranges of clients where the load balancer has no groups, leads to the tier as well.
reaches_widely(opening, flow) if {
	opening.peer.kind == "cidr"
	network.tiers[other_side(flow, opening.direction)]
	range := range_of(opening.peer)
	range.to - range.from == cidr.all_addresses[range.family]
}

reaches_widely(opening, flow) if {
	opening.peer.kind == "cidr"
	groupless[[opening.stack, other_side(flow, opening.direction)]]
}

# Tiers of which no member in the stack has, or needs, groups.
groupless := {[held.stack, held.tier] | some held in network.attachments; held.state == "none"} - {[held.stack, held.tier] |
	some held in network.attachments
	held.state != "none"
}

# Rules with for_each share one list of references. As many instances as references: each group has a rule.
every_name_has_a_rule(opening) if {
	several_names(opening)
	count(opening.peer.link) == instances[rule_key(opening)]
}

rule_key(opening) := concat(" ", [patterns.keyless(opening.address), opening.direction, opening.peer.path])

# How many instances there are of each rule with several references, up to five. Counted in rounds: a comprehension for each rule
# would take the square of their number.
instances := {key: n |
	some key, _ in rounds[0]
	n := count([round | some round in rounds; round[key]])
}

rounds := [first, second, third, fourth, fifth]

instance_pairs := [[rule_key(item.opening), item.opening.address] | some item in tier_openings; several_names(item.opening)]

first := plan.one_of_each(instance_pairs)

others_1 := [pair | some pair in instance_pairs; first[pair[0]] != pair[1]]

second := plan.one_of_each(others_1)

others_2 := [pair | some pair in others_1; second[pair[0]] != pair[1]]

third := plan.one_of_each(others_2)

others_3 := [pair | some pair in others_2; third[pair[0]] != pair[1]]

fourth := plan.one_of_each(others_3)

others_4 := [pair | some pair in others_3; fourth[pair[0]] != pair[1]]

fifth := plan.one_of_each(others_4)

closed_groups := {gap(stack, flow, address, direction, message, "no rule allows it", allowed, certain) |
	some [stack, flow] in expected
	some [tier, direction] in [[flow.from, "egress"], [flow.to, "ingress"]]
	network.tiers[tier]
	not groupless[[stack, tier]]
	not passing[[stack, tier, direction, flow, "yes"]]
	certain := not_even_maybe(stack, tier, direction, flow)
	some address in blamed_groups(stack, tier)
	words := {"egress": "to", "ingress": "from"}
	other := other_side(flow, direction)
	message := concat("", ["the ", tier, " tier's groups do not let the declared flow through (", direction, ")"])
	allowed := concat(" ", [direction, flow.traffic, words[direction], other])
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

# ---- listeners: somebody must listen on a flow's port into a tier of load balancers, and forward

# Listeners by the tier of their load balancer: {stack, tier, record}.
tier_listeners := [{"stack": record.stack, "tier": tier, "record": record} |
	some tier, found in forwarding.listeners_of
	some record in found
] if {
	settings.some_tier
} else := [{"stack": record.stack, "tier": tiers.load_balancers, "record": record} | some record in network.listeners]

listening := {[found.stack, found.tier, port_key(plan.state(found.record, ["port"]))] |
	some found in tier_listeners
	answers(found)
}

forwards := {[found.stack, found.tier, port_key(plan.state(found.record, ["port"]))] |
	some found in tier_listeners
	forwarding_listeners[found.record.address]
}

# Listeners that forward, by default or by their rules.
forwarding_listeners := {record.address | some record in network.listeners; count(forwarding.of_listener[record.address]) > 0} | {record.address |
	some record in network.listeners
	plan.meets(forwarding.ruled, plan.names(record))
}

answers(found) if forwarding_listeners[found.record.address]

# A redirect to a port on which a listener forwards.
answers(found) if {
	port := to_number(forwarding.redirect_port(found.record))
	forwards[[found.stack, found.tier, port]]
}

port_key(state) := state.value if {
	state.is == "known"
	is_number(state.value)
} else := to_number(state.value) if {
	state.is == "known"
} else := "unknown"

# Members that are load balancers, of each stack and tier.
balancers := {[stack, tier]: addresses |
	some [stack, tier] in {[stack, flow.to] | some [stack, flow] in expected}
	network.balancer_tiers[tier]
	addresses := members_of(stack, tier) & network.balancer_addresses
	count(addresses) > 0
}

closed_listeners := {gap(stack, flow, address, "port", "no listener forwards the declared port", "no such listener", trim_prefix(flow.traffic, "tcp "), certain) |
	some [stack, flow] in expected
	some address in balancers[[stack, flow.to]]
	not listened(stack, flow)
	certain := unknown_port_listener(stack, flow.to)
}

listened(stack, flow) if {
	some [at, tier, port] in listening
	at == stack
	tier == flow.to
	is_number(port)
	port >= flow.port
	port <= flow.last
}

unknown_port_listener(stack, tier) := false if {
	listening[[stack, tier, "unknown"]]
} else := false if {
	settings.some_tier
	some record in forwarding.stray_listeners
	record.stack == stack
} else := true

# ---- target groups: what the listeners forward to must be the port of the flow into the app tier, health check included

forwarded_names := {name | some record in network.listeners; some name in forwarding.of_listener[record.address]} | {name |
	some record in network.listener_rules
	some name in forwarding.links(record, "action")
}

forwarded_groups := [record | some record in network.target_groups; plan.meets(forwarded_names, plan.names(record))]

# Where load balancers send the traffic of a tier: {stack, from (the tier of the load balancer), to, state (the port), address, path}.
placements := array.concat(services, hosts) if {
	settings.some_tier
} else := [{"stack": record.stack, "from": tiers.load_balancers, "to": tiers.app, "state": plan.state(record, ["port"]), "address": record.address, "path": "port", "record": record} |
	some record in forwarded_groups
]

# ECS takes no notice of the target group's port: the port of the container counts.
services := [{"stack": record.stack, "from": from, "to": claim.tier, "state": plan.state(record, path), "address": record.address, "path": concat(".", ["load_balancer", format_int(i, 10), "container_port"]), "record": record} |
	some claim in members.claims
	claim.sure
	record := claim.record
	members.is_service(record)
	some i, _ in object.get(record.values, "load_balancer", [])
	link := plan.links(record, ["load_balancer", i, "target_group_arn"])
	some from, targets in forwarding.targets_of
	plan.meets(link, targets)
	path := ["load_balancer", i, "container_port"]
]

hosts := [{"stack": record.stack, "from": from, "to": to, "state": plan.state(record, ["port"]), "address": record.address, "path": "port", "record": record} |
	some record in network.target_groups
	some from, targets in forwarding.targets_of
	plan.meets(targets, plan.names(record))
	some to, names in members.host_targets
	plan.meets(names, plan.names(record))
]

# The flows that lead from the load balancer to the members, or, where none is declared, all that lead to these.
fed(placement, flow) if {
	flow.to == placement.to
	flow.from == placement.from
}

fed(placement, flow) if {
	settings.some_tier
	flow.to == placement.to
	not between[[placement.from, placement.to]]
}

fed(placement, flow) if {
	not settings.some_tier
	flow.to == placement.to
}

between := {[flow.from, flow.to] | some flow in pictured}

accepted(placement, state) if {
	port := port_key(state)
	is_number(port)
	some flow in pictured
	fed(placement, flow)
	port >= flow.port
	port <= flow.last
}

closed_targets := {gap(stack, flow, placement.address, placement.path, sends_elsewhere(placement), number_text(placement.state), trim_prefix(flow.traffic, "tcp "), placement.state.is == "known") |
	some [stack, flow] in expected
	some placement in placements
	placement.stack == stack
	fed(placement, flow)
	not accepted(placement, placement.state)
}

sends_elsewhere(placement) := "the target group sends to another port than the declared flow" if {
	placement.path == "port"
} else := "the service takes another port than the declared flow"

closed_health := {gap(stack, flow, checked.record.address, "health_check.0.port", "the health check uses a port that no flow declares: every target would be unhealthy", number_text(state), "traffic-port", state.is == "known") |
	some checked in health_checks
	state := plan.state(checked.record, ["health_check", 0, "port"])
	state.is != "unset"
	not follows_traffic(state)
	not accepted(checked, state)
	some [stack, flow] in expected
	checked.record.stack == stack
	fed(checked, flow)
}

# The target groups of each pair of a load balancer's tier and its targets' tier.
health_checks := [{"from": from, "to": to, "record": record} |
	some record in network.target_groups
	some from, targets in forwarding.targets_of
	plan.meets(plan.names(record), targets)
	some to, names in members.target_names
	plan.meets(plan.names(record), names)
] if {
	settings.some_tier
} else := placements

follows_traffic(state) if {
	state.is == "known"
	state.value == "traffic-port"
}

# A service that no target group sends to serves nobody.
unserved := {gap(stack, flow, address, "load_balancer", "no target group of the load balancer sends to the service on a declared port", "none", trim_prefix(flow.traffic, "tcp "), true) |
	some [stack, flow] in expected
	balancers[[stack, flow.from]]
	only_services[[stack, flow.to]]
	not stands_behind(stack, flow)
	some address in members_of(stack, flow.to)
}

stands_behind(stack, flow) if {
	some placement in placements
	placement.stack == stack
	placement.from == flow.from
	placement.to == flow.to
}

stands_behind(stack, flow) if {
	some claim in members.claims
	claim.tier == flow.to
	claim.record.stack == stack
	some i, _ in object.get(claim.record.values, "load_balancer", [])
	some name in plan.links(claim.record, ["load_balancer", i, "target_group_arn"])
	startswith(name, "?")
}

only_services := {[claim.record.stack, claim.tier] | some claim in members.claims; members.is_service(claim.record)} - {[claim.record.stack, claim.tier] |
	some claim in members.claims
	not members.is_service(claim.record)
}

# ---- what listens by itself

# {tier, record, path of the port}.
servers := [{"tier": claim.tier, "record": claim.record, "path": interfaces.of_type[claim.record.type].port} |
	some claim in members.claims
	claim.sure
] if {
	settings.some_tier
} else := [{"tier": tiers.databases, "record": record, "path": ["port"]} | some record in network.databases]

closed_databases := {gap(stack, flow, server.record.address, "port", "the database listens on another port than the declared flow", number_text(state), trim_prefix(flow.traffic, "tcp "), state.is == "known") |
	some [stack, flow] in expected
	some server in servers
	flow.to == server.tier
	server.record.stack == stack
	state := plan.state(server.record, server.path)
	state.is != "unset"
	not flow_takes(flow.to, state)
}

flow_takes(tier, state) if {
	port := port_key(state)
	is_number(port)
	some flow in pictured
	flow.to == tier
	port >= flow.port
	port <= flow.last
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
	"stack": stack, "from": flow.from, "to": flow.to, "protocol": flow.protocol, "port": flow.port, "last": flow.last, "own": own_names,
	"name": concat(" ", [flow.from, "to", flow.to]), "state": state,
} |
	some [stack, flow] in expected
	state := state_of(stack, flow)
	shown(flow, state)
}

# Whether the settings name the tiers.
own_names if settings.some_tier

default own_names := false

# An optional flow that is not open is none.
shown(flow, _) if flow.required

shown(_, state) if state == "open"

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
