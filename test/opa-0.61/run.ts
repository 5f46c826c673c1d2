import { goTool } from '../go-tool';

/**
 * The path of OPA 0.61.0, which old policy sets of HCP Terraform run. It cannot be had by `go install`, because its go.mod
 * holds a `replace`; so this directory is a Go module that requires it, and the first call builds it.
 *
 * @throws when it does not build: there is no test without it
 */
export function oldOpa(): Promise<string> {
  return goTool(__dirname, 'github.com/open-policy-agent/opa');
}
