import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isObject } from '../../tollgate/model';

const FIXTURES = join(__dirname, '..', 'fixtures');
const ROOT = join(__dirname, '..', '..');
// In the process itself, as the command `tsx` would put another one in between, which takes the signals.
const TSX = ['--import', pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href];

jest.setTimeout(30_000);

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-synth-'));
  cpSync(join(FIXTURES, 'artifact'), join(directory, 'policies', 'artifact'), { recursive: true });
  cpSync(join(FIXTURES, 'policies', 'settings'), join(directory, 'policies', 'settings'), { recursive: true });
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const command = (name: string, args: readonly string[] = []): [string, string[]] => [
  process.execPath,
  [...TSX, join(FIXTURES, 'judged-app.ts'), name, join(directory, 'policies'), ...args],
];

const environment = (extra: Readonly<Record<string, string>>) => ({
  ...process.env,
  CDKTF_OUTDIR: join(directory, 'out'),
  ...extra,
});

const run = (
  name: string,
  extra: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
  cwd = directory,
) => {
  const { status, stdout, stderr } = spawnSync(...command(name, args), {
    cwd,
    env: environment(extra),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

/** Every file that Terraform or `cdktf deploy` would run, relative to the directory of the test. */
const deployable = (): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !path.startsWith('policies/') && /(\.tf(\.json)?|manifest\.json)$/.test(path))
    .sort();

const stale = (...paths: readonly string[]): void => {
  for (const path of paths) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), '{}');
  }
};

const WRITTEN = ['out/manifest.json', 'out/stacks/first/cdk.tf.json', 'out/stacks/second/cdk.tf.json'];
const STACK_TRACE = /^ +at .+:\d+/m;

describe('a pass', () => {
  test('leaves what was synthesized, and prints the report', () => {
    const { status, stdout, stderr } = run('good');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^PASSED {2}2 stacks, 2 resources\n/);
    expect(deployable()).toEqual(WRITTEN);
  });

  test('removes the stacks of an earlier run that are none any more', () => {
    stale('out/stacks/gone/cdk.tf.json', 'out/stacks/first/cdk.tf', 'out/stacks/first/terraform.tfstate');
    expect(run('good').status).toBe(0);
    expect(deployable()).toEqual(WRITTEN);
    expect(existsSync(join(directory, 'out/stacks/first/terraform.tfstate'))).toBe(true);
  });

  test('with --hcl leaves the HCL', () => {
    expect(run('good', { SYNTH_HCL_OUTPUT: 'true' }).status).toBe(0);
    expect(deployable()).toEqual(['out/manifest.json', 'out/stacks/first/cdk.tf', 'out/stacks/second/cdk.tf']);
  });

  test('stands when the program fails later', () => {
    const { status } = run('throw-after');
    expect(status).toBe(1);
    expect(deployable()).toEqual(WRITTEN);
  });
});

describe('a denial leaves nothing deployable and exits with 1', () => {
  test.each<[string, string, Record<string, string>]>([
    ['of what the constructs say', 'denied', {}],
    ['of an override that no construct shows', 'override', {}],
    ['without validations', 'override+skip-validation', {}],
    ['as HCL, asked for by the CLI', 'override', { SYNTH_HCL_OUTPUT: 'true' }],
    ['with another stack as the target', 'override', { CDKTF_TARGET_STACK_ID: 'second' }],
    ['when error annotations are let through', 'override', { CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: 'true' }],
  ])('%s', (_, name, extra) => {
    stale(
      'out/manifest.json',
      'out/stacks/gone/cdk.tf.json',
      'out/stacks/first/cdk.tf',
      'out/stacks/second/cdk.tf.json',
    );
    const { status, stdout, stderr } = run(name, extra);
    expect({ status, left: deployable() }).toEqual({ status: 1, left: [] });
    expect(stdout).toMatch(/^DENIED {2}1 blocking finding /);
    expect(stdout).toMatch(
      /HIGH STO-001 {2}Volumes are encrypted\n {4}aws_ebs_volume\.volume\n {6}construct {3}first\/volume\n/,
    );
    expect(`${stdout}${stderr}`).not.toMatch(STACK_TRACE);
    expect(stderr).toMatch(/^Removed everything deployable from .*\n$/);
  });

  test('and its report is the same for JSON and HCL', () => {
    const json = run('override+json');
    const hcl = run('override+json', { SYNTH_HCL_OUTPUT: 'true' });
    expect(json.status).toBe(1);
    expect(hcl.stdout).toBe(json.stdout);
    const report: unknown = JSON.parse(json.stdout);
    expect(isObject(report) ? report['findings'] : undefined).toEqual([
      expect.objectContaining({
        id: 'STO-001',
        stack: 'first',
        address: 'aws_ebs_volume.volume',
        constructPath: 'first/volume',
      }),
    ]);
  });
});

