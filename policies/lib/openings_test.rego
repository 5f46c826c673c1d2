package lib.openings_test

import data.lib.build_test as build
import data.lib.openings
import rego.v1

# The reported rules that allow traffic at one address: {direction, protocol, ports, peer kind, cidr or link}.
told(resources, address) := found if {
	found := {brief(opening) | some opening in openings.openings; opening.address == address} with input as build.plan(resources)
}

brief(opening) := [opening.direction, opening.protocol, span(opening.ports), opening.peer.kind, who(opening.peer)]

span(ports) := [ports.from, ports.to] if {
	ports.known
} else := "unknown"

who(peer) := peer.cidr if {
	peer.kind == "cidr"
} else := peer.link

a := build.group("a")

b := build.group("b")

classic(values, references) := build.resource("aws_security_group_rule", "r", values, object.union({"security_group_id": "aws_security_group.a"}, references))

modern(values, references) := build.resource("aws_vpc_security_group_ingress_rule", "r", values, object.union({"security_group_id": "aws_security_group.a"}, references))

inline(entries, references) := build.resource("aws_security_group", "a", object.union({"name": "a"}, entries), references)

at_classic := "aws_security_group_rule.r"

at_modern := "aws_vpc_security_group_ingress_rule.r"

test_a_classic_rule_opens_for_each_peer if {
	told([a, b, classic({"type": "ingress", "protocol": "tcp", "from_port": 22, "to_port": 23, "cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"], "ipv6_cidr_blocks": ["::/0"], "prefix_list_ids": ["pl-1"], "self": true}, {"source_security_group_id": "aws_security_group.b"})], at_classic) == {
		["ingress", "tcp", [22, 23], "cidr", "10.0.0.0/8"],
		["ingress", "tcp", [22, 23], "cidr", "0.0.0.0/0"],
		["ingress", "tcp", [22, 23], "cidr", "::/0"],
		["ingress", "tcp", [22, 23], "prefix_list", {"pl-1"}],
		["ingress", "tcp", [22, 23], "self", set()],
		["ingress", "tcp", [22, 23], "group", {"aws_security_group.b"}],
	}
}

test_a_classic_rule_with_unknown_members if {
	told([a, classic({"type": "EGRESS", "protocol": "all"}, {"self": "var.own"})], at_classic) == {["egress", "any", [0, 65535], "unknown", set()]}
	told([a, classic({"type": "ingress", "protocol": "tcp", "from_port": 1, "to_port": 1}, {"cidr_blocks": "var.ranges"})], at_classic) == {["ingress", "tcp", [1, 1], "unknown", set()]}
}

test_partly_unknown_ranges_keep_what_is_known if {
	rule := object.union(classic({"type": "ingress", "protocol": "tcp", "from_port": 1, "to_port": 1}, {}), {"change": object.union(
		classic({}, {}).change,
		{"change": {"actions": ["create"], "after": {"type": "ingress", "protocol": "tcp", "from_port": 1, "to_port": 1, "cidr_blocks": ["10.0.0.0/8", null]}, "after_unknown": {"cidr_blocks": [false, true]}}},
	)})
	told([a, rule], at_classic) == {["ingress", "tcp", [1, 1], "cidr", "10.0.0.0/8"], ["ingress", "tcp", [1, 1], "unknown", set()]}
}

test_every_spelling_of_a_protocol if {
	spellings := {"tcp": "tcp", "TCP": "tcp", "6": "tcp", "17": "udp", "udp": "udp", "-1": "any", "all": "any", "All": "any", "1": "icmp", "58": "icmpv6", "50": "50"}
	every written, read in spellings {
		told([a, modern({"ip_protocol": written, "from_port": 1, "to_port": 1, "cidr_ipv4": "0.0.0.0/0"}, {})], at_modern) == {["ingress", read, [1, 1], "cidr", "0.0.0.0/0"]}
	}
	told([a, modern({"ip_protocol": 6, "from_port": 1, "to_port": 1, "cidr_ipv4": "0.0.0.0/0"}, {})], at_modern) == {["ingress", "tcp", [1, 1], "cidr", "0.0.0.0/0"]}
	told([a, modern({"ip_protocol": true, "from_port": 1, "to_port": 1, "cidr_ipv4": "0.0.0.0/0"}, {})], at_modern) == {["ingress", "unknown", [1, 1], "cidr", "0.0.0.0/0"]}
}

test_absent_ports_are_the_widest if {
	told([a, modern({"ip_protocol": "tcp", "from_port": null, "to_port": 80, "cidr_ipv4": "0.0.0.0/0"}, {})], at_modern) == {["ingress", "tcp", [0, 80], "cidr", "0.0.0.0/0"]}
	told([a, modern({"ip_protocol": "tcp", "from_port": -1, "to_port": -1, "cidr_ipv4": "0.0.0.0/0"}, {})], at_modern) == {["ingress", "tcp", [0, 65535], "cidr", "0.0.0.0/0"]}
	told([a, modern({"ip_protocol": "tcp", "from_port": "22", "to_port": "22", "cidr_ipv4": "0.0.0.0/0"}, {})], at_modern) == {["ingress", "tcp", [22, 22], "cidr", "0.0.0.0/0"]}
}

