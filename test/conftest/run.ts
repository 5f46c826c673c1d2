import { goTool } from '../go-tool';

/** The path of conftest, as the Go module of this directory pins it; the first call builds it. */
export function conftest(): Promise<string> {
  return goTool(__dirname, 'github.com/open-policy-agent/conftest');
}
