# METADATA
# title: Inline and standalone rules are not mixed on a security group
# description: >-
#   Inline ingress or egress means "exactly these": Terraform removes standalone rules of that direction at each apply,
#   and adds them again at the next. The last apply decides which rules exist.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
#     description: aws_security_group
# custom:
#   id: NET-007
#   severity: medium
#   scope: always
#   resources:
#     - aws_security_group
#     - aws_default_security_group
#   fix: Move the inline rules into aws_vpc_security_group_ingress_rule and aws_vpc_security_group_egress_rule.
package rules.network.rule_forms_separate

import data.lib.network
import data.lib.openings
import data.lib.plan
import rego.v1

checked contains group.address if {
	some group in network.groups
	group.kind == "managed"
	not group.record.forgotten
}

standalone := {[name, opening.direction] | some opening in openings.standalone; some name in opening.group}

# {address, direction, certain}: both forms on one group. Not certain where the inline rules are not known: those of a dynamic block
# with a for_each that is not known, or of an expression, may be none.
mixed := [{"address": group.address, "direction": direction, "certain": certain} |
	some group in network.groups
	group.kind == "managed"
	some direction in ["ingress", "egress"]
	certain := written_inline(group.record, direction)
	some name in group.names
	standalone[[name, direction]]
]

deny contains {
	"address": found.address,
	"path": found.direction,
	"why": "inline rules and standalone rules overwrite each other",
	"found": concat("", ["inline and standalone ", found.direction]),
	"allowed": "one form",
} if {
	some found in mixed
	found.certain
}

undecided contains {
	"address": found.address,
	"path": found.direction,
	"why": "the inline rules of this group are not known before apply; beside standalone rules they overwrite each other",
} if {
	some found in mixed
	not found.certain
}

# A dynamic block leaves no expression. The values of a new group come from the code all the same. Undefined where no rule is inline.
written_inline(record, direction) if {
	object.get(record.expressions, direction, null) != null
	not plan.flagged(record, [direction])
} else := false if {
	object.get(record.expressions, direction, null) != null
} else if {
	new_entries(record, direction) != []
	some i, _ in new_entries(record, direction)
	not plan.flagged(record, [direction, i, "from_port"])
} else := false if {
	new_entries(record, direction) != []
}

new_entries(record, direction) := object.get(record.values, direction, []) if {
	record.configured
	plan.state(record, ["id"]).is != "known"
} else := []
