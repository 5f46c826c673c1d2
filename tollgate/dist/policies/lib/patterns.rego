# METADATA
# title: Patterns in settings
# description: A pattern is a string in which each asterisk stands for any characters, up to four asterisks. Regular expressions would double the size of policy.wasm.
package lib.patterns

import data.lib.plan
import data.lib.scope
import rego.v1

# Does the pattern match all of the text?
matches(pattern, text) if pattern == text

matches(pattern, text) if {
	parts := split(pattern, "*")
	count(parts) > 1
	count(parts) <= 5
	head := parts[0]
	tail := parts[count(parts) - 1]
	startswith(text, head)
	endswith(text, tail)
	length := (count(text) - count(head)) - count(tail)
	length >= 0
	inner := array.concat(array.slice(parts, 1, count(parts) - 1), ["", "", ""])
	rest := substring(text, count(head), length)
	behind(behind(behind(rest, inner[0]), inner[1]), inner[2])
}

# The text behind the first place of a part.
behind(text, part) := text if {
	part == ""
} else := substring(text, at + count(part), -1) if {
	at := indexof(text, part)
	at >= 0
}

# Instance keys may be left out of the pattern: all of them, or none.
matches_address(pattern, address) if matches(pattern, address)

matches_address(pattern, address) if {
	contains(address, "[")
	matches(pattern, keyless(address))
}

# module.a["x"].aws_lb.b[0] without the keys.
keyless(address) := concat("", array.concat([parts[0]], [rest |
	some part in array.slice(parts, 1, count(parts))
	pieces := split(part, "]")
	rest := pieces[count(pieces) - 1]
])) if {
	parts := split(address, "[")
}

# Does the pattern mean the security group: its address, its id, or its name?
means(pattern, group) if matches_address(pattern, scope.local(group.stack, group.address))

means(pattern, group) if {
	some name in plan.value_names(group.record)
	matches(pattern, name)
}
