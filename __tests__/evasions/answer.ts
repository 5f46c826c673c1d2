import { join } from 'node:path';
import { judgeApart } from '../../tollgate/judge';
import type { Report } from '../../tollgate/model';
import type { Plan, State } from '../../test/aws/plan';
import type { Answer, Blame } from './case';
import { oursWith, SETTINGS } from '../settings';

/** Without budgets: the corpus is not about costs, so its cases may add any resource. */
const WITHOUT_COST = oursWith(join(__dirname, 'settings'));

/** The gate's report on a plan or a state of real Terraform. */
export function judged(plan: Plan | State, settings = SETTINGS): Report {
  const [answer] = judgeApart([{ path: 'plan.json', bytes: Buffer.from(JSON.stringify(plan)) }], { settings });
  if (answer === undefined) throw new Error('the gate gave no answer');
  return answer.report;
}

/** The answer to a plan, in the form of the expected answers of cases. */
export function answerTo(plan: Plan): Required<Answer> {
  const report = judged(plan, WITHOUT_COST);
  const verdict = ({ 0: 'harmless', 1: 'violating', 2: 'undecided' } as const)[report.verdict.exitCode];
  return {
    verdict,
    denied: blamed(report.findings),
    undecided: blamed(report.undecided),
    problems: report.problems.map(({ what }) => what),
  };
}

/** Each rule and address once, sorted. */
export function blamed(entries: readonly { readonly id: string; readonly address: string }[]): Blame[] {
  return sorted(entries.map(({ id, address }) => [id, address]));
}

/** Sorted, and each once. */
export function sorted(blames: readonly Blame[]): Blame[] {
  const texts = new Set(blames.map((blame) => blame.join(' ')));
  return [...texts]
    .sort()
    .map((text) => [text.slice(0, text.indexOf(' ')), text.slice(text.indexOf(' ') + 1)] as const);
}
