# METADATA
# title: Whether a stack stays within a budget
# description: >-
#   Judges the stacks in scope against one amount of data.settings.budgets. What is over the budget by its known prices
#   alone is denied; otherwise a resource without a price leaves the budget undecided.
package lib.budget

import rego.v1

import data.lib.pricing
import data.lib.scope

web := {"web"}

everything := {"database", "image", "monitoring", "network", "other", "web"}

# {"checked", "deny", "undecided"} for the resources of `parts` with the group at `size` (minimum, desired, maximum),
# against the budget `name`; `subject` is what the message calls them.
judged(parts, size, name, subject) := {
	"checked": ({found.address | some account in accounts; some found in account.items} | {found.address | some account in accounts; some found in account.unpriced}),
	"deny": {denial(account, size, name, subject) | some account in accounts; account.total > limit(name)},
	"undecided": {undecided(found, name, subject) |
		some account in accounts
		account.total <= limit(name)
		some found in account.unpriced
	},
} if {
	accounts := [account |
		not undeclared(name)
		some stack in scope.stacks
		items := [item | some item in items_of[stack]; parts[item.part]]
		unpriced := [found | some found in unpriced_of[stack]; parts[found.part]]
		account := {"items": items, "unpriced": unpriced, "total": sum([item[size] | some item in items])}
	]
}

# Stock OPA indexes the inner comprehensions: it goes through the items once, and not once for each stack.
items_of := {stack: found |
	some stack in {item.stack | some item in pricing.items}
	found := [item | some item in pricing.items; item.stack == stack]
}

unpriced_of := {stack: found |
	some stack in {item.stack | some item in pricing.unpriced}
	found := [item | some item in pricing.unpriced; item.stack == stack]
}

budgets := data.settings.budgets

default budgets := {}

# Null: nobody has declared this budget, and nothing is held against it.
undeclared(name) if object.get(budgets, name, 0) == null

# Millionths of a dollar. Without the setting nothing may be spent.
limit(name) := usd * 1000000 if {
	usd := object.get(budgets, name, null)
	is_number(usd)
} else := 0

# The dearest item is to blame.
denial(account, size, name, subject) := {
	"address": blamed_for(dearest, size).address,
	"path": blamed_for(dearest, size).path,
	"why": concat("", [
		subject, " costs ", at_least(account), amount, " a month at ", size, " size, over its budget of ",
		pricing.dollars(limit(name)), "; most of it is ", dearest.item, " (", pricing.dollars(dearest[size]), ")",
	]),
	"found": concat("", [at_least(account), amount, " a month"]),
	"allowed": concat("", ["at most ", pricing.dollars(limit(name)), " a month"]),
} if {
	amount := pricing.dollars(account.total)
	most := max({item[size] | some item in account.items})
	addresses := {item.address | some item in account.items; item[size] == most}
	blamed := {item | some item in account.items; item[size] == most; item.address == min(addresses)}
	dearest := [item | some item in blamed; item.item == min({other.item | some other in blamed})][0]
}

at_least(account) := "at least " if {
	count(account.unpriced) > 0
} else := ""

# What sets the size of a group in its place (a scheduled action), or the resource itself.
blamed_for(item, size) := item.blamed[size] if {
	item.blamed[size]
} else := {"address": item.address, "path": blamed_path(item, size)}

# What sets the number of instances, where there is more than one.
blamed_path(item, size) := {"minimum": "min_size", "desired": "desired_capacity", "maximum": "max_size"}[size] if {
	item.minimum != item.maximum
} else := item.path

undecided(found, name, subject) := {
	"address": found.address,
	"path": found.path,
	"why": concat("", [
		subject, " cannot be held against its budget of ", pricing.dollars(limit(name)),
		": ", found.reason,
	]),
}
