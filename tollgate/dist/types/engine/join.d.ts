import type { RawReport } from './evaluate';
import { type CostItem, type Enforcement, type Finding, type FlowFact, type OpenRule, type Problem, type RuleInfo, type RuleReport, type StackDocument, type Undecided, type Unpriced } from '../model';
/** The policy's answer, joined with what the catalog, the settings and the readers know, sorted. */
export interface Outcome {
    readonly problems: readonly Problem[];
    readonly findings: readonly Finding[];
    readonly undecided: readonly Undecided[];
    readonly rules: readonly RuleReport[];
    readonly flows: readonly FlowFact[];
    readonly costs: readonly CostItem[];
    /** What Terraform forgets. */
    readonly forgotten: readonly {
        readonly stack: string;
        readonly address: string;
    }[];
    /** Settings that declare nothing. */
    readonly undeclared: readonly string[];
    readonly openToInternet: readonly OpenRule[];
    readonly unpriced: readonly Unpriced[];
}
/**
 * Joins and proves that the policy saw what the readers read and that every rule of the catalog answered.
 *
 * @throws CouldNotJudge when one of both does not hold
 */
export declare function outcome(raw: RawReport, catalog: readonly RuleInfo[], enforcement: ReadonlyMap<string, Enforcement>, stacks: readonly StackDocument[]): Outcome;
