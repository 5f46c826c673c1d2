# METADATA
# title: What the settings declare
# description: >-
#   Null in the settings stands for a limit or a budget that nobody has declared. A rule of it checks nothing, and is then
#   not applicable. Rules that compare with the flows check nothing while there are none.
package lib.declared

import rego.v1

flows := data.settings.flows if is_array(data.settings.flows)

default flows := []

some_flow if count(flows) > 0

# The limits by name, without those that are not declared.
limits := {name: limit | some name, limit in data.settings.limits; limit != null}

# Without the setting every budget counts as declared: then nothing may be spent.
no_budget if {
	count(data.settings.budgets) > 0
	every budget in data.settings.budgets { budget == null }
}

# Settings that declare nothing: "flows", "budgets.stack_maximum_usd", "limits.group".
missing contains "flows" if not some_flow

missing contains concat(".", [setting, name]) if {
	some setting in ["budgets", "limits"]
	some name, value in data.settings[setting]
	value == null
}
