import { join } from 'node:path';
import fc from 'fast-check';
import { loadArtifact } from '../../../gate/engine/artifact';
import { cutDown } from '../../../gate/input/cut-down';
import { WORTH_CUTTING } from '../../../gate/input/files';
import { parseJson } from '../../../gate/input/json-text';
import { readPlan } from '../../../gate/input/plan';
import { judgeApart } from '../../../gate/judge';
import type { Json, JsonObject, Report } from '../../../gate/model';
import { anyPlan } from './arbitrary-plans';
import { openGroup, plan, queue, type PlannedResource } from './plans';
import { selection } from './selection';
import { SETTINGS } from '../../settings';

const ROOT = join(__dirname, '..', '..', '..');
const { read } = loadArtifact(join(ROOT, 'gate', 'artifact'));
if (read === undefined) throw new Error('the manifest does not say what is read');
const READ = read;

const cut = (text: string): string | undefined => {
  const left = cutDown(Buffer.from(text), READ);
  return left === undefined ? undefined : Buffer.from(left.text).toString();
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
    relevant_attributes: [{ resource: 'aws_security_group.m["a"]', attribute: ['id'] }],
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

const TEXT = JSON.stringify(everything);

describe('of a plan is kept', () => {
  test('what is read of it, and no more', () => {
    for (const space of [undefined, 2, '\t']) {
      const text = JSON.stringify(everything, null, space);
      expect(parsed(text)).toEqual(selection(everything, READ));
      expect(cut(text)?.length).toBeLessThan(text.length * 0.6);
    }
  });

  test('what is read of any plan', () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom(undefined, 1), (document, space) => {
        const { resource_changes: changes } = document;
        fc.pre(Array.isArray(changes) && changes.length > 0);
        const left = parsed(JSON.stringify(document, null, space));
        // What contributed and stands nowhere is for the whole to tell.
        if (left !== undefined) expect(left).toEqual(selection(document, READ));
        else expect(document['relevant_attributes']).not.toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('how many resources the policies must see', () => {
    expect(cutDown(Buffer.from(TEXT), READ)?.resources).toBe(3 + 4);
  });

  test('the sizes of a scaling group, and of several no more than that there are several', () => {
    const group = (name: string, size: number): PlannedResource => ({
      ...{ address: `aws_autoscaling_group.${name}`, type: 'aws_autoscaling_group', name },
      after: { max_size: size, min_size: 2 },
    });
    const groupsOf = (...groups: PlannedResource[]): unknown =>
      cutDown(Buffer.from(JSON.stringify(plan([queue(), ...groups, queue('b')]))), READ)?.scalingGroups.map(
        ({ address, change }) => [address, (change as JsonObject)['after']],
      );
    expect(groupsOf()).toEqual([]);
    expect(groupsOf(group('a', 7))).toEqual([['aws_autoscaling_group.a', { max_size: 7, min_size: 2 }]]);
    expect(groupsOf(group('a', 7), group('b', 8), group('c', 9))).toHaveLength(2);
  });
});

describe('an attribute that contributed is looked for', () => {
  const NAMED = { references: ['aws_eip.office.public_ip', 'aws_eip.office'] };
  const SAID = { constant_value: ['aws_eip.office.public_ip', { references: ['aws_eip.office.public_ip'] }] };
  const uses = (more: JsonObject): JsonObject => ({
    resources: [
      { address: 'aws_sqs_queue.q', mode: 'managed', type: 'aws_sqs_queue', name: 'q', expressions: {}, ...more },
    ],
  });
  const inModule = { module_calls: { m: { module: uses({ expressions: { policy: NAMED } }) } } };

  test.each<[where: string, found: boolean, resource: string, attribute: string[], root: JsonObject]>([
    ['in its module', true, 'aws_eip.office', ['public_ip'], uses({ expressions: { policy: NAMED } })],
    ['in a for_each', true, 'aws_eip.office', ['public_ip'], uses({ for_each_expression: NAMED })],
    ['among the outputs', true, 'aws_eip.office', ['public_ip'], { outputs: { ip: { expression: NAMED } } }],
    [
      'in what a module is called with',
      true,
      'aws_eip.office',
      ['public_ip'],
      { module_calls: { m: { expressions: { ip: NAMED } } } },
    ],
    ['in a module that is called', true, 'module.m.aws_eip.office', ['public_ip'], inModule],
    ['in a module that is called by a key', true, 'module.m["a.b"].aws_eip.office[0]', ['public_ip'], inModule],
    ['in no other module', false, 'aws_eip.office', ['public_ip'], inModule],
    ['in no module of another name', false, 'module.n.aws_eip.office', ['public_ip'], inModule],
    ['as itself, not as a longer name', false, 'aws_eip.office', ['public'], uses({ expressions: { policy: NAMED } })],
    [
      'in no program',
      false,
      'aws_eip.office',
      ['public_ip'],
      uses({ provisioners: [{ type: 'local-exec', expressions: { command: NAMED } }] }),
    ],
    ['and a resource as a whole not as its own address', false, 'aws_sqs_queue.q', [], uses({})],
    ['in no constant', false, 'aws_eip.office', ['public_ip'], uses({ expressions: { policy: SAID } })],
    [
      'in no constant of a block',
      false,
      'aws_eip.office',
      ['public_ip'],
      uses({ expressions: { inner: [{ a: SAID }] } }),
    ],
    ['in no constant of an output', false, 'aws_eip.office', ['public_ip'], { outputs: { ip: { expression: SAID } } }],
    [
      'also behind a constant',
      true,
      'aws_eip.office',
      ['public_ip'],
      {
        resources: ['a', 'b', 'c'].map((name) => ({
          ...{ address: `aws_sqs_queue.${name}`, mode: 'managed', type: 'aws_sqs_queue', name },
          expressions: { policy: name === 'b' ? NAMED : SAID },
        })),
      },
    ],
    [
      'among the outputs behind a constant of a resource',
      true,
      'aws_eip.office',
      ['public_ip'],
      { ...uses({ expressions: { policy: SAID } }), outputs: { ip: { expression: NAMED } } },
    ],
  ])('%s', (_, found, resource, attribute, root) => {
    const document = plan([openGroup(22)], {
      configuration: { root_module: root },
      relevant_attributes: [{ resource, attribute }],
    });
    expect(cut(JSON.stringify(document)) !== undefined).toBe(found);
  });
});

test('any number of modules may be called', () => {
  const calls = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`m${at}`, { module: {} }]));
  const document = { ...plan([queue()]), configuration: { root_module: { module_calls: calls } } };
  expect(parsed(JSON.stringify(document))).toEqual(selection(document, READ));
});

