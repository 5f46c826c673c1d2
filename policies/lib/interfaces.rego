# METADATA
# title: Which attributes of a resource place it in a network
# description: >-
#   One row a type, taken from the provider's schema (policies/provider/schema.tsv): `groups` the attributes that hold its security
#   groups, `blocks` those in a block, `open` the attribute that gives it a public address, with the states that do, and `port` the
#   attribute with the port on which it listens. A further type is a row here and in `resources`.
# custom:
#   resources:
#     - aws_alb
#     - aws_apprunner_vpc_connector
#     - aws_batch_compute_environment
#     - aws_codebuild_project
#     - aws_db_instance
#     - aws_db_proxy
#     - aws_dms_replication_instance
#     - aws_docdb_cluster
#     - aws_ecs_service
#     - aws_efs_mount_target
#     - aws_eks_cluster
#     - aws_elasticache_cluster
#     - aws_elasticache_replication_group
#     - aws_elasticache_serverless_cache
#     - aws_elb
#     - aws_instance
#     - aws_lambda_function
#     - aws_launch_configuration
#     - aws_launch_template
#     - aws_lb
#     - aws_memorydb_cluster
#     - aws_mq_broker
#     - aws_msk_cluster
#     - aws_msk_serverless_cluster
#     - aws_neptune_cluster
#     - aws_network_interface
#     - aws_opensearch_domain
#     - aws_rds_cluster
#     - aws_redshift_cluster
#     - aws_redshiftserverless_workgroup
#     - aws_route53_resolver_endpoint
#     - aws_spot_instance_request
#     - aws_transfer_server
#     - aws_vpc_endpoint
package lib.interfaces

import rego.v1

of_type := {
	"aws_alb": object.union(load_balancer, {"groups": ["security_groups"]}),
	"aws_apprunner_vpc_connector": {"groups": ["security_groups"]},
	"aws_batch_compute_environment": {"blocks": {"compute_resources": "security_group_ids"}},
	"aws_codebuild_project": {"blocks": {"vpc_config": "security_group_ids"}},
	"aws_db_instance": {"groups": ["vpc_security_group_ids"], "open": public_flag, "port": ["port"]},
	"aws_db_proxy": {"groups": ["vpc_security_group_ids"]},
	"aws_dms_replication_instance": {"groups": ["vpc_security_group_ids"], "open": public_flag},
	"aws_docdb_cluster": {"groups": ["vpc_security_group_ids"], "port": ["port"]},
	"aws_ecs_service": {
		"blocks": {"network_configuration": "security_groups"},
		"open": {"path": ["network_configuration", 0, "assign_public_ip"], "if": {"yes"}},
	},
	"aws_efs_mount_target": {"groups": ["security_groups"]},
	"aws_eks_cluster": {
		"blocks": {"vpc_config": "security_group_ids"},
		"open": {"path": ["vpc_config", 0, "endpoint_public_access"], "if": {"yes", "unset"}},
	},
	"aws_elasticache_cluster": {"groups": ["security_group_ids"], "port": ["port"]},
	"aws_elasticache_replication_group": {"groups": ["security_group_ids"], "port": ["port"]},
	"aws_elasticache_serverless_cache": {"groups": ["security_group_ids"]},
	"aws_elb": object.union(load_balancer, {"groups": ["security_groups"]}),
	"aws_instance": {"groups": ["vpc_security_group_ids", "security_groups"], "open": public_address},
	"aws_lambda_function": {"blocks": {"vpc_config": "security_group_ids"}},
	"aws_launch_configuration": {"groups": ["security_groups"], "open": public_address},
	"aws_launch_template": {
		"groups": ["vpc_security_group_ids", "security_group_names"],
		"blocks": {"network_interfaces": "security_groups"},
		"open": {"path": ["network_interfaces", 0, "associate_public_ip_address"], "if": {"yes"}},
	},
	"aws_lb": object.union(load_balancer, {"groups": ["security_groups"]}),
	"aws_memorydb_cluster": {"groups": ["security_group_ids"], "port": ["port"]},
	"aws_mq_broker": {"groups": ["security_groups"], "open": public_flag},
	"aws_msk_cluster": {"blocks": {"broker_node_group_info": "security_groups"}},
	"aws_msk_serverless_cluster": {"blocks": {"vpc_config": "security_group_ids"}},
	"aws_neptune_cluster": {"groups": ["vpc_security_group_ids"], "port": ["port"]},
	"aws_network_interface": {"groups": ["security_groups"]},
	"aws_opensearch_domain": {"blocks": {"vpc_options": "security_group_ids"}},
	"aws_rds_cluster": {"groups": ["vpc_security_group_ids"], "port": ["port"]},
	"aws_redshift_cluster": {"groups": ["vpc_security_group_ids"], "open": public_flag, "port": ["port"]},
	"aws_redshiftserverless_workgroup": {"groups": ["security_group_ids"], "open": public_flag, "port": ["port"]},
	"aws_route53_resolver_endpoint": {"groups": ["security_group_ids"]},
	"aws_spot_instance_request": {"groups": ["vpc_security_group_ids", "security_groups"], "open": public_address},
	"aws_transfer_server": {"blocks": {"endpoint_details": "security_group_ids"}},
	"aws_vpc_endpoint": {"groups": ["security_group_ids"]},
}

# Load balancers face the Internet unless they say that they are internal.
load_balancer := {"open": {"path": ["internal"], "if": {"no", "unset"}}}

public_flag := {"path": ["publicly_accessible"], "if": {"yes"}}

# Without the attribute, the subnet decides.
public_address := {"path": ["associate_public_ip_address"], "if": {"yes"}}

# Attributes that hold the groups of a type, and the blocks that do, each with its attribute.
groups(type) := object.get(of_type[type], "groups", [])

blocks(type) := object.get(of_type[type], "blocks", {})
