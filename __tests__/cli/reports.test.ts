import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../tollgate/model';
import { bytes, openGroup, plan as planOf } from '../gate/input/plans';
import { run } from './run';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-reports-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const path = (name: string): string => join(directory, name);
const read = (name: string): string => readFileSync(path(name), 'utf8');

/** A plan of a security group that the Internet reaches on a port, where only 80 is declared. */
const plan = (port: number): string => {
  writeFileSync(path('plan.json'), bytes(planOf([openGroup(port)])));
  return path('plan.json');
};

const check = (...words: string[]) => run(['check', plan(22), ...words]);

test('several reports come from one judgement, and the text is printed', async () => {
  const formats = [
    'json=r.json',
    'sarif=deep/er/r.sarif',
    'junit=r.xml',
    'markdown=r.md',
    'github=r.txt',
    'human=h.txt',
  ];
  const words = formats.flatMap((format) => ['--format', format.replace('=', `=${directory}/`)]);
  const { code, out, error } = await check(...words, '--format', 'human');
  expect([code, error]).toEqual([1, '']);
  expect(out).toMatch(/^DENIED {2}1 blocking finding/);
  expect(read('h.txt')).toBe(out);
  expect((JSON.parse(read('r.json')) as Report).verdict.exitCode).toBe(1);
  expect(read('deep/er/r.sarif')).toContain('"helpUri"');
  expect(read('r.xml')).toContain('<failure ');
  expect(read('r.md')).toMatch(/^## ❌ Denied/);
  expect(read('r.txt')).toContain(`::error file=${directory}/plan.json,title=NET-006 `);
});

test.each([
  [['--format', 'json'], /^\{/],
  [['--json'], /^\{/],
  [['--format', 'markdown=-'], /^## ❌/],
  [['--format', 'human'], /^DENIED/],
])('%j goes to standard output', async (words, start) => {
  const { out } = await check(...words);
  expect(out).toMatch(start);
});

test('--output writes the printed report to a file', async () => {
  const { code, out } = await check('--format', 'junit', '--output', path('r.xml'));
  expect([code, out]).toEqual([1, '']);
  expect(read('r.xml')).toMatch(/^<\?xml/);
});

test.each([
  [['--format', 'pdf'], 'error: unknown format pdf: choose from human, json, sarif, junit, markdown, github.'],
  [['--format', 'json='], 'error: --format json= has no file name after "=". Write --format NAME=FILE.'],
  [['--format', 'json', '--json'], 'error: json and json would both go to standard output'],
  [
    ['--format', 'json=a', '--format', 'sarif=a'],
    'error: two reports would go to the file a. Give each report a file of its own.',
  ],
  [
    ['--format', 'json=a', '--output', 'a'],
    'error: two reports would go to the file a. Give each report a file of its own.',
  ],
])('%j is refused before anything is judged', async (words, message) => {
  const { code, out, error } = await check(...words);
  expect([code, out]).toEqual([2, '']);
  expect(error).toContain(message);
  expect(existsSync('a')).toBe(false);
});

test('a report that cannot be written ends with 2, and the other reports are written', async () => {
  writeFileSync(path('file'), '');
  const words = ['--format', `sarif=${path('file/r.sarif')}`, '--format', `json=${path('r.json')}`];
  const { code, out, error } = await run(['check', plan(80), ...words]);
  expect(code).toBe(2);
  expect(error).toMatch(/^error: .*r\.sarif cannot be written: /);
  expect(out).toMatch(/^PASSED/);
  expect(existsSync(path('r.json'))).toBe(true);
});

test('a baseline is a report of before, and only what is new fails', async () => {
  expect((await check('--format', `json=${path('before.json')}`)).code).toBe(1);
  const again = await check('--baseline', path('before.json'));
  expect(again.code).toBe(0);
  expect(again.out).toMatch(/^PASSED {2}1 in the baseline /);
  expect((await run(['check', plan(23), '--baseline', path('before.json')])).code).toBe(1);
});

test('a file of waivers takes the place of that of the settings', async () => {
  const expires = new Date().toISOString().slice(0, 10);
  const [finding] = (JSON.parse((await check('--json')).out) as Report).findings;
  const entry = {
    ...{ rule: 'NET-006', address: '*.open', path: finding?.path, found: finding?.found },
    ...{ reason: 'A test of the waivers.', owner: 'tests', expires },
  };
  writeFileSync(path('w.json'), JSON.stringify({ waivers: { longest_lifetime_days: 30, entries: [entry] } }));
  const { code, out } = await check('--waivers', path('w.json'));
  expect(code).toBe(0);
  expect(out).toContain(`waived      until ${expires} by tests: A test of the waivers.`);
});

test('--fail-on takes a severity', async () => {
  expect((await check('--fail-on', 'critical')).code).toBe(1);
  const { code, error } = await check('--fail-on', 'terrible');
  expect(code).toBe(2);
  expect(error).toContain('Allowed choices are critical, high, medium, low');
});
