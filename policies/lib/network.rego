# METADATA
# title: Security groups, tiers and what is attached to what
# description: >-
#   Finds the security groups of a plan, which resource has which group, and the resources of each tier: those that the
#   settings select (lib.members), or, if the settings name no tiers, those that the structure shows. lib.tiers says what a tier
#   is. Rules of your own may use what docs/library.md lists.
# custom:
#   resources:
#     - aws_alb
#     - aws_alb_listener
#     - aws_alb_listener_rule
#     - aws_alb_target_group
#     - aws_alb_target_group_attachment
#     - aws_autoscaling_attachment
#     - aws_autoscaling_group
#     - aws_autoscaling_traffic_source_attachment
#     - aws_db_instance
#     - aws_db_proxy
#     - aws_default_security_group
#     - aws_ecs_service
#     - aws_elb
#     - aws_instance
#     - aws_launch_configuration
#     - aws_launch_template
#     - aws_lb
#     - aws_lb_listener
#     - aws_lb_listener_rule
#     - aws_lb_target_group
#     - aws_lb_target_group_attachment
#     - aws_network_interface
#     - aws_network_interface_attachment
#     - aws_network_interface_sg_attachment
#     - aws_rds_cluster
#     - aws_security_group
#     - aws_spot_instance_request
#     - aws_vpc
#     - aws_vpc_endpoint
#     - aws_vpc_endpoint_security_group_association
#     - data.aws_security_group
package lib.network

import data.lib.declared
import data.lib.interfaces
import data.lib.members
import data.lib.plan
import data.lib.scope
import data.lib.tiers as named
import rego.v1

tiers := named.all

# ------------------------------------------------------------------------------------------------ groups

# The security groups that the plan shows: {address, stack, kind: managed|default|data, record, exact, loose, names}. `exact`
# names mean this group alone; `loose` ones (without instance keys) mean any of its siblings too.
groups := array.concat(
	array.concat(
		[group_of(record, "managed", set()) | some record in plan.of_type.aws_security_group],
		[group_of(record, "default", default_names(record)) | some record in plan.of_type.aws_default_security_group],
	),
	[group_of(record, "data", set()) | some record in plan.data_of_type("aws_security_group")],
)

group_of(record, kind, more) := {
	"address": record.address,
	"stack": record.stack,
	"kind": kind,
	"record": record,
	"exact": exact,
	"loose": references - exact,
	"names": (exact | references),
} if {
	exact := plan.exact_names(record) | more
	references := plan.reference_names(record)
}

# aws_vpc.main.default_security_group_id means the default group of that VPC.
default_names(record) := {concat("", [vpc, ".default_security_group_id"]) | some vpc in vpcs} | {id |
	some vpc in vpcs
	some id in default_ids(vpc)
} if {
	vpcs := plan.links(record, ["vpc_id"])
}

# The ids of the default groups of the VPCs that a name means. Several VPCs share the name without an instance key: to look
# through all of them is left to such names, because it takes the square of their number.
default_ids(name) := {default_id[name]} | {pair[1] |
	shared_vpc_names[name]
	some pair in other_default_ids
	pair[0] == name
}

default_id := plan.one_of_each(default_pairs)

other_default_ids := [pair | some pair in default_pairs; default_id[pair[0]] != pair[1]]

shared_vpc_names := {pair[0] | some pair in other_default_ids}

default_pairs := [[name, id] |
	some vpc in plan.of_type.aws_vpc
	id := object.get(vpc.values, "default_security_group_id", null)
	is_string(id)
	some name in plan.names(vpc)
]

# Names of data sources whose group is not known yet: it may be any group.
unread := {name |
	some group in groups
	group.kind == "data"
	plan.state(group.record, ["id"]).is != "known"
	some name in group.names
}

unsure(name) if startswith(name, "?")

unsure(name) if unread[name]

# The way ended at a resource that is no group, in an attribute that is not followed: it may give any.
unsure(name) if {
	plan.nodes[name]
	not group_names[name]
	not counted_out(name)
	not endswith(name, ".default_security_group_id")
}

# A group of which there is no instance.
counted_out(name) if {
	configured := plan.configuration[name]
	group_types[configured.type]
	object.get(configured, "mode", "managed") == "managed"
}

group_types := {"aws_default_security_group", "aws_security_group"}

group_names := {name | some group in groups; some name in group.names}

