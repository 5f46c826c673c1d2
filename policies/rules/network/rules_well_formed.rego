# METADATA
# title: Security group rules are well formed
# description: >-
#   A port range that runs backwards, a TCP or UDP rule without both ports, a port above 65535, an address range with host
#   bits or an inline rule that occurs twice: AWS refuses some of them when Terraform applies, and silently changes
#   others.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
#     description: IpPermission
# custom:
#   id: NET-008
#   severity: medium
#   scope: always
#   resources:
#     - aws_security_group
#     - aws_security_group_rule
#     - aws_vpc_security_group_ingress_rule
#     - aws_vpc_security_group_egress_rule
#   fix: >-
#     Give a TCP or UDP rule both from_port and to_port, the lower one first: for one port the same number twice, for all
#     of them 0 and 65535. Write an address range as its network address with the prefix length. Name each source and
#     destination in one inline block of the same ports only.
package rules.network.rules_well_formed

import data.lib.declared
import data.lib.exposure
import data.lib.flows
import data.lib.openings
import rego.v1

# Each rule is reported once: not if another rule of the gate denies it already.
untold := [opening |
	some opening in suspects
	not flows.undeclared[flows.key(opening)]
	not exposure.exposed_keys[flows.key(opening)]
]

# Few rules can be malformed: the others need not be compared with other findings.
suspects := [opening | some opening in openings.openings; suspect(opening)]

# AWS refuses these whatever they open, and no other finding says how to correct them.
refused := [opening | some opening in openings.openings; openings.has_ports[opening.protocol]; no_ports(opening.ports)]

no_ports(ports) if not ports.valid

no_ports(ports) if count(ports.missing) > 0

suspect(opening) if not opening.ports.valid

suspect(opening) if not opening.ports.known

suspect(opening) if opening.peer.kind == "unknown"

suspect(opening) if {
	opening.peer.kind == "cidr"
	not canonical(opening.peer.cidr)
}

checked contains opening.address if some opening in openings.openings

deny contains {
	"address": opening.address,
	"path": flows.placed(opening, "from_port"),
	"why": "this is not a range of ports",
	"found": openings.traffic(opening),
	"allowed": "from_port <= to_port <= 65535",
} if {
	some opening in refused
	not opening.ports.valid
}

deny contains {
	"address": opening.address,
	"path": flows.placed(opening, attribute),
	"why": "a TCP or UDP rule has both ports: AWS refuses it without",
	"found": concat("", [opening.protocol, " without ", attribute]),
	"allowed": "from_port and to_port",
} if {
	some opening in refused
	some attribute in opening.ports.missing
}

# The order of both does not matter: the message names the direction.
deny contains {
	"address": opening.address,
	"path": opening.direction,
	"why": "inline blocks with different descriptions hold the same rule: AWS refuses the second (InvalidPermission.Duplicate)",
	"found": openings.text(opening),
	"allowed": "each rule once",
} if {
	some opening in openings.repeated
}

deny contains {
	"address": opening.address,
	"path": opening.peer.path,
	"why": "this is not an address range as AWS stores it",
	"found": opening.peer.cidr,
	"allowed": "a network address and its prefix length, as 10.0.0.0/16",
} if {
	some opening in untold
	opening.peer.kind == "cidr"
	not canonical(opening.peer.cidr)
}

canonical(text) if openings.ranges[text].canonical

undecided contains {
	"address": opening.address,
	"path": flows.placed(opening, "from_port"),
	"why": "it is not known before apply whether this is a range of ports",
} if {
	some opening in unsaid
	perhaps_no_range(opening)
}

undecided contains {
	"address": opening.address,
	"path": opening.peer.path,
	"why": "it is not known before apply whether this is an address range as AWS keeps it",
} if {
	some opening in unsaid
	opening.peer.kind == "unknown"
	contains(opening.peer.path, "cidr")
}

perhaps_no_range(opening) if {
	not opening.ports.known
	may_have_ports[opening.protocol]
}

# No range of ports, and perhaps no ports but a kind of ICMP.
perhaps_no_range(opening) if {
	not opening.ports.valid
	opening.protocol == "unknown"
}

may_have_ports := openings.has_ports | {"unknown"}

# Other rules judge the rules of a tier or a default group, and rules that may allow the Internet, unknown or not. The content
# of a dynamic block may be anything, well formed or not.
unsaid := [opening |
	some opening in untold
	not opening.peer.words
	not elsewhere[flows.key(opening)]
	not exposure.default_group(opening.group)
]

elsewhere := of_tiers | uncertain

of_tiers := {flows.key(item.opening) | declared.some_flow; some item in flows.tier_openings}

uncertain := {flows.key(opening) | declared.some_flow; some opening in exposure.uncertain}
