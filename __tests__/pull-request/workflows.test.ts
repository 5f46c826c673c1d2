import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import provider from '@cdktf/provider-aws/package.json';
import { parse } from 'yaml';

const ROOT = join(__dirname, '..', '..');
const WORKFLOWS = join('.github', 'workflows');
const workflows = readdirSync(join(ROOT, WORKFLOWS)).map((name) => join(WORKFLOWS, name));
const files = [...workflows, 'action.yml', join('tollgate', 'comment', 'action.yml')];

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly 'timeout-minutes'?: number;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs?: Readonly<Record<string, Job>>;
  readonly runs?: { readonly steps: readonly Step[] };
}

const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const read = (file: string): Workflow => parse(text(file)) as Workflow;
const jobs = (file: string): [string, Job][] => Object.entries(read(file).jobs ?? {});
const steps = (file: string): readonly Step[] =>
  read(file).runs?.steps ?? jobs(file).flatMap(([, job]) => [...job.steps]);

test('the workflows check, judge, comment, and release, and each week plan everything again, try CDKTN and audit the pinned packages', () => {
  expect(workflows.map((file) => file.replace(`${WORKFLOWS}/`, ''))).toEqual([
    'aws-provider.yml',
    'cdktn.yml',
    'ci.yml',
    'dependencies.yml',
    'release.yml',
    'tollgate-comment.yml',
    'tollgate.yml',
  ]);
});

describe.each(files)('%s', (file) => {
  test('pins every action to a commit, with its version', () => {
    const uses = text(file)
      .split('\n')
      .filter((line) => /^\s*(- )?uses:/.test(line));
    expect(uses.length).toBe(steps(file).filter((step) => step.uses !== undefined).length);
    for (const line of uses.filter((each) => !each.includes('uses: ./'))) {
      expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test('puts no expression into a command: the shell would run its value', () => {
    for (const { run = '' } of steps(file)) expect(run).not.toContain('${{');
  });

  test('leaves no token in a checkout', () => {
    for (const step of steps(file).filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });
});

describe.each(workflows)('%s', (file) => {
  test('has only the permissions that each job requests, and a time limit', () => {
    expect(read(file).permissions).toEqual({});
    for (const [, job] of jobs(file)) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    }
  });

  test('never runs code of a pull request with the permissions of this repository', () => {
    expect(Object.keys(read(file).on)).not.toContain('pull_request_target');
    expect(text(file)).not.toContain('secrets.');
  });
});

test('write permissions of each workflow', () => {
  const writes = workflows.flatMap((file) =>
    jobs(file).flatMap(([name, { permissions = {} }]) =>
      Object.entries(permissions).flatMap(([right, level]) => (level === 'read' ? [] : [`${name}: ${right} ${level}`])),
    ),
  );
  expect(writes).toEqual([
    // The release, and the identity by which npm knows the workflow.
    'publish: contents write',
    'publish: id-token write',
    'comment: pull-requests write',
    'code-scanning: security-events write',
  ]);
});

test('the workflow that may write a comment checks out the default branch, and nothing that the run names', () => {
  const checkouts = steps(join(WORKFLOWS, 'tollgate-comment.yml')).filter(({ uses }) => uses?.includes('checkout'));
  expect(checkouts.map((step) => step.with)).toEqual([{ 'persist-credentials': false }]);
  expect(Object.keys(read(join(WORKFLOWS, 'tollgate-comment.yml')).on)).toEqual(['workflow_run']);
});

test('all of it uses one version of each action', () => {
  const versions = new Map<string, Set<string>>();
  for (const { uses } of files.flatMap(steps)) {
    const [name = '', version] = uses?.split('@') ?? [];
    if (version !== undefined) versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  expect([...versions].filter(([, used]) => used.size > 1)).toEqual([]);
});

test('the weekly run takes the version of the provider that the typings were made from', () => {
  expect(text(join(WORKFLOWS, 'aws-provider.yml'))).toContain(
    `TOLLGATE_AWS_PROVIDER: ${provider.cdktf.provider.version}\n`,
  );
});
