import { type TextStyle } from './text';
import type { Judged, Report } from '../model';
export type { TextStyle } from './text';
/**
 * The human-readable report: the verdict, the findings, the stacks with their flows and costs, the rules in one line, and the
 * verdict again, which a terminal shows last.
 */
export declare function humanReport(report: Report, style: TextStyle): string;
/** Several human-readable reports, each under the name of its input, and the number of each verdict. */
export declare function humanReports(judged: readonly Judged[], style: TextStyle): string;