# The address of the one group that a name means. A name of several groups has none.
address_of := {name: address | some [name, address] in exact_pairs} if {
	count(exact_pairs) == count({name | some [name, _] in exact_pairs})
} else := object.remove(one, {name | some [name, address] in exact_pairs; one[name] != address}) if {
	one := plan.one_of_each(exact_pairs)
}

exact_pairs := [[name, group.address] | some group in groups; some name in group.exact]

# The groups of a link, each by one name whichever the link uses.
meant(link) := {object.get(address_of, name, name) | some name in link}

# ------------------------------------------------------------------------------------------------ who serves

load_balancer_types := {"aws_alb", "aws_elb", "aws_lb"}

load_balancers := array.concat(plan.of_type.aws_lb, plan.of_type.aws_alb)

target_groups := array.concat(plan.of_type.aws_lb_target_group, plan.of_type.aws_alb_target_group)

listeners := array.concat(plan.of_type.aws_lb_listener, plan.of_type.aws_alb_listener)

listener_rules := array.concat(plan.of_type.aws_lb_listener_rule, plan.of_type.aws_alb_listener_rule)

# Tiers whose members may be load balancers with listeners, and the addresses of such load balancers.
balancer_tiers := {claim.tier | some claim in members.claims; listening_types[claim.record.type]} if {
	declared.some_tier
} else := {named.load_balancers}

listening_types := {"aws_alb", "aws_lb"}

balancer_addresses := {record.address | some record in load_balancers}

application_load_balancers := [record |
	some record in load_balancers
	application(plan.state(record, ["load_balancer_type"]))
]

application(state) if state.is != "known"

application(state) if state.value == "application"

databases := array.concat(plan.of_type.aws_db_instance, plan.of_type.aws_rds_cluster)

# Names of scaling groups to which a separate resource attaches a target group.
attached_group_names := {name |
	some record in scaling_attachments
	some name in plan.links(record, ["autoscaling_group_name"])
}

scaling_attachments := array.concat(plan.of_type.aws_autoscaling_attachment, plan.of_type.aws_autoscaling_traffic_source_attachment)

# Autoscaling groups that serve a target group.
serving_groups := [record | some record in plan.of_type.aws_autoscaling_group; serves(record)]

serves(record) if count(plan.links(record, ["target_group_arns"])) > 0

serves(record) if count(object.get(record.values, "traffic_source", [])) > 0

serves(record) if plan.meets(attached_group_names, plan.names(record))

# Where a scaling group names what it launches from: its launch template or configuration, a mixed policy's, and each override's.
# A block that a dynamic block hides stands for all that it may name.
template_paths(record) := hidden_templates(record) | {path |
	some path in named_templates(record)
	not beneath_any(path, hidden_templates(record))
}

named_templates(record) := {
	["launch_template", 0, "id"],
	["launch_template", 0, "name"],
	["launch_configuration"],
	array.concat(mixed, ["launch_template_specification", 0, "launch_template_id"]),
	array.concat(mixed, ["launch_template_specification", 0, "launch_template_name"]),
} | {path |
	some i, _ in object.get(record.values, array.concat(mixed, ["override"]), [])
	some member in ["launch_template_id", "launch_template_name"]
	path := array.concat(mixed, ["override", i, "launch_template_specification", 0, member])
}

hidden_templates(record) := {path |
	some path in [["launch_template"], ["mixed_instances_policy"], ["mixed_instances_policy", 0, "launch_template"], array.concat(mixed, ["override"])]
	plan.hidden_block(record, path)
}

beneath_any(path, blocks) if {
	some block in blocks
	array.slice(path, 0, count(block)) == block
}

mixed := ["mixed_instances_policy", 0, "launch_template", 0]

template_names(record) := {name | some path in template_paths(record); some name in plan.links(record, path)}

serving_template_names := {name | some record in serving_groups; some name in template_names(record)} | {name |
	some record in serving_instances
	from_template(record)
	some name in instance_template_names(record)
}

# An instance that names no groups itself has those of the launch template that it starts from.
from_template(record) if {
	count(object.get(record.values, "launch_template", [])) > 0
	names_no_groups(record)
}

names_no_groups(record) if {
	attributes := interfaces.groups(record.type)
	every attribute in attributes { plan.state(record, [attribute]).is == "unset" }
}

instance_template_names(record) := {name |
	some member in ["id", "name"]
	some name in plan.links(record, ["launch_template", 0, member])
}

templates := array.concat(plan.of_type.aws_launch_template, plan.of_type.aws_launch_configuration)

serving_templates := [record | some record in templates; plan.meets(serving_template_names, plan.names(record))]

