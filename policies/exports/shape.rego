# METADATA
# title: Whether the input is a plan
# description: >-
#   The readers of the gate refuse a document that only looks like a plan, before any policy sees the document. Conftest and HCP
#   Terraform do not have these readers. This file takes their place: a document of another kind or shape could not be judged.
package exports.shape

import data.lib.plan
import rego.v1

give := "give what terraform show -json prints"

problems contains {"stack": stack, "message": concat("", ["it is ", kind, ", not a plan; ", give])} if {
	some stack, doc in plan.documents
	some kind in kinds(doc)
}

kinds(doc) := {kind |
	some kind, members in {
		"the log of terraform plan -json": ["@level", "@message"],
		"a redacted plan without its configuration": ["plan_format_version"],
		"the schemas of providers": ["provider_schemas"],
		"a list of functions": ["function_signatures"],
		"the result of terraform validate": ["diagnostics"],
		"the result of terraform version": ["terraform_outdated", "provider_selections"],
		"a raw state file": ["lineage", "serial"],
	}
	some member in members
	has(doc, member)
}

has(doc, member) if object.get(doc, member, null) != null

problems contains {"stack": stack, "message": "its format_version is not 0.x or 1.x: another one may mean something else by the same names"} if {
	some stack, doc in plan.documents
	version := object.get(doc, "format_version", "1.0")
	not readable(version)
}

readable(version) if startswith(version, "0.")

readable(version) if startswith(version, "1.")

problems contains {"stack": stack, "message": concat("", [part, " is not of the shape that Terraform writes; ", give])} if {
	some stack, doc in plan.documents
	is_object(doc)
	some part in broken(doc)
}

broken(doc) := (misshapen | unlisted) | unclear if {
	misshapen := {concat(".", path) |
		some path in [
			["configuration"], ["configuration", "root_module"],
			["planned_values"], ["planned_values", "root_module"],
			["prior_state"], ["prior_state", "values"], ["prior_state", "values", "root_module"],
			["values"], ["values", "root_module"], ["variables"],
		]
		value := object.get(doc, path, null)
		value != null
		not is_object(value)
	}
	unlisted := {member |
		some member in ["resource_changes", "deferred_changes", "deferred_action_invocations", "action_invocations"]
		value := object.get(doc, member, null)
		value != null
		not is_array(value)
	}
	unclear := {member |
		some member in ["complete", "errored"]
		value := object.get(doc, member, null)
		value != null
		not is_boolean(value)
	}
}

problems contains {"stack": stack, "message": concat("", ["resource_changes has an entry that is not of the shape that Terraform writes; ", give])} if {
	some stack, doc in plan.documents
	is_array(object.get(doc, "resource_changes", null))
	some resource in doc.resource_changes
	not well_formed(resource)
}

well_formed(resource) if {
	is_array(resource.change.actions)
	every action in resource.change.actions {
		is_string(action)
	}
}
