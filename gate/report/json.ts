import type { Report } from '../model';

/** The report as JSON, for programs. Its `schemaVersion` says which shape it has. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