# Instances and interfaces that a target group is given one by one.
target_names := {name |
	some record in target_attachments
	some name in plan.links(record, ["target_id"])
}

target_attachments := array.concat(plan.of_type.aws_lb_target_group_attachment, plan.of_type.aws_alb_target_group_attachment)

instances := array.concat(plan.of_type.aws_instance, plan.of_type.aws_spot_instance_request)

serving_instances := [record | some record in instances; plan.meets(target_names, member_names(record))]

# An instance or an interface may be meant by its address or its first interface as well.
member_names(record) := plan.names(record) | {value |
	some attribute in ["private_ip", "primary_network_interface_id"]
	value := object.get(record.values, attribute, null)
	is_string(value)
	value != ""
}

serving_interface_names := {name | some record in serving_instances; some name in interface_names(record)} | ({name |
	some record in serving_templates
	some i, _ in object.get(record.values, "network_interfaces", [])
	some name in plan.links(record, ["network_interfaces", i, "network_interface_id"])
} | {name |
	some record in plan.of_type.aws_network_interface_attachment
	plan.meets(plan.links(record, ["instance_id"]), serving_instance_names)
	some name in plan.links(record, ["network_interface_id"])
})

# The interfaces that an instance is given in place of groups.
interface_names(record) := {name |
	some block in ["network_interface", "primary_network_interface"]
	some i, _ in object.get(record.values, block, [])
	some name in plan.links(record, [block, i, "network_interface_id"])
}

serving_instance_names := {name | some record in serving_instances; some name in member_names(record)}

serving_interfaces := [record | some record in plan.of_type.aws_network_interface; serves_as_interface(record)]

serves_as_interface(record) if plan.meets(serving_interface_names | target_names, member_names(record))

# The interface itself says which instance it is for.
serves_as_interface(record) if {
	some i, _ in object.get(record.values, "attachment", [])
	plan.meets(plan.links(record, ["attachment", i, "instance"]), serving_instance_names)
}

# Containers with interfaces of their own.
serving_services := [record |
	some record in plan.of_type.aws_ecs_service
	count(object.get(record.values, "load_balancer", [])) > 0
	count(object.get(record.values, "network_configuration", [])) > 0
]

# ------------------------------------------------------------------------------------------------ attachments

# Who holds which groups: {tier, address, stack, path, link: names, certain, state: known|unset|unknown|none}. What is `none` has no
# groups and needs none.
attachments := declared_attachments if {
	declared.some_tier
} else := structural_attachments

declared_attachments := array.concat(
	array.concat(
		[held(claim.tier, claim.record) | some claim in members.claims; claim.sure],
		[attachment(late.tier, late.record, [["security_group_id"]]) | some late in members.late],
	),
	[{
		"tier": named_group.tier,
		"address": named_group.group.address,
		"stack": named_group.group.stack,
		"path": "",
		"link": named_group.group.exact,
		"certain": true,
		"state": "known",
	} |
		some named_group in members.named_groups
	],
)

# What a member of a declared tier holds. A network or gateway load balancer without groups lets everything through. An instance that
# has its groups from interfaces or a template of this plan holds none itself.
held(tier, record) := object.union(found, {"state": "none"}) if {
	load_balancer_types[record.type]
	found := attachment(tier, record, group_paths(record))
	found.state == "unset"
	plan.state(record, ["load_balancer_type"]).is == "known"
	plan.state(record, ["load_balancer_type"]).value in {"network", "gateway"}
} else := object.union(attachment(tier, record, group_paths(record)), {"link": set(), "state": "none"}) if {
	launched[record.type]
	all_shown(groups_from(record))
} else := with_source(tier, record) if {
	launched[record.type]
} else := attachment(tier, record, group_paths(record))

launched := {"aws_instance", "aws_spot_instance_request"}

structural_attachments := array.concat(
	array.concat(
		[attachment(named.load_balancers, record, group_paths(record)) | some record in application_load_balancers],
		[attachment(named.app, record, group_paths(record)) | some record in serving_templates],
	),
	array.concat(
		array.concat(
			array.concat(instance_attachments, [attachment(named.app, record, group_paths(record)) | some record in array.concat(serving_interfaces, serving_services)]),
			database_attachments,
		),
		array.concat(
			[attachment(named.endpoints, record, group_paths(record)) | some record in plan.of_type.aws_vpc_endpoint; interface_endpoint(record); scope.stacks[record.stack]],
			array.concat(late_attachments, lost_attachments),
		),
	),
)

