package lib.undeclared_test

import data.gate
import data.lib.build_test as build
import data.lib.undeclared
import rego.v1

ssh := array.concat(build.system, [
	build.group("other"),
	build.ingress_cidr("other", "aws_security_group.other", 22, "0.0.0.0/0"),
	build.ingress_cidr("inside", "aws_security_group.other", 22, "10.0.0.0/8"),
	build.ingress_cidr("first", "aws_security_group.other", 443, "0.0.0.0/1"),
	build.ingress_cidr("second", "aws_security_group.other", 443, "128.0.0.0/1"),
	build.resource("aws_lambda_function", "f", {}, {}),
])

declaring(flows) := object.union(data.defaults, {"flows": flows})

the_flows := {
	{"from": "internet", "to": "alb", "protocol": "tcp", "port": 80},
	{"from": "alb", "to": "app", "protocol": "tcp", "port": 8000},
	{"from": "app", "to": "db", "protocol": "tcp", "port": 5432},
}

test_nothing_is_declared_yet if {
	report := gate.report with input as build.plan(ssh) with data.settings as data.defaults
	report.problems == {{
		"stack": "",
		"message": "nothing is declared yet: the settings name no network flow",
		"why": "Without declared flows, the gate cannot tell which rules that allow traffic are intended.",
		"fix": "Write the flows that are wanted into DIR/flows.json, and run `tollgate check --settings DIR plan.json`. These flows are open in what was judged:",
		"flows": the_flows,
	}}
	{[flow.from, flow.to, flow.state] | some flow in report.facts.flows} == {["internet", "alb", "open"], ["alb", "app", "open"], ["app", "db", "open"]}
	{rule.address | some rule in report.facts.open_to_internet} == {
		"aws_vpc_security_group_ingress_rule.alb",
		"aws_vpc_security_group_ingress_rule.other",
		"aws_vpc_security_group_ingress_rule.first",
		"aws_vpc_security_group_ingress_rule.second",
	}
	{entry.address | some entry in report.facts.unpriced} & {"aws_lambda_function.f"} == {entry.address | some entry in report.facts.unpriced; startswith(entry.address, "aws_lambda")}
	count(report.facts.undeclared) > 10
}

test_an_example_where_no_flow_is_found if {
	found := undeclared.problems with input as build.plan([build.group("other")]) with data.settings as data.defaults
	[problem] := [problem | some problem in found]
	problem.flows == {{"from": "internet", "to": "alb", "protocol": "tcp", "port": 443}}
	endswith(problem.fix, " For example:")
}

test_nothing_of_it_once_flows_are_declared if {
	report := gate.report with input as build.plan(ssh) with data.settings as declaring([flow | some flow in the_flows])
	report.problems == set()
	report.facts.open_to_internet == set()
	{finding.address | some finding in report.rules["network.internet_ports_declared"].deny} == {
		"aws_vpc_security_group_ingress_rule.other",
		"aws_vpc_security_group_ingress_rule.first",
		"aws_vpc_security_group_ingress_rule.second",
	}
	not report.facts.undeclared.flows
}

test_what_has_no_price_is_told_whatever_is_declared if {
	cluster := build.plan([build.resource("aws_emr_cluster", "k", {"name": "other"}, {})])
	settings := object.union(data.defaults, {"budgets": {"web_desired_usd": 1, "stack_desired_usd": 1, "stack_maximum_usd": 1}, "scope": {"systems": ["shop"]}})
	every declared in [data.defaults, settings] {
		report := gate.report with input as cluster with data.settings as declared
		{entry.address | some entry in report.facts.unpriced} == {"aws_emr_cluster.k"}
	}
}

test_flows_that_are_found_take_one_port_from_one_side if {
	found := undeclared.flows_to_begin_with with input as build.plan(array.concat(build.system, [
		build.ingress_cidr("private", "aws_security_group.app", 8001, "10.0.0.0/16"),
		build.resource("aws_vpc_security_group_ingress_rule", "range", {"ip_protocol": "tcp", "from_port": 1, "to_port": 2, "cidr_ipv4": "0.0.0.0/0"}, {"security_group_id": "aws_security_group.alb"}),
		build.resource("aws_vpc_security_group_ingress_rule", "all", {"ip_protocol": "-1", "cidr_ipv4": "0.0.0.0/0"}, {"security_group_id": "aws_security_group.alb"}),
		build.resource("aws_vpc_security_group_ingress_rule", "self", {"ip_protocol": "udp", "from_port": 7, "to_port": 7}, {"security_group_id": "aws_security_group.app", "referenced_security_group_id": "aws_security_group.app"}),
	]))
		with data.settings as data.defaults
	found == the_flows | {{"from": "app", "to": "app", "protocol": "udp", "port": 7}}
}
