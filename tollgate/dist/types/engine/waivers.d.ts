import type { LocatedJson } from './located-json';
import { type RuleInfo, type Waiver } from '../model';
/** The waivers of the settings, found to be in order on one day. */
export interface Waivers {
    /** SHA-256 of all of them with their longest lifetime. */
    readonly digest: string;
    /** Day by which they are judged: `2026-03-31`. */
    readonly today: string;
    readonly entries: readonly Waiver[];
}
/** Why a waiver has to be in order. */
export declare const WAIVERS_WHY = "A waiver that nobody can rely on would waive the wrong thing, or forever.";
/** Settings without a file of waivers waive nothing. */
export declare function noWaivers(today: string): Waivers;
/**
 * Reads waivers out of a file that obeys its schema.
 *
 * @param catalog the rules that they may name
 * @param today day in UTC, `2026-03-31`
 * @throws CouldNotJudge naming file, line and column, when one names no rule, no day, or a day too far away
 */
export declare function readWaivers(file: LocatedJson, catalog: readonly RuleInfo[], today: string): Waivers;
/** Whether a waiver is about a place. Which of both is a violation, and whether it still counts, is not asked here. */
export declare function isAbout(waiver: Waiver, { id, stack, address }: {
    readonly id: string;
    readonly stack: string;
    readonly address: string;
}): boolean;
