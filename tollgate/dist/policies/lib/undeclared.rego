# METADATA
# title: What is there while nothing is declared
# description: >-
#   Without a declared flow there is no verdict. In its place stand the flows and the rules of security groups that the plan
#   opens, so that somebody can say which of them are wanted.
package lib.undeclared

import data.lib.declared
import data.lib.exposure
import data.lib.flows
import data.lib.openings
import data.lib.tiers
import rego.v1

what := "nothing is declared yet: the settings name no network flow"

why := "Without declared flows, the gate cannot tell which rules that allow traffic are intended."

# {stack, message, why, fix, flows}: the flows to begin with. The reports sort them.
problems contains {"stack": "", "message": what, "why": why, "fix": fix, "flows": flows_to_begin_with} if not declared.some_flow

fix := concat("", ["Write the flows that are wanted into DIR/flows.json, and run `tollgate check --settings DIR plan.json`. ", origin])

origin := "These flows are open in what was judged:" if {
	count(flows.found) > 0
} else := "For example:"

flows_to_begin_with := flows.found if {
	count(flows.found) > 0
} else := {{"from": "internet", "to": tiers.load_balancers, "protocol": "tcp", "port": 443}}

# Rules of security groups that let the Internet in, whichever group they are on.
open_to_internet contains {"address": opening.address, "path": opening.peer.path, "opening": openings.text(opening)} if {
	not declared.some_flow
	some opening in exposure.wide_open
}
