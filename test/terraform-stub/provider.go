package main

import (
	"context"
	"fmt"
	"sync"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// provider answers Terraform core. Methods of the embedded interface that are not overridden are never called: core
// calls them only for what the schema declares or for commands that the tests do not use.
type provider struct {
	tfprotov5.ProviderServer
	schemas     *providerSchemas
	behaviours  *behaviours
	region      string
	defaultTags object
	mutex       sync.Mutex
	seen        map[string]int
}

func newProvider() (*provider, error) {
	schemas, err := loadSchemas()
	if err != nil {
		return nil, err
	}
	behaviours, err := loadBehaviours()
	if err != nil {
		return nil, err
	}
	return &provider{schemas: schemas, behaviours: behaviours, region: behaviours.Region, seen: map[string]int{}}, nil
}

type diagnostics = []*tfprotov5.Diagnostic

func failed(err error) diagnostics {
	return diagnostics{problem("The stand-in provider failed", "", err.Error())}
}

var capabilities = &tfprotov5.ServerCapabilities{GetProviderSchemaOptional: true}

func (p *provider) GetMetadata(context.Context, *tfprotov5.GetMetadataRequest) (*tfprotov5.GetMetadataResponse, error) {
	out := &tfprotov5.GetMetadataResponse{ServerCapabilities: capabilities}
	for _, name := range sortedKeys(p.schemas.Resources) {
		out.Resources = append(out.Resources, tfprotov5.ResourceMetadata{TypeName: name})
	}
	for _, name := range sortedKeys(p.schemas.DataSources) {
		out.DataSources = append(out.DataSources, tfprotov5.DataSourceMetadata{TypeName: name})
	}
	return out, nil
}

func (p *provider) GetProviderSchema(context.Context, *tfprotov5.GetProviderSchemaRequest) (*tfprotov5.GetProviderSchemaResponse, error) {
	out := &tfprotov5.GetProviderSchemaResponse{
		ServerCapabilities: capabilities,
		Provider:           p.schemas.Provider.protocol(),
		ResourceSchemas:    map[string]*tfprotov5.Schema{},
		DataSourceSchemas:  map[string]*tfprotov5.Schema{},
	}
	for name, schema := range p.schemas.Resources {
		out.ResourceSchemas[name] = schema.protocol()
	}
	for name, schema := range p.schemas.DataSources {
		out.DataSourceSchemas[name] = schema.protocol()
	}
	return out, nil
}

func (p *provider) GetResourceIdentitySchemas(context.Context, *tfprotov5.GetResourceIdentitySchemasRequest) (*tfprotov5.GetResourceIdentitySchemasResponse, error) {
	return &tfprotov5.GetResourceIdentitySchemasResponse{}, nil
}

func (p *provider) PrepareProviderConfig(_ context.Context, request *tfprotov5.PrepareProviderConfigRequest) (*tfprotov5.PrepareProviderConfigResponse, error) {
	return &tfprotov5.PrepareProviderConfigResponse{PreparedConfig: request.Config}, nil
}

func (p *provider) ConfigureProvider(_ context.Context, request *tfprotov5.ConfigureProviderRequest) (*tfprotov5.ConfigureProviderResponse, error) {
	config, err := read(request.Config, p.schemas.Provider.Block)
	if err != nil {
		return &tfprotov5.ConfigureProviderResponse{Diagnostics: failed(err)}, nil
	}
	if region, ok := config["region"].(string); ok && region != "" {
		p.region = region
	}
	for _, tags := range at(config, []string{"default_tags", "tags"}) {
		if given, ok := tags.(object); ok {
			p.defaultTags = given
		}
	}
	return &tfprotov5.ConfigureProviderResponse{Diagnostics: diagnostics{{
		Severity: tfprotov5.DiagnosticSeverityWarning,
		Summary:  "Planned with a stand-in for the AWS provider",
		Detail:   "This provider is a test double. It knows the schemas of AWS resources, not AWS: nothing is read and nothing is created.",
	}}}, nil
}

func (p *provider) StopProvider(context.Context, *tfprotov5.StopProviderRequest) (*tfprotov5.StopProviderResponse, error) {
	return &tfprotov5.StopProviderResponse{}, nil
}

func (p *provider) GetFunctions(context.Context, *tfprotov5.GetFunctionsRequest) (*tfprotov5.GetFunctionsResponse, error) {
	return &tfprotov5.GetFunctionsResponse{}, nil
}

func (p *provider) ValidateResourceTypeConfig(_ context.Context, request *tfprotov5.ValidateResourceTypeConfigRequest) (*tfprotov5.ValidateResourceTypeConfigResponse, error) {
	config, err := read(request.Config, p.schemas.Resources[request.TypeName].Block)
	if err != nil {
		return &tfprotov5.ValidateResourceTypeConfigResponse{Diagnostics: failed(err)}, nil
	}
	return &tfprotov5.ValidateResourceTypeConfigResponse{Diagnostics: of(p.behaviours.Resources, request.TypeName).validate(config)}, nil
}

func (p *provider) ValidateDataSourceConfig(context.Context, *tfprotov5.ValidateDataSourceConfigRequest) (*tfprotov5.ValidateDataSourceConfigResponse, error) {
	return &tfprotov5.ValidateDataSourceConfigResponse{}, nil
}

func (p *provider) UpgradeResourceState(_ context.Context, request *tfprotov5.UpgradeResourceStateRequest) (*tfprotov5.UpgradeResourceStateResponse, error) {
	b := p.schemas.Resources[request.TypeName].Block
	options := tfprotov5.UnmarshalOpts{}
	options.ValueFromJSONOpts.IgnoreUndefinedAttributes = true
	value, err := request.RawState.UnmarshalWithOpts(b.objectType(), options)
	if err != nil {
		return &tfprotov5.UpgradeResourceStateResponse{Diagnostics: failed(err)}, nil
	}
	state, err := tfprotov5.NewDynamicValue(b.objectType(), value)
	if err != nil {
		return &tfprotov5.UpgradeResourceStateResponse{Diagnostics: failed(err)}, nil
	}
	return &tfprotov5.UpgradeResourceStateResponse{UpgradedState: &state}, nil
}

func (p *provider) ReadResource(_ context.Context, request *tfprotov5.ReadResourceRequest) (*tfprotov5.ReadResourceResponse, error) {
	b := p.schemas.Resources[request.TypeName].Block
	state, err := read(request.CurrentState, b)
	if err == nil {
		err = p.readBack(request.TypeName, state)
	}
	if err != nil {
		return &tfprotov5.ReadResourceResponse{Diagnostics: failed(err)}, nil
	}
	newState, err := write(state, b)
	if err != nil {
		return &tfprotov5.ReadResourceResponse{Diagnostics: failed(err)}, nil
	}
	return &tfprotov5.ReadResourceResponse{NewState: newState, Private: request.Private}, nil
}

func (p *provider) PlanResourceChange(_ context.Context, request *tfprotov5.PlanResourceChangeRequest) (*tfprotov5.PlanResourceChangeResponse, error) {
	b := p.schemas.Resources[request.TypeName].Block
	config, err := read(request.Config, b)
	if err != nil || config == nil {
		return &tfprotov5.PlanResourceChangeResponse{PlannedState: request.ProposedNewState, Diagnostics: maybe(err)}, nil
	}
	prior, err := read(request.PriorState, b)
	if err != nil {
		return &tfprotov5.PlanResourceChangeResponse{Diagnostics: failed(err)}, nil
	}
	planner := p.planner(of(p.behaviours.Resources, request.TypeName))
	planned, replace := planner.resource(b, config, prior, p.defaultTags)
	state, err := write(planned, b)
	if err != nil {
		return &tfprotov5.PlanResourceChangeResponse{Diagnostics: failed(err)}, nil
	}
	out := &tfprotov5.PlanResourceChangeResponse{PlannedState: state, PlannedPrivate: request.PriorPrivate, UnsafeToUseLegacyTypeSystem: true}
	for _, name := range replace {
		out.RequiresReplace = append(out.RequiresReplace, tftypes.NewAttributePath().WithAttributeName(name))
	}
	return out, nil
}

func maybe(err error) diagnostics {
	if err == nil {
		return nil
	}
	return failed(err)
}

func (p *provider) ApplyResourceChange(_ context.Context, request *tfprotov5.ApplyResourceChangeRequest) (*tfprotov5.ApplyResourceChangeResponse, error) {
	b := p.schemas.Resources[request.TypeName].Block
	planned, err := read(request.PlannedState, b)
	if err != nil {
		return &tfprotov5.ApplyResourceChangeResponse{Diagnostics: failed(err)}, nil
	}
	prior, err := read(request.PriorState, b)
	if err != nil {
		return &tfprotov5.ApplyResourceChangeResponse{Diagnostics: failed(err)}, nil
	}
	if planned != nil {
		planned = p.filler(of(p.behaviours.Resources, request.TypeName), request.TypeName, planned).fill(b, prior)
	}
	state, err := write(planned, b)
	if err == nil {
		err = p.record(request.TypeName, planned, prior)
	}
	if err != nil {
		return &tfprotov5.ApplyResourceChangeResponse{Diagnostics: failed(err)}, nil
	}
	return &tfprotov5.ApplyResourceChangeResponse{NewState: state, Private: request.PlannedPrivate, UnsafeToUseLegacyTypeSystem: true}, nil
}

func (p *provider) ReadDataSource(_ context.Context, request *tfprotov5.ReadDataSourceRequest) (*tfprotov5.ReadDataSourceResponse, error) {
	b := p.schemas.DataSources[request.TypeName].Block
	config, err := read(request.Config, b)
	if err != nil {
		return &tfprotov5.ReadDataSourceResponse{Diagnostics: failed(err)}, nil
	}
	behaviour := of(p.behaviours.DataSources, request.TypeName)
	f := p.filler(behaviour, "data."+request.TypeName, config)
	for _, fixture := range behaviour.Fixtures {
		matches := true
		for name, value := range fixture.Match {
			matches = matches && config[name] == value
		}
		if matches {
			f.Values = merged(f.Values, fixture.Values)
		}
	}
	for name, a := range b.Attributes {
		switch {
		case !a.Computed || config[name] != nil:
		case name == "region":
			config[name] = p.region
		default:
			config[name] = unknown
		}
	}
	state, err := write(f.fill(b, nil), b)
	if err != nil {
		return &tfprotov5.ReadDataSourceResponse{Diagnostics: failed(err)}, nil
	}
	return &tfprotov5.ReadDataSourceResponse{State: state}, nil
}

func (p *provider) ImportResourceState(_ context.Context, request *tfprotov5.ImportResourceStateRequest) (*tfprotov5.ImportResourceStateResponse, error) {
	err := fmt.Errorf("%s cannot be imported: the stand-in provider has nothing to import from", request.TypeName)
	return &tfprotov5.ImportResourceStateResponse{Diagnostics: failed(err)}, nil
}
