/** The library for rules of a team keeps its names, and its page matches. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libraryPage } from '../../scripts/library';
import type { Library } from '../../tollgate/own/library';

const ROOT = join(__dirname, '..', '..');
const POLICIES = join(ROOT, 'policies');
const read = (path: string): Library => JSON.parse(readFileSync(path, 'utf8')) as Library;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-library-'));
  for (const part of ['lib', 'own']) cpSync(join(POLICIES, part), join(directory, part), { recursive: true });
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(join(directory, path), change(readFileSync(join(directory, path), 'utf8')));

/** The names of a library with their arguments. */
const names = ({ packages }: Library): string[] =>
  Object.entries(packages).flatMap(([name, members]) =>
    Object.entries(members).map(([member, count]) => `data.lib.${name}.${member}/${count}`),
  );

test('docs/library.md is the page of the library', () => {
  expect(readFileSync(join(ROOT, 'docs', 'library.md'), 'utf8')).toBe(libraryPage(POLICIES));
});

test('each name of version 1 is kept, because a removed or changed name is a new major version', () => {
  const [first, now] = [
    read(join(__dirname, '..', 'fixtures', 'library-1.json')),
    read(join(POLICIES, 'own', 'library.json')),
  ];
  expect(now.version.split('.')[0]).toBe(first.version.split('.')[0]);
  expect(names(now)).toEqual(expect.arrayContaining(names(first)));
});

test.each([
  ['a removed name', 'lib/plan/names.rego', /^meets\(/m, 'meet(', 'data.lib.plan.meets does not exist'],
  [
    'another argument',
    'lib/plan/names.rego',
    /^meets\(/m,
    'meets(more, ',
    'data.lib.plan.meets has 3 arguments, not 2',
  ],
] as const)('%s fails, and the message says that it is a major version', (_, path, from, to, message) => {
  edit(path, (text) => text.replace(from, to));
  expect(() => libraryPage(directory)).toThrow(message);
  expect(() => libraryPage(directory)).toThrow('raise the major version');
});

test('a name without a comment fails', () => {
  edit('lib/plan/names.rego', (text) => text.replace(/^# True when two sets of names share one\.\n/m, ''));
  expect(() => libraryPage(directory)).toThrow('data.lib.plan.meets has no comment');
});

test('a record has the properties of the page', () => {
  const query = 'object.keys(data.lib.plan.of_type.aws_lb[0])';
  const input = join(directory, 'plan.json');
  const lb = { address: 'aws_lb.a', mode: 'managed', type: 'aws_lb', name: 'a' };
  const change = { ...lb, change: { actions: ['create'], before: null, after: {}, after_unknown: {} } };
  writeFileSync(input, JSON.stringify({ format_version: '1.2', resource_changes: [change] }));
  const words = ['eval', '--format', 'raw', '--data', join(POLICIES, 'lib'), '--input', input, query];
  const keys = JSON.parse(execFileSync('opa', words, { encoding: 'utf8' })) as string[];
  const page = libraryPage(POLICIES) ?? '';
  const documented = [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name = '']) => name);
  expect(documented).toEqual(['address', 'type', 'name', 'mode', 'stack', 'values']);
  expect(keys).toEqual(expect.arrayContaining(documented));
});
