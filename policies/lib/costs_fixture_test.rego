# The smallest plans that cost something: what the tests of pricing, scope, budgets and cost rules share.
package lib.costs_fixture_test

import rego.v1

# A resource with known values only.
resource(type, name, values) := {"type": type, "name": name, "key": "", "mode": "managed", "values": values, "unknown": {}, "expressions": {}}

# The same with attributes that are known after apply: what they refer to, by attribute.
hiding(found, references) := object.union(found, {
	"unknown": {attribute: true | some attribute, _ in references},
	"expressions": {attribute: {"references": names} | some attribute, names in references},
})

# The same with other values.
changing(found, values) := object.union(found, {"values": object.union(found.values, values)})

# The same without some values.
without(found, attributes) := object.union(object.remove(found, ["values"]), {"values": object.remove(found.values, attributes)})

# The same as one instance of several.
keyed(found, key) := object.union(found, {"key": key})

# The same, in an update from other values.
updated(found, before) := object.union(found, {"actions": ["update"], "before": before})

# The same, of which the plan changes nothing.
unchanged(found) := object.union(found, {"actions": ["no-op"], "before": found.values})

# The same, by the provider of this key.
by_provider(found, key) := object.union(found, {"provider_config_key": key})

# A data source that was read while planning.
read(type, name, values) := {"type": type, "name": name, "key": "", "mode": "data", "values": values, "unknown": {}, "expressions": {}, "actions": ["read"]}

# A plan with the configurations of its providers, by key.
plan_of_providers(resources, providers) := object.union(plan(resources), {"configuration": {"provider_config": providers}})

plan(resources) := {
	"format_version": "1.2",
	"resource_changes": [change |
		some found in resources
		change := {
			"address": concat("", [base(found), found.key]),
			"mode": found.mode,
			"type": found.type,
			"name": found.name,
			"change": {"actions": object.get(found, "actions", ["create"]), "before": object.get(found, "before", null), "after": found.values, "after_unknown": found.unknown},
		}
	],
	"configuration": {"root_module": {"resources": [configured |
		some configured in {kept |
			some found in resources
			kept := object.union(
				{
					"address": base(found),
					"mode": found.mode,
					"type": found.type,
					"name": found.name,
					"expressions": found.expressions,
				},
				object.filter(found, ["provider_config_key"]),
			)
		}
	]}},
}

base(found) := concat("", [{"managed": "", "data": "data."}[found.mode], found.type, ".", found.name])

alb := resource("aws_lb", "alb", {
	"name": "productos-api-alb",
	"load_balancer_type": "application",
	"internal": false,
	"subnets": ["subnet-a", "subnet-b"],
})

template := resource("aws_launch_template", "lt", {
	"name": "productos-api-lt",
	"instance_type": "t3.small",
	"block_device_mappings": [{"device_name": "/dev/xvda", "ebs": [{"volume_type": "gp3", "volume_size": 8}]}],
	"network_interfaces": [{"associate_public_ip_address": "false"}],
	"monitoring": [{"enabled": false}],
})

group := resource("aws_autoscaling_group", "asg", {
	"name": "productos-api-asg",
	"min_size": 2,
	"desired_capacity": 2,
	"max_size": 10,
	"launch_template": [{"name": "productos-api-lt"}],
	"vpc_zone_identifier": ["subnet-c", "subnet-d"],
})

database := resource("aws_db_instance", "db", {
	"identifier": "productos-api-db",
	"engine": "postgres",
	"engine_version": "17",
	"instance_class": "db.t3.micro",
	"allocated_storage": 20,
	"storage_type": "gp3",
	"multi_az": false,
	"manage_master_user_password": true,
})

dashboard := resource("aws_cloudwatch_dashboard", "dashboard", {"dashboard_name": "productos-api"})

alarm := resource("aws_cloudwatch_metric_alarm", "alarm", {"alarm_name": "productos-api-cpu", "period": 60})

security_group := resource("aws_security_group", "sg", {"name": "productos-api-alb-sg"})

web := [alb, template, group]

stack := array.concat(web, [database, dashboard, alarm, security_group])
