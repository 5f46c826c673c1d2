package exports.findings_test

import data.exports.hcp
import data.main
import rego.v1

plan := {"format_version": "1.2", "resource_changes": [{
	"address": "aws_x.y", "mode": "managed", "type": "aws_x", "name": "y",
	"change": {"actions": ["create"], "before": null, "after": {}, "after_unknown": {}},
}]}

catalog := {
	"rules": {
		"NET-001": {
			"service": "network", "name": "closed", "policy": "net_001",
			"severity": "critical", "title": "Closed", "fix": "Close it.",
		},
		"DB-001": {
			"service": "database", "name": "small", "policy": "db_001",
			"severity": "high", "title": "Small", "fix": "Shrink it.",
		},
	},
	"settings": ["enforcement", "flows"],
}

settings := {"flows": [{"from": "internet", "to": "alb", "protocol": "tcp", "port": 80}], "enforcement": {"default": "block", "rules": {}}}

silent := {"checked": {"aws_x.y"}, "deny": set(), "undecided": set()}

finding := {"address": "aws_x.y", "path": "ports.0", "why": "it is open", "found": "22", "allowed": "80"}

question := {"address": "aws_x.y", "path": "", "why": "the port is not known"}

rules := {
	"network": {"closed": object.union(silent, {"deny": {finding}}), "closed_test": {"test_x": true}},
	"database": {"small": object.union(silent, {"undecided": {question}})},
}

quiet := {"network": {"closed": silent}, "database": {"small": silent}}

denied := "[NET-001] critical aws_x.y (ports.0): it is open; found: 22; allowed: 80; fix: Close it."

undecided := "[DB-001] high aws_x.y: undecided: the port is not known; fix: Shrink it."

messages(items) := {item.msg | some item in items}

enforced(of) := object.union(settings, {"enforcement": {"default": "block", "rules": of}})

unreported := "could not judge: the rule NET-001 did not report; export the policies again"

test_allow_when_no_rule_says_anything if {
	every shape in [plan, {"plan": plan, "run": {"id": "run-1"}}] {
		main.deny == set() with input as shape with data.catalog as catalog with data.settings as settings with data.rules as quiet
		main.warn == set() with input as shape with data.catalog as catalog with data.settings as settings with data.rules as quiet
		policy := hcp.policy with input as shape with data.catalog as catalog with data.settings as settings with data.rules as quiet
		object.keys(policy) == {"blocking", "judged", "net_001", "db_001", "critical", "high", "medium", "low", "advisory", "waived", "undeclared"}
		every _, messages in policy {
			messages == set()
		}
	}
}

test_deny_when_a_rule_denies_or_is_undecided if {
	messages(main.deny) == {denied, undecided} with input as plan with data.catalog as catalog with data.settings as settings with data.rules as rules
	main.warn == set() with input as plan with data.catalog as catalog with data.settings as settings with data.rules as rules
	policy := hcp.policy with input as plan with data.catalog as catalog with data.settings as settings with data.rules as rules
	policy.blocking == {denied, undecided}
	policy.net_001 == {denied}
	policy.db_001 == {undecided}
	policy.critical == {denied}
	policy.high == {undecided}
	policy.judged == set()
}

test_members_for_programs_stand_beside_the_text if {
	found := main.deny with input as plan with data.catalog as catalog with data.settings as settings with data.rules as rules
	found[{
		"id": "NET-001", "kind": "denied", "severity": "critical",
		"address": "aws_x.y", "path": "ports.0", "msg": denied,
	}]
	found[{
		"id": "DB-001", "kind": "undecided", "severity": "high",
		"address": "aws_x.y", "path": "", "msg": undecided,
	}]
}

test_warn_when_the_rule_only_warns if {
	mild := enforced({"NET-001": "warn"})
	messages(main.warn) == {denied} with input as plan with data.catalog as catalog with data.settings as mild with data.rules as rules
	messages(main.deny) == {undecided} with input as plan with data.catalog as catalog with data.settings as mild with data.rules as rules
	policy := hcp.policy with input as plan with data.catalog as catalog with data.settings as mild with data.rules as rules
	policy.critical == set()
	policy.advisory == {denied}
	policy.net_001 == {denied}
}