describe('is read whole', () => {
  const TEXT = JSON.stringify({ ...everything, planned_values: { root_module: {} } });

  test.each([
    ['a list', /^.*$/, '[1]'],
    ['a plan without changes', /"resource_changes":\[.*?\],"configuration"/, '"resource_changes":[],"configuration"'],
    ['a plan inside of something', /^/, '{"plan":', '}'],
    ['a plan with a member of another kind', /^\{/, '{"@level":"info",'],
    ['a plan to which something contributed that stands nowhere', '"attribute":["id"]', '"attribute":["arn"]'],
    ['a plan to which a resource contributed that stands nowhere', '"attribute":["id"]', '"attribute":[0]'],
    ['contributions that are none', '"resource":"aws_security_group.m', '"of":"aws_security_group.m'],
    ['contributions that are no list', /"relevant_attributes":\[.*?\}\]/, '"relevant_attributes":{}'],
    ['another version of the format', '"1.2"', '"2.0"'],
    ['a member with an escaped name', '"resource_changes"', '"resource_ch\\u0061nges"'],
    ['a type that is written with escapes', '"type":"aws_security_group"', '"type":"aws_security\\u005fgroup"'],
    ['a mode that is written with escapes', '"mode":"managed"', '"mode":"man\\u0061ged"'],
    ['a mode that nobody knows', '"mode":"managed"', '"mode":"Managed"'],
    ['actions that are written with escapes', '["no-op"]', '["no\\u002dop"]'],
    ['actions that are no texts', '["no-op"]', '[0]'],
    ['a resource without a type', '"type":"aws_security_group",', ''],
    ['a resource without an address', '"address":"aws_security_group.open",', ''],
    ['a resource with an empty address', '"address":"aws_security_group.open"', '"address":""'],
    ['a resource without actions', '"actions":["no-op"],', ''],
    [
      'a resource that says its type at the end',
      /"type":"aws_security_group",(.*?\}\})/,
      '$1,"type":"aws_security_group"',
    ],
    ['a resource of the configuration without a name', /("configuration".*?)"name":"m",/, '$1'],
    ['a configured address that stands there twice', '"address":"aws_sqs_queue.m"', '"address":"aws_security_group.m"'],
    ['a module without an address', '{"address":"module.m"', '{"x":"module.m"'],
    ['a member twice', '"actions":["no-op"]', '"actions":["no-op"],"actions":["no-op"]'],
    ['an attribute twice', '"ingress":[', '"ingress":[],"ingress":['],
    ['a member of an attribute twice', '"from_port":22', '"from_port":22,"from_port":22'],
    ['a call of a module twice', '"m":{"source"', '"m":{},"m":{"source"'],
    ['changes twice', '"resource_changes"', '"resource_changes":[],"resource_changes"'],
    ['a list in place of an object', '"root_module":{', '"root_module":[],"x":{'],
    ['something in place of a flag', '"complete":true', '"complete":"true"'],
    ['half of a character', '"format_version"', '"x":"\\ud800","format_version"'],
    ['a number that is infinite', '"from_port":22', '"from_port":1e999'],
    ['a number that is rounded', '"from_port":22', '"from_port":12345678901234567890123'],
    ['a number that has another spelling', '"from_port":22', '"from_port":22.0'],
    ['a number of a thousand digits', '"delay_seconds":5', `"delay_seconds":${'9'.repeat(1000)}`],
    ['what is nested very deep', '"delay_seconds":5', `"delay_seconds":${'['.repeat(400)}${']'.repeat(400)}`],
    ['what is cut off', /\}$/, ''],
    ['what something follows', /$/, '{}'],
    ['a trailing comma', '"ingress":[{', '"ingress":[,{'],
    ['a leading zero', '"delay_seconds":5', '"delay_seconds":05'],
    ['a line end in a string', '"1.9.8"', '"1.9.8\n"'],
    ['an escape that is none', '"1.9.8"', '"1.9.8\\x"'],
  ])('%s', (_, from, to, end = '') => {
    const text = TEXT.replace(from, to) + end;
    expect(text).not.toBe(TEXT);
    expect(cut(TEXT)).toBeDefined();
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
  const bases = [TEXT, JSON.stringify(everything, null, 1)];
  let agreed = 0;
  for (let run = 0; run < TEXTS; run++) {
    let text = bases[next(bases.length)] ?? '';
    for (let change = next(3); change >= 0; change--) {
      const at = next(text.length + 1);
      const length = next(4) === 0 ? next(200) : next(3);
      const token = next(3) === 0 ? text.slice(at, at + length) : (TOKENS[next(TOKENS.length)] ?? '');
      text = `${text.slice(0, at)}${token}${text.slice(next(2) === 0 ? at : at + length)}`;
    }
    // Half of a character, which slicing leaves, is none in UTF-8.
    text = Buffer.from(text).toString();
    const left = cut(text);
    if (left === undefined) continue;
    // It must be JSON, and a plan that the whole reading accepts: both throw where it is not.
    const whole = JSON.parse(text) as Json;
    expect(readPlan('plan', whole as JsonObject, READ.types).resources).toBe(
      cutDown(Buffer.from(text), READ)?.resources,
    );
    const value = parseJson(left);
    const expected = selection(whole, READ);
    if (JSON.stringify(value) !== JSON.stringify(expected)) expect({ text, value }).toEqual({ text, value: expected });
    agreed += 1;
  }
  expect(agreed).toBeGreaterThan(TEXTS / 20);
});

describe('a plan that is large enough to be cut down', () => {
  const judge = (text: string): Report => {
    const [judged] = judgeApart([{ path: 'plan.json', bytes: Buffer.from(text) }], { settings: SETTINGS });
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
    expect(cuts).toBeGreaterThan(15);
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
