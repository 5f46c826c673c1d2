# METADATA
# title: Facts about the AWS provider's schema
# description: >-
#   Generated from policies/provider/schema.tsv and beliefs.tsv by `npm run provider`: do not edit. The tables name the
#   source of each row. Contains only attributes that the policies read, but for computed_members. Paths have no
#   indexes: "ingress.from_port".
package lib.provider

import rego.v1

# Attributes that contain objects and are written as blocks (ingress, route).
attribute_blocks := {
	"aws_default_route_table": {
		"route": true,
	},
	"aws_default_security_group": {
		"egress": true,
		"ingress": true,
	},
	"aws_route_table": {
		"route": true,
	},
	"aws_security_group": {
		"egress": true,
		"ingress": true,
	},
}

# Blocks, and attributes that are written as blocks, that are Optional and Computed: unknown in a new resource
# that does not configure them, and filled in when the provider reads them from AWS.
computed_blocks := {
	"aws_alb": {
		"subnet_mapping": true,
	},
	"aws_alb_target_group": {
		"health_check": true,
	},
	"aws_ami": {
		"ebs_block_device": true,
	},
	"aws_ami_from_instance": {
		"ebs_block_device": true,
	},
	"aws_autoscaling_group": {
		"launch_template": true,
		"mixed_instances_policy": true,
		"mixed_instances_policy.launch_template.override": true,
		"traffic_source": true,
	},
	"aws_default_route_table": {
		"route": true,
	},
	"aws_default_security_group": {
		"egress": true,
		"ingress": true,
	},
	"aws_ec2_managed_prefix_list": {
		"entry": true,
	},
	"aws_elb": {
		"health_check": true,
	},
	"aws_instance": {
		"ebs_block_device": true,
		"metadata_options": true,
		"network_interface": true,
		"primary_network_interface": true,
		"root_block_device": true,
	},
	"aws_launch_configuration": {
		"ebs_block_device": true,
		"metadata_options": true,
		"root_block_device": true,
	},
	"aws_launch_template": {
		"metadata_options": true,
	},
	"aws_lb": {
		"subnet_mapping": true,
	},
	"aws_lb_target_group": {
		"health_check": true,
	},
	"aws_network_interface": {
		"attachment": true,
	},
	"aws_route_table": {
		"route": true,
	},
	"aws_security_group": {
		"egress": true,
		"ingress": true,
	},
	"aws_spot_instance_request": {
		"ebs_block_device": true,
		"metadata_options": true,
		"network_interface": true,
		"root_block_device": true,
	},
}

# All other blocks: unknown only if a dynamic block has an unknown for_each.
plain_blocks := {
	"aws_alb_listener": {
		"default_action": true,
		"default_action.forward": true,
		"default_action.forward.target_group": true,
	},
	"aws_alb_listener_rule": {
		"action": true,
		"action.forward": true,
		"action.forward.target_group": true,
	},
	"aws_autoscaling_group": {
		"instance_refresh": true,
		"instance_refresh.preferences": true,
		"mixed_instances_policy.launch_template": true,
		"mixed_instances_policy.launch_template.launch_template_specification": true,
		"mixed_instances_policy.launch_template.override.instance_requirements": true,
		"mixed_instances_policy.launch_template.override.launch_template_specification": true,
		"warm_pool": true,
	},
	"aws_autoscaling_policy": {
		"target_tracking_configuration": true,
		"target_tracking_configuration.predefined_metric_specification": true,
	},
	"aws_autoscaling_traffic_source_attachment": {
		"traffic_source": true,
	},
	"aws_cloudwatch_metric_alarm": {
		"metric_query": true,
		"metric_query.metric": true,
	},
	"aws_db_instance": {
		"restore_to_point_in_time": true,
	},
	"aws_ecs_service": {
		"load_balancer": true,
		"network_configuration": true,
	},
	"aws_instance": {
		"launch_template": true,
	},
	"aws_launch_template": {
		"block_device_mappings": true,
		"block_device_mappings.ebs": true,
		"instance_requirements": true,
		"monitoring": true,
		"network_interfaces": true,
		"placement": true,
	},
	"aws_lb_listener": {
		"default_action": true,
		"default_action.forward": true,
		"default_action.forward.target_group": true,
	},
	"aws_lb_listener_rule": {
		"action": true,
		"action.forward": true,
		"action.forward.target_group": true,
	},
	"aws_rds_cluster": {
		"restore_to_point_in_time": true,
	},
	"aws_spot_instance_request": {
		"launch_template": true,
	},
}

