import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../tollgate/model';

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'tollgate-variant-'));
});

afterEach(() => {
  rmSync(outdir, { recursive: true, force: true });
});

/** Runs a variant in a separate process. */
function run(name: string): { status: number | null; stderr: string; report: Report } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'run-variant.ts'), name, outdir],
    { encoding: 'utf8', cwd: join(__dirname, '..', '..') },
  );
  return { status, stderr, report: JSON.parse(stdout) as Report };
}

/** Every file below the folder, which nothing but the app writes to. */
function written(): string[] {
  return readdirSync(outdir, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

test('a harmless variant ends with 0 and leaves every stack to be deployed', () => {
  const { status, stderr } = run('the group may grow to four only');

  expect(status).toBe(0);
  expect(stderr).toBe('');
  expect(written()).toEqual(['cdk.tf.json', 'cdk.tf.json', 'manifest.json']);
});

test('a variant that is denied after one that passed ends with 1 and leaves neither', () => {
  expect(run('the group may grow to four only').status).toBe(0);

  const { status, stderr, report } = run('the load balancer may send to 8001 instead of 8000, by addOverride');

  expect(status).toBe(1);
  expect(report.verdict.outcome).toBe('denied');
  expect(stderr).toBe(`Removed everything deployable from ${outdir}.\n`);
  expect(written()).toEqual([]);
});

test.each([
  ['the instances admit the whole Internet on 8000', 1, 'denied'],
  ['another stack opens the group of the database to the Internet', 1, 'denied'],
  ['a stream is added that has no price', 2, 'could-not-judge'],
  ['a rule is in a module whose files are missing', 2, 'could-not-judge'],
])('where %s, the process ends with %i and leaves nothing to be deployed', (name, code, outcome) => {
  const { status, stderr, report } = run(name);

  expect(status).toBe(code);
  expect(report.verdict.outcome).toBe(outcome);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(written()).toEqual([]);
});
