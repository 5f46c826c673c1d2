# METADATA
# title: Instances are of an allowed class
# description: >-
#   The class decides what an instance costs, and the group starts up to ten of them. Templates, configurations, the
#   overrides of a mixed instances policy and single instances use the classes in the limits.
# related_resources:
#   - ref: https://aws.amazon.com/ec2/instance-types/
#     description: Amazon EC2 instance types
# custom:
#   id: EC2-005
#   severity: medium
#   scope: architecture
#   resources:
#     - aws_launch_template
#     - aws_launch_configuration
#     - aws_instance
#     - aws_spot_instance_request
#     - aws_autoscaling_group
#   fix: >-
#     Use one of the classes of instance_classes in limits.json of the settings, or add the class there together with
#     its price.
package rules.compute.instance_class_allowed

import rego.v1

import data.lib.attribute
import data.lib.declared
import data.lib.machines
import data.lib.network
import data.lib.plan

classes := declared.limits.instance_classes

allowed := {class | some class in classes}

machines_in_scope := [record | classes; some record in machines.scoped]

groups := [record | classes; some record in machines.scoped_groups]

override := ["mixed_instances_policy", 0, "launch_template", 0, "override"]

# {record, path}: every resource that names a class. An instance names its own class if its template names none.
named := array.concat(
	[{"record": record, "path": ["instance_type"]} | some record in machines_in_scope],
	[{"record": record, "path": array.concat(override, [i, "instance_type"])} |
		some record in groups
		some i in attribute.entries(record, override)
	],
)

# {record, path}: classes that AWS picks by attributes.
picked := array.concat(
	[{"record": record, "path": ["instance_requirements"]} | some record in machines_in_scope],
	array.concat(
		[{"record": record, "path": array.concat(override, [i, "instance_requirements"])} |
			some record in groups
			some i in attribute.entries(record, override)
		],
		[{"record": record, "path": ["mixed_instances_policy"]} |
			some record in groups
			some path in [["mixed_instances_policy"], override]
			plan.state(record, path).is == "unknown"
		],
	),
)

checked contains record.address if some record in machines_in_scope

checked contains found.record.address if {
	some found in named
	plan.state(found.record, found.path).is != "unset"
}

deny contains {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": "the instance class is not an allowed one",
	"found": class,
	"allowed": concat(", ", classes),
} if {
	some found in named
	plan.state(found.record, found.path).is == "known"
	class := attribute.shown(found.record, found.path)
	not allowed[class]
}

undecided contains {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": "the instance class is not known before apply",
} if {
	some found in named
	plan.state(found.record, found.path).is == "unknown"
}

undecided contains {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": "AWS picks the instance class by attributes; name the classes",
} if {
	some found in picked
	stated(found)
}

stated(found) if plan.state(found.record, found.path).is == "unknown"

stated(found) if count(attribute.entries(found.record, found.path)) > 0
