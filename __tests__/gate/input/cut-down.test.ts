import { join } from 'node:path';
import fc from 'fast-check';
import { loadArtifact } from '../../../gate/engine/artifact';
import { cutDown, WORTH_CUTTING } from '../../../gate/input/cut-down';
import { JsonTextError, parseJson } from '../../../gate/input/json-text';
import { judgeApart } from '../../../gate/judge';
import type { Json, JsonObject, Report } from '../../../gate/model';
import { anyPlan } from './arbitrary-plans';
import { openGroup, plan, queue } from './plans';
import { selection } from './selection';

const ROOT = join(__dirname, '..', '..', '..');
const { read } = loadArtifact(join(ROOT, 'gate', 'artifact'));
if (read === undefined) throw new Error('the manifest does not say what is read');
const READ = read;

const cut = (text: string): string | undefined => {
  const left = cutDown(Buffer.from(text), READ);
  return left === undefined ? undefined : Buffer.from(left).toString();
};

/** What a text is cut down to, parsed; undefined where it is to be read whole. */
const parsed = (text: string): Json | undefined => {
  const left = cut(text);
  return left === undefined ? undefined : parseJson(left);
};

/** Every part of a plan that is kept, left out or decides what is. */
const everything = ((): JsonObject => {
  const group = openGroup(22);
  const made = plan(
    [
      group,
      { ...queue(), before: { name: 'jobs' }, actions: ['update'] },
      { ...openGroup(80, 'b'), actions: ['no-op'] },
    ],
    {
      variables: { cidr: { value: '0.0.0.0/0' }, numbers: { value: [0, -1.5, 2e10, 1e-7, 12345678901234567890] } },
      output_changes: { a: { actions: ['create'], after: 'x' } },
      complete: true,
    },
  );
  const value = {
    ...{ mode: 'managed', type: 'aws_security_group', name: 'm' },
    values: { ingress: [], tags: { Name: 'x', team: 'y' } },
  };
  const data = {
    ...value,
    address: 'data.aws_ami.m',
    mode: 'data',
    type: 'aws_ami',
    values: { id: 'ami-1', block_device_mappings: [] },
  };
  const resources = [data, { ...value, address: 'aws_security_group.m' }, data];
  const module = { resources, child_modules: [{ address: 'module.m', resources, child_modules: [] }] };
  return {
    ...made,
    prior_state: { format_version: '1.0', values: { outputs: {}, root_module: module } },
    configuration: {
      root_module: {
        resources: [
          {
            address: 'aws_security_group.m',
            ...value,
            expressions: { ingress: { references: ['var.x'] }, tags: { constant_value: { Name: 'x', team: 'y' } } },
          },
          { address: 'aws_sqs_queue.m', mode: 'managed', type: 'aws_sqs_queue', name: 'm', expressions: { name: {} } },
          {
            address: 'null_resource.m',
            mode: 'managed',
            type: 'null_resource',
            name: 'm',
            provisioners: [{ type: 'local-exec' }],
          },
        ],
        outputs: { id: { expression: { references: ['aws_security_group.m.id'] }, description: 'd' } },
        variables: { x: { default: null, description: 'd' }, resources: {} },
        module_calls: {
          m: {
            source: './m',
            expressions: { x: {} },
            count_expression: {},
            module: { resources: [], variables: { type: {} } },
          },
        },
      },
    },
  };
})();

describe('of a plan is kept', () => {
  test.each<[string, JsonObject]>([
    ['what is read of it', everything],
    ['what is read, inside of what HCP Terraform hands to policies', { plan: everything, run: { id: 'run-1' } }],
    ['everything that is listed, where nothing changes', { ...everything, resource_changes: [] }],
    [
      'everything that a state lists',
      { format_version: '1.0', terraform_version: '1.9.8', values: everything['planned_values'] ?? null },
    ],
  ])('%s', (_, document) => {
    for (const space of [undefined, 2]) {
      const text = JSON.stringify(document, null, space);
      expect(parsed(text)).toEqual(selection(document, READ));
      expect(cut(text)?.length).toBeLessThan(text.length);
    }
  });

  test('what is read of any plan', () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom(undefined, 1), (document, space) => {
        expect(parsed(JSON.stringify(document, null, space))).toEqual(selection(document, READ));
      }),
      { numRuns: 100 },
    );
  });
});

