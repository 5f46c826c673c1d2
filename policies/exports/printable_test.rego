package exports.printable_test

import data.exports.printable
import rego.v1

change(before, marks_before, after, marks_after) := {"resource_changes": [{
	"address": "aws_x.y", "mode": "managed", "type": "aws_x", "name": "y",
	"change": {"actions": ["update"], "before": before, "before_sensitive": marks_before, "after": after, "after_sensitive": marks_after},
}]}

printed(value, doc) := words if {
	words := printable.text(value) with input as doc
}

found(value, doc) := words if {
	words := printable.found(value) with input as doc
}

secret := change({"a": "old-secret"}, {"a": true}, {"list": ["Long-Secret", "open"], "port": 22, "big": 54321, "short": "abc", "protocol": "tcp", "on": true, "none": ""}, {"list": [true, false], "port": true, "big": true, "short": true, "protocol": true, "on": true, "none": true})

test_sensitive_values_are_hidden if {
	printed("tcp 22 and 20-22, (abc) in abcd open LONG-SECRET long-secret old-secret", secret) == "tcp (sensitive value) and (sensitive value) (sensitive value) in abcd open LONG-SECRET (sensitive value) (sensitive value)"
	found("tcp 54321", secret) == "(sensitive value)"
	found("tcp 22", secret) == "(sensitive value)"
	found("tcp 80", secret) == "tcp 80"
	printed("tcp 22", change({}, {}, {"port": 22}, {"port": false})) == "tcp 22"
	found("tcp 22", {}) == "tcp 22"
}

test_sensitive_values_are_known_wherever_terraform_marks_them if {
	root := {"outputs": {"o": {"sensitive": true, "value": "in-an-output"}, "p": {"sensitive": false, "value": "open"}}, "root_module": {"resources": [
		{"address": "aws_x.a", "mode": "managed", "type": "aws_x", "name": "a", "values": {"v": "in-a-tree"}, "sensitive_values": {"v": true}},
		{"address": "aws_x.b", "mode": "managed", "type": "aws_x", "name": "b", "values": {"v": "all-of-it"}, "sensitive_values": true},
	]}}
	doc := {
		"output_changes": {"o": {"actions": ["create"], "before": null, "after": "in-a-change", "after_sensitive": true}},
		"planned_values": root,
		"variables": {"pw": {"value": "given"}, "open": {"value": "open"}},
		"configuration": {"root_module": {
			"variables": {"pw": {"default": "default", "sensitive": true}, "open": {"default": "open"}},
			"module_calls": {"m": {"expressions": {"inner": {"constant_value": "constant"}}, "module": {"variables": {"inner": {"sensitive": true}}}}},
		}},
	}
	secrets := printable.secrets with input as doc
	secrets == {"in-an-output", "in-a-tree", "all-of-it", "in-a-change", "given", "default", "constant"}
}

test_characters_that_nobody_sees_are_escapes if {
	printed("a\u001b[31m\n::error::b\u202ec\u2028\u0085##[d", {}) == "a\\u001b[31m\\n::error::b\\u202ec\\u2028\\u0085# #[d"
	printed("grüße ::/0", {}) == "grüße ::/0"
}

test_long_values_are_cut if {
	value := concat("", [word | some _ in numbers.range(1, 300); word := "12345"])
	printed(value, {}) == concat("", [substring(value, 0, 1000), "… (1500 characters)"])
}
