//go:build tools

// Package tools pins the conftest that the exported policies are proven with.
package tools

import _ "github.com/open-policy-agent/conftest"
