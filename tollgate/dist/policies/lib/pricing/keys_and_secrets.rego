# What do KMS keys and secrets in Secrets Manager cost?
package lib.pricing

import rego.v1

key_prices := {
	"aws_kms_key": {"part": "other", "item": "key", "id": "kms.key", "hourly": false},
	"aws_secretsmanager_secret": {"part": "other", "item": "secret", "id": "secretsmanager.secret", "hourly": false},
}
