package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture

endpoint(values) := fixture.resource("aws_vpc_endpoint", "e", values)

test_allow_when_an_endpoint_is_a_gateway if {
	every values in [{}, {"vpc_endpoint_type": "Gateway"}] {
		amounts([endpoint(values)]) == set()
		reasons([endpoint(values)]) == set()
	}
}

test_allow_when_an_endpoint_has_interfaces if {
	resources := [endpoint({"vpc_endpoint_type": "Interface", "subnet_ids": ["subnet-a", "subnet-b"]})]
	amounts(resources) == {["aws_vpc_endpoint.e", "interface endpoint", 14600000, 14600000, 14600000]}
	charges(resources) == {["aws_vpc_endpoint.e", "network", "traffic through the endpoint: $0.01 a gigabyte"]}
}

test_undecided_when_an_endpoint_is_of_another_kind_or_stands_nowhere if {
	reasons([endpoint({"vpc_endpoint_type": "GatewayLoadBalancer"})]) == {["aws_vpc_endpoint.e", "subnet_ids", "the price book holds gateway and interface endpoints only"]}
	reasons([endpoint({"vpc_endpoint_type": "Interface"})]) == {["aws_vpc_endpoint.e", "subnet_ids", "its subnets are not known yet"]}
}

nat_gateway(values) := fixture.resource("aws_nat_gateway", "n", values)

test_undecided_when_a_nat_gateway_is_regional if {
	reasons([nat_gateway({"availability_mode": "regional"})]) == {["aws_nat_gateway.n", "availability_mode", "the price of a regional NAT gateway depends on its zones"]}
	reasons([nat_gateway({"availability_mode": "zonal"})]) == set()
	reasons([nat_gateway({})]) == set()
}
