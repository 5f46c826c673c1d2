# METADATA
# title: The router of a team's rules
# description: >-
#   Walks the rules of a team and gathers what each says. `tollgate rules build` compiles the router with lib/ and the
#   rules of the team, apart from the rules of the gate.
package own

import data.lib.plan
import rego.v1

# METADATA
# description: Everything that the host needs of a team's rules, from one evaluation.
# entrypoint: true
report := {
	"documents": {stack: {"resources": total} | some stack, total in plan.documents_seen},
	"problems": plan.problems,
	"rules": rules,
}

rules := {name: said |
	some team, found in data.rules
	some rule, sets in found
	not endswith(rule, "_test")
	name := concat(".", [team, rule])
	said := {"checked": sets.checked, "deny": sets.deny, "undecided": sets.undecided}
}
