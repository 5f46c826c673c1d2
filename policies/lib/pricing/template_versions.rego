# Which version of a launch template starts the instances? A plan shows the newest version, and before an update the one before.
package lib.pricing

import rego.v1

import data.lib.network
import data.lib.plan

# What instances start from by every attribute that names a version of the template: {record} or {reason, path}.
at_version(user, template, paths) := failed[0] if {
	failed := [found | some path in paths; found := version_at(user, template, path); found.reason]
	count(failed) > 0
} else := older[0] if {
	older := [found | some path in paths; found := version_at(user, template, path); found.record.values != template.values]
	count(older) > 0
	count(older) == count(paths)
} else := {"reason": "it starts from several versions of its launch template", "path": "launch_template"} if {
	some path in paths
	version_at(user, template, path).record.values != template.values
} else := {"record": template}

version_at(user, template, path) := {"record": template} if {
	newest(user, template, path)
} else := {"record": before} if {
	former_version(user, template, path)
	before := object.union(
		object.remove(template, ["values", "unknown"]),
		{"values": template.former, "unknown": {}},
	)
} else := {
	"path": concat(".", [path_text(step) | some step in path]),
	"reason": concat("", ["it starts from ", version_text(plan.state(user, path)), " of its launch template, and the plan shows the newest version only"]),
}

version_text(found) := concat("", ["version ", format_int(as_count(found.value), 10)]) if {
	as_count(found.value) >= 0
} else := "the default version" if {
	found.is != "unknown"
} else := "a version that is not known yet"

# The attributes of a group that name a version, for the blocks that the plan shows.
group_version_paths(group) := [path |
	some path in array.concat(
		[["launch_template", 0, "version"], array.concat(network.mixed, ["launch_template_specification", 0, "version"])],
		[path |
			some i, override in overrides(group)
			count(object.get(override, "launch_template_specification", [])) > 0
			path := array.concat(network.mixed, ["override", i, "launch_template_specification", 0, "version"])
		],
	)
	object.get(group.values, array.slice(path, 0, count(path) - 1), null) != null
	not plan.excluded(group, array.slice(path, 0, 1))
]

# A new template has one version only.
newest(_, template, _) if template.created

newest(user, _, path) if text_of(plan.state(user, path)) == "$Latest"

newest(user, template, path) if {
	found := plan.state(user, path)
	found.is == "known"
	as_count(found.value) == newest_number(template)
}

newest(user, template, path) if {
	number_not_shown(template)
	leads_to_newest(user, template, path)
}

newest(user, template, path) if {
	plan.state(user, path).is == "unknown"
	leads_to_newest(user, template, path)
}

newest(user, template, path) if {
	plan.state(user, path).is == "unknown"
	newest_by_local(user, template, path)
}

newest(user, template, path) if {
	default_version(user, template, path)
	newest_by_default(template)
}

# By a local value, which no plan shows: of all that is unknown and that only locals of the module refer to, there is nothing but the
# newest version of this template.
newest_by_local(user, template, path) if {
	some reference in object.get(plan.expression_at(user, path), "references", [])
	startswith(reference, "local.")
	user.prefix == template.prefix
	keyless := plan.scopes[user.prefix].keyless
	hidden := {attribute | some [at, attribute] in plan.out_of_sight; at == keyless}
	hidden[[template.local, "latest_version"]]
	every attribute in hidden { attribute[0] == template.local }
}

# By a reference to latest_version of the same template, also through variables and outputs.
leads_to_newest(user, template, path) if {
	expression := plan.expression_at(user, path)
	names := plan.terminals(plan.leads(user.prefix, expression, user.each))
	count(names) > 0
	count(names - plan.names(template)) == 0
	not names_default(expression)
}

# A plan that was cut down has no number of the newest version.
number_not_shown(template) if {
	object.get(template.values, "latest_version", null) == null
	object.get(template.unknown, "latest_version", false) == false
}

names_default(expression) if {
	some reference in object.get(expression, "references", [])
	endswith(reference, ".default_version")
}

default_version(user, _, path) if plan.state(user, path).is == "unset"

default_version(user, _, path) if text_of(plan.state(user, path)) == "$Default"

default_version(user, template, path) if {
	plan.state(user, path).is == "unknown"
	expression := plan.expression_at(user, path)
	names_default(expression)
	names := plan.terminals(plan.leads(user.prefix, expression, user.each))
	count(names - plan.names(template)) == 0
}

newest_by_default(template) if is_true(plan.state(template, ["update_default_version"]))

newest_by_default(template) if as_count(plan.state(template, ["default_version"]).value) == newest_number(template)

# An update that makes a version makes the next one.
newest_number(template) := as_count(found.value) if {
	found := plan.state(template, ["latest_version"])
	found.is == "known"
} else := former_number(template) + 1

former_number(template) := as_count(template.former.latest_version)

former_version(user, template, path) if {
	found := plan.state(user, path)
	found.is == "known"
	as_count(found.value) == former_number(template)
	former_number(template) != newest_number(template)
}

former_version(user, template, path) if {
	default_version(user, template, path)
	as_count(plan.state(template, ["default_version"]).value) == former_number(template)
	former_number(template) != newest_number(template)
}
