# METADATA
# title: Names in flows.json that mean nothing
# description: >-
#   A flow between tiers that nobody declares would cover nothing, and an entry of a peer that cannot be read would allow nothing: the
#   settings are refused, and say which names there are.
package lib.language

import data.lib.cidr
import data.lib.declared
import data.lib.tiers
import data.lib.words
import rego.v1

# {stack, message, why, fix}
problems contains problem(concat("", ["the flows of the settings name ", name, ", which flows.json does not define"]), concat("", ["Known are ", words.joined(", ", known), "."])) if {
	some flow in declared.flows
	some name in [flow.from, flow.to]
	not known[name]
}

problems contains problem(concat("", ["the tier ", tier, " selects by the tier ", name, ", which the settings do not name"]), concat("", ["Known are ", words.joined(", ", tiers.all), "."])) if {
	some tier, selectors in declared.tiers
	some selector in selectors
	some name in declared.list_of(object.get(selector, "behind", []))
	not tiers.all[name]
}

problems contains problem(concat("", [name, " has two definitions in flows.json"]), "Rename one of them.") if {
	some name, _ in declared.peers
	tiers.all[name]
}

problems contains problem(concat("", [name, " of flows.json lists ", member, ", which is not an address range"]), "Write a range as 203.0.113.0/24, and a group or a prefix list by its id or address.") if {
	some name, members in declared.peers
	some member in members
	contains(member, "/")
	not canonical(member)
}

problems contains problem(concat("", ["a flow from ", stated.from, " to ", stated.to, " has ports that cannot be read"]), "Write ports as [443, \"8000-8010\"], the lower one first.") if {
	some stated in declared.list_of(object.get(data.settings, "flows", []))
	is_object(stated)
	count(misread(stated)) > 0
}

canonical(member) if cidr.interval(member).canonical

misread(stated) := {port |
	some port in declared.list_of(object.get(stated, "ports", []))
	not readable(port)
}

readable(port) if {
	range := declared.port_range(port)
	range.from <= range.to
	range.to <= 65535
}

problem(message, fix) := {
	"stack": "",
	"message": message,
	"why": "A name or a value that means nothing would leave a flow out, without a word.",
	"fix": fix,
}

known := ({"internet"} | tiers.all) | object.keys(declared.peers)
