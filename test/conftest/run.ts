import { goTool } from '../go-tool';

/** Path of conftest in the version that the Go module of this directory pins. The first call builds the program. */
export function conftest(): Promise<string> {
  return goTool(__dirname, 'github.com/open-policy-agent/conftest');
}
