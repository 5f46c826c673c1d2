# METADATA
# title: No resource runs a program
# description: >-
#   A provisioner runs a program with the rights of whoever applies. What it opens, creates or spends stands in no plan, so
#   no other rule can see it. Only the systems of the scope (scope.json of the settings) are held to it: elsewhere a
#   provisioner passes, and what it does is judged by nobody.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/resources/provisioners/syntax
#     description: Provisioners are a last resort
# custom:
#   id: TF-001
#   severity: high
#   scope: architecture
#   resources:
#     - terraform_data
#     - null_resource
#   by_address:
#     - null_resource
#     - terraform_data
#   fix: >-
#     Remove the provisioner: declare what it makes as a resource, and put what it installs into the image.
package rules.terraform.no_provisioners

import data.lib.plan
import data.lib.scope
import rego.v1

checked := scope.addresses

deny contains {
	"address": found.address,
	"path": "provisioner",
	"why": "this runs a program, and what a program does stands in no plan",
	"found": found.type,
	"allowed": "no provisioner",
} if {
	some found in plan.provisioned
	scope.stacks[found.stack]
}

undecided := set()
