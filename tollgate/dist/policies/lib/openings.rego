# METADATA
# title: What security groups let through
# description: >-
#   Every rule form becomes openings, one for each peer: inline ingress and egress, aws_security_group_rule,
#   aws_vpc_security_group_ingress_rule and _egress_rule, default groups. Protocol and ports are in one spelling,
#   absent ports are the widest, and what the plan does not tell is marked.
# custom:
#   resources:
#     - aws_security_group_rule
#     - aws_vpc_security_group_egress_rule
#     - aws_vpc_security_group_ingress_rule
package lib.openings

import data.lib.cidr
import data.lib.network
import data.lib.plan
import data.lib.prefix_lists
import data.lib.words
import rego.v1

# An opening: {address (the resource to blame), stack, path (its attribute), direction: ingress|egress, group (link),
# protocol: any|tcp|udp|icmp|<number>|unknown, ports: {from, to, known, valid, missing: attributes that are unset}, peer: {kind: cidr|address|group|self|prefix_list|unknown,
# cidr, link, path}, inline}.
openings := [opening |
	some told in array.concat(standalone, inline)
	some opening in spelled_out(told)
]

# A prefix list whose entries the plan knows stands for its ranges. Where the plan knows some of them, the list stays beside them.
spelled_out(opening) := [ranged |
	some cidr in prefix_lists.entries[name]
	ranged := object.union(opening, {"peer": cidr_peer(cidr, opening.peer.path)})
] if {
	opening.peer.kind == "prefix_list"
	count(opening.peer.link) == 1
	some name in opening.peer.link
	prefix_lists.entries[name]
} else := array.concat([opening], ranged) if {
	ranged := [object.union(opening, {"peer": cidr_peer(cidr, opening.peer.path)}) |
		opening.peer.kind == "prefix_list"
		count(opening.peer.link) == 1
		some name in opening.peer.link
		some cidr in prefix_lists.some_entries[name]
	]
}

# ------------------------------------------------------------------------------------------------ standalone rules

standalone := array.concat(modern(plan.rule_records), classic(plan.rule_records))

# The same as they were before the plan.
former := array.concat(modern(plan.former_rules), classic(plan.former_rules))

modern_direction := {
	"aws_vpc_security_group_egress_rule": "egress",
	"aws_vpc_security_group_ingress_rule": "ingress",
}

modern(records) := [opening |
	some record in records
	direction := modern_direction[record.type]
	group := plan.links(record, ["security_group_id"])
	some peer in modern_peers(record, group)
	opening := {
		"address": record.address,
		"stack": record.stack,
		"direction": direction,
		"group": group,
		"protocol": protocol(plan.state(record, ["ip_protocol"])),
		"ports": ports(plan.state(record, ["from_port"]), plan.state(record, ["to_port"])),
		"peer": peer,
		"inline": false,
		"place": "",
		"protocol_attribute": "ip_protocol",
	}
]

modern_peers(record, group) := [peer |
	some attribute in ["cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id"]
	state := plan.state(record, [attribute])
	state.is != "unset"
	peer := modern_peer(record, attribute, state, group)
]

modern_peer(record, attribute, state, group) := cidr_peer(state.value, attribute) if {
	startswith(attribute, "cidr")
	state.is == "known"
	is_string(state.value)
} else := late_peer(attribute, template_at(record, attribute)) if {
	startswith(attribute, "cidr")
} else := prefix_list_peer(plan.links(record, [attribute]), attribute) if {
	attribute == "prefix_list_id"
} else := group_peer(own_accounts(record, attribute), attribute, group)

own_accounts(record, attribute) := {own_account(name) | some name in plan.links(record, [attribute])}

# "123456789012/sg-0abc" names a group of another account by the part behind the slash.
own_account(name) := split(name, "/")[1] if {
	contains(name, "/sg-")
	not startswith(name, "?")
} else := name

