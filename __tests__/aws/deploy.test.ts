import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploy, type DeployOptions } from '../../tollgate/cli/deploy';
import type { DeployRecord } from '../../tollgate/cli/deploy-record';
import { startLocalAws, type LocalAws } from '../../test/aws/local-aws';
import { SETTINGS } from '../settings';

const STACK = 'small';

let aws: LocalAws;
let directory: string;
let kept: NodeJS.ProcessEnv;
const before = process.cwd();

beforeAll(async () => {
  aws = await startLocalAws();
  kept = process.env;
  process.env = aws.variables();
  directory = mkdtempSync(join(tmpdir(), 'deploy-aws-'));
  process.chdir(directory);
});

afterAll(async () => {
  process.chdir(before);
  process.env = kept;
  rmSync(directory, { recursive: true, force: true });
  await aws.stop();
});

/** An app that writes this stack, as CDKTF would. */
function writeApp(resource: object): void {
  const manifest = {
    version: '0.21.0',
    stacks: {
      [STACK]: {
        ...{ name: STACK, constructPath: STACK, synthesizedStackPath: `stacks/${STACK}/cdk.tf.json` },
        ...{ workingDirectory: `stacks/${STACK}`, annotations: [], dependencies: [] },
      },
    },
  };
  const stack = {
    terraform: {
      required_providers: { aws: { source: 'hashicorp/aws' } },
      backend: { local: { path: '../../../small.tfstate' } },
    },
    resource,
  };
  mkdirSync('app', { recursive: true });
  writeFileSync('app/cdk.tf.json', JSON.stringify(stack));
  writeFileSync('app/manifest.json', JSON.stringify(manifest));
  const app = `mkdir -p cdktf.out/stacks/${STACK} && cp app/manifest.json cdktf.out && cp app/cdk.tf.json cdktf.out/stacks/${STACK}`;
  writeFileSync('cdktf.json', JSON.stringify({ app }));
}

async function run(options: DeployOptions): Promise<{ code: number; out: string; error: string }> {
  let out = '';
  let error = '';
  const code = await deploy(
    STACK,
    { settings: SETTINGS, ...options },
    {
      out: (text) => (out += text),
      error: (text) => (error += text),
      input: () => Promise.resolve(Buffer.of()),
      style: { colour: false, width: 100 },
    },
  );
  return { code, out, error };
}

const state = (): string => readFileSync('small.tfstate', 'utf8');

const stages = (): string[] =>
  readdirSync('.')
    .filter((name) => name.startsWith('tollgate-small-'))
    .map((name) => (JSON.parse(readFileSync(name, 'utf8')) as DeployRecord).stage);

test('the plan is judged as well: what stays open since changes of it are ignored is in no synthesized stack', async () => {
  const admit = (range: string, more: object = {}): void => {
    const ssh = {
      ...{ type: 'ingress', protocol: 'tcp', from_port: 22, to_port: 22 },
      ...{ security_group_id: '${aws_security_group.web.id}', cidr_blocks: [range] },
    };
    writeApp({
      aws_security_group: { web: { name: 'web', description: 'of a test' } },
      aws_security_group_rule: { ssh: { ...ssh, ...more } },
    });
  };
  cpSync(SETTINGS, 'lenient', { recursive: true });
  writeFileSync('lenient/enforcement.json', JSON.stringify({ enforcement: { default: 'off', rules: {} } }));

  admit('0.0.0.0/0');
  expect((await run({ autoApprove: true, settings: 'lenient' })).code).toBe(0);
  const open = state();
  admit('10.0.0.0/8', { lifecycle: { ignore_changes: ['cidr_blocks'] }, description: 'for us' });
  const { code, out } = await run({ autoApprove: true });

  expect(out).toContain('NET-006');
  expect([code, state()]).toEqual([1, open]);
  expect(stages()).toContain('denied');
});
