/** The findings that a waiver and a baseline are bound to, on findings without a plan. */
import fc from 'fast-check';
import { attributeOf, excusedKey, Moves, type Excusable } from '../../tollgate/engine/excused';
import { excusedBy } from '../../tollgate/engine/waivers';
import type { Finding, Waiver } from '../../tollgate/model';

const finding = (rest: Partial<Finding> = {}): Finding => ({
  ...{ id: 'NET-006', rule: 'network.x', title: 'x', severity: 'critical', enforcement: 'block', why: 'x', fix: 'x' },
  ...{
    stack: 'plan.json',
    address: 'aws_r.ssh',
    path: 'cidr_ipv4',
    found: 'ingress tcp 22 from 0.0.0.0/0 on aws_sg.web',
  },
  ...{ allowed: 'tcp 80', fingerprint: '', ...rest },
});

const waiver = (rest: Partial<Waiver> = {}): Waiver => ({
  ...{ rule: 'NET-006', address: 'aws_r.ssh', path: 'cidr_ipv4', found: [finding().found] },
  ...{ reason: 'A good reason.', owner: 'team', expires: '2026-03-31', ...rest },
});

const moves = (...pairs: readonly (readonly [to: string, from: string])[]): Moves =>
  new Moves([{ name: 'plan.json', moved: new Map(pairs) }]);

const covers = (entry: Waiver, findings: readonly Finding[], moved = new Moves()): boolean[] => {
  const excused = excusedBy(entry, findings, moved);
  return findings.map((each) => excused.has(each));
};

/** Few values, so that many findings are equal in some of them. */
const words = fc.record({
  id: fc.constantFrom('NET-001', 'NET-006'),
  stack: fc.constantFrom('a.json', 'b.json'),
  address: fc.constantFrom('aws_r.a', 'aws_r.b', 'aws_r.c'),
  path: fc.constantFrom('cidr_ipv4', 'ingress.0.cidr_blocks', 'ingress.12.cidr_blocks', ''),
  found: fc.constantFrom('tcp 22 on aws_r.a', 'tcp 22-23 on aws_r.a', 'tcp 22 on aws_r.b', 'tcp 22 on aws_r.c'),
});

test('a waiver covers only findings of its rule, address, attribute and value', () => {
  fc.assert(
    fc.property(words, fc.array(words, { maxLength: 6 }), (bound, entries) => {
      const entry = waiver({ rule: bound.id, address: bound.address, path: bound.path, found: [bound.found] });
      const findings = entries.map((each) => finding(each));
      for (const excused of excusedBy(entry, findings, new Moves())) {
        expect([excused.id, excused.address, attributeOf(excused.path), excused.found]).toEqual([
          ...[bound.id, bound.address, attributeOf(bound.path), bound.found],
        ]);
        expect(findings.filter((each) => excusedKey(each) === excusedKey(excused))).toHaveLength(1);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a waiver covers the finding that it was written for, alone', () => {
  fc.assert(
    fc.property(words, (bound) => {
      const entry = waiver({ rule: bound.id, address: bound.address, path: bound.path, found: [bound.found] });
      expect(covers(entry, [finding(bound)])).toEqual([true]);
    }),
  );
});

test('a waiver follows addresses, in the found value as well', () => {
  const moved = finding({ address: 'aws_r.new', found: 'ingress tcp 22 from 0.0.0.0/0 on aws_sg.new' });
  const both = moves(['aws_r.new', 'aws_r.ssh'], ['aws_sg.new', 'aws_sg.web']);
  expect(covers(waiver(), [moved], both)).toEqual([true]);
  expect(covers(waiver(), [moved], moves(['aws_r.new', 'aws_r.ssh']))).toEqual([false]);
  expect(covers(waiver(), [moved], moves(['aws_sg.new', 'aws_sg.web']))).toEqual([false]);
});

test('a move does not carry a waiver to a wider value', () => {
  const wider = finding({ address: 'aws_r.new', found: 'ingress all traffic from 0.0.0.0/0 on aws_sg.web' });
  expect(covers(waiver(), [wider], moves(['aws_r.new', 'aws_r.ssh']))).toEqual([false]);
});

test('a group that took the address of the excused one is another group', () => {
  expect(covers(waiver(), [finding()], moves(['aws_sg.old', 'aws_sg.web']))).toEqual([false]);
});

test('a value that a resource has more often than the waiver lists it is not covered', () => {
  const twice = [finding({ path: 'ingress.0.x' }), finding({ path: 'ingress.1.x' })];
  const { found } = finding();
  expect(covers(waiver({ path: 'ingress.x' }), twice)).toEqual([false, false]);
  expect(covers(waiver({ path: 'ingress.x', found: [found, found] }), twice)).toEqual([true, true]);
  expect(covers(waiver({ path: 'ingress.7.x', found: [found, found] }), twice.slice(1))).toEqual([true]);
});

test('a waiver without a value or an attribute covers nothing', () => {
  const { found: _, ...valueless } = waiver();
  const { path: __, ...placeless } = waiver();
  expect([covers(valueless, [finding()]), covers(placeless, [finding()])]).toEqual([[false], [false]]);
});

test('positions in lists do not belong to an attribute', () => {
  expect(['ingress.0.cidr_blocks', 'a.12.b.3', 'max_size', '', 'tags.v1'].map(attributeOf)).toEqual([
    ...['ingress.cidr_blocks', 'a.b', 'max_size', '', 'tags.v1'],
  ]);
});

test('every finding has exactly the forms that its moves allow', () => {
  const place = (entry: Excusable): string => `${entry.address}: ${entry.found}`;
  const swap = moves(['aws_r.a', 'aws_r.b'], ['aws_r.b', 'aws_r.a']);
  expect(swap.variants(finding({ address: 'aws_r.a', found: 'tcp 22 on aws_r.b' })).map(place)).toEqual([
    'aws_r.b: tcp 22 on aws_r.a',
  ]);
  const chain = moves(['aws_r.b', 'aws_r.a']);
  expect(chain.variants(finding({ address: 'aws_r.b', found: 'x' })).map(place)).toEqual(['aws_r.b: x', 'aws_r.a: x']);
  expect(chain.variants(finding({ address: 'aws_r.b', found: 'on aws_r.a' })).map(place)).toEqual([]);
  expect(chain.variants(finding({ address: 'aws_r.a', found: 'x' })).map(place)).toEqual([]);
});

test('the address of another stack is followed in a found value', () => {
  const moved = new Moves([
    { name: 'net', moved: new Map([['aws_sg.new', 'aws_sg.web']]) },
    { name: 'app', moved: new Map() },
  ]);
  const here = finding({ stack: 'app', found: 'tcp 22 from net::aws_sg.new' });
  expect(moved.variants(here).map(({ found }) => found)).toEqual([
    'tcp 22 from net::aws_sg.new',
    'tcp 22 from net::aws_sg.web',
  ]);
  expect(moved.variants(finding({ stack: 'app', found: 'tcp 22 from aws_sg.new' }))).toHaveLength(1);
});
