package lib.cidr_test

import data.lib.cidr
import rego.v1

test_interval_of_the_whole_ipv4_internet if {
	cidr.interval("0.0.0.0/0") == {"family": 4, "from": 0, "to": 4294967296, "canonical": true}
}

test_interval_masks_host_bits_and_says_so if {
	cidr.interval("10.0.0.1/24") == {"family": 4, "from": 167772160, "to": 167772416, "canonical": false}
}

test_interval_of_every_spelling_of_the_ipv6_internet if {
	every text in ["::/0", "0::/0", "0:0:0:0:0:0:0:0/0"] {
		cidr.interval(text) == {"family": 6, "from": 0, "to": 281474976710656, "canonical": true}
	}
}

test_interval_reads_hexadecimal_groups if {
	cidr.interval("2001:Db8::/32").from == ((8193 * 65536) + 3512) * 65536
	cidr.interval("2001:db8:1:2:3:4:5:6/128").to == ((((8193 * 65536) + 3512) * 65536) + 1) + 1
}

test_no_interval_for_what_is_no_address_range if {
	every text in [
		"", "10.0.0.0", "10.0.0/8", "10.0.0.0/33", "256.0.0.0/8", "1e1.0.0.0/8", "10.0.0.0/8 ", "a/b/c",
		"::ffff:0.0.0.0/96", "12345::/16", "1::2::3/64", "1:2:3:4:5:6:7/64", "::/129", "g::/16",
	] {
		not cidr.interval(text)
	}
}

test_private_ranges_are_not_the_internet if {
	every text in ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "10.1.2.3/32", "fd00::/8", "::1/128"] {
		cidr.is_private(cidr.interval(text))
		not cidr.is_internet(cidr.interval(text))
	}
}

test_more_than_the_largest_owner_has_is_the_internet if {
	every text in ["0.0.0.0/0", "128.0.0.0/1", "16.0.0.0/7", "::/0", "2000::/3", "2600::/12"] {
		cidr.is_internet(cidr.interval(text))
	}
	every text in ["17.0.0.0/8", "203.0.113.7/32", "2600::/13"] { not cidr.is_internet(cidr.interval(text)) }
}

ranges(texts) := {cidr.bare(cidr.interval(text)) | some text in texts}

test_nested_ranges_count_once if {
	cidr.covered(ranges({"10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24"})) == 16777216
	cidr.covered(ranges({"10.0.0.0/24", "10.0.1.0/24"})) == 512
	cidr.covered(set()) == 0
}

test_two_halves_are_everything if {
	cidr.covered(ranges({"0.0.0.0/1", "128.0.0.0/1"})) == cidr.all_addresses[4]
	cidr.covered(ranges({"::/1", "8000::/1"})) == cidr.all_addresses[6]
}

test_ranges_overlap_when_one_holds_the_other if {
	cidr.overlaps(cidr.interval("10.0.0.0/8"), cidr.interval("10.1.0.0/16"))
	not cidr.overlaps(cidr.interval("10.0.0.0/16"), cidr.interval("10.1.0.0/16"))
	not cidr.overlaps(cidr.interval("0.0.0.0/0"), cidr.interval("::/0"))
}