# Attributes that are Optional and Computed.
optional_computed := {
	"aws_alb": {
		"id": true,
		"internal": true,
		"ip_address_type": true,
		"name": true,
		"name_prefix": true,
		"region": true,
		"security_groups": true,
		"subnets": true,
		"tags_all": true,
	},
	"aws_alb_listener": {
		"id": true,
		"protocol": true,
		"region": true,
		"tags_all": true,
	},
	"aws_alb_listener_rule": {
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_alb_target_group": {
		"health_check.matcher": true,
		"health_check.path": true,
		"health_check.timeout": true,
		"id": true,
		"ip_address_type": true,
		"name": true,
		"name_prefix": true,
		"region": true,
		"tags_all": true,
	},
	"aws_alb_target_group_attachment": {
		"id": true,
		"region": true,
	},
	"aws_ami": {
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_size": true,
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_ami_from_instance": {
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_autoscaling_attachment": {
		"id": true,
		"region": true,
	},
	"aws_autoscaling_group": {
		"availability_zones": true,
		"desired_capacity": true,
		"health_check_type": true,
		"id": true,
		"launch_template.id": true,
		"launch_template.name": true,
		"launch_template.version": true,
		"load_balancers": true,
		"mixed_instances_policy.launch_template.launch_template_specification.launch_template_id": true,
		"mixed_instances_policy.launch_template.launch_template_specification.launch_template_name": true,
		"mixed_instances_policy.launch_template.launch_template_specification.version": true,
		"mixed_instances_policy.launch_template.override.launch_template_specification.launch_template_id": true,
		"mixed_instances_policy.launch_template.override.launch_template_specification.launch_template_name": true,
		"mixed_instances_policy.launch_template.override.launch_template_specification.version": true,
		"name": true,
		"name_prefix": true,
		"region": true,
		"target_group_arns": true,
		"vpc_zone_identifier": true,
	},
	"aws_autoscaling_policy": {
		"id": true,
		"region": true,
	},
	"aws_autoscaling_schedule": {
		"desired_capacity": true,
		"id": true,
		"max_size": true,
		"min_size": true,
		"region": true,
	},
	"aws_autoscaling_traffic_source_attachment": {
		"id": true,
		"region": true,
	},
	"aws_cloudwatch_dashboard": {
		"id": true,
		"region": true,
	},
	"aws_cloudwatch_metric_alarm": {
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_db_cluster_snapshot": {
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_db_instance": {
		"allocated_storage": true,
		"availability_zone": true,
		"backup_retention_period": true,
		"database_insights_mode": true,
		"db_subnet_group_name": true,
		"engine": true,
		"engine_version": true,
		"id": true,
		"identifier": true,
		"identifier_prefix": true,
		"iops": true,
		"multi_az": true,
		"performance_insights_retention_period": true,
		"port": true,
		"region": true,
		"snapshot_identifier": true,
		"storage_throughput": true,
		"storage_type": true,
		"tags_all": true,
		"vpc_security_group_ids": true,
	},
	"aws_db_proxy": {
		"id": true,
		"region": true,
		"tags_all": true,
		"vpc_security_group_ids": true,
	},
	"aws_db_snapshot": {
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_db_snapshot_copy": {
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_db_subnet_group": {
		"id": true,
		"name": true,
		"name_prefix": true,
		"region": true,
		"tags_all": true,
	},
	"aws_default_route_table": {
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_default_security_group": {
		"id": true,
		"region": true,
		"tags_all": true,
		"vpc_id": true,
	},
	"aws_default_subnet": {
		"id": true,
		"ipv6_cidr_block": true,
		"region": true,
		"tags_all": true,
	},
	"aws_ebs_volume": {
		"encrypted": true,
		"id": true,
		"iops": true,
		"region": true,
		"size": true,
		"snapshot_id": true,
		"tags_all": true,
		"throughput": true,
		"type": true,
	},
	"aws_ec2_managed_prefix_list": {
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_ec2_managed_prefix_list_entry": {
		"id": true,
		"region": true,
	},
	"aws_ecs_service": {
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_eip": {
		"id": true,
		"instance": true,
		"network_interface": true,
		"region": true,
		"tags_all": true,
		"vpc": true,
	},
	"aws_eip_association": {
		"allocation_id": true,
		"id": true,
		"instance_id": true,
		"network_interface_id": true,
		"region": true,
	},
	"aws_elb": {
		"availability_zones": true,
		"id": true,
		"instances": true,
		"internal": true,
		"name": true,
		"name_prefix": true,
		"region": true,
		"security_groups": true,
		"subnets": true,
		"tags_all": true,
	},
	"aws_instance": {
		"associate_public_ip_address": true,
		"availability_zone": true,
		"ebs_block_device.encrypted": true,
		"ebs_block_device.iops": true,
		"ebs_block_device.snapshot_id": true,
		"ebs_block_device.tags_all": true,
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_size": true,
		"ebs_block_device.volume_type": true,
		"id": true,
		"instance_type": true,
		"launch_template.id": true,
		"launch_template.name": true,
		"metadata_options.http_tokens": true,
		"monitoring": true,
		"private_ip": true,
		"region": true,
		"root_block_device.encrypted": true,
		"root_block_device.iops": true,
		"root_block_device.tags_all": true,
		"root_block_device.throughput": true,
		"root_block_device.volume_size": true,
		"root_block_device.volume_type": true,
		"security_groups": true,
		"subnet_id": true,
		"tags_all": true,
		"tenancy": true,
		"vpc_security_group_ids": true,
	},
	"aws_internet_gateway": {
		"id": true,
		"region": true,
		"tags_all": true,
		"vpc_id": true,
	},
	"aws_launch_configuration": {
		"associate_public_ip_address": true,
		"ebs_block_device.encrypted": true,
		"ebs_block_device.iops": true,
		"ebs_block_device.snapshot_id": true,
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_size": true,
		"ebs_block_device.volume_type": true,
		"id": true,
		"metadata_options.http_endpoint": true,
		"metadata_options.http_tokens": true,
		"name": true,
		"name_prefix": true,
		"region": true,
		"root_block_device.encrypted": true,
		"root_block_device.iops": true,
		"root_block_device.throughput": true,
		"root_block_device.volume_size": true,
		"root_block_device.volume_type": true,
	},
	"aws_launch_template": {
		"block_device_mappings.ebs.iops": true,
		"block_device_mappings.ebs.throughput": true,
		"block_device_mappings.ebs.volume_size": true,
		"block_device_mappings.ebs.volume_type": true,
		"id": true,
		"metadata_options.http_endpoint": true,
		"metadata_options.http_tokens": true,
		"name": true,
		"name_prefix": true,
		"region": true,
		"tags_all": true,
	},
	"aws_lb": {
		"id": true,
		"internal": true,
		"ip_address_type": true,
		"name": true,
		"name_prefix": true,
		"region": true,
		"security_groups": true,
		"subnets": true,
		"tags_all": true,
	},
	"aws_lb_listener": {
		"id": true,
		"protocol": true,
		"region": true,
		"tags_all": true,
	},
	"aws_lb_listener_rule": {
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_lb_target_group": {
		"health_check.matcher": true,
		"health_check.path": true,
		"health_check.timeout": true,
		"id": true,
		"ip_address_type": true,
		"name": true,
		"name_prefix": true,
		"region": true,
		"tags_all": true,
	},
	"aws_lb_target_group_attachment": {
		"id": true,
		"region": true,
	},
	"aws_main_route_table_association": {
		"id": true,
		"region": true,
	},
	"aws_nat_gateway": {
		"id": true,
		"private_ip": true,
		"region": true,
		"tags_all": true,
		"vpc_id": true,
	},
	"aws_neptune_cluster_instance": {
		"availability_zone": true,
		"engine_version": true,
		"id": true,
		"identifier": true,
		"identifier_prefix": true,
		"region": true,
		"tags_all": true,
	},
	"aws_network_interface": {
		"id": true,
		"private_ip": true,
		"region": true,
		"security_groups": true,
		"tags_all": true,
	},
	"aws_network_interface_attachment": {
		"id": true,
		"region": true,
	},
	"aws_network_interface_sg_attachment": {
		"id": true,
		"region": true,
	},
	"aws_rds_cluster": {
		"allocated_storage": true,
		"availability_zones": true,
		"backup_retention_period": true,
		"cluster_identifier": true,
		"database_insights_mode": true,
		"db_subnet_group_name": true,
		"engine_version": true,
		"id": true,
		"performance_insights_retention_period": true,
		"port": true,
		"region": true,
		"storage_encrypted": true,
		"storage_type": true,
		"tags_all": true,
		"vpc_security_group_ids": true,
	},
	"aws_rds_cluster_instance": {
		"availability_zone": true,
		"db_subnet_group_name": true,
		"engine_version": true,
		"id": true,
		"identifier": true,
		"identifier_prefix": true,
		"performance_insights_retention_period": true,
		"publicly_accessible": true,
		"region": true,
		"tags_all": true,
	},
	"aws_rds_cluster_snapshot_copy": {
		"region": true,
	},
	"aws_rds_shard_group": {
		"publicly_accessible": true,
		"region": true,
	},
	"aws_redshift_cluster": {
		"availability_zone": true,
		"endpoint": true,
		"id": true,
		"region": true,
		"tags_all": true,
		"vpc_security_group_ids": true,
	},
	"aws_redshiftserverless_workgroup": {
		"id": true,
		"port": true,
		"region": true,
		"security_group_ids": true,
		"subnet_ids": true,
		"tags_all": true,
	},
	"aws_route": {
		"id": true,
		"network_interface_id": true,
		"region": true,
	},
	"aws_route_table": {
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_route_table_association": {
		"id": true,
		"region": true,
	},
	"aws_security_group": {
		"id": true,
		"name": true,
		"name_prefix": true,
		"region": true,
		"tags_all": true,
		"vpc_id": true,
	},
	"aws_security_group_rule": {
		"id": true,
		"region": true,
		"source_security_group_id": true,
	},
	"aws_spot_instance_request": {
		"associate_public_ip_address": true,
		"availability_zone": true,
		"ebs_block_device.encrypted": true,
		"ebs_block_device.iops": true,
		"ebs_block_device.snapshot_id": true,
		"ebs_block_device.tags_all": true,
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_size": true,
		"ebs_block_device.volume_type": true,
		"id": true,
		"instance_type": true,
		"launch_template.id": true,
		"launch_template.name": true,
		"metadata_options.http_tokens": true,
		"monitoring": true,
		"private_ip": true,
		"region": true,
		"root_block_device.encrypted": true,
		"root_block_device.iops": true,
		"root_block_device.tags_all": true,
		"root_block_device.throughput": true,
		"root_block_device.volume_size": true,
		"root_block_device.volume_type": true,
		"security_groups": true,
		"subnet_id": true,
		"tags_all": true,
		"tenancy": true,
		"vpc_security_group_ids": true,
	},
	"aws_subnet": {
		"availability_zone": true,
		"id": true,
		"region": true,
		"tags_all": true,
	},
	"aws_vpc": {
		"cidr_block": true,
		"id": true,
		"ipv6_cidr_block": true,
		"region": true,
		"tags_all": true,
	},
	"aws_vpc_endpoint": {
		"id": true,
		"ip_address_type": true,
		"region": true,
		"security_group_ids": true,
		"subnet_ids": true,
		"tags_all": true,
	},
	"aws_vpc_endpoint_security_group_association": {
		"id": true,
		"region": true,
	},
	"aws_vpc_security_group_egress_rule": {
		"region": true,
	},
	"aws_vpc_security_group_ingress_rule": {
		"region": true,
	},
	"aws_vpn_gateway": {
		"id": true,
		"region": true,
		"tags_all": true,
		"vpc_id": true,
	},
}

