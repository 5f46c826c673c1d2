# METADATA
# title: What the settings declare
# description: >-
#   Null in the settings stands for a limit or a budget that nobody has declared. A rule of it checks nothing, and is then
#   not applicable. Rules that compare with the flows check nothing while there are none.
package lib.declared

import rego.v1

# An export for HCP Terraform has the settings as Rego. OPA then knows that a limit is null, or that there is no flow, and refuses
# to compile code that reads a property of the setting: `object.get` hides the type.
untyped(value) := object.get({"it": value}, "it", null)

default flows := []

flows := found if {
	found := untyped(data.settings.flows)
	is_array(found)
}

some_flow if count(flows) > 0

# The limits by name, without those that are not declared.
limits := {name: limit | some name, limit in untyped(data.settings.limits); limit != null}

# Without the setting every budget counts as declared: then nothing may be spent.
no_budget if {
	budgets := untyped(data.settings.budgets)
	is_object(budgets)
	count(budgets) > 0
	every budget in budgets { budget == null }
}

# Settings that declare nothing: "flows", "budgets.stack_maximum_usd", "limits.group".
missing contains "flows" if not some_flow

missing contains concat("", ["budgets.", name]) if {
	some name, value in untyped(data.settings.budgets)
	value == null
}

missing contains concat("", ["limits.", name]) if {
	some name, value in untyped(data.settings.limits)
	value == null
}
