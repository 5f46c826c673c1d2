import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, sources, trapsIn } from '../../scripts/rego-traps';

const ROOT = join(__dirname, '..', '..', 'policies');

/** `line: beginning of the reason` of each trap in files that are written for the test. */
function found(files: Readonly<Record<string, string>>): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'tollgate-traps-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    return trapsIn(parse(sources(directory))).map(({ line, reason }) => `${line}: ${reason.split(' ', 3).join(' ')}`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const HEAD = 'package lib.x\n\nimport rego.v1\n';
const HELPERS = [
  'partial(x) := x.q if x.r',
  'total(x) := "yes" if { x.r } else := "no"',
  'lists := [1, 2]',
  'records := [{"address": 1, "values": v} | some v in data.given]',
].join('\n');

/** Traps in one line after helpers. */
function inLine(line: string): string[] {
  return found({ 'lib/x.rego': `${HEAD}${HELPERS}\n${line}\n` });
}

describe('the arguments of a negated call are needed', () => {
  const REASON = '8: OPA evaluates the';

  test.each([
    'a if not total(data.list[5])',
    'a if { some i, x in data.xs; not total(x[i + 1]) }',
    'a if { some x in data.xs; not total(x.missing) }',
    'a if { some x in data.xs; not startswith(x.missing, "a") }',
    'a if { some x in data.xs; not startswith(lower(x.missing), "a") }',
    'a if { some x in data.xs; not total([x.missing]) }',
    'a if { some x in data.xs; not count(x.missing) > 0 }',
    'a if { some x in data.xs; not total(partial(x)) }',
    'a if { some x in data.xs; not partial(x) == 1 }',
    'a if { some x in data.xs; not data.known[x.missing] }',
    'a if { some x in data.xs; not total(to_number(x)) }',
    'a := [x | some x in data.xs; not total(x.missing)]',
    'a if every x in data.xs { not total(x.missing) }',
  ])('%s', (line) => {
    expect(inLine(line)).toEqual([REASON]);
  });

  test.each([
    'a if { some x in data.xs; not total(x) }',
    'a if { some r in records; not total(r.address) }',
    'a if { some x in data.xs; x.there == 1; not total(x.there) }',
    'a if { some x in data.xs; not x.missing }',
    'a if { some x in data.xs; not x.missing == 1 }',
    'a if { some x in data.xs; not total(total(x)) }',
    'a if { some x in data.xs; not total(object.get(x, "missing", 1)) }',
    'a if { some x in data.xs; not total([y | y := x.missing]) }',
    'a if { some x in data.xs; not partial(x) }',
    'a if not total(lists)',
  ])('not so in %s', (line) => {
    expect(inLine(line)).toEqual([]);
  });
});

describe('a value of the plan is compared as a number, and may not be a number', () => {
  test.each([
    'a if { some r in records; r.values.port <= 80 }',
    'a if { some x in data.xs; object.get(x, "port", 0) > 80 }',
    'a if { some x in data.xs; port := object.get(x, "port", 0); port >= 80 }',
    'a if { some r in records; found := plan.state(r, ["port"]); found.value < 80 }',
    'a := [r | some r in records; r.values.port <= 80]',
  ])('%s', (line) => {
    expect(inLine(line)).toEqual(['8: `null <= 80`']);
  });

  test.each([
    'a if { some r in records; is_number(r.values.port); r.values.port <= 80 }',
    'a if { some x in data.xs; port := object.get(x, "port", 0); is_number(port); port >= 80 }',
    'a if { some r in records; found := attribute.number(r, ["port"]); found.value < 80 }',
    'a if { some r in records; count(r.values) < 80 }',
  ])('not so in %s', (line) => {
    expect(inLine(line)).toEqual([]);
  });
});

test.each([
  'a := object.get([1, 2], 0, 3)',
  'a := object.get(lists, 0, 3)',
  'a := x if { parts := split("a.b", "."); x := object.get(parts, 1, "") }',
  'a := object.get(data.xs, 0, 3)',
])('a list has no keys for object.get: %s', (line) => {
  expect(inLine(line)).toEqual(['8: `object.get` of an']);
});

test('a path from an object may go through a list', () => {
  expect(inLine('a := object.get(data.xs, ["list", 0, "name"], 3)')).toEqual([]);
});

test.each(['a[k] contains v if some k, v in data.xs', 'a[k] := v if some k, v in data.xs'])(
  'a rule for each key is gathered for each key: %s',
  (line) => {
    expect(inLine(line)).toEqual(['8: OPA collects a']);
  },
);

test('a set is gathered once', () => {
  expect(inLine('a contains k if some k in data.xs')).toEqual([]);
});

test('only the router reads the results of rules', () => {
  const rule = 'package rules.a.b\n\nimport rego.v1\n\ndeny := set()\n\nhelper := 1\n';
  const reader = (name: string): string => `package ${name}\n\nimport rego.v1\n\nx := data.rules.a.b.helper\n`;
  expect(found({ 'lib/x.rego': reader('lib.x'), 'rules/a/b.rego': rule })).toEqual(['5: only the router']);
  expect(found({ 'gate/x.rego': reader('gate'), 'rules/a/b.rego': rule })).toEqual([]);
});

test('the policies of this repository are free of them', () => {
  const files = sources(ROOT);
  expect(files).toContain(join(ROOT, 'lib', 'plan', 'documents.rego'));
  expect(trapsIn(parse(files))).toEqual([]);
});

describe('a reference to a rule that the package does not have', () => {
  const library = 'package lib.y\n\nimport rego.v1\n\nrecords := [1]\n';
  const reading = (body: string): string => `${HEAD}import data.lib.y\nimport data.lib.y as other\n${body}\n`;

  test.each([['a := y.recorded'], ['a if other.recorded(1)'], ['a := [x | some x in y.recorded]']])('%s', (body) => {
    expect(found({ 'lib/y.rego': library, 'lib/x.rego': reading(body) })).toEqual(['6: the package has']);
  });

  test.each([['a := y.records'], ['a := other.records[0].recorded'], ['a := data.elsewhere.recorded']])(
    'not so in %s',
    (body) => {
      expect(found({ 'lib/y.rego': library, 'lib/x.rego': reading(body) })).toEqual([]);
    },
  );
});

describe('a set in a message', () => {
  const REASON = '8: the order of';

  test.each([
    'a := concat(", ", {x | some x in data.xs})',
    'a := concat(", ", names)\nnames := {"b", "a"}',
    'a := concat(", ", names)\nnames contains "b"',
    'a := concat(", ", names)\nnames := {"b"} | {"a"}',
    'a := concat(" ", ["of", concat(", ", {x | some x in data.xs})])',
    'a if { names := {x | some x in data.xs}; concat(", ", names) != "" }',
  ])('%s', (line) => {
    expect(inLine(line)).toEqual([REASON]);
  });

  test.each([
    'a := concat(", ", [x | some x in data.xs])',
    'a := concat(", ", names)\nnames := ["b", "a"]',
    'a if { names := sort({x | some x in data.xs}); concat(", ", names) != "" }',
  ])('none in %s', (line) => {
    expect(inLine(line)).toEqual([]);
  });
});