test_allow_when_the_rule_is_off if {
	off := enforced({"NET-001": "off", "DB-001": "off"})
	main.deny == set() with input as plan with data.catalog as catalog with data.settings as off with data.rules as rules
	main.warn == set() with input as plan with data.catalog as catalog with data.settings as off with data.rules as rules
}

test_deny_when_an_enforcement_is_misspelt if {
	odd := enforced({"NET-001": "blok"})
	messages(main.deny) == {denied, undecided} with input as plan with data.catalog as catalog with data.settings as odd with data.rules as rules
}

test_deny_when_nothing_was_seen if {
	every nothing in [{}, [], "text", {"plan": {}}, {"mock": plan}, {"stacks": {}}] {
		said := main.deny with input as nothing with data.catalog as catalog with data.settings as settings with data.rules as quiet
		count(said) > 0
		every item in said {
			startswith(item.msg, "could not judge")
		}
		judged := hcp.policy.judged with input as nothing with data.catalog as catalog with data.settings as settings with data.rules as quiet
		judged == messages(said)
	}
}

test_deny_when_there_is_no_input if {
	messages(main.deny) == {"could not judge: nothing was seen of a plan; give what terraform show -json prints"} with data.catalog as catalog
		with data.settings as settings
		with data.rules as quiet
}

test_deny_when_the_plan_could_not_be_judged if {
	partial := object.union(plan, {"complete": false})
	said := main.deny with input as {"stacks": {"app": partial}} with data.catalog as catalog with data.settings as settings with data.rules as quiet
	messages(said) == {"could not judge app: the plan is not complete (made with -target, or deferred): what it leaves out cannot be judged"}
}

test_deny_when_the_catalog_is_missing if {
	every missing in [{}, {"rules": {}, "settings": []}] {
		said := main.deny with input as plan with data.catalog as missing with data.settings as settings with data.rules as rules
		messages(said) == {"could not judge: the catalog of the rules is missing; load the data that was exported with the policies (conftest: --data)"}
	}
}

test_deny_when_settings_are_missing if {
	said := main.deny with input as plan with data.catalog as catalog with data.settings as {"enforcement": settings.enforcement} with data.rules as quiet
	messages(said) == {"could not judge: the settings flows are missing; load the data that was exported with the policies (conftest: --data)"}
}

test_deny_when_a_rule_does_not_report if {
	every broken in [
		{"database": {"small": silent}},
		{"network": {"closed": {"checked": set(), "deny": set()}}, "database": {"small": silent}},
	] {
		every enforcement in ["block", "warn", "off"] {
			said := main.deny with input as plan with data.catalog as catalog with data.settings as enforced({"NET-001": enforcement}) with data.rules as broken
			unreported in messages(said)
		}
		policy := hcp.policy with input as plan with data.catalog as catalog with data.settings as settings with data.rules as broken
		policy.judged == {unreported}
		policy.net_001 == {unreported}
		policy.critical == {unreported}
	}
}

test_deny_when_a_rule_is_not_in_the_catalog if {
	more := object.union(quiet, {"network": {"new": silent}})
	said := main.deny with input as plan with data.catalog as catalog with data.settings as settings with data.rules as more
	messages(said) == {"could not judge: the rule network.new is not in the catalog; export the policies again"}
}

test_a_finding_that_lacks_a_text_is_still_said if {
	poor := object.union(rules, {"network": {"closed": object.union(silent, {"deny": {{"address": "aws_x.y", "found": 22}}})}})
	said := main.deny with input as plan with data.catalog as catalog with data.settings as settings with data.rules as poor
	"[NET-001] critical aws_x.y: ; found: ?; allowed: ; fix: Close it." in messages(said)
}

# ------------------------------------------------------------------------------------------------------------ waivers