describe('is read whole', () => {
  test.each([
    ['what is no object', '[1]'],
    ['a member with an escaped name', '{"resource_ch\\u0061nges":[{}]}'],
    [
      'a type that is written with escapes',
      '{"resource_changes":[{"type":"aws_security\\u005fgroup","change":{"after":{"ingress":[1]}}}]}',
    ],
    [
      'a resource that says its type twice',
      '{"configuration":{"root_module":{"resources":[{"type":"aws_lb","type":"x"}]}}}',
    ],
    [
      'a resource that says its mode twice',
      '{"prior_state":{"values":{"root_module":{"resources":[{"mode":"data","mode":"managed"}]}}}}',
    ],
    ['half of a character', '{"x":"\\ud800"}'],
    ['a number that is infinite', '{"x":1e999}'],
    ['a number of a thousand digits', `{"x":${'9'.repeat(1000)}}`],
    ['what is nested very deep', `{"x":${'['.repeat(400)}${']'.repeat(400)}}`],
    ['what is cut off', '{"x":1'],
    ['what something follows', '{"x":1}{}'],
    ['a trailing comma', '{"x":[1,]}'],
    ['a leading zero', '{"x":01}'],
    ['a line end in a string', '{"x":"\n"}'],
  ])('%s', (_, text) => {
    expect(cut(text)).toBeUndefined();
  });
});

const TOKENS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\\u0061',
    '\\ud800',
    '0',
    '-',
    '.',
    'e9',
    '1e999',
    'null',
    'true',
    ' ',
    '\n',
    '\0',
  ],
  ...[
    '"type":',
    '"mode":',
    '"change":',
    '"after":',
    '"actions":["no-op"]',
    '"data"',
    '"resource_changes":',
    '"values":',
    '{}',
    '[]',
  ],
  ...['"aws_security_group"', '"aws_sqs_queue"', '"__proto__":', '"resources":', '"address":"x",', 'é', '😀'],
];

/** xorshift32: the same texts in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield state >>> 0;
  }
}

/** Texts to try; the environment may ask for more (`FUZZ_TEXTS=3000000`). */
const TEXTS = Number(process.env['FUZZ_TEXTS'] ?? 20_000);

test('agrees with JSON.parse about changed texts, or leaves them to who reads the whole', () => {
  const random = numbers(20_261_124);
  const next = (below: number): number => random.next().value % below;
  const bases = [everything, { plan: everything }, { values: everything['planned_values'] ?? null }].map((base) =>
    JSON.stringify(base),
  );
  let agreed = 0;
  for (let run = 0; run < TEXTS; run++) {
    let text = bases[next(bases.length)] ?? '';
    for (let change = next(3); change >= 0; change--) {
      const at = next(text.length + 1);
      const length = next(4) === 0 ? next(200) : next(3);
      const token = next(3) === 0 ? text.slice(at, at + length) : (TOKENS[next(TOKENS.length)] ?? '');
      text = `${text.slice(0, at)}${token}${text.slice(next(2) === 0 ? at : at + length)}`;
    }
    const left = cut(text);
    if (left === undefined) continue;
    // It must be JSON: this throws where it is not.
    const whole = JSON.parse(text) as Json;
    let value: Json;
    try {
      value = parseJson(left);
    } catch (error) {
      // What is kept has a member twice: then the whole is read, and refused.
      if (error instanceof JsonTextError && error.defect === 'duplicate') continue;
      throw error;
    }
    const expected = selection(whole, READ);
    if (JSON.stringify(value) !== JSON.stringify(expected)) expect({ text, value }).toEqual({ text, value: expected });
    agreed += 1;
  }
  expect(agreed).toBeGreaterThan(TEXTS / 20);
});

describe('a plan that is large enough to be cut down', () => {
  const judge = (text: string): Report => {
    const [judged] = judgeApart([{ path: 'plan.json', bytes: Buffer.from(text) }]);
    if (judged === undefined) throw new Error('nothing was judged');
    return judged.report;
  };
  const large = (text: string): string => text + ' '.repeat(WORTH_CUTTING);

  test('is judged as if it were small', () => {
    let cuts = 0;
    fc.assert(
      fc.property(anyPlan, (document) => {
        const text = JSON.stringify(document);
        cuts += Number(cut(large(text)) !== undefined);
        expect(judge(large(text))).toEqual(judge(text));
      }),
      { numRuns: 40 },
    );
    expect(cuts).toBe(40);
  }, 120_000);

  test.each([
    ['a member twice', '"resource_changes":[],', 'has the member "resource_changes" twice'],
    ['an attribute twice', '', 'has the member "ingress" twice'],
  ])('is refused for %s', (_, member, message) => {
    const text = JSON.stringify(plan([openGroup(22)]));
    const doubled =
      member === ''
        ? text.replaceAll('"ingress":[{"from', '"ingress":[],"ingress":[{"from')
        : `{${member}${text.slice(1)}`;
    expect(
      judge(large(doubled))
        .problems.map(({ what }) => what)
        .join(),
    ).toContain(message);
  });

  test('and is none gets the same error as if it were small', () => {
    for (const text of [
      '{"a":1}',
      '{"provider_schemas":{}}',
      '[]',
      '{"plan":{"resource_changes":[]},"resource_changes":[]}',
      '{"resource_changes":{}}',
    ]) {
      expect(judge(large(text)).problems).toEqual(judge(text).problems);
    }
  });
});
