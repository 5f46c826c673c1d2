# How is an amount written?
package lib.pricing

import rego.v1

# "$1234.50" for 1234500000; half a cent is rounded up.
dollars(micro) := concat("", ["$", format_int((cents - rest) / 100, 10), ".", padded(rest)]) if {
	rounded := micro + 5000
	cents := (rounded - (rounded % 10000)) / 10000
	rest := cents % 100
}

padded(number) := concat("", ["0", format_int(number, 10)]) if {
	number < 10
} else := format_int(number, 10)