test_a_modern_rule_opens_for_its_one_peer if {
	ports := {"ip_protocol": "tcp", "from_port": 1, "to_port": 1}
	told([a, modern(object.union(ports, {"cidr_ipv6": "::/0"}), {})], at_modern) == {["ingress", "tcp", [1, 1], "cidr", "::/0"]}
	told([a, modern(ports, {"cidr_ipv6": "var.range"})], at_modern) == {["ingress", "tcp", [1, 1], "unknown", set()]}
	told([a, modern(object.union(ports, {"prefix_list_id": "pl-1"}), {})], at_modern) == {["ingress", "tcp", [1, 1], "prefix_list", {"pl-1"}]}
	told([a, modern(object.union(ports, {"referenced_security_group_id": "123456789012/sg-9"}), {})], at_modern) == {["ingress", "tcp", [1, 1], "group", {"sg-9"}]}
	told([a, modern(ports, {"referenced_security_group_id": "aws_security_group.a"})], at_modern) == {["ingress", "tcp", [1, 1], "self", set()]}
	told([a, modern(ports, {})], at_modern) == set()
}

test_a_rule_of_one_of_two_groups_hides_no_inline_rule if {
	entry := {"protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidr_blocks": ["10.0.0.0/8"]}
	rule := build.resource(
		"aws_security_group_rule", "r",
		{"type": "ingress", "protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidr_blocks": ["10.0.0.0/8"]},
		{"security_group_id": ["aws_security_group.a", "aws_security_group.b"]},
	)
	told([inline({"ingress": [entry]}, {}), b, rule], "aws_security_group.a") == {["ingress", "tcp", [5432, 5432], "cidr", "10.0.0.0/8"]}
}

test_two_unknown_groups_are_not_the_same_group if {
	rule := {
		"address": at_modern, "mode": "managed", "type": "aws_vpc_security_group_ingress_rule", "name": "r",
		"change": {"actions": ["create"], "after": {"ip_protocol": "tcp", "from_port": 1, "to_port": 1}, "after_unknown": {"security_group_id": true, "referenced_security_group_id": true}},
	}
	peers := [opening.peer.kind | some opening in openings.openings] with input as {"resource_changes": [rule], "configuration": {"root_module": {}}}
	peers == ["group"]
}

test_a_group_of_another_account_in_the_classic_form if {
	rule := {
		"address": at_modern, "mode": "managed", "type": "aws_security_group_rule", "name": "r",
		"change": {"actions": ["create"], "after": {"type": "ingress", "protocol": "tcp", "from_port": 1, "to_port": 1, "security_group_id": "sg-1", "source_security_group_id": "123456789012/sg-9"}, "after_unknown": {}},
	}
	links := [opening.peer.link | some opening in openings.openings] with input as {"resource_changes": [rule], "configuration": {"root_module": {}}}
	links == [{"sg-9"}]
}

test_inline_entries_open_for_each_peer if {
	entry := {"protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidr_blocks": ["10.0.0.0/8"], "ipv6_cidr_blocks": null, "prefix_list_ids": ["pl-1"], "security_groups": ["sg-2"], "self": true}
	told([inline({"ingress": [entry], "egress": [{"protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": ["0.0.0.0/0"]}]}, {})], "aws_security_group.a") == {
		["ingress", "tcp", [5432, 5432], "cidr", "10.0.0.0/8"],
		["ingress", "tcp", [5432, 5432], "prefix_list", {"pl-1"}],
		["ingress", "tcp", [5432, 5432], "group", {"sg-2"}],
		["ingress", "tcp", [5432, 5432], "self", set()],
		["egress", "any", [0, 0], "cidr", "0.0.0.0/0"],
	}
}

test_entries_without_any_peer_open_nothing if {
	told([inline({"ingress": [{"protocol": "tcp", "from_port": 1, "to_port": 1, "cidr_blocks": [], "security_groups": []}], "egress": []}, {})], "aws_security_group.a") == set()
}

test_what_is_computed_opens_nothing if {
	group := object.union(a, {"change": object.union(a.change, {"change": {"actions": ["create"], "after": {"name": "a"}, "after_unknown": {"ingress": true, "egress": true}}})})
	told([group], "aws_security_group.a") == set()
}

test_entries_unknown_as_a_whole_are_one_unknown_opening if {
	told([inline({}, {"ingress": "var.entries"})], "aws_security_group.a") == {["ingress", "unknown", "unknown", "unknown", set()]}
}

# ---- entries with templates, as CDKTF writes them

entry := {"protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidr_blocks": null, "security_groups": ["${aws_security_group.b.id}"]}

other_entry := {"protocol": "tcp", "from_port": 22, "to_port": 22, "security_groups": ["${aws_security_group.c.id}"]}

