package rules.network.declared_flows_open_test

import data.lib.build_test as build
import data.rules.network.declared_flows_open as rule
import rego.v1

addresses(findings) := {finding.address | some finding in findings}

test_allow_when_every_flow_is_open if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(build.system)
	rule.checked == {"aws_lb.alb", "aws_launch_template.lt", "aws_db_instance.db"} with input as build.plan(build.system)
}

test_deny_when_the_load_balancer_admits_nobody if {
	addresses(rule.deny) == {"aws_security_group.alb"} with input as build.plan(build.without(build.system, {"aws_vpc_security_group_ingress_rule.alb"}))
	addresses(rule.undecided) == set() with input as build.plan(build.without(build.system, {"aws_vpc_security_group_ingress_rule.alb"}))
}

test_a_finding_names_the_flow if {
	founds := {found.found | some found in rule.deny} with input as build.plan(build.without(build.system, {"aws_vpc_security_group_egress_rule.alb"}))
	founds == {"no rule allows it (alb to app on tcp 8000)"}
}

test_deny_when_the_load_balancer_may_not_leave if {
	addresses(rule.deny) == {"aws_security_group.alb"} with input as build.plan(build.without(build.system, {"aws_vpc_security_group_egress_rule.alb"}))
	addresses(rule.undecided) == set() with input as build.plan(build.without(build.system, {"aws_vpc_security_group_egress_rule.alb"}))
}

test_deny_when_the_application_admits_nobody if {
	addresses(rule.deny) == {"aws_security_group.app"} with input as build.plan(build.without(build.system, {"aws_vpc_security_group_ingress_rule.app"}))
	addresses(rule.undecided) == set() with input as build.plan(build.without(build.system, {"aws_vpc_security_group_ingress_rule.app"}))
}

test_deny_when_the_application_may_not_leave if {
	addresses(rule.deny) == {"aws_security_group.app"} with input as build.plan(build.without(build.system, {"aws_vpc_security_group_egress_rule.app"}))
	addresses(rule.undecided) == set() with input as build.plan(build.without(build.system, {"aws_vpc_security_group_egress_rule.app"}))
}

test_deny_when_the_database_admits_nobody if {
	addresses(rule.deny) == {"aws_security_group.db"} with input as build.plan(build.without(build.system, {"aws_vpc_security_group_ingress_rule.db"}))
	addresses(rule.undecided) == set() with input as build.plan(build.without(build.system, {"aws_vpc_security_group_ingress_rule.db"}))
}

test_deny_when_no_listener_stands_on_the_declared_port if {
	addresses(rule.deny) == {"aws_lb.alb"} with input as build.plan(build.without(build.system, {"aws_lb_listener.http"}))
	addresses(rule.undecided) == set() with input as build.plan(build.without(build.system, {"aws_lb_listener.http"}))
}

