package rules.load_balancer.listener_ports_declared_test

import rego.v1

import data.lib.build_test as build
import data.rules.load_balancer.listener_ports_declared as rule

denied(resources) := found if {
	found := {finding.address | some finding in rule.deny} with input as build.architecture(resources)
}

undecided(resources) := found if {
	found := {finding.address | some finding in rule.undecided} with input as build.architecture(resources)
}

checked(resources) := found if {
	found := rule.checked with input as build.architecture(resources)
}

listener(values, references) := build.resource("aws_lb_listener", "http", values, references)

forward := {"port": 80, "protocol": "HTTP", "default_action": [{"type": "forward"}]}

good := listener(forward, {"load_balancer_arn": "aws_lb.alb"})

alb := build.resource("aws_lb", "alb", {"load_balancer_type": "application"}, {})

nlb := build.resource("aws_lb", "nlb", {"load_balancer_type": "network"}, {})

test_allow_when_the_port_is_declared_and_forwards if {
	checked([alb, good]) == {"aws_lb_listener.http"}
	denied([alb, good]) == set()
	undecided([alb, good]) == set()
}

test_allow_when_the_port_is_text_and_the_protocol_is_left_to_aws if {
	plain := listener({"port": "80", "default_action": [{"type": "forward"}]}, {"load_balancer_arn": "aws_lb.alb"})
	denied([alb, plain]) == set()
	undecided([alb, plain]) == set()
}

test_allow_when_users_are_authenticated_before_the_forward if {
	actions := {"default_action": [{"type": "authenticate-oidc"}, {"type": "forward"}]}
	denied([listener(object.union(forward, actions), {})]) == set()
}

test_allow_when_https_is_declared if {
	secure := listener({"port": 443, "protocol": "HTTPS", "default_action": [{"type": "forward"}]}, {})
	flows := [{"from": "internet", "to": "alb", "protocol": "tcp", "port": 443}]
	rule.deny == set() with input as build.architecture([secure]) with data.settings.flows as flows
}

test_allow_when_the_listener_is_of_a_network_load_balancer_or_out_of_scope if {
	checked([nlb, listener({"port": 5432, "protocol": "TCP"}, {"load_balancer_arn": "aws_lb.nlb"})]) == set()
	rule.checked == set() with input as build.plan([listener({"port": 8080}, {})])
}

test_deny_when_the_port_is_not_declared if {
	second := build.resource("aws_alb_listener", "second", object.union(forward, {"port": 8080}), {"load_balancer_arn": "aws_lb.alb"})
	denied([alb, good, second]) == {"aws_alb_listener.second"}
	denied([listener({"default_action": [{"type": "forward"}]}, {})]) == {"aws_lb_listener.http"}
}

test_deny_when_the_protocol_is_not_what_clients_expect if {
	denied([listener(object.union(forward, {"protocol": "HTTPS"}), {})]) == {"aws_lb_listener.http"}
}

test_deny_when_the_listener_answers_by_itself if {
	every kind in ["redirect", "fixed-response"] {
		denied([listener(object.union(forward, {"default_action": [{"type": kind}]}), {})]) == {"aws_lb_listener.http"}
	}
}

test_deny_when_nothing_forwards if {
	denied([listener({"port": 80}, {})]) == {"aws_lb_listener.http"}
	denied([listener(object.union(forward, {"default_action": [{"type": "authenticate-oidc"}]}), {})]) == {"aws_lb_listener.http"}
}

test_deny_when_the_load_balancer_is_not_known if {
	denied([listener(object.union(forward, {"port": 81}), {"load_balancer_arn": "var.lb"})]) == {"aws_lb_listener.http"}
}

test_undecided_when_a_member_is_not_known if {
	every member in ["port", "protocol", "default_action"] {
		hidden := listener(object.remove(forward, [member]), {member: "local.x"})
		undecided([hidden]) == {"aws_lb_listener.http"}
	}
	kind := listener(object.union(forward, {"default_action": [{"order": 1}]}), {"default_action/0/type": "var.kind"})
	undecided([kind]) == {"aws_lb_listener.http"}
	denied([kind]) == set()
}

test_not_applicable_when_a_flow_is_not_declared if {
	document := build.architecture([listener(object.union(forward, {"port": 81}), {"load_balancer_arn": "aws_lb.alb"})])
	count(rule.checked) > 0 with input as document
	count(rule.deny) > 0 with input as document
	rule.checked == set() with input as document with data.settings.flows as []
	rule.deny == set() with input as document with data.settings.flows as []
	rule.undecided == set() with input as document with data.settings.flows as []
}

# ---- tiers that the settings name

own := {
	"tiers": {"web": {"address": "aws_lb.alb"}, "internal": {"address": "aws_lb.nlb"}},
	"flows": [{"from": "internet", "to": "web", "ports": [80, 443, "8443-8444"]}, {"from": "web", "to": "internal", "port": 9000}],
}

own_answer(resources) := {"deny": denied_own, "undecided": undecided_own, "checked": checked_own} if {
	deny := rule.deny with input as build.plan(resources) with data.settings as own
	open := rule.undecided with input as build.plan(resources) with data.settings as own
	checked_own := rule.checked with input as build.plan(resources) with data.settings as own
	denied_own := {[each.path, each.found, each.allowed] | some each in deny}
	undecided_own := {each.address | some each in open}
}

fine := {"deny": set(), "undecided": set(), "checked": {"aws_lb_listener.http"}}

test_allow_when_a_port_of_the_own_tier_forwards if {
	https := {"port": 8444, "protocol": "HTTPS", "default_action": [{"type": "forward"}]}
	own_answer([alb, nlb, listener(https, {"load_balancer_arn": "aws_lb.alb"})]) == fine
	grpc := {"port": 9000, "protocol": "TCP", "default_action": [{"type": "forward"}]}
	own_answer([alb, nlb, listener(grpc, {"load_balancer_arn": "aws_lb.nlb"})]) == fine
}

test_deny_when_the_port_is_of_another_tier if {
	own_answer([alb, nlb, listener(object.union(forward, {"port": 9000}), {"load_balancer_arn": "aws_lb.alb"})]).deny == {["port", "9000", "443, 80, 8443-8444"]}
}

test_deny_when_the_protocol_is_another if {
	own_answer([alb, listener(object.union(forward, {"protocol": "HTTPS"}), {"load_balancer_arn": "aws_lb.alb"})]).deny == {["protocol", "HTTPS", "HTTP"]}
}

test_undecided_when_the_load_balancer_is_elsewhere if {
	elsewhere := own_answer([alb, listener(object.union(forward, {"load_balancer_arn": "arn:aws:elasticloadbalancing:x"}), {})])
	elsewhere == {"deny": set(), "undecided": {"aws_lb_listener.http"}, "checked": {"aws_lb_listener.http"}}
}

test_allow_when_a_redirect_leads_to_a_listener_that_forwards if {
	plain := build.resource("aws_lb_listener", "plain", {"port": 80, "protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [{"port": "443"}]}]}, {"load_balancer_arn": "aws_lb.alb"})
	tls := build.resource(
		"aws_lb_listener", "tls", {"port": 443, "protocol": "HTTPS", "default_action": [{"type": "forward"}]},
		{"load_balancer_arn": "aws_lb.alb", "default_action/0/target_group_arn": "aws_lb_target_group.tg"},
	)
	group := build.resource("aws_lb_target_group", "tg", {"port": 8000}, {})
	own_answer([alb, plain, tls, group]).deny == set()
	own_answer([alb, plain]).deny == {["default_action.0.type", "redirect", "forward"]}
}
