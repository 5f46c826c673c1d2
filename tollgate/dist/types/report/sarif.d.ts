import type { Judged, RuleInfo } from '../model';
/** What a SARIF log says of the program that wrote it. */
export interface SarifTool {
    /** Of tollgate. */
    readonly version: string;
    /** The rules with their whole text. */
    readonly catalog: readonly RuleInfo[];
}
/**
 * A SARIF 2.1.0 log of one run: GitHub takes one run of a tool for each upload. What could not be judged is a result as
 * well, since an upload without results would close every alert as fixed.
 */
export declare function sarifReport(judged: readonly Judged[], { version, catalog }: SarifTool): string;
