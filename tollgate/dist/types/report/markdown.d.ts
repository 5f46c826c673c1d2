import type { Judged, Proposed } from '../model';
/** Options of a Markdown report. */
export interface MarkdownStyle {
    /**
     * Maximum length in UTF-16 code units.
     *
     * @default 65,000: GitHub accepts 65,536 in a comment
     */
    readonly limit?: number;
}
/**
 * The report as GitHub Markdown for a comment on a pull request: the verdict, the findings worst first, then the rest.
 * Blocks that exceed the limit are omitted whole, and the text says how many.
 */
export declare function markdownReport(judged: readonly Judged[], { limit }?: MarkdownStyle): string;
/** Comes before the verdict: what a change does to the files that judge it. */
export declare function proposedBlock(proposed: Proposed | undefined): string[];
