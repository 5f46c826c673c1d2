package main

import (
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"strings"
)

// cloud remembers the rules of security groups between runs of Terraform. AWS gives a group back with all its rules,
// whichever resource made them: after an apply, a standalone rule shows up as an inline rule of its group as well.
type cloud struct {
	// Groups maps a group's id to a direction to the id of what made the rules ("inline" for the group itself).
	Groups map[string]map[string]map[string][]any `json:"groups"`
}

func (p *provider) withCloud(change func(*cloud) bool) error {
	file := os.Getenv(cloudVariable)
	if file == "" {
		return nil
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	c := &cloud{Groups: map[string]map[string]map[string][]any{}}
	text, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(text, c)
	} else if os.IsNotExist(err) {
		err = nil
	}
	if err != nil || !change(c) {
		return err
	}
	if text, err = json.Marshal(c); err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o600)
}

// record keeps what an apply did. values is nil after a delete, when before tells what is gone.
func (p *provider) record(typeName string, values, before object) error {
	current := values
	if current == nil {
		current = before
	}
	isGroup := typeName == "aws_security_group" || typeName == "aws_default_security_group"
	direction, isRule := ruleDirection(typeName, current)
	if !isGroup && !isRule {
		return nil
	}
	return p.withCloud(func(c *cloud) bool {
		id := fmt.Sprint(current["id"])
		if isGroup {
			if values == nil {
				delete(c.Groups, id)
				return true
			}
			for _, side := range []string{"ingress", "egress"} {
				c.rules(id, side)["inline"] = list(jsonable(values[side]))
			}
			return true
		}
		rules := c.rules(fmt.Sprint(current["security_group_id"]), direction)
		if values == nil {
			delete(rules, id)
		} else {
			rules[id] = []any{jsonable(inlineForm(values))}
		}
		return true
	})
}

func (c *cloud) rules(group, direction string) map[string][]any {
	if c.Groups[group] == nil {
		c.Groups[group] = map[string]map[string][]any{"ingress": {}, "egress": {}}
	}
	return c.Groups[group][direction]
}

func ruleDirection(typeName string, values object) (string, bool) {
	switch typeName {
	case "aws_security_group_rule":
		return fmt.Sprint(values["type"]), true
	case "aws_vpc_security_group_ingress_rule":
		return "ingress", true
	case "aws_vpc_security_group_egress_rule":
		return "egress", true
	}
	return "", false
}

// inlineForm is a standalone rule of either kind in the form of the group's own attribute.
func inlineForm(rule object) object {
	collect := func(plural, single string) []any {
		members := append([]any{}, list(rule[plural])...)
		if rule[single] != nil && rule[single] != "" {
			members = append(members, rule[single])
		}
		return members
	}
	text := func(v any) any {
		if v == nil {
			return ""
		}
		return v
	}
	port := func(v any) any {
		if v == nil {
			return new(big.Float)
		}
		return v
	}
	protocol := rule["protocol"]
	if protocol == nil {
		protocol = rule["ip_protocol"]
	}
	groups := collect("", "source_security_group_id")
	self := rule["self"] == true
	if reference, ok := rule["referenced_security_group_id"].(string); ok {
		// The newer kind has no `self`: it names its own group.
		if self = reference == rule["security_group_id"]; !self {
			groups = append(groups, reference[strings.LastIndex(reference, "/")+1:])
		}
	}
	return object{
		"cidr_blocks": collect("cidr_blocks", "cidr_ipv4"), "ipv6_cidr_blocks": collect("ipv6_cidr_blocks", "cidr_ipv6"),
		"prefix_list_ids": collect("prefix_list_ids", "prefix_list_id"), "security_groups": groups, "self": self,
		"description": text(rule["description"]), "protocol": protocolName(fmt.Sprint(protocol)),
		"from_port": port(rule["from_port"]), "to_port": port(rule["to_port"]),
	}
}

// readBack gives a group the rules that AWS would show for it.
func (p *provider) readBack(typeName string, state object) error {
	if state == nil || typeName != "aws_security_group" && typeName != "aws_default_security_group" {
		return nil
	}
	return p.withCloud(func(c *cloud) bool {
		group := c.Groups[fmt.Sprint(state["id"])]
		for side, rules := range group {
			all := []any{}
			for _, id := range sortedKeys(rules) {
				for _, rule := range rules[id] {
					all = append(all, withNumbers(rule))
				}
			}
			state[side] = all
		}
		return false
	})
}

// jsonable turns numbers into those of encoding/json.
func jsonable(v any) any {
	switch value := v.(type) {
	case *big.Float:
		number, _ := value.Float64()
		return number
	case []any:
		out := make([]any, len(value))
		for i := range value {
			out[i] = jsonable(value[i])
		}
		return out
	case object:
		out := object{}
		for name := range value {
			out[name] = jsonable(value[name])
		}
		return out
	}
	return v
}
