/** Installs the tarball that `npm pack` makes into empty folders, and uses the package as a user does. */
import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { VERSIONS as CDKTN } from '../../scripts/cdktn';
import { bytes, openGroup, plan } from '../gate/input/plans';

const ROOT = join(__dirname, '..', '..');
const PACKAGE = join(ROOT, 'tollgate');
const MEBIBYTE = 1 << 20;
const QUIET = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', '--loglevel=error'];

let directory: string;
let tarball: string;
/** A prefix with the package alone. */
let installed: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-package-'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', directory], { cwd: PACKAGE });
  const [name = ''] = readdirSync(directory).filter((file) => /^tollgate-.*\.tgz$/.test(file));
  tarball = join(directory, name);
  installed = join(directory, 'global');
  npm(['install', '--global', '--prefix', installed, tarball], directory);
  writeFileSync(join(directory, 'plan.json'), bytes(plan([openGroup(22)])));
  cpSync(join(ROOT, 'policies', 'settings'), join(directory, 'settings'), { recursive: true });
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const npm = (words: readonly string[], cwd: string): void => {
  execFileSync('npm', [...words, ...QUIET], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
};
const run = (command: string, words: readonly string[], cwd = directory, env = {}): SpawnSyncReturns<string> =>
  spawnSync(command, words, { cwd, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', ...env } });
const sizeOf = (path: string): number =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(path, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);

test('the tarball has at most 2 MB, and the installed package at most 30 MB', () => {
  expect(statSync(tarball).size).toBeLessThan(2 * MEBIBYTE);
  const size = sizeOf(installed);
  expect(size).toBeGreaterThan(MEBIBYTE);
  expect(size).toBeLessThan(30 * MEBIBYTE);
});

test('it brings no other package along', () => {
  expect(readdirSync(join(installed, 'lib', 'node_modules'))).toEqual(['@tollgate']);
});

test('it holds the license, and the licenses of bundled packages', () => {
  const dist = join(installed, 'lib', 'node_modules', '@tollgate', 'gate', 'dist');
  expect(readFileSync(join(dist, 'LICENSE'), 'utf8')).toBe(readFileSync(join(ROOT, 'LICENSE'), 'utf8'));
  const licenses = readFileSync(join(dist, 'LICENSES.txt'), 'utf8');
  const { devDependencies } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  for (const [name, version] of Object.entries(devDependencies)) expect(licenses).toContain(`${name} ${version}\n`);
});

test('an installed `tollgate` judges in an empty folder, and writes nothing there', () => {
  const empty = join(directory, 'empty');
  mkdirSync(empty);
  const words = ['check', '--settings', join(directory, 'settings'), join(directory, 'plan.json')];
  const { status, stdout, stderr } = run(join(installed, 'bin', 'tollgate'), words, empty);
  expect([status, stderr, stdout.split('\n')[0]]).toEqual([1, '', expect.stringMatching(/^DENIED /)]);
  expect(readdirSync(empty)).toEqual([]);
});

test('npx judges with the tarball', () => {
  const words = ['--yes', `./${basename(tarball)}`, 'check', '--settings', 'settings', 'plan.json'];
  const { status, stdout } = run('npx', words);
  expect([status, stdout.split('\n')[0]]).toEqual([1, expect.stringMatching(/^DENIED /)]);
});

test('HCL without its reader is an error that names the package to install', () => {
  const stack = join(directory, 'hcl', 'stacks', 'one');
  mkdirSync(stack, { recursive: true });
  writeFileSync(join(stack, 'cdk.tf'), 'resource "aws_sqs_queue" "jobs" {}\n');
  writeFileSync(join(directory, 'hcl', 'manifest.json'), '{"stacks": {}}');
  const { status, stdout } = run(join(installed, 'bin', 'tollgate'), ['check', 'hcl']);
  expect(status).toBe(2);
  const text = stdout.replaceAll(/\s+/g, ' ');
  expect(text).toContain('fix Install the package beside tollgate: `npm install @cdktf/hcl2json`.');
  expect(text).not.toContain('cannot be read as HCL');
});

/** The versions that this project pins, and those of the successor of CDKTF. */
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const PINNED: Readonly<Record<string, string>> = { ...dependencies, ...devDependencies };

describe.each([
  ['cdktf', PINNED],
  ['cdktn', { ...PINNED, ...CDKTN }],
])('an app of another team with %s', (library, versions) => {
  let app: string;
  beforeAll(() => {
    app = join(directory, library);
    mkdirSync(app);
    writeFileSync(join(app, 'package.json'), '{ "name": "app", "private": true }');
    const others = [library, `@${library}/hcl2json`, 'constructs', 'typescript', '@types/node'];
    npm(['install', tarball, ...others.map((name) => `${name}@${versions[name] ?? ''}`)], app);
    cpSync(join(directory, 'settings'), join(app, 'settings'), { recursive: true });
    writeFileSync(
      join(app, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { module: 'node16', target: 'es2022', strict: true, skipLibCheck: false } }),
    );
    // Three lines in place of `app.synth()`.
    writeFileSync(
      join(app, 'main.ts'),
      `import '@tollgate/gate/cdktf/afresh';
import { App, TerraformResource, TerraformStack } from '${library}';
import { synthJudged, traceConstructs } from '@tollgate/gate/cdktf';

traceConstructs();
const app = new App();
const stack = new TerraformStack(app, 'one');
new TerraformResource(stack, 'queue', { terraformResourceType: 'aws_sqs_queue' });
if (process.env.BROKEN) {
  const group = new TerraformResource(stack, 'open', { terraformResourceType: 'aws_security_group' });
  group.addOverride('ingress', [{ protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['0.0.0.0/0'] }]);
}
const { verdict } = synthJudged(app, { settings: 'settings' });
console.error(verdict.outcome);
`,
    );
    writeFileSync(
      join(app, 'judge.ts'),
      `import { judgeTogether, type Report } from '@tollgate/gate';

const report: Report = judgeTogether([{ path: '../plan.json' }], { settings: 'settings' }).report;
console.log(report.findings.map(({ address }) => address).join());
`,
    );
  });
  const written = () =>
    ['manifest.json', 'stacks/one/cdk.tf.json', 'stacks/one/cdk.tf'].filter((file) =>
      existsSync(join(app, 'cdktf.out', file)),
    );
  const synth = (env: Readonly<Record<string, string>> = {}) => run(process.execPath, ['main.js'], app, env);

  test('has no other library than its own', () => {
    const cdk = readdirSync(join(app, 'node_modules')).filter((name) => /^cdkt[fn]$/.test(name));
    expect(cdk).toEqual([library]);
  });

  test('compiles against the types of the package', () => {
    const { status, stdout } = run(join(app, 'node_modules', '.bin', 'tsc'), [], app);
    expect([status, stdout]).toEqual([0, '']);
  });

  test('is judged when it is synthesized, and a program judges plans', () => {
    const { status, stdout, stderr } = synth();
    expect([status, stderr]).toEqual([0, expect.stringContaining('passed')]);
    expect(stdout).toContain('1 resource');
    expect(written()).toEqual(['manifest.json', 'stacks/one/cdk.tf.json']);
    expect(run(process.execPath, ['judge.js'], app).stdout).toBe('aws_security_group.open\n');
  });

  test('is judged when it writes HCL', () => {
    const { status, stderr } = synth({ SYNTH_HCL_OUTPUT: 'true' });
    expect([status, stderr]).toEqual([0, expect.stringContaining('passed')]);
    expect(written()).toEqual(['manifest.json', 'stacks/one/cdk.tf']);
  });

  test('is denied with the line of the program, and nothing is left to deploy', () => {
    const { status, stdout } = synth({ BROKEN: '1' });
    expect([status, written()]).toEqual([1, []]);
    expect(stdout).toContain('NET-006');
    expect(stdout).toContain('main.js:11');
  });
});
