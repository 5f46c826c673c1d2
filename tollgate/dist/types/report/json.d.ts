import { type Judged } from '../model';
/**
 * The JSON report. For several inputs, a list of reports with the worst verdict. `schemaVersion` names the version of
 * the shape, which docs/report.schema.json describes.
 */
export declare function jsonReport(judged: readonly Judged[]): string;
