# What does a load balancer cost?
package lib.pricing

import rego.v1

import data.lib.plan

balancers := array.concat(records("aws_lb"), array.concat(records("aws_alb"), records("aws_elb")))

lines contains line(balancer, "web", "load balancer", "load_balancer_type", balancer_quote(balancer), once) if {
	some balancer in balancers
}

lines contains line(balancer, "web", "public IPv4 addresses, one in each subnet", "subnets", quote, once) if {
	some balancer in balancers
	not inside_only(balancer)
	quote := addresses_quote(balancer)
}

# Capacity that is reserved is charged whether it is used or not.
lines contains line(balancer, "web", item, "minimum_load_balancer_capacity.0.capacity_units", quote, once) if {
	some balancer in balancers
	some quote in reserved_quotes(balancer)
	item := concat("", ["reserved capacity, ", units_text(plan.state(balancer, capacity_path)), " units"])
}

capacity_path := ["minimum_load_balancer_capacity", 0, "capacity_units"]

reserved_quotes(balancer) := set() if {
	count(blocks(balancer, "minimum_load_balancer_capacity")) == 0
	plan.state(balancer, ["minimum_load_balancer_capacity"]).is != "unknown"
} else := {priced(balancer, concat("", [balancer_row(balancer), ".capacity-unit"]), hours * found.value)} if {
	found := plan.state(balancer, capacity_path)
	is_whole(found)
} else := {{"reason": concat("", ["the reserved capacity (capacity_units) is ", not_known(plan.state(balancer, capacity_path))])}}

units_text(found) := format_int(found.value, 10) if {
	is_whole(found)
} else := "an unknown number of"

depending contains {"record": balancer, "part": "web", "id": id} if {
	some balancer in balancers
	some id in {balancer_row(balancer), "traffic-out"}
	id != ""
}

balancer_row(balancer) := "lb.classic" if {
	balancer.type == "aws_elb"
} else := concat("", ["lb.", found.value]) if {
	found := plan.state(balancer, ["load_balancer_type"])
	found.is == "known"
	is_string(found.value)
} else := "lb.application" if {
	plan.state(balancer, ["load_balancer_type"]).is == "unset"
} else := ""

balancer_quote(balancer) := {"reason": "load_balancer_type is not known yet"} if {
	balancer_row(balancer) == ""
} else := hourly(balancer, balancer_row(balancer))

# Without public IPv4 addresses.
inside_only(balancer) if is_true(plan.state(balancer, ["internal"]))

inside_only(balancer) if text_of(plan.state(balancer, ["ip_address_type"])) == "dualstack-without-public-ipv4"

addresses_quote(balancer) := {"reason": "whether it has public addresses (internal) is not known yet"} if {
	plan.state(balancer, ["internal"]).is == "unknown"
} else := {"reason": places.reason} if {
	places := subnets_of(balancer, "subnets")
	places.reason
} else := priced(balancer, "ipv4", hours * places.count) if {
	places := subnets_of(balancer, "subnets")
}
