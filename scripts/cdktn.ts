/**
 * Tests this project with CDKTN, the successor of CDKTF: installs npm aliases in a copy, so that `cdktf` means `cdktn`
 * there, and runs synth, gate and tests in that copy.
 *
 * Usage: `npm run test:cdktn` runs `npm start`, compares the output with CDKTF's output, and runs the tests of stacks
 * and configuration. `npm run test:cdktn -- --all` also checks the types and runs all tests that synthesize, those with
 * the CLI included; this takes minutes and needs Node 22.19.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const ROOT = resolve(__dirname, '..');

/** Versions of CDKTN and its packages. The packages refuse constructs 10.8. */
export const VERSIONS = {
  cdktn: '0.24.0',
  '@cdktn/provider-aws': '25.7.0',
  '@cdktn/hcl2json': '0.24.0',
  'cdktn-cli': '0.24.0',
  constructs: '10.7.2',
} as const;

const QUICK = ['stacks', 'config'];
const SLOW = ['main.test.ts', 'variants', 'gate/synth-judged.test.ts', 'cdktf/cdktf-cli.test.ts'];

type Json = Record<string, unknown>;
interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

class Failure extends Error {}

function copyTo(directory: string): void {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0');
  for (const file of files.filter((name) => name !== '' && existsSync(join(ROOT, name)))) {
    cpSync(join(ROOT, file), join(directory, file));
  }
}

/** Replaces CDKTF by the aliases in the copy's `package.json`. */
function alias(directory: string, withCli: boolean): void {
  const path = join(directory, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const { dependencies, devDependencies } = manifest;
  for (const name of ['cdktn', '@cdktn/provider-aws', '@cdktn/hcl2json'] as const) {
    dependencies[name.replace('cdktn', 'cdktf')] = `npm:${name}@${VERSIONS[name]}`;
  }
  dependencies['constructs'] = VERSIONS.constructs;
  // CDKTF's CLI requires CDKTF's own library.
  delete devDependencies['cdktf-cli'];
  if (withCli) devDependencies['cdktf-cli'] = `npm:cdktn-cli@${VERSIONS['cdktn-cli']}`;
  writeFileSync(path, JSON.stringify(manifest, null, 2));
}

function run(directory: string, words: readonly string[], outdir?: string): string {
  const [command = '', ...rest] = words;
  try {
    return execFileSync(command, rest, {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 28,
      env: { ...process.env, ...(outdir !== undefined && { CDKTF_OUTDIR: outdir }) },
    });
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    throw new Failure(`${stdout ?? ''}\n\`${words.join(' ')}\` failed with CDKTN.`);
  }
}

/** Stacks and report of `npm start`. */
function synthesized(directory: string, outdir: string): { stacks: Record<string, Json>; report: Json } {
  const report = JSON.parse(run(directory, ['npm', 'run', '--silent', 'start', '--', '--json'], outdir)) as Json;
  const stacks = join(outdir, 'stacks');
  return {
    report,
    stacks: Object.fromEntries(
      readdirSync(stacks).map((name) => [
        name,
        JSON.parse(readFileSync(join(stacks, name, 'cdk.tf.json'), 'utf8')) as Json,
      ]),
    ),
  };
}

/** A stack without the versions of library and provider. */
function withoutVersions(stack: Json): Json {
  const copy = structuredClone(stack) as { '//': { metadata: Json }; terraform: Json };
  delete copy['//'].metadata['version'];
  delete copy.terraform['required_providers'];
  return copy;
}

/** Compares the output of `npm start` in this project and in the copy. */
function compareSynth(copy: string, work: string): void {
  const before = synthesized(ROOT, join(work, 'cdktf'));
  const after = synthesized(copy, join(work, 'cdktn'));
  const names = Object.keys(before.stacks);
  if (!isDeepStrictEqual(names, Object.keys(after.stacks)) || names.length === 0) {
    throw new Failure(
      `CDKTF writes the stacks ${names.join(', ')}; CDKTN writes ${Object.keys(after.stacks).join(', ')}.`,
    );
  }
  for (const [name, stack] of Object.entries(before.stacks)) {
    if (!isDeepStrictEqual(withoutVersions(stack), withoutVersions(after.stacks[name] ?? {}))) {
      throw new Failure(`The resources of the stack ${name} differ between CDKTN and CDKTF.`);
    }
  }
  if ((after.report['verdict'] as Json)['outcome'] !== 'passed')
    throw new Failure('npm start did not pass with CDKTN.');
  const { files: _before, ...reportBefore } = before.report;
  const { files: _after, ...reportAfter } = after.report;
  if (!isDeepStrictEqual(reportBefore, reportAfter)) throw new Failure('The reports with CDKTN and CDKTF differ.');
  console.log(`npm start: passed; ${names.join(', ')} and the report are the same as with CDKTF, except for versions`);
}

/** Runs the suites in the copy. Each suite must contain tests, and each test must run and pass. */
function runTests(copy: string, suites: readonly string[]): void {
  const output = join(copy, 'jest.json');
  const paths = suites.map((suite) => `__tests__/${suite}`);
  run(copy, ['npx', '--no-install', 'jest', '--ci', '--json', `--outputFile=${output}`, ...paths]);
  const result = JSON.parse(readFileSync(output, 'utf8')) as {
    numPassedTests: number;
    numTotalTests: number;
    testResults: readonly { name: string; assertionResults: readonly unknown[] }[];
  };
  for (const path of paths) {
    const count = result.testResults
      .filter(({ name }) => name.startsWith(join(copy, path)))
      .reduce((sum, { assertionResults }) => sum + assertionResults.length, 0);
    if (count === 0) throw new Failure(`No test of ${path} ran.`);
    console.log(`${path}: ${count} tests`);
  }
  const { numPassedTests, numTotalTests } = result;
  if (numPassedTests !== numTotalTests)
    throw new Failure(`Only ${numPassedTests} of ${numTotalTests} tests ran and passed.`);
  console.log(`${numPassedTests} of ${numTotalTests} tests passed with CDKTN`);
}

function main(args: readonly string[]): void {
  const all = args.includes('--all');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (all && (major < 22 || (major === 22 && minor < 19))) {
    throw new Failure(
      `--all runs the CLI of CDKTN, which needs Node 22.19 or later. This is Node ${process.versions.node}.`,
    );
  }
  const work = realpathSync(mkdtempSync(join(tmpdir(), 'tollgate-cdktn-')));
  try {
    const copy = join(work, 'copy');
    copyTo(copy);
    alias(copy, all);
    run(copy, ['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']);
    const { version } = JSON.parse(readFileSync(join(copy, 'node_modules', 'cdktf', 'package.json'), 'utf8')) as Json;
    if (version !== VERSIONS.cdktn) throw new Failure(`npm installed ${String(version)} as cdktf.`);
    const installed = Object.entries(VERSIONS).filter(([name]) => all || name !== 'cdktn-cli');
    console.log(`Node ${process.versions.node}, ${installed.map((entry) => entry.join(' ')).join(', ')}`);
    compareSynth(copy, work);
    if (all) {
      run(copy, ['npm', 'run', '--silent', 'typecheck']);
      console.log('npm run typecheck: no errors');
    }
    runTests(copy, all ? [...QUICK, ...SLOW] : QUICK);
    if (!all) console.log(`Not run without --all: the types, ${SLOW.join(', ')}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (require.main === module) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
