# METADATA
# title: The stack stays within its budget at the maximum size
# description: >-
#   The group may grow to its maximum without asking anybody, and so may the storage of a database that grows by itself.
#   The largest size that a scheduled action sets is the maximum as well. Everything in the stack may then cost no more
#   a month than stack_maximum_usd in budgets.json of the settings. Charges that depend on use are not counted, nor are
#   instances that a refresh adds until the old ones are gone.
# related_resources:
#   - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html
# custom:
#   id: COST-003
#   severity: high
#   scope: architecture
#   resources: ["*"]
#   fix: >-
#     Lower the group's max_size or choose smaller classes. If the money is meant to be spent, raise stack_maximum_usd.
package rules.cost.stack_within_budget_at_maximum

import rego.v1

import data.lib.budget

judged := budget.judged(budget.everything, "maximum", "stack_maximum_usd", "the stack")

checked contains address if some address in judged.checked

deny contains finding if some finding in judged.deny

undecided contains finding if some finding in judged.undecided
