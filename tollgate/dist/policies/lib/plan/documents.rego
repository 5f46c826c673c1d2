# METADATA
# title: What a Terraform plan says
# description: >-
#   The only package that reads plan JSON. It gives every resource that will exist, the state of each attribute
#   (known, unset, unknown), and follows references: through variables, outputs, other resources, for_each and
#   modules, for every instance of a module. A link is a set of names; names that begin with "?" tell why a
#   reference could not be followed. Rules of your own may use what docs/library.md lists. Everything else below
#   lib is internal and may change with any release.
# custom:
#   resources:
#     - aws_alb
#     - aws_alb_target_group
#     - aws_alb_target_group_attachment
#     - aws_autoscaling_attachment
#     - aws_autoscaling_group
#     - aws_autoscaling_traffic_source_attachment
#     - aws_db_instance
#     - aws_db_proxy
#     - aws_db_subnet_group
#     - aws_default_route_table
#     - aws_default_security_group
#     - aws_default_subnet
#     - aws_ec2_managed_prefix_list
#     - aws_ec2_managed_prefix_list_entry
#     - aws_eip
#     - aws_eip_association
#     - aws_elb
#     - aws_instance
#     - aws_internet_gateway
#     - aws_launch_configuration
#     - aws_launch_template
#     - aws_lb
#     - aws_lb_target_group
#     - aws_lb_target_group_attachment
#     - aws_main_route_table_association
#     - aws_network_interface
#     - aws_network_interface_attachment
#     - aws_network_interface_sg_attachment
#     - aws_rds_cluster
#     - aws_route
#     - aws_route_table
#     - aws_route_table_association
#     - aws_security_group
#     - aws_security_group_rule
#     - aws_spot_instance_request
#     - aws_subnet
#     - aws_vpc
#     - aws_vpc_endpoint
#     - aws_vpc_endpoint_security_group_association
#     - aws_vpc_security_group_egress_rule
#     - aws_vpc_security_group_ingress_rule
#     - data.aws_security_group
#     - terraform_data
#     # References end here: a name of one of these makes nothing unknown.
#     - aws_ami
#     - aws_ami_from_instance
#     - aws_vpn_gateway
package lib.plan

import rego.v1

# One plan is the document "", HCP Terraform's input holds it under "plan", several stacks are named.
documents := input.stacks if {
	is_object(input.stacks)
} else := {"": input.plan} if {
	is_object(input.plan)
} else := {"": input}

# The workspace of HCP Terraform in which the plan was made; elsewhere nothing tells.
default workspace := ""

workspace := input.run.workspace.name

# Prefix of every address of a stack: empty when a single plan is judged.
stack_prefix(stack) := "" if {
	stack == ""
} else := concat("", [stack, "::"])

stack_prefixes := {stack: stack_prefix(stack) | some stack, _ in documents}

# The address of a resource, followed by a word. A resource whose address is not a string stays, with an empty address.
address_in(stack, resource, word) := concat("", [stack_prefixes[stack], address, word]) if {
	address := object.get(resource, "address", "")
	is_string(address)
} else := concat("", [stack_prefixes[stack], word])

# Prefix of the address of a resource in a module instance.
inside(stack, instance) := stack_prefixes[stack] if {
	instance == ""
} else := concat("", [stack_prefixes[stack], instance, "."])

# How many resource entries were seen in each document: the host compares it with what it read.
documents_seen := {stack: total |
	some stack, doc in documents
	listed_here := [1 | some found in listed; found.stack == stack]
	total := count(object.get(doc, "resource_changes", [])) + count(listed_here)
}
