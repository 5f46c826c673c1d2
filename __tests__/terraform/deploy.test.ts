import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deploy, type DeployOptions } from '../../tollgate/cli/deploy';
import type { DeployRecord } from '../../tollgate/cli/deploy-record';
import { SETTINGS } from '../settings';

const ROOT = join(__dirname, '..', '..');
const STACK = 'small';

/** The stacks of these tests have built-in resources, so that real Terraform applies them without any provider. */
function stackOf(seconds: number): object {
  return {
    terraform: { backend: { local: { path: '../../../small.tfstate' } } },
    variable: { range: { type: 'string', default: '10.0.0.0/8' } },
    resource: {
      terraform_data: {
        first: { input: '${var.range}' },
        slow: {
          depends_on: ['terraform_data.first'],
          provisioner: [{ 'local-exec': { command: `sleep ${seconds}` } }],
        },
        last: { depends_on: ['terraform_data.slow'] },
      },
    },
  };
}

interface Manifest {
  readonly sha256: Record<string, string>;
}

let directory: string;
let before: string;

beforeEach(() => {
  before = process.cwd();
  directory = mkdtempSync(join(tmpdir(), 'deploy-'));
  process.chdir(directory);
  writeApp(stackOf(0));
});

afterEach(() => {
  process.chdir(before);
  rmSync(directory, { recursive: true, force: true });
});

/** An app that writes this stack, as CDKTF would. */
function writeApp(stack: object): void {
  const manifest = {
    version: '0.21.0',
    stacks: {
      [STACK]: {
        ...{ name: STACK, constructPath: STACK, synthesizedStackPath: `stacks/${STACK}/cdk.tf.json` },
        ...{ workingDirectory: `stacks/${STACK}`, annotations: [], dependencies: [] },
      },
    },
  };
  mkdirSync('app', { recursive: true });
  writeFileSync('app/cdk.tf.json', JSON.stringify(stack));
  writeFileSync('app/manifest.json', JSON.stringify(manifest));
  const app = `mkdir -p cdktf.out/stacks/${STACK} && cp app/manifest.json cdktf.out && cp app/cdk.tf.json cdktf.out/stacks/${STACK}`;
  writeFileSync('cdktf.json', JSON.stringify({ app }));
}

/** Deploys in this process; `ask` answers. */
async function run(options: DeployOptions, ask?: () => string, stack = STACK) {
  let out = '';
  let error = '';
  const code = await deploy(
    stack,
    { settings: SETTINGS, ...options },
    {
      out: (text) => (out += text),
      error: (text) => (error += text),
      input: () => Promise.resolve(Buffer.of()),
      style: { colour: false, width: 100 },
      ...(ask === undefined ? {} : { ask: () => Promise.resolve(ask()) }),
    },
  );
  return { code, out, error };
}

function records(where = directory): DeployRecord[] {
  return readdirSync(where)
    .filter((name) => name.startsWith('tollgate-small-'))
    .map((name) => JSON.parse(readFileSync(join(where, name), 'utf8')) as DeployRecord);
}

const stages = (): string[] => records().map(({ stage }) => stage);
const state = (): string => (existsSync('small.tfstate') ? readFileSync('small.tfstate', 'utf8') : '');
const locked = (): boolean => readdirSync(directory).some((name) => name.includes('.lock.info'));

/** A `terraform` that says when it begins a subcommand and takes its time there. */
function slowTerraform(subcommand: string): string {
  const real = spawnSync('which', ['terraform'], { encoding: 'utf8' }).stdout.trim();
  const bin = join(directory, 'bin');
  mkdirSync(bin);
  const script = `#!/usr/bin/env bash\nif [ "$1" = ${subcommand} ]; then touch "${directory}/begun"; sleep 1; fi\nexec "${real}" "$@"\n`;
  writeFileSync(join(bin, 'terraform'), script);
  chmodSync(join(bin, 'terraform'), 0o755);
  return bin;
}

