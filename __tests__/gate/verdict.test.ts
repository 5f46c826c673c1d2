import { verdict } from '../../tollgate/engine/verdict';
import type { Enforcement, Problem, RuleOutcome, RuleReport } from '../../tollgate/model';

const rule = (outcome: RuleOutcome, enforcement: Enforcement = 'block'): RuleReport => ({
  id: 'NET-001',
  rule: 'network.x',
  title: 'X',
  severity: 'high',
  enforcement,
  outcome,
  checked: [],
});
const problem: Problem = { stack: '', what: 'x', why: 'x', fix: 'x' };

test.each<[string, RuleReport[], Problem[], number, string]>([
  ['every rule passed', [rule('passed')], [], 0, 'passed'],
  ['a rule did not apply', [rule('passed'), rule('not-applicable')], [], 0, 'passed'],
  ['a warning was found', [rule('passed'), rule('denied', 'warn')], [], 0, 'passed'],
  ['a warning is undecided', [rule('passed'), rule('undecided', 'warn')], [], 0, 'passed'],
  ['a rule is off', [rule('passed'), rule('off', 'off')], [], 0, 'passed'],
  ['a blocking rule denies', [rule('passed'), rule('denied')], [], 1, 'denied'],
  ['one denies and another is undecided', [rule('undecided'), rule('denied')], [], 1, 'denied'],
  ['a blocking rule is undecided', [rule('passed'), rule('undecided')], [], 2, 'could-not-judge'],
  ['part of the input was not seen', [rule('passed')], [problem], 2, 'could-not-judge'],
  ['part of the input was not seen and a rule denies', [rule('denied')], [problem], 2, 'could-not-judge'],
  ['no rule reported', [], [], 2, 'could-not-judge'],
])('when %s', (_, rules, problems, exitCode, outcome) => {
  expect(verdict(rules, problems)).toEqual({ exitCode, outcome });
});