describe('what could not be judged leaves nothing deployable and exits with 2', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['a validation of a construct', 'invalid', {}, 'the volume is invalid'],
    ['a validation of the app', 'app-invalid', {}, 'the app is invalid'],
    ['an error annotation', 'annotation', {}, 'the volume is cursed'],
    [
      'an error annotation that is let through',
      'annotation',
      { CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: 'true' },
      'the volume is cursed',
    ],
    ['HCL that CDKTF only half writes when the app asks for it', 'hcl', {}, 'cdk.tf cannot be read as HCL'],
    [
      'HCL that CDKTF only half writes for the value 1',
      'good',
      { SYNTH_HCL_OUTPUT: '1' },
      'is not valid Terraform JSON',
    ],
    ['a value that is not known yet', 'undecided', {}, 'Whether the volume is encrypted is not known yet.'],
    ['a module', 'module', {}, 'module.vpc is a Terraform module'],
    ['a stack without resources', 'empty', {}, 'The stack third has no resources.'],
    ['a change of directory', 'chdir', { CDKTF_OUTDIR: 'out' }, 'The app could not be synthesized'],
  ])('%s', (_, name, extra, message) => {
    stale('out/manifest.json', 'out/stacks/gone/cdk.tf.json', 'out/stacks/second/cdk.tf.json');
    const { status, stdout, stderr } = run(name, extra);
    expect({ status, left: deployable() }).toEqual({ status: 2, left: [] });
    expect(stdout).toMatch(/^COULD NOT JUDGE {2}/);
    expect(stdout).toContain(message);
    expect(`${stdout}${stderr}`).not.toMatch(STACK_TRACE);
  });

  test.each([
    'artifact/policy.wasm',
    'artifact/catalog.json',
    'artifact/manifest.json',
    'settings/sizes.json',
    'settings/enforcement.schema.json',
  ])('%s is missing', (path) => {
    rmSync(join(directory, 'policies', path));
    const { status, stdout, stderr } = run('good');
    expect({ status, left: deployable() }).toEqual({ status: 2, left: [] });
    expect(stdout).toContain(path.split('/')[1]);
    expect(`${stdout}${stderr}`).not.toMatch(STACK_TRACE);
  });

  test('the policy was tampered with', () => {
    appendFileSync(join(directory, 'policies', 'artifact', 'policy.wasm'), ' ');
    const { status, stdout } = run('good');
    expect({ status, left: deployable() }).toEqual({ status: 2, left: [] });
    expect(stdout).toContain('policy.wasm does not match manifest.json');
  });

  test('code that somebody put beside a stack', () => {
    stale('out/stacks/first/extra.tf');
    const { status, stdout } = run('good');
    // What the app did not write is not the gate's to remove; without a provider and a manifest nothing runs it by accident.
    expect({ status, left: deployable() }).toEqual({ status: 2, left: ['out/stacks/first/extra.tf'] });
    expect(stdout).toMatch(/extra\.tf is a Terraform file/);
  });

  test('as JSON', () => {
    rmSync(join(directory, 'policies', 'settings', 'sizes.json'));
    const { status, stdout } = run('good+json');
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: { exitCode: 2, outcome: 'could-not-judge' },
      problems: [{ what: expect.stringContaining('sizes.json is missing.') as string }],
    });
  });
});

