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
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deploy, type DeployOptions } from '../../tollgate/cli/deploy';
import type { DeployRecord } from '../../tollgate/cli/deploy-record';
import { SETTINGS } from '../settings';

const ROOT = join(__dirname, '..', '..');
const STACK = 'small';

/** What the app of these tests writes: built-in resources, so that real Terraform applies them without any provider. */
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

function start(bin?: string, root = ROOT): ChildProcess {
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
    env: { ...process.env, PATH: path },
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

    test('what another policy let through', async () => {
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

    test('what other settings let through', async () => {
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

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s while it asks is no answer', async (signal) => {
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
