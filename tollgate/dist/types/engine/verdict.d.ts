import type { Problem, RuleReport, Verdict } from '../model';
/**
 * The one place that decides between 0, 1 and 2. A problem means that part of the input was not seen, and then a denial is as
 * little proven as a pass; a denial beside an undecided rule stands, because no later value can take it back.
 */
export declare function verdict(rules: readonly RuleReport[], problems: readonly Problem[]): Verdict;