# Whichever tiers are declared.
database_attachments := [attachment(named.databases, record, group_paths(record)) |
	some record in array.concat(databases, plan.of_type.aws_db_proxy)
]

# Something serves, or is given a group, and the plan does not tell what: {?reason} stands for its groups.
lost_attachments := [{
	"tier": named.app,
	"address": record.address,
	"stack": record.stack,
	"path": path_text(path),
	"link": reasons,
	"certain": false,
	"state": "unknown",
} |
	some [record, path] in pointers
	reasons := {name | some name in plan.links(record, path); startswith(name, "?")}
	count(reasons) > 0
]

# The attributes that tell which resource serves.
pointers := array.concat(
	array.concat(
		[[record, ["target_id"]] | some record in target_attachments],
		[[record, ["autoscaling_group_name"]] | some record in scaling_attachments],
	),
	array.concat(
		[[record, path] | some record in serving_groups; some path in template_paths(record)],
		[[record, ["network_interface_id"]] | some record in plan.of_type.aws_network_interface_sg_attachment],
	),
)

# An instance that has its groups from interfaces or a template of this plan holds none itself.
instance_attachments := [found |
	some record in serving_instances
	source := groups_from(record)
	not all_shown(source)
	found := with_source(named.app, record)
]

with_source(tier, record) := object.union(own, {"link": (own.link | source), "state": state_with(own, source)}) if {
	source := groups_from(record)
	own := attachment(tier, record, group_paths(record))
}

groups_from(record) := names if {
	names_no_groups(record)
	names := interface_names(record)
	count(names) > 0
} else := instance_template_names(record) if {
	from_template(record)
} else := set()

all_shown(source) if {
	count(source) > 0
	every name in source { shown_sources[name] }
}

shown_sources := {name |
	some record in array.concat(plan.of_type.aws_network_interface, plan.of_type.aws_launch_template)
	some name in plan.names(record)
}

state_with(own, source) := own.state if {
	source == set()
} else := "unknown"

interface_endpoint(record) if count(plan.links(record, ["security_group_ids"])) > 0

# A group that is put on a running interface afterwards.
late_attachments := array.concat(
	[attachment(named.app, record, [["security_group_id"]]) |
		some record in plan.of_type.aws_network_interface_sg_attachment
		plan.meets(plan.links(record, ["network_interface_id"]), serving_member_names)
	],
	[attachment(named.endpoints, record, [["security_group_id"]]) |
		some record in plan.of_type.aws_vpc_endpoint_security_group_association
		scope.stacks[record.stack]
	],
)

serving_member_names := serving_instance_names | {name | some record in serving_interfaces; some name in plan.names(record)}

# Where groups may be named; the first is the one to blame. AWS refuses groups beside network interfaces.
group_paths(record) := array.concat(
	array.concat(
		[[block] | some block, _ in blocks; plan.hidden_block(record, [block])],
		[[block, i, attribute] | some block, attribute in blocks; some i, _ in object.get(record.values, block, [])],
	),
	[[attribute] | some attribute in interfaces.groups(record.type)],
) if {
	blocks := interfaces.blocks(record.type)
}

attachment(tier, record, paths) := {
	"tier": tier,
	"address": record.address,
	"stack": record.stack,
	"path": path_text(paths[0]),
	"link": link,
	"certain": certain(record, paths),
	"state": attachment_state(record, paths, link),
} if {
	link := {name | some path in paths; some name in plan.links(record, path)}
}

# False when it may have only some of the groups that its link names.
certain(record, paths) := false if {
	some path in paths
	plan.chosen(record, path)
} else := true

attachment_state(record, paths, link) := "unknown" if {
	some name in link
	unsure(name)
} else := "unknown" if {
	not certain(record, paths)
} else := "known" if {
	count(link) > 0
} else := "unknown" if {
	some path in paths
	plan.state(record, path).is == "unknown"
} else := "unset"

# network_interfaces.0.security_groups
path_text(path) := concat(".", [text | some part in path; text := part_text(part)])

part_text(part) := part if {
	is_string(part)
} else := format_int(part, 10)

# Everything that holds security groups, in a tier or not: {address, stack, type, path, link, certain}. `unseen` is true where
# the plan does not tell what it is: an interface that the plan does not show, or a type that no rule reads.
holders := array.concat(array.concat(own_holders, late_holders), unread_holders)