classic(records) := [opening |
	some record in records
	record.type == "aws_security_group_rule"
	group := plan.links(record, ["security_group_id"])
	some peer in classic_peers(record, group)
	opening := {
		"address": record.address,
		"stack": record.stack,
		"direction": classic_direction(plan.state(record, ["type"])),
		"group": group,
		"protocol": protocol(plan.state(record, ["protocol"])),
		"ports": ports(plan.state(record, ["from_port"]), plan.state(record, ["to_port"])),
		"peer": peer,
		"inline": false,
		"place": "",
		"protocol_attribute": "protocol",
	}
]

classic_direction(state) := lower(state.value) if {
	state.is == "known"
} else := "unknown"

classic_peers(record, group) := array.concat(array.concat(lists, source), array.concat(own, unsure)) if {
	lists := [peer |
		some attribute in ["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids"]
		some peer in list_peers(record, attribute)
	]
	source := [group_peer(own_accounts(record, "source_security_group_id"), "source_security_group_id", group) |
		plan.state(record, ["source_security_group_id"]).is != "unset"
	]
	own := [self_peer("self") | is_self(object.get(record.values, "self", null))]
	unsure := [unknown_peer("self") | perhaps_self(record)]
}

is_self(value) if value in {true, "true"}

perhaps_self(record) if plan.state(record, ["self"]).is == "unknown"

perhaps_self(record) if no_switch(object.get(record.values, "self", null))

no_switch(value) if not value in {null, true, false, "true", "false"}

list_peers(record, attribute) := array.concat(known, unknown) if {
	attribute == "prefix_list_ids"
	known := [prefix_list_peer({name}, attribute) | some name in plan.links(record, [attribute])]
	unknown := []
} else := array.concat(known, unknown) if {
	known := [cidr_peer(value, attribute) | some value in object.get(record.values, attribute, []); is_string(value)]
	unknown := array.concat(written_peers(record, attribute), [late_peer(attribute, template_at(record, attribute)) | partly_unknown(record, [attribute])])
}

# A list that is unknown as a whole may have literals in the code (CDKTF).
written_peers(record, attribute) := [cidr_peer(value, attribute) |
	object.get(record.unknown, attribute, false) == true
	some value in plan.literal_strings(template_at(record, attribute))
]

partly_unknown(record, path) if plan.misshapen(object.get(record.values, path, null))

partly_unknown(record, path) if plan.state(record, path).is == "unknown"

partly_unknown(record, path) if {
	marks := object.get(record.unknown, path, false)
	is_array(marks)
	some mark in marks
	mark == true
}

# ------------------------------------------------------------------------------------------------ inline rules

inline := [opening |
	some group in network.groups
	group.kind != "data"
	some direction in ["ingress", "egress"]
	some found in inline_of(group, direction)
	opening := object.union(found, {
		"address": group.address,
		"stack": group.stack,
		"direction": direction,
		"group": {group.address},
		"inline": true,
		"protocol_attribute": "protocol",
	})
	not twice(opening, group)
]

# A standalone rule is read back inline after apply: one opening, told once.
twice(opening, group) if {
	some name in group.exact
	standalone_keys[key_on(name, opening)]
}

# So is one that this plan deletes or changes: until the next refresh the group shows it as it was. Not where the group
# has rules of its own, which stay.
twice(opening, group) if {
	given_back[[group.address, opening.direction]]
	some name in group.exact
	former_keys[key_on(name, opening)]
}

# Groups and directions of which the code says nothing, so that what they show is what AWS gave back. A dynamic block leaves
# no expression; but an update in which it changes anything shows what the block says.
given_back := {[group.address, direction] |
	some group in network.groups
	some direction in ["ingress", "egress"]
	unwritten(group.record, direction)
}

unwritten(record, direction) if {
	record.configured
	object.get(record.expressions, direction, null) == null
	unchanged(record, direction)
}

unwritten(record, _) if record.forgotten

unchanged(record, _) if record.former == {}

unchanged(record, direction) if entries_of(record.former, direction) == entries_of(record.values, direction)

