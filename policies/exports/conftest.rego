# METADATA
# title: For conftest
# description: >-
#   What `conftest test` reads: `deny` fails, `warn` is shown. The package is the one that conftest asks for by itself:
#   with another one, whoever forgets `--namespace` would see a pass.
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
