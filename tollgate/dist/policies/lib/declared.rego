# METADATA
# title: What the settings declare
# description: >-
#   Null in the settings stands for a limit or a budget that nobody has declared. A rule of it checks nothing, and is then
#   not applicable. Rules that compare with the flows check nothing while there are none.
package lib.declared

import rego.v1

# An export for HCP Terraform has the settings as Rego. OPA then knows that a limit is null, or that there is no flow, and refuses
# to compile code that reads a property of the setting: `object.get` hides the type.
untyped(value) := object.get({"it": value}, "it", null)

# What flows.json says, in one form: each flow once for each source, destination and range of ports.
# {from, to, protocol: tcp|udp|icmp|any, port, last (the range of ports; 0 to 65535 where the protocol has none), traffic (as text),
# required}.
flows := [flow |
	some stated in list_of(object.get(data.settings, "flows", []))
	some from in list_of(object.get(stated, "from", []))
	some to in list_of(object.get(stated, "to", []))
	some range in port_ranges(stated)
	flow := flow_of(ends(from, to), protocol_of(stated), range, object.get(stated, "optional", false) != true)
]

flow_of(sides, protocol, range, required) := {
	"from": sides[0],
	"to": sides[1],
	"protocol": protocol,
	"port": range.from,
	"last": range.to,
	"traffic": traffic(protocol, range),
	"required": required,
}

list_of(value) := untyped(value) if {
	is_array(untyped(value))
} else := [untyped(value)]

# "self" stands for the other end.
ends(from, to) := [to, to] if {
	from == "self"
} else := [from, from] if {
	to == "self"
} else := [from, to]

protocol_of(stated) := object.get({"all": "any"}, protocol, protocol) if {
	protocol := object.get(stated, "protocol", "tcp")
}

port_ranges(stated) := [range | some port in list_of(object.get(stated, "ports", object.get(stated, "port", []))); range := port_range(port)] if {
	with_ports[protocol_of(stated)]
} else := [{"from": 0, "to": 65535}]

with_ports := {"tcp", "udp"}

# 443, "443" or "8000-8010".
port_range(port) := {"from": port, "to": port} if {
	is_number(port)
} else := {"from": to_number(ends[0]), "to": to_number(ends[count(ends) - 1])} if {
	ends := split(port, "-")
	every end in ends { trim(end, "0123456789") == "" }
}

traffic(protocol, range) := "all traffic" if {
	protocol == "any"
	range.from == 0
} else := protocol if {
	not with_ports[protocol]
} else := concat(" ", [protocol, format_int(range.from, 10)]) if {
	range.from == range.to
} else := concat("", [protocol, " ", format_int(range.from, 10), "-", format_int(range.to, 10)])

# The tiers by name, each as a list of the selectors of which a member meets one; empty where the settings leave the tiers to the
# structure.
tiers := {name: list_of(selector) | some name, selector in untyped(object.get(data.settings, "tiers", {}))}

some_tier if count(tiers) > 0

# Address ranges, prefix lists and security groups elsewhere, by the name of the peer.
peers := {name: members |
	some name, stated in untyped(object.get(data.settings, "peers", {}))
	members := {member | some member in list_of(stated)}
}

some_flow if count(flows) > 0

# The limits by name, without those that are not declared.
limits := {name: limit | some name, limit in untyped(data.settings.limits); limit != null}

# Without the setting every budget counts as declared: then nothing may be spent.
no_budget if {
	budgets := untyped(data.settings.budgets)
	is_object(budgets)
	count(budgets) > 0
	every budget in budgets { budget == null }
}

# Settings that declare nothing: "flows", "budgets.stack_maximum_usd", "limits.group".
missing contains "flows" if not some_flow

missing contains concat("", ["budgets.", name]) if {
	some name, value in untyped(data.settings.budgets)
	value == null
}

missing contains concat("", ["limits.", name]) if {
	some name, value in untyped(data.settings.limits)
	value == null
}
