/**
 * Plans of a part: Terraform before 1.8 and OpenTofu do not say that a plan is one, so the gate compares the changes with
 * the state and the configuration. A whole plan without the property `complete` is judged as with it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../test/aws/plan';
import { families } from '../evasions/corpus';
import { judgeEach } from '../../tollgate/judge';
import type { Json, JsonObject } from '../../tollgate/model';
import { recorded } from '../recorded/archive';
import { recipeOf, recipeOfBase } from '../recorded/recipe';
import { SETTINGS } from '../settings';

const judgeOne = judgeEach({ settings: SETTINGS }, true);

function judged(plan: object): { exitCode: number; findings: string[]; undecided: string[]; problems: string[] } {
  const { report } = judgeOne({ path: 'plan.json', bytes: Buffer.from(JSON.stringify(plan)) });
  const { verdict, findings, undecided, problems } = report;
  const lines = (entries: readonly { readonly id: string; readonly address: string }[]): string[] =>
    entries.map(({ id, address }) => `${id} ${address}`);
  return {
    exitCode: verdict.exitCode,
    findings: lines(findings),
    undecided: lines(undecided),
    problems: problems.map(({ what }) => what),
  };
}

/** The plan as Terraform before 1.8 and OpenTofu write it. */
function reticent(plan: Plan): Plan {
  const { complete: _, ...rest } = plan as Plan & { readonly complete?: boolean };
  return rest as Plan;
}

const system = (): JsonObject =>
  JSON.parse(readFileSync(join(__dirname, '..', 'fixtures', 'plans', 'existing-system.json'), 'utf8')) as JsonObject;

const leftOut = (names: string): string =>
  `the plan leaves out ${names} (made with -target or -exclude, or shortened): what it leaves out cannot be judged`;

const instance: Json = {
  address: 'aws_instance.left_out',
  mode: 'managed',
  type: 'aws_instance',
  name: 'left_out',
  values: { instance_type: 'm5.24xlarge' },
};

const withState = (plan: JsonObject, ...resources: Json[]): JsonObject => ({
  ...plan,
  prior_state: { values: { root_module: { resources } } },
});

const refused = (problem: string): object => ({ exitCode: 2, findings: [], undecided: [], problems: [problem] });
const passed = { exitCode: 0, findings: [], undecided: [], problems: [] };

describe('a plan that does not say whether it is complete', () => {
  const plan = (): JsonObject => ({ ...system(), complete: null });

  test('is refused where it leaves out a resource of the state', () => {
    expect(judged(withState(plan(), instance))).toEqual(refused(leftOut('aws_instance.left_out')));
  });

  test('is refused where it leaves out a resource of the configuration, of a type that no rule reads', () => {
    const content = plan();
    const { resources } = (content['configuration'] as { root_module: { resources: Json[] } }).root_module;
    const head = { mode: 'managed', type: 'aws_sqs_queue', expressions: {} };
    resources.push(
      { ...head, address: 'aws_sqs_queue.a', name: 'a' },
      { ...head, address: 'aws_sqs_queue.b', name: 'b' },
    );
    expect(judged(content)).toEqual(refused(leftOut('aws_sqs_queue.a and 1 more')));
  });

  test('passes where the rest of the state is data sources', () => {
    const image = { ...instance, mode: 'data', address: 'data.aws_instance.left_out' };
    expect(judged(withState(plan(), image))).toEqual(passed);
  });

  test('passes where a constant repeats a resource of an unread type no times', () => {
    const content = plan();
    const { resources } = (content['configuration'] as { root_module: { resources: Json[] } }).root_module;
    resources.push({
      ...{ address: 'aws_sqs_queue.a', mode: 'managed', type: 'aws_sqs_queue', name: 'a' },
      expressions: { name: { references: ['each.key'] } },
    });
    expect(judged(content)).toEqual(passed);
  });
});

test('a plan that says that it is complete is not compared with the state', () => {
  expect(judged(withState({ ...system(), complete: true }, instance))).toEqual(passed);
});

describe('deferred changes cannot be judged', () => {
  test.each<[string, JsonObject, string]>([
    [
      'changes',
      { deferred_changes: [{ reason: 'instance_count_unknown', resource_change: { address: 'aws_lb.a' } }] },
      'aws_lb.a',
    ],
    [
      'invocations of actions',
      {
        deferred_action_invocations: [
          { reason: 'deferred_prereq', action_invocation: { address: 'action.aws_lambda_invoke.a' } },
        ],
      },
      'action.aws_lambda_invoke.a',
    ],
  ])('%s', (_, members, address) => {
    expect(judged({ ...system(), ...members })).toEqual(
      refused(`Terraform defers changes to a later plan: ${address}. Deferred changes cannot be judged`),
    );
  });

  test('nothing, in lists that are empty', () => {
    expect(judged({ ...system(), deferred_changes: [], deferred_action_invocations: [] })).toEqual(passed);
  });
});

/** A constant for_each over nothing leaves no trace in a plan. */
const traceless = new Set(['peer/for-each-over-nothing']);

test('whole plans of real Terraform are judged alike with and without the property', () => {
  const cases = families.flatMap(({ name, cases: all }) =>
    // A third of the cases: all of them take half a minute.
    all.filter(({ id }, at) => at % 3 === 0 && !traceless.has(id)).map((evasion) => recipeOf(name, evasion)),
  );
  const plans = [recipeOfBase('flat'), recipeOfBase('modules'), ...cases].flatMap((recipe) => {
    const { plan, update } = recorded(recipe);
    return [plan, update].flatMap((each) => each ?? []);
  });
  expect(plans.length).toBeGreaterThan(80);
  for (const plan of plans) {
    const whole = (plan as Plan & { readonly complete?: boolean }).complete;
    if (whole) expect(judged(reticent(plan))).toEqual(judged(plan));
    else expect(judged(reticent(plan)).exitCode).toBe(2);
  }
});
