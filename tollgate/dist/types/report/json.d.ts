import { type Judged } from '../model';
/**
 * The report as JSON, for programs: of one input as it is, of several as a list with the verdict over all of them. Its
 * `schemaVersion` says which shape it has; docs/report.schema.json describes it.
 */
export declare function jsonReport(judged: readonly Judged[]): string;
