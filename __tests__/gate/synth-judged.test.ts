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
  symlinkSync,
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

const AFRESH = ['--import', pathToFileURL(join(ROOT, 'tollgate', 'cdktf', 'afresh.ts')).href];

const command = (name: string, args: readonly string[] = []): [string, string[]] => [
  process.execPath,
  [
    ...TSX,
    ...(name.includes('constructor=') ? AFRESH : []),
    join(FIXTURES, 'judged-app.ts'),
    name,
    join(directory, 'policies'),
    ...args,
  ],
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
    expect(stdout).toContain('\n  HIGH STO-001  The volume is not encrypted.\n');
    expect(stdout).toContain('\n    where       aws_ebs_volume.volume encrypted, first/volume\n');
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

describe('an app that could not be judged leaves nothing deployable and exits with 2', () => {
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
    // The gate does not remove files that the app did not write; without a provider and a manifest nothing runs it by accident.
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

  test('a report that cannot be written is not a pass', () => {
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
    expect(run('denied+traced').stdout).not.toMatch(/\.ts:\d/);
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

/** Files of Terraform in the output directory, which no run may change or lose. */
const KEPT = [
  'out/stacks/first/terraform.tfstate',
  'out/stacks/first/terraform.tfstate.backup',
  'out/stacks/first/terraform.tfstate.1700000000.backup',
  'out/stacks/first/.terraform.tfstate.lock.info',
  'out/stacks/first/terraform.tfstate.d/blue/terraform.tfstate',
  'out/stacks/first/.terraform.lock.hcl',
  'out/stacks/first/.terraform/providers/aws.tf.json',
  'out/stacks/first/.terraform/terraform.tfstate',
  'out/stacks/first/crash.log',
  'out/stacks/first/tollgate-first-0123456789ab.json',
  'out/stacks/gone/errored.tfstate',
];
const keep = (): void => {
  for (const path of KEPT) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), `the text of ${path}`);
  }
};
const kept = (): string[] =>
  KEPT.filter((path) => existsSync(join(directory, path)) && text(path) === `the text of ${path}`);
const text = (path: string): string => readFileSync(join(directory, path), 'utf8');
/** The files that a run leaves beside the output directory. */
const beside = (): string[] =>
  readdirSync(directory)
    .filter((name) => name !== 'policies' && name !== 'out')
    .sort();
const loadable = (): string[] =>
  deployable().filter((path) => path.startsWith('out/') && !path.includes('/.terraform/'));

describe('files that Terraform keeps in the output directory', () => {
  test.each(['good', 'denied', 'invalid'])('stays as it is after a run that is %s', (name) => {
    keep();
    run(name);
    expect(kept()).toEqual(KEPT);
    expect(beside()).toEqual([]);
  });

  test('a saved plan of an earlier run is removed, as `terraform apply` would run it', () => {
    stale('out/stacks/first/plan', 'out/stacks/first/tfplan', 'out/stacks/second/old.tfplan');
    expect(run('good').status).toBe(0);
    expect(readdirSync(join(directory, 'out', 'stacks', 'first'))).toEqual(['cdk.tf.json']);
    expect(readdirSync(join(directory, 'out', 'stacks', 'second'))).toEqual(['cdk.tf.json']);
  });

  test('assets are moved with the stack; those of another content are replaced, and those of other names stay', () => {
    stale('out/stacks/first/assets/other/hash/file', 'out/stacks/first/assets/first_asset_0/hash/file');
    expect(run('good+asset').status).toBe(0);
    const assets = readdirSync(join(directory, 'out', 'stacks', 'first', 'assets'), {
      recursive: true,
      encoding: 'utf8',
    });
    expect(assets).toContain(join('other', 'hash', 'file'));
    expect(assets.filter((path) => path.endsWith('policy.wasm'))).toHaveLength(1);
  });
});

describe('a file that nobody judged', () => {
  test.each([
    ['Terraform code', 'out/stacks/first/extra.tf.json', 'is a Terraform file that the app did not synthesize.'],
    ['an override', 'out/stacks/first/a_override.tf.json', 'is a Terraform file that the app did not synthesize.'],
    ['OpenTofu code', 'out/stacks/second/extra.tofu', 'is a Terraform file that the app did not synthesize.'],
    ['values', 'out/stacks/first/a.auto.tfvars', 'is a Terraform file that the app did not synthesize.'],
    ['code of a stack that is gone', 'out/stacks/gone/main.tf', 'is a Terraform file that the app did not synthesize.'],
    ['code of a module', 'out/stacks/first/vpc/main.tf', 'is a Terraform file that the app did not synthesize.'],
    ['code beside the stacks', 'out/main.tf', 'is a Terraform file that the app did not synthesize.'],
    [
      'a file that code could read',
      'out/stacks/first/users.txt',
      'is a file that neither the app nor Terraform wrote.',
    ],
  ])('%s refuses the run and stays', (_, path, message) => {
    stale(path);
    for (const { status, stdout } of [run('good', {}, ['--json']), run('good', {}, ['--json'])]) {
      expect([status, loadable().filter((left) => left !== path)]).toEqual([2, []]);
      expect(JSON.parse(stdout)).toMatchObject({
        verdict: { exitCode: 2 },
        problems: [
          { what: `${join(directory, path)} ${message}`, fix: expect.stringMatching(/^Delete the file/) as string },
        ],
      });
      expect(existsSync(join(directory, path))).toBe(true);
    }
  });

  test.each(['out/stacks/.DS_Store', 'out/stacks/first/.DS_Store', 'out/report.json', 'out/notes.txt'])(
    '%s does not refuse the run',
    (path) => {
      stale(path);
      expect(run('good').status).toBe(0);
      expect(existsSync(join(directory, path))).toBe(true);
    },
  );

  test.each(['past=stacks/first/extra.tf.json', 'past=stacks/other/main.tf', 'constructor=stacks/first/a.auto.tfvars'])(
    '%s: what the app writes past the synthesis is refused and removed',
    (name) => {
      const { status, stdout } = run(`good+${name}`);
      expect([status, loadable(), beside()]).toEqual([2, [], []]);
      expect(stdout.replace(/\s+/g, ' ')).toContain('by itself, beside the synthesis');
    },
  );

  test.each([
    'past=stacks/first/extra.tf.json',
    'to-outdir=stacks/first/extra.tf',
    'to-outdir=stacks/first/vpc/main.tf',
  ])('%s of a denied app leaves nothing', (name) => {
    keep();
    expect(run(`denied+${name}`).status).not.toBe(0);
    expect([loadable(), beside(), kept()]).toEqual([[], [], KEPT]);
  });

  test.each([
    ['to-outdir=stacks/first/extra.tf.json', 'beside the file of the stack'],
    ['to-outdir=stacks/first/vpc/main.tf', 'beside the file of the stack'],
    ['to-outdir=main.tf', 'beside the file of the stack'],
    ['to-outdir=stacks/first/terraform.tfstate', 'which belongs to Terraform'],
    ['link=stacks/first/hosts', 'The app wrote the symbolic link'],
    ['names-outdir', 'names the directory in which the app was synthesized'],
  ])('%s is refused', (name, message) => {
    keep();
    const { status, stdout } = run(`good+${name}`);
    expect([status, loadable(), beside(), kept()]).toEqual([2, [], [], KEPT]);
    expect(stdout.replace(/\s+/g, ' ')).toContain(message);
    expect(stdout).not.toContain('.unjudged-');
  });

  test.each(['to-outdir=stacks/first/users.txt', 'past=stacks/first/users.txt', 'constructor=stacks/first/users.txt'])(
    '%s: data that the app writes each time is moved with the stack',
    (name) => {
      const statuses = [run(`good+${name}`).status, run(`good+${name}`).status];
      expect(statuses).toEqual([0, 0]);
      expect(text('out/stacks/first/users.txt')).toContain('aws_security_group');
      expect(loadable()).toEqual(WRITTEN);
    },
  );

  test('the app may bring the lock file of the providers', () => {
    stale('out/stacks/first/.terraform.lock.hcl');
    expect(run('good+to-outdir=stacks/first/.terraform.lock.hcl').status).toBe(0);
    expect(text('out/stacks/first/.terraform.lock.hcl')).toContain('aws_security_group');
  });

  test('a symbolic link in place of the directory of a stack is refused, and nothing is written to its target', () => {
    mkdirSync(join(directory, 'elsewhere'));
    mkdirSync(join(directory, 'out', 'stacks'), { recursive: true });
    symlinkSync(join(directory, 'elsewhere'), join(directory, 'out', 'stacks', 'first'));
    const { status, stdout } = run('good');
    expect([status, readdirSync(join(directory, 'elsewhere'))]).toEqual([2, []]);
    expect(stdout).toContain('is a symbolic link');
  });

  test('an output directory that is a symbolic link is as good as a directory', () => {
    mkdirSync(join(directory, 'elsewhere'));
    symlinkSync(join(directory, 'elsewhere'), join(directory, 'out'));
    expect(run('good').status).toBe(0);
    expect(existsSync(join(directory, 'elsewhere', 'stacks', 'first', 'cdk.tf.json'))).toBe(true);
  });
});

test('two runs at once leave the files of one of them, or none', async () => {
  keep();
  const started = ['good', 'denied', 'good', 'good'].map((name) => {
    const child = spawn(...command(name), { cwd: directory, env: environment({}), stdio: 'ignore' });
    return new Promise<number | null>((done) => child.on('exit', done));
  });
  const codes = await Promise.all(started);
  expect(codes[1]).toBe(1);
  expect([[], WRITTEN]).toContainEqual(loadable().includes('out/manifest.json') ? loadable() : []);
  expect([kept(), beside()]).toEqual([KEPT, []]);
  for (const path of loadable()) expect(text(path)).not.toContain('"encrypted": false');
  expect(run('good').status).toBe(0);
  expect(loadable()).toEqual(WRITTEN);
});
