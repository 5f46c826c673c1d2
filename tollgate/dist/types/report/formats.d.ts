import { githubReport } from './github';
import { type TextStyle } from './human';
import { jsonReport } from './json';
import { junitReport } from './junit';
import { sarifReport, type SarifTool } from './sarif';
import type { Judged } from '../model';
/** Inputs of the formats besides the reports. */
export interface FormatOptions extends SarifTool {
    /** Style of the human-readable report. */
    readonly style: TextStyle;
}
/** The writer of each format. The output depends on the reports only, not on the machine. */
declare const WRITERS: {
    readonly human: (judged: readonly Judged[], { style }: FormatOptions) => string;
    readonly json: typeof jsonReport;
    readonly sarif: typeof sarifReport;
    readonly junit: typeof junitReport;
    readonly markdown: (judged: readonly Judged[]) => string;
    readonly github: typeof githubReport;
};
/** Name of a format. */
export type Format = keyof typeof WRITERS;
/** The names of all formats. */
export declare const FORMATS: readonly Format[];
/** Whether a word is the name of a format. */
export declare function isFormat(word: string): word is Format;
/**
 * Writes reports in one format.
 *
 * @param judged at least one
 */
export declare function render(format: Format, judged: readonly Judged[], options: FormatOptions): string;
export {};
