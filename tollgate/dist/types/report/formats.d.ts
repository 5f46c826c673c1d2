import { githubReport } from './github';
import { type TextStyle } from './human';
import { jsonReport } from './json';
import { junitReport } from './junit';
import { sarifReport, type SarifTool } from './sarif';
import type { Judged } from '../model';
/** What the formats need besides the reports. */
export interface FormatOptions extends SarifTool {
    /** How text for people looks. */
    readonly style: TextStyle;
}
/** Every format, with the function that writes it: the same text for the same reports, on any machine. */
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
/** Whether a word names a format. */
export declare function isFormat(word: string): word is Format;
/**
 * Writes reports in one format.
 *
 * @param judged at least one
 */
export declare function render(format: Format, judged: readonly Judged[], options: FormatOptions): string;
export {};
