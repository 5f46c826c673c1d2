/**
 * Which system a plan belongs to, where its names are not known while planning: a system of the scope does not slip out
 * of it, and no other system is drawn in.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeApart } from '../../tollgate/judge';
import type { Json, JsonObject } from '../../tollgate/model';
import { SETTINGS } from '../settings';

interface Plan {
  readonly resource_changes: {
    readonly address: string;
    readonly type: string;
    readonly change: { actions: string[]; before?: Json; after: JsonObject; after_unknown: JsonObject };
  }[];
  readonly configuration: {
    readonly root_module: { readonly resources: { address: string; expressions: JsonObject }[] };
  };
}

const NAMES = ['name', 'identifier', 'alarm_name', 'dashboard_name'];

/** The recorded system, under the name of a system. */
function system(called = 'productos-api'): Plan {
  const text = readFileSync(join(__dirname, '..', 'fixtures', 'plans', 'existing-system.json'), 'utf8');
  const plan = JSON.parse(text.replaceAll('productos-api', called)) as Plan;
  for (const { change } of plan.resource_changes) change.before ??= change.after;
  return plan;
}

/** Every name and Name tag holds a suffix that is known after apply. */
function suffixed(plan: Plan): Plan {
  const late = { references: ['random_id.suffix.hex', 'random_id.suffix'] };
  for (const { address, change } of plan.resource_changes) {
    const configured = plan.configuration.root_module.resources.find((resource) => resource.address === address);
    for (const name of NAMES.filter((each) => each in change.after)) {
      change.after[name] = null;
      change.after_unknown[name] = true;
      if (configured !== undefined) configured.expressions[name] = late;
    }
    for (const name of ['tags', 'tags_all'].filter((each) => each in change.after)) {
      change.after[name] = {};
      change.after_unknown[name] = { Name: true };
    }
    for (const block of ['tag', 'tag_specifications'].filter((each) => each in change.after)) change.after[block] = [];
    change.actions = ['update'];
    change.before = {};
  }
  return plan;
}

/** A plan that makes these resources, of which nothing is known but the values. */
function made(...resources: readonly [address: string, values: JsonObject][]): JsonObject {
  const heads = resources.map(([address]) => {
    const [type = '', name = ''] = address.split('.');
    return { address, mode: 'managed', type, name };
  });
  return {
    format_version: '1.2',
    complete: true,
    resource_changes: resources.map(([, after], at) => ({
      ...heads[at],
      change: { actions: ['create'], before: null, after, after_unknown: {} },
    })),
    configuration: { root_module: { resources: heads.map((head) => ({ ...head, expressions: {} })) } },
  };
}

function answer(plan: object, settings = SETTINGS): { exitCode: number; problems: string[] } {
  const [judged] = judgeApart([{ path: 'plan.json', bytes: Buffer.from(JSON.stringify(plan)) }], { settings });
  if (judged === undefined) throw new Error('nothing was judged');
  const { verdict, problems } = judged.report;
  return { exitCode: verdict.exitCode, problems: problems.map(({ what }) => what) };
}

const doubt = (reason: string): object => ({
  exitCode: 2,
  problems: [`it cannot be told whether this is a system of the scope (productos-api): ${reason}`],
});
const passed = { exitCode: 0, problems: [] };

const GROUP = 'aws_autoscaling_group.web_fleet_group';

test('the system with names that are known after apply is in doubt: other attributes point to the scope', () => {
  const plan = suffixed(system());
  expect(answer(plan)).toMatchObject(
    doubt(
      `the name of ${GROUP} is not known yet, and autoscaling_group_name of aws_autoscaling_policy.web_fleet_scaling points to it`,
    ),
  );
});

test('another system with random suffixes is not accused', () => {
  expect(answer(suffixed(system('orders-api')))).toEqual(passed);
});

test('a group that only its tag blocks name is in doubt', () => {
  const tag = (name: string): Json => [{ key: 'Name', value: name, propagate_at_launch: true }];
  expect(answer(made(['aws_autoscaling_group.g', { tag: tag('productos-api-worker') }]))).toMatchObject(
    doubt('only a tag of aws_autoscaling_group.g names it'),
  );
  expect(answer(made(['aws_autoscaling_group.g', { tag: tag('orders-worker') }])).problems).toEqual([]);
});

test('a system of types that no rule reads is in the scope by its names', () => {
  const store = (name: string): JsonObject =>
    made(['acme_store.s', { cluster_id: `${name}-cache`, tags: { Name: name } }]);
  expect(answer(store('productos-api')).exitCode).toBe(2);
  expect(answer(store('orders'))).toEqual(passed);
});

describe('where the settings say that every stack belongs to the scope', () => {
  const directory = mkdtempSync(join(tmpdir(), 'tollgate-scope-'));
  beforeAll(() => {
    cpSync(SETTINGS, directory, { recursive: true });
    writeFileSync(
      join(directory, 'scope.json'),
      JSON.stringify({ scope: { systems: ['productos-api'], always: true } }),
    );
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('names that are not known are enough', () => {
    expect(answer(suffixed(system('orders-api')), directory)).toMatchObject(
      doubt(`the name of ${GROUP} is not known yet`),
    );
  });

  test('a stack that names nothing is in doubt', () => {
    expect(answer(made(['aws_eip.e', {}]), directory)).toMatchObject(doubt('no resource has a name'));
  });

  test('another system by its known names is not', () => {
    expect(answer(system('orders-api'), directory)).toEqual(passed);
  });
});
