import { goTool } from '../go-tool';

/** Path of actionlint in the version that the Go module of this directory pins. The first call builds the program. */
export function actionlint(): Promise<string> {
  return goTool(__dirname, 'github.com/rhysd/actionlint/cmd/actionlint');
}
