package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture

balancer(values) := fixture.changing(fixture.alb, values)

test_allow_when_a_load_balancer_has_no_public_addresses if {
	inside := {["aws_lb.alb", "load balancer", 16425000, 16425000, 16425000]}
	amounts([balancer({"internal": true})]) == inside
	amounts([balancer({"ip_address_type": "dualstack-without-public-ipv4"})]) == inside
}

test_allow_when_the_type_of_a_load_balancer_is_not_set if {
	["aws_lb.alb", "load balancer", 16425000, 16425000, 16425000] in amounts([fixture.without(fixture.alb, ["load_balancer_type"])])
}

test_allow_when_a_load_balancer_is_classic if {
	classic := fixture.resource("aws_elb", "elb", {"availability_zones": ["us-east-1a", "us-east-1b", "us-east-1c"]})
	amounts([classic]) == {
		["aws_elb.elb", "load balancer", 18250000, 18250000, 18250000],
		["aws_elb.elb", "public IPv4 addresses, one in each subnet", 10950000, 10950000, 10950000],
	}
}

test_allow_when_a_load_balancer_brings_its_own_addresses if {
	mapped := balancer({"load_balancer_type": "network", "subnet_mapping": [{"subnet_id": "subnet-a", "allocation_id": "eipalloc-1"}, {"subnet_id": "subnet-b"}]})
	["aws_lb.alb", "public IPv4 addresses, one in each subnet", 3650000, 3650000, 3650000] in amounts([mapped])
}

test_undecided_when_the_type_of_a_load_balancer_is_not_known_or_not_in_the_book if {
	reasons([fixture.hiding(fixture.without(fixture.alb, ["load_balancer_type"]), {"load_balancer_type": ["var.kind"]})]) == {["aws_lb.alb", "load_balancer_type", "load_balancer_type is not known yet"]}
	reasons([balancer({"load_balancer_type": "gateway"})]) == {["aws_lb.alb", "load_balancer_type", "the price book has no row lb.gateway"]}
}

test_undecided_when_it_is_not_known_whether_a_load_balancer_is_internal if {
	reasons([fixture.hiding(fixture.without(fixture.alb, ["internal"]), {"internal": ["var.internal"]})]) == {["aws_lb.alb", "subnets", "whether it has public addresses (internal) is not known yet"]}
}

test_reserved_capacity_is_priced if {
	reserved := balancer({"minimum_load_balancer_capacity": [{"capacity_units": 1500}]})
	["aws_lb.alb", "reserved capacity, 1500 units", 8760000000, 8760000000, 8760000000] in amounts([reserved])
	network := balancer({"load_balancer_type": "network", "minimum_load_balancer_capacity": [{"capacity_units": 2750}]})
	["aws_lb.alb", "reserved capacity, 2750 units", 12045000000, 12045000000, 12045000000] in amounts([network])
	count([item | some item in amounts([balancer({"minimum_load_balancer_capacity": []})]); startswith(item[1], "reserved")]) == 0
}

test_undecided_when_reserved_capacity_is_not_known if {
	hidden := object.union(balancer({"minimum_load_balancer_capacity": [{}]}), {
		"unknown": {"minimum_load_balancer_capacity": [{"capacity_units": true}]},
		"expressions": {"minimum_load_balancer_capacity": [{"capacity_units": {"references": ["var.units"]}}]},
	})
	reasons([hidden]) == {["aws_lb.alb", "minimum_load_balancer_capacity.0.capacity_units", "the reserved capacity (capacity_units) is not known yet"]}
	dynamic := object.union(fixture.alb, {"unknown": {"minimum_load_balancer_capacity": true}})
	{reason[1] | some reason in reasons([dynamic])} == {"minimum_load_balancer_capacity.0.capacity_units"}
}
