package rules.network.internet_ports_declared_test

import data.lib.build_test as build
import data.rules.network.internet_ports_declared as rule
import rego.v1

addresses(findings) := {finding.address | some finding in findings}

test_allow_when_only_tiers_are_open if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(build.system)
}

test_allow_when_a_group_outside_tiers_admits_a_declared_port if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.group("other"), build.ingress_cidr("other", "aws_security_group.other", 80, "0.0.0.0/0")]))
	rule.checked == {"aws_vpc_security_group_ingress_rule.other"} with input as build.plan(array.concat(build.system, [build.group("other"), build.ingress_cidr("other", "aws_security_group.other", 80, "0.0.0.0/0")]))
}

test_deny_when_a_group_that_nothing_holds_admits_ssh if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.other"} with input as build.plan(array.concat(build.system, [build.group("other"), build.ingress_cidr("other", "aws_security_group.other", 22, "0.0.0.0/0")]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.group("other"), build.ingress_cidr("other", "aws_security_group.other", 22, "0.0.0.0/0")]))
}

test_deny_when_ipv6_is_let_in if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.other"} with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv6": "0::/0"}, {"security_group_id": "aws_security_group.other"})]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv6": "0::/0"}, {"security_group_id": "aws_security_group.other"})]))
}

test_deny_when_half_the_internet_is_let_in if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.other"} with input as build.plan(array.concat(build.system, [build.group("other"), build.ingress_cidr("other", "aws_security_group.other", 22, "128.0.0.0/1")]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.group("other"), build.ingress_cidr("other", "aws_security_group.other", 22, "128.0.0.0/1")]))
}

test_deny_when_a_group_named_by_its_id_is_opened if {
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.other"} with input as build.plan(array.concat(build.system, [build.ingress_cidr("other", "local.nothing", 22, "0.0.0.0/0")]))
	addresses(rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.ingress_cidr("other", "local.nothing", 22, "0.0.0.0/0")]))
}

test_allow_when_private_networks_and_single_owners_are_let_in if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.group("other"), build.ingress_cidr("a", "aws_security_group.other", 22, "10.0.0.0/8"), build.ingress_cidr("b", "aws_security_group.other", 22, "203.0.113.7/32")]))
}

test_allow_when_ping_is_let_in if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "icmp", "from_port": -1, "to_port": -1, "cidr_ipv4": "0.0.0.0/0"}, {"security_group_id": "aws_security_group.other"})]))
}

test_undecided_when_the_range_is_not_known if {
	addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.other"} with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22}, {"security_group_id": "aws_security_group.other", "cidr_ipv4": "local.range"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22}, {"security_group_id": "aws_security_group.other", "cidr_ipv4": "local.range"})]))
}

test_undecided_when_the_peer_is_a_prefix_list if {
	addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.other"} with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "prefix_list_id": "pl-1"}, {"security_group_id": "aws_security_group.other"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "prefix_list_id": "pl-1"}, {"security_group_id": "aws_security_group.other"})]))
}

