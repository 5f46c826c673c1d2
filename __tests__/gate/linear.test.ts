import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forEachShape, moduleShape, rootShape, WORST, writePlan, type PlanShape } from '../../bench/plans';
import { loadArtifact } from '../../tollgate/engine/artifact';
import { loadSettings } from '../../tollgate/engine/settings';
import { WasmPolicy } from '../../tollgate/engine/wasm-policy';
import { DEFAULTS, SETTINGS } from '../settings';
import { OWN, ownTiersPlan } from './own-tiers-plan';

const root = join(__dirname, '..', '..');
const { wasm, settings: names, catalog } = loadArtifact(join(root, 'policies', 'compiled'));
const policy = new WasmPolicy(wasm);
policy.setData(Buffer.from(JSON.stringify({ settings: loadSettings(DEFAULTS, names, catalog, SETTINGS).data })));

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-linear-'));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Bytes that the policy allocates for a plan, as a measure of its work. */
function bytesFor(shape: PlanShape): number {
  const path = join(directory, 'plan.json');
  writePlan(path, shape);
  expect(policy.evaluate('gate/report', readFileSync(path))).toHaveLength(1);
  return policy.used;
}

test.each<[string, (size: number) => PlanShape, number]>([
  ['resources in the root module', rootShape, 1_000],
  ['resources behind module calls', moduleShape, 1_000],
  ['instances of for_each', forEachShape, 1_000],
  ['rules of one group', WORST.oneGroup, 500],
  ['groups', WORST.groups, 500],
  ['groups that share a name with another one', WORST.namesakes, 500],
  ['groups with inline rules', WORST.inline, 200],
  ['priced resources', WORST.priced, 200],
])('twice as many %s take no more than twice as much', (_, shape, size) => {
  const [one, two, four] = [bytesFor(shape(size)), bytesFor(shape(2 * size)), bytesFor(shape(4 * size))];
  // Bytes that the second doubling adds, for each resource, divided by those that the first adds. Hash tables double in size,
  // so 1.25 is allowed.
  expect((four - two) / 2 / (two - one)).toBeLessThan(1.25);
});

test('twice as many resources of tiers that the settings name take no more than twice as much', () => {
  const named = new WasmPolicy(wasm);
  const settings = { ...loadSettings(DEFAULTS, names, catalog, SETTINGS).data, ...OWN };
  named.setData(Buffer.from(JSON.stringify({ settings })));
  const bytes = (size: number): number => {
    expect(named.evaluate('gate/report', Buffer.from(JSON.stringify(ownTiersPlan(size))))).toHaveLength(1);
    return named.used;
  };
  const [one, two, four] = [bytes(100), bytes(200), bytes(400)];
  expect((four - two) / 2 / (two - one)).toBeLessThan(1.25);
});
