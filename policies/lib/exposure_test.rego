package lib.exposure_test

import data.lib.build_test as build
import data.lib.exposure
import rego.v1

exposed(rules) := found if {
	found := {opening.address | some opening in exposure.exposed} with input as build.plan(array.concat([build.group("g"), build.group("h")], rules))
}

address(name) := concat(".", ["aws_vpc_security_group_ingress_rule", name])

piece(name, group, cidr) := build.ingress_cidr(name, concat(".", ["aws_security_group", group]), 22, cidr)

many := ["16.0.0.0/8", "17.0.0.0/8"]

test_pieces_of_one_group_add_up if {
	exposed([piece("a", "g", many[0]), piece("b", "g", many[1])]) == {address("a"), address("b")}
	exposed([piece("a", "g", "2600::/13"), piece("b", "g", "2608::/13")]) == {address("a"), address("b")}
}

test_pieces_of_different_groups_do_not_add_up if {
	exposed([piece("a", "g", many[0]), piece("b", "h", many[1])]) == set()
}

test_pieces_on_different_ports_do_not_add_up if {
	exposed([piece("a", "g", many[0]), build.ingress_cidr("b", "aws_security_group.g", 23, many[1])]) == set()
}

test_an_ipv6_range_that_stands_for_ipv4_is_exposed if {
	every range in ["2002::/16", "64:ff9b::/96", "::ffff:0:0/96", "2001::/32"] {
		exposed([piece("a", "g", range)]) == {address("a")}
	}
	every range in ["2002:a00::/24", "64:ff9b::a00:0/104", "2002:cb00:7107::/48"] {
		exposed([piece("a", "g", range)]) == set()
	}
	exposed([piece("a", "g", "16.0.0.0/8"), piece("b", "g", "2002:1100::/24")]) == {address("a"), address("b")}
}

test_pieces_add_up_to_the_limit_of_the_settings if {
	together := [piece("a", "g", "16.0.0.0/16"), piece("b", "g", "16.1.0.0/16")]
	exposed(together) == set()
	exposed(together) == {address("a"), address("b")} with data.settings.limits as {"internet": {"ipv4_prefix": 16, "ipv6_prefix": 32}}
}

test_nested_pieces_count_once if {
	exposed([piece("a", "g", "16.0.0.0/8"), piece("b", "g", "16.1.0.0/16"), piece("c", "g", "16.2.0.0/16")]) == set()
}

test_a_prefix_list_that_is_known_is_its_ranges if {
	exposed([
		build.resource("aws_ec2_managed_prefix_list", "p", {"entry": [{"cidr": "0.0.0.0/0"}]}, {}),
		build.resource("aws_vpc_security_group_ingress_rule", "a", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22}, {"security_group_id": "aws_security_group.g", "prefix_list_id": "aws_ec2_managed_prefix_list.p"}),
	]) == {address("a")}
}

test_the_default_group_answers_to_its_own_rule if {
	exposed([
		build.resource("aws_default_security_group", "d", {}, {}),
		build.ingress_cidr("a", "aws_default_security_group.d", 22, "0.0.0.0/0"),
	]) == set()
}

test_declared_ports_are_told_in_words if {
	exposure.declared_text == "tcp 80"
}

test_pieces_on_ranges_that_share_a_port_add_up if {
	low := build.resource("aws_vpc_security_group_ingress_rule", "a", {"ip_protocol": "tcp", "from_port": 20, "to_port": 22, "cidr_ipv4": many[0]}, {"security_group_id": "aws_security_group.g"})
	high := build.resource("aws_vpc_security_group_ingress_rule", "b", {"ip_protocol": "tcp", "from_port": 22, "to_port": 25, "cidr_ipv4": many[1]}, {"security_group_id": "aws_security_group.g"})
	exposed([low, high]) == {address("a"), address("b")}
}

test_pieces_of_all_protocols_add_up_with_those_of_one if {
	all := build.resource("aws_vpc_security_group_ingress_rule", "b", {"ip_protocol": "-1", "cidr_ipv4": many[1]}, {"security_group_id": "aws_security_group.g"})
	exposed([piece("a", "g", many[0]), all]) == {address("a"), address("b")}
}

late(values, references) := build.resource("aws_vpc_security_group_ingress_rule", "a", object.union({"cidr_ipv4": "0.0.0.0/0"}, values), object.union({"security_group_id": "aws_security_group.g"}, references))

uncertain(rule) := found if {
	found := {opening.address | some opening in exposure.uncertain} with input as build.plan([build.group("g"), rule])
}

test_a_port_that_may_be_declared_is_uncertain if {
	undeclared := late({"ip_protocol": "tcp"}, {"from_port": "var.port", "to_port": "var.port"})
	uncertain(undeclared) == {address("a")}
	exposed([undeclared]) == set()
	other := late({"ip_protocol": "tcp", "from_port": 22}, {"to_port": "var.port"})
	uncertain(other) == set()
	exposed([other]) == {address("a")}
}

test_a_protocol_that_is_unknown_is_uncertain if {
	exposed([late({"from_port": 22, "to_port": 22}, {"ip_protocol": "var.protocol"})]) == set()
	uncertain(late({"from_port": 22, "to_port": 22}, {"ip_protocol": "var.protocol"})) == {address("a")}
}
