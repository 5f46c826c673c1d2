import type { KnownFinding } from './baseline';
import { type Moves } from './excused';
import type { Outcome } from './join';
import { type Waivers } from './waivers';
import { type AcceptedUndecided, type Finding, type Problem, type RuleReport, type Undecided, type WaivedFinding, type WaiverReport } from '../model';
/** An outcome split into findings that count, waived findings and known findings. */
export interface Excepted {
    /** Waivers that do not say what they excuse. */
    readonly problems: readonly Problem[];
    readonly findings: readonly Finding[];
    /** Undecided values that nobody accepted. */
    readonly undecided: readonly Undecided[];
    readonly accepted: readonly AcceptedUndecided[];
    readonly waived: readonly WaivedFinding[];
    readonly known: readonly Finding[];
    readonly rules: readonly RuleReport[];
    readonly waivers: readonly WaiverReport[];
    /** Number of baseline findings that no longer occur. */
    readonly gone: number;
}
/**
 * Separates the findings that count from the waived and known ones, and the undecided values from the accepted ones. A waiver
 * of a found value never covers an undecided value, and a baseline never does: once known, the value may differ from the
 * accepted one.
 *
 * @param baseline findings that do not count as new; undefined without a baseline
 */
export declare function except(outcome: Outcome, waivers: Waivers, baseline: readonly KnownFinding[] | undefined, moves: Moves): Excepted;
