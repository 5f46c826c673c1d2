package lib.pricing_test

import rego.v1

import data.lib.costs_fixture_test as fixture

test_allow_when_types_have_one_price if {
	resources := [
		fixture.resource("aws_nat_gateway", "nat", {}),
		fixture.resource("aws_eip", "nat", {}),
		fixture.resource("aws_kms_key", "key", {}),
		fixture.resource("aws_secretsmanager_secret", "secret", {}),
	]
	amounts(resources) == {
		["aws_nat_gateway.nat", "NAT gateway", 32850000, 32850000, 32850000],
		["aws_eip.nat", "public IPv4 address", 3650000, 3650000, 3650000],
		["aws_kms_key.key", "key", 1000000, 1000000, 1000000],
		["aws_secretsmanager_secret.secret", "secret", 400000, 400000, 400000],
	}
	charges(resources) == {
		["aws_nat_gateway.nat", "network", "traffic through the gateway: $0.045 a gigabyte"],
		["aws_kms_key.key", "other", "requests to the key: $0.03 for 10,000"],
		["aws_secretsmanager_secret.secret", "other", "calls to the secret: $0.05 for 10,000"],
	}
}
