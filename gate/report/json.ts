import { worstOf } from './summary';
import { REPORT_SCHEMA_VERSION, type Judged } from '../model';

/**
 * The report as JSON, for programs: of one input as it is, of several as a list with the verdict over all of them. Its
 * `schemaVersion` says which shape it has; docs/report.schema.json describes it.
 */
export function jsonReport(judged: readonly Judged[]): string {
  const [only] = judged;
  const content =
    judged.length === 1 && only !== undefined
      ? only.report
      : { schemaVersion: REPORT_SCHEMA_VERSION, verdict: worstOf(judged), reports: judged };
  return `${JSON.stringify(content, null, 2)}\n`;
}
