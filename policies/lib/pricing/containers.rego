# What does an ECS service on Fargate cost? Its tasks, between the sizes of its scaling range.
package lib.pricing

import rego.v1

import data.lib.plan

lines contains line(service, "web", item, "task_definition", quote, service_size(service)) if {
	some service in services_on_fargate
	some item, quote in task_quotes(service)
}

lines contains line(service, "web", "tasks", "capacity_provider_strategy", {"reason": "which capacity its tasks use is not known yet"}, once) if {
	some service in records("aws_ecs_service")
	plan.state(service, ["launch_type"]).is == "unknown"
}

lines contains line(service, "web", "tasks", "capacity_provider_strategy", {"reason": "its tasks use another provider of capacity than FARGATE"}, once) if {
	some service in records("aws_ecs_service")
	plan.state(service, ["launch_type"]).is == "unset"
	count(providers_of(service) - {"FARGATE"}) > 0
	(fargate_providers | {"?"}) & providers_of(service) != set()
}

lines contains line(service, "web", "tasks", "launch_type", {"reason": "its tasks may run on Fargate by the default of the cluster: set launch_type"}, once) if {
	some service in records("aws_ecs_service")
	left_to_cluster(service)
}

# Without launch_type and a strategy, the default of the cluster decides. A task definition that is made for Fargate tells which.
left_to_cluster(service) if {
	plan.state(service, ["launch_type"]).is == "unset"
	count(blocks(service, "capacity_provider_strategy")) == 0
	of_fargate(tasks_of(service))
}

of_fargate(tasks) if count(tasks) == 0

of_fargate(tasks) if {
	some task in tasks
	for_fargate(task)
}

for_fargate(task) if plan.state(task, ["requires_compatibilities"]).is == "unknown"

for_fargate(task) if {
	some name in object.get(task.values, "requires_compatibilities", [])
	name == "FARGATE"
}

# A service on instances costs nothing by itself: its instances are charged.
free_services := [service |
	some service in records("aws_ecs_service")
	plan.state(service, ["launch_type"]).is != "unknown"
	text_of(plan.state(service, ["launch_type"])) != "FARGATE"
	providers_of(service) & (fargate_providers | {"?"}) == set()
	not left_to_cluster(service)
]

services_on_fargate := [service |
	some service in records("aws_ecs_service")
	on_fargate(service)
]

fargate_providers := {"FARGATE", "FARGATE_SPOT"}

on_fargate(service) if text_of(plan.state(service, ["launch_type"])) == "FARGATE"

on_fargate(service) if {
	plan.state(service, ["launch_type"]).is == "unset"
	providers_of(service) == {"FARGATE"}
}

providers_of(service) := {name |
	some i, _ in blocks(service, "capacity_provider_strategy")
	name := text_of(plan.state(service, ["capacity_provider_strategy", i, "capacity_provider"]))
}

# By item. Where several task definitions may be meant, the dearest counts.
task_quotes(service) := {"tasks": {"reason": "which task definition it runs cannot be told from the plan"}} if {
	count(tasks_of(service)) == 0
} else := {"tasks": {"reason": "the book has no row for tasks on ARM or with Windows"}} if {
	some task in tasks_of(service)
	not usual_platform(task)
} else := {
	"tasks, processors": dearest({task_quote(service, "ecs.fargate.vcpu", "cpu", plan.state(task, ["cpu"])) | some task in tasks_of(service)}),
	"tasks, memory": dearest({task_quote(service, "ecs.fargate.memory", "memory", plan.state(task, ["memory"])) | some task in tasks_of(service)}),
}

# In 1,024ths of a processor, and in MiB.
task_quote(service, id, attribute, found) := {"micro": (whole_quote.micro * as_count(found.value)) / 1024} if {
	found.is == "known"
	as_count(found.value) > 0
	whole_quote := hourly(service, id)
	whole_quote.micro
	(whole_quote.micro * as_count(found.value)) % 1024 == 0
} else := {"micro": (((whole_quote.micro * as_count(found.value)) - rest) / 1024) + 1} if {
	found.is == "known"
	as_count(found.value) > 0
	whole_quote := hourly(service, id)
	rest := (whole_quote.micro * as_count(found.value)) % 1024
} else := whole_quote if {
	whole_quote := hourly(service, id)
	whole_quote.reason
} else := {"reason": concat("", [attribute, " of its task definition is ", not_known(found)])}

usual_platform(task) if plan.state(task, ["runtime_platform"]).is == "unset"

usual_platform(task) if plan.state(task, ["runtime_platform"]) == {"is": "known", "value": []}

usual_platform(task) if {
	usual_word(plan.state(task, ["runtime_platform", 0, "operating_system_family"]), "LINUX")
	usual_word(plan.state(task, ["runtime_platform", 0, "cpu_architecture"]), "X86_64")
	plan.state(task, ["runtime_platform"]).is == "known"
}

usual_word(found, _) if found.is == "unset"

usual_word(found, word) if {
	found.is == "known"
	found.value == word
}

tasks_of(service) := [task |
	count(records("aws_ecs_task_definition")) * count(records("aws_ecs_service")) <= join_limit
	some task in records("aws_ecs_task_definition")
	plan.meets(plan.links(service, ["task_definition"]), plan.names(task))
]

service_size(service) := {"minimum": minimum, "desired": wanted, "maximum": maximum} if {
	wanted := wanted_tasks(plan.state(service, ["desired_count"]))
	ranges := [[plan.state(target, ["min_capacity"]), plan.state(target, ["max_capacity"])] | some target in targets_of(service)]
	every pair in ranges { every found in pair { is_whole(found) } }
	minimum := min({wanted} | {pair[0].value | some pair in ranges})
	maximum := max({wanted} | {pair[1].value | some pair in ranges})
} else := {"reason": "the number of its tasks is not known yet", "path": "desired_count"}

wanted_tasks(found) := 0 if {
	found.is == "unset"
} else := found.value if {
	is_whole(found)
}

# What scales the service: by reference, or by the name in the id "service/cluster/name".
targets_of(service) := [target |
	count(records("aws_appautoscaling_target")) * count(records("aws_ecs_service")) <= join_limit
	some target in records("aws_appautoscaling_target")
	text_of(plan.state(target, ["service_namespace"])) in {"ecs", "?"}
	scales(target, service)
]

# What scales something else lets it grow by any number.
lines contains line(target, "other", "range", "resource_id", {"reason": "it lets something grow of which the book has no range"}, once) if {
	some target in records("aws_appautoscaling_target")
	not scaling[target.address]
}

scaling := {target.address |
	some service in records("aws_ecs_service")
	some target in targets_of(service)
}

scales(target, service) if plan.meets(plan.links(target, ["resource_id"]), plan.names(service))

scales(target, service) if {
	name := text_of(plan.state(service, ["name"]))
	name != "?"
	endswith(text_of(plan.state(target, ["resource_id"])), concat("", ["/", name]))
}
