import type { Report } from '../model';

/** How the text may look. */
export interface TextStyle {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** The report as text, for people. */
export function humanReport(report: Report, _style: TextStyle): string {
  return `${report.verdict.outcome}\n`;
}
