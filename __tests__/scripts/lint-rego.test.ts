import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trapsIn } from '../../scripts/lint-rego';

const POLICIES = join(__dirname, '..', '..', 'policies');
const HEAD = '# METADATA\n# title: A library\npackage lib.x\n';

/** Errors of the lint for one line of Rego, as `line: message`. */
function inLine(line: string): string[] {
  return trapsIn('lib/x.rego', `${HEAD}${line}\n`).map((trap) => {
    expect(trap.line).toBe(4);
    return trap.reason;
  });
}

test.each([
  ['x := sort(names)', '`sort`'],
  ['x := object.union_n(parts)', '`object.union_n`'],
  ['x := {name: true | some name in names}', 'an object as a set'],
  ['x := {[a, b]: true |', 'an object as a set'],
  ['ok if regex.match(pattern, name)', '`regex.*`'],
  ['x := sprintf("%d", [n])', '`sprintf`'],
  ['ok if net.cidr_contains(a, b)', '`net.cidr_*`'],
  ['x := $"group {name}"', 'template strings'],
  ['x := rego.metadata.chain()', 'without METADATA'],
  ['x := time.now_ns()', 'not available'],
  ['ok if not continued(names[i + 1])', 'OPA evaluates the argument'],
  ['x := {k: a | b | some k in names}', 'OPA 0.61 does not parse'],
  ['ok if name in names', '`x in set`'],
  ['ok if { some n in ns; n in names }', '`x in set`'],
  ['x := input.resource_changes', 'only lib/plan/documents.rego'],
])('%s is a trap', (line, reason) => {
  const reasons = inLine(line);
  expect(reasons).toHaveLength(1);
  expect(reasons[0]).toContain(reason);
});

test.each([
  'ok if some name in names',
  'x := {n | some n in names}',
  'x := {"aws_lb": true}',
  'ok if every name in names { known[name] }',
  'ok if name in {"a", "b"}',
  'ok if not known[name]',
  'ok if not attribute.shown(record, ["protocol"])',
  'x := "sort( in input"',
  'x := sort(names) # few',
  '# sort(names) of the input, in names',
  'x := record.input',
])('%s is none', (line) => {
  expect(inLine(line)).toEqual([]);
});

test('a rule that reports no undecided, and a file without METADATA, are found', () => {
  const rule = '# METADATA\n# title: A rule\npackage rules.a.b\nchecked contains 1 if true\ndeny := set()\n';
  expect(trapsIn('rules/a/b.rego', rule)).toEqual([{ line: 1, reason: 'the file has no undecided' }]);
  expect(trapsIn('lib/x.rego', 'package lib.x\n')).toEqual([{ line: 1, reason: 'the file has no METADATA' }]);
  expect(trapsIn('lib/x/y.rego', '# What is y?\npackage lib.x\n')).toEqual([]);
  expect(trapsIn('lib/x/y.rego', 'package lib.x\n')).toEqual([
    { line: 1, reason: 'the file has no comment above the package' },
  ]);
});

test('the policies of this repository are free of them', () => {
  const files = readdirSync(POLICIES, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.rego') && !path.endsWith('_test.rego'),
  );
  expect(files).toContain('lib/plan/documents.rego');
  const found = files.map((path) => [path, trapsIn(path, readFileSync(join(POLICIES, path), 'utf8'))] as const);
  expect(found.filter(([, traps]) => traps.length > 0)).toEqual([]);
});
