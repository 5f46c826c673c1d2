# METADATA
# title: What an export says
# description: >-
#   Conftest and HCP Terraform know denials and nothing else: neither "undecided" nor "could not judge". Here both become
#   something that is said, so that neither ever passes there. The text of a rule is joined from `data.catalog`, which
#   `tollgate export` writes beside the policies, with the settings.
package exports.findings

import data.exports.printable
import data.exports.shape
import data.lib.declared
import data.lib.language
import data.lib.plan
import data.lib.scope
import data.lib.undeclared
import rego.v1

default rules := {}

# By id: `service` and `name` (the package of the rule), `severity`, `title`, `fix`, `policy`.
rules := data.catalog.rules

default settings := []

# Names of the settings that the rules read.
settings := data.catalog.settings

# The enforcement of a rule: "block", "warn" or "off". The default is "block".
enforcement(id) := mode if {
	mode := object.get(data.settings.enforcement.rules, id, data.settings.enforcement["default"])
	mode in {"block", "warn", "off"}
} else := "block"

# The answer of each rule of the catalog, by its id: defined for each rule. A look-up of one id evaluates that rule alone.
said[id] := items if {
	some id, info in rules
	answer := answers(info)
	denials := {denial(id, info, found) | some found in answer.deny; not is_waived(id, found)}
	open := {open_question(id, info, found) | some found in answer.undecided}
	items := denials | open
}

said[id] := {silence(id)} if {
	some id, info in rules
	not answers(info)
}

answers(info) := {"checked": answer.checked, "deny": answer.deny, "undecided": answer.undecided} if {
	answer := data.rules[info.service][info.name]
}

denial(id, info, found) := item(id, info, found, "denied", accusation(found))

accusation(found) := [
	text(found, "why"),
	concat("", ["found: ", printable.found(raw(found, "found"))]),
	concat("", ["allowed: ", text(found, "allowed")]),
]

open_question(id, info, found) := item(id, info, found, "undecided", [concat("", ["undecided: ", text(found, "why")])])

item(id, info, found, kind, parts) := {
	"id": id,
	"kind": kind,
	"severity": info.severity,
	"address": at(found, "address"),
	"path": at(found, "path"),
	"msg": concat("", [
		"[", id, "] ", info.severity, " ", place(found), ": ",
		concat("; ", array.concat(parts, [concat("", ["fix: ", info.fix])])),
	]),
}

place(found) := at(found, "address") if {
	at(found, "path") == ""
} else := concat("", [at(found, "address"), " (", at(found, "path"), ")"])

text(found, member) := printable.text(raw(found, member))

# The address or the path of a finding.
at(found, member) := printable.line(raw(found, member))

# A finding without one of its strings is still told.
raw(found, member) := value if {
	value := object.get(found, member, "")
	is_string(value)
} else := "?"

# ------------------------------------------------------------------------------------------------------------ waivers

default today := ""

# The day in UTC, as 2026-03-31. Where nobody says it, nothing is waived.
today := data.today.day

# Those that have not ended: `rule`, `address` (a regular expression), `path` (without positions in lists), `found` (the
# excused values), `owner`, `reason`, `expires`.
waivers := [waiver |
	some waiver in data.catalog.waivers
	today != ""
	waiver.expires >= today
]

# Findings that a waiver excuses: told, and denied nowhere. A waiver never excuses an undecided value.
waived := {item(waiver.rule, info, found, "waived", array.concat(accusation(found), [note])) |
	some waiver in waivers
	info := rules[waiver.rule]
	enforcement(waiver.rule) != "off"
	some found in answers(info).deny
	is_about(waiver, waiver.rule, found)
	note := concat("", ["waived until ", waiver.expires, " by ", waiver.owner, ": ", waiver.reason])
}

is_waived(id, found) if {
	some waiver in waivers
	is_about(waiver, id, found)
}

# A waiver excuses one value of one attribute, as often as it lists the value. Where a resource has the value more often, the
# waiver does not say which of them is excused, and excuses none.
is_about(waiver, id, found) if {
	waiver.rule == id
	waiver.path == attribute_of(at(found, "path"))
	some words in forms(found)
	regex.match(waiver.address, words[0])
	value := concat(" ", array.slice(words, 1, count(words)))
	times[excused_key(id, found)] <= count([1 | some listed in waiver.found; listed == value])
}

