import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { run as tollgate } from '../../tollgate/cli/commands';
import { GROUPINGS, type CostSummary } from '../../tollgate/report/cost';
import type { Run } from './run';

const PLANS = join(__dirname, '..', 'fixtures', 'plans');
const GOLDEN = join(__dirname, '..', 'golden', 'cost');
const validate = new Ajv2020({ strict: true }).compile(
  JSON.parse(readFileSync(join(__dirname, '..', '..', 'docs', 'cost.schema.json'), 'utf8')) as object,
);

async function cost(words: readonly string[], input?: Uint8Array): Promise<Run> {
  let [out, error] = ['', ''];
  const code = await tollgate(['cost', ...words], {
    out: (text) => (out += text),
    error: (text) => (error += text),
    input: () => (input === undefined ? Promise.reject(new Error('nothing comes in')) : Promise.resolve(input)),
    style: { colour: false, width: 100 },
  });
  return { code, out, error };
}

const plan = (name: string): string => join(PLANS, `${name}.json`);

test.each([
  ['spare-template', 'resource'],
  ['spare-template', 'service'],
  ['types-without-a-price', 'resource'],
  ['types-without-a-price', 'module'],
])('the table of %s by %s reads like its golden file', async (name, by) => {
  const { code, out, error } = await cost([plan(name), '--by', by]);
  expect([code, error]).toEqual([0, '']);
  const path = join(GOLDEN, `${name}.${by}.txt`);
  if (process.env['UPDATE_GOLDEN'] !== undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, out);
  }
  expect(out).toBe(readFileSync(path, 'utf8'));
});

test.each(GROUPINGS)('JSON by %s follows its schema, and its total is the sum of its lines', async (by) => {
  for (const name of ['spare-template', 'types-without-a-price']) {
    const { out } = await cost([plan(name), '--json', '--by', by]);
    const summary = JSON.parse(out) as CostSummary;
    expect([validate(summary), validate.errors]).toEqual([true, null]);
    for (const size of ['minimum', 'desired', 'maximum'] as const)
      expect(summary.lines.reduce((sum, line) => sum + line[size], 0)).toBe(summary.total[size]);
  }
});

test('a plan comes in by standard input', async () => {
  const { code, out } = await cost([], readFileSync(plan('spare-template')));
  expect([code, out]).toEqual([0, (await cost([plan('spare-template')])).out]);
});

test('a plan of a part has a sum, and ends with 2 and the reason', async () => {
  const whole = JSON.parse(readFileSync(plan('spare-template'), 'utf8')) as object;
  const part = Buffer.from(JSON.stringify({ ...whole, complete: false }));
  const { code, out, error } = await cost([], part);
  expect([code, out]).toEqual([2, expect.stringContaining('\ntotal ')]);
  expect(error).toContain('-target');
  expect((await cost([], Buffer.from(JSON.stringify({ ...whole, complete: true })))).error).toBe('');
});

test('a file that cannot be read has no price', async () => {
  const missing = await cost([plan('no-such-plan')]);
  expect([missing.code, missing.out]).toEqual([2, '']);
  const broken = await cost(['-'], Buffer.from('{'));
  expect([broken.code, broken.out]).toEqual([2, '']);
  expect((await cost([plan('spare-template'), '--by', 'colour'])).code).toBe(2);
});
