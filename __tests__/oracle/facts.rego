# METADATA
# title: The facts that the rules read, for the oracle
# description: Compiled for the tests alone; the policies themselves give findings.
package facts

import data.lib.network
import data.lib.openings
import rego.v1

all := {
	"groups": network.groups,
	"openings": openings.openings,
	"attachments": network.attachments,
}
