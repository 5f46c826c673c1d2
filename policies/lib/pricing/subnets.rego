# In how many subnets does a resource stand? Public addresses and endpoints are charged for each.
package lib.pricing

import rego.v1

import data.lib.plan

# {"count"} or {"reason"}. An address that is given (an Elastic IP) has its own price.
subnets_of(record, attribute) := {"count": count(mapped)} if {
	mappings := object.get(record.values, "subnet_mapping", [])
	is_array(mappings)
	count(mappings) > 0
	mapped := [i | some i, _ in mappings; plan.state(record, ["subnet_mapping", i, "allocation_id"]).is == "unset"]
} else := {"count": count(listed_subnets)} if {
	listed_subnets := object.get(record.values, attribute, [])
	is_array(listed_subnets)
	count(listed_subnets) > 0
} else := {"count": count(zones)} if {
	zones := object.get(record.values, "availability_zones", [])
	is_array(zones)
	count(zones) > 0
} else := counted_subnets(plan.links(record, [attribute]))

# Through references: each that means one subnet counts one; one that may mean several instances counts them all.
counted_subnets(links) := {"reason": "its subnets are not known yet"} if {
	count(links) == 0
} else := {"reason": "the plan does not tell how many subnets it has"} if {
	some name in links
	not subnet_like(name)
} else := {"reason": "there are too many subnets to follow its references"} if {
	some name in links
	several_subnets[name]
	count(subnets) * count(balancers) > join_limit
} else := {"count": count(single | many)} if {
	single := {name | some name in links; not several_subnets[name]}
	many := {subnet.address |
		some name in links
		several_subnets[name]
		some subnet in subnets
		plan.reference_names(subnet)[name]
	}
}

# A join over two growing collections is refused beyond this many steps.
join_limit := 100000

subnets := array.concat(
	array.concat(records("aws_subnet"), records("aws_default_subnet")),
	plan.data_of_type("aws_subnet"),
)

subnet_addresses := {subnet.address | some subnet in subnets}

# Names that leave the instance key of a subnet or of its module open.
several_subnets := {name |
	some subnet in subnets
	some name in plan.reference_names(subnet)
	not subnet_addresses[name]
}

subnet_like(name) if subnet_addresses[name]

subnet_like(name) if several_subnets[name]

subnet_like(name) if startswith(name, "subnet-")

# Names of subnets that give what starts in them a public address, and of those that may.
public_subnet_names := {name |
	some subnet in subnets
	is_true(plan.state(subnet, ["map_public_ip_on_launch"]))
	some name in plan.names(subnet)
}

maybe_public_subnet_names := {name |
	some subnet in subnets
	plan.state(subnet, ["map_public_ip_on_launch"]).is == "unknown"
	some name in plan.names(subnet)
}
