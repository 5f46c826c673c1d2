# What does the price book say? A quote is a price of the book times a quantity, or the reason why there is none.
package lib.pricing

import rego.v1

book := data.settings.prices

default book := {}

hours := object.get(book, "hours_per_month", 730)

region := object.get(book, "region", "")

# What every figure rests on.
basis := {"region": region, "date": object.get(book, "date", ""), "hours": hours}

free := object.get(book, "free", {})

usage := object.get(book, "usage", {})

# A type that costs nothing, or only what it is used.
listed(type) if free[type]

listed(type) if usage[type]

# A quote is {"micro": amount} or {"reason": why there is none}.
priced(id, quantity) := {"micro": price * quantity} if {
	price := object.get(book, ["rows", id, "micro_usd"], null)
	is_number(price)
} else := {"reason": concat("", ["the price book has no row ", id])}

hourly(id) := priced(id, hours)

# The hourly price of a class that stands in an attribute.
class_quote(prefix, attribute, found) := hourly(concat("", [prefix, found.value])) if {
	found.is == "known"
	is_string(found.value)
} else := {"reason": concat("", [attribute, " is ", not_known(found)])}

not_known(found) := "not set" if {
	found.is == "unset"
} else := "not known yet" if {
	found.is == "unknown"
} else := "not of the expected type"

# The sum of an array of quotes; a part without a price leaves none.
together(quotes) := {"micro": sum([quote.micro | some quote in quotes])} if {
	every quote in quotes { not quote.reason }
} else := {"reason": concat("; ", {quote.reason | some quote in quotes; quote.reason})}

dearest(quotes) := {"micro": max({quote.micro | some quote in quotes})} if {
	count(quotes) > 0
	every quote in quotes { not quote.reason }
} else := {"reason": concat("; ", {quote.reason | some quote in quotes; quote.reason})}

# Sizes and counts are whole and of a size that keeps every sum exact.
whole(value) if {
	is_number(value)
	value >= 0
	value <= 1000000
	floor(value) == value
}

is_whole(found) if {
	found.is == "known"
	whole(found.value)
}

is_true(found) if {
	found.is == "known"
	found.value in {true, "true"}
}

text_of(found) := found.value if {
	found.is == "known"
	is_string(found.value)
} else := "?"
