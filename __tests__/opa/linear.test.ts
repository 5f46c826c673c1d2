import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { denseShape } from '../../bench/dense';
import { forEachShape, moduleShape, rootShape, WORST, writePlan, type PlanShape } from '../../bench/plans';
import { isObject } from '../../tollgate/model';
import { OWN, ownTiersPlan } from '../gate/own-tiers-plan';
import { opa } from './stock';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-linear-'));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** How often OPA evaluates an expression, or comes back to one, for a plan: the work, whatever the machine is doing besides. */
function steps(shape: PlanShape): number {
  const path = join(directory, 'plan.json');
  writePlan(path, shape);
  return stepsOf(path);
}

function stepsOf(path: string, ...more: string[]): number {
  const answer: unknown = JSON.parse(
    opa([
      ...[
        'eval',
        '--format',
        'json',
        '--profile',
        '--profile-limit',
        '1000000',
        '--data',
        'policies',
        '--input',
        path,
        ...more,
      ],
      ...['--ignore', '*_test.rego', '--ignore', '*.schema.json', '--ignore', 'capabilities.json', 'data.gate.report'],
    ]),
  );
  if (!isObject(answer) || !Array.isArray(answer['result']) || !Array.isArray(answer['profile']))
    throw new Error('OPA gave no profile');
  expect(answer['result']).toHaveLength(1);
  return answer['profile']
    .filter(isObject)
    .reduce((sum, { num_eval: evaluated, num_redo: again }) => sum + Number(evaluated) + Number(again), 0);
}

test.each<[string, (size: number) => PlanShape, number]>([
  ['resources in the root module', rootShape, 1_000],
  ['resources behind module calls', moduleShape, 1_000],
  ['instances of for_each', forEachShape, 1_000],
  ['rules of one group', WORST.oneGroup, 1_000],
  ['groups', WORST.groups, 1_000],
  ['groups that share a name with another one', WORST.namesakes, 1_000],
  ['groups with inline rules', WORST.inline, 300],
  ['modules', WORST.wide, 50],
])('twice as many %s are no more than twice the work', (_, shape, size) => {
  const [none, one, two] = [steps(shape(0)), steps(shape(size)), steps(shape(2 * size))];
  expect((two - none) / (one - none)).toBeLessThan(2.3);
});

test('twice as many resources of tiers that the settings name are no more than twice the work', () => {
  const named = join(directory, 'tiers.json');
  writeFileSync(named, JSON.stringify({ settings: OWN }));
  const work = (size: number): number => {
    const path = join(directory, 'plan.json');
    writeFileSync(path, JSON.stringify(ownTiersPlan(size)));
    return stepsOf(path, '--data', named);
  };
  const [none, one, two] = [work(1), work(50), work(100)];
  expect((two - none) / (one - none)).toBeLessThan(2.3);
});

/**
 * Stock OPA takes about a microsecond for a step: 10,000 resources of 1,500 steps are 15 s.
 * The work of OPA inside a step is not counted; `lint:rego` refuses the expressions that are quadratic inside a step.
 */
test.each([
  ['outside the scope', 0, false],
  ['half of them in the scope', 0.5, false],
  ['in the scope', 1, false],
  ['behind module calls', 0.5, true],
])('ten times as many dense resources are ten times the work: %s', (_, inside, modules) => {
  const work = (resources: number): number => steps(denseShape({ resources, inside, modules }));
  const [none, few, many] = [work(40), work(240), work(2_040)];
  const [less, more] = [(few - none) / 200, (many - none) / 2_000];
  expect(more / less).toBeLessThan(1.2);
  expect(more).toBeLessThan(1_500);
});
