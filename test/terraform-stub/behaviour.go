package main

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"regexp"
	"strconv"
	"strings"
)

//go:embed behaviour.json
var behaviourFile []byte

// behaviour is what a type does beyond its schema. Paths are attribute names joined by dots, without indices.
type behaviour struct {
	// Like names the type whose behaviour this one has; what is given here comes before it.
	Like    string `json:"like"`
	Kind    string `json:"kind"`
	Service string `json:"service"`
	// Values gives computed values after apply, as templates.
	Values map[string]any `json:"values"`
	// Defaults gives what the provider plans for an attribute that is not set.
	Defaults map[string]any `json:"defaults"`
	// ComputedBlocks are unknown when they are not configured.
	ComputedBlocks []string `json:"computed_blocks"`
	// ForceNew lists the attributes whose change replaces the resource; "*" means all but tags.
	ForceNew []string `json:"force_new"`
	// Counters go up by one with every change; the value names an attribute that must be true for it, or nothing.
	Counters map[string]string `json:"counters"`
	// Uncounted changes leave counters alone.
	Uncounted []string `json:"uncounted"`
	// Protocol lists attributes with an IP protocol that the provider writes in its own way ("6" and "TCP" as "tcp").
	Protocol  []string         `json:"protocol"`
	Checks    map[string]check `json:"checks"`
	Conflicts [][]string       `json:"conflicts"`
	Fixtures  []struct {
		Match  object `json:"match"`
		Values object `json:"values"`
	} `json:"fixtures"`
}

type check struct {
	Required bool       `json:"required"`
	Range    [2]float64 `json:"range"`
	Enum     []any      `json:"enum"`
	Longest  int        `json:"longest"`
}

type behaviours struct {
	Account     string                `json:"account"`
	Region      string                `json:"region"`
	Resources   map[string]*behaviour `json:"resources"`
	DataSources map[string]*behaviour `json:"data_sources"`
}

func loadBehaviours() (*behaviours, error) {
	out := &behaviours{}
	if err := json.Unmarshal(behaviourFile, out); err != nil {
		return nil, fmt.Errorf("behaviour.json: %w", err)
	}
	for _, group := range []map[string]*behaviour{out.Resources, out.DataSources} {
		for name, b := range group {
			for _, values := range []object{b.Values, b.Defaults} {
				withNumbers(values)
			}
			for _, fixture := range b.Fixtures {
				withNumbers(fixture.Values)
			}
			if b.Like != "" {
				group[name] = b.over(group[b.Like])
			}
		}
	}
	return out, nil
}

func withNumbers(v any) any {
	switch value := v.(type) {
	case float64:
		return big.NewFloat(value).SetPrec(512)
	case []any:
		for i := range value {
			value[i] = withNumbers(value[i])
		}
	case object:
		for name := range value {
			value[name] = withNumbers(value[name])
		}
	}
	return v
}

// over completes b by what it does not say itself. A default of null takes a default away.
func (b *behaviour) over(base *behaviour) *behaviour {
	out := *base
	out.Values, out.Defaults = merged(base.Values, b.Values), merged(base.Defaults, b.Defaults)
	if b.Kind != "" {
		out.Kind = b.Kind
	}
	if b.ForceNew != nil {
		out.ForceNew = b.ForceNew
	}
	return &out
}

func merged(base, top object) object {
	out := object{}
	for _, values := range []object{base, top} {
		for name, value := range values {
			out[name] = value
		}
	}
	return out
}

// of returns the behaviour of a type, never nil.
func of(group map[string]*behaviour, name string) *behaviour {
	out := behaviour{}
	if b := group[name]; b != nil {
		out = *b
	}
	out.Values = merged(group["*"].Values, out.Values)
	if out.Kind == "" {
		out.Kind = strings.TrimPrefix(name, "aws_")
	}
	if out.Service == "" {
		out.Service = "ec2"
	}
	return &out
}

// filler makes up the values that only apply knows. The same input gives the same values.
type filler struct {
	*behaviour
	settings *behaviours
	region   string
	hash     string
	values   object
}

var placeholder = regexp.MustCompile(`\{([^{}]+)\}`)

func (p *provider) filler(b *behaviour, typeName string, values object) *filler {
	text, _ := json.Marshal(printable(values))
	key := typeName + string(text)
	if strings.HasPrefix(typeName, "aws_") {
		// Two equal resources are two things; two equal data sources are one.
		p.mutex.Lock()
		p.seen[key]++
		key += fmt.Sprint(os.Getenv(runVariable), "/", p.seen[key])
		p.mutex.Unlock()
	}
	sum := sha256.Sum256([]byte(key))
	return &filler{behaviour: b, settings: p.behaviours, region: p.region, hash: hex.EncodeToString(sum[:]), values: values}
}

func printable(v any) any {
	switch value := v.(type) {
	case unknownValue:
		return "unknown"
	case *big.Float:
		return value.Text('g', -1)
	case []any:
		out := make([]any, len(value))
		for i := range value {
			out[i] = printable(value[i])
		}
		return out
	case object:
		out := object{}
		for name := range value {
			out[name] = printable(value[name])
		}
		return out
	}
	return v
}

// template fills the placeholders of a text; "={x}" is the value of x itself.
func (f *filler) template(v any) any {
	switch value := v.(type) {
	case string:
		if name, ok := strings.CutPrefix(value, "="); ok {
			return f.values[strings.Trim(name, "{}")]
		}
		return placeholder.ReplaceAllStringFunc(value, func(match string) string { return f.word(match[1 : len(match)-1]) })
	case []any:
		out := make([]any, len(value))
		for i := range value {
			out[i] = f.template(value[i])
		}
		return out
	case object:
		out := object{}
		for name := range value {
			out[name] = f.template(value[name])
		}
		return out
	}
	return v
}

func (f *filler) word(word string) string {
	switch word {
	case "region":
		return f.region
	case "account":
		return f.settings.Account
	case "kind":
		return f.Kind
	case "service":
		return f.Service
	}
	if length, ok := strings.CutPrefix(word, "hash:"); ok {
		n, _ := strconv.Atoi(length)
		return f.hash[:n]
	}
	if name, ok := strings.CutPrefix(word, "json:"); ok {
		text, _ := json.Marshal(printable(f.values[name]))
		return string(text)
	}
	if name, ok := strings.CutPrefix(word, "filter:"); ok {
		for _, filter := range list(f.values["filter"]) {
			if values := list(filter.(object)["values"]); filter.(object)["name"] == name && len(values) > 0 {
				return fmt.Sprint(values[0])
			}
		}
		return ""
	}
	parts := strings.Split(word, "/")
	value := f.attribute(parts[0])
	if value == nil {
		return ""
	}
	text := fmt.Sprint(printable(value))
	if len(parts) == 3 {
		text = strings.Replace(text, parts[1], parts[2], 1)
	}
	return text
}

// attribute is the final value of a top-level attribute.
func (f *filler) attribute(name string) any {
	if f.values[name] == unknown {
		f.values[name] = nil // ends a template that names itself
		f.values[name] = f.made(name)
	}
	return f.values[name]
}

func (f *filler) made(name string) any {
	if prefix, ok := f.values[name+"_prefix"].(string); ok && prefix != "" {
		return prefix + f.hash[:26]
	}
	if value, ok := f.Values[name]; ok {
		return f.template(value)
	}
	if name == "name" {
		return "terraform-" + f.hash[:26]
	}
	return nil
}

func list(v any) []any {
	members, _ := v.([]any)
	return members
}