# Attributes of blocks that the provider computes, whether the policies read them or not.
computed_members := {
	"aws_alb": {
		"subnet_mapping.outpost_id": true,
	},
	"aws_alb_listener": {
		"default_action.authenticate_cognito.on_unauthenticated_request": true,
		"default_action.authenticate_cognito.scope": true,
		"default_action.authenticate_cognito.session_cookie_name": true,
		"default_action.authenticate_cognito.session_timeout": true,
		"default_action.authenticate_oidc.on_unauthenticated_request": true,
		"default_action.authenticate_oidc.scope": true,
		"default_action.authenticate_oidc.session_cookie_name": true,
		"default_action.authenticate_oidc.session_timeout": true,
		"default_action.fixed_response.status_code": true,
		"default_action.order": true,
		"mutual_authentication.advertise_trust_store_ca_names": true,
	},
	"aws_alb_listener_rule": {
		"action.authenticate_cognito.on_unauthenticated_request": true,
		"action.authenticate_oidc.on_unauthenticated_request": true,
		"action.fixed_response.status_code": true,
		"action.order": true,
	},
	"aws_alb_target_group": {
		"health_check.matcher": true,
		"health_check.path": true,
		"health_check.timeout": true,
	},
	"aws_ami": {
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_size": true,
	},
	"aws_ami_from_instance": {
		"ebs_block_device.delete_on_termination": true,
		"ebs_block_device.device_name": true,
		"ebs_block_device.encrypted": true,
		"ebs_block_device.iops": true,
		"ebs_block_device.outpost_arn": true,
		"ebs_block_device.snapshot_id": true,
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_size": true,
		"ebs_block_device.volume_type": true,
		"ephemeral_block_device.device_name": true,
		"ephemeral_block_device.virtual_name": true,
	},
	"aws_autoscaling_group": {
		"capacity_reservation_specification.capacity_reservation_preference": true,
		"initial_lifecycle_hook.default_result": true,
		"launch_template.id": true,
		"launch_template.name": true,
		"launch_template.version": true,
		"mixed_instances_policy.instances_distribution.on_demand_allocation_strategy": true,
		"mixed_instances_policy.instances_distribution.on_demand_base_capacity": true,
		"mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity": true,
		"mixed_instances_policy.instances_distribution.spot_allocation_strategy": true,
		"mixed_instances_policy.instances_distribution.spot_instance_pools": true,
		"mixed_instances_policy.launch_template.launch_template_specification.launch_template_id": true,
		"mixed_instances_policy.launch_template.launch_template_specification.launch_template_name": true,
		"mixed_instances_policy.launch_template.launch_template_specification.version": true,
		"mixed_instances_policy.launch_template.override.launch_template_specification.launch_template_id": true,
		"mixed_instances_policy.launch_template.override.launch_template_specification.launch_template_name": true,
		"mixed_instances_policy.launch_template.override.launch_template_specification.version": true,
	},
	"aws_db_proxy": {
		"auth.client_password_auth_type": true,
	},
	"aws_ecs_service": {
		"deployment_configuration.bake_time_in_minutes": true,
		"deployment_configuration.canary_configuration.canary_bake_time_in_minutes": true,
		"deployment_configuration.canary_configuration.canary_percent": true,
		"deployment_configuration.linear_configuration.step_bake_time_in_minutes": true,
		"deployment_configuration.linear_configuration.step_percent": true,
		"deployment_configuration.strategy": true,
		"service_connect_configuration.log_configuration.options": true,
		"service_connect_configuration.namespace": true,
		"service_connect_configuration.service.client_alias.dns_name": true,
		"service_connect_configuration.service.discovery_name": true,
	},
	"aws_instance": {
		"cpu_options.amd_sev_snp": true,
		"cpu_options.core_count": true,
		"cpu_options.threads_per_core": true,
		"ebs_block_device.encrypted": true,
		"ebs_block_device.iops": true,
		"ebs_block_device.kms_key_id": true,
		"ebs_block_device.snapshot_id": true,
		"ebs_block_device.tags_all": true,
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_id": true,
		"ebs_block_device.volume_size": true,
		"ebs_block_device.volume_type": true,
		"enclave_options.enabled": true,
		"instance_market_options.market_type": true,
		"instance_market_options.spot_options.instance_interruption_behavior": true,
		"instance_market_options.spot_options.max_price": true,
		"instance_market_options.spot_options.spot_instance_type": true,
		"instance_market_options.spot_options.valid_until": true,
		"launch_template.id": true,
		"launch_template.name": true,
		"maintenance_options.auto_recovery": true,
		"metadata_options.http_put_response_hop_limit": true,
		"metadata_options.http_tokens": true,
		"metadata_options.instance_metadata_tags": true,
		"primary_network_interface.delete_on_termination": true,
		"private_dns_name_options.enable_resource_name_dns_a_record": true,
		"private_dns_name_options.enable_resource_name_dns_aaaa_record": true,
		"private_dns_name_options.hostname_type": true,
		"root_block_device.device_name": true,
		"root_block_device.encrypted": true,
		"root_block_device.iops": true,
		"root_block_device.kms_key_id": true,
		"root_block_device.tags_all": true,
		"root_block_device.throughput": true,
		"root_block_device.volume_id": true,
		"root_block_device.volume_size": true,
		"root_block_device.volume_type": true,
	},
	"aws_launch_configuration": {
		"ebs_block_device.encrypted": true,
		"ebs_block_device.iops": true,
		"ebs_block_device.snapshot_id": true,
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_size": true,
		"ebs_block_device.volume_type": true,
		"metadata_options.http_endpoint": true,
		"metadata_options.http_put_response_hop_limit": true,
		"metadata_options.http_tokens": true,
		"root_block_device.encrypted": true,
		"root_block_device.iops": true,
		"root_block_device.throughput": true,
		"root_block_device.volume_size": true,
		"root_block_device.volume_type": true,
	},
	"aws_launch_template": {
		"block_device_mappings.ebs.iops": true,
		"block_device_mappings.ebs.throughput": true,
		"block_device_mappings.ebs.volume_initialization_rate": true,
		"block_device_mappings.ebs.volume_size": true,
		"block_device_mappings.ebs.volume_type": true,
		"instance_market_options.spot_options.valid_until": true,
		"metadata_options.http_endpoint": true,
		"metadata_options.http_protocol_ipv6": true,
		"metadata_options.http_put_response_hop_limit": true,
		"metadata_options.http_tokens": true,
		"metadata_options.instance_metadata_tags": true,
	},
	"aws_lb": {
		"subnet_mapping.outpost_id": true,
	},
	"aws_lb_listener": {
		"default_action.authenticate_cognito.on_unauthenticated_request": true,
		"default_action.authenticate_cognito.scope": true,
		"default_action.authenticate_cognito.session_cookie_name": true,
		"default_action.authenticate_cognito.session_timeout": true,
		"default_action.authenticate_oidc.on_unauthenticated_request": true,
		"default_action.authenticate_oidc.scope": true,
		"default_action.authenticate_oidc.session_cookie_name": true,
		"default_action.authenticate_oidc.session_timeout": true,
		"default_action.fixed_response.status_code": true,
		"default_action.order": true,
		"mutual_authentication.advertise_trust_store_ca_names": true,
	},
	"aws_lb_listener_rule": {
		"action.authenticate_cognito.on_unauthenticated_request": true,
		"action.authenticate_oidc.on_unauthenticated_request": true,
		"action.fixed_response.status_code": true,
		"action.order": true,
	},
	"aws_lb_target_group": {
		"health_check.matcher": true,
		"health_check.path": true,
		"health_check.timeout": true,
	},
	"aws_nat_gateway": {
		"availability_zone_address.availability_zone_id": true,
	},
	"aws_network_interface": {
		"attachment.attachment_id": true,
		"attachment.network_card_index": true,
	},
	"aws_rds_cluster": {
		"serverlessv2_scaling_configuration.seconds_until_auto_pause": true,
	},
	"aws_redshift_cluster": {
		"logging.bucket_name": true,
		"logging.s3_key_prefix": true,
	},
	"aws_spot_instance_request": {
		"cpu_options.amd_sev_snp": true,
		"cpu_options.core_count": true,
		"cpu_options.threads_per_core": true,
		"ebs_block_device.encrypted": true,
		"ebs_block_device.iops": true,
		"ebs_block_device.kms_key_id": true,
		"ebs_block_device.snapshot_id": true,
		"ebs_block_device.tags_all": true,
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_id": true,
		"ebs_block_device.volume_size": true,
		"ebs_block_device.volume_type": true,
		"enclave_options.enabled": true,
		"launch_template.id": true,
		"launch_template.name": true,
		"maintenance_options.auto_recovery": true,
		"metadata_options.http_put_response_hop_limit": true,
		"metadata_options.http_tokens": true,
		"metadata_options.instance_metadata_tags": true,
		"network_interface.network_card_index": true,
		"private_dns_name_options.enable_resource_name_dns_a_record": true,
		"private_dns_name_options.enable_resource_name_dns_aaaa_record": true,
		"private_dns_name_options.hostname_type": true,
		"root_block_device.device_name": true,
		"root_block_device.encrypted": true,
		"root_block_device.iops": true,
		"root_block_device.kms_key_id": true,
		"root_block_device.tags_all": true,
		"root_block_device.throughput": true,
		"root_block_device.volume_id": true,
		"root_block_device.volume_size": true,
		"root_block_device.volume_type": true,
	},
	"aws_vpc_endpoint": {
		"dns_options.dns_record_ip_type": true,
	},
}

