package lib.provider_test

import rego.v1

import data.lib.plan
import data.lib.provider

# OPA knows the keys of the constants, and refuses a reference to any other key.
holds(facts, type, path) if facts[type][path]

test_blocks_that_aws_fills_in_are_computed if {
	every attribute in ["mixed_instances_policy", "launch_template", "mixed_instances_policy.launch_template.override"] {
		provider.computed_blocks.aws_autoscaling_group[attribute]
	}
	provider.computed_blocks.aws_instance.primary_network_interface
	provider.computed_blocks.aws_instance.metadata_options
	provider.computed_blocks.aws_lb.subnet_mapping
	provider.computed_blocks.aws_lb_target_group.health_check
	provider.computed_blocks.aws_ec2_managed_prefix_list.entry
}

test_attributes_that_hold_objects_are_computed_blocks if {
	provider.computed_blocks.aws_security_group.ingress
	provider.computed_blocks.aws_default_security_group.egress
	provider.computed_blocks.aws_route_table.route
	not holds(provider.optional_computed, "aws_security_group", "ingress")
}

test_other_blocks_are_plain if {
	provider.plain_blocks.aws_autoscaling_group.instance_refresh
	provider.plain_blocks.aws_autoscaling_group["mixed_instances_policy.launch_template"]
	provider.plain_blocks.aws_launch_template["block_device_mappings.ebs"]
	provider.plain_blocks.aws_instance.launch_template
}

test_no_block_is_both if {
	every type, paths in provider.computed_blocks {
		every path, _ in paths {
			not provider.plain_blocks[type][path]
		}
	}
}

test_attributes_that_aws_chooses_are_optional_and_computed if {
	provider.optional_computed.aws_db_instance.multi_az
	provider.optional_computed.aws_autoscaling_group.desired_capacity
	provider.optional_computed.aws_autoscaling_group["launch_template.id"]
	provider.optional_computed.aws_lb_target_group["health_check.timeout"]
	not holds(provider.optional_computed, "aws_db_instance", "publicly_accessible")
	not holds(provider.optional_computed, "aws_autoscaling_group", "min_size")
}

test_zero_is_unset_where_it_is_no_value if {
	provider.zero_unset.aws_db_instance.iops
	provider.zero_unset.aws_db_instance.max_allocated_storage
	provider.zero_unset.aws_launch_template["block_device_mappings.ebs.throughput"]
	provider.zero_unset.aws_lb_listener.port
	provider.zero_unset.aws_spot_instance_request["root_block_device.iops"]
}

test_zero_is_a_value_where_aws_takes_it if {
	not holds(provider.zero_unset, "aws_autoscaling_group", "desired_capacity")
	not holds(provider.zero_unset, "aws_autoscaling_group", "min_size")
	not holds(provider.zero_unset, "aws_autoscaling_schedule", "max_size")
	not holds(provider.zero_unset, "aws_instance", "associate_public_ip_address")
	not holds(provider.zero_unset, "aws_db_instance", "multi_az")
	not holds(provider.zero_unset, "aws_db_instance", "backup_retention_period")
	not holds(provider.zero_unset, "aws_lb", "internal")
	not holds(provider.zero_unset, "aws_vpc_security_group_ingress_rule", "from_port")
	not holds(provider.zero_unset, "aws_security_group_rule", "from_port")
}

test_a_default_makes_the_zero_a_value if {
	every type, paths in provider.zero_unset {
		every path, _ in paths {
			not holds(provider.defaults, type, path)
		}
	}
}

test_defaults_are_those_of_the_provider if {
	provider.defaults.aws_autoscaling_group.health_check_grace_period == 300
	provider.defaults.aws_autoscaling_group["instance_refresh.preferences.min_healthy_percentage"] == 90
	provider.defaults.aws_lb_target_group["health_check.healthy_threshold"] == 3
	provider.defaults.aws_subnet.map_public_ip_on_launch == false
	provider.defaults.aws_default_subnet.map_public_ip_on_launch == true
	provider.defaults.aws_db_instance.publicly_accessible == false
	provider.defaults.aws_lb.load_balancer_type == "application"
}

test_one_of_three_says_what_a_group_launches if {
	every name in ["launch_configuration", "launch_template", "mixed_instances_policy"] {
		provider.exactly_one.aws_autoscaling_group[name] == ["launch_configuration", "launch_template", "mixed_instances_policy"]
	}
}

test_subnets_and_their_mappings_exclude_each_other if {
	provider.exactly_one.aws_lb.subnets == ["subnet_mapping", "subnets"]
	provider.rivals.aws_lb.subnets == ["subnet_mapping"]
}

test_the_id_of_a_template_and_its_name_are_rivals if {
	provider.rivals.aws_autoscaling_group["launch_template.id"] == ["name"]
	provider.placeholders.aws_autoscaling_group["launch_template.id"] == "unknown"
}

tables := [
	provider.attribute_blocks, provider.computed_blocks, provider.plain_blocks, provider.optional_computed,
	provider.exactly_one, provider.rivals, provider.zero_unset, provider.placeholders, provider.defaults,
]

test_other_names_of_a_type_have_the_same_rows if {
	every name in ["alb", "alb_listener", "alb_target_group"] {
		alias := concat("_", ["aws", name])
		type := concat("_", ["aws", replace(name, "alb", "lb")])
		every facts in tables {
			object.get(facts, alias, {}) == object.get(facts, type, {})
		}
	}
}

test_only_known_types_have_rows if {
	every facts in tables {
		every type, _ in facts {
			plan.known_types[type]
		}
	}
}