function start(bin?: string, root = ROOT, env: NodeJS.ProcessEnv = {}): ChildProcess {
  const path = [...(bin === undefined ? [] : [bin]), process.env['PATH'] ?? ''].join(delimiter);
  const words = [
    join(root, 'tollgate', 'dist', 'js', 'tollgate.js'),
    'deploy',
    STACK,
    '--settings',
    SETTINGS,
    '--auto-approve',
  ];
  return spawn(process.execPath, words, {
    cwd: directory,
    env: { ...process.env, PATH: path, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; error: string }> {
  let error = '';
  child.stderr?.on('data', (chunk: Buffer) => (error += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, error };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 600) throw new Error('it did not come to that in 30 seconds');
    await sleep(50);
  }
}

describe('tollgate deploy', () => {
  test('applies the plan that it judged and keeps what it was judged by beside the state', async () => {
    const { code, out } = await run({}, () => 'yes');
    expect(out).toContain('small: 3 changes\n  + create  terraform_data.first\n');
    expect(code).toBe(0);
    expect(state()).toContain('"10.0.0.0/8"');
    const [record] = records();
    const manifest = JSON.parse(readFileSync(join(ROOT, 'policies', 'compiled', 'manifest.json'), 'utf8')) as Manifest;
    expect(record).toMatchObject({
      stage: 'applied',
      verdict: { exitCode: 0, outcome: 'passed' },
      judgedBy: { policy: manifest.sha256['policy.wasm'] },
      changes: ['first', 'last', 'slow'].map((name) => ({ address: `terraform_data.${name}`, action: 'create' })),
    });
    expect(record?.plan).toMatch(/^[0-9a-f]{64}$/);

    const again = await run({}, () => 'never asked');
    expect(again.out).toContain('Nothing to change');
    expect(again.code).toBe(0);
    expect(stages().sort()).toEqual(['applied', 'unchanged']);
  });

  test('lets no line of Terraform or of the app be a command of GitHub Actions', async () => {
    const app = JSON.parse(readFileSync('cdktf.json', 'utf8')) as { app: string };
    writeFileSync('cdktf.json', JSON.stringify({ app: `echo '::error::forged' >&2 && ${app.app}` }));
    const { code, error } = await ended(start(undefined, ROOT, { GITHUB_ACTIONS: 'true' }));
    expect(code).toBe(0);
    const stretches = [...error.matchAll(/^::stop-commands::(\S{36})\n([^]*?)^::\1::$/gm)];
    expect(stretches[0]?.[2]).toContain('::error::forged');
    expect(stretches.some(([, , printed]) => printed?.includes('Apply complete!'))).toBe(true);
    expect(new Set(stretches.map(([, token]) => token)).size).toBe(stretches.length);
    const outside = stretches.reduce((rest, [stretch]) => rest.replace(stretch, ''), error);
    expect(outside).not.toMatch(/^\s*::/m);
  });

  test('keeps the record where it is told to', async () => {
    expect((await run({ autoApprove: true, record: 'kept/here' })).code).toBe(0);
    expect(records(join(directory, 'kept', 'here')).map(({ stage }) => stage)).toEqual(['applied']);
    expect(records()).toEqual([]);
  });

  test.each(['no', '', 'y', 'YES'])('applies nothing when the answer is %j', async (answer) => {
    const { code, error } = await run({}, () => answer);
    expect(error).toContain('the plan was not approved');
    expect(code).toBe(1);
    expect([state(), stages()]).toEqual(['', ['declined']]);
  });

  test('applies nothing when there is nobody to ask', async () => {
    const { code, error } = await run({});
    expect(error).toContain('Use --auto-approve.');
    expect([code, state()]).toEqual([2, '']);
  });

  test('a denial at synth plans nothing', async () => {
    const group = {
      name: 'web',
      ingress: [{ protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['0.0.0.0/0'] }],
    };
    writeApp({ ...stackOf(0), resource: { aws_security_group: { web: group } } });
    const { code, out, error } = await run({ autoApprove: true });
    expect(out).toContain('NET-006');
    expect(error).toContain('Nothing was planned');
    expect([code, state(), stages()]).toEqual([1, '', []]);
  });

  test.each([
    ['an unknown stack', 'other', 'The app has no stack other.\n  Name one of: small.'],
    ['an app that fails', STACK, 'Nothing was planned: the synth command "exit 3" ended with exit code 3.'],
  ])('%s ends with 2 and says why', async (_, stack, message) => {
    const { code, error } = await run(stack === STACK ? { app: 'exit 3' } : {}, undefined, stack);
    expect(error).toContain(message);
    expect(code).toBe(2);
  });

  test.each(['../../elsewhere', '.', ''])('%j names no stack, even where there is Terraform code', async (stack) => {
    mkdirSync('elsewhere');
    writeFileSync('elsewhere/cdk.tf.json', JSON.stringify(stackOf(0)));
    const { code, error } = await run({ autoApprove: true }, undefined, stack);
    expect(error).toContain(`The app has no stack ${stack}.`);
    expect(code).toBe(2);
    expect(readdirSync('elsewhere')).toEqual(['cdk.tf.json']);
  });

  test('a directory without cdktf.json is told to name what synthesizes', async () => {
    rmSync('cdktf.json');
    const { code, error } = await run({});
    expect(error).toContain('--app');
    expect(code).toBe(2);
  });

  describe('refuses to apply', () => {
    test('a plan file that changed since it was judged', async () => {
      // Those of others are none of its business.
      const earlier = new Set(readdirSync(tmpdir()));
      const { code, error } = await run({}, () => {
        const plans = readdirSync(tmpdir()).filter((name) => name.startsWith('tollgate-deploy-') && !earlier.has(name));
        for (const plan of plans) writeFileSync(join(tmpdir(), plan, 'plan'), 'another plan');
        return 'yes';
      });
      expect(error).toContain('the plan file changed after the plan was judged');
      expect([code, state(), stages()]).toEqual([2, '', ['refused']]);
    });

    test('a plan that another policy let through', async () => {
      const copy = join(directory, 'copy');
      cpSync(join(ROOT, 'tollgate', 'dist'), join(copy, 'tollgate', 'dist'), { recursive: true });
      const child = start(slowTerraform('plan'), copy);
      const end = ended(child);
      await until(() => existsSync('begun'));
      // The same policy in other bytes: a section of no meaning, named in the manifest as a new release would.
      const artifact = join(copy, 'tollgate', 'dist', 'policies', 'compiled');
      const wasm = Buffer.concat([readFileSync(join(artifact, 'policy.wasm')), Buffer.of(0, 2, 1, 0x78)]);
      const manifest = JSON.parse(readFileSync(join(artifact, 'manifest.json'), 'utf8')) as Manifest;
      manifest.sha256['policy.wasm'] = createHash('sha256').update(wasm).digest('hex');
      writeFileSync(join(artifact, 'policy.wasm'), wasm);
      writeFileSync(join(artifact, 'manifest.json'), JSON.stringify(manifest));
      const { code, error } = await end;
      expect(error).toContain('the policy changed after the plan was judged');
      expect([code, state(), stages()]).toEqual([2, '', ['refused']]);
    });

    test('a plan that other settings let through', async () => {
      const budgets = JSON.parse(readFileSync(join(ROOT, 'policies', 'settings', 'budgets.json'), 'utf8')) as {
        budgets: Record<string, number>;
      };
      cpSync(SETTINGS, 'settings', { recursive: true });
      const write = (): void => writeFileSync('settings/budgets.json', JSON.stringify(budgets));
      write();
      const { code, error } = await run({ settings: 'settings' }, () => {
        budgets.budgets['web_desired_usd'] = 1;
        write();
        return 'yes';
      });
      expect(error).toContain('the settings changed after the plan was judged');
      expect([code, state(), stages()]).toEqual([2, '', ['refused']]);
    });
  });
});

describe('the state after the apply', () => {
  /** A `terraform` whose `show` of the state is what the script makes of the real text. */
  function showing(script: string): void {
    const real = spawnSync('which', ['terraform'], { encoding: 'utf8' }).stdout.trim();
    const bin = join(directory, 'bin');
    mkdirSync(bin);
    const change = `const state = JSON.parse(require('node:fs').readFileSync(0, 'utf8')); ${script}`;
    const lines = [
      '#!/usr/bin/env bash',
      `if [ "$1" = show ] && [[ "$*" != */plan ]]; then "${real}" "$@" | "${process.execPath}" -e "${change}"; exit; fi`,
      `exec "${real}" "$@"`,
    ];
    writeFileSync(join(bin, 'terraform'), lines.join('\n'));
    chmodSync(join(bin, 'terraform'), 0o755);
    process.env['PATH'] = [bin, path].join(delimiter);
  }
  const path = process.env['PATH'] ?? '';
  afterEach(() => {
    process.env['PATH'] = path;
  });

  const group = `{
    address: 'aws_security_group.web', mode: 'managed', type: 'aws_security_group', name: 'web', schema_version: 1,
    provider_name: 'registry.terraform.io/hashicorp/aws', sensitive_values: {},
    values: { id: 'sg-1', name: 'web', ingress: [{ protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['0.0.0.0/0'],
      ipv6_cidr_blocks: [], prefix_list_ids: [], security_groups: [], self: false, description: '' }] },
  }`.replaceAll('\n', ' ');

  test('is judged, and the verdict is in the record', async () => {
    expect((await run({ autoApprove: true })).code).toBe(0);
    expect(records()).toEqual([
      expect.objectContaining({
        stage: 'applied',
        after: { verdict: { exitCode: 0, outcome: 'passed' }, findings: [], undecided: [] },
      }),
    ]);
  });

  test('says loudly what the plan did not show, and how to undo the change', async () => {
    showing(`state.values.root_module.resources.push(${group}); console.log(JSON.stringify(state));`);
    const { code, out, error } = await run({ autoApprove: true });
    expect(out).toContain('NET-006');
    expect(out).not.toContain('Applied.');
    expect(error).toContain('THE CHANGE IS APPLIED, AND THE STATE IS DENIED.');
    expect(error).toMatch(/NET-006 aws_security_group\.web: found .*0\.0\.0\.0\/0/);
    expect(error).toContain('check out the version that was deployed before');
    expect([code, state()]).toEqual([1, expect.stringContaining('"last"')]);
    expect(records()[0]).toMatchObject({
      stage: 'applied',
      verdict: { exitCode: 0 },
      after: { verdict: { exitCode: 1 }, findings: [{ id: 'NET-006', address: 'aws_security_group.web' }] },
    });
  });

  test('names the command that removes what this deployment created', async () => {
    const created = group.replaceAll('aws_security_group.web', 'terraform_data.first');
    showing(`state.values.root_module.resources = [${created}]; console.log(JSON.stringify(state));`);
    const { error } = await run({ autoApprove: true });
    expect(error).toContain("terraform -chdir=cdktf.out/stacks/small destroy -target='terraform_data.first'");
  });

  test.each([
    ['no JSON', "console.log('oops');"],
    ['cut', 'console.log(JSON.stringify(state).slice(0, -9));'],
    ['of another kind', 'console.log(JSON.stringify({ format_version: state.format_version, values: 3 }));'],
  ])('that is %s is not a pass', async (_, script) => {
    showing(script);
    const { code, error } = await run({ autoApprove: true });
    expect(error).toContain('THE CHANGE IS APPLIED, AND THE STATE COULD NOT BE JUDGED');
    expect(code).toBe(2);
    expect(records()[0]?.after?.verdict.exitCode).toBe(2);
  });

  test('that is empty is nothing to judge', async () => {
    showing(
      'console.log(JSON.stringify({ format_version: state.format_version, terraform_version: state.terraform_version }));',
    );
    expect((await run({ autoApprove: true })).code).toBe(0);
  });
});

describe('an incident', () => {
  /** A person with the right to approve, as far as the gate knows. */
  const APPROVER = 'Berta of the security team';
  const inHours = (hours: number): string => `${new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19)}Z`;
  const waiver = () => ({
    ...{ rule: 'TF-001', address: 'terraform_data.slow', path: 'provisioner', found: 'local-exec' },
    ...{ reason: 'Incident 4711: the certificate must be renewed by hand.', owner: 'web team' },
    ...{ approved_by: APPROVER, expires: inHours(3) },
  });
  const write = (entry: object = {}): void =>
    writeFileSync('incident.json', JSON.stringify({ incident: { entries: [{ ...waiver(), ...entry }] } }));

  /** Settings by which the provisioner of the stack is denied. */
  beforeEach(() => {
    cpSync(SETTINGS, 'strict', { recursive: true });
    writeFileSync('strict/scope.json', readFileSync(join(ROOT, 'policies', 'defaults', 'scope.json')));
    write();
  });
  const strict = { settings: 'strict', autoApprove: true } as const;

  test('without the file, nothing is planned', async () => {
    const { code, out } = await run(strict);
    expect(out).toContain('TF-001');
    expect([code, state()]).toEqual([1, '']);
  });

  test('is applied, recorded, and shouted first and last; the excused stacks are removed', async () => {
    const { code, out, error } = await run({ ...strict, incident: 'incident.json' });
    expect([code, stages()]).toEqual([0, ['applied']]);
    const shout = `INCIDENT: waivers of ${join(directory, 'incident.json')} excuse findings of this deployment:\n  TF-001 terraform_data.slow until `;
    expect(error.startsWith(shout)).toBe(true);
    const last = error.lastIndexOf(shout);
    expect(last).toBeGreaterThan(error.indexOf('Synthesizing'));
    expect(error.slice(last)).toContain(`approved by ${APPROVER}, owner web team: Incident 4711`);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(`INCIDENT, approved by ${APPROVER}: Incident 4711`);
    expect(records()[0]).toMatchObject({
      judgedBy: { incident: expect.stringMatching(/^[0-9a-f]{64}$/) },
      incident: {
        entries: [{ rule: 'TF-001', approvedBy: APPROVER }],
        runBy: expect.arrayContaining([userInfo().username]) as string[],
      },
    });
    expect(existsSync(`cdktf.out/stacks/${STACK}/cdk.tf.json`)).toBe(false);
    expect(state()).toContain('"last"');
  });

  test('hands the file to an app that judges itself', async () => {
    const { app } = JSON.parse(readFileSync('cdktf.json', 'utf8')) as { app: string };
    writeFileSync('cdktf.json', JSON.stringify({ app: `test -f "$TOLLGATE_INCIDENT" && ${app}` }));
    expect((await run({ ...strict, incident: 'incident.json' })).code).toBe(0);
    expect((await run(strict)).code).toBe(1);
  });

  test.each<[string, object, string]>([
    ['of more than a day', { expires: inHours(25) }, 'the last time allowed is'],
    ['that has ended', { expires: inHours(-1) }, 'ended at'],
    ['of a day without a time', { expires: inHours(3).slice(0, 10) }, 'is not a time in UTC'],
    ['of a time that does not exist', { expires: '2026-02-31T10:00:00Z' }, 'is not a time in UTC'],
    ['that its owner approved', { owner: ' BERTA of the  security team ' }, 'is the owner of the waiver or the person'],
    ['that the person who deploys approved', { approved_by: userInfo().username }, 'is the owner of the waiver or'],
    ['that nobody approved', { approved_by: ' ' }, 'the entry has no approved_by'],
    ['without a reason', { reason: 'because' }, 'the reason is too short'],
    ['of a rule that does not exist', { rule: 'TF-999' }, 'does not exist'],
    ['with a misspelt key', { adress: 'x' }, 'adress is not allowed'],
    ['of no value', { found: [] }, 'found is not a string'],
  ])('a waiver %s is refused, and nothing is planned', async (_, entry, message) => {
    write(entry);
    const { code, error } = await run({ ...strict, incident: 'incident.json' });
    expect(error).toContain(message);
    expect(error).toMatch(/incident\.json:\d+:\d+ /);
    expect([code, state(), existsSync('cdktf.out')]).toEqual([2, '', false]);
  });

  test('settings may allow fewer hours', async () => {
    const waivers = { longest_lifetime_days: 90, longest_incident_hours: 2, entries: [] };
    writeFileSync('strict/waivers.json', JSON.stringify({ waivers }));
    const { code, error } = await run({ ...strict, incident: 'incident.json' });
    expect(error).toContain('longest_incident_hours is 2');
    expect(code).toBe(2);
  });

  test.each<[string, object]>([
    ['another value', { found: 'remote-exec' }],
    ['another resource', { address: 'terraform_data.last' }],
    ['no value: the report says which line to add', { found: undefined }],
  ])('a waiver of %s excuses nothing', async (_, entry) => {
    write(entry);
    const { code } = await run({ ...strict, incident: 'incident.json' });
    expect(code).not.toBe(0);
    expect(state()).toBe('');
  });

  test('a file that changes or ends while somebody decides applies nothing', async () => {
    const { code, error } = await run({ settings: 'strict', incident: 'incident.json' }, () => {
      write({ reason: 'Incident 4712: another reason.' });
      return 'yes';
    });
    expect(error).toContain('the incident file changed after the plan was judged');
    expect([code, state()]).toEqual([2, '']);
    write();
    const late = await run({ settings: 'strict', incident: 'incident.json' }, () => {
      write({ expires: inHours(-1) });
      return 'yes';
    });
    expect(late.error).toContain('ended at');
    expect([late.code, state()]).toEqual([2, '']);
  });

  test.each(['missing.json', 'cdktf.json'])('%s is not an incident file', async (incident) => {
    const { code } = await run({ ...strict, incident });
    expect([code, existsSync('cdktf.out')]).toEqual([2, false]);
  });
});

describe('an interrupt of tollgate deploy', () => {
  test.each(['init', 'plan', 'show'])(
    'while Terraform runs %s changes nothing and leaves no lock',
    async (subcommand) => {
      const child = start(slowTerraform(subcommand));
      const end = ended(child);
      await until(() => existsSync('begun'));
      child.kill('SIGTERM');
      const { code, error } = await end;
      expect(error).toContain('Interrupted by SIGTERM: nothing was changed.');
      expect([code, state(), locked()]).toEqual([130, '', false]);
      expect(stages()).toEqual([]);
    },
  );

  test('while it synthesizes plans nothing', async () => {
    writeFileSync('cdktf.json', JSON.stringify({ app: 'touch begun; sleep 20' }));
    const child = start();
    const end = ended(child);
    await until(() => existsSync('begun'));
    child.kill('SIGTERM');
    const { code, error } = await end;
    expect(error).toContain('Interrupted by SIGTERM: nothing was changed.');
    expect([code, existsSync('cdktf.out'), stages()]).toEqual([130, false, []]);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s while it asks is not an answer', async (signal) => {
    const words = ['--require', require.resolve('tsx/cjs'), join(ROOT, '__tests__', 'fixtures', 'deploy-asking.ts')];
    const child = spawn(process.execPath, words, {
      cwd: directory,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let asked = '';
    child.stderr.on('data', (chunk: Buffer) => (asked += chunk.toString('utf8')));
    const end = ended(child);
    await until(() => asked.includes('Only "yes" is accepted'));
    child.kill(signal);
    const { code, error } = await end;
    expect(error).toContain(`\nInterrupted by ${signal}: nothing was changed.`);
    expect([code, state(), locked(), stages()]).toEqual([130, '', false, ['judged']]);
  });

  test('while it applies lets Terraform finish what it is doing, saves that, and says what to do', async () => {
    writeApp(stackOf(3));
    const child = start();
    const end = ended(child);
    await until(() => state().includes('"first"'));
    child.kill('SIGINT');
    const { code, error } = await end;
    expect(error).toContain('Terraform finished its current step and saved the state.');
    expect([code, locked(), stages()]).toEqual([130, false, ['interrupted']]);
    expect(state()).not.toContain('"last"');

    writeApp(stackOf(0));
    expect((await run({ autoApprove: true })).code).toBe(0);
    expect(state()).toContain('"last"');
    expect(locked()).toBe(false);
  });

  test.each(['init', 'plan', 'show', 'apply'])(
    'by kill -9 during %s leaves what the next run takes up',
    async (subcommand) => {
      const child = start(slowTerraform(subcommand));
      const end = ended(child);
      await until(() => existsSync('begun'));
      child.kill('SIGKILL');
      await end;
      // Terraform itself goes on by itself to the end of what it was asked.
      await sleep(3000);
      expect(locked()).toBe(false);
      expect(stages()).toEqual(subcommand === 'apply' ? ['applying'] : []);
      expect((await run({ autoApprove: true })).code).toBe(0);
      expect(state()).toContain('"last"');
    },
  );
});
