# METADATA
# title: The group uses the load balancer's health check
# description: >-
#   With the check of EC2 alone the group keeps an instance whose service has died. ELB includes the status checks of
#   EC2.
# related_resources:
#   - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html
#     description: Health checks for instances in an Auto Scaling group
# custom:
#   id: ASG-002
#   severity: high
#   scope: architecture
#   resources:
#     - aws_autoscaling_group
#   fix: >-
#     Set health_check_type to "ELB".
package rules.autoscaling.elb_health_check

import rego.v1

import data.lib.attribute
import data.lib.machines
import data.lib.plan

checked contains record.address if some record in machines.scoped_serving_groups

deny contains {
	"address": record.address,
	"path": "health_check_type",
	"why": "the group keeps instances whose service does not answer",
	"found": attribute.shown(record, ["health_check_type"]),
	"allowed": "ELB",
} if {
	some record in machines.scoped_serving_groups
	plan.state(record, ["health_check_type"]).is != "unknown"
	not asks_balancer(record)
}

undecided contains {
	"address": record.address,
	"path": "health_check_type",
	"why": "the health check that the group uses is not known before apply",
} if {
	some record in machines.scoped_serving_groups
	plan.state(record, ["health_check_type"]).is == "unknown"
}

# One string may name several: "ELB,EBS".
asks_balancer(record) if {
	some type in split(attribute.shown(record, ["health_check_type"]), ",")
	type == "ELB"
}
