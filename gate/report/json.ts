import { REPORT_SCHEMA_VERSION, type Report, type Verdict } from '../model';

/** The report as JSON, for programs. Its `schemaVersion` says which shape it has. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * Several reports as JSON, in their order, with the verdict over all of them.
 *
 * @param worst the worst verdict of all
 */
export function jsonReports(
  reports: readonly { readonly files: readonly string[]; readonly report: Report }[],
  worst: Verdict,
): string {
  return `${JSON.stringify({ schemaVersion: REPORT_SCHEMA_VERSION, verdict: worst, reports }, null, 2)}\n`;
}
