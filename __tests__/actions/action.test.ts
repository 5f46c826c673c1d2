import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkout, runSteps, type Ran, type Step } from './steps';
import { Api } from '../pull-request/api';
import { COMMITS, runFor, type Payload } from '../pull-request/payloads';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** Where the action is, as GitHub checks it out: apart from the workspace, with nothing installed. */
let action: string;
const ROOT = join(__dirname, '..', '..');
let directory: string;
let workspace = '';
let api: Api;
let address = '';

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'action-'));
  action = join(directory, 'action');
  checkout(action);
  // Plans of another repository: the architecture of this one, and the same with more instances than the limit allows.
  execFileSync(process.execPath, [require.resolve('tsx/cli'), join(ROOT, 'main.ts')], { cwd: directory });
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

beforeEach(async () => {
  workspace = mkdtempSync(join(directory, 'workspace-'));
  // Another repository, whose own settings are its own affair.
  writeFileSync(join(workspace, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(workspace, 'tsconfig.json'), '{ "compilerOptions": { "paths": { "*": ["./nowhere/*"] } } ');
  const stack = join(directory, 'cdktf.out', 'stacks', 'productos-api', 'cdk.tf.json');
  const text = readFileSync(stack, 'utf8');
  writeFileSync(join(workspace, 'good.json'), text);
  writeFileSync(join(workspace, 'bad.json'), text.replace('"max_size": 10', '"max_size": 40'));
  api = new Api();
  address = await api.start();
  api.pull(7, COMMITS.own, 'acme/infrastructure');
  api.pull(8, COMMITS.fork, 'mallory/infrastructure');
});
afterEach(() => api.stop());

/**
 * Runs the steps of an action for an event; only those with the given names, when there are any. The settings are those of
 * productos-api where the inputs name none.
 */
function use(
  file: string,
  named: Readonly<Record<string, string>>,
  payload: Payload,
  only: readonly Pick<Step, 'name'>[] = [],
  base?: string,
): Promise<Ran> {
  const { inputs: declared, runs } = parse(readFileSync(join(action, file), 'utf8')) as Action;
  const settings = 'settings' in declared ? { settings: join(action, 'policies', 'settings') } : {};
  const inputs: Readonly<Record<string, string>> = { ...settings, ...named };
  const unknown = Object.keys(inputs).filter((name) => !(name in declared));
  if (unknown.length > 0) throw new Error(`no input ${unknown.join()}`);
  const temp = mkdtempSync(join(directory, 'temp-'));
  const defaults = Object.entries(declared).map(([name, input]) => [`inputs.${name}`, input.default ?? '']);
  const given = Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value]);
  return runSteps(
    runs.steps.filter(({ name }) => only.length === 0 || only.some((step) => step.name === name)),
    {
      workspace: existsSync(workspace) ? workspace : directory,
      temp,
      environment: {
        ...runFor(directory, payload, ({ pull_request: request }) => {
          if (request !== undefined && base !== undefined) request['base'] = { sha: base };
        }),
        GITHUB_ACTION_PATH: join(action, file, '..'),
        GITHUB_API_URL: address,
      },
      context: {
        ...(Object.fromEntries([...defaults, ...given]) as Record<string, string>),
        'inputs.github-token': 'not-a-token',
        'runner.temp': temp,
      },
    },
  );
}

test('the action installs nothing, and does not change the checkout', async () => {
  const files = (): string[] => readdirSync(action, { recursive: true, encoding: 'utf8' }).sort();
  const before = files();
  expect(await use('action.yml', { plan: 'good.json' }, 'pull_request')).toMatchObject({
    conclusion: 'success',
    codes: { Node: 0, Judge: 0, Verdict: 0 },
    outputs: { 'steps.judge.outputs.verdict': 'passed', 'steps.judge.outputs.exit-code': '0' },
  });
  expect(files()).toEqual(before);
});