waiver := {"rule": "NET-001", "address": `^aws_x\..*$`, "path": "ports", "found": ["22"], "owner": "team", "reason": "on its way out", "expires": "2026-03-31"}

waiving(entries) := object.union(catalog, {"waivers": entries})

test_warn_when_the_finding_is_waived if {
	every day in ["2026-03-01", "2026-03-31"] {
		denials := main.deny with input as plan with data.catalog as waiving([waiver]) with data.settings as settings with data.rules as rules with data.today.day as day
		messages(denials) == {undecided}
		warnings := main.warn with input as plan with data.catalog as waiving([waiver]) with data.settings as settings with data.rules as rules with data.today.day as day
		messages(warnings) == {waived}
		policy := hcp.policy with input as plan with data.catalog as waiving([waiver]) with data.settings as settings with data.rules as rules with data.today.day as day
		policy.net_001 == set()
		policy.critical == set()
		policy.waived == {waived}
		policy.advisory == {waived}
	}
}

waived := "[NET-001] critical aws_x.y (ports.0): it is open; found: 22; allowed: 80; waived until 2026-03-31 by team: on its way out; fix: Close it."

test_deny_when_the_waiver_has_ended_or_is_about_something_else if {
	every entry in [
		object.union(waiver, {"expires": "2026-02-28"}),
		object.union(waiver, {"rule": "DB-001"}),
		object.union(waiver, {"rule": "NET-999"}),
		object.union(waiver, {"address": `^aws_x\.z$`}),
		object.union(waiver, {"path": "port"}),
		object.union(waiver, {"path": ""}),
		object.union(waiver, {"found": ["0-22"]}),
		object.union(waiver, {"found": []}),
		object.remove(waiver, ["found"]),
		object.remove(waiver, ["path"]),
	] {
		denials := main.deny with input as plan with data.catalog as waiving([entry]) with data.settings as settings with data.rules as rules with data.today.day as "2026-03-01"
		messages(denials) == {denied, undecided}
		warnings := main.warn with input as plan with data.catalog as waiving([entry]) with data.settings as settings with data.rules as rules with data.today.day as "2026-03-01"
		warnings == set()
	}
}

findings_of(denied) := object.union(quiet, {"network": {"closed": object.union(silent, {"deny": denied})}})

test_deny_when_a_resource_has_the_waived_value_more_often_than_the_waiver if {
	both := findings_of({finding, object.union(finding, {"path": "ports.1"})})
	once := main.deny with input as plan with data.catalog as waiving([waiver]) with data.settings as settings with data.rules as both with data.today.day as "2026-03-01"
	count(once) == 2
	every number in [2, 3] {
		entry := object.union(waiver, {"found": ["22" | some _ in numbers.range(1, number)]})
		often := main.deny with input as plan with data.catalog as waiving([entry]) with data.settings as settings with data.rules as both with data.today.day as "2026-03-01"
		often == set()
	}
}

moved_plan(changes) := object.union(plan, {"resource_changes": [object.union(plan.resource_changes[0], change) | some change in changes]})

test_warn_when_terraform_moved_what_is_waived if {
	old := object.union(waiver, {"address": `^aws_x\.old$`, "found": ["22 on aws_x.group"]})
	found := object.union(finding, {"found": "22 on aws_x.new_group"})
	moves := [{"previous_address": "aws_x.old"}, {"address": "aws_x.new_group", "previous_address": "aws_x.group"}]
	denials := main.deny with input as moved_plan(moves) with data.catalog as waiving([old]) with data.settings as settings with data.rules as findings_of({found}) with data.today.day as "2026-03-01"
	denials == set()
	still := main.deny with input as moved_plan([moves[0]]) with data.catalog as waiving([old]) with data.settings as settings with data.rules as findings_of({found}) with data.today.day as "2026-03-01"
	count(still) == 1
}

