# METADATA
# title: Prefix lists whose entries the plan knows
# description: >-
#   Managed prefix lists with their inline entries and those of resources of their own, and lists that a data source
#   read. A list of which any entry is unknown, or none is known, is absent: then it may hold anything.
# custom:
#   resources:
#     - aws_ec2_managed_prefix_list
#     - aws_ec2_managed_prefix_list_entry
#     - data.aws_ec2_managed_prefix_list
package lib.prefix_lists

import data.lib.plan
import rego.v1

lists := array.concat(plan.of_type.aws_ec2_managed_prefix_list, read)

# Those that a data source read.
read := plan.data_of_type("aws_ec2_managed_prefix_list")

# The address ranges of a list by each name that means it alone.
entries := {name: ranges |
	some record in lists
	ranges := known_entries(record)
	count(ranges) > 0
	some name in plan.exact_names(record)
}

known_entries(record) := {range | some range in array.concat(inline, separate)} if {
	complete(record)
	inline := [entry.cidr | some attribute in ["entry", "entries"]; some entry in object.get(record.values, attribute, [])]
	separate := [entry.values.cidr | some entry in separate_entries(record)]
}

separate_entries(record) := [entry |
	some entry in plan.of_type.aws_ec2_managed_prefix_list_entry
	plan.meets(plan.links(entry, ["prefix_list_id"]), plan.names(record))
]

complete(record) if {
	every attribute in ["entry", "entries"] { plan.state(record, [attribute]).is != "unknown" }
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
