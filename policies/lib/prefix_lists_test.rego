package lib.prefix_lists_test

import data.lib.build_test as build
import data.lib.prefix_lists
import rego.v1

list(values, references) := build.resource("aws_ec2_managed_prefix_list", "p", values, references)

entry(values, references) := build.resource("aws_ec2_managed_prefix_list_entry", "e", values, references)

known(resources) := found if {
	found := prefix_lists.entries with input as build.plan(resources)
}

test_inline_and_separate_entries_are_known if {
	known([
		list({"id": "pl-1", "entry": [{"cidr": "10.0.0.0/8"}]}, {}),
		entry({"cidr": "0.0.0.0/0"}, {"prefix_list_id": "aws_ec2_managed_prefix_list.p"}),
	]) == {
		"pl-1": {"10.0.0.0/8", "0.0.0.0/0"},
		"aws_ec2_managed_prefix_list.p": {"10.0.0.0/8", "0.0.0.0/0"},
	}
}

test_a_list_with_anything_unknown_is_absent if {
	known([list({}, {"entry": "var.entries"})]) == {}
	known([list({"entry": [{}]}, {"entry/0/cidr": "var.range"})]) == {}
	known([list({}, {}), entry({}, {"prefix_list_id": "aws_ec2_managed_prefix_list.p", "cidr": "var.range"})]) == {}
}

test_an_entry_of_an_unknown_list_may_belong_to_any if {
	known([list({"entry": [{"cidr": "10.0.0.0/8"}]}, {}), entry({"cidr": "0.0.0.0/0"}, {"prefix_list_id": "local.list"})]) == {}
}

partly(resources) := found if {
	found := prefix_lists.some_entries with input as build.plan(resources)
}

test_entries_beside_something_unknown_are_known if {
	at := "aws_ec2_managed_prefix_list.p"
	partly([list({"entry": [{"cidr": "0.0.0.0/0"}, {}]}, {"entry/1/cidr": "var.range"})]) == {at: {"0.0.0.0/0"}}
	partly([list({}, {}), entry({"cidr": "0.0.0.0/0"}, {"prefix_list_id": at}), build.resource("aws_ec2_managed_prefix_list_entry", "f", {}, {"prefix_list_id": at, "cidr": "var.range"})]) == {at: {"0.0.0.0/0"}}
	partly([list({"entry": [{"cidr": "10.0.0.0/8"}]}, {})]) == {}
	partly([list({"entry": [{}]}, {"entry/0/cidr": "var.range"})]) == {}
}

read(values) := {
	"change": {
		"address": "data.aws_ec2_managed_prefix_list.d", "mode": "data", "type": "aws_ec2_managed_prefix_list", "name": "d",
		"change": {"actions": ["read"], "after": values, "after_unknown": {}},
	},
	"config": {"address": "data.aws_ec2_managed_prefix_list.d", "mode": "data", "type": "aws_ec2_managed_prefix_list", "name": "d", "expressions": {}},
}

test_a_data_source_that_was_read_is_known if {
	known([read({"entries": [{"cidr": "203.0.113.0/24"}]})]) == {"data.aws_ec2_managed_prefix_list.d": {"203.0.113.0/24"}}
	known([read({})]) == {}
}

test_the_older_data_source_is_known if {
	older := {
		"change": {
			"address": "data.aws_prefix_list.s3", "mode": "data", "type": "aws_prefix_list", "name": "s3",
			"change": {"actions": ["read"], "after": {"id": "pl-1", "cidr_blocks": ["3.5.0.0/19", "52.216.0.0/15"]}, "after_unknown": {}},
		},
		"config": {"address": "data.aws_prefix_list.s3", "mode": "data", "type": "aws_prefix_list", "name": "s3", "expressions": {}},
	}
	known([older]) == {"data.aws_prefix_list.s3": {"3.5.0.0/19", "52.216.0.0/15"}, "pl-1": {"3.5.0.0/19", "52.216.0.0/15"}}
	late := object.union(older, {"change": {"change": {"after_unknown": {"cidr_blocks": true}}}})
	known([{"change": json.remove(late.change, ["change/after/cidr_blocks"]), "config": late.config}]) == {}
}

test_a_list_of_which_no_entry_is_known_is_absent if {
	known([list({"id": "pl-1"}, {})]) == {}
	known([list({"id": "pl-1", "entry": []}, {})]) == {}
}

foreign(resources) := found if {
	found := {entry.address | some entry in prefix_lists.foreign_entries} with input as build.plan(resources)
}

test_entries_of_lists_that_are_made_elsewhere if {
	foreign([list({"id": "pl-1"}, {}), entry({"prefix_list_id": "pl-1"}, {})]) == set()
	foreign([list({}, {}), entry({}, {"prefix_list_id": "aws_ec2_managed_prefix_list.p"})]) == set()
	foreign([list({"id": "pl-1"}, {}), entry({"prefix_list_id": "pl-2"}, {})]) == {"aws_ec2_managed_prefix_list_entry.e"}
	foreign([entry({}, {"prefix_list_id": "local.list"})]) == {"aws_ec2_managed_prefix_list_entry.e"}
	foreign([entry({}, {})]) == {"aws_ec2_managed_prefix_list_entry.e"}
}