templated(after, unknown) := {
	"change": object.union(a.change, {"change": {"actions": ["create"], "after": after, "after_unknown": unknown}}),
	"config": object.union(a.config, {"expressions": {"ingress": {
		"constant_value": [entry, other_entry],
		"references": ["aws_security_group.b.id", "aws_security_group.b", "aws_security_group.c.id", "aws_security_group.c"],
	}}}),
}

c := build.group("c")

expected := {
	["ingress", "tcp", [5432, 5432], "group", {"aws_security_group.b"}],
	["ingress", "tcp", [22, 22], "group", {"aws_security_group.c"}],
}

test_templates_tell_which_entry_means_which_group if {
	told([templated({}, {"ingress": true}), b, c], "aws_security_group.a") == expected
}

test_templates_are_found_by_their_ports if {
	after := {"ingress": [object.remove(other_entry, ["security_groups"]), object.remove(entry, ["security_groups"])]}
	told([templated(after, {"ingress": [{"security_groups": true}, {"security_groups": [true]}]}), b, c], "aws_security_group.a") == expected
}

test_flat_references_may_be_any_of_them if {
	flat := {
		"change": object.union(a.change, {"change": {"actions": ["create"], "after": {"ingress": [{"protocol": "tcp", "from_port": 5432, "to_port": 5432}]}, "after_unknown": {"ingress": [{"security_groups": true, "prefix_list_ids": true, "cidr_blocks": true}]}}}),
		"config": object.union(a.config, {"expressions": {"ingress": {"references": ["aws_security_group.b.id", "aws_security_group.b", "aws_security_group.c.id", "aws_security_group.c"]}}}),
	}
	told([flat, b, c], "aws_security_group.a") == {
		["ingress", "tcp", [5432, 5432], "group", {"aws_security_group.b", "aws_security_group.c"}],
		["ingress", "tcp", [5432, 5432], "prefix_list", {"aws_security_group.b", "aws_security_group.c"}],
		["ingress", "tcp", [5432, 5432], "unknown", set()],
	}
}