entries_of(values, direction) := {entry | some entry in object.get(values, direction, [])}

# A rule that may be on one of several groups stands for no rule of theirs.
standalone_keys := {key_on(name, opening) | some opening in standalone; count(opening.group) == 1; some name in network.meant(opening.group)}

former_keys := {key_on(name, opening) | some opening in former; some name in network.meant(opening.group)}

key_on(name, opening) := [name, opening.direction, opening.protocol, ports_of(opening), peer_key(opening.peer, name)]

# Where a protocol has no ports, AWS shows 0 to 0 for what is not set.
ports_of(opening) := [opening.ports.from, opening.ports.to, opening.ports.known] if {
	opening.protocol in {"tcp", "udp", "icmp", "icmpv6", "unknown"}
} else := []

# A group that one rule names by its id and another by reference is the same.
peer_key(peer, name) := [peer.kind, peer.cidr] if {
	peer.kind in {"cidr", "self", "unknown"}
} else := ["self", ""] if {
	network.meant(peer.link) == network.meant({name})
} else := [peer.kind, network.meant(peer.link)]

# The entries of ingress or egress, each with what is known of it and what is hidden: {attribute: link}. They come from
# the planned values; where those are unknown as a whole, from the templates of the configuration (CDKTF); and where
# that is flat too, one entry stands for all, of which nothing is known.
inline_of(group, direction) := array.concat(entries, told_apart(group, direction)) if {
	entries := [found |
		some i, shown in object.get(group.record.values, direction, null)
		hidden := {attribute: link |
			some attribute in entry_attributes
			partly_unknown_entry(group.record, [direction, i, attribute])
			link := plan.entry_links(group.record, direction, shown, attribute)
		}
		known := object.union(shown, written_members(group.record, direction, shown, hidden))
		place := concat(".", [direction, format_int(i, 10)])
		some found in entry_openings(group, known, hidden, place)
	]

	readable(object.get(group.record.values, direction, null))
} else := array.concat(written, hidden) if {
	plan.state(group.record, [direction]).is == "unknown"
	is_array(plan.templates(group.record, direction))
	written := [found |
		some i, template in plan.templates(group.record, direction)
		is_object(template)
		some found in template_openings(group, direction, i, template)
	]
	hidden := [hidden_inline(group.record, direction) | more_inline(group.record, direction)]
} else := [hidden_inline(group.record, direction)] if {
	plan.state(group.record, [direction]).is != "unset"
} else := []

# Whether a group has inline rules beside those that the code spells out.
more_inline(record, direction) if plan.dynamic(record, direction)

more_inline(record, direction) if not readable(plan.templates(record, direction))

# The literals of lists that the plan shows as unknown as a whole, by attribute.
written_members(record, direction, shown, hidden) := {attribute: literals |
	some attribute in list_attributes
	hidden[attribute]
	not is_array(object.get(shown, attribute, null))
	literals := plan.entry_literals(record, direction, shown, attribute)
	count(literals) > 0
}

template_openings(group, direction, i, template) := [found |
	hidden := {attribute: link |
		some attribute in entry_attributes
		plan.is_template(object.get(template, attribute, null))
		link := plan.template_links(group.record, direction, object.get(template, attribute, null))
	}
	literals := {attribute: strings |
		some attribute in list_attributes
		hidden[attribute]
		strings := plan.literal_strings(object.get(template, attribute, null))
	}
	known := object.union(object.remove(template, object.keys(hidden)), literals)
	place := concat(".", [direction, format_int(i, 10)])
	some opening in entry_openings(group, known, hidden, place)
	found := narrowed(opening, place, template)
]

# What is hidden in an entry may be visibly one address.
narrowed(opening, place, template) := object.union(opening, {"peer": address_peer(opening.peer.path)}) if {
	opening.peer.kind == "unknown"
	some attribute in ["cidr_blocks", "ipv6_cidr_blocks"]
	opening.peer.path == concat(".", [place, attribute])
	single_addresses(object.get(template, attribute, null))
} else := opening

