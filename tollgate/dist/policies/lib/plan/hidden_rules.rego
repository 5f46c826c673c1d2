# In which modules may a dynamic block hold rules of a new security group, or routes of a new table, of which the plan shows
# nothing? The AWS provider shows an entry where the for_each is not known; not every version and program does.
package lib.plan

import rego.v1

import data.lib.provider

# Modules, by the prefix without instance keys, with more values that are not known, and that no visible expression reads, than
# visible dynamic blocks and locals account for.
hiding_rules := {keyless |
	some keyless, unread in unread_in
	seen := count({block | some [at, block] in accounts; at == keyless}) + count({block | some [at, block] in hidden_starts; at == keyless})
	unexplained(unread, seen, object.get(late_locals, keyless, set()))
}

# No local carries anything that is not known. One dynamic block may join several values.
unexplained(unread, seen, locals) if {
	count(locals) == 0
	count(unread) > 3 * seen
}

# Locals carry ids as a rule, several at once. Of other values, each local accounts for one.
unexplained(unread, seen, locals) if {
	count(locals) > 0
	count({name | some [kind, name] in unread; kind != "id"}) > (3 * seen) + count({name | some [kind, name] in locals; kind != "id"})
}

# A list of anything may be the for_each of a dynamic block as well: no local accounts for it.
unexplained(unread, seen, _) if count({name | some [kind, name] in unread; kind == "list"}) > seen

# Modules with a new group or table that shows no entries, and of which the code shows none.
bare_holders := {scopes[record.prefix].keyless |
	count(relevant) > 0
	some type, attributes in provider.attribute_blocks
	some record in of_type[type]
	record.created
	some attribute, _ in attributes
	unconfigured_computed(record, [attribute])
	object.get(record.unknown, attribute, false) == true
}

# ------------------------------------------------------------------------------------------------ what expressions read

# "aws_eip.a.public_ip", "aws_eip.a" (the whole resource), "data.aws_ami.a.id", "module.m.out", "var.x", "local.x": what an expression
# reads, without instance keys and without the shorter forms that Terraform lists behind each reference.
read_by(expression) := {cut(reference) |
	references := references_of(expression)
	some i, reference in references
	is_string(reference)
	not continues(references, i)
}

cut(reference) := concat(".", array.slice(steps, 0, read_steps(steps[0]))) if {
	steps := split(without_key(reference), ".")
}

read_steps(word) := object.get({"data": 4, "each": 2, "local": 2, "var": 2}, word, 3)

# "aws_eip.a[0].public_ip" and "aws_eip.a[\"x.y\"].public_ip" are "aws_eip.a.public_ip".
without_key(reference) := concat("", [parts[0], split(concat("[", array.slice(parts, 1, count(parts))), "]")[1]]) if {
	parts := split(reference, "[")
	count(parts) == 2
} else := split(reference, "[")[0]

# By module. An argument that is not read, and an output that nobody reads, are not looked at further.
reads := {keyless: names | some keyless, inner in inner_reads; names := inner | output_reads[keyless]}

inner_reads := {keyless: names |
	some keyless, config in config_of
	names := {name | some expression in inner_expressions(config); some name in read_by(expression)}
}

output_reads := {keyless: names |
	some keyless, config in config_of
	names := {name | some output in object.get(config, "outputs", {}); some name in read_by(object.get(output, "expression", {}))}
}

config_of := {keyless: scopes[keyless].config |
	count(bare_holders) > 0
	some keyless in {scope.keyless | some _, scope in scopes}
}

inner_expressions(config) := array.concat(
	[expression | some block in blocks; some expression in object.get(block, "expressions", {})],
	[block[member] | some block in blocks; some member in ["for_each_expression", "count_expression"]],
) if {
	blocks := array.concat(object.get(config, "resources", []), [call | some call in object.get(config, "module_calls", {})])
}

# ------------------------------------------------------------------------------------------------ what is not known and not read

unread_in := {keyless: values |
	some keyless in bare_holders
	values := {[kind, name] | some [at, kind, name] in unread_values; at == keyless}
	count(values) > 0
}

unread_values := unread_attributes | (unread_arguments | unread_outputs)

unread_attributes := {[keyless, kind_of_attribute(local, attribute), attribute_name(local, attribute)] |
	some [keyless, [local, attribute]] in contributing
	bare_holders[keyless]
	names := object.get(reads, keyless, set())
	not is_read(names, local, attribute)
}

attribute_name(local, attribute) := trim_suffix(concat(".", [local, attribute]), ".")

is_read(names, local, _) if names[local]

is_read(names, local, attribute) if names[attribute_name(local, attribute)]

# A splat reads the resource as a whole: one of its attributes is enough.
is_read(names, local, "") if {
	some name in names
	startswith(name, concat("", [local, "."]))
}

# An argument of the module that is not known.
unread_arguments := {[scope.keyless, kind, variable] |
	some _, scope in scopes
	bare_holders[scope.keyless]
	some name, expression in object.get(scope.call, "expressions", {})
	is_object(expression)
	variable := concat("", ["var.", name])
	not reads[scope.keyless][variable]
	some kind in late_kinds(name, behind(scope, expression))
}

# The kinds of an argument that leads to something that is not known; none where all is known.
late_kinds(argument, names) := {"list"} if {
	some name in names
	late_lists[name]
} else := {kind_of(argument)} if {
	some name in names
	late_names[name]
} else := set()

