# METADATA
# title: The router
# description: Walks every rule and gathers what it says. It names no rule, so a new one needs no wiring.
package gate

import data.lib.declared
import data.lib.flows
import data.lib.language
import data.lib.plan
import data.lib.pricing
import data.lib.scope
import data.lib.undeclared
import rego.v1

# METADATA
# description: Everything the host needs for a verdict and a report, from one evaluation.
# entrypoint: true
report := {
	"documents": {stack: {"resources": total} | some stack, total in plan.documents_seen},
	"problems": ((plan.problems | undeclared.problems) | (scope.problems | language.problems)),
	"rules": rules,
	"facts": {
		"costs": pricing.costs,
		"flows": flows.states,
		"forgotten": plan.all_forgotten,
		"undeclared": declared.missing,
		"open_to_internet": undeclared.open_to_internet,
		"free": pricing.free_resources,
		"prices": pricing.basis,
		"unpriced": pricing.unpriced,
	},
}

rules := {name: said |
	some service, found in data.rules
	some rule, sets in found
	not endswith(rule, "_test")
	name := concat(".", [service, rule])
	said := {"checked": sets.checked, "deny": sets.deny, "undecided": sets.undecided}
}
