import type { KnownFinding } from './baseline';
import type { Outcome } from './join';
import { type Waivers } from './waivers';
import type { Finding, RuleReport, WaivedFinding, WaiverReport } from '../model';
/** An outcome of which waivers and the baseline have taken what does not count. */
export interface Excepted {
    readonly findings: readonly Finding[];
    readonly waived: readonly WaivedFinding[];
    readonly known: readonly Finding[];
    readonly rules: readonly RuleReport[];
    readonly waivers: readonly WaiverReport[];
    /** Findings of the baseline that are gone. */
    readonly gone: number;
}
/**
 * Takes apart what counts and what does not. What is undecided stays so, whatever is waived or known: it may turn out to be
 * something else than what somebody accepted.
 *
 * @param baseline findings that are no news; undefined when everything is
 */
export declare function except(outcome: Outcome, waivers: Waivers, baseline: readonly KnownFinding[] | undefined): Excepted;