# Several entries with the same ports, each with an unknown group: which of them has which template is not known, but
# each template is there. The entries stay, as what may be: one of them may come from a dynamic block.
told_apart(group, direction) := [found |
	count(hidden_ports) > 0
	count(templates) > count({ports | some [_, _, ports] in templates})
	some [i, template, ports] in templates
	hidden_ports[ports]
	some found in template_openings(group, direction, i, template)
	endswith(found.peer.path, ".security_groups")
] if {
	hidden_ports := {traffic_of(known) |
		some i, known in object.get(group.record.values, direction, null)
		partly_unknown_entry(group.record, [direction, i, "security_groups"])
	}
	templates := [[i, template, traffic_of(template)] |
		some i, template in plan.templates(group.record, direction)
		plan.is_template(object.get(template, "security_groups", null))
		every attribute in ["from_port", "to_port", "protocol"] { not plan.is_template(object.get(template, attribute, null)) }
	]
}

traffic_of(entry) := [protocol(entry_state(entry, {}, "protocol")), ports(entry_state(entry, {}, "from_port"), entry_state(entry, {}, "to_port"))]

readable(entries) if {
	is_array(entries)
	every entry in entries { is_object(entry) }
}

hidden_inline(record, direction) := {"protocol": "unknown", "ports": unknown_ports, "peer": peer, "place": direction, "description": {"is": "unknown"}} if {
	peer := object.union(unknown_peer(direction), hidden_words(record, direction))
}

hidden_words(record, direction) := {"words": "whomever a dynamic block names: its for_each is not known yet"} if {
	plan.dynamic(record, direction)
} else := {}

list_attributes := {"cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups"}

peer_attributes := list_attributes | {"self"}

entry_attributes := peer_attributes | {"from_port", "to_port", "protocol", "description"}

partly_unknown_entry(record, path) if plan.flagged(record, path)

partly_unknown_entry(record, path) if {
	marks := object.get(record.unknown, path, false)
	is_array(marks)
	some mark in marks
	mark == true
}

entry_openings(group, known, hidden, place) := [found |
	some peer in entry_peers(group, known, hidden, place)
	found := {
		"protocol": protocol(entry_state(known, hidden, "protocol")),
		"ports": ports(entry_state(known, hidden, "from_port"), entry_state(known, hidden, "to_port")),
		"peer": peer,
		"place": place,
		"description": entry_state(known, hidden, "description"),
	}
]

entry_state(known, hidden, attribute) := {"is": "unknown"} if {
	hidden[attribute]
} else := {"is": "known", "value": value} if {
	value := object.get(known, attribute, null)
	value != null
} else := {"is": "unset"}

entry_peers(group, known, hidden, place) := array.concat(array.concat(cidrs, lists), array.concat(of_groups, array.concat(own, unknown))) if {
	cidrs := [cidr_peer(cidr, concat(".", [place, attribute])) |
		some attribute in ["cidr_blocks", "ipv6_cidr_blocks"]
		some cidr in object.get(known, attribute, [])
		is_string(cidr)
	]
	lists := [prefix_list_peer({id}, concat(".", [place, "prefix_list_ids"])) |
		some id in object.get(known, "prefix_list_ids", [])
		is_string(id)
	]
	of_groups := [group_peer({own_account(id)}, concat(".", [place, "security_groups"]), group.exact) |
		some id in object.get(known, "security_groups", [])
		is_string(id)
	]
	own := [self_peer(concat(".", [place, "self"])) | is_self(object.get(known, "self", null))]
	unknown := array.concat(
		[peer |
			some attribute in peer_attributes
			link := hidden[attribute]
			peer := hidden_peer(group, attribute, link, place)
		],
		[unknown_peer(concat(".", [place, attribute])) |
			some attribute in peer_attributes
			misshapen(attribute, object.get(known, attribute, null))
		],
	)
}

