# METADATA
# title: Prefix lists whose entries the plan knows
# description: >-
#   Managed prefix lists with their inline entries and those of resources of their own, and lists that a data source
#   read. A list of which any entry is unknown, or none is known, is absent from `entries`: it may hold anything. The entries
#   of such a list that are known are in `some_entries`.
# custom:
#   resources:
#     - aws_ec2_managed_prefix_list
#     - aws_ec2_managed_prefix_list_entry
#     - data.aws_ec2_managed_prefix_list
#     - data.aws_prefix_list
package lib.prefix_lists

import data.lib.plan
import rego.v1

lists := array.concat(plan.of_type.aws_ec2_managed_prefix_list, read)

# Those that a data source read. The older of the two data sources finds the lists of AWS alone.
read := array.concat(plan.data_of_type("aws_ec2_managed_prefix_list"), plan.data_of_type("aws_prefix_list"))

# The address ranges of a list by each name that means it alone.
entries := {name: ranges |
	some record in lists
	ranges := known_entries(record)
	count(ranges) > 0
	some name in plan.exact_names(record)
}

known_entries(record) := {range | some range in array.concat(array.concat(inline, of_aws), separate)} if {
	complete(record)
	of_aws := [range | some range in object.get(record.values, "cidr_blocks", []); is_string(range)]
	inline := [entry.cidr | some attribute in ["entry", "entries"]; some entry in object.get(record.values, attribute, [])]
	separate := [entry.values.cidr | some entry in separate_entries(record)]
}

# The known ranges of lists of which something is unknown, by each name that means the list alone.
some_entries := {name: ranges |
	some record in lists
	not complete(record)
	ranges := {cidr |
		some attribute in ["entry", "entries"]
		some entry in object.get(record.values, attribute, [])
		cidr := object.get(entry, "cidr", null)
		is_string(cidr)
	} | {cidr |
		some entry in separate_entries(record)
		plan.links(entry, ["prefix_list_id"]) - plan.exact_names(record) == set()
		cidr := object.get(entry.values, "cidr", null)
		is_string(cidr)
	}
	count(ranges) > 0
	some name in plan.exact_names(record)
}

separate_entries(record) := [entry |
	some entry in plan.of_type.aws_ec2_managed_prefix_list_entry
	plan.meets(plan.links(entry, ["prefix_list_id"]), plan.names(record))
]

complete(record) if {
	every attribute in ["entry", "entries", "cidr_blocks"] { plan.state(record, [attribute]).is != "unknown" }
	every i, _ in object.get(record.values, "entry", []) { plan.state(record, ["entry", i, "cidr"]).is == "known" }
	every entry in separate_entries(record) { plan.state(entry, ["cidr"]).is == "known" }
	not stray_entries
}

# An entry of a list that is not known may belong to any.
stray_entries if {
	some entry in plan.of_type.aws_ec2_managed_prefix_list_entry
	some name in plan.links(entry, ["prefix_list_id"])
	startswith(name, "?")
}

# Entries of lists that this plan does not make: which rules let them in is told elsewhere, if at all.
foreign_entries := [entry |
	some entry in plan.of_type.aws_ec2_managed_prefix_list_entry
	not own_list(plan.links(entry, ["prefix_list_id"]))
]

own_list(link) if {
	count(link) > 0
	every name in link { own_names[name] }
}

own_names := {name | some record in plan.of_type.aws_ec2_managed_prefix_list; some name in plan.names(record)}
