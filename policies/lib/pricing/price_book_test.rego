package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture
import data.lib.pricing

test_undecided_when_there_is_no_price_book if {
	found := pricing.unpriced with input as fixture.plan([fixture.dashboard, fixture.security_group]) with data.settings as {}
	{[unpriced.address, unpriced.reason] | some unpriced in found} == {
		["aws_cloudwatch_dashboard.dashboard", "the price book has no row cloudwatch.dashboard"],
		["aws_security_group.sg", "the price book neither prices aws_security_group nor lists it as free"],
	}
}

test_undecided_when_a_type_is_in_no_list if {
	cluster := fixture.resource("aws_memorydb_cluster", "k", {})
	reasons([cluster, fixture.security_group]) == {["aws_memorydb_cluster.k", "", "the price book neither prices aws_memorydb_cluster nor lists it as free"]}
}
