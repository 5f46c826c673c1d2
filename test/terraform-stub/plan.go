package main

import (
	"math/big"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// planner turns configuration and prior state into the planned state, as the AWS provider does.
type planner struct {
	*behaviour
	region string
	// wholeSets makes a set of objects unknown when any member is.
	wholeSets bool
}

func (p *provider) planner(b *behaviour) *planner {
	return &planner{behaviour: b, region: p.region, wholeSets: os.Getenv(setsVariable) == "whole"}
}

// block plans one block. prior is nil for a block that is new; inSet is true inside a set of blocks.
func (p *planner) block(b *block, path string, config, prior object, inSet bool) object {
	out := object{}
	for name, a := range b.Attributes {
		at := join(path, name)
		value := config[name]
		switch {
		case a.WriteOnly:
			value = nil
		case value != nil:
			value = p.written(value, a.Type.Type, at)
		case a.Computed && prior != nil:
			value = prior[name]
		case p.Defaults[at] != nil:
			value = p.Defaults[at]
		case name == "region" && path == "" && a.Computed:
			value = p.region
		case a.Computed:
			value = unknown
		case inSet:
			value = zero(a.Type.Type)
		}
		out[name] = value
	}
	for name, n := range b.Blocks {
		at := join(path, name)
		out[name] = p.nested(n, at, config[name], prior, name)
	}
	return out
}

func (p *planner) nested(n *nestedBlock, path string, config any, prior object, name string) any {
	switch value := config.(type) {
	case object:
		before, _ := prior[name].(object)
		return p.block(n.Block, path, value, before, false)
	case []any:
		if len(value) == 0 && slices.Contains(p.ComputedBlocks, path) {
			if prior != nil {
				return prior[name]
			}
			return unknown
		}
		out := make([]any, len(value))
		for i, member := range value {
			blockConfig, ok := member.(object)
			if !ok {
				out[i] = member
				continue
			}
			out[i] = p.block(n.Block, path, blockConfig, match(n, blockConfig, list(prior[name]), i), n.Nesting == "set")
		}
		if n.Nesting == "set" && p.wholeSets && hasUnknown(config) {
			return unknown
		}
		return out
	}
	return config
}

// match finds the earlier state of a block: by its place in a list, by what is configured in a set.
func match(n *nestedBlock, config object, prior []any, index int) object {
	if n.Nesting == "list" {
		if index < len(prior) {
			before, _ := prior[index].(object)
			return before
		}
		return nil
	}
	for _, member := range prior {
		before, ok := member.(object)
		for name := range n.Block.Attributes {
			ok = ok && (config[name] == nil || equal(config[name], before[name]))
		}
		if ok {
			return before
		}
	}
	return nil
}

// written is how the provider's SDK plans a configured value: a set of plain values with an unknown member is unknown;
// objects of an attribute that is written like a block have zero values in place of null.
func (p *planner) written(value any, t tftypes.Type, path string) any {
	if text, ok := value.(string); ok && slices.Contains(p.Protocol, path) {
		return protocolName(text)
	}
	members, ok := value.([]any)
	if !ok {
		return value
	}
	element, isObject := elementType(t).(tftypes.Object)
	if t.Is(tftypes.Set{}) && hasUnknown(members) && (!isObject || p.wholeSets) {
		return unknown
	}
	if !isObject {
		return value
	}
	out := make([]any, len(members))
	for i, member := range members {
		given, ok := member.(object)
		if !ok {
			out[i] = member
			continue
		}
		if t.Is(tftypes.Set{}) && unexpanded(given) {
			return unknown
		}
		entry := object{}
		for name, memberType := range element.AttributeTypes {
			if given[name] == nil {
				entry[name] = zero(memberType)
			} else {
				entry[name] = p.written(given[name], memberType, join(path, name))
			}
		}
		out[i] = entry
	}
	return out
}

// unexpanded tells the stand-in entry that Terraform sends for a dynamic block over an unknown collection: whatever the
// block sets is unknown, and there may be none or many.
func unexpanded(entry object) bool {
	known := 0
	for _, value := range entry {
		if value != nil && value != unknown {
			known++
		}
	}
	return known == 0 && hasUnknown(entry)
}

func join(path, name string) string {
	return strings.TrimPrefix(path+"."+name, ".")
}

// protocolName is the AWS provider's spelling of a protocol.
func protocolName(text string) string {
	numbers := map[int]string{1: "icmp", 6: "tcp", 17: "udp", 58: "icmpv6", -1: "-1"}
	lower := strings.ToLower(text)
	if lower == "all" {
		return "-1"
	}
	if n, err := strconv.Atoi(lower); err == nil && numbers[n] != "" {
		return numbers[n]
	}
	return lower
}

// resource plans a whole resource and tells which attributes replace it. prior is nil for a new one.
func (p *planner) resource(b *block, config, prior object, defaultTags object) (planned object, replace []string) {
	planned = p.block(b, "", config, prior, false)
	if a := b.Attributes["tags_all"]; a != nil && a.Computed {
		planned["tags_all"] = allTags(planned["tags"], defaultTags, prior)
	}
	if prior == nil {
		return planned, nil
	}
	counts := false
	for name, value := range planned {
		if equal(value, prior[name]) {
			continue
		}
		if !slices.Contains(p.Uncounted, name) {
			counts = true
		}
		isTag := name == "tags" || name == "tags_all"
		if slices.Contains(p.ForceNew, name) || slices.Contains(p.ForceNew, "*") && !isTag {
			replace = append(replace, name)
		}
	}
	for name, condition := range p.Counters {
		if counts && (condition == "" || planned[condition] == true) && config[name] == nil {
			planned[name] = unknown
		}
	}
	return planned, replace
}

func allTags(tags any, defaultTags object, prior object) any {
	own, known := tags.(object)
	all := merged(defaultTags, own)
	switch {
	case tags != nil && !known, hasUnknown(all):
		return unknown
	case len(all) > 0:
		return all
	case prior == nil:
		return unknown
	}
	return object{}
}

// fill replaces what is unknown in a planned resource by made-up values. prior is nil for a new one.
func (f *filler) fill(b *block, prior object) object {
	for name := range f.Counters {
		if f.values[name] == unknown {
			before, ok := prior[name].(*big.Float)
			if !ok {
				before = new(big.Float)
			}
			f.values[name] = new(big.Float).Add(before, big.NewFloat(1))
		}
	}
	// id and arn first: others are made of them.
	for _, name := range append([]string{"name", "id", "arn"}, sortedKeys(b.Attributes)...) {
		if a := b.Attributes[name]; a != nil && f.values[name] == unknown {
			value := f.attribute(name)
			if value == nil && !a.Type.Is(tftypes.String) && !a.Type.Is(tftypes.Number) && !a.Type.Is(tftypes.Bool) {
				value = zero(a.Type.Type)
			}
			f.values[name] = value
		}
	}
	for name, a := range b.Attributes {
		f.values[name] = f.known(f.values[name], a.Type.Type, name)
	}
	for name, n := range b.Blocks {
		f.values[name] = f.known(f.values[name], n.valueType(), name)
	}
	return f.values
}

func (f *filler) known(v any, t tftypes.Type, path string) any {
	switch value := v.(type) {
	case unknownValue:
		if made, ok := f.Values[path]; ok {
			return f.template(made)
		}
		if t.Is(tftypes.String) || t.Is(tftypes.Number) || t.Is(tftypes.Bool) {
			return nil
		}
		return zero(t)
	case []any:
		out := make([]any, len(value))
		for i := range value {
			out[i] = f.known(value[i], elementType(t), path)
		}
		return out
	case object:
		o, isObject := t.(tftypes.Object)
		out := object{}
		for name := range value {
			if isObject {
				out[name] = f.known(value[name], o.AttributeTypes[name], join(path, name))
			} else {
				out[name] = f.known(value[name], elementType(t), path)
			}
		}
		return out
	}
	return v
}
