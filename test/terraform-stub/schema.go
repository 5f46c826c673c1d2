package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sort"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

//go:embed schema.json
var schemaFile []byte

type attribute struct {
	Type      constraint `json:"type"`
	Required  bool       `json:"required"`
	Optional  bool       `json:"optional"`
	Computed  bool       `json:"computed"`
	Sensitive bool       `json:"sensitive"`
	WriteOnly bool       `json:"write_only"`
}

type nestedBlock struct {
	Nesting  string `json:"nesting_mode"`
	Block    *block `json:"block"`
	MinItems int64  `json:"min_items"`
	MaxItems int64  `json:"max_items"`
}

type block struct {
	Attributes map[string]*attribute   `json:"attributes"`
	Blocks     map[string]*nestedBlock `json:"block_types"`
}

type versioned struct {
	Version int64  `json:"version"`
	Block   *block `json:"block"`
}

type providerSchemas struct {
	Provider    *versioned            `json:"provider"`
	Resources   map[string]*versioned `json:"resource_schemas"`
	DataSources map[string]*versioned `json:"data_source_schemas"`
}

// constraint is a type in the JSON form that both Terraform and this file use.
type constraint struct{ tftypes.Type }

func (c *constraint) UnmarshalJSON(text []byte) (err error) {
	c.Type, err = tftypes.ParseJSONType(text) //nolint:staticcheck // the only parser of this form
	return err
}

func loadSchemas() (*providerSchemas, error) {
	var file struct {
		Providers map[string]*providerSchemas `json:"provider_schemas"`
	}
	if err := json.Unmarshal(schemaFile, &file); err != nil {
		return nil, fmt.Errorf("schema.json: %w", err)
	}
	schemas := file.Providers[source]
	if schemas == nil {
		return nil, fmt.Errorf("schema.json holds no schemas of %s", source)
	}
	return schemas, nil
}

// objectType is the type of a value of this block.
func (b *block) objectType() tftypes.Object {
	types := map[string]tftypes.Type{}
	for name, a := range b.Attributes {
		types[name] = a.Type.Type
	}
	for name, n := range b.Blocks {
		types[name] = n.valueType()
	}
	return tftypes.Object{AttributeTypes: types}
}

func (n *nestedBlock) valueType() tftypes.Type {
	switch n.Nesting {
	case "set":
		return tftypes.Set{ElementType: n.Block.objectType()}
	case "list":
		return tftypes.List{ElementType: n.Block.objectType()}
	}
	return n.Block.objectType()
}

func (b *block) protocol() *tfprotov5.SchemaBlock {
	modes := map[string]tfprotov5.SchemaNestedBlockNestingMode{
		"single": tfprotov5.SchemaNestedBlockNestingModeSingle,
		"list":   tfprotov5.SchemaNestedBlockNestingModeList,
		"set":    tfprotov5.SchemaNestedBlockNestingModeSet,
	}
	out := &tfprotov5.SchemaBlock{}
	for _, name := range sortedKeys(b.Attributes) {
		a := b.Attributes[name]
		out.Attributes = append(out.Attributes, &tfprotov5.SchemaAttribute{
			Name: name, Type: a.Type.Type, Required: a.Required, Optional: a.Optional,
			Computed: a.Computed, Sensitive: a.Sensitive, WriteOnly: a.WriteOnly,
		})
	}
	for _, name := range sortedKeys(b.Blocks) {
		n := b.Blocks[name]
		out.BlockTypes = append(out.BlockTypes, &tfprotov5.SchemaNestedBlock{
			TypeName: name, Block: n.Block.protocol(), Nesting: modes[n.Nesting], MinItems: n.MinItems, MaxItems: n.MaxItems,
		})
	}
	return out
}

func (v *versioned) protocol() *tfprotov5.Schema {
	return &tfprotov5.Schema{Version: v.Version, Block: v.Block.protocol()}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
