import type { Problem, RuleReport, Verdict } from '../model';

const PASSED: Verdict = { exitCode: 0, outcome: 'passed' };
const DENIED: Verdict = { exitCode: 1, outcome: 'denied' };
const COULD_NOT_JUDGE: Verdict = { exitCode: 2, outcome: 'could-not-judge' };

/**
 * The one place that decides between 0, 1 and 2. A problem means that part of the input was not seen, and then a denial is as
 * little proven as a pass; a denial beside an undecided rule stands, because no later value can take it back.
 */
export function verdict(rules: readonly RuleReport[], problems: readonly Problem[]): Verdict {
  const blocking = rules.filter((rule) => rule.enforcement === 'block');
  if (problems.length > 0 || rules.length === 0) return COULD_NOT_JUDGE;
  if (blocking.some((rule) => rule.outcome === 'denied')) return DENIED;
  if (blocking.some((rule) => rule.outcome === 'undecided')) return COULD_NOT_JUDGE;
  return PASSED;
}
