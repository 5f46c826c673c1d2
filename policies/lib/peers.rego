# METADATA
# title: Peers that the settings name
# description: >-
#   A peer of flows.json is a list of what stands elsewhere: address ranges, prefix lists and security groups, by id, by name or by the
#   address of the data source that reads them. The list is an upper bound: a rule may allow less of it.
package lib.peers

import data.lib.cidr
import data.lib.declared
import data.lib.network
import data.lib.patterns
import data.lib.plan
import data.lib.prefix_lists
import data.lib.scope
import rego.v1

# The address ranges of each peer.
ranges := {name: found |
	some name, members in declared.peers
	found := {range |
		some member in members
		range := cidr.bare(cidr.interval(member))
	}
}

# The names of the prefix lists and security groups of each peer.
names := {name: found |
	some name, members in declared.peers
	found := members | {other |
		some member in members
		some other in meant_by[member]
	}
}

meant_by := {member: others |
	some _, members in declared.peers
	some member in members
	not contains(member, "/")
	of_groups := {other | some group in network.groups; patterns.means(member, group); some other in group.names}
	of_lists := {other |
		some record in prefix_lists.lists
		patterns.matches_address(member, scope.local(record.stack, record.address))
		some other in plan.names(record)
	}
	others := of_groups | of_lists
}

# Is the source or destination of an opening within the peer: "yes", "maybe" or "no"?
holds(side, peer, range) := "yes" if {
	peer.kind == "cidr"
	some whole in ranges[side]
	cidr.within(range, whole)
} else := "yes" if {
	peer.kind in {"group", "prefix_list"}
	count(peer.link) > 0
	every name in peer.link { names[side][name] }
} else := "maybe" if {
	peer.kind in {"group", "prefix_list"}
	some name in peer.link
	may_be(name, side)
} else := "maybe" if {
	peer.kind in {"address", "unknown"}
} else := "no"

may_be(name, side) if names[side][name]

may_be(name, _) if network.unsure(name)

# Does a range hold one of the peer's ranges, or a part of it?
overlaps(side, range) if {
	some part in ranges[side]
	cidr.overlaps(range, part)
}
