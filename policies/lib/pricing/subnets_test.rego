package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

subnet(name) := fixture.resource("aws_subnet", name, {})

standing_in(references) := fixture.hiding(fixture.without(fixture.alb, ["subnets"]), {"subnets": references})

addresses(resources) := {[found.address, found.desired] |
	items := pricing.items with input as fixture.plan(resources)
	some found in items
	found.path == "subnets"
}

test_allow_when_subnets_are_counted_by_reference if {
	addresses([
		standing_in(["aws_subnet.a.id", "aws_subnet.a", "aws_subnet.b.id", "aws_subnet.b", "aws_subnet.c.id", "aws_subnet.c"]),
		subnet("a"),
		subnet("b"),
		subnet("c"),
	]) == {["aws_lb.alb", 10950000]}
}

test_allow_when_a_reference_means_every_instance_of_a_subnet if {
	addresses([
		standing_in(["aws_subnet.a"]),
		fixture.keyed(subnet("a"), "[0]"),
		fixture.keyed(subnet("a"), "[1]"),
		fixture.keyed(subnet("a"), "[2]"),
		fixture.keyed(subnet("a"), "[3]"),
		subnet("b"),
	]) == {["aws_lb.alb", 14600000]}
}

test_undecided_when_the_subnets_cannot_be_counted if {
	cannot := {["aws_lb.alb", "subnets", "the plan does not tell how many subnets it has"]}
	reasons([standing_in(["data.aws_subnets.all.ids", "data.aws_subnets.all"])]) == cannot
	reasons([fixture.without(fixture.alb, ["subnets"])]) == {["aws_lb.alb", "subnets", "its subnets are not known yet"]}
}

test_undecided_when_there_are_too_many_subnets_to_follow if {
	found := pricing.unpriced with input as fixture.plan([standing_in(["aws_subnet.a"]), fixture.keyed(subnet("a"), "[0]")]) with pricing.join_limit as 0
	{unpriced.reason | some unpriced in found} == {"there are too many subnets to follow its references"}
}

test_allow_when_a_literal_stands_beside_references if {
	mixed := object.union(standing_in([]), {"expressions": {"subnets": {"references": ["aws_subnet.a.id", "aws_subnet.a"], "constant_value": ["subnet-1"]}}})
	addresses([mixed, subnet("a")]) == {["aws_lb.alb", 7300000]}
}
