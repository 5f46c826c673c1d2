# METADATA
# title: The group starts from a fixed version of its template
# description: >-
#   With $Latest or $Default the group starts instances of a version that nobody deployed, and a changed template starts
#   no instance refresh, because Terraform sees no difference.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group
#     description: aws_autoscaling_group, instance_refresh
# custom:
#   id: EC2-006
#   severity: medium
#   scope: architecture
#   resources:
#     - aws_autoscaling_group
#   fix: >-
#     Set the version to the template's latest_version attribute.
package rules.compute.template_version_pinned

import rego.v1

import data.lib.attribute
import data.lib.machines
import data.lib.network
import data.lib.plan

mixed := ["mixed_instances_policy", 0, "launch_template", 0]

# {record, path}: every version that a group names. A launch configuration has none: it never changes.
versions := array.concat(
	[{"record": record, "path": array.concat(path, [i, "version"])} |
		some record in machines.scoped_groups
		some path in [["launch_template"], array.concat(mixed, ["launch_template_specification"])]
		some i in attribute.entries(record, path)
	],
	[{"record": record, "path": array.concat(path, [j, "version"])} |
		some record in machines.scoped_groups
		some i in attribute.entries(record, array.concat(mixed, ["override"]))
		path := array.concat(mixed, ["override", i, "launch_template_specification"])
		some j in attribute.entries(record, path)
	],
)

hidden := [{"record": record, "path": path} |
	some record in machines.scoped_groups
	some path in [["launch_template"], ["mixed_instances_policy"]]
	plan.state(record, path).is == "unknown"
]

checked contains found.record.address if some found in array.concat(versions, hidden)

deny contains {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": "the version of the launch template is not fixed: a change of the template starts no instance refresh",
	"found": attribute.shown(found.record, found.path),
	"allowed": "the template's latest_version, or a number",
} if {
	some found in versions
	plan.state(found.record, found.path).is != "unknown"
	attribute.number(found.record, found.path).is != "known"
}

undecided contains {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": "the version of the launch template is not known before apply; set it to the template's latest_version",
} if {
	some found in versions
	plan.state(found.record, found.path).is == "unknown"
	not latest(found)
}

undecided contains {
	"address": found.record.address,
	"path": network.path_text(found.path),
	"why": "which launch template the group starts from is not known before apply",
} if {
	some found in hidden
}

latest(found) if {
	some reference in object.get(found.record.expressions, array.concat(found.path, ["references"]), [])
	endswith(reference, ".latest_version")
}
