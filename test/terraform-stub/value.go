package main

import (
	"fmt"
	"math/big"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Values are plain Go: nil, string, bool, *big.Float, []any, object and unknown.
type object = map[string]any

type unknownValue struct{}

var unknown = unknownValue{}

func decode(v tftypes.Value) (any, error) {
	if !v.IsKnown() {
		return unknown, nil
	}
	if v.IsNull() {
		return nil, nil
	}
	t := v.Type()
	switch {
	case t.Is(tftypes.String):
		var s string
		err := v.As(&s)
		return s, err
	case t.Is(tftypes.Number):
		n := new(big.Float)
		err := v.As(&n)
		return n, err
	case t.Is(tftypes.Bool):
		var b bool
		err := v.As(&b)
		return b, err
	case t.Is(tftypes.Object{}), t.Is(tftypes.Map{}):
		var members map[string]tftypes.Value
		if err := v.As(&members); err != nil {
			return nil, err
		}
		out := object{}
		for name, member := range members {
			value, err := decode(member)
			if err != nil {
				return nil, err
			}
			out[name] = value
		}
		return out, nil
	}
	var members []tftypes.Value
	if err := v.As(&members); err != nil {
		return nil, err
	}
	out := make([]any, len(members))
	for i, member := range members {
		value, err := decode(member)
		if err != nil {
			return nil, err
		}
		out[i] = value
	}
	return out, nil
}

func encode(v any, t tftypes.Type) tftypes.Value {
	switch value := v.(type) {
	case nil:
		return tftypes.NewValue(t, nil)
	case unknownValue:
		return tftypes.NewValue(t, tftypes.UnknownValue)
	case []any:
		members := make([]tftypes.Value, len(value))
		for i, member := range value {
			members[i] = encode(member, elementType(t))
		}
		return tftypes.NewValue(t, members)
	case object:
		members := map[string]tftypes.Value{}
		if o, ok := t.(tftypes.Object); ok {
			for name, member := range o.AttributeTypes {
				members[name] = encode(value[name], member)
			}
		} else {
			for name, member := range value {
				members[name] = encode(member, elementType(t))
			}
		}
		return tftypes.NewValue(t, members)
	}
	return tftypes.NewValue(t, v)
}

func elementType(t tftypes.Type) tftypes.Type {
	switch collection := t.(type) {
	case tftypes.List:
		return collection.ElementType
	case tftypes.Set:
		return collection.ElementType
	case tftypes.Map:
		return collection.ElementType
	}
	return nil
}

// read decodes what Terraform sent. A null value is a nil object.
func read(dynamic *tfprotov5.DynamicValue, b *block) (object, error) {
	v, err := dynamic.Unmarshal(b.objectType())
	if err != nil {
		return nil, err
	}
	value, err := decode(v)
	if err != nil || value == nil {
		return nil, err
	}
	out, ok := value.(object)
	if !ok {
		return nil, fmt.Errorf("unexpected value of type %T", value)
	}
	return out, nil
}

func write(value object, b *block) (*tfprotov5.DynamicValue, error) {
	t := b.objectType()
	var v any
	if value != nil {
		v = value
	}
	dynamic, err := tfprotov5.NewDynamicValue(t, encode(v, t))
	return &dynamic, err
}

func equal(a, b any) bool {
	switch left := a.(type) {
	case *big.Float:
		right, ok := b.(*big.Float)
		return ok && left.Cmp(right) == 0
	case []any:
		right, ok := b.([]any)
		if !ok || len(left) != len(right) {
			return false
		}
		for i := range left {
			if !equal(left[i], right[i]) {
				return false
			}
		}
		return true
	case object:
		right, ok := b.(object)
		if !ok || len(left) != len(right) {
			return false
		}
		for name := range left {
			if !equal(left[name], right[name]) {
				return false
			}
		}
		return true
	}
	return a == b
}

func hasUnknown(v any) bool {
	switch value := v.(type) {
	case unknownValue:
		return true
	case []any:
		for _, member := range value {
			if hasUnknown(member) {
				return true
			}
		}
	case object:
		for _, member := range value {
			if hasUnknown(member) {
				return true
			}
		}
	}
	return false
}

// zero is what the older provider SDK shows in place of null.
func zero(t tftypes.Type) any {
	switch {
	case t.Is(tftypes.String):
		return ""
	case t.Is(tftypes.Number):
		return new(big.Float)
	case t.Is(tftypes.Bool):
		return false
	case t.Is(tftypes.Map{}):
		return object{}
	case t.Is(tftypes.Object{}):
		return nil
	}
	return []any{}
}
