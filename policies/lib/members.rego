# METADATA
# title: Members of the tiers that the settings declare
# description: >-
#   A tier of flows.json selects its members: by type, name, tag, address, module, security group, or by the tier of load balancers
#   that they stand behind. A resource is a member of a tier if it meets every criterion of one of its selectors. A launch template
#   belongs to the tier of the scaling group or instance that starts from it, and a network interface to that of its instance.
# custom:
#   resources:
#     - aws_alb_target_group_attachment
#     - aws_autoscaling_attachment
#     - aws_autoscaling_group
#     - aws_ecs_service
#     - aws_lambda_function
#     - aws_lb_target_group_attachment
#     - aws_network_interface
#     - aws_network_interface_attachment
#     - aws_network_interface_sg_attachment
#     - aws_vpc_endpoint
#     - aws_vpc_endpoint_security_group_association
package lib.members

import data.lib.attribute
import data.lib.declared
import data.lib.forwarding
import data.lib.interfaces
import data.lib.network
import data.lib.patterns
import data.lib.plan
import data.lib.scope
import rego.v1

# The resources of the systems in scope that stand in a network.
networked := [record |
	declared.some_tier
	some type, _ in interfaces.of_type
	some record in plan.of_type[type]
	scope.stacks[record.stack]
	in_network(record)
]

# A gateway endpoint has no interface.
in_network(record) if {
	record.type != "aws_vpc_endpoint"
	count(network.group_paths(record)) > 0
}

in_network(record) if {
	record.type == "aws_vpc_endpoint"
	network.interface_endpoint(record)
}

in_network(record) if {
	record.type == "aws_vpc_endpoint"
	state := plan.state(record, ["vpc_endpoint_type"])
	state.is == "known"
	state.value == "Interface"
}

# Containers, which have interfaces of their own.
is_service(record) if record.type == "aws_ecs_service"

# A scaling group holds nothing itself, and stands for its template.
selectable := array.concat(networked, [record |
	declared.some_tier
	some record in plan.of_type.aws_autoscaling_group
	scope.stacks[record.stack]
])

# Which tier claims what: {tier, record, sure}. Not sure where a criterion is not known before apply.
claims := array.concat(direct, carried)

direct := [{"tier": tier, "record": record, "sure": answer == "yes"} |
	some record in selectable
	some tier, selectors in declared.tiers
	answer := answer_of(selectors, record)
	answer != "no"
]

answer_of(selectors, record) := "yes" if {
	some selector in selectors
	meets(selector, record) == "yes"
} else := "maybe" if {
	some selector in selectors
	meets(selector, record) == "maybe"
} else := "no"

meets(selector, record) := "no" if {
	some criterion, wanted in selector
	judged(criterion, declared.list_of(wanted), record) == "no"
} else := "maybe" if {
	some criterion, wanted in selector
	judged(criterion, declared.list_of(wanted), record) == "maybe"
} else := "yes"

# ------------------------------------------------------------------------------------------------ what a tier is meant to be

meant_public := {claim.record.address | some claim in claims; natures[claim.tier] == "public"}

# "public" or "internal", as the selectors say.
natures := {tier: nature |
	some tier, selectors in declared.tiers
	said := {value | some selector in selectors; value := selector.public}
	count(said) == 1
	some value in said
	nature := object.get({true: "public", false: "internal"}, value, "internal")
}

# Whether a member has a public address or faces the Internet: "yes", "no" or "unknown". Undefined for a type that has no such
# attribute.
faces_internet(record) := "yes" if {
	open := interfaces.of_type[record.type].open
	state := attribute.truth(record, open.path)
	open["if"][state]
} else := "unknown" if {
	open := interfaces.of_type[record.type].open
	attribute.truth(record, open.path) == "unknown"
} else := "no" if {
	interfaces.of_type[record.type].open
}

# Tiers into which something from outside flows.
entered := {flow.to | some flow in declared.flows; outside[flow.from]}

outside := {"internet"} | object.keys(declared.peers)

# ------------------------------------------------------------------------------------------------ criteria

# Whether a resource meets a criterion: "yes", "maybe" or "no". Several values of one criterion are alternatives.
judged(criterion, wanted, record) := judged_place(wanted, record) if {
	criterion == "behind"
} else := judged_plainly(criterion, wanted, record)

# Criteria that need no load balancer.
judged_plainly(criterion, wanted, record) := judged_name(wanted, record) if {
	criterion == "name"
} else := judged_tags(wanted, record) if {
	criterion == "tag"
} else := judged_groups(wanted, record) if {
	criterion == "groups"
} else := judged_kind(criterion, wanted, record)

