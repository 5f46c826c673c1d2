import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(__dirname, '..', '..');
const FIXTURES = join(ROOT, '__tests__', 'fixtures');
const CLI = join(ROOT, 'node_modules', 'cdktf-cli');
/** The CLI of cdktf; in the copy of `npm run test:cdktn` the CLI of cdktn, whose program has another name. */
const { bin } = JSON.parse(readFileSync(join(CLI, 'package.json'), 'utf8')) as { bin: Record<string, string> };
const PROGRAM = join(CLI, ...Object.values(bin).slice(0, 1));

jest.setTimeout(120_000);

let directory: string;

/** A `terraform` that records its arguments, and does nothing. */
const STAND_IN = `#!/usr/bin/env node
const { appendFileSync } = require('node:fs');
appendFileSync(process.env.CALLS, process.argv.slice(2).join(' ') + '\\n');
if (process.argv[2] === 'version') console.log(process.argv[3] === '-json' ? '{"terraform_version":"1.11.4"}' : 'Terraform v1.11.4');
`;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-cli-'));
  mkdirSync(join(directory, 'policies'));
  mkdirSync(join(directory, 'bin'));
  writeFileSync(join(directory, 'bin', 'terraform'), STAND_IN);
  chmodSync(join(directory, 'bin', 'terraform'), 0o755);
  writeFileSync(join(directory, 'calls'), '');
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const cdktf = (app: string, ...args: readonly string[]) => {
  const loader = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  const policies = join(directory, 'policies');
  const command = [process.execPath, '--import', loader, join(FIXTURES, 'judged-app.ts'), app, policies];
  writeFileSync(
    join(directory, 'cdktf.json'),
    JSON.stringify({ language: 'typescript', app: command.join(' '), projectId: 'x', sendCrashReports: 'false' }),
  );
  for (const [name, from] of [
    ['artifact', join(FIXTURES, 'artifact')],
    ['settings', join(FIXTURES, 'policies', 'settings')],
  ] as const) {
    mkdirSync(join(policies, name), { recursive: true });
    for (const file of readdirSync(from)) writeFileSync(join(policies, name, file), readFileSync(join(from, file)));
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: directory,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(directory, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      CALLS: join(directory, 'calls'),
      ...{ CHECKPOINT_DISABLE: '1', CI: '1', FORCE_COLOR: '0' },
    },
  });
  const asked = readFileSync(join(directory, 'calls'), 'utf8').split('\n');
  const written = ['manifest.json', 'stacks/first/cdk.tf.json', 'stacks/first/cdk.tf'].filter((path) =>
    existsSync(join(directory, 'cdktf.out', path)),
  );
  return {
    status,
    output: `${stdout}${stderr}`,
    ran: asked.filter((call) => !['', '-v', 'version', 'version -json'].includes(call)),
    written,
  };
};

test.each([
  ['synth', ['synth']],
  ['synth --hcl', ['synth', '--hcl']],
  ['deploy', ['deploy', 'first', '--auto-approve']],
])('cdktf %s of a denied app fails before Terraform runs, and shows the report', (_, args) => {
  const { status, output, ran, written } = cdktf('override', ...args);
  expect({ status, ran, written }).toEqual({ status: 1, ran: [], written: [] });
  expect(output).toContain('HIGH STO-001  The volume is not encrypted.');
  expect(output).toContain('aws_ebs_volume.volume');
});

test('cdktf deploy of an app with error annotations fails before Terraform runs', () => {
  const { status, output, ran, written } = cdktf('annotation', 'deploy', 'first', '--auto-approve');
  expect({ status, ran, written }).toEqual({ status: 1, ran: [], written: [] });
  expect(output).toContain('the volume is cursed');
});

test('cdktf deploy without a synth finds nothing to deploy after a denial', () => {
  cdktf('override', 'synth');
  const { status, ran } = cdktf('override', 'deploy', 'first', '--auto-approve', '--skip-synth');
  expect(status).not.toBe(0);
  expect(ran).toEqual([]);
});

test('cdktf deploy of an app that passes does run Terraform', () => {
  expect(cdktf('good', 'deploy', 'first', '--auto-approve').ran).toContainEqual(expect.stringMatching(/^init\b/));
});

test('cdktf synth of an app that passes leaves its stacks', () => {
  const { status, written } = cdktf('good', 'synth');
  expect({ status, written }).toEqual({ status: 0, written: ['manifest.json', 'stacks/first/cdk.tf.json'] });
});