# Groups of attributes of which the configuration sets exactly one.
exactly_one := {
	"aws_autoscaling_group": {
		"launch_configuration": [
			"launch_configuration",
			"launch_template",
			"mixed_instances_policy",
		],
		"launch_template": [
			"launch_configuration",
			"launch_template",
			"mixed_instances_policy",
		],
		"mixed_instances_policy": [
			"launch_configuration",
			"launch_template",
			"mixed_instances_policy",
		],
	},
	"aws_lb": {
		"subnet_mapping": [
			"subnet_mapping",
			"subnets",
		],
		"subnets": [
			"subnet_mapping",
			"subnets",
		],
	},
	"aws_alb": {
		"subnet_mapping": [
			"subnet_mapping",
			"subnets",
		],
		"subnets": [
			"subnet_mapping",
			"subnets",
		],
	},
}

# Attributes that do not count if the configuration sets one of the listed attributes in the same block.
rivals := {
	"aws_autoscaling_group": {
		"launch_configuration": [
			"launch_template",
			"mixed_instances_policy",
		],
		"launch_template": [
			"launch_configuration",
			"mixed_instances_policy",
		],
		"mixed_instances_policy": [
			"launch_configuration",
			"launch_template",
		],
		"launch_template.id": [
			"name",
		],
		"launch_template.name": [
			"id",
		],
		"mixed_instances_policy.launch_template.launch_template_specification.launch_template_id": [
			"launch_template_name",
		],
		"mixed_instances_policy.launch_template.launch_template_specification.launch_template_name": [
			"launch_template_id",
		],
	},
	"aws_instance": {
		"launch_template.id": [
			"name",
		],
		"launch_template.name": [
			"id",
		],
	},
	"aws_lb": {
		"subnet_mapping": [
			"subnets",
		],
		"subnets": [
			"subnet_mapping",
		],
	},
	"aws_spot_instance_request": {
		"launch_template.id": [
			"name",
		],
		"launch_template.name": [
			"id",
		],
	},
	"aws_alb": {
		"subnet_mapping": [
			"subnets",
		],
		"subnets": [
			"subnet_mapping",
		],
	},
}

