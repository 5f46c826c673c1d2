# METADATA
# title: Plans for tests
# description: >-
#   Builds plan-shaped inputs in a line a resource. `resource(type, name, values, references)`: `references` maps an
#   attribute (or "block/0/attribute") to the address or addresses that it refers to; such an attribute is unknown.
package lib.build_test

import rego.v1

resource(type, name, values, references) := keyed(type, name, "", values, references)

# `key` is the instance key with its brackets, `[0]`, or "".
keyed(type, name, key, values, references) := {
	"change": {
		"address": concat("", [type, ".", name, key]),
		"mode": "managed",
		"type": type,
		"name": name,
		"change": {"actions": ["create"], "before": null, "after": values, "after_unknown": unknown(references)},
	},
	"config": {
		"address": concat("", [type, ".", name]),
		"mode": "managed",
		"type": type,
		"name": name,
		"expressions": object.union(constants(values), expressions(references)),
	},
}

constants(values) := {attribute: expression |
	some attribute, value in values
	expression := {"constant_value": value}
}

# One level of block is enough for the tests: "network_interfaces/0/security_groups".
unknown(references) := object.union(
	{attribute: true | some attribute, _ in references; not contains(attribute, "/")},
	{parts[0]: [{parts[2]: true}] | some attribute, _ in references; parts := split(attribute, "/"); count(parts) == 3},
)

expressions(references) := object.union(
	{attribute: expression | some attribute, to in references; not contains(attribute, "/"); expression := {"references": chains(to)}},
	{parts[0]: [{parts[2]: {"references": chains(to)}}] | some attribute, to in references; parts := split(attribute, "/"); count(parts) == 3},
)

# Terraform lists a reference with its attribute first, then without.
chains(to) := [reference |
	some address in as_array(to)
	some reference in chain(address)
]

chain(address) := [concat("", [address, ".id"]), address] if {
	not startswith(address, "var.")
	not startswith(address, "local.")
	not startswith(address, "each.")
	not startswith(address, "module.")
} else := [address]

as_array(value) := value if {
	is_array(value)
} else := [value]

# A plan of the resources, in which several instances share one configuration.
plan(resources) := {
	"format_version": "1.2",
	"resource_changes": [each.change | some each in resources],
	"configuration": {"root_module": {"resources": [config | some config in {each.config | some each in resources}]}},
}

# The resources without those at the addresses.
without(resources, addresses) := [each | some each in resources; not addresses[each.change.address]]

# The resources, with other values at one address.
with_values(resources, address, values) := [changed | some each in resources; changed := revised(each, address, values)]

revised(each, address, values) := object.union(each, {
	"change": object.union(each.change, {"change": object.union(each.change.change, {"after": object.union(each.change.change.after, values)})}),
	"config": object.union(each.config, {"expressions": object.union(each.config.expressions, constants(values))}),
}) if {
	each.change.address == address
} else := each

# ------------------------------------------------------------------------------------------------ a compliant system

group(name) := resource("aws_security_group", name, {"name": concat("-", ["productos-api", name])}, {"vpc_id": "aws_vpc.main"})

ingress(name, to, port, from) := resource(
	"aws_vpc_security_group_ingress_rule", name,
	{"ip_protocol": "tcp", "from_port": port, "to_port": port},
	{"security_group_id": to, "referenced_security_group_id": from},
)

ingress_cidr(name, to, port, cidr) := resource(
	"aws_vpc_security_group_ingress_rule", name,
	{"ip_protocol": "tcp", "from_port": port, "to_port": port, "cidr_ipv4": cidr},
	{"security_group_id": to},
)

egress(name, from, port, to) := resource(
	"aws_vpc_security_group_egress_rule", name,
	{"ip_protocol": "tcp", "from_port": port, "to_port": port},
	{"security_group_id": from, "referenced_security_group_id": to},
)

# The network side of the architecture: groups and their rules, and who holds them.
system := [
	resource("aws_vpc", "main", {"cidr_block": "10.0.0.0/16", "tags": {"Name": "productos-api"}}, {}),
	resource("aws_default_security_group", "closed", {}, {"vpc_id": "aws_vpc.main"}),
	group("alb"), group("app"), group("db"),
	ingress_cidr("alb", "aws_security_group.alb", 80, "0.0.0.0/0"),
	egress("alb", "aws_security_group.alb", 8000, "aws_security_group.app"),
	ingress("app", "aws_security_group.app", 8000, "aws_security_group.alb"),
	egress("app", "aws_security_group.app", 5432, "aws_security_group.db"),
	ingress("db", "aws_security_group.db", 5432, "aws_security_group.app"),
	resource("aws_lb", "alb", {"name": "productos-api-alb", "load_balancer_type": "application", "internal": false}, {"security_groups": "aws_security_group.alb"}),
	resource("aws_lb_target_group", "tg", {"name": "productos-api-tg", "port": 8000, "protocol": "HTTP"}, {}),
	resource(
		"aws_lb_listener", "http",
		{"port": 80, "protocol": "HTTP", "default_action": [{"type": "forward"}]},
		{"load_balancer_arn": "aws_lb.alb", "default_action/0/target_group_arn": "aws_lb_target_group.tg"},
	),
	resource("aws_launch_template", "lt", {"name": "productos-api-lt"}, {"vpc_security_group_ids": "aws_security_group.app"}),
	resource(
		"aws_autoscaling_group", "asg",
		{"name": "productos-api-asg", "launch_template": [{}]},
		{"target_group_arns": "aws_lb_target_group.tg", "launch_template/0/id": "aws_launch_template.lt"},
	),
	resource("aws_db_instance", "db", {"identifier": "productos-api-db", "port": 5432}, {"vpc_security_group_ids": "aws_security_group.db"}),
]

# ------------------------------------------------------------------------------------------------ single resources

# The resource, with more that is unknown and more of its configuration.
with_unknown(each, unknown_members, more) := object.union(each, {
	"change": {"change": {"after_unknown": unknown_members}},
	"config": {"expressions": more},
})

# One of several instances of a resource: its own values are not in the configuration.
instance(type, name, key, values, references) := object.union(
	keyed(type, name, key, {}, references),
	{"change": {"change": {"after": values}}},
)

# A resource that Terraform forgets, with its values until now: its configuration is gone.
forgotten(type, name, values) := {"change": {
	"address": concat("", [type, ".", name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": ["forget"], "before": values, "after": null, "after_unknown": {}},
}}

# A plan of the resources in a stack that is in scope by its name.
architecture(resources) := plan(array.concat(
	[resource("aws_vpc", "named", {"cidr_block": "10.9.0.0/16", "tags": {"Name": "productos-api"}}, {})],
	resources,
))
