/** Settings that a team's files lie over: what merges, what replaces, and where an error is. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadArtifact } from '../../tollgate/engine/artifact';
import { loadSettings } from '../../tollgate/engine/settings';
import type { JsonObject } from '../../tollgate/model';
import { DEFAULTS, SETTINGS } from '../settings';

const { settings: names, catalog } = loadArtifact(join(__dirname, '..', '..', 'policies', 'compiled'));

let directory: string;

beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tollgate-overlay-'))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const put = (name: string, content: unknown): string => {
  const path = join(directory, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return dirname(path);
};

const load = (...directories: readonly string[]) => loadSettings(DEFAULTS, names, catalog, directories);
const read = (path: string): JsonObject => JSON.parse(readFileSync(path, 'utf8')) as JsonObject;
const defaults = (name: string) => read(join(DEFAULTS, `${name}.json`))[name] as JsonObject;

const refusal = (...directories: readonly string[]): string => {
  try {
    load(...directories);
  } catch (error) {
    return (error as Error).message.replaceAll(directory, 'DIR').replaceAll(DEFAULTS, 'DEFAULTS');
  }
  throw new Error('the settings were not refused');
};

describe('a file', () => {
  test('changes the keys that it has; all other keys have their defaults', () => {
    const ours = put('ours/limits.json', { limits: { load_balancer_zones: 2, internet: { ipv4_prefix: 16 } } });
    expect(load(ours).data['limits']).toEqual({
      ...defaults('limits'),
      load_balancer_zones: 2,
      internet: { ipv4_prefix: 16, ipv6_prefix: 13 },
    });
  });

  test('with null takes a default back', () => {
    const ours = put('ours/limits.json', { limits: { backup_retention_days: null } });
    expect(load(ours).data['limits']).toEqual({ ...defaults('limits'), backup_retention_days: null });
  });

  test('replaces lists', () => {
    const first = put('first/limits.json', { limits: { instance_classes: ['t3.micro', 't3.small'] } });
    const second = put('second/limits.json', { limits: { instance_classes: ['t3.large'] } });
    expect(load(first, second).data['limits']).toMatchObject({ instance_classes: ['t3.large'] });
    expect(load(second, first).data['limits']).toMatchObject({ instance_classes: ['t3.micro', 't3.small'] });
  });

  test('lies over the files of the directories before it', () => {
    const first = put('first/budgets.json', { budgets: { stack_desired_usd: 100, stack_maximum_usd: 300 } });
    const second = put('second/budgets.json', { budgets: { stack_maximum_usd: 50 } });
    expect(load(first, second).data['budgets']).toEqual({
      ...{ web_desired_usd: null, stack_desired_usd: 100, stack_maximum_usd: 50 },
    });
  });

  test('states exceptions to the enforcement, and a later file takes one back', () => {
    const first = put('first/enforcement.json', { enforcement: { rules: { 'NET-001': 'warn', 'DB-001': 'off' } } });
    const second = put('second/enforcement.json', { enforcement: { rules: { 'DB-001': null } } });
    const { enforcement } = load(first, second);
    expect([enforcement.get('NET-001'), enforcement.get('DB-001'), enforcement.get('NET-002')]).toEqual([
      ...['warn', 'block', 'block'],
    ]);
  });

  test('may be beside a baseline and the directories of environments, which count only where they are named', () => {
    const common = put('ours/budgets.json', { budgets: { stack_maximum_usd: 100 } });
    put('ours/baseline.json', { schemaVersion: 1 });
    const production = put('ours/environments/production/budgets.json', { budgets: { stack_maximum_usd: 900 } });
    expect(load(common).data['budgets']).toMatchObject({ stack_maximum_usd: 100 });
    expect(load(common, production).data['budgets']).toMatchObject({ stack_maximum_usd: 900 });
  });

  test('may name its schema', () => {
    const ours = put('ours/scope.json', { $schema: '../scope.schema.json', scope: { systems: ['shop'] } });
    expect(load(ours).data['scope']).toEqual({ systems: ['shop'] });
  });

  test('with every key means what it meant when a file replaced the default', () => {
    const { data } = load(SETTINGS);
    for (const name of ['limits', 'budgets', 'scope', 'enforcement', 'flows']) {
      expect(data[name]).toEqual(read(join(SETTINGS, `${name}.json`))[name]);
    }
  });
});

describe('the price book', () => {
  const row = { unit: 'hour', micro_usd: 9000, source: 'our contract, page 3', date: '2026-01' };

  test('takes a row of the team, whole, beside all others', () => {
    const ours = put('ours/prices.json', { prices: { rows: { 'ec2.t3.micro': row } } });
    const prices = load(ours).data['prices'] as JsonObject;
    expect(prices).toEqual({
      ...defaults('prices'),
      rows: { ...(defaults('prices')['rows'] as JsonObject), 'ec2.t3.micro': row },
    });
  });

  test('does not give our source to a price of the team', () => {
    const ours = put('ours/prices.json', { prices: { rows: { 'ec2.t3.micro': { micro_usd: 1 } } } });
    expect(refusal(ours)).toContain("/prices/rows/ec2.t3.micro must have required property 'source'");
  });

  test('loses an entry that a file sets to null', () => {
    const ours = put('ours/prices.json', { prices: { free: { aws_vpc: null } } });
    const { free } = load(ours).data['prices'] as { free: JsonObject };
    expect([Object.keys(free).includes('aws_vpc'), Object.keys(free).includes('aws_subnet')]).toEqual([false, true]);
  });

  test('of another region has the rows of the team only', () => {
    const ours = put('ours/prices.json', { prices: { region: 'eu-west-1', rows: { 'ec2.t3.micro': row } } });
    expect(load(ours).data['prices']).toEqual({
      ...defaults('prices'),
      ...{ region: 'eu-west-1', rows: { 'ec2.t3.micro': row } },
    });
  });
});

describe('an error', () => {
  test('names every wrong value of every file, with its line', () => {
    put('ours/limits.json', '{\n  "limits": {\n    "load_balancer_zones": 0,\n    "grup": {}\n  }\n}');
    const ours = put('ours/budgets.json', '{\n  "budgets": {"web_desired_usd": "60"}\n}');
    const text = refusal(ours);
    expect(text).toContain('DIR/ours/limits.json is not valid:\n');
    expect(text).toContain('  DIR/ours/limits.json:3:5 /limits/load_balancer_zones must be >= 1\n');
    expect(text).toContain('  DIR/ours/limits.json:4:5 /limits/grup is not allowed: known are group, ');
    expect(text).toContain('DIR/ours/budgets.json is not valid:\n');
    expect(text).toContain('  DIR/ours/budgets.json:2:15 /budgets/web_desired_usd must be integer,null');
    expect(text).toContain('Correct the files. The schemas in DEFAULTS list the allowed values.');
  });

  test('is in the file that makes it, not in a later one', () => {
    const first = put('first/budgets.json', { budgets: { web_desired_usd: -1 } });
    const second = put('second/budgets.json', { budgets: { web_desired_usd: 1 } });
    expect(refusal(first, second)).toContain('DIR/first/budgets.json:1:13 /budgets/web_desired_usd must be >= 0');
  });

  test('is an object that lacks a part', () => {
    const ours = put('ours/limits.json', { limits: { group: { minimum_floor: 2 } } });
    expect(refusal(ours)).toContain("/limits/group must have required property 'maximum_ceiling'");
  });

  test.each<[string, unknown, string]>([
    ['a file without its key', {}, 'has no key "limits"'],
    ['a list', [], '/ must be object'],
    ['null in place of all keys', { limits: null }, '/limits must be object'],
    ['a key of the name __proto__', '{"limits": {"__proto__": {"load_balancer_zones": 1}}}', '/limits/__proto__ is'],
    ['a second key', { limits: {}, budgets: {} }, '/budgets is not allowed: known are limits'],
    ['text', 'limits: 3', 'is not JSON'],
  ])('is %s', (_, content, message) => {
    expect(refusal(put('ours/limits.json', content))).toContain(message);
  });

  test('names every rule that does not exist', () => {
    const ours = put('ours/enforcement.json', { enforcement: { rules: { 'NET-901': 'off', 'NET-902': 'off' } } });
    const text = refusal(ours);
    expect(text).toContain('/enforcement/rules/NET-901 names a rule that does not exist.');
    expect(text).toContain('/enforcement/rules/NET-902 names a rule that does not exist.');
  });

  test('is a directory without settings among several', () => {
    const ours = put('ours/limits.json', { limits: {} });
    expect(refusal(ours, join(directory, 'none'))).toContain('DIR/none does not exist.');
  });
});
