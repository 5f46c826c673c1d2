# What do resources cost whose price the book gives as a formula? A formula has one row and what multiplies it.
package lib.pricing

import rego.v1

import data.lib.plan
import data.lib.words

# By type. Data: see `formulas` in prices.schema.json.
formulas := object.get(book, "formulas", {})

lines contains line(record, formula.part, formula.item, formula_path(formula), formula_quote(record, formula), formula_size(record, formula)) if {
	some type, list in formulas
	some formula in list
	some record in records(type)
	not left_out(record, formula)
}

# Of a type of which the gate reads no attribute, only a formula that needs none has a price.
lines contains line(resource, formula.part, formula.item, "", bare_quote(resource, formula), once) if {
	some resource in plan.managed
	not plan.known_types[resource.type]
	some formula in formulas[resource.type]
}

bare_quote(resource, formula) := priced(resource, formula.row, period(formula)) if {
	count(object.filter(formula, ["class", "times", "when", "size", "refused"])) == 0
} else := {"reason": concat("", ["the gate reads no attribute of ", resource.type])}

depending contains {"record": record, "part": formula.part, "id": formula.charge} if {
	some type, list in formulas
	some formula in list
	formula.charge
	some record in records(type)
	not left_out(record, formula)
}

depending contains {"record": resource, "part": formula.part, "id": formula.charge} if {
	some resource in plan.managed
	not plan.known_types[resource.type]
	some formula in formulas[resource.type]
	formula.charge
}

period(formula) := hours if {
	formula.hourly
} else := 1

formula_path(formula) := path_name(formula.class.path) if {
	formula.class
} else := path_name(formula.times[0].path) if {
	formula.times
} else := path_name(formula.when[0].path) if {
	formula.when
} else := ""

path_name(path) := concat(".", [path_text(step) | some step in path])

# A condition that does not hold leaves the line out; one that is not known leaves it without a price.
left_out(record, formula) if {
	some condition in formula.when
	found := plan.state(record, condition.path)
	found.is != "unknown"
	not holds(condition, found)
}

holds(condition, found) if {
	found.is == "unset"
	object.get(condition, "unset", false)
}

holds(condition, found) if {
	found.is == "known"
	some value in condition.one_of
	value == found.value
}

holds(condition, found) if {
	found.is == "known"
	condition.none_of
	every value in condition.none_of { value != found.value }
}

formula_quote(record, formula) := {"reason": concat("", [path_name(condition.path), " is not known yet"])} if {
	condition := unsettled(record, formula)[0]
} else := {"reason": formula.refused} if {
	formula.refused
} else := {"reason": words.joined("; ", {factor.reason | some factor in factors; factor.reason})} if {
	factors := factors_of(record, formula)
	some factor in factors
	factor.reason
} else := {"reason": concat("", [path_name(formula.class.path), " is ", not_known(found)])} if {
	formula.class
	found := class_state(record, formula)
	found.is != "known"
} else := priced_by(record, row_prefix(record, formula), row_key(record, formula), period(formula) * product([factor.number | some factor in factors_of(record, formula)]))

unsettled(record, formula) := [condition |
	some condition in object.get(formula, "when", [])
	plan.state(record, condition.path).is == "unknown"
]

# The attribute that names the class, or what stands for it where it is not set.
class_state(record, formula) := {"is": "known", "value": formula.class.unset} if {
	plan.state(record, formula.class.path).is == "unset"
	formula.class.unset
} else := {"is": "wrong"} if {
	found := plan.state(record, formula.class.path)
	found.is == "known"
	not is_string(found.value)
} else := plan.state(record, formula.class.path)

# `before` stands between the beginning of the row and the class, such as an engine.
row_prefix(record, formula) := concat("", [formula.row, engine_text(formula.before, plan.state(record, formula.before.path)), ".", object.get(formula.before, "after", "")]) if {
	formula.before
} else := formula.row

row_key(record, formula) := class_state(record, formula).value if {
	formula.class
} else := object.get(formula, "key", "")

engine_text(before, found) := before.unset if {
	found.is == "unset"
} else := lower(found.value) if {
	found.is == "known"
	is_string(found.value)
} else := "?"

# Each {number} or {reason}.
factors_of(record, formula) := [factor |
	some term in object.get(formula, "times", [])
	factor := factor_of(term, plan.state(record, term.path))
]

factor_of(term, found) := {"number": count(found.value)} if {
	term.blocks
	found.is == "known"
	is_array(found.value)
} else := {"number": 0} if {
	term.blocks
	found.is == "unset"
} else := {"number": as_count(found.value) + object.get(term, "plus", 0)} if {
	not term.blocks
	found.is == "known"
	as_count(found.value) >= 0
} else := {"number": term.unset + object.get(term, "plus", 0)} if {
	found.is == "unset"
	is_number(term.unset)
} else := {"reason": concat("", [path_name(term.path), " is ", not_known(found)])}

formula_size(record, formula) := once if {
	not formula.size
} else := {"reason": concat("", [path_name(formula.size[name]), " is ", not_known(plan.state(record, formula.size[name]))]), "path": path_name(formula.size[name])} if {
	name := min({name | some name, path in formula.size; not is_whole(plan.state(record, path))})
} else := {name: plan.state(record, path).value | some name, path in formula.size}
