# METADATA
# title: Words in messages
# description: The order of a set differs between wasm and stock OPA. A message, and a value that an exception names, must not.
package lib.words

import rego.v1

# The elements of a set in order. A set in a message is short in every plan, so that the time of `sort` does not matter.
joined(separator, elements) := concat(separator, ordered) if {
	ordered := sort(elements) # few
}
