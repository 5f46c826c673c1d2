# METADATA
# title: The stack stays within its budget at the desired size
# description: >-
#   Everything in the stack may cost no more a month than stack_desired_usd in budgets.json of the settings, with the
#   group at its desired size. Where changes of that size are ignored, the configured size counts, not the size to which
#   the group has grown. Charges that depend on use are not counted.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html
# custom:
#   id: COST-002
#   severity: high
#   scope: architecture
#   resources: ["*"]
#   fix: >-
#     Choose smaller classes, storage or a smaller desired size, or remove what is not needed. If the money is meant to
#     be spent, raise stack_desired_usd.
package rules.cost.stack_within_budget_at_desired

import rego.v1

import data.lib.budget

judged := budget.judged(budget.everything, "desired", "stack_desired_usd", "the stack")

checked contains address if some address in judged.checked

deny contains finding if some finding in judged.deny

undecided contains finding if some finding in judged.undecided