misshapen("self", value) if no_switch(value)

misshapen(attribute, value) if {
	attribute != "self"
	plan.misshapen(value)
}

hidden_peer(group, attribute, link, place) := group_peer(link, concat(".", [place, attribute]), group.exact) if {
	attribute == "security_groups"
} else := prefix_list_peer(link, concat(".", [place, attribute])) if {
	attribute == "prefix_list_ids"
} else := unknown_peer(concat(".", [place, attribute]))

# ------------------------------------------------------------------------------------------------ repeated inline rules

# Inline rules that differ in their descriptions alone. The provider makes one of those that are equal; AWS takes no notice
# of the description and refuses the second.
repeated := [opening |
	count(described) > count({key | some [key, _, _] in described})
	first := plan.one_of_each([[key, description] | some [key, description, _] in described])
	some [key, description, opening] in described
	first[key] != description
]

described := [[key, description, opening] |
	some opening in inline
	description := described_as(opening.description)
	peer := sure_peer(opening.peer)
	opening.ports.known
	key := json.marshal([opening.address, opening.direction, opening.protocol, ports_of(opening), peer])
]

described_as(state) := state.value if {
	state.is == "known"
} else := "" if {
	state.is == "unset"
}

# What is surely the source or destination: a reference may come to nothing.
sure_peer(peer) := [peer.kind, peer.cidr] if {
	peer.kind in {"cidr", "self"}
} else := [peer.kind, name] if {
	count(peer.link) == 1
	some name in peer.link
	not startswith(name, "?")
	not plan.nodes[name]
}

# ------------------------------------------------------------------------------------------------ pieces

protocol_names := {"-1": "any", "all": "any", "6": "tcp", "17": "udp", "1": "icmp", "58": "icmpv6"}

protocol(state) := "unknown" if {
	state.is == "unknown"
} else := "any" if {
	state.is == "unset"
} else := object.get(protocol_names, word, word) if {
	word := lower(spelled(state.value))
}

spelled(value) := format_int(value, 10) if {
	is_number(value)
} else := value if {
	is_string(value)
} else := "unknown"

unknown_ports := {"from": 0, "to": 65535, "known": false, "valid": true, "missing": set()}

# Where one end is not known, the widest stands for it.
ports(from, to) := {"from": bound(from, 0), "to": bound(to, 65535), "known": false, "valid": true, "missing": missing(from, to)} if {
	some state in [from, to]
	state.is == "unknown"
} else := {"from": low, "to": high, "known": true, "valid": valid(low, high), "missing": missing(from, to)} if {
	low := bound(from, 0)
	high := bound(to, 65535)
}

missing(from, to) := {attribute |
	some attribute, state in {"from_port": from, "to_port": to}
	state.is == "unset"
}

# -1 and absent are the widest; a port may come as a string.
bound(state, widest) := number if {
	state.is == "known"
	number := to_number(state.value)
	number >= 0
} else := widest

valid(low, high) if {
	low <= high
	high <= 65535
} else := false

# Does the opening let this port through?
lets_through(opening, protocol, port) if {
	opening.ports.known
	some name in {"any", protocol}
	opening.protocol == name
	any_or_within(opening, port)
}

any_or_within(opening, _) if opening.protocol == "any"

any_or_within(opening, port) if {
	opening.protocol != "any"
	opening.ports.from <= port
	opening.ports.to >= port
}

# A protocol has ports only where it is TCP or UDP.
has_ports := {"tcp", "udp"}

cidr_peer(cidr, path) := {"kind": "cidr", "cidr": cidr, "link": set(), "path": path}

# Two things that are not known are not the same for that, nor are two of several groups with one name (for_each, without the key).
group_peer(link, path, own) := self_peer(path) if {
	count(link) > 0
	count(link - own) == 0
	every name in link { one_group(name) }
} else := {"kind": "group", "cidr": "", "link": link, "path": path}

