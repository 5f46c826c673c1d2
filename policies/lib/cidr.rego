# METADATA
# title: Address ranges
# description: CIDRs as intervals of integers, so that what several of them cover together can be measured.
package lib.cidr

import rego.v1

import data.lib.declared

# The interval of a CIDR: {family: 4|6, from, to} (`to` is exclusive; IPv6 counts networks of /48, a smaller one is
# counted as a whole one), and whether it is canonical (no host bits set). Undefined if the string is not a CIDR.
interval(cidr) := {"family": 4, "from": start, "to": start + size, "canonical": start == address} if {
	[text, bits] := halves(cidr)
	address := ipv4(text)
	bits <= 32
	size := powers[32 - bits]
	start := address - (address % size)
} else := {"family": 6, "from": start, "to": start + size, "canonical": start == network} if {
	[text, bits] := halves(cidr)
	network := ipv6_network(text)
	bits <= 128
	size := powers[48 - min({48, bits})]
	start := network - (network % size)
}

halves(cidr) := [parts[0], bits] if {
	parts := split(cidr, "/")
	count(parts) == 2
	bits := decimal(parts[1], 3)
}

decimal(text, longest) := to_number(text) if {
	text != ""
	count(text) <= longest
	trim(text, "0123456789") == ""
}

ipv4(text) := ((a * 16777216) + (b * 65536)) + ((c * 256) + d) if {
	parts := split(text, ".")
	count(parts) == 4
	[a, b, c, d] := [number | some part in parts; number := decimal(part, 3); number <= 255]
}

# The first 48 bits. "2001:db8::1" has its first groups on the left of "::".
ipv6_network(text) := ((a * 4294967296) + (b * 65536)) + c if {
	groups := ipv6_groups(text)
	[a, b, c] := [hextet(groups[0]), hextet(groups[1]), hextet(groups[2])]
}

ipv6_groups(text) := groups if {
	groups := split(text, ":")
	count(groups) == 8
	every group in groups { hextet(group) >= 0 }
} else := array.concat(array.concat(left, zeros), right) if {
	sides := split(text, "::")
	count(sides) == 2
	left := side(sides[0])
	right := side(sides[1])
	missing := 8 - (count(left) + count(right))
	missing > 0
	zeros := array.slice(["0", "0", "0", "0", "0", "0", "0", "0"], 0, missing)
	every group in array.concat(left, right) { hextet(group) >= 0 }
}

side(text) := [] if {
	text == ""
} else := split(text, ":")

digits := {
	"0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7,
	"8": 8, "9": 9, "a": 10, "b": 11, "c": 12, "d": 13, "e": 14, "f": 15,
}

hextet(text) := sum([value | some i in [0, 1, 2, 3]; value := digit(text, i)]) if {
	text != ""
	count(text) <= 4
	trim(lower(text), "0123456789abcdef") == ""
}

# The value of the i-th digit from the right.
digit(text, i) := digits[lower(substring(text, (count(text) - 1) - i, 1))] * powers[4 * i] if {
	i < count(text)
} else := 0

# 2 to the power of 0 … 48.
powers := [
	1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072, 262144, 524288,
	1048576, 2097152, 4194304, 8388608, 16777216, 33554432, 67108864, 134217728, 268435456, 536870912, 1073741824,
	2147483648, 4294967296, 8589934592, 17179869184, 34359738368, 68719476736, 137438953472, 274877906944,
	549755813888, 1099511627776, 2199023255552, 4398046511104, 8796093022208, 17592186044416, 35184372088832,
	70368744177664, 140737488355328, 281474976710656,
]

# Ranges that are not on the Internet: RFC 1918, shared address space (RFC 6598), loopback, link-local; IPv6 unique
# local, link-local and loopback.
private := [
	interval("10.0.0.0/8"), interval("172.16.0.0/12"), interval("192.168.0.0/16"), interval("100.64.0.0/10"),
	interval("127.0.0.0/8"), interval("169.254.0.0/16"), interval("fc00::/7"), interval("fe80::/10"), interval("::/48"),
]

# True for an interval that lies in a private range as a whole.
is_private(range) if {
	some outer in private
	within(range, outer)
}