test_deny_when_the_listener_stands_on_another_port if {
	addresses(rule.deny) == {"aws_lb.alb"} with input as build.plan(build.with_values(build.system, "aws_lb_listener.http", {"port": 8080}))
	addresses(rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_lb_listener.http", {"port": 8080}))
}

test_deny_when_the_target_group_sends_to_another_port if {
	addresses(rule.deny) == {"aws_lb_target_group.tg"} with input as build.plan(build.with_values(build.system, "aws_lb_target_group.tg", {"port": 8080}))
	addresses(rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_lb_target_group.tg", {"port": 8080}))
}

test_deny_when_the_health_check_uses_another_port if {
	addresses(rule.deny) == {"aws_lb_target_group.tg"} with input as build.plan(build.with_values(build.system, "aws_lb_target_group.tg", {"health_check": [{"port": "9000"}]}))
	addresses(rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_lb_target_group.tg", {"health_check": [{"port": "9000"}]}))
}

test_allow_when_the_health_check_follows_the_traffic if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_lb_target_group.tg", {"health_check": [{"port": "traffic-port"}]}))
}

test_allow_when_the_health_check_names_the_declared_port if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_lb_target_group.tg", {"health_check": [{"port": "8000"}]}))
}

test_deny_when_the_database_listens_on_another_port if {
	addresses(rule.deny) == {"aws_db_instance.db"} with input as build.plan(build.with_values(build.system, "aws_db_instance.db", {"port": 3306}))
	addresses(rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_db_instance.db", {"port": 3306}))
}

test_deny_when_there_is_no_database if {
	addresses(rule.deny) == {"aws_security_group.app", "aws_launch_template.lt"} with input as build.plan(build.without(build.system, {"aws_db_instance.db"}))
	addresses(rule.undecided) == set() with input as build.plan(build.without(build.system, {"aws_db_instance.db"}))
}

test_deny_when_part_of_the_internet_is_let_in if {
	addresses(rule.deny) == {"aws_security_group.alb"} with input as build.plan(build.with_values(build.system, "aws_vpc_security_group_ingress_rule.alb", {"cidr_ipv4": "10.0.0.0/8"}))
}

leaving(values) := build.plan(array.concat(build.system, [build.resource("aws_vpc_security_group_egress_rule", "out", object.union({"ip_protocol": "tcp", "from_port": 443, "to_port": 443}, values), {"security_group_id": "aws_security_group.app"})]))

with_a_way_out := array.concat(data.settings.flows, [{"from": "app", "to": "internet", "protocol": "tcp", "port": 443}])

test_allow_when_the_application_may_reach_the_internet if {
	every values in [{"cidr_ipv4": "0.0.0.0/0"}, {"cidr_ipv6": "::/0"}, {"cidr_ipv4": "0.0.0.0/0", "ip_protocol": "-1", "from_port": null, "to_port": null}] {
		addresses(rule.deny | rule.undecided) == set() with input as leaving(values) with data.settings.flows as with_a_way_out
	}
}

test_deny_when_the_application_may_not_reach_the_internet if {
	every values in [{"cidr_ipv4": "10.0.0.0/8"}, {"cidr_ipv4": "0.0.0.0/0", "from_port": 80, "to_port": 80}] {
		addresses(rule.deny) == {"aws_security_group.app"} with input as leaving(values) with data.settings.flows as with_a_way_out
	}
	addresses(rule.undecided) == {"aws_security_group.app"} with input as leaving({"prefix_list_id": "pl-1"}) with data.settings.flows as with_a_way_out
}

test_undecided_when_the_target_groups_port_is_not_known if {
	addresses(rule.undecided) == {"aws_lb_target_group.tg"} with input as build.plan(array.concat(build.without(build.system, {"aws_lb_target_group.tg"}), [build.resource("aws_lb_target_group", "tg", {"name": "productos-api-tg"}, {"port": "var.port"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.without(build.system, {"aws_lb_target_group.tg"}), [build.resource("aws_lb_target_group", "tg", {"name": "productos-api-tg"}, {"port": "var.port"})]))
}

test_undecided_when_the_listeners_port_is_not_known if {
	addresses(rule.undecided) == {"aws_lb.alb"} with input as build.plan(array.concat(build.without(build.system, {"aws_lb_listener.http"}), [build.resource("aws_lb_listener", "http", {"default_action": [{"type": "forward"}]}, {"port": "var.port", "default_action/0/target_group_arn": "aws_lb_target_group.tg"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.without(build.system, {"aws_lb_listener.http"}), [build.resource("aws_lb_listener", "http", {"default_action": [{"type": "forward"}]}, {"port": "var.port", "default_action/0/target_group_arn": "aws_lb_target_group.tg"})]))
}

test_undecided_when_the_port_of_an_opening_is_not_known if {
	addresses(rule.undecided) == {"aws_security_group.app"} with input as build.plan(array.concat(build.without(build.system, {"aws_vpc_security_group_ingress_rule.app"}), [build.resource("aws_vpc_security_group_ingress_rule", "app", {"ip_protocol": "tcp"}, {"security_group_id": "aws_security_group.app", "referenced_security_group_id": "aws_security_group.alb", "from_port": "var.port", "to_port": "var.port"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.without(build.system, {"aws_vpc_security_group_ingress_rule.app"}), [build.resource("aws_vpc_security_group_ingress_rule", "app", {"ip_protocol": "tcp"}, {"security_group_id": "aws_security_group.app", "referenced_security_group_id": "aws_security_group.alb", "from_port": "var.port", "to_port": "var.port"})]))
}

test_undecided_when_the_protocol_of_an_opening_is_not_known if {
	addresses(rule.undecided) == {"aws_security_group.app"} with input as build.plan(array.concat(build.without(build.system, {"aws_vpc_security_group_ingress_rule.app"}), [build.resource("aws_vpc_security_group_ingress_rule", "app", {"from_port": 8000, "to_port": 8000}, {"security_group_id": "aws_security_group.app", "referenced_security_group_id": "aws_security_group.alb", "ip_protocol": "var.protocol"})]))
	addresses(rule.deny) == set() with input as build.plan(array.concat(build.without(build.system, {"aws_vpc_security_group_ingress_rule.app"}), [build.resource("aws_vpc_security_group_ingress_rule", "app", {"from_port": 8000, "to_port": 8000}, {"security_group_id": "aws_security_group.app", "referenced_security_group_id": "aws_security_group.alb", "ip_protocol": "var.protocol"})]))
}

test_not_applicable_to_another_system if {
	other := build.plan(build.without(
		build.with_values(
			build.with_values(
				build.with_values(
					build.with_values(
						build.with_values(
							build.with_values(
								build.with_values(
									build.with_values(
										build.with_values(
											build.system,
											"aws_vpc.main", {"tags": {"Name": "other"}},
										),
										"aws_security_group.alb", {"name": "a"},
									),
									"aws_security_group.app", {"name": "b"},
								),
								"aws_security_group.db", {"name": "c"},
							),
							"aws_lb.alb", {"name": "d"},
						),
						"aws_lb_target_group.tg", {"name": "e"},
					),
					"aws_launch_template.lt", {"name": "f"},
				),
				"aws_autoscaling_group.asg", {"name": "g"},
			),
			"aws_db_instance.db", {"identifier": "h"},
		),
		{"aws_lb_listener.http"},
	))
	rule.checked == set() with input as other
	rule.deny == set() with input as other
}

test_allow_when_the_internet_is_let_in_by_halves if {
	halves := array.concat(
		build.with_values(build.system, "aws_vpc_security_group_ingress_rule.alb", {"cidr_ipv4": "0.0.0.0/1"}),
		[build.ingress_cidr("rest", "aws_security_group.alb", 80, "128.0.0.0/1")],
	)
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(halves)
}

test_undecided_when_the_peer_is_a_prefix_list if {
	listed := array.concat(
		build.without(build.system, {"aws_vpc_security_group_ingress_rule.alb"}),
		[build.resource("aws_vpc_security_group_ingress_rule", "alb", {"ip_protocol": "tcp", "from_port": 80, "to_port": 80, "prefix_list_id": "pl-1"}, {"security_group_id": "aws_security_group.alb"})],
	)
	addresses(rule.undecided) == {"aws_security_group.alb"} with input as build.plan(listed)
	addresses(rule.deny) == set() with input as build.plan(listed)
}

test_undecided_when_the_groups_of_a_member_are_not_known if {
	hidden := array.concat(
		build.without(build.system, {"aws_db_instance.db"}),
		[build.resource("aws_db_instance", "db", {"port": 5432}, {"vpc_security_group_ids": "local.groups"})],
	)
	addresses(rule.undecided) == {"aws_db_instance.db", "aws_security_group.app"} with input as build.plan(hidden)
}

test_not_applicable_when_a_flow_is_not_declared if {
	document := build.plan(build.without(build.system, {"aws_vpc_security_group_egress_rule.app"}))
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.flows as []
	rule.deny == set() with input as document with data.settings.flows as []
	rule.undecided == set() with input as document with data.settings.flows as []
}
