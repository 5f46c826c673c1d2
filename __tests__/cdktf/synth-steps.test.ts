import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(__dirname, '..', '..');
const FIXTURES = join(ROOT, '__tests__', 'fixtures');
const TSX = ['--import', pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href];

jest.setTimeout(300_000);

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-steps-'));
  cpSync(join(FIXTURES, 'artifact'), join(directory, 'policies', 'artifact'), { recursive: true });
  cpSync(join(FIXTURES, 'policies', 'settings'), join(directory, 'policies', 'settings'), { recursive: true });
  for (const path of KEPT) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), path);
  }
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const KEPT = [
  'out/stacks/first/terraform.tfstate',
  'out/stacks/first/.terraform.lock.hcl',
  'out/stacks/gone/a.tfstate',
];
const MANIFEST = 'out/manifest.json';
const FIRST = 'out/stacks/first/cdk.tf.json';
const SECOND = 'out/stacks/second/cdk.tf.json';

const text = (path: string): string => readFileSync(join(directory, path), 'utf8');

/** The files that Terraform or `cdktf deploy` would run, with their content. */
const deployable = (): Record<string, string> =>
  Object.fromEntries(
    [MANIFEST, FIRST, SECOND].filter((path) => existsSync(join(directory, path))).map((path) => [path, text(path)]),
  );

const keepsAll = (): void => expect(KEPT.filter((path) => text(path) !== path)).toEqual([]);

/** Nothing but what is known: no draft, no directory beside the output directory. */
const leavesNothingElse = (): void => {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => /unjudged|\.tollgate-/.test(name))).toEqual([]);
};

const run = (name: string, fault: Readonly<Record<string, string>> = {}) =>
  spawnSync(
    process.execPath,
    [
      ...['--require', join(FIXTURES, 'fault.cjs'), ...TSX],
      ...[join(FIXTURES, 'judged-app.ts'), name, join(directory, 'policies'), '--format', 'json=policies/report.json'],
    ],
    {
      cwd: directory,
      env: { ...process.env, CDKTF_OUTDIR: join(directory, 'out'), FAULT_IN: directory, ...fault },
      encoding: 'utf8',
    },
  );

/** How many calls of a run change a file. */
const steps = (name: string): number => {
  run(name, { FAULT_COUNT: join(directory, 'policies', 'count') });
  return text('policies/count').trim().split('\n').length;
};

test('kill -9 at each step leaves only files that were judged, the manifest last, and loses nothing', () => {
  const count = steps('good');
  expect(count).toBeGreaterThan(15);
  const judged = deployable();
  expect(Object.keys(judged)).toEqual([MANIFEST, FIRST, SECOND]);
  for (let at = 1; at <= count; at += 1) {
    const { signal } = run('good', { FAULT: 'kill', FAULT_AT: `${at}` });
    expect([at, signal]).toEqual([at, 'SIGKILL']);
    const left = deployable();
    expect(judged).toMatchObject(left);
    if (MANIFEST in left) expect(left).toEqual(judged);
    keepsAll();
  }
  expect(run('good').status).toBe(0);
  expect(deployable()).toEqual(judged);
  keepsAll();
  leavesNothingElse();
});

test('kill -9 at each step of a denied app leaves nothing of the app', () => {
  const count = steps('denied');
  expect(count).toBeGreaterThan(5);
  for (let at = 1; at <= count; at += 1) {
    run('denied', { FAULT: 'kill', FAULT_AT: `${at}` });
    expect([at, deployable()]).toEqual([at, {}]);
    keepsAll();
  }
  expect(run('denied').status).toBe(1);
  leavesNothingElse();
});

test('kill -9 at each step of a denied app after a pass leaves at most what had passed', () => {
  expect(run('good').status).toBe(0);
  const passed = deployable();
  // The first steps remove what had passed, and each run goes on where the last one was killed.
  for (let at = 1; at <= 6; at += 1) {
    run('denied', { FAULT: 'kill', FAULT_AT: `${at}` });
    expect(passed).toMatchObject(deployable());
  }
  expect(run('denied').status).toBe(1);
  expect(deployable()).toEqual({});
});

test('a disk that is full at any step is not a pass, and leaves nothing deployable', () => {
  const count = steps('good');
  let failed = 0;
  for (let at = 1; at <= count; at += 1) {
    const { status, stdout, stderr } = run('good', { FAULT: 'full', FAULT_AT: `${at}` });
    keepsAll();
    // Removals succeed on a full disk.
    if (status === 0) continue;
    failed += 1;
    expect([at, status, deployable()]).toEqual([at, 2, {}]);
    expect(`${stdout}${stderr}`).toContain('ENOSPC');
    leavesNothingElse();
  }
  expect(failed).toBeGreaterThan(8);
  expect(run('good').status).toBe(0);
});
