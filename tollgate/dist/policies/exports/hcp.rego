# METADATA
# title: For HCP Terraform
# description: >-
#   A policy of HCP Terraform is a query that returns an array of strings. The policy passes when the array is empty. Each
#   query of `policies.hcl` names one key of `policy`. `policies.hcl` also says whether the policy is mandatory or advisory.
package exports.hcp

import data.exports.findings
import rego.v1

# One policy for everything that blocks, and for what could not be judged. HCP Terraform evaluates each policy by itself,
# and reads the plan again for each, so that one policy is the fastest set.
policy["blocking"] := problems | {item.msg |
	some id, _ in findings.rules
	findings.enforcement(id) == "block"
	some item in findings.said[id]
}

# One policy for each rule: policy.net_001
policy[name] := messages if {
	some id, info in findings.rules
	name := info.policy
	messages := {item.msg | some item in findings.said[id]}
}

# One policy for all blocking rules of a severity: policy.critical
policy[severity] := messages if {
	some severity in {"critical", "high", "medium", "low"}
	messages := {item.msg |
		some id, info in findings.rules
		info.severity == severity
		findings.enforcement(id) == "block"
		some item in findings.said[id]
	}
}

# One policy for all rules that only warn, for what is waived, and for what nobody has declared.
policy["advisory"] := (warnings | waived) | undeclared if {
	warnings := {item.msg |
		some id, _ in findings.rules
		findings.enforcement(id) == "warn"
		some item in findings.said[id]
	}
}

# Limits and budgets that the settings do not declare. Advisory: their rules check nothing.
policy["undeclared"] := undeclared

undeclared := {note.msg | some note in findings.notes}

# Waived findings. Advisory: each waiver has an owner.
policy["waived"] := waived

waived := {item.msg | some item in findings.waived}

# Whether everything could be judged, always mandatory: what was not seen was not allowed either.
policy["judged"] := problems

problems := {problem.msg | some problem in findings.problems}
