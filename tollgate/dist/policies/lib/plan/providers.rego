# In which regions does the provider of a resource work? Terraform shows the configuration of providers in a plan, and which of
# them a resource uses. A provider that a module inherits from the modules above is not always shown.
package lib.plan

import rego.v1

# The names of regions that the configuration of the provider gives, and reasons ("?...") where it does not tell. Empty: the
# document describes no provider, as a state does.
provider_regions(record) := set() if {
	provider_count[record.stack] == 0
} else := regions_by_provider[key] if {
	key := provider_key(record)
	provider_decides[key]
} else := inherited[record.stack] if {
	contains(provider_key(record)[1], ":")
	inherited[record.stack]
} else := {"?its provider names no region"}

provider_key(record) := [record.stack, object.get(configuration, [record.base, "provider_config_key"], "")]

provider_count := {stack: count(object.get(doc, ["configuration", "provider_config"], {})) | some stack, doc in documents}

# The arguments of each provider that say where it works, by [stack, key].
provider_bodies := {[stack, key]: body |
	some stack, doc in documents
	some key, body in object.get(doc, ["configuration", "provider_config"], {})
}

# Providers that a resource reaches by their own key. One without arguments in a module is configured somewhere above.
provider_decides := {key |
	some key, body in provider_bodies
	reached_by_key(key, body)
}

reached_by_key([_, name], _) if not contains(name, ":")

reached_by_key(_, body) if object.get(body, ["expressions", "region"], null) != null

# A module may be given any of the AWS providers: where they work in several regions, which of them is not shown.
inherited := {stack: shared |
	some stack, _ in documents
	regions := {key[1]: found | some key, found in regions_by_provider; key[0] == stack; provider_decides[key]; of_aws(key)}
	count(regions) > 0
	shared := one_region({found | some found in regions})
}

one_region(sets) := found if {
	count(sets) == 1
	some found in sets
} else := {"?which of the AWS providers its module is given is not shown"}

regions_by_provider := {key: regions_of_provider(key[0], body) |
	some key, body in provider_bodies
}

of_aws(key) if endswith(text_or(object.get(provider_bodies[key], "full_name", null), "/aws"), "/aws")

regions_of_provider(stack, body) := {region_or_reason(name) | some name in names} | {"?its provider names no region" | count(names) == 0} if {
	names := terminals(leads(provider_prefix(stack, body), object.get(body, ["expressions", "region"], {"constant_value": null}), nothing))
}

provider_prefix(stack, body) := inside(stack, text_or(object.get(body, "module_address", null), ""))

# Regions of the AWS endpoints that the provider of the resource calls in place of those of its own region.
endpoint_regions(record) := object.get(endpoints_by_provider, [provider_key(record)], set())

endpoints_by_provider := {[stack, name]: regions |
	some [stack, name], body in provider_bodies
	regions := {region |
		some expression in endpoint_expressions(body)
		some text in terminals(leads(provider_prefix(stack, body), expression, nothing))
		contains(text, ".amazonaws.com")
		some region in split(text, ".")
		region_like(region)
	}
}

endpoint_expressions(body) := [expression |
	walk(object.get(body, ["expressions", "endpoints"], []), [_, expression])
	is_object(expression)
	some member in ["constant_value", "references"]
	is_known_member(expression, member)
]

is_known_member(expression, member) if object.get(expression, member, null) != null

region_or_reason(name) := name if {
	region_like(name)
	not nodes[name]
} else := "?the region of its provider is not known yet"

# "us-east-1", and no word that a function or a condition takes.
region_like(text) if {
	parts := split(text, "-")
	count(parts) > 2
	count(parts) < 5
	count(parts[0]) == 2
	last := parts[count(parts) - 1]
	count(last) == 1
	trim(last, "0123456789") == ""
}

text_or(value, _) := value if is_string(value)

text_or(value, other) := other if not is_string(value)
