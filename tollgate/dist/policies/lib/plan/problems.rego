# Why can a document not be judged? Any problem means that there is no verdict.
package lib.plan

import rego.v1

problems contains {"stack": stack, "message": "this document is not a Terraform plan: it is not an object"} if {
	some stack, doc in documents
	not is_object(doc)
}

problems contains {"stack": stack, "message": "it holds no resources: nothing was judged"} if {
	some stack, _ in documents
	documents_seen[stack] == 0
}

problems contains {"stack": "", "message": "there is no document to judge"} if count(documents) == 0

problems contains {"stack": stack, "message": "the plan is not complete (made with -target, or deferred): what it leaves out cannot be judged"} if {
	some stack, doc in documents
	object.get(doc, "complete", true) == false
}

problems contains {"stack": stack, "message": concat("", ["Terraform defers changes to a later plan: ", example(addresses), ". Deferred changes cannot be judged"])} if {
	some stack, addresses in deferred
}

problems contains {"stack": stack, "message": concat("", ["the plan leaves out ", example(addresses), " (made with -target or -exclude, or shortened): what it leaves out cannot be judged"])} if {
	some stack, addresses in left_out
}

problems contains {"stack": stack, "message": "Terraform reported an error while planning: the plan is not whole"} if {
	some stack, doc in documents
	object.get(doc, "errored", false) == true
}

problems contains {"stack": found.stack, "message": "a resource has no type or address: this is not what terraform show -json writes"} if {
	some found in array.concat(odd, listed)
	not well_named(found.source)
}

# Changes that are not as nearly all of them are: looked at once, since there may be many.
odd := [found |
	some found in changed
	not ordinary(found.source)
]

ordinary(resource) if {
	is_object(resource.change.after)
	well_named(resource)
}

well_named(resource) if {
	some_text(resource.type)
	some_text(resource.address)
	some_text(resource.name)
	is_string(object.get(resource, "module_address", ""))
}

some_text(value) if {
	is_string(value)
	value != ""
}

problems contains {"stack": found.stack, "message": concat("", ["the values of ", object.get(found.source, "address", "a resource"), " cannot be read"])} if {
	some found in odd
	change := object.get(found.source, "change", {})
	after := object.get(change, "after", null)
	not is_object(after)
	not forgotten(change)
}

problems contains {"stack": node.stack, "message": "a module has no address: this is not what terraform show -json writes"} if {
	some node in tree
	node.parent == node.instance
	node.instance != ""
}

problems contains {"stack": node.stack, "message": concat("", ["modules are nested more than ", format_int(max_depth, 10), " deep: what lies below cannot be judged"])} if {
	some node in tree_10
	count(object.get(node.module, "child_modules", [])) > 0
}

problems contains {"stack": "", "message": concat("", ["modules are called more than ", format_int(max_depth, 10), " deep: what lies below cannot be judged"])} if {
	some _, scope in scopes_10
	count(object.get(scope.config, "module_calls", {})) > 0
}
