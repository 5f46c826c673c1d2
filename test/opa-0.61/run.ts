import { goTool } from '../go-tool';

/**
 * Path of OPA 0.61.0, which old policy sets of HCP Terraform run. `go install` cannot build this version, because its
 * go.mod contains a `replace`; therefore this directory is a Go module that requires OPA. The first call builds the
 * program.
 *
 * @throws Error when the build fails; the tests do not run without the program
 */
export function oldOpa(): Promise<string> {
  return goTool(__dirname, 'github.com/open-policy-agent/opa');
}
