import { type TextStyle } from './text';
import type { Judged, Report } from '../model';
export type { TextStyle } from './text';
/** The report as text, for people: the verdict first, then each stack, then the rules. */
export declare function humanReport(report: Report, style: TextStyle): string;
/** Several reports as text, each under the name of its input, and how many of them passed. */
export declare function humanReports(judged: readonly Judged[], style: TextStyle): string;
