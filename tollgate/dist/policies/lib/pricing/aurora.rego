# What does an instance of an Aurora cluster cost? By its class, or by the capacity between which it moves.
package lib.pricing

import rego.v1

import data.lib.plan

lines contains line(instance, "database", concat("", ["Aurora ", text_of(plan.state(instance, ["instance_class"]))]), "instance_class", aurora_quote(instance), aurora_size(instance)) if {
	some instance in records("aws_rds_cluster_instance")
}

aurora_quote(instance) := {"reason": "the plan does not show the cluster that it belongs to"} if {
	count(clusters_of(instance)) == 0
} else := {"reason": "the storage of its cluster (storage_type) raises its price, and the book has no row for it"} if {
	some cluster in clusters_of(instance)
	not usual_storage(plan.state(cluster, ["storage_type"]))
} else := hourly(instance, "aurora.serverless-v2") if {
	text_of(plan.state(instance, ["instance_class"])) == "db.serverless"
} else := class_quote(instance, concat("", ["rds.", text_of(plan.state(instance, ["engine"])), "."]), "instance_class", plan.state(instance, ["instance_class"]))

usual_storage(found) if found.is == "unset"

usual_storage(found) if text_of(found) in {"", "aurora"}

# The clusters that an instance may belong to: several only where the plan does not tell them apart.
clusters_of(instance) := [cluster |
	count(records("aws_rds_cluster")) * count(records("aws_rds_cluster_instance")) <= join_limit
	some cluster in records("aws_rds_cluster")
	belongs(instance, cluster)
]

belongs(instance, cluster) if plan.meets(plan.links(instance, ["cluster_identifier"]), plan.names(cluster))

belongs(instance, cluster) if {
	name := plan.state(instance, ["cluster_identifier"])
	name.is == "known"
	plan.state(cluster, ["cluster_identifier"]) == name
}

# Capacity units, in halves: the smallest of all that may be meant, and the largest.
aurora_size(instance) := once if {
	text_of(plan.state(instance, ["instance_class"])) != "db.serverless"
} else := {"minimum": least, "desired": least, "maximum": most} if {
	ranges := [[plan.state(cluster, array.concat(capacity_block, ["min_capacity"])), plan.state(cluster, array.concat(capacity_block, ["max_capacity"]))] | some cluster in clusters_of(instance)]
	every pair in ranges { every found in pair { capacity(found) } }
	least := min({pair[0].value | some pair in ranges})
	most := max({pair[1].value | some pair in ranges})
} else := {"reason": "the capacity between which its cluster moves is not known", "path": "cluster_identifier"}

capacity_block := ["serverlessv2_scaling_configuration", 0]

capacity(found) if {
	found.is == "known"
	whole(found.value * 2)
}
