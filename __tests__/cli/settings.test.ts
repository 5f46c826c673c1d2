/** `tollgate settings`: what is in force, and where each value comes from. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run as tollgate } from '../../tollgate/cli/commands';
import type { Json } from '../../tollgate/model';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tollgate-settings-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const put = (name: string, text: string): string => {
  mkdirSync(dirname(join(directory, name)), { recursive: true });
  writeFileSync(join(directory, name), text);
  return dirname(join(directory, name));
};

async function settings(...words: string[]): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ['', ''];
  const code = await tollgate(['settings', ...words], {
    out: (text) => (out += text),
    error: (text) => (error += text),
    input: () => Promise.reject(new Error('nothing comes in')),
    style: { colour: false, width: 120 },
  });
  const local = (text: string): string => text.replaceAll(directory, 'DIR');
  return { code, out: local(out), error: local(error) };
}

interface Value {
  readonly file: string;
  readonly path: string;
  readonly value: Json;
  readonly from: string;
}

const valuesOf = (out: string): Map<string, Value> =>
  new Map((JSON.parse(out) as { settings: Value[] }).settings.map((value) => [value.path, value]));

test('prints every value with the file and line that it comes from', async () => {
  const common = put(
    'common/limits.json',
    '{\n  "limits": {\n    "load_balancer_zones": 2,\n    "internet": {"ipv4_prefix": 16}\n  }\n}',
  );
  put('common/budgets.json', '{"budgets": {"stack_desired_usd": 100}}');
  const production = put('production/budgets.json', '{\n  "budgets": {"stack_desired_usd": 900}\n}');
  const { code, out } = await settings('--settings', common, '--settings', production);
  expect(code).toBe(0);
  const lines = out.split('\n').map((line) => line.trim().replaceAll(/ {2,}/g, '  '));
  expect(lines).toEqual(
    expect.arrayContaining([
      'load_balancer_zones  2  DIR/common/limits.json:3:5',
      'internet.ipv4_prefix  16  DIR/common/limits.json:4:18',
      'internet.ipv6_prefix  13  default',
      'group  not declared  default',
      'stack_desired_usd  900  DIR/production/budgets.json:2:15',
      'web_desired_usd  not declared  default',
      'flows  []  default',
      expect.stringMatching(/^\d+ entries of the default \(see --json\)$/) as string,
      expect.stringMatching(/^3 values of your files, \d+ of the default\.$/) as string,
    ]),
  );
});

test('prints every value as JSON, prices included', async () => {
  const ours = put(
    'ours/prices.json',
    '{"prices": {"rows": {"ec2.t3.micro": {"unit": "hour", "micro_usd": 1, "source": "our contract", "date": "2026-01"}}, "free": {"aws_vpc": null}}}',
  );
  const { code, out } = await settings('--settings', ours, '--json');
  const values = valuesOf(out);
  expect(code).toBe(0);
  expect(values.get('/prices/rows/ec2.t3.micro')).toMatchObject({
    ...{ file: 'prices.json', value: { micro_usd: 1 }, from: 'DIR/ours/prices.json:1:22' },
  });
  expect(values.get('/prices/rows/lb.application')).toMatchObject({ from: 'default' });
  expect([values.has('/prices/free/aws_vpc'), values.has('/prices/free/aws_subnet')]).toEqual([false, true]);
  expect(values.get('/limits/group')).toEqual({
    ...{ file: 'limits.json', path: '/limits/group', value: null, from: 'default' },
  });
});

test('without a directory prints the defaults', async () => {
  const { code, out } = await settings();
  expect([code, out]).toEqual([0, expect.stringContaining('0 values of your files')]);
});

test.each<[string, string, string, RegExp]>([
  ['a wrong value', 'limits.json', '{"limits": {"load_balancer_zones": 0}}', /limits\.json:1:13 .* must be >= 1/],
  ['a file that is not a setting', 'limit.json', '{}', /is not a settings file/],
  ['no JSON', 'limits.json', 'x', /is not JSON/],
  [
    'a rule that does not exist',
    'enforcement.json',
    '{"enforcement": {"rules": {"X-001": "off"}}}',
    /X-001 names a rule/,
  ],
  [
    'a waiver that never ends',
    'waivers.json',
    '{"waivers": {"entries": [{"rule": "DB-001", "address": "a", "reason": "long enough", "owner": "me", "expires": "2999-01-01"}]}}',
    /the last day allowed is/,
  ],
])('refuses %s', async (_, name, text, message) => {
  const { code, out, error } = await settings('--settings', put(`ours/${name}`, text));
  expect([code, out, error]).toEqual([2, '', expect.stringMatching(message)]);
});

test('refuses a directory that does not exist', async () => {
  expect(await settings('--settings', join(directory, 'none'))).toMatchObject({
    ...{ code: 2, error: expect.stringContaining('DIR/none does not exist.') as string },
  });
});
