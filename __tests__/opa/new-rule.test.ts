/** The rule of CONTRIBUTING.md, added to a copy of the policies as the page says, fires in every program. */
import type * as Fs from 'node:fs';
import type * as Os from 'node:os';
import type * as Path from 'node:path';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildPolicies } from '../../scripts/compile-policies';
import { trapsIn } from '../../scripts/lint-rego';
import { conftest } from '../../test/conftest/run';
import { POLICIES } from '../../tollgate/home';
import { run } from '../cli/run';

// The gate of this test has the copy for its policies.
jest.mock('../../tollgate/home', () => {
  const { mkdtempSync } = jest.requireActual<typeof Fs>('node:fs');
  const { tmpdir } = jest.requireActual<typeof Os>('node:os');
  const path = jest.requireActual<typeof Path>('node:path');
  return { POLICIES: path.join(mkdtempSync(path.join(tmpdir(), 'tollgate-new-rule-')), 'policies') };
});

const ROOT = join(__dirname, '..', '..');
const RULE = join('rules', 'storage', 'volume_type_current');
const directory = dirname(POLICIES);
const plan = join(directory, 'plan.json');

const page = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const [rule = '', test_ = ''] = [...page.matchAll(/^```rego\n([^]*?)^```$/gm)].map(([, code = '']) => code);

const volume = (name: string, type: string | undefined): { readonly change: object; readonly config: object } => {
  const identity = { address: `aws_ebs_volume.${name}`, mode: 'managed', type: 'aws_ebs_volume', name };
  const values = type === undefined ? {} : { type };
  const expressions = type === undefined ? {} : { type: { constant_value: type } };
  return {
    change: { ...identity, change: { actions: ['create'], before: null, after: values, after_unknown: { id: true } } },
    config: { ...identity, expressions },
  };
};

beforeAll(() => {
  cpSync(join(ROOT, 'policies'), POLICIES, { recursive: true });
  mkdirSync(dirname(join(POLICIES, RULE)), { recursive: true });
  writeFileSync(join(POLICIES, `${RULE}.rego`), rule);
  writeFileSync(join(POLICIES, `${RULE}_test.rego`), test_);
  buildPolicies({
    policies: POLICIES,
    settings: join(POLICIES, 'defaults'),
    artifact: join(POLICIES, 'compiled'),
    docs: join(directory, 'docs'),
  });
  const volumes = [volume('old', 'gp2'), volume('unset', undefined), volume('current', 'gp3')];
  const content = {
    format_version: '1.2',
    resource_changes: volumes.map(({ change }) => change),
    configuration: { root_module: { resources: volumes.map(({ config }) => config) } },
  };
  writeFileSync(plan, JSON.stringify(content));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const WRONG = ['aws_ebs_volume.old', 'aws_ebs_volume.unset'];
const MESSAGE = 'the volume is not of type gp3';
const named = (text: string): string[] => [...new Set(text.match(/aws_ebs_volume\.\w+/g))].sort();

test('the page names the files, and its Rego is formatted and free of traps', () => {
  for (const name of [`${RULE}.rego`, `${RULE}_test.rego`]) expect(page).toContain(`policies/${name}`);
  expect(execFileSync('opa', ['fmt', '--list', dirname(join(POLICIES, RULE))]).toString()).toBe('');
  expect(trapsIn(`${RULE}.rego`, rule)).toEqual([]);
});

test('its tests pass, and reach every line', () => {
  const words = ['test', '--coverage', '--format', 'json', '--ignore', '*.schema.json', '--ignore', 'compiled'];
  const { status, stdout } = spawnSync('opa', [...words, 'policies', '-r', 'volume_type_current'], {
    ...{ cwd: directory, encoding: 'utf8', maxBuffer: 1 << 28 },
  });
  expect(status).toBe(0);
  const { files } = JSON.parse(stdout) as { files: Record<string, { not_covered?: unknown; covered?: unknown }> };
  expect(files[`policies/${RULE}.rego`]).toMatchObject({ covered: expect.anything() });
  expect(files[`policies/${RULE}.rego`]?.not_covered).toBeUndefined();
});

test('its page is written', () => {
  expect(readFileSync(join(directory, 'docs', 'STO-001.md'), 'utf8')).toContain(
    '# STO-001: Volumes are of the current type',
  );
});

test('it fires in the report for people', async () => {
  const { code, out } = await run(['check', plan]);
  expect(code).toBe(1);
  const [, finding = ''] = /STO-001 {2}([^]*?)fix {9}Set type to gp3/.exec(out) ?? [];
  expect(named(finding)).toEqual(WRONG);
  expect(finding.toLowerCase()).toContain(MESSAGE.toLowerCase());
});

test('it fires in SARIF', async () => {
  const { code, out } = await run(['check', '--format', 'sarif', plan]);
  expect(code).toBe(1);
  const { runs } = JSON.parse(out) as { runs: { results: { ruleId: string }[] }[] };
  const results = runs.flatMap(({ results }) => results).filter(({ ruleId }) => ruleId === 'STO-001');
  expect(results).toHaveLength(2);
  expect(named(JSON.stringify(results))).toEqual(WRONG);
});

test('it fires in conftest', async () => {
  const target = join(directory, 'conftest');
  expect((await run(['export', 'conftest', target])).code).toBe(0);
  const words = ['test', '--no-color', '--policy', join(target, 'policy'), '--data', join(target, 'data'), plan];
  const { status, stdout } = spawnSync(await conftest(), words, { encoding: 'utf8' });
  const said = stdout.split('\n').filter((line) => line.includes('[STO-001]'));
  expect([status, named(said.join('\n'))]).toEqual([1, WRONG]);
  expect(said.every((line) => line.startsWith('FAIL') && line.includes(MESSAGE))).toBe(true);
}, 600_000);

test('it fires in the policy set for HCP Terraform', async () => {
  const target = join(directory, 'hcp');
  expect((await run(['export', 'hcp', target])).code).toBe(0);
  const words = ['eval', '--bundle', target, '--input', plan, '--format', 'raw', 'data.exports.hcp.policy.blocking'];
  const said = JSON.parse(execFileSync('opa', words, { encoding: 'utf8' })) as string[];
  const ours = said.filter((message) => message.startsWith('[STO-001] low '));
  expect(named(ours.join('\n'))).toEqual(WRONG);
  expect(readFileSync(join(target, 'policies.hcl'), 'utf8')).toContain('STO-001');
});
