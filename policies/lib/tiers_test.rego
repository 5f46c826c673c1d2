package lib.tiers_test

import rego.v1

import data.lib.tiers

test_each_pair_of_tiers_is_listed_once if {
	{pair | some pair in tiers.pairs} == {
		["alb", "app"], ["alb", "db"], ["alb", "endpoint"],
		["app", "db"], ["app", "endpoint"], ["db", "endpoint"],
	}
	count(tiers.pairs) == 6
}

test_the_sides_of_flows_are_the_internet_and_the_tiers if {
	{side.name | some side in tiers.sides} == {"internet"} | tiers.all
	{"name": "db", "label": "RDS", "order": 3} in tiers.sides
}

test_declared_tiers_and_peers_have_their_own_names if {
	settings := {"tiers": {"db": {"types": ["aws_rds_cluster"]}}, "peers": {"office": ["203.0.113.10/32"]}}
	sides := tiers.sides with data.settings as settings
	sides == {
		{"name": "internet", "label": "Internet", "order": 0},
		{"name": "db", "label": "db", "order": 5},
		{"name": "office", "label": "office", "order": 5},
	}
}
