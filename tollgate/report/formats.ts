import { githubReport } from './github';
import { humanReports, type TextStyle } from './human';
import { jsonReport } from './json';
import { junitReport } from './junit';
import { markdownReport } from './markdown';
import { sarifReport, type SarifTool } from './sarif';
import type { Judged } from '../model';

/** Inputs of the formats besides the reports. */
export interface FormatOptions extends SarifTool {
  /** Style of the human-readable report. */
  readonly style: TextStyle;
}

/** The writer of each format. The output depends on the reports only, not on the machine. */
const WRITERS = {
  human: (judged: readonly Judged[], { style }: FormatOptions) => humanReports(judged, style),
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  markdown: (judged: readonly Judged[]) => markdownReport(judged),
  github: githubReport,
} as const;

/** Name of a format. */
export type Format = keyof typeof WRITERS;

/** The names of all formats. */
export const FORMATS = Object.keys(WRITERS) as readonly Format[];

/** Whether a word is the name of a format. */
export function isFormat(word: string): word is Format {
  return Object.hasOwn(WRITERS, word);
}

/**
 * Writes reports in one format.
 *
 * @param judged at least one
 */
export function render(format: Format, judged: readonly Judged[], options: FormatOptions): string {
  return WRITERS[format](judged, options);
}
