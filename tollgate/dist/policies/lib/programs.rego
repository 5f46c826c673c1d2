# METADATA
# title: Types that run a program
# description: >-
#   Resources, data sources, ephemeral resources and actions that run a program or a function while Terraform plans or
#   applies. No plan shows the changes of such a program. A data source that only fetches a document (http) runs nothing.
# custom:
#   by_address:
#     - aws_cloudfront_create_invalidation
#     - aws_codebuild_start_build
#     - aws_dynamodb_create_backup
#     - aws_ec2_stop_instance
#     - aws_elasticache_apply_service_update
#     - aws_lambda_invocation
#     - aws_lambda_invoke
#     - aws_rds_cluster_instance_reboot
#     - aws_ses_send_email
#     - aws_sfn_start_execution
#     - aws_ssm_association
#     - aws_ssm_send_command
#     - aws_transcribe_start_transcription_job
package lib.programs

import rego.v1

# Types of resources, data sources and ephemeral resources, each with its source.
resources := {
	# hashicorp/external, data source: "runs an external program".
	"external": true,
	# hashicorp/local since 2.6, data source: runs a command on the machine of Terraform.
	"local_command": true,
	# scottwinkler/shell, resource and data source: wraps shell scripts.
	"shell_script": true,
	"shell_script_resource": true,
	# andrewbaxter/localrun, resource and data source: runs a command locally.
	"localrun_run": true,
	"localrun_always_run": true,
	# loafoe/ssh, resource: runs commands over SSH.
	"ssh_resource": true,
	"ssh_sensitive_resource": true,
	# TelkomIndonesia/linux, resource: runs scripts over SSH.
	"linux_script": true,
	# neuspaces/system, resource and data source: runs a command over SSH.
	"system_command": true,
	# ansible/ansible, resource: runs ansible-playbook on the machine of Terraform.
	"ansible_playbook": true,
	# hashicorp/aws, resource, data source and ephemeral resource: invokes a Lambda function.
	"aws_lambda_invocation": true,
	# hashicorp/aws, resource: runs an SSM document on instances.
	"aws_ssm_association": true,
}

# Types of actions (Terraform 1.14). Source: website/docs/actions of hashicorp/terraform-provider-aws, and hashicorp/local 2.6.
actions := {
	"aws_codebuild_start_build": true,
	"aws_lambda_invoke": true,
	"aws_sfn_start_execution": true,
	"aws_ssm_send_command": true,
	"local_command": true,
}

# Types of actions that run nothing that a team has written. Every other type may: events, messages, queries, other providers.
quiet_actions := {
	"aws_cloudfront_create_invalidation": true,
	"aws_dynamodb_create_backup": true,
	"aws_ec2_stop_instance": true,
	"aws_elasticache_apply_service_update": true,
	"aws_rds_cluster_instance_reboot": true,
	"aws_ses_send_email": true,
	"aws_transcribe_start_transcription_job": true,
}
