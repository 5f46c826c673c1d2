package lib.attribute_test

import rego.v1

import data.lib.attribute

record(values) := {"values": values, "unknown": {"hidden": true}, "expressions": {"hidden": {"references": ["var.x"]}}, "configured": true}

test_truth_reads_every_spelling if {
	every value in [true, "true", "TRUE", "1", 1] { attribute.truth(record({"a": value}), ["a"]) == "yes" }
	every value in [false, "false", "False", "0", 0] { attribute.truth(record({"a": value}), ["a"]) == "no" }
	every value in ["", null] { attribute.truth(record({"a": value}), ["a"]) == "unset" }
	every value in ["maybe", [], {}] { attribute.truth(record({"a": value}), ["a"]) == "unknown" }
	attribute.truth(record({}), ["hidden"]) == "unknown"
}

test_number_reads_text_and_calls_what_is_none_unknown if {
	every value in [5, "5", "5.0"] { attribute.number(record({"a": value}), ["a"]).value == 5 }
	attribute.number(record({"a": "-1"}), ["a"]).value == -1
	every value in ["five", "-", "1.2.3", "0x5", true, []] { attribute.number(record({"a": value}), ["a"]) == {"is": "unknown"} }
	attribute.number(record({}), ["a"]) == {"is": "unset"}
	attribute.number(record({}), ["hidden"]) == {"is": "unknown"}
}

test_number_or_stands_in_for_what_is_unset_only if {
	attribute.number_or(record({}), ["a"], 3) == {"is": "known", "value": 3}
	attribute.number_or(record({"a": 4}), ["a"], 3) == {"is": "known", "value": 4}
	attribute.number_or(record({}), ["hidden"], 3) == {"is": "unknown"}
}

test_shown_is_text_for_every_value if {
	attribute.shown(record({"a": "x"}), ["a"]) == "x"
	attribute.shown(record({"a": 70}), ["a"]) == "70"
	attribute.shown(record({"a": 70.5}), ["a"]) == "70.5"
	attribute.shown(record({"a": true}), ["a"]) == "true"
	attribute.shown(record({}), ["a"]) == "unset"
	attribute.shown(record({}), ["hidden"]) == "unknown"
}

test_entries_are_the_indices_of_a_block if {
	attribute.entries(record({"a": [{}, {}]}), ["a"]) == {0, 1}
	every value in [null, "x", {}] { attribute.entries(record({"a": value}), ["a"]) == set() }
}
