import type { LocatedJson } from './located-json';
import { type RuleInfo, type Waiver } from '../model';
/** Valid waivers with the day on which they were checked. */
export interface Waivers {
    /** SHA-256 of all waivers and of their longest lifetime. */
    readonly digest: string;
    /** Day that the end dates are compared with: `2026-03-31`. */
    readonly today: string;
    readonly entries: readonly Waiver[];
}
/** Why the gate refuses an invalid waiver. */
export declare const WAIVERS_WHY = "An invalid waiver could cover the wrong finding, or never end.";
/** The waivers of settings without a waivers file: none. */
export declare function noWaivers(today: string): Waivers;
/**
 * Reads the waivers of a file that matches its schema.
 *
 * @param catalog the rules that a waiver may name
 * @param today UTC day: `2026-03-31`
 * @throws CouldNotJudge with file, line and column when a waiver names an unknown rule, an invalid day, or a day too
 * far in the future
 */
export declare function readWaivers(file: LocatedJson, catalog: readonly RuleInfo[], today: string): Waivers;
/**
 * Whether a waiver matches rule, stack and address. The caller checks the end date and whether there is a violation.
 */
export declare function isAbout(waiver: Waiver, { id, stack, address }: {
    readonly id: string;
    readonly stack: string;
    readonly address: string;
}): boolean;