one_group(name) if {
	not startswith(name, "?")
	not plan.plural[name]
}

self_peer(path) := {"kind": "self", "cidr": "", "link": set(), "path": path}

prefix_list_peer(link, path) := {"kind": "prefix_list", "cidr": "", "link": link, "path": path}

# A range that is not known, but written so that it holds one address whatever it will be: "${aws_eip.x.public_ip}/32".
address_peer(path) := {"kind": "address", "cidr": "", "link": set(), "path": path}

late_peer(path, template) := address_peer(path) if {
	single_addresses(template)
} else := unknown_peer(path)

template_at(record, attribute) := object.get(record.expressions, [attribute, "constant_value"], null)

# Texts, of which those that are not known end in the length of one address.
single_addresses(template) if {
	texts := [text | some text in plan.as_array(template); contains(text, "${")]
	count(texts) > 0
	every text in texts { one_address(text) }
}

one_address(text) if endswith(text, "}/32")

one_address(text) if endswith(text, "}/128")

unknown_peer(path) := {"kind": "unknown", "cidr": "", "link": set(), "path": path}

# An opening in words: "ingress tcp 22 from 0.0.0.0/0".
text(opening) := concat(" ", [
	opening.direction,
	traffic(opening),
	object.get({"egress": "to", "ingress": "from"}, opening.direction, "from or to"),
	peer_text(opening.peer),
])

# The same with the group that has the opening, where that is another resource: "ingress tcp 22 from 0.0.0.0/0 on
# aws_security_group.web". Waivers and baselines excuse this text, so it names everything that an exception is bound to.
# Spaces surround each address, so that an exception can follow an address that Terraform moved.
text_with_group(opening) := text(opening) if {
	network.meant(opening.group) == {opening.address}
} else := concat(" ", [text(opening), "on", any_of(network.meant(opening.group), "an unknown group")])

# "a or b"
any_of(names, none) := none if {
	count(names) == 0
} else := words.joined(" or ", {shown(name) | some name in names})

# A question mark stands before a reference that was not followed to its end, and before the reason why there is none.
shown(name) := concat("", ["something unknown (", trim_prefix(name, "?"), ")"]) if {
	startswith(name, "?")
	contains(name, " ")
} else := concat("", [name, " (", data_ids[name], ")"]) if {
	data_ids[name]
} else := trim_prefix(name, "?")

# A data source keeps its address when its filter finds another resource: the id tells which one was found.
data_ids := plan.one_of_each([[record.address, id] |
	some record in array.concat(prefix_lists.read, [group.record | some group in network.groups; group.kind == "data"])
	id := object.get(record.values, "id", null)
	is_string(id)
])

# The interval of each address range that some opening has for a peer; none for what is no range.
ranges := {text: range |
	some text in {opening.peer.cidr | some opening in openings; opening.peer.kind == "cidr"}
	range := cidr.interval(text)
}

# The addresses that each of them stands for: IPv6 ranges that stand for IPv4 addresses are these.
reached := {text: cidr.reach(text) | some text, _ in ranges}

traffic(opening) := "all traffic" if {
	opening.protocol == "any"
} else := concat(" ", [opening.protocol, port_text(opening.ports)])

port_text(range) := "on unknown ports" if {
	not range.known
} else := format_int(range.from, 10) if {
	range.from == range.to
} else := concat("-", [format_int(range.from, 10), format_int(range.to, 10)])

peer_text(peer) := peer.words if {
	peer.words
} else := peer.cidr if {
	peer.kind == "cidr"
} else := "the group itself" if {
	peer.kind == "self"
} else := concat("", [kind_text[peer.kind], any_of(network.meant(peer.link), "")]) if {
	count(peer.link) > 0
} else := object.get(empty_text, peer.kind, "an unknown source or destination")

kind_text := {"group": "", "prefix_list": "prefix list ", "unknown": ""}

empty_text := {"address": "one address", "group": "no group", "prefix_list": "an unknown prefix list"}
