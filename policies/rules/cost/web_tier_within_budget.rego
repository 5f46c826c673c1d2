# METADATA
# title: The web tier stays within its budget
# description: >-
#   The load balancer with its addresses, the instances with their volumes and their detailed monitoring may cost no
#   more a month than web_desired_usd in budgets.json of the settings, with the group at its desired size. Charges
#   that depend on use are not counted.
# related_resources:
#   - ref: https://aws.amazon.com/ec2/pricing/on-demand/
# custom:
#   id: COST-001
#   severity: high
#   scope: architecture
#   resources: [aws_lb, aws_autoscaling_group, aws_launch_template, aws_launch_configuration, aws_instance]
#   fix: >-
#     Choose a smaller instance type or volume, or a smaller desired size. If the money is meant to be spent, raise
#     web_desired_usd.
package rules.cost.web_tier_within_budget

import rego.v1

import data.lib.budget

judged := budget.judged(budget.web, "desired", "web_desired_usd", "the web tier")

checked contains address if some address in judged.checked

deny contains finding if some finding in judged.deny

undecided contains finding if some finding in judged.undecided
