package lib.pricing_test

import rego.v1

import data.lib.pricing

test_allow_when_amounts_are_written_as_dollars if {
	pricing.dollars(0) == "$0.00"
	pricing.dollars(4999) == "$0.00"
	pricing.dollars(5000) == "$0.01"
	pricing.dollars(55373000) == "$55.37"
	pricing.dollars(60000000) == "$60.00"
	pricing.dollars(1234567890) == "$1234.57"
	pricing.dollars(999999999) == "$1000.00"
}
