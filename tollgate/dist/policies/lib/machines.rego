# METADATA
# title: Instances and what they start from
# description: >-
#   Launch templates, launch configurations and instances, whichever of them sets an attribute.
# custom:
#   resources:
#     - aws_autoscaling_group
#     - aws_instance
#     - aws_launch_template
#     - aws_spot_instance_request
package lib.machines

import rego.v1

import data.lib.attribute
import data.lib.members
import data.lib.network
import data.lib.plan
import data.lib.scope

all := array.concat(network.templates, network.instances)

# Those of this architecture.
scoped := [record | some record in all; scope.stacks[record.stack]]

# Those that no tier is meant to show to the Internet.
private := [record | some record in scoped; not members.meant_public[record.address]]

private_groups := [record | some record in scoped_groups; not members.meant_public[record.address]]

private_instances := [record | some record in scoped_instances; not members.meant_public[record.address]]

scoped_groups := [record | some record in plan.of_type.aws_autoscaling_group; scope.stacks[record.stack]]

# Those that serve a target group.
scoped_serving_groups := [record | some record in network.serving_groups; scope.stacks[record.stack]]

scoped_instances := [record | some record in network.instances; scope.stacks[record.stack]]

# Instances that start from a launch template, which sets what they leave open.
templated(record) if {
	instance_types[record.type]
	plan.state(record, ["launch_template"]).is == "unknown"
}

templated(record) if {
	instance_types[record.type]
	count(attribute.entries(record, ["launch_template"])) > 0
}

instance_types := {"aws_instance", "aws_spot_instance_request"}

# The template that the instance names is in the plan.
template_shown(record) if {
	names := {name |
		some member in ["id", "name"]
		some name in plan.links(record, ["launch_template", 0, member])
	}
	count(names) > 0
	every name in names { shown_names[name] }
}

shown_names := {name | some record in plan.of_type.aws_launch_template; some name in plan.names(record)}

# Where a template or an instance names its subnet.
subnet_paths(record) := [["subnet_id"]] if {
	instance_types[record.type]
} else := [["network_interfaces", i, "subnet_id"] | some i in attribute.entries(record, ["network_interfaces"])]
