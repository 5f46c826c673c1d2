import type { Problem, RuleReport, Verdict } from '../model';

const PASSED: Verdict = { exitCode: 0, outcome: 'passed' };
const DENIED: Verdict = { exitCode: 1, outcome: 'denied' };
const COULD_NOT_JUDGE: Verdict = { exitCode: 2, outcome: 'could-not-judge' };

/**
 * The only place that decides between 0, 1 and 2. After a problem, the gate has not seen part of the input, so neither
 * a denial nor a pass is certain. A denial beside an undecided rule stands: no later value can revoke the denial.
 */
export function verdict(rules: readonly RuleReport[], problems: readonly Problem[]): Verdict {
  const blocking = rules.filter((rule) => rule.enforcement === 'block');
  if (problems.length > 0 || rules.length === 0) return COULD_NOT_JUDGE;
  if (blocking.some((rule) => rule.outcome === 'denied')) return DENIED;
  if (blocking.some((rule) => rule.outcome === 'undecided')) return COULD_NOT_JUDGE;
  return PASSED;
}