# Numeric attributes for which 0 means "not set".
zero_unset := {
	"aws_ami": {
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_size": true,
	},
	"aws_cloudwatch_metric_alarm": {
		"metric_query.period": true,
		"period": true,
	},
	"aws_db_instance": {
		"allocated_storage": true,
		"iops": true,
		"max_allocated_storage": true,
		"performance_insights_retention_period": true,
		"port": true,
		"storage_throughput": true,
	},
	"aws_ebs_volume": {
		"iops": true,
		"size": true,
		"throughput": true,
	},
	"aws_instance": {
		"ebs_block_device.iops": true,
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_size": true,
		"root_block_device.iops": true,
		"root_block_device.throughput": true,
		"root_block_device.volume_size": true,
	},
	"aws_launch_configuration": {
		"ebs_block_device.iops": true,
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_size": true,
		"root_block_device.iops": true,
		"root_block_device.throughput": true,
		"root_block_device.volume_size": true,
	},
	"aws_launch_template": {
		"block_device_mappings.ebs.iops": true,
		"block_device_mappings.ebs.throughput": true,
		"block_device_mappings.ebs.volume_size": true,
	},
	"aws_lb_listener": {
		"port": true,
	},
	"aws_lb_target_group": {
		"health_check.timeout": true,
		"port": true,
	},
	"aws_lb_target_group_attachment": {
		"port": true,
	},
	"aws_rds_cluster": {
		"allocated_storage": true,
		"backup_retention_period": true,
		"iops": true,
		"performance_insights_retention_period": true,
		"port": true,
	},
	"aws_rds_cluster_instance": {
		"performance_insights_retention_period": true,
	},
	"aws_spot_instance_request": {
		"ebs_block_device.iops": true,
		"ebs_block_device.throughput": true,
		"ebs_block_device.volume_size": true,
		"root_block_device.iops": true,
		"root_block_device.throughput": true,
		"root_block_device.volume_size": true,
	},
	"aws_alb_listener": {
		"port": true,
	},
	"aws_alb_target_group": {
		"health_check.timeout": true,
		"port": true,
	},
	"aws_alb_target_group_attachment": {
		"port": true,
	},
}

