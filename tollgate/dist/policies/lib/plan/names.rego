# By which names do others refer to a resource: addresses, ids, ARNs?
package lib.plan

import rego.v1

# The names by which a reference may mean this resource: its address, and the forms without instance keys.
reference_names(record) := {name |
	some alias in aliases_of(record.prefix)
	some local in [record.local, trim_prefix(record.address, record.prefix)]
	name := concat("", [alias, local])
}

aliases_of(prefix) := aliases if {
	aliases := scopes[prefix].aliases
} else := {prefix}

# Known values by which another resource may mean this one.
value_names(record) := {value |
	some attribute in identities
	value := object.get(record.values, attribute, null)
	is_string(value)
	value != ""
} | {value |
	named_types[record.type]
	value := object.get(record.values, "name", null)
	is_string(value)
	value != ""
	not is_id(value)
}

identities := ["id", "arn"]

# Types that some attribute means by their names. In other attributes a name is an ordinary string.
named_types := {
	"aws_alb": true, "aws_alb_target_group": true, "aws_autoscaling_group": true, "aws_db_subnet_group": true,
	"aws_default_security_group": true, "aws_elb": true, "aws_launch_configuration": true, "aws_launch_template": true,
	"aws_lb": true, "aws_lb_target_group": true, "aws_security_group": true,
}

# Values that AWS assigns are not names of resources of the plan.
is_id(text) if startswith(text, "sg-")

is_id(text) if startswith(text, "arn:")

is_id(text) if {
	parts := split(text, "-")
	id_prefixes[parts[0]]
	count(parts) == 2
	count(parts[1]) >= 8
	trim(parts[1], "0123456789abcdef") == ""
}

id_prefixes := {"eni": true, "i": true, "lt": true, "pl": true, "subnet": true, "vpc": true}

# The names by which another resource may mean this one: its address, the forms without instance keys, id and ARN.
names(record) := reference_names(record) | value_names(record)

security_groups := array.concat(
	array.concat(of_type.aws_security_group, of_type.aws_default_security_group),
	data_of_type("aws_security_group"),
)

# Names without instance keys that mean more than one group.
plural := {pair[0] |
	one := one_of_each(loose_pairs)
	some pair in loose_pairs
	one[pair[0]] != pair[1]
}

loose_pairs := [[name, record.address] | some record in security_groups; some name in reference_names(record); name != record.address]

# Of the pairs [name, value], one value for each name. An object cannot be made of pairs with two values for a name, and
# looking for them takes the square of their number; JSON may repeat a name, and one of the values is read.
one_of_each(pairs) := json.unmarshal(concat("", ["{", concat(",", members), "}"])) if {
	members := [concat(":", [json.marshal(pair[0]), json.marshal(pair[1])]) | some pair in pairs]
}

# Names that mean this one resource and no sibling of it.
exact_names(record) := {record.address} | value_names(record)

# True when two sets of names share one.
meets(some_names, other_names) if count(some_names & other_names) > 0
