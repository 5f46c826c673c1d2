import type { LocatedJson } from './located-json';
import { type Moves } from './excused';
import { type Finding, type Problem, type RuleInfo, type Undecided, type Waiver } from '../model';
/** Valid waivers with the day on which they were checked. */
export interface Waivers {
    /** SHA-256 of all waivers and of their longest lifetime. */
    readonly digest: string;
    /** Day that the end dates are compared with: `2026-03-31`. */
    readonly today: string;
    readonly entries: readonly Waiver[];
    /** `PATH:LINE:COLUMN` of an entry. */
    at(index: number): string;
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
 * The findings that a waiver excuses: those of its rule, stack, address and attribute with one of its values. If a
 * resource has a value more often than the waiver lists the value, the waiver does not say which of them is excused, and
 * excuses none.
 */
export declare function excusedBy(waiver: Waiver, findings: readonly Finding[], moves: Moves): ReadonlySet<Finding>;
/** Whether a waiver says what it excuses. Waivers of the gate's first versions named only rule and address. */
export declare function isBound({ path, found, undecided }: Waiver): boolean;
/**
 * The undecided values that a waiver accepts: one value of its rule, stack, address, attribute and reason. If there are
 * two of them, the waiver does not say which one is accepted, and accepts none.
 */
export declare function acceptedBy(waiver: Waiver, undecided: readonly Undecided[], moves: Moves): ReadonlySet<Undecided>;
/**
 * The problem of a waiver that does not say what it excuses, with the line to add for each attribute.
 *
 * @param findings all findings, before exceptions
 * @returns undefined when the waiver is complete
 */
export declare function unboundProblem(waiver: Waiver, at: string, findings: readonly Finding[]): Problem | undefined;
/** @throws CouldNotJudge when a waiver does not say what it excuses, for callers that have no finding */
export declare function requireBound(waivers: Waivers): void;
/**
 * Whether a waiver matches rule, stack and address. The caller checks the end date and whether there is a violation.
 */
export declare function isAbout(waiver: Waiver, { id, stack, address }: {
    readonly id: string;
    readonly stack: string;
    readonly address: string;
}): boolean;
