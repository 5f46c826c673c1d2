package rules.network.rule_forms_separate_test

import data.lib.build_test as build
import data.rules.network.rule_forms_separate as rule
import rego.v1

addresses(findings) := {finding.address | some finding in findings}

test_allow_when_all_rules_stand_alone if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(build.system)
	rule.checked == {"aws_security_group.alb", "aws_security_group.app", "aws_security_group.db"} with input as build.plan(build.system)
}

test_deny_when_a_group_has_both_forms if {
	addresses(rule.deny) == {"aws_security_group.db"} with input as build.plan(build.with_values(build.system, "aws_security_group.db", {"ingress": [{"protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidr_blocks": ["10.0.0.0/8"]}]}))
	addresses(rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_security_group.db", {"ingress": [{"protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidr_blocks": ["10.0.0.0/8"]}]}))
}

test_allow_when_the_forms_are_of_different_directions if {
	addresses(rule.deny | rule.undecided) == set() with input as build.plan(build.with_values(build.system, "aws_security_group.db", {"egress": []}))
}

test_deny_when_a_dynamic_block_stands_beside_a_rule if {
	dynamic := [{"op": "add", "path": "/0/change/change/after/ingress", "value": [{"protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidr_blocks": ["10.0.0.0/8"]}]}]
	system := array.concat(json.patch([build.group("own")], dynamic), [build.ingress("beside", "aws_security_group.own", 22, "aws_security_group.own")])
	addresses(rule.deny) == {"aws_security_group.own"} with input as build.plan(system)
}

test_undecided_when_a_dynamic_block_may_give_no_rule if {
	group := build.with_unknown(build.group("own"), {"ingress": [{"from_port": true, "to_port": true, "protocol": true, "cidr_blocks": true}]}, {})
	dynamic := [{"op": "add", "path": "/0/change/change/after/ingress", "value": [{"description": "", "self": false}]}]
	system := array.concat(json.patch([group], dynamic), [build.ingress("beside", "aws_security_group.own", 22, "aws_security_group.own")])
	addresses(rule.undecided) == {"aws_security_group.own"} with input as build.plan(system)
	rule.deny == set() with input as build.plan(system)
}

# ingress = var.inline, which may be null
test_undecided_when_an_expression_may_give_no_rule if {
	group := build.with_unknown(build.group("own"), {"ingress": true}, {"ingress": {"references": ["var.inline"]}})
	system := [group, build.ingress("beside", "aws_security_group.own", 22, "aws_security_group.own")]
	addresses(rule.undecided) == {"aws_security_group.own"} with input as build.plan(system)
	rule.deny == set() with input as build.plan(system)
}

test_allow_when_the_group_is_forgotten if {
	forgotten := build.forgotten("aws_security_group", "old", {"id": "sg-0abcdef01", "ingress": [{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["10.0.0.0/8"]}]})
	rule.checked == set() with input as build.plan([forgotten])
	rule.deny == set() with input as build.plan([forgotten])
}