# Terraform sorts the entries of a set: a new entry moves the others.
attribute_of(path) := concat(".", [part | some part in split(path, "."); not regex.match(`^[0-9]+$`, part)])

excused_key(id, found) := json.marshal([id, at(found, "address"), attribute_of(at(found, "path")), text(found, "found")])

# The findings of the rules with a waiver, by rule, address, path and value.
excusable := [[key, found] |
	some id in {waiver.rule | some waiver in waivers}
	some found in answers(rules[id]).deny
	key := excused_key(id, found)
]

# How often each is found. Stock OPA indexes the inner comprehension: it goes through the findings once, and not once for each.
times := {key: count(found) |
	some key in {pair[0] | some pair in excusable}
	found := [pair[1] | some pair in excusable; pair[0] == key]
}

# Address and words of the value as a waiver may have them: as they are, unless a resource has left one of the addresses,
# and as they were before Terraform moved resources.
forms(found) := present | former if {
	words := array.concat([at(found, "address")], split(text(found, "found"), " "))
	present := {words | every word in words { not plan.vacated[word] }}
	earlier := [object.get(plan.moved, word, word) | some word in words]
	former := {earlier | earlier != words; every word in words { same_object(word) }}
}

same_object(word) if plan.moved[word]

same_object(word) if not plan.vacated[word]

# ---------------------------------------------------------------------------------------------------- could not judge

problems := {problem(stack, message) | some {"stack": stack, "message": message} in ((plan.problems | shape.problems) | problems_of_team)} | (own_problems | in_doubt)

default problems_of_team := set()

# The rules of a team have a copy of the library of their own, which knows their types as well.
problems_of_team := data.own.lib.plan.problems

in_doubt := {problem(doubt.stack, concat("", [doubt.message, ". ", doubt.fix])) | some doubt in (scope.problems | language.problems)}

problem(stack, message) := {
	"id": "",
	"kind": "problem",
	"severity": "",
	"address": stack,
	"path": "",
	"msg": printable.text(concat("", ["could not judge", about(stack), ": ", message])),
}

about(stack) := "" if {
	stack == ""
} else := concat("", [" ", stack])

silence(id) := problem("", concat("", ["the rule ", id, " did not report; export the policies again"]))

own_problems contains problem("", "nothing was seen of a plan; give what terraform show -json prints") if {
	not something_seen
	count(plan.problems) == 0
}

something_seen if {
	some total in plan.documents_seen
	total > 0
}

own_problems contains problem("", "the catalog of the rules is missing; load the data that was exported with the policies (conftest: --data)") if {
	count(rules) == 0
}

own_problems contains problem("", concat("", ["the settings ", name, " are missing; load the data that was exported with the policies (conftest: --data)"])) if {
	some name in missing_settings
}

missing_settings contains name if {
	some name in settings
	not data.settings[name]
}

# As in the gate: without a declared flow, the export tells which flows are open, and denies.
own_problems contains problem("", concat("", [undeclared.what, "; write the flows that are wanted into DIR/flows.json and export again with --settings DIR: ", flows_text])) if {
	not declared.some_flow
	not "flows" in missing_settings
}

# As flows.json has them.
flows_text := concat("", ["{ \"flows\": [", concat(", ", sort([flow_text(flow) | some flow in undeclared.flows_to_begin_with])), "] }"])

flow_text(flow) := concat("", [
	"{ \"from\": \"", flow.from, "\", \"to\": \"", flow.to,
	"\", \"protocol\": \"", flow.protocol, "\", \"port\": ", format_int(flow.port, 10), " }",
])

# Budgets and limits that nobody has declared: their rules check nothing.
notes contains note if {
	names := declared.missing - {"flows"}
	count(names) > 0
	note := {
		"id": "", "kind": "note", "severity": "", "address": "", "path": "",
		"msg": concat("", ["not declared in the settings, and not checked: ", concat(", ", names)]),
	}
}

own_problems contains silence(id) if {
	some id, info in rules
	not answers(info)
}

own_problems contains problem("", concat("", ["the rule ", service, ".", name, " is not in the catalog; export the policies again"])) if {
	count(rules) > 0
	some service, found in data.rules
	some name, _ in found
	not endswith(name, "_test")
	not catalogued[[service, name]]
}

catalogued := {[info.service, info.name] | some info in rules}
