//go:build tools

// Package tools pins the OPA that old HCP Terraform policy sets run. It cannot be had by `go install`, since its go.mod
// holds a replace directive.
package tools

import _ "github.com/open-policy-agent/opa"