describe('the command line of the program', () => {
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8');

  test('says which reports are written, and the text is printed as well', () => {
    const args = ['--format', 'sarif=reports/r.sarif', '--format', 'junit=reports/r.xml', '--format', 'github=r.txt'];
    const { status, stdout } = run('denied', {}, args);
    expect([status, deployable()]).toEqual([1, []]);
    expect(stdout).toMatch(/^DENIED {2}/);
    expect(JSON.parse(read('reports/r.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(read('reports/r.xml')).toContain('<failure message="The volume is not encrypted."');
    expect(read('r.txt')).toMatch(/^DENIED .*\n::error file=out,title=STO-001 /);
  });

  test('prints another report than text', () => {
    const { stdout } = run('denied', {}, ['--format', 'markdown']);
    expect(stdout).toMatch(/^## ❌ Denied: 1 blocking finding\n/);
  });

  test('says what is waived and what is known, and then a pass stays a pass', () => {
    const waiver = {
      ...{
        rule: 'STO-001',
        address: '*',
        path: 'encrypted',
        found: 'false',
        reason: 'It holds nothing secret.',
        owner: 'data team',
      },
      expires: new Date().toISOString().slice(0, 10),
    };
    const waivers = { waivers: { longest_lifetime_days: 90, entries: [waiver] } };
    writeFileSync(join(directory, 'waivers.json'), JSON.stringify(waivers));
    const schema = join(ROOT, 'policies', 'defaults', 'waivers.schema.json');
    cpSync(schema, join(directory, 'policies', 'settings', 'waivers.schema.json'));
    const { status, stdout } = run('denied', {}, ['--waivers', 'waivers.json', '--format', 'json=first.json']);
    expect([status, deployable()]).toEqual([0, WRITTEN]);
    expect(stdout).toMatch(/^PASSED {2}1 waived /);
  });

  test('says from when on something is new', () => {
    run('denied', {}, ['--output', 'first.json', '--json']);
    expect(run('denied', {}, ['--baseline', 'first.json']).status).toBe(0);
    expect(deployable()).toEqual(WRITTEN);
  });

  test.each([
    [['--jsn'], "Unknown option '--jsn'"],
    [['--format', 'pdf'], 'unknown format pdf: choose from human, json, sarif, junit, markdown, github'],
    [['--fail-on', 'bad'], 'unknown severity bad'],
    [['--format', 'json', '--format', 'sarif'], 'json and sarif would both go to standard output'],
  ])('%j is refused, and nothing is left', (args, message) => {
    stale('out/manifest.json', 'out/stacks/first/cdk.tf.json');
    const { status, stdout } = run('good', {}, args);
    expect([status, deployable()]).toEqual([2, []]);
    expect(stdout.replace(/\s+/g, ' ')).toContain(message);
  });

  test('a report that cannot be written is no pass', () => {
    writeFileSync(join(directory, 'file'), '');
    const { status, stderr } = run('good', {}, ['--format', 'sarif=file/r.sarif']);
    expect([status, deployable()]).toEqual([2, []]);
    expect(stderr).toContain('file/r.sarif cannot be written');
  });
});

describe('a report of traced constructs', () => {
  const APP = '__tests__/fixtures/judged-app.ts';
  const line =
    readFileSync(join(FIXTURES, 'judged-app.ts'), 'utf8')
      .split('\n')
      .findIndex((text) => text.includes('new EbsVolume')) + 1;

  test('names the line that made the resource', () => {
    const { stdout } = run('denied+traced', {}, ['--format', 'github'], ROOT);
    expect(stdout).toContain(`\n::error file=${APP},line=${line},title=STO-001 `);
  });

  test('names none outside of the directory of the run', () => {
    expect(run('denied+traced').stdout).not.toContain('created at');
  });

  test('leaves the same files', () => {
    const written = (name: string): string => {
      expect(run(name).status).toBe(0);
      return readFileSync(join(directory, 'out/stacks/first/cdk.tf.json'), 'utf8');
    };
    expect(written('good+traced')).toBe(written('good'));
  });
});

test('a process that exits in the middle leaves nothing deployable', () => {
  run('exit');
  expect(deployable()).toEqual([]);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a process that gets %s in the middle leaves nothing unjudged',
  async (signal) => {
    const child = spawn(...command('slow+denied'), {
      cwd: directory,
      env: environment({}),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const end = new Promise<number | null>((done) => child.on('exit', done));
    child.stderr.once('data', () => child.kill(signal));
    expect(await end).not.toBe(0);
    expect(deployable()).toEqual([]);
  },
);
