import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from '@cdktf/hcl2json';
import { extract } from 'tar-stream';
import { hclString } from '../../tollgate/cli/export/trees';
import { SETTINGS } from '../settings';
import { run } from './run';
import { DEFAULTS } from '../settings';

const ROOT = join(__dirname, '..', '..');
const MARKER = '.tollgate-export.json';

let directory: string;
beforeEach(() => (directory = realpathSync(mkdtempSync(join(tmpdir(), 'tollgate-export-')))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const at = (...parts: string[]): string => join(directory, ...parts);
const read = (...parts: string[]): string => readFileSync(at(...parts), 'utf8');
const json = (...parts: string[]): unknown => JSON.parse(read(...parts));

/** Contents of all files below a directory by path, in order. */
function tree(home: string): Record<string, string> {
  const names = readdirSync(at(home), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(names.sort().map((name) => [name.slice(at(home).length + 1), readFileSync(name, 'utf8')]));
}

async function exportTo(kind: string, target: string, ...options: string[]): Promise<string> {
  const { code, out, error } = await run(['export', kind, at(target), ...options]);
  expect([code, error]).toEqual([0, '']);
  return out;
}

async function refused(words: readonly string[], message: string | RegExp): Promise<void> {
  const { code, out, error } = await run(words);
  expect([code, out]).toEqual([2, '']);
  expect(error).toMatch(message);
  // What, why, fix.
  expect(error.trimEnd().split('\n').length).toBeGreaterThanOrEqual(3);
}

function settings(files: Record<string, unknown>): string {
  mkdirSync(at('settings'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(at('settings', name), JSON.stringify(content));
  return at('settings');
}

async function policies(home: string): Promise<[name: string, query: unknown, level: unknown][]> {
  const { policy } = (await parse('policies.hcl', read(home, 'policies.hcl'))) as {
    policy: Record<string, [Record<string, unknown>]>;
  };
  return Object.entries(policy).map(([name, [block]]) => [name, block['query'], block['enforcement_level']]);
}

/** Files of a bundle by path. */
async function unpack(path: string): Promise<Map<string, { text: string; mode: number; mtime: number; uid: number }>> {
  const files = new Map<string, { text: string; mode: number; mtime: number; uid: number }>();
  const reader = extract();
  reader.end(gunzipSync(readFileSync(path)));
  for await (const entry of reader) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    const { name, mode, mtime, uid } = entry.header;
    files.set(name, { text: Buffer.concat(chunks).toString('utf8'), mode, uid, mtime: Number(mtime) });
  }
  return files;
}

interface Catalogued {
  readonly id: string;
  readonly severity: string;
  readonly file: string;
}

const { catalog } = JSON.parse(readFileSync(join(ROOT, 'policies', 'compiled', 'catalog.json'), 'utf8')) as {
  catalog: Catalogued[];
};

describe('export hcp', () => {
  test('has one blocking policy, because HCP Terraform evaluates each policy separately, and one advisory policy', async () => {
    const blocking = ['blocking', 'data.exports.hcp.policy.blocking', 'mandatory'];
    expect(await exportTo('hcp', 'set')).toContain('policies  1 mandatory, 0 advisory');
    expect(await policies('set')).toEqual([blocking]);
    const enforcement = { default: 'warn', rules: { 'DB-001': 'block', 'DB-006': 'off' } };
    await exportTo('hcp', 'set', '--settings', settings({ 'enforcement.json': { enforcement } }));
    expect(await policies('set')).toEqual([['advisory', 'data.exports.hcp.policy.advisory', 'advisory'], blocking]);
    const text = read('set', 'policies.hcl');
    expect(text).toContain('these rules found nothing: DB-001"');
    expect(text).toContain('NET-001');
    expect(text).not.toContain('DB-006');
    await exportTo(
      'hcp',
      'set',
      '--settings',
      settings({ 'enforcement.json': { enforcement: { default: 'warn', rules: {} } } }),
    );
    expect(await policies('set')).toContainEqual(blocking);
  });

  test.each<[grouping: string, policy: string]>([
    ['set', 'advisory'],
    ['severity', 'advisory'],
    ['rule', 'undeclared'],
  ])('per %s, says in a policy that a limit is not declared', async (grouping, policy) => {
    const limits = {
      ...(JSON.parse(readFileSync(join(SETTINGS, 'limits.json'), 'utf8')) as { limits: object }).limits,
    };
    const own = settings({ 'limits.json': { limits: { ...limits, instance_classes: null } } });
    await exportTo('hcp', 'set', '--policy-per', grouping, '--settings', own);
    expect(await policies('set')).toContainEqual([policy, `data.exports.hcp.policy.${policy}`, 'advisory']);
  });

  test('gives each rule a separate policy with its level, and adds a policy that fails when something could not be judged', async () => {
    expect(await exportTo('hcp', 'set', '--policy-per', 'rule')).toMatch(
      new RegExp(
        `^Wrote a policy set .*\\npolicies {2}${catalog.length + 1} mandatory, 0 advisory\\nrevision {2}[0-9a-f]{64}\\n$`,
      ),
    );
    const query = (id: string): string => `data.exports.hcp.policy.${id.toLowerCase().replace('-', '_')}`;
    const expected = catalog.map(({ id }) => [id, query(id), 'mandatory']);
    expect((await policies('set')).sort()).toEqual(
      [...expected, ['judged', 'data.exports.hcp.policy.judged', 'mandatory']].sort(),
    );
  });

  test('holds every rule and library, no tests, and settings as Rego, since HCP Terraform loads nothing else', async () => {
    await exportTo('hcp', 'set');
    const names = Object.keys(tree('set'));
    expect(names.filter((name) => !name.endsWith('.rego'))).toEqual([MARKER, 'README.md', 'policies.hcl']);
    expect(names.filter((name) => name.endsWith('_test.rego'))).toEqual([]);
    expect(names.filter((name) => name.startsWith('rules/'))).toEqual(
      catalog.map(({ file }) => file.replace('policies/', '')).sort(),
    );
    for (const name of names.filter((file) => /^(rules|lib|exports)\//.test(file))) {
      expect(read('set', name)).toBe(readFileSync(join(ROOT, 'policies', name), 'utf8'));
    }
    const flows = (
      JSON.parse(readFileSync(join(ROOT, 'policies', 'settings', 'flows.json'), 'utf8')) as { flows: unknown }
    ).flows;
    const text = read('set', 'data', 'settings.rego');
    expect(text).toMatch(/^# .*\npackage settings\n\nimport rego\.v1\n/);
    const value = /^flows := ([^]*?)\n\n/m.exec(text)?.[1] ?? '';
    expect(JSON.parse(value)).toEqual(flows);
  });

  test('with a policy for each severity stays within the five policies of a free edition', async () => {
    const enforcement = { default: 'block', rules: { 'DB-004': 'warn', 'DB-006': 'off' } };
    await exportTo(
      'hcp',
      'set',
      '--policy-per',
      'severity',
      '--settings',
      settings({ 'enforcement.json': { enforcement } }),
    );
    const found = await policies('set');
    expect(found).toEqual([
      ['advisory', 'data.exports.hcp.policy.advisory', 'advisory'],
      ['critical', 'data.exports.hcp.policy.critical', 'mandatory'],
      ['high', 'data.exports.hcp.policy.high', 'mandatory'],
      ['judged', 'data.exports.hcp.policy.judged', 'mandatory'],
      ['medium', 'data.exports.hcp.policy.medium', 'mandatory'],
    ]);
    const text = read('set', 'policies.hcl');
    expect(text).toContain('DB-004');
    expect(text).not.toContain('DB-006');
  });

  test('a rule that warns is advisory, a rule that is off has no policy, a waived rule has a policy', async () => {
    const expires = new Date(Date.now() + 5 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const waiver = {
      rule: 'NET-001',
      address: 'aws_x["a.b"].*',
      path: 'ingress.3.cidr_blocks',
      found: 'ingress tcp 22 from 0.0.0.0/0',
      reason: 'until it is moved',
      owner: 'platform',
      expires,
    };
    const entries = [waiver, { ...waiver, stack: 'productos-api' }];
    const out = await exportTo(
      'hcp',
      'set',
      '--policy-per',
      'rule',
      '--settings',
      settings({
        'enforcement.json': { enforcement: { default: 'warn', rules: { 'DB-001': 'block', 'DB-006': 'off' } } },
        'waivers.json': { waivers: { longest_lifetime_days: 30, entries } },
      }),
    );
    const levels = new Map((await policies('set')).map(([name, , level]) => [name, level]));
    expect([levels.get('judged'), levels.get('DB-001'), levels.get('NET-001'), levels.get('DB-006')]).toEqual([
      'mandatory',
      'mandatory',
      'advisory',
      undefined,
    ]);
    expect(levels.get('waived')).toBe('advisory');
    expect(out).toContain('policies  2 mandatory');
    expect(out).toContain('waivers   1; 1 omitted, because they name a stack');
    const catalog = read('set', 'data', 'catalog.rego');
    expect(catalog).toContain(JSON.stringify('(?s)^aws_x\\["a\\.b"\\]\\..*$'));
    expect(catalog).toMatch(/"path": ?"ingress\.cidr_blocks"/);
    expect(catalog).toMatch(/"found": ?\[\s*"ingress tcp 22 from 0\.0\.0\.0\/0"\s*\]/);
  });

  test('a waiver that names no value is refused, because no plan is at hand to name the value', async () => {
    const entry = { rule: 'NET-001', address: 'aws_x.y', reason: 'until it is moved', owner: 'platform' };
    const entries = [{ ...entry, expires: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) }];
    const ours = settings({ 'waivers.json': { waivers: { longest_lifetime_days: 30, entries } } });
    await refused(
      ['export', 'hcp', at('set'), '--settings', ours],
      /the waiver of NET-001 for aws_x\.y names no attribute \(path\) and no value \(found\)\.[^]*`tollgate check` on the plan/,
    );
  });

  test('a string in HCL contains no template', () => {
    expect(hclString('a "b" ${c} %{d}\n')).toBe('"a \\"b\\" $${c} %%{d}\\n"');
  });
});

test('export conftest writes a configuration of conftest, policies, and settings as data', async () => {
  expect(await exportTo('conftest', 'out')).toContain(`conftest test --policy ${at('out', 'policy')} --data`);
  const names = Object.keys(tree('out'));
  expect(read('out', 'conftest.toml')).toBe('policy = ["policy"]\ndata = ["data"]\n');
  expect(read('out', 'README.md')).toContain('conftest test plan.json');
  expect(names.filter((name) => name.startsWith('data/settings/'))).toEqual(
    readdirSync(DEFAULTS)
      .filter((name) => !name.endsWith('.schema.json'))
      .map((name) => `data/settings/${name}`)
      .sort(),
  );
  expect(json('out', 'data', 'settings', 'flows.json')).toEqual(
    JSON.parse(readFileSync(join(ROOT, 'policies', 'settings', 'flows.json'), 'utf8')),
  );
  expect(names.filter((name) => name.endsWith('_test.rego') || name.includes('exports/hcp'))).toEqual([]);
  expect(names).toContain('policy/exports/conftest.rego');
});

describe('export bundle', () => {
  test('prints the digest of the file, and the revision in its manifest', async () => {
    const out = await exportTo('bundle', 'b.tar.gz');
    const digest = createHash('sha256')
      .update(readFileSync(at('b.tar.gz')))
      .digest('hex');
    const files = await unpack(at('b.tar.gz'));
    const manifest = JSON.parse(files.get('.manifest')?.text ?? '') as { revision: string; roots: string[] };
    expect(out).toBe(
      `Wrote an OPA bundle to ${at('b.tar.gz')}.\nrevision  ${manifest.revision}\nsha256    ${digest}\n`,
    );
    const roots = [...files.keys()].filter((name) => name !== '.manifest').map((name) => name.split('/')[0]);
    expect(manifest.roots).toEqual([...new Set(roots)].sort());
    expect([...files.values()].map(({ mode, mtime, uid }) => [mode, mtime, uid])).toEqual(
      [...files].map(() => [0o644, 0, 0]),
    );
  });

  test('gives the same bytes again, and another revision for other settings', async () => {
    const first = await exportTo('bundle', 'one.tar.gz');
    await exportTo('bundle', 'two.tar.gz');
    expect(readFileSync(at('one.tar.gz')).equals(readFileSync(at('two.tar.gz')))).toBe(true);
    const budgets = { web_desired_usd: 61, stack_desired_usd: 130, stack_maximum_usd: 260 };
    const other = await exportTo('bundle', 'one.tar.gz', '--settings', settings({ 'budgets.json': { budgets } }));
    const revision = (out: string): string | undefined => /^revision {2}(\S+)$/m.exec(out)?.[1];
    expect(revision(other)).not.toBe(revision(first));
    const files = await unpack(at('one.tar.gz'));
    expect(JSON.parse(files.get('settings/data.json')?.text ?? '')).toMatchObject({ budgets });
  });

  test('replaces a bundle and nothing else', async () => {
    await exportTo('bundle', 'b.tar.gz');
    await exportTo('bundle', 'b.tar.gz');
    writeFileSync(at('plan.json'), '{}');
    await refused(['export', 'bundle', at('plan.json')], 'plan.json exists and is not a bundle.');
    expect(read('plan.json')).toBe('{}');
    await refused(['export', 'bundle', directory], 'is a directory.');
    expect(readdirSync(directory).sort()).toEqual(['b.tar.gz', 'plan.json']);
  });
});

describe.each(['hcp', 'conftest'])('export %s writes a directory', (kind) => {
  test('all files at once, with the same bytes every time, in new folders, and leaves no temporary file', async () => {
    await exportTo(kind, 'new/folder/set');
    await exportTo(kind, 'again');
    expect(tree('again')).toEqual(tree('new/folder/set'));
    expect(readdirSync(at('new', 'folder'))).toEqual(['set']);
    expect(readdirSync(directory).sort()).toEqual(['again', 'new']);
    const { files, ...marker } = json('again', MARKER) as { files: string[] };
    expect(files).toEqual(
      Object.keys(tree('again'))
        .filter((name) => name !== MARKER)
        .sort(),
    );
    expect(marker).toEqual({ tollgate: kind, revision: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('into an empty directory, in place of an earlier export, and through a link', async () => {
    mkdirSync(at('set'));
    await exportTo(kind, 'set');
    const fresh = tree('set');
    const gone = JSON.stringify({
      ...(json('set', MARKER) as object),
      files: [...Object.keys(fresh), 'lib/gone.rego'],
    });
    mkdirSync(at('set', 'lib'), { recursive: true });
    writeFileSync(at('set', 'lib', 'gone.rego'), 'package gone\n');
    writeFileSync(at('set', MARKER), gone);
    symlinkSync(at('set'), at('link'));
    await exportTo(kind, 'link');
    expect(tree('set')).toEqual(fresh);
    expect(readdirSync(directory).sort()).toEqual(['link', 'set']);
  });

  test('and refuses one with anything else in it, which stays as it was', async () => {
    mkdirSync(at('work', 'deep'), { recursive: true });
    writeFileSync(at('work', 'deep', 'file'), 'mine');
    await refused(['export', kind, at('work')], 'is not empty and not an earlier export.');
    await exportTo(kind, 'set');
    writeFileSync(at('set', 'notes.rego'), 'mine');
    await refused(['export', kind, at('set')], 'contains files that no export wrote: notes.rego.');
    rmSync(at('set', 'notes.rego'));
    writeFileSync(at('set', MARKER), '{}');
    await refused(['export', kind, at('set')], 'is damaged.');
    writeFileSync(at('set', MARKER), JSON.stringify({ tollgate: 'other', revision: '', files: [] }));
    await refused(['export', kind, at('set')], `holds an export for other, not for ${kind}.`);
    writeFileSync(at('file'), 'mine');
    await refused(['export', kind, at('file')], 'is a file, and an export is a directory.');
    expect([read('work', 'deep', 'file'), read('file')]).toEqual(['mine', 'mine']);
  });

  test('and reports an error where it cannot', async () => {
    writeFileSync(at('file'), '');
    await refused(['export', kind, at('file', 'set')], /cannot be written: .*\nNothing was exported\.\n/);
  });

  test('and writes nothing when the settings are refused', async () => {
    const broken = settings({ 'budgets.json': { budgets: { web_desired_usd: '60' } } });
    await refused(['export', kind, at('set'), '--settings', broken], 'budgets.json is not valid');
    await refused(['export', kind, at('set'), '--settings', at('none')], 'does not exist');
    expect(existsSync(at('set'))).toBe(false);
  });
});

test.each([
  [['export'], 'Usage: tollgate export'],
  [['export', 'hcp'], "missing required argument 'DIR'"],
  [['export', 'sentinel', 'x'], "unknown command 'sentinel'"],
  [['export', 'hcp', 'x', '--policy-per', 'week'], 'Allowed choices are set, severity, rule'],
])('%j is not understood', async (words, message) => {
  const { code, out, error } = await run(words);
  expect([code, out]).toEqual([2, '']);
  expect(error).toContain(message);
});

test('--help lists the outcomes that an export denies, and the exit codes', async () => {
  for (const words of [
    ['export', '--help'],
    ['export', 'hcp', '--help'],
  ]) {
    const { code, out } = await run(words);
    expect(code).toBe(0);
    expect(out).toContain('Exit codes:\n  0  exported\n  2  not exported');
    expect(out).toContain('undecided');
  }
});