test_undecided_when_the_range_cannot_be_read if {
	addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.other"} with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv6": "::ffff:0.0.0.0/96"}, {"security_group_id": "aws_security_group.other"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.system, [build.group("other"), build.resource("aws_vpc_security_group_ingress_rule", "other", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv6": "::ffff:0.0.0.0/96"}, {"security_group_id": "aws_security_group.other"})]))
}

# Something that holds the group "other", which admits everybody on the declared port of the load balancer.
holding(holders) := build.plan(array.concat(build.system, array.concat([build.group("other"), build.ingress_cidr("other", "aws_security_group.other", 80, "0.0.0.0/0")], holders)))

test_deny_when_a_declared_port_is_open_on_something_else if {
	every one in [
		build.resource("aws_instance", "bastion", {}, {"vpc_security_group_ids": "aws_security_group.other"}),
		build.resource("aws_network_interface", "i", {}, {"security_groups": "aws_security_group.other"}),
		build.resource("aws_launch_template", "workers", {}, {"vpc_security_group_ids": "aws_security_group.other"}),
		build.resource("aws_ecs_service", "s", {"network_configuration": [{}]}, {"network_configuration/0/security_groups": "aws_security_group.other"}),
	] {
		addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.other"} with input as outside([one])
		addresses(rule.undecided) == set() with input as outside([one])
	}
	{found.why | some found in rule.deny} == {"the flow from the Internet that is declared for this port leads to a tier, and something else holds this group"} with input as outside([build.resource("aws_instance", "bastion", {}, {"vpc_security_group_ids": "aws_security_group.other"})])
}

# Nothing of it is in the scope.
outside(holders) := build.plan(array.concat([build.resource("aws_security_group", "other", {"name": "web"}, {}), build.ingress_cidr("other", "aws_security_group.other", 80, "0.0.0.0/0")], holders))

test_allow_when_a_load_balancer_of_another_kind_holds_the_group if {
	addresses(rule.deny | rule.undecided) == set() with input as holding([build.resource("aws_lb", "nlb", {"load_balancer_type": "network"}, {"security_groups": "aws_security_group.other"})])
	addresses(rule.deny | rule.undecided) == set() with input as holding([build.resource("aws_elb", "old", {}, {"security_groups": "aws_security_group.other"})])
}

test_deny_when_the_flow_leads_to_another_tier_than_load_balancers if {
	flow := [{"from": "internet", "to": "app", "protocol": "tcp", "port": 80}]
	document := outside([build.resource("aws_elb", "old", {}, {"security_groups": "aws_security_group.other"})])
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.other"} with input as document with data.settings.flows as flow
}

test_allow_when_another_group_is_held if {
	addresses(rule.deny | rule.undecided) == set() with input as holding([build.group("bastion"), build.resource("aws_instance", "bastion", {}, {"vpc_security_group_ids": "aws_security_group.bastion"})])
}

test_undecided_when_something_may_hold_the_group if {
	chosen := build.resource("aws_instance", "bastion", {}, {"vpc_security_group_ids": "local.groups"})
	addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.other"} with input as outside([chosen])
	addresses(rule.deny) == set() with input as outside([chosen])
	either := build.with_unknown(build.resource("aws_instance", "bastion", {}, {}), {"vpc_security_group_ids": true}, {"vpc_security_group_ids": {"references": ["var.open", "aws_security_group.other.id", "aws_security_group.other", "aws_security_group.more.id", "aws_security_group.more"]}})
	addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.other"} with input as outside([build.group("more"), either])
}

# The instance holds one of two groups with one name.
test_undecided_when_one_of_several_groups_is_held if {
	several := build.plan([
		build.keyed("aws_security_group", "many", "[0]", {}, {}),
		build.keyed("aws_security_group", "many", "[1]", {}, {}),
		build.ingress_cidr("other", "aws_security_group.many[0]", 80, "0.0.0.0/0"),
		build.resource("aws_instance", "bastion", {}, {"vpc_security_group_ids": "aws_security_group.many"}),
	])
	addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.other"} with input as several
	addresses(rule.deny) == set() with input as several
}

# Outside of the scope no other rule says who may hold the group of the load balancer.
test_deny_when_something_holds_the_group_of_the_load_balancer if {
	balancer := build.resource("aws_lb", "lb", {"load_balancer_type": "application"}, {"security_groups": "aws_security_group.other"})
	bastion := build.resource("aws_instance", "bastion", {}, {"vpc_security_group_ids": "aws_security_group.other"})
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.other"} with input as outside([balancer, bastion]) with data.settings.scope.systems as ["productos-api"]
	addresses(rule.deny | rule.undecided) == set() with input as outside([balancer]) with data.settings.scope.systems as ["productos-api"]
}

entry(values, references) := build.resource("aws_ec2_managed_prefix_list_entry", "e", values, references)

test_undecided_when_the_internet_may_be_put_into_a_list_elsewhere if {
	every one in [
		entry({"prefix_list_id": "pl-1", "cidr": "0.0.0.0/0"}, {}),
		entry({"prefix_list_id": "pl-1", "cidr": "2600::/12"}, {}),
		entry({"prefix_list_id": "pl-1", "cidr": "everybody"}, {}),
		entry({"prefix_list_id": "pl-1"}, {"cidr": "var.range"}),
	] {
		addresses(rule.undecided) == {"aws_ec2_managed_prefix_list_entry.e"} with input as build.plan([one])
		addresses(rule.deny) == set() with input as build.plan([one])
	}
}

test_allow_when_a_private_network_is_put_into_a_list_elsewhere if {
	one := entry({"prefix_list_id": "pl-1", "cidr": "10.0.0.0/8"}, {})
	addresses(rule.deny | rule.undecided) == set() with input as build.plan([one])
	rule.checked == {"aws_ec2_managed_prefix_list_entry.e"} with input as build.plan([one])
}

test_not_applicable_when_a_flow_is_not_declared if {
	document := build.plan(array.concat(build.system, [
		build.group("other"),
		build.ingress_cidr("other", "aws_security_group.other", 22, "0.0.0.0/0"),
		build.resource("aws_vpc_security_group_ingress_rule", "late", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22}, {"security_group_id": "aws_security_group.other", "cidr_ipv4": "local.range"}),
		build.resource("aws_ec2_managed_prefix_list_entry", "wide", {"prefix_list_id": "pl-0123", "cidr": "0.0.0.0/0"}, {}),
	]))
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.flows as []
	rule.deny == set() with input as document with data.settings.flows as []
	rule.undecided == set() with input as document with data.settings.flows as []
}

attached(interface) := build.resource("aws_network_interface_sg_attachment", "late", {}, {"security_group_id": "aws_security_group.other", "network_interface_id": interface})

test_deny_when_the_group_is_put_on_an_interface_afterwards if {
	document := outside([build.resource("aws_instance", "bastion", {}, {}), attached("aws_instance.bastion")])
	addresses(rule.deny) == {"aws_vpc_security_group_ingress_rule.other"} with input as document
	addresses(rule.undecided) == set() with input as document
}

test_undecided_when_it_is_put_on_an_interface_that_the_plan_does_not_show if {
	late := build.resource("aws_network_interface_sg_attachment", "late", {"network_interface_id": "eni-1"}, {"security_group_id": "aws_security_group.other"})
	addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.other"} with input as outside([late])
	addresses(rule.deny) == set() with input as outside([late])
}

test_undecided_when_a_type_that_no_rule_reads_holds_the_group if {
	every one in [
		build.resource("aws_fsx_ontap_file_system", "m", {}, {"security_groups": "aws_security_group.other"}),
		build.resource("aws_emrserverless_application", "e", {"network_configuration": [{}]}, {"network_configuration/0/security_group_ids": "aws_security_group.other"}),
		build.resource("aws_fsx_windows_file_system", "m", {}, {"vpc_config.0.security_group_ids": "aws_security_group.other"}),
		build.resource("aws_fsx_windows_file_system", "m", {}, {"security_groups": "local.groups"}),
	] {
		addresses(rule.undecided) == {"aws_vpc_security_group_ingress_rule.other"} with input as outside([one])
		addresses(rule.deny) == set() with input as outside([one])
	}
}

test_allow_when_nothing_connects_to_what_holds_the_group if {
	every one in [
		build.resource("aws_lambda_function", "f", {"vpc_config": [{}]}, {"vpc_config/0/security_group_ids": "aws_security_group.other"}),
		build.resource("aws_eks_node_group", "n", {"remote_access": [{}]}, {"remote_access/0/source_security_group_ids": "aws_security_group.other"}),
		build.resource("aws_vpc_security_group_rules_exclusive", "r", {}, {"security_group_id": "aws_security_group.other"}),
		build.resource("aws_ssm_parameter", "p", {}, {"value": "aws_security_group.other"}),
	] {
		addresses(rule.deny | rule.undecided) == set() with input as outside([one])
	}
}

# With a count of 0 the configuration has the resource, and the plan does not.
test_allow_when_what_would_hold_the_group_is_not_there if {
	document := outside([build.resource("aws_mq_broker", "m", {}, {"security_groups": "aws_security_group.other"})])
	without := json.patch(document, [{"op": "remove", "path": sprintf("/resource_changes/%d", [count(document.resource_changes) - 1])}])
	addresses(rule.deny | rule.undecided) == set() with input as without
}