judged_kind(criterion, wanted, record) := "yes" if {
	criterion == "public"
	count(wanted) > 0
	record.type
} else := "yes" if {
	criterion == "types"
	some type in wanted
	type == record.type
} else := "yes" if {
	criterion in {"address", "module"}
	some pattern in wanted
	placed(criterion, pattern, record)
} else := "no"

placed("address", pattern, record) if patterns.matches_address(pattern, scope.local(record.stack, record.address))

placed("module", pattern, record) if patterns.matches_address(concat("", [pattern, ".*"]), scope.local(record.stack, record.address))

judged_name(wanted, record) := "yes" if {
	some pattern in wanted
	some name in scope.called(record)
	patterns.matches(pattern, name)
} else := "maybe" if {
	count(scope.called(record)) == 0
	scope.late_name(record)
} else := "no"

# Each tag that a selector names; the value is a pattern.
judged_tags(wanted, record) := "yes" if {
	some tags in wanted
	every name, pattern in tags { tagged(record, name, pattern) }
} else := "maybe" if {
	object.get(record.unknown, "tags", false) == true
	plan.configures(record, ["tags"])
} else := "maybe" if {
	some tags in wanted
	some name, _ in tags
	object.get(record.unknown, ["tags", name], false) == true
} else := "no"

tagged(record, name, pattern) if {
	some attribute in scope.tagging
	value := object.get(record.values, [attribute, name], null)
	is_string(value)
	patterns.matches(pattern, value)
}

judged_groups(wanted, record) := "yes" if {
	some pattern in wanted
	some name in held_names(record)
	names := group_names[pattern]
	names[name]
} else := "maybe" if {
	some name in held_names(record)
	network.unsure(name)
} else := "no"

held_names(record) := {name | some path in network.group_paths(record); some name in plan.links(record, path)}

# The names of the groups that each pattern of the settings means; an id means itself.
group_names := {pattern: names |
	some pattern in group_patterns
	names := {pattern} | {name |
		some group in network.groups
		patterns.means(pattern, group)
		some name in group.names
	}
}

group_patterns := {pattern |
	some _, selectors in declared.tiers
	some selector in selectors
	some pattern in declared.list_of(object.get(selector, "groups", []))
}

# Groups that a tier names and nothing else: they belong to the tier whether something holds them or not.
named_groups := [{"tier": tier, "group": group} |
	some tier, selectors in declared.tiers
	some selector in selectors
	object.keys(selector) - {"public"} == {"groups"}
	some pattern in declared.list_of(selector.groups)
	some group in network.groups
	scope.stacks[group.stack]
	patterns.means(pattern, group)
]

# A load balancer is not selected by what it stands behind: the tiers of load balancers come first.
judged_place(wanted, record) := "yes" if {
	not network.load_balancer_types[record.type]
	some tier in wanted
	plan.meets(network.member_names(record), behind[tier].sure)
} else := "maybe" if {
	not network.load_balancer_types[record.type]
	some tier in wanted
	plan.meets(network.member_names(record), behind[tier].perhaps)
} else := "no"

# ------------------------------------------------------------------------------------------------ behind a load balancer

# Load balancers of each tier by every name that means them.
balancer_names := {tier: names |
	some tier, selectors in declared.tiers
	names := {name |
		some record in network.load_balancers
		scope.stacks[record.stack]
		answer_of_balancer(selectors, record) == "yes"
		some name in plan.names(record)
	}
}

# As `answer_of`, without the criterion that depends on load balancers.
answer_of_balancer(selectors, record) := "yes" if {
	some selector in selectors
	not selector.behind
	every criterion, wanted in selector { judged_plainly(criterion, declared.list_of(wanted), record) == "yes" }
} else := "no"

# Names of what stands behind the load balancers of a tier, and of what may.
behind := {tier: {"sure": sure, "perhaps": perhaps} |
	some tier in behind_tiers
	targets := forwarding.targets_of[tier]
	sure := names_behind(targets)
	perhaps := {name |
		some [names, link] in serving
		some target in link
		startswith(target, "?")
		some name in names
	}
}

behind_tiers := {tier |
	some _, selectors in declared.tiers
	some selector in selectors
	some tier in declared.list_of(object.get(selector, "behind", []))
}

names_behind(targets) := {name |
	some [names, link] in serving
	plan.meets(link, targets)
	some name in names
} | {name |
	attached := {name |
		some attachment in network.scaling_attachments
		plan.meets(forwarding.attached_targets(attachment), targets)
		some name in plan.links(attachment, ["autoscaling_group_name"])
	}
	some group in plan.of_type.aws_autoscaling_group
	plan.meets(attached, plan.names(group))
	some name in host_names(group)
}

