import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkout, type Step } from './steps';
import { actionlint } from '../../test/actionlint/run';
import { SETTINGS } from '../settings';

const ROOT = join(__dirname, '..', '..');
const page = readFileSync(join(ROOT, 'docs', 'pull-requests.md'), 'utf8');
const examples = (text: string): string[] =>
  [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => yaml);
const action = (file: string): Readonly<Record<string, unknown>> =>
  (parse(readFileSync(join(ROOT, file), 'utf8')) as { inputs: Readonly<Record<string, unknown>> }).inputs;

let directory: string;
beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'docs-'))));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('docs/pull-requests.md', () => {
  test('its workflows are workflows', async () => {
    const workflows = join(directory, '.github', 'workflows');
    mkdirSync(workflows, { recursive: true });
    const whole = examples(page).filter((yaml) => yaml.startsWith('name:'));
    expect(whole).toHaveLength(2);
    whole.forEach((yaml, index) => writeFileSync(join(workflows, `example-${index}.yml`), yaml));
    execFileSync('git', ['init', '--quiet', directory]);
    const { status, stdout } = spawnSync(await actionlint(), ['-no-color', '-shellcheck=', '-pyflakes='], {
      cwd: directory,
    });
    expect([status, stdout.toString()]).toEqual([0, '']);
  });

  test('its examples give only inputs of the action, and pin the same actions as this repository', () => {
    const steps = examples(page).flatMap((yaml) => stepsIn(parse(yaml)));
    const ours = steps.filter(({ uses }) => uses?.startsWith('OWNER/tollgate') === true);
    expect(ours.length).toBeGreaterThanOrEqual(4);
    for (const step of ours) {
      const inputs = action(step.uses?.includes('/comment@') === true ? 'tollgate/comment/action.yml' : 'action.yml');
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    }
    const used = ['ci.yml', 'tollgate.yml']
      .map((name) => readFileSync(join(ROOT, '.github', 'workflows', name), 'utf8'))
      .join('');
    const pins = page.match(/[\w-]+\/[\w/-]+@[0-9a-f]{40} # v[\d.]+/g) ?? [];
    expect(pins.filter((pin) => !used.includes(pin))).toEqual([]);
    expect(pins.length).toBeGreaterThanOrEqual(4);
  });

  test('its table has every input, and no other', () => {
    const [, table = ''] = /^\| input [\s\S]*?\n\| [-: |]+\n([\s\S]*?)\n\n/m.exec(page) ?? [];
    const listed = table.split('\n').map((row) => /^\| `([\w-]+)`/.exec(row)?.[1]);
    expect(listed.sort()).toEqual(Object.keys(action('action.yml')).sort());
  });

  test('its hooks are the hooks', () => {
    const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as readonly {
      readonly id: string;
    }[];
    for (const { id } of hooks) expect(page).toContain(`\`${id}\``);
  });
});

type Example = Step & { readonly with?: Readonly<Record<string, unknown>> };

/** The steps of an example, which is a workflow or only a part of one. */
function stepsIn(example: unknown): readonly Example[] {
  if (Array.isArray(example)) return example as readonly Example[];
  const { jobs = {} } = example as { readonly jobs?: Readonly<Record<string, { readonly steps: readonly Example[] }>> };
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

test('the job of docs/gitlab-ci.md judges a plan', () => {
  const [yaml = ''] = examples(readFileSync(join(ROOT, 'docs', 'gitlab-ci.md'), 'utf8'));
  const { tollgate: job } = parse(yaml) as {
    readonly tollgate: { readonly before_script: readonly string[]; readonly script: readonly string[] };
  };
  const source = join(directory, 'source');
  checkout(source);
  const git = (...words: string[]): string => {
    const identity = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...identity, ...words], { cwd: source })
      .toString()
      .trim();
  };
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message=Source');

  const workspace = join(directory, 'gitlab');
  mkdirSync(workspace);
  // An instance whose metadata service asks for no token, and nothing else.
  const resource = {
    aws_instance: { one: { ami: 'ami-1', instance_type: 't3.small', metadata_options: { http_tokens: 'optional' } } },
  };
  writeFileSync(join(workspace, 'plan.json'), JSON.stringify({ resource }));
  cpSync(SETTINGS, join(workspace, 'policies', 'tollgate'), { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-eo', 'pipefail', '-c', [...job.before_script, ...job.script].join('\n')],
    {
      cwd: workspace,
      env: {
        ...process.env,
        TOLLGATE_REPOSITORY: `file://${source}`,
        TOLLGATE_COMMIT: git('rev-parse', 'HEAD'),
        TOLLGATE_DIRECTORY: join(directory, 'builds', 'tollgate'),
        // There is no GitLab to ask: the job goes on without an earlier report.
        ...{
          CI_API_V4_URL: 'http://127.0.0.1:9',
          CI_PROJECT_ID: '1',
          CI_DEFAULT_BRANCH: 'main',
          CI_JOB_TOKEN: 'not-a-token',
        },
      },
    },
  );
  expect([status, stdout.toString(), stderr.toString()]).toEqual([
    1,
    expect.stringMatching(/^DENIED /m),
    expect.any(String),
  ]);
  expect(['tollgate.json', 'tollgate.xml'].every((name) => existsSync(join(workspace, name)))).toBe(true);
});