late_names := {name | some [keyless, [local, attribute]] in contributing; some read in {local, attribute_name(local, attribute)}; name := concat("", [keyless, read])}

late_lists := {concat("", [keyless, attribute_name(local, attribute)]) |
	some [keyless, [local, attribute]] in contributing
	kind_of_attribute(local, attribute) == "list"
}

# The names that the expression reads, and the variables and outputs that it leads to, with the prefix of their modules.
behind(scope, expression) := {concat("", [scopes[scope.above].keyless, name]) | some name in read_by(expression)} | {concat("", [scopes[way[1]].keyless, name]) |
	some node in graph.reachable(reference_graph, leads(scope.above, expression, object.get(scope.call, "for_each_expression", {})))
	way := ways_by_name[node]
	way[4] == "value"
	some name in read_by(way[2])
}

# An output of a child module that alone reads something that contributed, and that nobody reads.
unread_outputs := {[above, kind_of_attribute(local, attribute), concat("", [call, ".", attribute_name(local, attribute)])] |
	some [keyless, [local, attribute]] in contributing
	[above, call] := callers[keyless]
	bare_holders[above]
	inner := object.get(inner_reads, keyless, set())
	not is_read(inner, local, attribute)
	is_read(output_reads[keyless], local, attribute)
	not gives_to(keyless, above, call, local, attribute)
}

# Some output of the module that reads the attribute is read.
gives_to(_, above, call, _, _) if reads[above][call]

gives_to(keyless, above, call, local, attribute) if {
	some name, output in object.get(config_of[keyless], "outputs", {})
	is_read(read_by(object.get(output, "expression", {})), local, attribute)
	reads[above][concat(".", [call, name])]
}

# The module that calls a module, and the name of the call in it: {keyless: [above, "module.m"]}.
callers := {scope.keyless: caller |
	count(bare_holders) > 0
	some _, scope in scopes
	scope.call != {}
	above := scopes[scope.above].keyless
	caller := [above, trim_suffix(trim_prefix(scope.keyless, above), ".")]
}

# ------------------------------------------------------------------------------------------------ kinds of values

# "list": gives whatever it was given, or a document. "id": names one thing. "value": anything else.
kind_of_attribute(local, attribute) := "list" if {
	steps := split(local, ".")
	lists[concat(".", array.slice(steps, 0, count(steps) - 1))][attribute]
} else := kind_of(attribute)

lists := {
	"data.external": {"result"},
	"data.http": {"body", "response_body"},
	"data.terraform_remote_state": {"outputs"},
	"terraform_data": {"input", "output"},
}

kind_of(name) := "id" if {
	words := split(name, "_")
	id_words[words[count(words) - 1]]
} else := "value"

id_words := {"", "arn", "arns", "group", "groups", "id", "identifier", "ids", "name", "role", "subnets"}

# ------------------------------------------------------------------------------------------------ locals

# [kind, local] of the locals of a module that may carry something that is not known. The kind is that of the attribute that reads
# the local.
late_locals := {keyless: late |
	some keyless, _ in unread_in
	known := {name | some [at, "known", _, name] in local_uses; at == keyless}
	late := {[kind, name] | some [at, "unknown", kind, name] in local_uses; at == keyless} | {[kind, name] |
		some [at, "passed on", kind, name] in local_uses
		at == keyless
		not known[name]
	}
}

# [module, whether the value there is known, kind, local].
local_uses := resource_uses | passed_on

resource_uses := {[keyless, known, kind, name] |
	some found in changed
	keyless := scopes[inside(found.stack, found.module)].keyless
	unread_in[keyless]
	some [attribute, kind, name] in locals_of[concat("", [keyless, local_name(found)])]
	known := known_words[late_mark(object.get(found.version.unknown, attribute, false))]
}

known_words := {true: "unknown", false: "known"}

late_mark(mark) if marked(mark)

else := false

# [attribute, kind, local] of what the attributes of a resource read, by its address without keys.
locals_of := {address: uses |
	some keyless, _ in unread_in
	some resource in object.get(config_of[keyless], "resources", [])
	address := concat("", [keyless, object.get(resource, "address", "")])
	uses := {[attribute, kind, name] |
		some attribute, expression in object.get(resource, "expressions", {})
		kind := place_kind(attribute, expression)
		some name in locals_in(expression, object.get(resource, "for_each_expression", {}))
	}
	count(uses) > 0
}

# A value that a block reads may be in any of its attributes.
place_kind(attribute, expression) := kind_of(attribute) if {
	is_object(expression)
} else := "value"

locals_in(expression, each) := {name |
	some name in read_by(expression)
	startswith(name, "local.")
} | {name |
	read_by(expression)["each.value"]
	some name in read_by(each)
	startswith(name, "local.")
}

# Arguments of modules and outputs: whether they are known is not looked at.
passed_on := {[keyless, "passed on", kind, name] |
	some keyless, _ in unread_in
	some [argument, expression] in passed(config_of[keyless])
	kind := kind_of(argument)
	some name in locals_in(expression, {})
}

passed(config) := array.concat(
	[[argument, expression] | some call in object.get(config, "module_calls", {}); some argument, expression in object.get(call, "expressions", {})],
	[[name, object.get(output, "expression", {})] | some name, output in object.get(config, "outputs", {})],
)
