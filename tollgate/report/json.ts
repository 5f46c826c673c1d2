import { coverageOf, worstOf, type Coverage } from './summary';
import { REPORT_SCHEMA_VERSION, type Judged, type Report } from '../model';

/**
 * The JSON report. For several inputs, a list of reports with the worst verdict. `schemaVersion` names the version of
 * the shape, which docs/report.schema.json describes.
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

/** Inserts the coverage after the verdict, for readers who stop there. */
function covered({ schemaVersion, verdict, ...rest }: Report): Report & { readonly coverage: Coverage } {
  return { schemaVersion, verdict, coverage: coverageOf(rest.rules), ...rest };
}
