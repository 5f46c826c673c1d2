import type { Judged } from '../model';
/** How a Markdown report may be. */
export interface MarkdownStyle {
    /**
     * Longest text, in UTF-16 code units.
     *
     * @default 65,000: GitHub takes 65,536 for a comment
     */
    readonly limit?: number;
}
/**
 * The report as GitHub Markdown for the comment of a pull request: the verdict, then what is wrong, worst first, then the
 * rest. What does not fit is left out as a whole, and the text says how much that is.
 */
export declare function markdownReport(judged: readonly Judged[], { limit }?: MarkdownStyle): string;