# Strings that the provider uses in place of an unknown id.
placeholders := {
	"aws_autoscaling_group": {
		"launch_template.id": "unknown",
		"mixed_instances_policy.launch_template.launch_template_specification.launch_template_id": "unknown",
	},
}

# Default values of attributes; for attributes of a block, if the block is configured.
defaults := {
	"aws_ami": {
		"ebs_block_device.volume_type": "standard",
	},
	"aws_autoscaling_group": {
		"health_check_grace_period": 300,
		"instance_refresh.preferences.min_healthy_percentage": 90,
		"warm_pool.min_size": 0,
	},
	"aws_autoscaling_policy": {
		"enabled": true,
		"policy_type": "SimpleScaling",
		"target_tracking_configuration.disable_scale_in": false,
	},
	"aws_db_instance": {
		"publicly_accessible": false,
	},
	"aws_db_subnet_group": {
		"description": "Managed by Terraform",
	},
	"aws_default_subnet": {
		"map_public_ip_on_launch": true,
	},
	"aws_instance": {
		"launch_template.version": "$Default",
		"metadata_options.http_endpoint": "enabled",
	},
	"aws_launch_configuration": {
		"enable_monitoring": true,
	},
	"aws_lb": {
		"drop_invalid_header_fields": false,
		"load_balancer_type": "application",
	},
	"aws_lb_target_group": {
		"health_check.enabled": true,
		"health_check.healthy_threshold": 3,
		"health_check.interval": 30,
		"health_check.port": "traffic-port",
		"health_check.protocol": "HTTP",
		"health_check.unhealthy_threshold": 3,
		"target_type": "instance",
	},
	"aws_rds_cluster": {
		"engine_mode": "provisioned",
	},
	"aws_security_group": {
		"description": "Managed by Terraform",
	},
	"aws_security_group_rule": {
		"self": false,
	},
	"aws_subnet": {
		"map_public_ip_on_launch": false,
	},
	"aws_vpc_endpoint": {
		"vpc_endpoint_type": "Gateway",
	},
	"aws_alb": {
		"drop_invalid_header_fields": false,
		"load_balancer_type": "application",
	},
	"aws_alb_target_group": {
		"health_check.enabled": true,
		"health_check.healthy_threshold": 3,
		"health_check.interval": 30,
		"health_check.port": "traffic-port",
		"health_check.protocol": "HTTP",
		"health_check.unhealthy_threshold": 3,
		"target_type": "instance",
	},
}
