# How do names lead to each other? The nodes are the variables, outputs and module calls of each scope, the attributes that
# pass a security group on, and the resources, where the way ends (sinks).
package lib.plan

import rego.v1

# Attributes through which a group passes from one resource to another.
carriers := {
	"aws_alb": ["security_groups"],
	"aws_db_instance": ["vpc_security_group_ids"],
	"aws_db_proxy": ["vpc_security_group_ids"],
	"aws_elb": ["security_groups"],
	"aws_instance": ["vpc_security_group_ids", "security_groups"],
	"aws_launch_configuration": ["security_groups"],
	"aws_launch_template": ["vpc_security_group_ids"],
	"aws_lb": ["security_groups"],
	"aws_network_interface": ["security_groups"],
	"aws_network_interface_sg_attachment": ["security_group_id"],
	"aws_rds_cluster": ["vpc_security_group_ids"],
	"aws_spot_instance_request": ["vpc_security_group_ids", "security_groups"],
	"aws_vpc_endpoint": ["security_group_ids"],
	"terraform_data": ["input"],
}

# Attributes that return the value of another attribute.
given_back := {"input": ["input", "output"]}

edges := array.concat([[name, leads(prefix, expression, each)] | some [name, prefix, expression, each, _] in ways], module_edges)

# The content of a node: [name, prefix of the scope that it is read in, expression, for_each of what it is in, kind]. The kind is
# "value" of a variable or an output: every possible value is in its expression.
ways := array.concat(array.concat(variable_ways, output_ways), array.concat(carrier_ways, remote_ways))

ways_by_name := {way[0]: way | some way in ways}

variable_ways := [[concat("", [prefix, "var.", name]), scope.above, expression, object.get(scope.call, "for_each_expression", {}), "value"] |
	some prefix, scope in scopes
	some name, _ in object.union(object.get(scope.config, "variables", {}), object.union(object.get(scope.call, "expressions", {}), scope.values))
	expression := variable_expression(scope, name)
]

# Where nothing was planned yet, a default may give way to another value.
variable_expression(scope, name) := {"lost": "a variable that may be given another value"} if {
	scope.synthesized
} else := expression if {
	expression := object.get(scope.call, ["expressions", name], null)
	is_object(expression)
} else := {"constant_value": object.get(scope.values, [name, "value"], null)} if {
	scope.values[name]
} else := {"constant_value": value} if {
	value := scope.config.variables[name]["default"]
} else := {"constant_value": null, "absent": true}

output_ways := [[concat("", [prefix, name]), prefix, object.get(output, "expression", {}), {}, "value"] |
	some prefix, scope in scopes
	scope.call != {}
	some name, output in object.get(scope.config, "outputs", {})
]

# "module.a" alone (from module.a[each.key].out, which loses its end) is any output of it.
module_edges := [[trim_suffix(prefix, "."), outputs] |
	some prefix, scope in scopes
	scope.call != {}
	outputs := {concat("", [prefix, name]) | some name, _ in object.get(scope.config, "outputs", {})}
]

carrier_ways := [[concat("", [key, ".", given]), resource_scope(key, resource), expression, object.get(resource, "for_each_expression", {}), "attribute"] |
	some key, resource in configuration
	some attribute in carriers[resource.type]
	expression := object.get(resource, ["expressions", attribute], null)
	is_object(expression)
	some given in object.get(given_back, attribute, [attribute])
]

resource_scope(key, resource) := trim_suffix(key, resource.address)

# Outputs of another stack that is judged in the same call, read through its remote state.
remote_ways := [[concat("", [stack_prefix(stack), source, ".outputs.", name]), stack_prefix(producer), object.get(output, "expression", {}), {}, "output of another stack"] |
	some stack, doc in documents
	some source, producer in object.get(doc, "remote_states", {})
	some name, output in object.get(documents, [producer, "configuration", "root_module", "outputs"], {})
]

# Names that end a chain: resources of known types, by every name a reference may use.
sink_names := array.concat(
	array.concat(
		[key | some key, _ in configuration],
		[name | some name in instance_names],
	),
	array.concat(
		[name | some record in data_records; some name in reference_names(record)],
		[concat("", [key, ".default_security_group_id"]) | some key, resource in configuration; resource.type == "aws_vpc"],
	),
)

# Names of resources of which there are instances.
instance_names := {name | some record in other_records; some name in reference_names(record)}

# Node names, before their edges are known.
nodes := {name | some name in node_names}

node_names := array.concat(sink_names, array.concat(
	[name | some prefix, scope in scopes; some name in scope_names(prefix, scope)],
	array.concat(
		[name | some key, resource in configuration; some attribute in carriers[resource.type]; object.get(resource, ["expressions", attribute], null) != null; some given in object.get(given_back, attribute, [attribute]); name := concat("", [key, ".", given])],
		[name | some stack, doc in documents; some source, producer in object.get(doc, "remote_states", {}); some output, _ in object.get(documents, [producer, "configuration", "root_module", "outputs"], {}); name := concat("", [stack_prefix(stack), source, ".outputs.", output])],
	),
))

scope_names(prefix, scope) := variables | (outputs | {trim_suffix(prefix, ".")}) if {
	scope.call != {}
	variables := {concat("", [prefix, "var.", name]) | some name, _ in object.union(object.get(scope.config, "variables", {}), object.get(scope.call, "expressions", {}))}
	outputs := {concat("", [prefix, name]) | some name, _ in object.get(scope.config, "outputs", {})}
} else := {concat("", [prefix, "var.", name]) | some name, _ in object.union(object.get(scope.config, "variables", {}), scope.values)}

# Reasons and literal ids are found on the way: they end a chain too.
found_sinks := [name | some edge in edges; some name in edge[1]; not nodes[name]]

sinks := {name | some name in array.concat(sink_names, found_sinks)}

reference_graph := object.union(
	{name: [] | some name in (nodes | {sink | some sink in found_sinks})},
	{edge[0]: edge[1] | some edge in edges},
)
