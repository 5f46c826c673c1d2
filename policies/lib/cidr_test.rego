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

everything := {"family": 4, "from": 0, "to": 4294967296}

test_ipv4_in_ipv6_is_ipv4 if {
	every text in ["2002::/16", "2002::/15", "64:ff9b::/96", "64:ff9b::/64", "64:ff9b::/48", "64:ff9b::/32", "64:ff9b:1::/48", "::ffff:0:0/96", "0:0:0:0:0:ffff:0:0/96", "::ffff:0:0/95", "::/80", "::/32", "2001::/32", "2001::/16"] {
		cidr.bare(cidr.reach(text)) == everything
		cidr.is_internet(cidr.reach(text))
	}
	cidr.bare(cidr.reach("64:ff9b::a00:0/104")) == cidr.bare(cidr.interval("10.0.0.0/8"))
	cidr.bare(cidr.reach("2002:a00::/24")) == cidr.bare(cidr.interval("10.0.0.0/8"))
	cidr.bare(cidr.reach("::ffff:cb00:7107/128")) == cidr.bare(cidr.interval("203.0.113.7/32"))
	cidr.bare(cidr.reach("2002:cb00:7107::/48")) == cidr.bare(cidr.interval("203.0.113.7/32"))
}

test_other_ranges_stand_for_themselves if {
	every text in ["10.0.0.0/8", "2600::/12", "64:ff9c::/96", "64:ff9b::1:0:0/96", "64:ff9b:0:1::/64", "64:ff9b:0:1::/60", "::1/128", "fd00::/8", "2001:db8::/32", "2001:4860::/32", "::/0"] {
		cidr.reach(text) == reached_as[text]
	}
	not cidr.reach("::ffff:0.0.0.0/96")
}

reached_as := object.union({text: cidr.interval(text) | some text in ["10.0.0.0/8", "2600::/12", "64:ff9c::/96", "64:ff9b::1:0:0/96", "64:ff9b:0:1::/64", "::1/128", "fd00::/8", "2001:db8::/32", "2001:4860::/32"]}, {
	"64:ff9b:0:1::/60": cidr.all_ipv4,
	"::/0": cidr.all_ipv4,
})

test_the_limit_says_what_the_internet_is if {
	narrow := {"internet": {"ipv4_prefix": 16, "ipv6_prefix": 32}}
	cidr.is_internet(cidr.interval("16.0.0.0/8")) with data.settings.limits as narrow
	cidr.is_internet(cidr.interval("2600::/31")) with data.settings.limits as narrow
	not cidr.is_internet(cidr.interval("16.1.0.0/16")) with data.settings.limits as narrow
	not cidr.is_internet(cidr.interval("16.0.0.0/8")) with data.settings.limits as {}
	cidr.is_internet(cidr.interval("16.0.0.0/7")) with data.settings.limits as {}
	cidr.smallest_piece == {4: 16, 6: 16} with data.settings.limits as narrow
	cidr.smallest_piece == {4: 1, 6: 1} with data.settings.limits as {"internet": {"ipv4_prefix": 24, "ipv6_prefix": 48}}
}
