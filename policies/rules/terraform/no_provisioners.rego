# METADATA
# title: No resource runs a program
# description: >-
#   A provisioner runs a program with the rights of the user who applies. So do some data sources (external, local_command),
#   resources (shell_script, ansible_playbook) and actions of Terraform 1.14 (aws_lambda_invoke, local_command). The plan does
#   not show what the program opens, creates or spends, so no other rule can judge that. An action of a type that the gate
#   does not know is undecided. The rule applies to the systems of the scope (scope.json of the settings) only: elsewhere a
#   program passes, and no rule judges its changes. Lambda functions and SSM documents count as programs.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/resources/provisioners/syntax
#     description: Provisioners are a last resort
#   - ref: https://registry.terraform.io/providers/hashicorp/external/latest/docs/data-sources/external
#     description: The data source that runs a program
#   - ref: https://developer.hashicorp.com/terraform/language/invoke-actions
#     description: Actions run outside of the plan
# custom:
#   id: TF-001
#   severity: high
#   scope: architecture
#   resources:
#     - terraform_data
#     - null_resource
#     - data.external
#     - aws_lambda_invocation
#     - aws_ssm_association
#   by_address:
#     - null_resource
#     - terraform_data
#     - data.external
#     - aws_lambda_invocation
#     - aws_ssm_association
#   fix: >-
#     Remove the provisioner, data source, resource or action: declare what the program makes as a resource, and put what it
#     installs into the image.
package rules.terraform.no_provisioners

import data.lib.plan
import data.lib.programs
import data.lib.scope
import rego.v1

checked := scope.addresses

deny contains {
	"address": found.address,
	"path": "provisioner",
	"why": why,
	"found": found.type,
	"allowed": "no provisioner",
} if {
	some found in plan.provisioned
	scope.stacks[found.stack]
}

deny contains {
	"address": found.address,
	"path": "",
	"why": why,
	"found": found.type,
	"allowed": "no resource or data source that runs a program",
} if {
	some found in plan.running
	scope.stacks[found.stack]
}

deny contains {
	"address": found.address,
	"path": "",
	"why": why,
	"found": found.type,
	"allowed": "no action that runs a program",
} if {
	some found in plan.actions
	programs.actions[found.type]
	scope.stacks[found.stack]
}

why := "this runs a program, and no plan shows what the program changes"

undecided contains {
	"address": found.address,
	"path": "",
	"why": concat("", ["the gate does not know whether an action of the type ", found.type, " runs a program"]),
} if {
	some found in plan.actions
	not programs.actions[found.type]
	not programs.quiet_actions[found.type]
	scope.stacks[found.stack]
}
