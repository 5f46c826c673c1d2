import type { OwnReport, RawReport } from './evaluate';
import { type CostItem, type Enforcement, type Finding, type FlowFact, type OpenRule, type PriceBasis, type Problem, type RuleInfo, type RuleReport, type StackDocument, type Undecided, type Unpriced } from '../model';
/** The policy's answer, completed with the catalog, the settings and the readers' data, and sorted. */
export interface Outcome {
    readonly problems: readonly Problem[];
    readonly findings: readonly Finding[];
    readonly undecided: readonly Undecided[];
    readonly rules: readonly RuleReport[];
    readonly flows: readonly FlowFact[];
    readonly costs: readonly CostItem[];
    /** Resources that Terraform removes from the state but keeps in AWS. */
    readonly forgotten: readonly {
        readonly stack: string;
        readonly address: string;
    }[];
    /** Settings without a declaration. */
    readonly undeclared: readonly string[];
    readonly openToInternet: readonly OpenRule[];
    readonly unpriced: readonly Unpriced[];
    /** Absent when the policy prices nothing. */
    readonly prices?: PriceBasis;
    /** Number of resources that cost nothing by themselves, by stack. */
    readonly free: ReadonlyMap<string, number>;
}
/**
 * Builds the outcome. Checks that the policy saw every resource that the readers read, and that every rule of the
 * catalog answered.
 *
 * @throws CouldNotJudge when one of the checks fails
 */
export declare function outcome(raw: RawReport, catalog: readonly RuleInfo[], enforcement: ReadonlyMap<string, Enforcement>, stacks: readonly StackDocument[]): Outcome;
/**
 * The answer of the policy with the answers of a team's rules. A rule of the gate is never replaced.
 *
 * @throws CouldNotJudge when the rules of the team saw other resources than the policy
 */
export declare function withOwn(raw: RawReport, own: OwnReport): RawReport;
