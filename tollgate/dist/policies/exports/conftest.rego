# METADATA
# title: For conftest
# description: >-
#   `conftest test` reads `deny`, which fails, and `warn`, which is shown. The package is conftest's default: with another
#   package, a run without `--namespace` would pass.
package main

import data.exports.findings
import rego.v1

deny contains problem if some problem in findings.problems

deny contains item if some item in of("block")

warn contains item if some item in of("warn")

warn contains item if some item in findings.waived

warn contains note if some note in findings.notes

of(enforcement) := {item |
	some id, _ in findings.rules
	findings.enforcement(id) == enforcement
	some item in findings.said[id]
}