test('a plan that breaks a rule fails the job at its last step, with annotations, SARIF and one comment', async () => {
  const inputs = { plan: 'bad.json', 'base-plan': 'good.json', sarif: 'out/tollgate.sarif', comment: 'true' };
  const { conclusion, codes, outputs, log } = await use('action.yml', inputs, 'pull_request');
  expect([conclusion, codes]).toEqual(['failure', { Node: 0, Judge: 0, Comment: 0, Verdict: 1 }]);
  expect(outputs).toMatchObject({
    ...{ 'steps.judge.outputs.verdict': 'denied', 'steps.judge.outputs.sarif': 'out/tollgate.sarif' },
  });
  expect(log).toMatch(/^::error file=bad\.json,title=COST-003 /m);
  const sarif = JSON.parse(readFileSync(join(workspace, 'out', 'tollgate.sarif'), 'utf8')) as { version: string };
  expect(sarif.version).toBe('2.1.0');
  expect(api.comments).toHaveLength(1);
  expect(api.comments[0]?.body).toMatch(/^<!-- tollgate: tollgate -->\n## ❌ Denied: adds \d blocking findings?\n/);
  expect(api.comments[0]?.body).toMatch(/at maximum size \$\d+\.\d\d → \$\d+\.\d\d \(\+\$/);
});

test('a plan that is not there is no pass', async () => {
  const { conclusion, codes, outputs } = await use('action.yml', { plan: 'nowhere.json' }, 'pull_request');
  expect([conclusion, codes]).toEqual(['failure', { Node: 0, Judge: 0, Verdict: 2 }]);
  expect(outputs).toMatchObject({ 'steps.judge.outputs.verdict': 'could-not-judge' });
});

test('a run without a plan does not pass', async () => {
  const { conclusion, codes } = await use('action.yml', { plan: '' }, 'pull_request');
  expect([conclusion, codes]).toMatchObject(['failure', { Verdict: 2 }]);
});

/** Commits everything in the workspace, and returns the commit. */
function commitWorkspace(): string {
  const git = (...words: string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...words],
      {
        cwd: workspace,
        encoding: 'utf8',
        stdio: 'pipe',
      },
    ).trim();
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message=x');
  return git('rev-parse', 'HEAD');
}

/** Settings in the workspace whose budgets allow everything. */
function generousSettings(): string {
  const settings = join(workspace, 'limits');
  cpSync(join(action, 'policies', 'settings'), settings, { recursive: true });
  const budgets = JSON.parse(readFileSync(join(action, 'policies', 'settings', 'budgets.json'), 'utf8')) as {
    budgets: Record<string, number>;
  };
  for (const name of Object.keys(budgets.budgets)) budgets.budgets[name] = 100_000;
  writeFileSync(join(settings, 'budgets.json'), JSON.stringify(budgets));
  return 'limits';
}

test('settings, waivers, baseline and least severity reach the gate', async () => {
  const settings = generousSettings();
  const base = commitWorkspace();
  const limited = await use('action.yml', { plan: 'bad.json', settings }, 'pull_request', [], base);
  expect([limited.log.includes('COST-003'), limited.codes['Verdict']]).toEqual([false, 1]);

  const first = join(directory, 'first');
  const report = await use('action.yml', { plan: 'bad.json', directory: first }, 'pull_request', [], base);
  expect(report.outputs).toMatchObject({ 'steps.judge.outputs.report': join(first, 'head.json') });
  const known = await use(
    ...(['action.yml', { plan: 'bad.json', baseline: join(first, 'head.json') }, 'pull_request', [], base] as const),
  );
  expect(known.conclusion).toBe('success');

  const lenient = await use('action.yml', { plan: 'bad.json', 'fail-on': 'critical' }, 'pull_request', [], base);
  expect(lenient.conclusion).toBe('success');

  for (const name of ['waivers', 'settings', 'baseline', 'fail-on', 'rules']) {
    const missing = await use('action.yml', { plan: 'good.json', [name]: 'nowhere' }, 'pull_request', [], base);
    expect([name, missing.conclusion]).toEqual([name, 'failure']);
  }
});

test('a pull request does not raise its own budget, and its comment says first that it wants to', async () => {
  cpSync(join(action, 'policies', 'settings'), join(workspace, 'limits'), { recursive: true });
  const base = commitWorkspace();
  const settings = generousSettings();
  commitWorkspace();
  const inputs = { plan: 'bad.json', 'base-plan': 'good.json', settings, comment: 'true' };
  const { codes } = await use('action.yml', inputs, 'pull_request', [], base);
  expect(codes['Verdict']).toBe(1);
  const [comment] = api.comments;
  expect(comment?.body).toMatch(
    /^<!-- tollgate: tollgate -->\n## ⚠️ The change alters what judges it: budgets\.json\n/,
  );
  expect(comment?.body).toContain('- `budgets.json: budgets.stack_maximum_usd: 260 → 100000`');
  expect(comment?.body).toContain('COST-003');
  expect(comment?.body).not.toMatch(/fixes/i);
});

test('a base that cannot be fetched ends with 2 and says how to fetch it', async () => {
  const settings = generousSettings();
  commitWorkspace();
  const { codes, log } = await use('action.yml', { plan: 'good.json', settings }, 'pull_request');
  expect(codes['Verdict']).toBe(2);
  expect(log).toContain('is not in this checkout.');
  expect(log).toContain('fetch-depth: 0');
});

test('a base that the checkout lacks is fetched', async () => {
  const settings = generousSettings();
  const base = commitWorkspace();
  writeFileSync(join(workspace, 'more.txt'), 'x');
  commitWorkspace();
  const origin = workspace;
  execFileSync('git', ['config', 'uploadpack.allowAnySHA1InWant', 'true'], { cwd: origin });
  workspace = mkdtempSync(join(directory, 'shallow-'));
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${origin}`, workspace]);
  const { codes, log } = await use('action.yml', { plan: 'good.json', settings }, 'pull_request', [], base);
  expect([codes['Verdict'], log]).toEqual([0, expect.not.stringContaining('is not in this checkout')]);
});

test('nothing in an input is run', async () => {
  const evil = '$(touch pwned)`touch pwned`"; touch pwned; #';
  const inputs = { plan: evil, settings: evil, sarif: '', comment: 'true', name: evil };
  expect((await use('action.yml', inputs, 'pull_request')).conclusion).toBe('failure');
  expect(existsSync(join(workspace, 'pwned'))).toBe(false);
});

test('the run after the one of a fork writes its comment', async () => {
  const first = await use(
    'action.yml',
    { plan: 'bad.json', comment: 'true', directory: 'handed' },
    'pull_request-fork',
    [{ name: 'Install' }, { name: 'Judge' }],
  );
  expect(first.conclusion).toBe('success');
  const { runs } = parse(readFileSync(join(action, 'tollgate', 'comment', 'action.yml'), 'utf8')) as Action;
  const [, fetch, write] = runs.steps;
  expect([fetch?.uses?.split('@')[0], write?.env?.['TOLLGATE_REPORTS']]).toEqual([
    'actions/download-artifact',
    '${{ runner.temp }}/tollgate-handover',
  ]);
  const temp = mkdtempSync(join(directory, 'temp-'));
  execFileSync('cp', ['-R', join(workspace, 'handed'), join(temp, 'tollgate-handover')]);
  const second = await runSteps(runs.steps, {
    ...{ workspace, temp },
    environment: {
      ...runFor(directory, 'workflow_run-fork'),
      ...{ GITHUB_ACTION_PATH: join(action, 'tollgate', 'comment'), GITHUB_API_URL: address },
    },
    context: { 'inputs.name': 'tollgate', 'inputs.github-token': 'not-a-token', 'runner.temp': temp },
  });
  expect(second).toMatchObject({ conclusion: 'success', codes: { Node: 0, Comment: 0 } });
  expect(api.requests.at(-1)).toBe('POST issues/8/comments');
});
