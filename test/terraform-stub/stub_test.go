package main

import (
	"context"
	"math/big"
	"reflect"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

func stub(t *testing.T) *provider {
	t.Helper()
	p, err := newProvider()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// complete gives a configuration the empty blocks that Terraform core sends.
func complete(b *block, config object) object {
	for name, n := range b.Blocks {
		members, isList := config[name].([]any)
		switch {
		case isList:
			for _, member := range members {
				complete(n.Block, member.(object))
			}
		case config[name] == nil && n.Nesting != "single":
			config[name] = []any{}
		}
	}
	return config
}

func (p *provider) planFor(t *testing.T, typeName string, config, prior object) (object, []*tftypes.AttributePath) {
	t.Helper()
	b := p.schemas.Resources[typeName].Block
	c, err := write(complete(b, config), b)
	if err != nil {
		t.Fatal(err)
	}
	before, err := write(prior, b)
	if err != nil {
		t.Fatal(err)
	}
	response, err := p.PlanResourceChange(context.Background(), &tfprotov5.PlanResourceChangeRequest{TypeName: typeName, Config: c, PriorState: before, ProposedNewState: c})
	if err != nil || len(response.Diagnostics) > 0 {
		t.Fatal(err, response.Diagnostics)
	}
	planned, err := read(response.PlannedState, b)
	if err != nil {
		t.Fatal(err)
	}
	return planned, response.RequiresReplace
}

func (p *provider) applyFor(t *testing.T, typeName string, planned, prior object) object {
	t.Helper()
	b := p.schemas.Resources[typeName].Block
	after, err := write(planned, b)
	if err != nil {
		t.Fatal(err)
	}
	before, err := write(prior, b)
	if err != nil {
		t.Fatal(err)
	}
	response, err := p.ApplyResourceChange(context.Background(), &tfprotov5.ApplyResourceChangeRequest{TypeName: typeName, PlannedState: after, PriorState: before, Config: after})
	if err != nil || len(response.Diagnostics) > 0 {
		t.Fatal(err, response.Diagnostics)
	}
	state, err := read(response.NewState, b)
	if err != nil {
		t.Fatal(err)
	}
	if hasUnknown(state) {
		t.Fatalf("%s: unknown after apply: %v", typeName, state)
	}
	return state
}

func number(n float64) *big.Float { return big.NewFloat(n) }

func TestSecondPlanOfEveryTypeChangesNothing(t *testing.T) {
	p := stub(t)
	for _, typeName := range sortedKeys(p.schemas.Resources) {
		config := func() object { return sample(p.schemas.Resources[typeName].Block) }
		planned, _ := p.planFor(t, typeName, config(), nil)
		state := p.applyFor(t, typeName, planned, nil)
		again, replace := p.planFor(t, typeName, config(), state)
		for name := range again {
			if !equal(again[name], state[name]) {
				t.Errorf("%s.%s: %v, then %v", typeName, name, printable(state[name]), printable(again[name]))
			}
		}
		if len(replace) > 0 {
			t.Errorf("%s would be replaced: %v", typeName, replace)
		}
	}
}

// sample sets what is required, and one of each required block.
func sample(b *block) object {
	out := object{}
	for name, a := range b.Attributes {
		if a.Required {
			out[name] = example(a.Type.Type)
		}
	}
	for name, n := range b.Blocks {
		if n.MinItems > 0 || strings.HasSuffix(name, "_options") {
			out[name] = []any{sample(n.Block)}
		}
	}
	return out
}

func example(t tftypes.Type) any {
	switch {
	case t.Is(tftypes.String):
		return "x"
	case t.Is(tftypes.Number):
		return number(1)
	case t.Is(tftypes.Bool):
		return true
	case t.Is(tftypes.Map{}):
		return object{"x": example(elementType(t))}
	}
	return []any{example(elementType(t))}
}

func TestBehaviourNamesOnlyWhatSchemasHave(t *testing.T) {
	p := stub(t)
	for group, schemas := range map[string]map[string]*versioned{"resources": p.schemas.Resources, "data": p.schemas.DataSources} {
		all := p.behaviours.Resources
		if group == "data" {
			all = p.behaviours.DataSources
		}
		for typeName, b := range all {
			if typeName == "*" {
				continue
			}
			schema := schemas[typeName]
			if schema == nil {
				t.Errorf("%s.%s: no such type", group, typeName)
				continue
			}
			paths := append(append(append([]string{}, b.ComputedBlocks...), b.Protocol...), b.Uncounted...)
			for _, names := range append(b.Conflicts, b.ForceNew, sortedKeys(b.Counters), sortedKeys(b.Values), sortedKeys(b.Defaults), sortedKeys(b.Checks)) {
				paths = append(paths, names...)
			}
			for _, path := range paths {
				if path != "*" && !has(schema.Block.objectType(), strings.Split(path, ".")) {
					t.Errorf("%s.%s: no %s in its schema", group, typeName, path)
				}
			}
			for _, name := range b.ComputedBlocks {
				if schema.Block.Blocks[name] == nil {
					t.Errorf("%s.%s: %s is no block", group, typeName, name)
				}
			}
		}
	}
}

func has(t tftypes.Type, path []string) bool {
	if len(path) == 0 {
		return true
	}
	if o, ok := t.(tftypes.Object); ok {
		next, ok := o.AttributeTypes[path[0]]
		return ok && has(next, path[1:])
	}
	return elementType(t) != nil && has(elementType(t), path)
}

func TestInlineRulesHaveZeroValuesAndTheProvidersProtocol(t *testing.T) {
	rule := object{"from_port": number(80), "to_port": number(80), "protocol": "TCP", "cidr_blocks": []any{"0.0.0.0/0"}, "security_groups": []any{unknown, "sg-1"}}
	planned, _ := stub(t).planFor(t, "aws_security_group", object{"ingress": []any{rule}}, nil)
	got := list(planned["ingress"])[0].(object)
	want := object{"cidr_blocks": []any{"0.0.0.0/0"}, "description": "", "ipv6_cidr_blocks": []any{}, "prefix_list_ids": []any{}, "protocol": "tcp", "security_groups": unknown, "self": false}
	for name := range want {
		if !reflect.DeepEqual(got[name], want[name]) {
			t.Errorf("%s: %v, want %v", name, got[name], want[name])
		}
	}
	if planned["egress"] != unknown || planned["region"] != "us-east-1" || planned["tags_all"] != unknown {
		t.Error(planned["egress"], planned["region"], planned["tags_all"])
	}
}

func TestSetIsWhollyUnknownOnDemand(t *testing.T) {
	t.Setenv(setsVariable, "whole")
	rule := object{"from_port": number(80), "to_port": number(80), "protocol": "tcp", "security_groups": []any{unknown}}
	planned, _ := stub(t).planFor(t, "aws_security_group", object{"ingress": []any{rule}}, nil)
	if planned["ingress"] != unknown {
		t.Error(planned["ingress"])
	}
}

func TestDynamicBlockOverAnUnknownCollectionMakesTheSetUnknown(t *testing.T) {
	rule := object{"from_port": unknown, "to_port": unknown, "protocol": unknown, "cidr_blocks": unknown}
	planned, _ := stub(t).planFor(t, "aws_security_group", object{"ingress": []any{rule}}, nil)
	if planned["ingress"] != unknown {
		t.Error(planned["ingress"])
	}
}

func TestLaunchTemplateVersionCountsChanges(t *testing.T) {
	p := stub(t)
	config := func(image string) object { return object{"name": "app", "image_id": image} }
	planned, _ := p.planFor(t, "aws_launch_template", config("ami-1"), nil)
	first := p.applyFor(t, "aws_launch_template", planned, nil)
	planned, replace := p.planFor(t, "aws_launch_template", config("ami-2"), first)
	if planned["latest_version"] != unknown || planned["id"] != first["id"] || len(replace) > 0 {
		t.Error(planned["latest_version"], planned["id"], replace)
	}
	second := p.applyFor(t, "aws_launch_template", planned, first)
	if !equal(first["latest_version"], number(1)) || !equal(second["latest_version"], number(2)) || !equal(second["default_version"], number(1)) {
		t.Error(first["latest_version"], second["latest_version"], second["default_version"])
	}
}

func TestChangeOfAForceNewAttributeReplaces(t *testing.T) {
	p := stub(t)
	planned, _ := p.planFor(t, "aws_security_group", object{"name": "a"}, nil)
	state := p.applyFor(t, "aws_security_group", planned, nil)
	_, replace := p.planFor(t, "aws_security_group", object{"name": "b"}, state)
	if len(replace) != 1 || !replace[0].Equal(tftypes.NewAttributePath().WithAttributeName("name")) {
		t.Error(replace)
	}
}

func TestTwoEqualResourcesHaveTwoIds(t *testing.T) {
	p := stub(t)
	ids := map[any]bool{}
	for range 3 {
		planned, _ := p.planFor(t, "aws_eip", object{}, nil)
		ids[p.applyFor(t, "aws_eip", planned, nil)["id"]] = true
	}
	if len(ids) != 3 {
		t.Error(ids)
	}
}

func TestTagsAllJoinsDefaultTags(t *testing.T) {
	p := stub(t)
	p.defaultTags = object{"project": "x", "stage": "a"}
	planned, _ := p.planFor(t, "aws_vpc", object{"tags": object{"stage": "b"}}, nil)
	if want := (object{"project": "x", "stage": "b"}); !equal(planned["tags_all"], want) {
		t.Error(planned["tags_all"])
	}
	planned, _ = p.planFor(t, "aws_vpc", object{"tags": object{"stage": unknown}}, nil)
	if planned["tags_all"] != unknown {
		t.Error(planned["tags_all"])
	}
}

func TestWhatTheProviderRefuses(t *testing.T) {
	p := stub(t)
	for name, each := range map[string]struct {
		typeName string
		config   object
		want     string
	}{
		"port too high":         {"aws_lb_listener", object{"port": number(70000)}, "port must be in the range (1 - 65535), got 70000"},
		"unknown enum member":   {"aws_lb_target_group", object{"protocol": "http"}, `"http"`},
		"inline port":           {"aws_security_group", object{"ingress": []any{object{"from_port": number(65536), "to_port": number(1), "protocol": "tcp"}}}, "ingress.from_port must be in the range"},
		"missing member":        {"aws_security_group", object{"ingress": []any{object{"from_port": number(1), "to_port": number(1)}}}, "ingress.protocol is required"},
		"long name":             {"aws_lb", object{"name": strings.Repeat("x", 33)}, "cannot be longer than 32"},
		"conflict":              {"aws_security_group_rule", object{"cidr_blocks": []any{"0.0.0.0/0"}, "source_security_group_id": "sg-1"}, "source_security_group_id conflicts with cidr_blocks"},
		"conflict with unknown": {"aws_security_group_rule", object{"cidr_blocks": unknown, "source_security_group_id": "sg-1"}, ""},
		"conflict with nothing": {"aws_security_group_rule", object{"cidr_blocks": []any{}, "self": false, "source_security_group_id": "sg-1"}, ""},
		"unknown is no error":   {"aws_lb_listener", object{"port": unknown}, ""},
	} {
		problems := of(p.behaviours.Resources, each.typeName).validate(each.config)
		switch {
		case each.want == "" && len(problems) > 0:
			t.Error(name, problems[0].Detail)
		case each.want != "" && (len(problems) != 1 || !strings.Contains(problems[0].Detail, each.want)):
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func TestStandaloneRulesAreReadBackInline(t *testing.T) {
	t.Setenv(cloudVariable, t.TempDir()+"/cloud.json")
	p := stub(t)
	group := object{"id": "sg-1"}
	if err := p.record("aws_security_group", group, nil); err != nil {
		t.Fatal(err)
	}
	rule := object{"id": "sgr-1", "security_group_id": "sg-1", "ip_protocol": "6", "from_port": number(22), "to_port": number(22), "cidr_ipv4": "0.0.0.0/0"}
	if err := p.record("aws_vpc_security_group_ingress_rule", rule, nil); err != nil {
		t.Fatal(err)
	}
	if err := p.readBack("aws_security_group", group); err != nil {
		t.Fatal(err)
	}
	got := list(group["ingress"])
	if len(got) != 1 || got[0].(object)["protocol"] != "tcp" || !equal(got[0].(object)["cidr_blocks"], []any{"0.0.0.0/0"}) {
		t.Error(got)
	}
	if err := p.record("aws_vpc_security_group_ingress_rule", nil, rule); err != nil {
		t.Fatal(err)
	}
	if err := p.readBack("aws_security_group", group); err != nil || len(list(group["ingress"])) != 0 {
		t.Error(err, group["ingress"])
	}
}

func TestDataSourceMakesAnImageIdOfItsName(t *testing.T) {
	p := stub(t)
	b := p.schemas.DataSources["aws_ami"].Block
	image := func(name string) object {
		filter := object{"name": "name", "values": []any{name}}
		config, err := write(complete(b, object{"filter": []any{filter}, "most_recent": true}), b)
		if err != nil {
			t.Fatal(err)
		}
		response, err := p.ReadDataSource(context.Background(), &tfprotov5.ReadDataSourceRequest{TypeName: "aws_ami", Config: config})
		if err != nil || len(response.Diagnostics) > 0 {
			t.Fatal(err, response.Diagnostics)
		}
		values, err := read(response.State, b)
		if err != nil {
			t.Fatal(err)
		}
		return values
	}
	one, two, again := image("v1"), image("v2"), image("v1")
	if one["id"] == two["id"] || one["id"] != again["id"] || one["name"] != "v1" || one["image_id"] != one["id"] {
		t.Error(one["id"], two["id"], again["id"], one["name"])
	}
}
