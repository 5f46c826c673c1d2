# METADATA
# title: Instances are in private subnets
# description: >-
#   The group spans two or three private subnets: the route table of each has no route to an internet gateway. Subnets
#   that this plan does not make are private only where limits.json of the settings lists their ids.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
#     description: Subnets for your VPC
# custom:
#   id: EC2-004
#   severity: high
#   scope: architecture
#   resources:
#     - aws_autoscaling_group
#     - aws_launch_template
#     - aws_instance
#     - aws_spot_instance_request
#     - aws_network_interface
#   fix: >-
#     Name private subnets. Those of an existing network are listed by id in private_subnets.declared of
#     limits.json of the settings once somebody has looked at their routes.
package rules.compute.private_subnets

import rego.v1

import data.lib.attribute
import data.lib.declared
import data.lib.machines
import data.lib.network
import data.lib.plan
import data.lib.subnets

limits := declared.limits.private_subnets

instances := [record | limits; some record in machines.private_instances]

groups := [record | limits; some record in machines.private_groups]

# Interfaces that instances are given in place of a subnet. An instance that exists shows its subnet, and the interface that
# AWS gave it as well.
interface_paths(record) := [[block, i, "network_interface_id"] |
	plan.state(record, ["subnet_id"]).is == "unset"
	some block in ["network_interface", "primary_network_interface"]
	some i in attribute.entries(record, [block])
]

interface_names := {name |
	some record in instances
	some path in interface_paths(record)
	some name in plan.links(record, path)
}

interfaces := [record |
	some record in plan.of_type.aws_network_interface
	some name in plan.names(record)
	interface_names[name]
]

shown_interfaces := {name | some record in plan.of_type.aws_network_interface; some name in plan.names(record)}

# {record, path}: everything that names subnets.
placed := array.concat(
	array.concat(
		[{"record": record, "path": ["vpc_zone_identifier"]} | some record in groups],
		[{"record": record, "path": ["subnet_id"]} | some record in interfaces],
	),
	array.concat(
		[{"record": record, "path": ["subnet_id"]} |
			some record in instances
			count(interface_paths(record)) == 0
		],
		[{"record": record, "path": path} |
			limits
			some record in machines.private
			record.type == "aws_launch_template"
			some path in machines.subnet_paths(record)
			plan.state(record, path).is != "unset"
		],
	),
)

checked contains found.record.address if some found in placed

checked contains record.address if some record in instances

deny contains finding(found, "the resource is in a subnet with a route to an internet gateway", name, "private subnets") if {
	some found in placed
	some name in plan.links(found.record, found.path)
	subnets.standing(name) == "public"
}

deny contains finding(found, "it names no subnet: AWS takes the default ones, which are public", "unset", "private subnets") if {
	some found in placed
	empty(found)
	not machines.templated(found.record)
}

deny contains finding(found, "it spans too few or too many subnets", format_int(number.value, 10), range_text) if {
	some found in placed
	found.record.type == "aws_autoscaling_group"
	not empty(found)
	number := subnets.number(found.record, "vpc_zone_identifier")
	number.is == "known"
	outside(number.value)
}

undecided contains doubt(found, subnets.doubt(name)) if {
	some found in placed
	some name in plan.links(found.record, found.path)
	subnets.standing(name) == "unknown"
}

# Unknown, and nothing says from where.
undecided contains doubt(found, "in which subnets it stands is not known before apply") if {
	some found in placed
	plan.state(found.record, found.path).is == "unknown"
	count(plan.links(found.record, found.path)) == 0
}

undecided contains doubt(found, "its launch template decides in which subnet it stands; name the subnet here") if {
	some found in placed
	empty(found)
	machines.templated(found.record)
}

undecided contains doubt(found, "how many subnets it spans is not known before apply; name each subnet") if {
	some found in placed
	found.record.type == "aws_autoscaling_group"
	subnets.number(found.record, "vpc_zone_identifier").is == "unknown"
}

undecided contains doubt({"record": record, "path": path}, "the network interface it uses is not in this plan") if {
	some record in instances
	some path in interface_paths(record)
	not interface_shown(record, path)
}

interface_shown(record, path) if {
	names := plan.links(record, path)
	count(names) > 0
	every name in names { shown_interfaces[name] }
}

empty(found) if plan.state(found.record, found.path).is == "unset"

empty(found) if plan.state(found.record, found.path) == {"is": "known", "value": []}

outside(number) if number < limits.min

outside(number) if number > limits.max

range_text := concat("", [format_int(limits.min, 10), " to ", format_int(limits.max, 10), " private subnets"])

finding(found, message, actual, allowed) := {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": message,
	"found": actual,
	"allowed": allowed,
}

doubt(found, message) := {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": message,
}
