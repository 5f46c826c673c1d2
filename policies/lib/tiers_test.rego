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
	[side.name | some side in tiers.sides] == array.concat(["internet"], tiers.structural)
}

test_declared_tiers_take_the_place_of_those_of_the_structure if {
	tiers.all == {"db", "web"} with data.settings as {"tiers": {"db": {"types": ["aws_rds_cluster"]}, "web": {"types": ["aws_instance"]}}}
}