# More public addresses than this are "the Internet": the size of the networks of limits.internet (IPv6 in networks of /48).
wide := {4: powers[32 - widest.ipv4_prefix], 6: powers[48 - widest.ipv6_prefix]}

# No single owner has more than an IPv4 /8 or an IPv6 /13; registries hand out from ranges of /12.
widest := object.union({"ipv4_prefix": 8, "ipv6_prefix": 13}, object.get(declared.limits, "internet", {}))

# Smaller pieces cannot add up: a group holds 1,000 rules at most (an AWS quota).
smallest_piece := {family: smallest |
	some family, size in wide
	smallest := max({1, floor(size / 4096)})
}

# Does one interval cover so much that it stands for the Internet?
is_internet(range) if {
	not is_private(range)
	range.to - range.from > wide[range.family]
}

# The number of addresses (IPv4) or of networks of /48 (IPv6) in a whole family.
all_addresses := {4: powers[32], 6: powers[48]}

# How many addresses (IPv6: networks of /48) a set of intervals of one family covers together: ranges are nested or
# apart, so the outermost ones add up.
covered(ranges) := sum([size |
	some range in ranges
	not nested(range, ranges)
	size := range.to - range.from
])

nested(range, ranges) if {
	some i in numbers.range(1, 32)
	size := (range.to - range.from) * powers[i]
	start := range.from - (range.from % size)
	ranges[object.union(range, {"from": start, "to": start + size})]
}

# Without the mark whether it was written canonically, so that equal ranges are equal.
bare(range) := object.remove(range, ["canonical"])

overlaps(one, other) if {
	one.family == other.family
	one.from < other.to
	other.from < one.to
}

# ------------------------------------------------------------------------------------------------ IPv4 in IPv6

# The addresses that a CIDR stands for, as `interval` gives them: an IPv6 range that stands for IPv4 addresses (6to4, NAT64,
# IPv4-mapped) is the interval of these, and one that holds all of them, or Teredo, is all of IPv4.
reach(cidr) := all_ipv4 if {
	holds_ipv4(cidr)
} else := {"family": 4, "from": range.from - six_to_four.from, "to": range.to - six_to_four.from, "canonical": range.canonical} if {
	range := interval(cidr)
	within(range, six_to_four)
} else := {"family": 4, "from": start, "to": start + size, "canonical": start == address} if {
	[text, bits] := halves(cidr)
	bits >= 96
	groups := ipv6_groups(text)
	some translated in translations
	ipv6_network(text) == translated.network
	middle(groups) == translated.middle
	address := (hextet(groups[6]) * 65536) + hextet(groups[7])
	size := powers[128 - bits]
	start := address - (address % size)
} else := interval(cidr)

all_ipv4 := {"family": 4, "from": 0, "to": powers[32], "canonical": true}

six_to_four := interval("2002::/16")

# Teredo, and the prefix for NAT64 of one's own (RFC 8215).
stand_ins := [six_to_four, interval("2001::/32"), interval("64:ff9b:1::/48")]

# The first 96 bits of ranges whose last 32 bits are an IPv4 address: IPv4-mapped (RFC 4291) and NAT64 (RFC 6052).
translations := [{"network": 0, "middle": 65535}, {"network": ipv6_network("64:ff9b::"), "middle": 0}]

# Bits 49 to 96.
middle(groups) := ((hextet(groups[3]) * 4294967296) + (hextet(groups[4]) * 65536)) + hextet(groups[5])

holds_ipv4(cidr) if {
	range := interval(cidr)
	range.family == 6
	some stand_in in stand_ins
	within(stand_in, range)
}

holds_ipv4(cidr) if {
	range := interval(cidr)
	range.family == 6
	[text, bits] := halves(cidr)
	bits <= 96
	some translated in translations
	range.from <= translated.network
	translated.network < range.to
	same_middle(middle(ipv6_groups(text)), translated.middle, bits)
}

# Whether the bits from 49 to the length of the prefix are equal.
same_middle(_, _, bits) if bits <= 48

same_middle(one, other, bits) if {
	bits > 48
	floor(one / powers[96 - bits]) == floor(other / powers[96 - bits])
}

within(inner, outer) if {
	inner.family == outer.family
	outer.from <= inner.from
	inner.to <= outer.to
}
