# What do NAT gateways, Elastic IP addresses and VPC endpoints cost?
package lib.pricing

import rego.v1

import data.lib.plan

network_prices := {
	"aws_eip": {"part": "network", "item": "public IPv4 address", "id": "ipv4", "hourly": true},
	"aws_nat_gateway": {"part": "network", "item": "NAT gateway", "id": "nat-gateway", "hourly": true},
}

# A regional NAT gateway is charged for each zone that it serves, with an address in each.
lines contains line(nat_gateway, "network", "regional NAT gateway", "availability_mode", {"reason": "the price of a regional NAT gateway depends on its zones"}, once) if {
	some nat_gateway in records("aws_nat_gateway")
	plan.state(nat_gateway, ["availability_mode"]).is != "unset"
	text_of(plan.state(nat_gateway, ["availability_mode"])) != "zonal"
}

endpoints := records("aws_vpc_endpoint")

# Endpoints of S3 and DynamoDB are not charged.
gateway_endpoints := [endpoint | some endpoint in endpoints; gateway(plan.state(endpoint, ["vpc_endpoint_type"]))]

gateway(found) if found.is == "unset"

gateway(found) if text_of(found) == "Gateway"

lines contains line(endpoint, "network", "interface endpoint", "subnet_ids", endpoint_quote(endpoint), once) if {
	some endpoint in endpoints
	not gateway(plan.state(endpoint, ["vpc_endpoint_type"]))
}

depending contains {"record": endpoint, "part": "network", "id": "vpc-endpoint.interface"} if {
	some endpoint in endpoints
	text_of(plan.state(endpoint, ["vpc_endpoint_type"])) == "Interface"
}

endpoint_quote(endpoint) := priced(endpoint, "vpc-endpoint.interface", hours * places.count) if {
	text_of(plan.state(endpoint, ["vpc_endpoint_type"])) == "Interface"
	places := subnets_of(endpoint, "subnet_ids")
	not places.reason
} else := {"reason": places.reason} if {
	text_of(plan.state(endpoint, ["vpc_endpoint_type"])) == "Interface"
	places := subnets_of(endpoint, "subnet_ids")
} else := {"reason": "the price book holds gateway and interface endpoints only"}
