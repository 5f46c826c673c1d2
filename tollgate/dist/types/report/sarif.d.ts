import type { Judged, RuleInfo } from '../model';
/** Tool data of a SARIF log. */
export interface SarifTool {
    /** Version of tollgate. */
    readonly version: string;
    /** The rules with their full metadata. */
    readonly catalog: readonly RuleInfo[];
}
/**
 * A SARIF 2.1.0 log with a single run, because GitHub accepts one run of a tool per upload. A problem that prevents a
 * verdict is a result as well: an upload without results would close every alert as fixed.
 */
export declare function sarifReport(judged: readonly Judged[], { version, catalog }: SarifTool): string;
