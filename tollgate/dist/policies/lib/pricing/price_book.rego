# What does the price book say? A quote is a price of the book times a quantity, or the reason why there is none.
package lib.pricing

import data.lib.words
import rego.v1

book := data.settings.prices

default book := {}

hours := object.get(book, "hours_per_month", 730)

region := object.get(book, "region", "")

# What every figure rests on.
basis := {"region": words.joined(", ", regions_used), "date": object.get(book, "date", ""), "hours": hours}

# Those of what has a price, or that of the book.
regions_used := used if {
	used := {place.region | some address in priced_addresses; place := places[address]}
	count(used) > 0
} else := {region}

free := object.get(book, "free", {})

usage := object.get(book, "usage", {})

# A type that costs nothing, or only what it is used.
listed(type) if free[type]

listed(type) if usage[type]

tables := data.settings.price_tables

default tables := {}

# Regions of which the book has rows.
regions_priced := {region} | {name | some name, _ in tables}

# A quote is {"micro": amount} or {"reason": why there is none}. The row is that of the region in which the record stands.
priced(record, id, quantity) := priced_by(record, "", id, quantity)

# A row of the tables has its prefix apart.
priced_by(record, prefix, key, quantity) := {"micro": price * quantity} if {
	price := unit_price(region_at(record), prefix, key)
	is_number(price)
} else := {"reason": concat("", ["the price book has no row ", prefix, key, region_text(region_at(record))])}

region_text(name) := "" if {
	name == region
} else := concat("", [" for ", name])

# A row of prices.json stands over one of the tables. In another region than that of the book its id begins with the region.
unit_price(at, prefix, key) := book.rows[concat("", [prefix, key])].micro_usd if {
	at == region
} else := book.rows[concat("", [at, ".", prefix, key])].micro_usd if {
	at != region
} else := to_number(amount) if {
	family := split(key, ".")[0]
	row := concat("", [" ", trim_prefix(key, family), "="])
	found := split(concat("", [" ", tables[at][prefix].micro_usd[family]]), row)
	count(found) == 2
	amount := split(found[1], " ")[0]
}

hourly(record, id) := priced(record, id, hours)

# The hourly price of a class that stands in an attribute.
class_quote(record, prefix, attribute, found) := priced_by(record, prefix, found.value, hours) if {
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
} else := {"reason": words.joined("; ", {quote.reason | some quote in quotes; quote.reason})}

dearest(quotes) := {"micro": max({quote.micro | some quote in quotes})} if {
	count(quotes) > 0
	every quote in quotes { not quote.reason }
} else := {"reason": words.joined("; ", {quote.reason | some quote in quotes; quote.reason})}

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
