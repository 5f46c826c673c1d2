# METADATA
# title: The instance metadata service asks for a token
# description: >-
#   Version 1 of the metadata service answers any request from the instance: a service that can be made to fetch an
#   address (SSRF) gives away the instance's credentials. Version 2 asks for a token first. Where nothing is set, AWS
#   allows version 1.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
#     description: Use IMDSv2
# custom:
#   id: EC2-001
#   severity: high
#   scope: always
#   resources:
#     - aws_launch_template
#     - aws_launch_configuration
#     - aws_instance
#     - aws_spot_instance_request
#   fix: >-
#     Set http_tokens to "required" in metadata_options.
package rules.compute.imdsv2_required

import rego.v1

import data.lib.attribute
import data.lib.machines
import data.lib.plan

checked contains record.address if some record in machines.all

deny contains {
	"address": record.address,
	"path": "metadata_options.0.http_tokens",
	"why": "version 1 of the metadata service is not refused: it gives the instance's credentials to any request",
	"found": attribute.shown(record, tokens),
	"allowed": "required",
} if {
	some record in machines.all
	not switched_off(record)
	not inherited(record)
	found := plan.state(record, tokens)
	found.is != "unknown"
	object.get(found, "value", "unset") != "required"
}

undecided contains {
	"address": record.address,
	"path": "metadata_options.0.http_tokens",
	"why": "whether the metadata service asks for a token is not known before apply",
} if {
	some record in machines.all
	not switched_off(record)
	plan.state(record, tokens).is == "unknown"
}

undecided contains {
	"address": record.address,
	"path": "launch_template",
	"why": "whether the metadata service asks for a token depends on a launch template that is not in this plan",
} if {
	some record in machines.all
	not switched_off(record)
	inherited(record)
	not machines.template_shown(record)
}

tokens := ["metadata_options", 0, "http_tokens"]

switched_off(record) if {
	plan.state(record, ["metadata_options", 0, "http_endpoint"]) == {"is": "known", "value": "disabled"}
}

# The template of the instance sets it, and is checked itself.
inherited(record) if {
	plan.state(record, tokens).is == "unset"
	machines.templated(record)
}
