import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { buildPolicies, checkPolicies, type PolicyBuild } from '../../scripts/policies';

const ROOT = join(__dirname, '..', '..');
const hasTools = spawnSync('opa', ['version']).status === 0;

let directory: string;
let build: PolicyBuild;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-policies-'));
  cpSync(join(ROOT, '__tests__', 'fixtures', 'policies'), join(directory, 'policies'), { recursive: true });
  build = {
    policies: join(directory, 'policies'),
    settings: join(directory, 'policies', 'settings'),
    artifact: join(directory, 'artifact'),
    docs: join(directory, 'docs'),
  };
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const rule = (name: string) => join(build.policies, 'rules', 'storage', `${name}.rego`);
const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, 'utf8')));

test('without OPA the script says how to install it', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(ROOT, 'scripts', 'policies.ts'), '--check'],
    { encoding: 'utf8', env: { ...process.env, PATH: dirname(process.execPath) } },
  );
  expect(status).toBe(2);
  expect(stderr).toContain('go install github.com/open-policy-agent/opa@v1.22.2');
});

test('another version of OPA is refused', () => {
  writeFileSync(join(directory, 'opa'), '#!/bin/sh\necho "Version: 0.61.0"\n', { mode: 0o755 });
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(ROOT, 'scripts', 'policies.ts'), '--check'],
    { encoding: 'utf8', env: { ...process.env, PATH: `${directory}${delimiter}${process.env['PATH'] ?? ''}` } },
  );
  expect(status).toBe(2);
  expect(stderr).toContain('`opa` is version 0.61.0; the policies are compiled with 1.22.2.');
});

(hasTools ? describe : describe.skip)('with OPA', () => {
  test('the pages say what a rule applies to, and another scope is refused', () => {
    const page = (name: string): string => readFileSync(join(build.docs ?? '', name), 'utf8');
    buildPolicies(build);
    expect(page('STO-001.md')).toContain('| every plan | `storage.');
    const [name = ''] = readdirSync(join(build.policies, 'rules', 'storage')).filter((file) =>
      readFileSync(join(build.policies, 'rules', 'storage', file), 'utf8').includes('id: STO-001'),
    );
    const file = rule(name.replace('.rego', ''));
    edit(file, (text) => text.replace('id: STO-001', 'id: STO-001\n#   scope: architecture'));
    buildPolicies(build);
    expect(page('STO-001.md')).toContain('| the systems of [scope.json](../../policies/settings/scope.json) |');
    expect(page('README.md')).toMatch(/\[STO-001\].* the scope .*\n.*\[STO-002\].* every plan /);
    edit(file, (text) => text.replace('scope: architecture', 'scope: ours'));
    expect(() => buildPolicies(build)).toThrow('has another scope than always and architecture.');
  });

  test('a rebuild gives the same bytes, and the bytes of the fixtures', () => {
    buildPolicies(build);
    expect(checkPolicies(build)).toEqual([]);
    for (const name of ['policy.wasm', 'catalog.json', 'manifest.json']) {
      const committed = readFileSync(join(ROOT, '__tests__', 'fixtures', 'artifact', name));
      expect([name, readFileSync(join(build.artifact, name)).equals(committed)]).toEqual([name, true]);
    }
    expect(readdirSync(build.docs ?? '').sort()).toEqual(['README.md', 'STO-001.md', 'STO-002.md', 'STO-003.md']);
  });

  test('a check names the files that differ, and pages that are stale', () => {
    buildPolicies(build);
    const docs = build.docs ?? '';
    edit(join(docs, 'STO-001.md'), (text) => `${text}!`);
    writeFileSync(join(docs, 'STO-009.md'), '');
    rmSync(join(build.artifact, 'policy.wasm'));
    expect(checkPolicies(build)).toEqual([
      join(build.artifact, 'policy.wasm'),
      join(docs, 'STO-001.md'),
      join(docs, 'STO-009.md'),
    ]);
    buildPolicies(build);
    expect(checkPolicies(build)).toEqual([]);
  });

  test.each<[string, (text: string) => string, string]>([
    ['no metadata', (text) => text.replace(/^#.*\n/gm, ''), 'volume_small.rego has no package-scope METADATA'],
    ['no title', (text) => text.replace(/^# title:.*\n/m, ''), 'volume_small.rego has no title in its METADATA'],
    ['no description', (text) => text.replace(/^# description:.*\n/m, ''), 'volume_small.rego has no description'],
    [
      'no remediation',
      (text) => text.replace(/^# {3}remediation:.*\n/m, ''),
      'volume_small.rego has no custom.remediation',
    ],
    ['no id', (text) => text.replace(/^# {3}id:.*\n/m, ''), 'volume_small.rego has no custom.id'],
    ['a strange id', (text) => text.replace('STO-002', 'small'), 'volume_small.rego has the id small'],
    [
      'an unknown severity',
      (text) => text.replace('severity: low', 'severity: mild'),
      'has no severity among critical, high, medium, low',
    ],
    ['the id of another one', (text) => text.replace('STO-002', 'STO-001'), 'have the same id STO-001'],
    [
      'the package of another file',
      (text) => text.replace('package rules.storage.volume_small', 'package rules.storage.tiny'),
      'volume_small.rego has no package-scope METADATA',
    ],
    [
      'a function that wasm does not have',
      (text) => text.replace('format_int(volume.after.size, 10)', 'sprintf("%d", [volume.after.size])'),
      'undefined function sprintf',
    ],
  ])('a rule with %s is refused', (_, change, message) => {
    edit(rule('volume_small'), change);
    expect(() => buildPolicies(build)).toThrow(message);
  });
});