test_unknown_ports_of_an_entry if {
	group := {
		"change": object.union(a.change, {"change": {"actions": ["create"], "after": {"ingress": [{"protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]}, "after_unknown": {"ingress": [{"from_port": true, "to_port": true}]}}}),
		"config": object.union(a.config, {"expressions": {"ingress": {"references": ["var.port"]}}}),
	}
	told([group], "aws_security_group.a") == {["ingress", "tcp", "unknown", "cidr", "0.0.0.0/0"]}
}

test_a_template_that_names_no_reference_may_be_any_group if {
	group := {
		"change": object.union(a.change, {"change": {"actions": ["create"], "after": {}, "after_unknown": {"ingress": true}}}),
		"config": object.union(a.config, {"expressions": {"ingress": {"constant_value": [object.union(entry, {"security_groups": ["${upper(\"x\")}"]})], "references": []}}}),
	}
	told([group], "aws_security_group.a") == {["ingress", "tcp", [5432, 5432], "group", {"?a template"}]}
}

test_without_configuration_an_unknown_entry_may_mean_any_group if {
	change := object.union(a.change, {"change": {"actions": ["create"], "after": {"ingress": [{"protocol": "tcp", "from_port": 1, "to_port": 1}]}, "after_unknown": {"ingress": [{"security_groups": true}]}}})
	found := {brief(opening) | some opening in openings.openings} with input as {"resource_changes": [change]}
	found == {["ingress", "tcp", [1, 1], "group", {"?the plan has no configuration for it"}]}
}

test_a_rule_read_back_inline_is_told_once if {
	group := inline(
		{"id": "sg-1", "ingress": [
			{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["10.0.0.0/8"]},
			{"protocol": "tcp", "from_port": 23, "to_port": 23, "cidr_blocks": ["10.0.0.0/8"]},
		]},
		{},
	)
	rule := build.resource("aws_vpc_security_group_ingress_rule", "r", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv4": "10.0.0.0/8", "security_group_id": "sg-1"}, {})
	told([group, rule], "aws_security_group.a") == {["ingress", "tcp", [23, 23], "cidr", "10.0.0.0/8"]}
	told([group, rule], at_modern) == {["ingress", "tcp", [22, 22], "cidr", "10.0.0.0/8"]}
}

# Group a, as it is read back with one rule that lets b in, and another that lets in itself.
read_back := inline(
	{"id": "sg-1", "ingress": [
		{"protocol": "tcp", "from_port": 22, "to_port": 22, "security_groups": ["sg-2"]},
		{"protocol": "tcp", "from_port": 23, "to_port": 23, "self": true},
		{"protocol": "tcp", "from_port": 24, "to_port": 24, "security_groups": ["sg-3"]},
	]},
	{},
)

named_by(name, port, known, references) := build.resource("aws_vpc_security_group_ingress_rule", name, object.union({"ip_protocol": "tcp", "from_port": port, "to_port": port}, known), references)

known_b := build.resource("aws_security_group", "b", {"id": "sg-2"}, {})

test_a_rule_read_back_by_id_is_told_once_where_it_names_its_groups_by_reference if {
	inline_here := {["ingress", "tcp", [24, 24], "group", {"sg-3"}]}
	told([read_back, known_b, named_by("r", 22, {"security_group_id": "sg-1"}, {"referenced_security_group_id": "aws_security_group.b"}), named_by("s", 23, {"security_group_id": "sg-1"}, {"referenced_security_group_id": "aws_security_group.a"})], "aws_security_group.a") == inline_here
	told([read_back, known_b, named_by("r", 22, {"referenced_security_group_id": "sg-2"}, {"security_group_id": "aws_security_group.a"}), named_by("s", 23, {"referenced_security_group_id": "sg-1"}, {"security_group_id": "aws_security_group.a"})], "aws_security_group.a") == inline_here
}

test_a_name_of_two_groups_is_neither_of_them if {
	namesake := build.resource("aws_security_group", "namesake", {"id": "sg-2"}, {})
	rule := named_by("r", 22, {"security_group_id": "sg-1"}, {"referenced_security_group_id": "aws_security_group.b"})
	["ingress", "tcp", [22, 22], "group", {"sg-2"}] in told([read_back, known_b, namesake, rule], "aws_security_group.a")
	by_id := named_by("r", 22, {"security_group_id": "sg-1", "referenced_security_group_id": "sg-2"}, {})
	not ["ingress", "tcp", [22, 22], "group", {"sg-2"}] in told([read_back, known_b, namesake, by_id], "aws_security_group.a")
}

texts(resources) := found if {
	found := {openings.text(opening) | some opening in openings.openings} with input as build.plan(resources)
}

test_openings_are_told_in_words if {
	texts([a, modern({"ip_protocol": "-1", "cidr_ipv4": "0.0.0.0/0"}, {})]) == {"ingress all traffic from 0.0.0.0/0"}
	texts([a, b, modern({"ip_protocol": "tcp", "from_port": 1, "to_port": 2}, {"referenced_security_group_id": "aws_security_group.b"})]) == {"ingress tcp 1-2 from aws_security_group.b"}
	texts([a, b, c, modern({"ip_protocol": "tcp", "from_port": 1, "to_port": 1}, {"referenced_security_group_id": ["aws_security_group.b", "aws_security_group.c"]})]) == {"ingress tcp 1 from aws_security_group.b or aws_security_group.c"}
	texts([a, modern({"ip_protocol": "tcp", "from_port": 1, "to_port": 1, "prefix_list_id": "pl-1"}, {})]) == {"ingress tcp 1 from prefix list pl-1"}
	texts([a, modern({"ip_protocol": "tcp"}, {"referenced_security_group_id": "aws_security_group.a", "from_port": "var.p"})]) == {"ingress tcp on unknown ports from the group itself"}
	texts([a, modern({"ip_protocol": "tcp", "from_port": 1, "to_port": 1}, {"cidr_ipv4": "var.c"})]) == {"ingress tcp 1 from an unknown source or destination"}
	texts([a, classic({"protocol": "tcp", "from_port": 1, "to_port": 1, "cidr_blocks": ["10.0.0.0/8"]}, {"type": "var.t"})]) == {"unknown tcp 1 from or to 10.0.0.0/8"}
}

with_groups(resources) := found if {
	found := {openings.text_with_group(opening) | some opening in openings.openings} with input as build.plan(resources)
}

test_the_group_of_a_standalone_rule_is_told if {
	world := {"ip_protocol": "-1", "cidr_ipv4": "0.0.0.0/0"}
	with_groups([a, modern(world, {})]) == {"ingress all traffic from 0.0.0.0/0 on aws_security_group.a"}
	with_groups([a, b, modern(world, {"security_group_id": "aws_security_group.b"})]) == {"ingress all traffic from 0.0.0.0/0 on aws_security_group.b"}
	with_groups([a, b, modern(world, {"security_group_id": ["aws_security_group.b", "aws_security_group.a"]})]) == {"ingress all traffic from 0.0.0.0/0 on aws_security_group.a or aws_security_group.b"}
	with_groups([modern(object.union(world, {"security_group_id": "sg-9"}), {"security_group_id": null})]) == {"ingress all traffic from 0.0.0.0/0 on sg-9"}
	with_groups([modern(world, {"security_group_id": null})]) == {"ingress all traffic from 0.0.0.0/0 on an unknown group"}
}

test_a_group_that_is_not_known_is_told_by_its_reference_or_by_the_reason if {
	world := {"ip_protocol": "-1", "cidr_ipv4": "0.0.0.0/0"}
	with_groups([modern(world, {"security_group_id": "aws_security_group.elsewhere"})]) == {"ingress all traffic from 0.0.0.0/0 on aws_security_group.elsewhere"}
	openings.any_of({"?the plan has no configuration for it", "aws_security_group.a"}, "") == "aws_security_group.a or something unknown (the plan has no configuration for it)"
}

read_group(id) := {
	"change": {
		"address": "data.aws_security_group.x", "mode": "data", "type": "aws_security_group", "name": "x",
		"change": {"actions": ["read"], "before": null, "after": {"id": id}, "after_unknown": {}},
	},
	"config": {"address": "data.aws_security_group.x", "mode": "data", "type": "aws_security_group", "name": "x", "expressions": {"name": {"constant_value": "x"}}},
}

test_a_group_that_a_data_source_found_is_told_with_its_id if {
	world := {"ip_protocol": "-1", "cidr_ipv4": "0.0.0.0/0"}
	with_groups([read_group("sg-1"), modern(world, {"security_group_id": "data.aws_security_group.x"})]) == {"ingress all traffic from 0.0.0.0/0 on data.aws_security_group.x (sg-1)"}
	from_found := modern({"ip_protocol": "tcp", "from_port": 1, "to_port": 1}, {"referenced_security_group_id": "data.aws_security_group.x"})
	texts([a, read_group("sg-2"), from_found]) == {"ingress tcp 1 from data.aws_security_group.x (sg-2)"}
}

test_the_group_of_an_inline_rule_is_the_resource_itself if {
	rule := {"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}
	group := build.resource("aws_security_group", "g", {"ingress": [rule]}, {})
	with_groups([group]) == {"ingress tcp 22 from 0.0.0.0/0"}
}

test_ports_let_through if {
	tcp := {"protocol": "tcp", "ports": {"from": 80, "to": 90, "known": true, "valid": true}}
	openings.lets_through(tcp, "tcp", 80)
	not openings.lets_through(tcp, "tcp", 91)
	not openings.lets_through(tcp, "udp", 80)
	openings.lets_through(object.union(tcp, {"protocol": "any"}), "udp", 7)
}

test_entries_that_cannot_be_read_are_one_unknown_opening if {
	unreadable := {["ingress", "unknown", "unknown", "unknown", set()]}
	told([inline({"ingress": ["x"]}, {})], "aws_security_group.a") == unreadable
	told([inline({"ingress": "x"}, {})], "aws_security_group.a") == unreadable
	group := object.union(inline({}, {}), {
		"change": {"change": {"after_unknown": {"ingress": true}}},
		"config": {"expressions": {"ingress": {"constant_value": ["${var.entry}"], "references": ["var.entry"]}}},
	})
	told([group], "aws_security_group.a") == unreadable
}

test_an_absent_protocol_is_any if {
	told([a, modern({"cidr_ipv4": "0.0.0.0/0"}, {})], at_modern) == {["ingress", "any", [0, 65535], "cidr", "0.0.0.0/0"]}
	told([inline({"ingress": [{"cidr_blocks": ["0.0.0.0/0"]}]}, {})], "aws_security_group.a") == {["ingress", "any", [0, 65535], "cidr", "0.0.0.0/0"]}
}

test_a_template_with_an_unknown_port_may_be_the_entry if {
	flexible := object.union(entry, {"from_port": "${var.port}"})
	group := {
		"change": object.union(a.change, {"change": {"actions": ["create"], "after": {"ingress": [{"protocol": "tcp", "from_port": 1, "to_port": 5432}]}, "after_unknown": {"ingress": [{"security_groups": true}]}}}),
		"config": object.union(a.config, {"expressions": {"ingress": {
			"constant_value": [flexible, other_entry],
			"references": ["aws_security_group.b.id", "aws_security_group.b", "aws_security_group.c.id", "aws_security_group.c"],
		}}}),
	}
	told([group, b, c], "aws_security_group.a") == {["ingress", "tcp", [1, 5432], "group", {"aws_security_group.b"}]}
}

# The inline rules that a group still shows after its standalone rules are deleted or changed in this plan.
shown_after(configured, rule) := found if {
	entry := {"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["0.0.0.0/0"]}
	group := {
		"change": {"address": "aws_security_group.a", "mode": "managed", "type": "aws_security_group", "name": "a", "change": {"actions": ["no-op"], "after": {"id": "sg-1", "ingress": [entry]}, "after_unknown": {}}},
		"config": {"address": "aws_security_group.a", "mode": "managed", "type": "aws_security_group", "name": "a", "expressions": configured},
	}
	found := {opening.address | some opening in openings.openings} with input as object.union(build.plan([group]), {"resource_changes": [group.change, rule]})
}

gone := {
	"address": at_modern, "mode": "managed", "type": "aws_vpc_security_group_ingress_rule", "name": "r",
	"change": {"actions": ["delete"], "after": null, "before": {"security_group_id": "sg-1", "ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv4": "0.0.0.0/0"}},
}

test_a_deleted_rule_that_its_group_still_shows_opens_nothing if {
	shown_after({}, gone) == set()
}

test_a_deleted_rule_takes_nothing_from_the_rules_of_the_group_itself if {
	shown_after({"ingress": {"constant_value": []}}, gone) == {"aws_security_group.a"}
}

# The same in an update of the group, whose own rules were others before.
shown_after_update(before) := found if {
	entry := {"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["0.0.0.0/0"]}
	group := {
		"change": {"address": "aws_security_group.a", "mode": "managed", "type": "aws_security_group", "name": "a", "change": {"actions": ["update"], "before": before, "after": {"id": "sg-1", "ingress": [entry]}, "after_unknown": {}}},
		"config": {"address": "aws_security_group.a", "mode": "managed", "type": "aws_security_group", "name": "a", "expressions": {}},
	}
	found := {opening.address | some opening in openings.openings} with input as object.union(build.plan([group]), {"resource_changes": [group.change, gone]})
}

test_an_update_that_writes_other_rules_gives_back_nothing if {
	entry := {"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["0.0.0.0/0"]}
	shown_after_update({"id": "sg-1", "ingress": [entry]}) == set()
	shown_after_update({"id": "sg-1", "ingress": []}) == {"aws_security_group.a"}
	shown_after_update({"id": "sg-1", "ingress": [entry, object.union(entry, {"to_port": 23})]}) == {"aws_security_group.a"}
	shown_after_update({"id": "sg-1"}) == {"aws_security_group.a"}
}

test_a_deleted_rule_that_a_forgotten_group_still_shows_opens_nothing if {
	entry := {"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["0.0.0.0/0"]}
	group := build.forgotten("aws_security_group", "a", {"id": "sg-1", "ingress": [entry]})
	document := object.union(build.plan([group]), {"resource_changes": [group.change, gone]})
	openings.openings == [] with input as document
	count(openings.openings) == 1 with input as build.plan([group])
}

# AWS makes one of rules with the same ports.
test_of_what_is_given_back_as_one_only_what_is_deleted_goes if {
	entry := {"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"], "ipv6_cidr_blocks": ["::/0"]}
	group := {
		"change": {"address": "aws_security_group.a", "mode": "managed", "type": "aws_security_group", "name": "a", "change": {"actions": ["no-op"], "after": {"id": "sg-1", "ingress": [entry]}, "after_unknown": {}}},
		"config": {"address": "aws_security_group.a", "mode": "managed", "type": "aws_security_group", "name": "a", "expressions": {}},
	}
	left := {opening.peer.cidr | some opening in openings.openings} with input as object.union(build.plan([group]), {"resource_changes": [group.change, gone]})
	left == {"10.0.0.0/8", "::/0"}
}

test_another_deleted_rule_explains_nothing if {
	shown_after({}, json.patch(gone, [{"op": "replace", "path": "/change/before/to_port", "value": 23}])) == {"aws_security_group.a"}
}

test_an_end_of_a_range_that_is_unknown_is_the_widest if {
	late := {opening.ports | some opening in openings.openings} with input as build.plan([a, modern({"ip_protocol": "tcp", "from_port": 6000, "cidr_ipv4": "10.0.0.0/8"}, {"to_port": "var.late"})])
	late == {{"from": 6000, "to": 65535, "known": false, "valid": true, "missing": set()}}
}

# Two entries of CDKTF with the same ports: each template is told, beside what each entry may be.
test_templates_with_the_same_ports_are_told_apart if {
	entry := {"protocol": "tcp", "from_port": 1, "to_port": 1}
	first := object.union(entry, {"security_groups": ["${aws_security_group.b.id}"]})
	second := object.union(entry, {"security_groups": ["${aws_security_group.c.id}"]})
	group := build.with_unknown(
		inline({"ingress": [entry, entry]}, {}), {"ingress": [{"security_groups": true}, {"security_groups": true}]},
		{"ingress": {"constant_value": [first, second], "references": build.chains(["aws_security_group.b", "aws_security_group.c"])}},
	)
	told([group, b, build.group("c")], "aws_security_group.a") == {
		["ingress", "tcp", [1, 1], "group", {"aws_security_group.b", "aws_security_group.c"}],
		["ingress", "tcp", [1, 1], "group", {"aws_security_group.b"}],
		["ingress", "tcp", [1, 1], "group", {"aws_security_group.c"}],
	}
}

test_a_protocol_without_ports_is_read_back_with_zeros if {
	group := {
		"change": {"address": "aws_security_group.a", "mode": "managed", "type": "aws_security_group", "name": "a", "change": {"actions": ["no-op"], "after": {"id": "sg-1", "ingress": [{"protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": ["10.0.0.0/8"]}]}, "after_unknown": {}}},
		"config": {"address": "aws_security_group.a", "mode": "managed", "type": "aws_security_group", "name": "a", "expressions": {}},
	}
	rule := {
		"address": at_modern, "mode": "managed", "type": "aws_vpc_security_group_ingress_rule", "name": "r",
		"change": {"actions": ["no-op"], "after": {"security_group_id": "sg-1", "ip_protocol": "-1", "cidr_ipv4": "10.0.0.0/8"}, "after_unknown": {}},
	}
	addresses := [opening.address | some opening in openings.openings] with input as object.union(build.plan([group]), {"resource_changes": [group.change, rule]})
	addresses == [at_modern]
}

test_what_a_dynamic_block_hides_is_told if {
	flat := build.with_unknown(inline({}, {}), {"ingress": true}, {"ingress": {"constant_value": [{"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["10.0.0.0/8"]}]}})
	told([flat], "aws_security_group.a") == {
		["ingress", "tcp", [22, 22], "cidr", "10.0.0.0/8"],
		["ingress", "unknown", "unknown", "unknown", set()],
	}
	"ingress unknown on unknown ports from whomever a dynamic block names: its for_each is not known yet" in texts([flat])
	updated := object.union(inline({}, {}), {"change": {"change": {"actions": ["update"], "before": {"ingress": []}, "after_unknown": {"ingress": true}}}})
	told([updated], "aws_security_group.a") == {["ingress", "unknown", "unknown", "unknown", set()]}
	"ingress unknown on unknown ports from whomever a dynamic block names: its for_each is not known yet" in texts([updated])
}

test_values_of_another_shape_may_mean_anybody if {
	ports := {"type": "ingress", "protocol": "tcp", "from_port": 22, "to_port": 22}
	every shape in ["0.0.0.0/0", [["0.0.0.0/0"]], {"a": 1}, [{"v": "0.0.0.0/0"}]] {
		told([a, classic(object.union(ports, {"cidr_blocks": shape}), {})], at_classic) == {["ingress", "tcp", [22, 22], "unknown", set()]}
		told([inline({"ingress": [{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": shape}]}, {})], "aws_security_group.a") == {["ingress", "tcp", [22, 22], "unknown", set()]}
	}
	told([a, classic(object.union(ports, {"prefix_list_ids": [{"a": 1}]}), {})], at_classic) == {["ingress", "tcp", [22, 22], "prefix_list", {"?a value that is not a string"}]}
	told([a, modern({"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv4": ["0.0.0.0/0"]}, {})], at_modern) == {["ingress", "tcp", [22, 22], "unknown", set()]}
}

test_a_switch_is_read_in_words_too if {
	ports := {"type": "ingress", "protocol": "tcp", "from_port": 22, "to_port": 22}
	told([a, classic(object.union(ports, {"self": "true"}), {})], at_classic) == {["ingress", "tcp", [22, 22], "self", set()]}
	told([a, classic(object.union(ports, {"self": "false"}), {})], at_classic) == set()
	told([a, classic(object.union(ports, {"self": [true]}), {})], at_classic) == {["ingress", "tcp", [22, 22], "unknown", set()]}
	told([inline({"ingress": [{"protocol": "tcp", "from_port": 22, "to_port": 22, "self": 1}]}, {})], "aws_security_group.a") == {["ingress", "tcp", [22, 22], "unknown", set()]}
}

late(template) := {"constant_value": template, "references": ["aws_eip.x.public_ip", "aws_eip.x"]}

late_modern(template) := build.with_unknown(modern({"ip_protocol": "tcp", "from_port": 22, "to_port": 22}, {}), {"cidr_ipv4": true}, {"cidr_ipv4": late(template)})

late_classic(template) := build.with_unknown(classic({"type": "ingress", "protocol": "tcp", "from_port": 22, "to_port": 22}, {}), {"cidr_blocks": true}, {"cidr_blocks": late(template)})

late_inline(template) := build.with_unknown(inline({}, {}), {"ingress": true}, {"ingress": late([{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": template}])})

test_what_is_written_as_one_address_is_one if {
	told([a, late_modern("${aws_eip.x.public_ip}/32")], at_modern) == {["ingress", "tcp", [22, 22], "address", set()]}
	told([a, late_classic(["${aws_eip.x.public_ip}/32"])], at_classic) == {["ingress", "tcp", [22, 22], "address", set()]}
	told([late_inline(["${aws_eip.x.ipv6}/128"])], "aws_security_group.a") == {["ingress", "tcp", [22, 22], "address", set()]}
	"ingress tcp 22 from one address" in texts([a, late_modern("${aws_eip.x.public_ip}/32")])
}

test_what_is_not_written_as_one_address_may_be_any_range if {
	every template in ["${aws_vpc.x.cidr_block}", "${aws_eip.x.public_ip}/3", "${aws_eip.x.public_ip}/${var.bits}"] {
		told([a, late_modern(template)], at_modern) == {["ingress", "tcp", [22, 22], "unknown", set()]}
		told([a, late_classic(["${aws_eip.x.public_ip}/32", template])], at_classic) == {["ingress", "tcp", [22, 22], "unknown", set()]}
	}
}

# "0.0.0.0/0" beside "${aws_eip.x.public_ip}/32".
test_a_literal_beside_something_unknown_is_known if {
	everybody := ["ingress", "tcp", [22, 22], "cidr", "0.0.0.0/0"]
	list := ["0.0.0.0/0", "${aws_eip.x.public_ip}/32"]
	told([a, late_classic(list)], at_classic) == {everybody, ["ingress", "tcp", [22, 22], "address", set()]}
	told([late_inline(list)], "aws_security_group.a") == {everybody, ["ingress", "tcp", [22, 22], "address", set()]}
	told([late_inline(["0.0.0.0/0", "${aws_vpc.x.cidr_block}"])], "aws_security_group.a") == {everybody, ["ingress", "tcp", [22, 22], "unknown", set()]}
}

late_entry(entry, template, member) := build.with_unknown(
	inline({"ingress": [entry]}, {}), {"ingress": [{member: true}]},
	{"ingress": {"constant_value": [object.union(entry, {member: template})], "references": build.chains(["aws_security_group.b"])}},
)

# A set is unknown as a whole; the code still shows its literals.
test_a_literal_id_beside_a_reference_is_known if {
	ssh := {"protocol": "tcp", "from_port": 22, "to_port": 22}
	told([late_entry(ssh, ["sg-1", "${aws_security_group.b.id}"], "security_groups"), b], "aws_security_group.a") == {
		["ingress", "tcp", [22, 22], "group", {"sg-1"}],
		["ingress", "tcp", [22, 22], "group", {"aws_security_group.b"}],
	}
	told([late_entry(ssh, ["pl-1", "${aws_security_group.b.id}"], "prefix_list_ids"), b], "aws_security_group.a") == {
		["ingress", "tcp", [22, 22], "prefix_list", {"pl-1"}],
		["ingress", "tcp", [22, 22], "prefix_list", {"aws_security_group.b"}],
	}
	told([late_entry(ssh, ["${aws_security_group.b.id}"], "security_groups"), b], "aws_security_group.a") == {["ingress", "tcp", [22, 22], "group", {"aws_security_group.b"}]}
}

# The literal belongs to the block of its own ports.
test_a_literal_of_another_block_is_on_its_own_ports if {
	web := {"protocol": "tcp", "from_port": 443, "to_port": 443}
	ssh := {"protocol": "tcp", "from_port": 22, "to_port": 22}
	group := build.with_unknown(
		inline({"ingress": [web, ssh]}, {}), {"ingress": [{"security_groups": true}, {"security_groups": true}]},
		{"ingress": {
			"constant_value": [object.union(web, {"security_groups": ["sg-1", "${aws_security_group.b.id}"]}), object.union(ssh, {"security_groups": ["${aws_security_group.b.id}"]})],
			"references": build.chains(["aws_security_group.b"]),
		}},
	)
	told([group, b], "aws_security_group.a") == {
		["ingress", "tcp", [443, 443], "group", {"sg-1"}],
		["ingress", "tcp", [443, 443], "group", {"aws_security_group.b"}],
		["ingress", "tcp", [22, 22], "group", {"aws_security_group.b"}],
	}
}

test_a_block_beside_a_template_is_known if {
	entry := {"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["0.0.0.0/0"]}
	group := build.with_unknown(inline({}, {}), {"ingress": true}, {"ingress": late([entry, "${local.more}"])})
	told([group], "aws_security_group.a") == {["ingress", "tcp", [22, 22], "cidr", "0.0.0.0/0"], ["ingress", "unknown", "unknown", "unknown", set()]}
}

test_entries_of_a_list_beside_unknown_ones_are_known if {
	list := build.resource("aws_ec2_managed_prefix_list", "p", {"entry": [{"cidr": "0.0.0.0/0"}, {}]}, {"entry/1/cidr": "var.range"})
	told([a, list, modern({"ip_protocol": "tcp", "from_port": 22, "to_port": 22}, {"prefix_list_id": "aws_ec2_managed_prefix_list.p"})], at_modern) == {
		["ingress", "tcp", [22, 22], "cidr", "0.0.0.0/0"],
		["ingress", "tcp", [22, 22], "prefix_list", {"aws_ec2_managed_prefix_list.p"}],
	}
}

keyed_group(key) := build.keyed("aws_security_group", "g", key, {}, {})

among_keyed := build.resource("aws_vpc_security_group_ingress_rule", "r", {"ip_protocol": "tcp", "from_port": 22, "to_port": 22}, {"security_group_id": "aws_security_group.g", "referenced_security_group_id": "aws_security_group.g"})

# aws_security_group.g[each.key] lets in aws_security_group.g[each.value]: the plan lists neither key.
test_a_sibling_of_for_each_is_not_the_group_itself if {
	told([keyed_group("[\"a\"]"), keyed_group("[\"b\"]"), among_keyed], at_modern) == {["ingress", "tcp", [22, 22], "group", {"aws_security_group.g"}]}
	told([keyed_group("[\"a\"]"), among_keyed], at_modern) == {["ingress", "tcp", [22, 22], "self", set()]}
}