# Groups that are put on an interface afterwards.
late_holders := [{
	"address": record.address,
	"stack": record.stack,
	"type": record.type,
	"path": "security_group_id",
	"link": plan.links(record, ["security_group_id"]),
	"certain": shown,
	"unseen": unseen,
} |
	some record in plan.of_type.aws_network_interface_sg_attachment
	shown := shown_interface(record)
	unseen := {false: true, true: false}[shown]
]

shown_interface(record) if {
	names := plan.links(record, ["network_interface_id"])
	count(names) > 0
	every name in names { interface_owner_names[name] }
} else := false

interface_owner_names := {name |
	some record in array.concat(instances, plan.of_type.aws_network_interface)
	some name in member_names(record)
}

unread_holders := [{
	"address": use.address,
	"stack": use.stack,
	"type": use.type,
	"path": use.path,
	"link": use.link,
	"certain": false,
	"unseen": true,
} |
	some use in plan.group_uses
]

own_holders := [{
	"address": record.address,
	"stack": record.stack,
	"type": type,
	"path": path_text(paths[0]),
	"link": link,
	"certain": certain(record, paths),
	"unseen": false,
} |
	some type, _ in interfaces.of_type
	some record in plan.of_type[type]
	paths := group_paths(record)
	link := {name | some path in paths; some name in plan.links(record, path)}
	count(link) > 0
]

# ------------------------------------------------------------------------------------------------ tiers

# The names of the groups of each tier, as the attachments give them.
attached_names := names_held(true)

# Those of which it is not known whether they are attached.
perhaps_attached_names := names_held(false)

names_held(certain) := {tier: names |
	some tier in tiers
	names := {name |
		some holding in attachments
		holding.tier == tier
		holding.certain == certain
		some name in holding.link
		not startswith(name, "?")
	}
}

# Addresses of the groups of databases that the plan shows, whichever tiers are declared.
database_groups := {group.address | some group in groups; plan.meets(group.names, names)} if {
	names := {name |
		some found in database_attachments
		found.certain
		some name in found.link
		not startswith(name, "?")
	}
}

# Addresses of the groups in each tier that the plan shows.
tier_groups := {tier: addresses |
	some tier in tiers
	addresses := {group.address | some group in groups; plan.meets(group.names, attached_names[tier])}
}

inside := {tier: names |
	some tier in tiers
	names := {name | some group in groups; tier_groups[tier][group.address]; some name in group.loose}
}

outside := {tier: names |
	some tier in tiers
	names := {name | some group in groups; not tier_groups[tier][group.address]; some name in group.loose}
}

# Names that surely mean a group of the tier.
sure := {tier: names |
	some tier in tiers
	exact := {name | some group in groups; tier_groups[tier][group.address]; some name in group.exact}
	names := (exact | attached_names[tier]) | (inside[tier] - outside[tier])
}

# Names that mean some group of the tier and some group that is not in it.
mixed_names := {tier: names | some tier in tiers; names := inside[tier] & outside[tier]}

# Every name of the groups that may be in the tier.
perhaps_tier_names := {tier: names |
	some tier in tiers
	names := perhaps_attached_names[tier] | {name |
		count(perhaps_attached_names[tier]) > 0
		some group in groups
		plan.meets(group.names, perhaps_attached_names[tier])
		some name in group.names
	}
}

# Is what a link means in the tier: "yes" (all of it), "no" (none of it), or "maybe".
membership(link, tier) := "yes" if {
	count(link) > 0
	count(link - sure[tier]) == 0
} else := "maybe" if {
	some name in link
	touches(name, tier)
} else := "no"

touches(name, tier) if sure[tier][name]

touches(name, tier) if mixed_names[tier][name]

touches(name, tier) if perhaps_tier_names[tier][name]

touches(name, tier) if {
	unsure(name)
	held_tiers[tier]
}

# A tier that nothing holds has no groups that an unknown name could mean.
held_tiers := {holding.tier | some holding in attachments}

# Names of the groups whose rules the plan shows. A group attached by another name has rules that nobody sees here.
shown_names := {name | some group in groups; group.kind != "data"; some name in group.names}

# ------------------------------------------------------------------------------------------------ subnets of databases

# Whether an RDS database or cluster names no subnet group of its own, and so takes the default subnets of AWS.
takes_default_subnets(record) if plan.state(record, ["db_subnet_group_name"]).is == "unset"

takes_default_subnets(record) if names_default_subnets(record)

names_default_subnets(record) if {
	state := plan.state(record, ["db_subnet_group_name"])
	state.is == "known"
	default_name(state.value)
}

default_name(name) if name == "default"

default_name(name) if {
	is_string(name)
	startswith(name, "default-vpc-")
}
