package lib.patterns_test

import data.lib.patterns
import rego.v1

test_an_asterisk_stands_for_any_characters if {
	every pair in [
		["web", "web"], ["web*", "web-1"], ["*web", "the-web"], ["*", ""], ["a*b*c", "a--b--c"], ["*a*b*", "xaxbx"], ["a*b*c*d*e", "abcde"],
		["module.db.*", "module.db.aws_rds_cluster.this[0]"],
	] {
		patterns.matches(pair[0], pair[1])
	}
}

test_everything_else_stands_for_itself if {
	every pair in [
		["web", "web-1"], ["web*", "we"], ["a*a", "a"], ["a*b*c", "acb"], ["a*b*c*d*e*f", "abcdef"], ["module.db.*", "module.dba.x"],
	] {
		not patterns.matches(pair[0], pair[1])
	}
}

test_instance_keys_may_be_left_out if {
	patterns.matches_address("module.a.aws_lb.b", "module.a[\"x\"].aws_lb.b[0]")
	patterns.matches_address("module.a[\"x\"].aws_lb.*", "module.a[\"x\"].aws_lb.b[0]")
	not patterns.matches_address("module.a[\"y\"].aws_lb.b", "module.a[\"x\"].aws_lb.b[0]")
}