# Names of resources, and the target groups that they serve.
serving := array.concat(serving_hosts, [[plan.names(record), plan.links(record, ["load_balancer", i, "target_group_arn"])] |
	some record in plan.of_type.aws_ecs_service
	some i, _ in object.get(record.values, "load_balancer", [])
])

serving_hosts := array.concat(
	[[host_names(record), forwarding.group_targets(record)] | some record in plan.of_type.aws_autoscaling_group],
	[[plan.links(record, ["target_id"]), plan.links(record, ["target_group_arn"])] | some record in network.target_attachments],
)

host_names(record) := plan.names(record) | network.template_names(record)

# Names of the target groups whose own port counts, of each tier: those of instances and scaling groups.
host_targets := {tier: targets |
	some tier, names in member_names
	targets := {name |
		some [hosts, link] in serving_hosts
		plan.meets(hosts, names)
		some name in link
	} | {name |
		some attachment in network.scaling_attachments
		plan.meets(plan.links(attachment, ["autoscaling_group_name"]), names | groups_of_templates[tier])
		some name in forwarding.attached_targets(attachment)
	}
}

# Names of the target groups of each tier, those of containers included.
target_names := {tier: names |
	some tier, hosts in host_targets
	names := hosts | {name |
		some claim in claims
		claim.tier == tier
		is_service(claim.record)
		some i, _ in object.get(claim.record.values, "load_balancer", [])
		some name in plan.links(claim.record, ["load_balancer", i, "target_group_arn"])
	}
}

# Scaling groups whose templates are members.
groups_of_templates := {tier: names |
	some tier, known in member_names
	names := {name |
		some group in plan.of_type.aws_autoscaling_group
		plan.meets(network.template_names(group), known)
		some name in plan.names(group)
	}
}

# ------------------------------------------------------------------------------------------------ carried along

# Templates of scaling groups and instances of a tier, and the interfaces of its instances.
carried := [{"tier": tier, "record": record, "sure": true} |
	some tier, names in carried_names
	some record in carriable
	plan.meets(names, plan.names(record))
	not claimed_by[tier][record.address]
]

carriable := [record |
	some record in array.concat(network.templates, plan.of_type.aws_network_interface)
	scope.stacks[record.stack]
]

claimed_by := {tier: addresses |
	some tier, _ in declared.tiers
	addresses := {claim.record.address | some claim in direct; claim.tier == tier}
}

carried_names := {tier: names |
	some tier, _ in declared.tiers
	names := {name |
		some claim in direct
		claim.tier == tier
		claim.sure
		some name in names_carried(claim.record)
	} | attached_interfaces(tier)
}

names_carried(record) := network.template_names(record) if {
	record.type == "aws_autoscaling_group"
} else := network.interface_names(record) | network.instance_template_names(record) if {
	network.launched[record.type]
} else := set()

# Interfaces that say, or of which another resource says, which instance they are for.
attached_interfaces(tier) := {name |
	some record in plan.of_type.aws_network_interface_attachment
	plan.meets(plan.links(record, ["instance_id"]), instance_names[tier])
	some name in plan.links(record, ["network_interface_id"])
} | {name |
	some record in plan.of_type.aws_network_interface
	some i, _ in object.get(record.values, "attachment", [])
	plan.meets(plan.links(record, ["attachment", i, "instance"]), instance_names[tier])
	some name in plan.names(record)
}

instance_names := {tier: names |
	some tier, _ in declared.tiers
	names := {name |
		some claim in direct
		claim.tier == tier
		network.launched[claim.record.type]
		some name in network.member_names(claim.record)
	}
}

# ------------------------------------------------------------------------------------------------ groups given afterwards

# Groups that another resource puts on an interface or an endpoint: {tier, record}.
late := [{"tier": tier, "record": given.record} |
	some given in given_later
	some tier, names in member_names
	plan.meets(given.link, names)
]

given_later := array.concat(
	[{"record": record, "path": "network_interface_id", "link": plan.links(record, ["network_interface_id"])} |
		declared.some_tier
		some record in plan.of_type.aws_network_interface_sg_attachment
		scope.stacks[record.stack]
	],
	[{"record": record, "path": "vpc_endpoint_id", "link": plan.links(record, ["vpc_endpoint_id"])} |
		declared.some_tier
		some record in plan.of_type.aws_vpc_endpoint_security_group_association
		scope.stacks[record.stack]
	],
)

member_names := {tier: names |
	some tier, _ in declared.tiers
	names := {name |
		some claim in claims
		claim.tier == tier
		claim.sure
		some name in network.member_names(claim.record)
	}
}
