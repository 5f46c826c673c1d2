import { goTool } from '../go-tool';

/** The path of actionlint, as the Go module of this directory pins it; the first call builds it. */
export function actionlint(): Promise<string> {
  return goTool(__dirname, 'github.com/rhysd/actionlint/cmd/actionlint');
}
