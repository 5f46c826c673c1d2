import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SETTINGS } from '../settings';
import { checkout } from './steps';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly language: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}

const ROOT = join(__dirname, '..', '..');
const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];

let directory: string;
/** Where pre-commit has the repository of the hooks. */
let source: string;
/** A repository that uses the hooks. */
let repository: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'pre-commit-'));
  source = join(directory, 'source');
  checkout(source);
  repository = join(directory, 'repository');
  const stack = join(repository, 'cdktf.out', 'stacks', 'image');
  mkdirSync(stack, { recursive: true });
  const image = {
    resource: { aws_ami_from_instance: { ami: { name: 'a', source_instance_id: 'i-0123456789abcdef0' } } },
  };
  writeFileSync(join(stack, 'cdk.tf.json'), JSON.stringify(image));
  const entry = {
    name: 'image',
    constructPath: 'image',
    workingDirectory: 'stacks/image',
    annotations: [],
    dependencies: [],
  };
  const stacks = { image: { ...entry, synthesizedStackPath: 'stacks/image/cdk.tf.json' } };
  writeFileSync(join(repository, 'cdktf.out', 'manifest.json'), JSON.stringify({ version: '0.21.0', stacks }));
  cpSync(join(stack, 'cdk.tf.json'), join(repository, 'cdk.tf.json'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function run(
  { entry, args = [], pass_filenames: pass = true }: Hook,
  files: readonly string[],
): { status: number | null; text: string } {
  const [program = '', ...words] = entry.split(' ');
  // For `language: script`, pre-commit runs a file from the repository of the hooks.
  const asked = [...words, '--settings', SETTINGS, ...args, ...(pass ? files : [])];
  const { status, stdout, stderr } = spawnSync(join(source, program), asked, { cwd: repository });
  return { status, text: `${stdout.toString()}${stderr.toString()}` };
}

test.each(hooks)('the hook $id judges without installing anything', (hook) => {
  expect(hook.language).toBe('script');
  const { status, text } = run(hook, ['cdk.tf.json']);
  expect([status, text]).toEqual([
    0,
    expect.stringMatching(/^PASSED, but no rule applied to any resource {2}1 stack, 1 resource\n/),
  ]);
});

test('plans and stacks that are committed are judged, other files are not', () => {
  const files = new RegExp(hooks.find(({ id }) => id === 'tollgate')?.files ?? '');
  expect(['plan.json', 'envs/prod.tfplan.json', 'a/cdk.tf.json'].every((name) => files.test(name))).toBe(true);
  expect(['package.json', 'plan.json.txt', 'main.tf', 'planning.json'].some((name) => files.test(name))).toBe(false);
});

test('a file that cannot be judged stops the commit', () => {
  writeFileSync(join(repository, 'plan.json'), '{}');
  for (const hook of hooks.filter(({ id }) => id === 'tollgate')) expect(run(hook, ['plan.json']).status).toBe(2);
});
