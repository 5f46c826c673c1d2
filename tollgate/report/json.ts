import { coverageOf, worstOf, type Coverage } from './summary';
import { REPORT_SCHEMA_VERSION, type Judged, type Report } from '../model';

/**
 * The report as JSON, for programs: of one input as it is, of several as a list with the verdict over all of them. Its
 * `schemaVersion` says which shape it has; docs/report.schema.json describes it.
 */
export function jsonReport(judged: readonly Judged[]): string {
  const [only] = judged;
  const content =
    judged.length === 1 && only !== undefined
      ? covered(only.report)
      : { schemaVersion: REPORT_SCHEMA_VERSION, verdict: worstOf(judged), reports: judged.map(each) };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function each({ files, report }: Judged): Judged {
  return { files, report: covered(report) };
}

/** With the counts right behind the verdict, for who reads no further. */
function covered({ schemaVersion, verdict, ...rest }: Report): Report & { readonly coverage: Coverage } {
  return { schemaVersion, verdict, coverage: coverageOf(rest.rules), ...rest };
}
