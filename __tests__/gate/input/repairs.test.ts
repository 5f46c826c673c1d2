import { join } from 'node:path';
import { loadArtifact } from '../../../tollgate/engine/artifact';
import { readPlan } from '../../../tollgate/input/plan';
import type { JsonObject, Repair } from '../../../tollgate/model';

const { types } = loadArtifact(join(__dirname, '..', '..', '..', 'policies', 'compiled'));

const ADDRESS = 'aws_thing.a["é\\"\u{1f600}"]';

/** A change of one resource, as Terraform writes it in both lists. */
const change = (actions: string[], before: object | null, after: object | null, more: object = {}): JsonObject => ({
  ...{ address: ADDRESS, mode: 'managed', type: 'aws_thing', name: 'a' },
  change: {
    actions,
    before,
    after,
    after_unknown: {},
    before_sensitive: {},
    after_sensitive: {},
    ...more,
  } as JsonObject,
});

/** A resource that was changed by hand from `before`, and the values that the plan gives it. */
interface Case {
  readonly before: object | null;
  readonly byHand: object | null;
  readonly planned: object | null;
  readonly actions?: string[];
  /** Marks of the planned change. */
  readonly marks?: object;
  /** Marks of the drift. */
  readonly driftMarks?: object;
}

const planOf = ({ before, byHand, planned, actions = ['update'], marks, driftMarks }: Case): JsonObject => ({
  format_version: '1.2',
  resource_drift: [change([byHand === null ? 'delete' : 'update'], before, byHand, driftMarks)],
  resource_changes: [
    { ...change(['no-op'], {}, {}), address: 'aws_thing.other' },
    change(actions, byHand, planned, marks),
  ],
});

const repairs = (plan: JsonObject): readonly Repair[] => readPlan('plan', plan, types).repairs ?? [];

const one = (attribute: string, found: string, planned: string): Repair[] => [
  { address: ADDRESS, attribute, found, planned },
];

test.each<[string, Case, Repair[]]>([
  [
    'a value that is put back',
    { before: { size: 10, name: 'x' }, byHand: { size: 40, name: 'x' }, planned: { size: 10, name: 'x' } },
    one('size', '40', '10'),
  ],
  ['a flag', { before: { on: true }, byHand: { on: false }, planned: { on: true } }, one('on', 'false', 'true')],
  [
    'a value that becomes a third',
    { before: { size: 10 }, byHand: { size: 40 }, planned: { size: 9 } },
    one('size', '40', '9'),
  ],
  ['a value that stays', { before: { size: 10 }, byHand: { size: 40 }, planned: { size: 40 }, actions: ['no-op'] }, []],
  [
    'a value that only the plan changes',
    { before: { size: 10, n: 1 }, byHand: { size: 10, n: 2 }, planned: { size: 9, n: 2 } },
    [],
  ],
  [
    'a value that is not known before the apply',
    { before: { id: 'a' }, byHand: { id: 'b' }, planned: {}, marks: { after_unknown: { id: true } } },
    [],
  ],
  [
    'a value in single blocks',
    {
      before: { options: [{ ebs: { size: 8, type: 'gp3' } }] },
      byHand: { options: [{ ebs: { size: 9, type: 'gp3' } }] },
      planned: { options: [{ ebs: { size: 8, type: 'gp3' } }] },
    },
    one('options.0.ebs.size', '9', '8'),
  ],
  [
    'a list, as a whole',
    { before: { ports: [1] }, byHand: { ports: [1, 22] }, planned: { ports: [1] } },
    one('ports', '[1,22]', '[1]'),
  ],
  [
    'a tag, once',
    {
      before: { tags: null, tags_all: { a: '1' } },
      byHand: { tags: { b: '2' }, tags_all: { a: '1', b: '2' } },
      planned: { tags: null, tags_all: { a: '1' } },
    },
    one('tags', '{"b":"2"}', 'null'),
  ],
  [
    'characters that would act on a terminal',
    { before: { name: 'x' }, byHand: { name: '\u001b[2J\u009b\u202e' }, planned: { name: 'x' } },
    one('name', '"\\u001b[2J\\u009b\\u202e"', '"x"'),
  ],
  [
    'a resource that was deleted and is created again',
    { before: { size: 10 }, byHand: null, planned: { size: 10 }, actions: ['create'] },
    [{ address: ADDRESS }],
  ],
  [
    'a resource that was deleted and stays so',
    { before: { size: 10 }, byHand: null, planned: null, actions: ['no-op'] },
    [],
  ],
  [
    'a resource that the plan deletes',
    { before: { size: 10 }, byHand: { size: 40 }, planned: null, actions: ['delete'] },
    [],
  ],
  [
    'a resource that the plan replaces',
    { before: { size: 10 }, byHand: { size: 40 }, planned: { size: 10 }, actions: ['delete', 'create'] },
    one('size', '40', '10'),
  ],
])('%s', (_, given, expected) => {
  expect(repairs(planOf(given))).toEqual(expected);
});

describe('a sensitive value is never shown', () => {
  const secret = { before: { key: 'old' }, byHand: { key: 'hand' }, planned: { key: 'old' } };

  test.each(['before_sensitive', 'after_sensitive'])('where %s of either list marks it', (name) => {
    for (const marks of [{ key: true }, true]) {
      for (const which of ['marks', 'driftMarks']) {
        expect(repairs(planOf({ ...secret, [which]: { [name]: marks } }))).toEqual(
          one('key', '(sensitive)', '(sensitive)'),
        );
      }
    }
  });

  test('where a part of it is marked', () => {
    const listed = (...keys: string[]): object => ({ list: keys.map((key) => ({ key, n: 1 })) });
    const plan = planOf({
      ...{ before: listed('a'), byHand: listed('a', 'b'), planned: listed('a') },
      driftMarks: { after_sensitive: { list: [{ key: true }, { key: true }] } },
    });
    const text = '{"key":"(sensitive)","n":1}';
    expect(repairs(plan)).toEqual(one('list', `[${text},${text}]`, `[${text}]`));
  });

  test('where a block around it is marked', () => {
    const held = (key: string): object => ({ block: [{ key }] });
    const plan = planOf({
      ...{ before: held('a'), byHand: held('b'), planned: held('a') },
      marks: { before_sensitive: { block: [true] } },
    });
    expect(repairs(plan)).toEqual(one('block.0.key', '(sensitive)', '(sensitive)'));
  });
});

test('data sources, objects that wait for their deletion, and entries of another shape are passed over', () => {
  const plan = planOf({ before: { size: 10 }, byHand: { size: 40 }, planned: { size: 10 } });
  const [entry] = plan['resource_drift'] as JsonObject[];
  for (const other of [{ ...entry, mode: 'data' }, { ...entry, deposed: '0' }, { ...entry, change: 1 }, null, []]) {
    expect(repairs({ ...plan, resource_drift: [other as JsonObject] })).toEqual([]);
  }
  for (const drift of [{}, 'x', null, []]) expect(repairs({ ...plan, resource_drift: drift })).toEqual([]);
});
