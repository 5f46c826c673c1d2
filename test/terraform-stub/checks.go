package main

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

func problem(summary, attribute, detail string) *tfprotov5.Diagnostic {
	out := &tfprotov5.Diagnostic{Severity: tfprotov5.DiagnosticSeverityError, Summary: summary, Detail: detail}
	if attribute != "" {
		out.Attribute = tftypes.NewAttributePath().WithAttributeName(attribute)
	}
	return out
}

// validate gives what the AWS provider would refuse in this configuration, for the rules in behaviour.json.
func (b *behaviour) validate(config object) (problems []*tfprotov5.Diagnostic) {
	for _, path := range sortedKeys(b.Checks) {
		name, _, _ := strings.Cut(path, ".")
		for _, value := range at(config, strings.Split(path, ".")) {
			if text := b.Checks[path].refuse(value); text != "" {
				problems = append(problems, problem("Invalid value", name, path+" "+text))
			}
		}
	}
	for _, names := range b.Conflicts {
		var given []string
		for _, name := range names {
			value := config[name]
			// What is not known yet may turn out to be null.
			if members, isList := value.([]any); value != nil && value != false && value != unknown && (!isList || len(members) > 0) {
				given = append(given, name)
			}
		}
		if len(given) > 1 {
			problems = append(problems, problem("Conflicting configuration arguments", given[1], fmt.Sprintf("%s conflicts with %s", given[1], given[0])))
		}
	}
	return problems
}

func (c check) refuse(value any) string {
	switch typed := value.(type) {
	case nil:
		if c.Required {
			return "is required"
		}
	case *big.Float:
		number, _ := typed.Float64()
		if c.Range[0] < c.Range[1] && (number < c.Range[0] || number > c.Range[1]) {
			return fmt.Sprintf("must be in the range (%g - %g), got %g", c.Range[0], c.Range[1], number)
		}
		if c.Enum != nil && !contains(c.Enum, number) {
			return fmt.Sprintf("must be one of %v, got %g", c.Enum, number)
		}
	case string:
		if c.Enum != nil && !contains(c.Enum, typed) {
			return fmt.Sprintf("must be one of %q, got %q", c.Enum, typed)
		}
		if c.Longest > 0 && len(typed) > c.Longest {
			return fmt.Sprintf("cannot be longer than %d characters: %q", c.Longest, typed)
		}
	}
	return ""
}

func contains(values []any, value any) bool {
	for _, member := range values {
		if member == value {
			return true
		}
	}
	return false
}

// at collects the values at a path, through lists and sets. Unknown parents have no values.
func at(v any, path []string) (found []any) {
	if len(path) == 0 {
		return []any{v}
	}
	switch value := v.(type) {
	case []any:
		for _, member := range value {
			found = append(found, at(member, path)...)
		}
	case object:
		next := value[path[0]]
		if members, ok := next.([]any); ok && len(path) == 1 {
			return members
		}
		return at(next, path[1:])
	}
	return found
}
