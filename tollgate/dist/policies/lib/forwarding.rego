# METADATA
# title: Where load balancers forward
# description: The listeners of load balancers, the target groups to which listeners and their rules forward, and redirects.
# custom:
#   resources:
#     - aws_alb_listener
#     - aws_alb_listener_rule
#     - aws_autoscaling_attachment
#     - aws_autoscaling_group
#     - aws_autoscaling_traffic_source_attachment
#     - aws_lb_listener
#     - aws_lb_listener_rule
package lib.forwarding

import data.lib.members
import data.lib.network
import data.lib.plan
import rego.v1

# Names of the target groups to which each listener forwards by default, by the listener's address.
of_listener := {record.address: links(record, "default_action") | some record in network.listeners}

# Names of target groups in the actions of a listener or of a rule.
links(record, block) := {name |
	some i, _ in object.get(record.values, block, [])
	some path in [[block, i, "target_group_arn"], [block, i, "forward"]]
	some name in forward_links(record, path)
}

forward_links(record, path) := plan.links(record, path) if {
	path[2] == "target_group_arn"
} else := {name |
	some j, _ in object.get(record.values, array.concat(path, [0, "target_group"]), [])
	some name in plan.links(record, array.concat(path, [0, "target_group", j, "arn"]))
}

# The listeners of the load balancers of each declared tier.
listeners_of := {tier: found |
	some tier, names in members.balancer_names
	found := [record | some record in network.listeners; plan.meets(plan.links(record, ["load_balancer_arn"]), names)]
}

# Listeners of which it is not known whose they are.
stray_listeners := [record |
	some record in network.listeners
	some name in plan.links(record, ["load_balancer_arn"])
	startswith(name, "?")
]

# Names of the target groups to which the listeners of a tier and their rules forward.
targets_of := {tier: targets |
	some tier, found in listeners_of
	names := {name | some record in found; some name in plan.names(record)}
	targets := {name | some record in found; some name in of_listener[record.address]} | {name |
		some record in network.listener_rules
		plan.meets(plan.links(record, ["listener_arn"]), names)
		some name in links(record, "action")
	}
}

# Names of listeners with a rule that forwards.
ruled := {name |
	some record in network.listener_rules
	count(links(record, "action")) > 0
	some name in plan.links(record, ["listener_arn"])
}

# Target groups of a scaling group.
group_targets(record) := plan.links(record, ["target_group_arns"]) | {name |
	some i, _ in object.get(record.values, "traffic_source", [])
	some name in plan.links(record, ["traffic_source", i, "identifier"])
}

# Target groups that a separate resource attaches to a scaling group.
attached_targets(record) := plan.links(record, ["lb_target_group_arn"]) if {
	record.type == "aws_autoscaling_attachment"
} else := {name |
	some i, _ in object.get(record.values, "traffic_source", [])
	some name in plan.links(record, ["traffic_source", i, "identifier"])
}

# The port of the listener to which a listener redirects: its own where the redirect names none. Undefined where it answers otherwise.
redirect_port(record) := port if {
	some i, action in object.get(record.values, "default_action", [])
	some redirect in object.get(action, "redirect", [])
	own := object.get(redirect, "host", null)
	own in {null, "", "#{host}"}
	plan.state(record, ["default_action", i, "redirect", 0, "port"]).is == "known"
	port := object.get(redirect, "port", "#{port}")
	port != "#{port}"
}
