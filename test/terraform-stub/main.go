// Command terraform-stub is a stand-in for the AWS provider: real Terraform core plans and applies with it, without
// a network or an account. Schemas are those of the pinned provider (schema.json); what no schema tells, such as
// defaults, ids and which changes replace a resource, is in behaviour.json. Nothing is ever created anywhere.
package main

import (
	"fmt"
	"os"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tfprotov5/tf5server"
)

const (
	source = "registry.terraform.io/hashicorp/aws"
	// optIn must be "1", so that nobody plans with the stand-in and takes it for AWS.
	optIn = "TOLLGATE_STAND_IN"
	// setsVariable chooses how a set of objects with a partly unknown member is planned: "member" (default) keeps the
	// entry with the one member unknown, "whole" makes the set unknown. The AWS provider has done both.
	setsVariable = "TOLLGATE_STAND_IN_SETS"
	// runVariable is mixed into made-up ids, so that two applies of one workspace do not make the same id twice.
	runVariable = "TOLLGATE_STAND_IN_RUN"
	// cloudVariable names the file that remembers what exists, which reading a security group back needs. Optional.
	cloudVariable = "TOLLGATE_STAND_IN_CLOUD"
)

func main() {
	if os.Getenv(optIn) != "1" {
		fmt.Fprintf(os.Stderr, "This is a stand-in for the AWS provider, for tests. It creates nothing. Set %s=1 to run it.\n", optIn)
		os.Exit(1)
	}
	stub, err := newProvider()
	if err == nil {
		err = tf5server.Serve(source, func() tfprotov5.ProviderServer { return stub })
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
