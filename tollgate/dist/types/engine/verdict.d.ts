import type { Problem, RuleReport, Verdict } from '../model';
/**
 * The only place that decides between 0, 1 and 2. After a problem, the gate has not seen part of the input, so neither
 * a denial nor a pass is certain. A denial beside an undecided rule stands: no later value can revoke the denial.
 */
export declare function verdict(rules: readonly RuleReport[], problems: readonly Problem[]): Verdict;
