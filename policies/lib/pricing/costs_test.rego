package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

total(resources, size) := sum([found[size] |
	items := pricing.items with input as fixture.plan(resources)
	some found in items
])

test_allow_when_the_web_tier_is_the_guides if {
	amounts(fixture.web) == {
		["aws_lb.alb", "load balancer", 16425000, 16425000, 16425000],
		["aws_lb.alb", "public IPv4 addresses, one in each subnet", 7300000, 7300000, 7300000],
		["aws_autoscaling_group.asg", "t3.small instances", 30368000, 30368000, 151840000],
		["aws_autoscaling_group.asg", "volume 1, gp3, 8 GB", 1280000, 1280000, 6400000],
	}
	reasons(fixture.web) == set()
	charges(fixture.web) == {
		["aws_lb.alb", "web", "capacity units: $0.008 a LCU-hour"],
		["aws_lb.alb", "web", "traffic to the Internet: $0.09 a gigabyte for the first 10 TB"],
		["aws_autoscaling_group.asg", "web", "surplus CPU credits of burstable instances: $0.05 a vCPU-hour ($0.04 on t4g)"],
	}
}

test_allow_when_the_stack_has_a_database_and_monitoring if {
	total(fixture.stack, "minimum") == 74313000
	total(fixture.stack, "desired") == 74313000
	total(fixture.stack, "maximum") == 200905000
	reasons(fixture.stack) == set()
}

test_allow_when_costs_are_shown_with_their_parts_and_charges if {
	costs := {cost | some cost in pricing.costs} with input as {"stacks": {"shop": fixture.plan([fixture.alb])}}
	costs == {
		{"stack": "shop", "part": "web", "address": "shop::aws_lb.alb", "item": "load balancer", "minimum": 16425000, "desired": 16425000, "maximum": 16425000, "usage": ""},
		{"stack": "shop", "part": "web", "address": "shop::aws_lb.alb", "item": "public IPv4 addresses, one in each subnet", "minimum": 7300000, "desired": 7300000, "maximum": 7300000, "usage": ""},
		{"stack": "shop", "part": "web", "address": "shop::aws_lb.alb", "item": "capacity units", "minimum": 0, "desired": 0, "maximum": 0, "usage": "$0.008 a LCU-hour"},
		{"stack": "shop", "part": "web", "address": "shop::aws_lb.alb", "item": "traffic to the Internet", "minimum": 0, "desired": 0, "maximum": 0, "usage": "$0.09 a gigabyte for the first 10 TB"},
	}
}

test_allow_when_a_type_costs_by_use_only if {
	bucket := fixture.resource("aws_s3_bucket", "b", {})
	reasons([bucket]) == set()
	amounts([bucket]) == set()
	charges([bucket]) == {["aws_s3_bucket.b", "other", "storage: $0.023 a gigabyte-month, and requests"]}
}

test_allow_when_equal_items_are_counted_each if {
	total([fixture.alarm, object.union(fixture.alarm, {"name": "other"})], "desired") == 200000
}

test_undecided_when_a_stack_stands_in_another_region if {
	ireland := fixture.resource("aws_subnet", "a", {"availability_zone": "sa-east-1a"})
	virginia := fixture.resource("aws_subnet", "b", {"availability_zone": "us-east-1b"})
	reasons([ireland, virginia]) == {["aws_subnet.a", "availability_zone", "it is in sa-east-1a, and the price book holds the prices of eu-south-2, eu-west-1, us-east-1"]}
}

test_a_charge_of_which_the_book_has_no_text_is_told_by_its_name if {
	pricing.price_in(["rds.backup"]) == "rds.backup"
	pricing.price_in(["snapshot", "$0.05 a gigabyte-month"]) == "$0.05 a gigabyte-month"
}
