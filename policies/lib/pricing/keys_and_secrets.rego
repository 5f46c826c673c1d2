# What do KMS keys and secrets in Secrets Manager cost?
package lib.pricing

import rego.v1

import data.lib.plan

key_prices := {
	"aws_kms_key": {"part": "other", "item": "key", "id": "kms.key", "hourly": false},
	"aws_secretsmanager_secret": {"part": "other", "item": "secret", "id": "secretsmanager.secret", "hourly": false},
}

# A replica is charged like the secret, in its own region.
lines contains line(secret, "other", "replicas", "replica", {"reason": reason}, once) if {
	some secret in records("aws_secretsmanager_secret")
	some reason in replica_reasons(secret)
}

replica_reasons(secret) := {"whether it has replicas is not known yet"} if {
	plan.state(secret, ["replica"]).is == "unknown"
} else := {concat("", ["its replicas are charged in their own regions, and the price book holds the prices of ", region])} if {
	count(blocks(secret, "replica")) > 0
} else := set()