test_deny_when_another_resource_took_the_address_of_what_is_waived if {
	taken := [{}, {"address": "aws_x.moved", "previous_address": "aws_x.y"}]
	denials := main.deny with input as moved_plan(taken) with data.catalog as waiving([waiver]) with data.settings as settings with data.rules as findings_of({finding}) with data.today.day as "2026-03-01"
	count(denials) == 1
	swapped := [{"previous_address": "aws_x.other"}, {"address": "aws_x.other", "previous_address": "aws_x.y"}]
	for_y := object.union(waiver, {"address": `^aws_x\.y$`})
	here := main.deny with input as moved_plan(swapped) with data.catalog as waiving([for_y]) with data.settings as settings with data.rules as findings_of({finding}) with data.today.day as "2026-03-01"
	count(here) == 1
	there := main.deny with input as moved_plan(swapped) with data.catalog as waiving([for_y]) with data.settings as settings with data.rules as findings_of({object.union(finding, {"address": "aws_x.other"})}) with data.today.day as "2026-03-01"
	there == set()
}

test_deny_when_nobody_says_which_day_it_is if {
	denials := main.deny with input as plan with data.catalog as waiving([waiver]) with data.settings as settings with data.rules as rules
	messages(denials) == {denied, undecided}
}

test_allow_when_the_waived_rule_is_off if {
	off := enforced({"NET-001": "off"})
	warnings := main.warn with input as plan with data.catalog as waiving([waiver]) with data.settings as off with data.rules as rules with data.today.day as "2026-03-01"
	warnings == set()
}

# -------------------------------------------------------------------------------------------------- nothing declared

undeclared := "could not judge: nothing is declared yet: the settings name no network flow; write the flows that are wanted into DIR/flows.json and export again with --settings DIR: { \"flows\": [{ \"from\": \"internet\", \"to\": \"alb\", \"protocol\": \"tcp\", \"port\": 443 }] }"

test_deny_when_no_flow_is_declared if {
	every flows in [[], {}, null, "text"] {
		every enforcement in ["block", "warn", "off"] {
			none := object.union(enforced({"NET-001": enforcement, "DB-001": enforcement}), {"flows": flows})
			said := main.deny with input as plan with data.catalog as catalog with data.settings as none with data.rules as quiet
			messages(said) == {undeclared}
			judged := hcp.policy.judged with input as plan with data.catalog as catalog with data.settings as none with data.rules as quiet
			judged == {undeclared}
		}
	}
}

test_deny_when_no_flow_is_declared_and_the_catalog_asks_for_none if {
	lenient := object.union(catalog, {"settings": []})
	said := main.deny with input as plan with data.catalog as lenient with data.settings as {"enforcement": settings.enforcement} with data.rules as quiet
	messages(said) == {undeclared}
}

test_warn_when_a_budget_or_a_limit_is_not_declared if {
	partial := object.union(settings, {"budgets": {"stack_maximum_usd": null}, "limits": {"group": null, "load_balancer_zones": 2}})
	note := "not declared in the settings, and not checked: budgets.stack_maximum_usd, limits.group"
	denials := main.deny with input as plan with data.catalog as catalog with data.settings as partial with data.rules as quiet
	denials == set()
	warnings := main.warn with input as plan with data.catalog as catalog with data.settings as partial with data.rules as quiet
	messages(warnings) == {note}
	advisory := hcp.policy.advisory with input as plan with data.catalog as catalog with data.settings as partial with data.rules as quiet
	undeclared := hcp.policy.undeclared with input as plan with data.catalog as catalog with data.settings as partial with data.rules as quiet
	undeclared == advisory
	advisory == {note}
	whole := main.warn with input as plan with data.catalog as catalog with data.settings as settings with data.rules as quiet
	whole == set()
}

test_deny_when_the_library_of_a_team_could_not_read_the_plan if {
	message := "could not judge: a type of the team is odd"
	messages(main.deny) == {message} with input as plan with data.catalog as catalog with data.settings as settings
		with data.rules as quiet
		with data.own.lib.plan.problems as {{"stack": "", "message": "a type of the team is odd"}}
}
