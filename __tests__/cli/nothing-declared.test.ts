/** The report for a new user who judges a plan without settings. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { run as tollgate } from '../../tollgate/cli/commands';
import type { JsonObject, Report } from '../../tollgate/model';

const ROOT = join(__dirname, '..', '..');

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tollgate-nothing-'))));
afterEach(() => rmSync(directory, { recursive: true }));

/** Runs the gate as published: by its defaults, unless the words name settings. */
async function check(...words: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const code = await tollgate(['check', ...words], {
    out: (text) => (out += text),
    error: (text) => (out += text),
    input: () => Promise.reject(new Error('nothing comes in')),
    style: { colour: false, width: 80 },
  });
  return { code, out };
}

const report = async (...words: string[]): Promise<Report> =>
  JSON.parse((await check(...words, '--json')).out) as Report;

interface Plan {
  readonly resource_changes: readonly { readonly type: string; readonly change: { after: Record<string, unknown> } }[];
}

/** The plan of a system, with values to set in all resources of a type. */
function planOf(values: Readonly<Record<string, JsonObject>> = {}): string {
  const plan = JSON.parse(
    readFileSync(join(ROOT, '__tests__', 'fixtures', 'plans', 'existing-system.json'), 'utf8'),
  ) as Plan;
  for (const { type, change } of plan.resource_changes) Object.assign(change.after, values[type]);
  const path = join(directory, 'plan.json');
  writeFileSync(path, JSON.stringify(plan));
  return path;
}

function settings(files: Readonly<Record<string, string>>): string {
  const path = join(directory, 'settings');
  mkdirSync(path, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

const WRONG = {
  aws_db_instance: { storage_encrypted: false, publicly_accessible: true, instance_class: 'db.r6g.large' },
  aws_launch_template: { metadata_options: [{ http_tokens: 'optional' }], instance_type: 'm5.24xlarge' },
  aws_autoscaling_group: { max_size: 400, health_check_grace_period: 1 },
};

test('without flows the verdict is "could not judge", with findings that need no declaration', async () => {
  const { verdict, problems, findings, undecided, rules } = await report(planOf(WRONG));
  expect([verdict.exitCode, problems.map(({ what }) => what)]).toEqual([
    2,
    ['nothing is declared yet: the settings name no network flow'],
  ]);
  expect(findings.map(({ id }) => id).sort()).toEqual(['DB-001', 'DB-003', 'EC2-001']);
  expect(undecided).toEqual([]);
  expect(findings.map(({ found, allowed, why }) => `${found} ${allowed} ${why}`).join()).not.toMatch(
    /8000|5432|\$260|t3\.|\/health/,
  );
  const idle = rules.filter(({ outcome }) => outcome === 'not-applicable').map(({ id }) => id);
  for (const id of [
    'NET-001',
    'NET-002',
    'NET-006',
    'LB-004',
    'COST-003',
    'COST-004',
    'ASG-001',
    'LB-003',
    'EC2-005',
  ]) {
    expect(idle).toContain(id);
  }
});

test('the report shows open flows and costs, and its end says how to begin', async () => {
  const { code, out } = await check(planOf());
  expect(code).toBe(2);
  expect(out).toContain('Internet ──80──▶ ALB ──8000──▶ EC2 ──5432──▶ RDS');
  expect(out).toContain('ingress tcp 80 from 0.0.0.0/0');
  expect(out).toContain('US dollars per month: $112.93 at minimum,');
  expect(out.split('\n').slice(-22).join('\n')).toContain('--settings DIR plan.json');
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  const markdown = (await check('--format', 'markdown', planOf())).out;
  expect(markdown).toContain('**Open to the Internet**');
  expect(markdown).toMatch(/```json\n\{\n {2}"flows": \[\n/);
});

test('the flows that the report shows let the plan pass once they are declared, and the rest is said to be missing', async () => {
  const { problems } = await report(planOf());
  const flows = problems[0]?.example ?? '';
  const path = settings({ 'flows.json': flows });
  const { code, out } = await check('--settings', path, planOf());
  expect([code, out.split('\n')[0]]).toEqual([0, 'PASSED  1 stack, 31 resources']);
  expect(out).toContain('Not declared, so not checked: stack_desired_usd, stack_maximum_usd,');
  expect(out).not.toContain('How to begin');
  const one = (JSON.parse(flows) as { flows: unknown[] }).flows.slice(0, 2);
  settings({ 'flows.json': JSON.stringify({ flows: one }) });
  const less = await report('--settings', path, planOf());
  expect([less.verdict.exitCode, less.findings.map(({ id }) => id)]).toEqual([1, expect.arrayContaining(['NET-001'])]);
});

test('nothing lets a plan pass while the flows are empty', async () => {
  const off = settings({
    'flows.json': '{"flows": []}',
    'enforcement.json': '{"enforcement": {"default": "off", "rules": {}}}',
  });
  expect((await check('--settings', off, planOf())).code).toBe(2);
  expect((await check('--fail-on', 'critical', planOf())).code).toBe(2);
  const baseline = join(directory, 'baseline.json');
  writeFileSync(baseline, (await check('--json', planOf())).out);
  expect((await check('--baseline', baseline, planOf())).code).toBe(2);
});

test('a file of settings that leaves out a budget or a limit has the default of that one', async () => {
  const undeclared = async (name: string, text: string): Promise<readonly string[]> =>
    (await report(planOf(), '--settings', settings({ [name]: text }))).undeclared ?? [];
  expect(await undeclared('budgets.json', '{"budgets": {"stack_maximum_usd": 10}}')).toEqual(
    expect.arrayContaining(['budgets.web_desired_usd', 'budgets.stack_desired_usd', 'limits.group']),
  );
  expect(await undeclared('limits.json', '{"limits": {"load_balancer_zones": 2}}')).not.toContain(
    'limits.load_balancer_zones',
  );
  const { verdict, problems } = await report('--settings', settings({ 'flows.json': '{"flows": null}' }), planOf());
  expect([verdict.exitCode, problems[0]?.what]).toEqual([2, expect.stringContaining('/flows must be array')]);
});

test('every format says it, and the JSON is as its schema has it', async () => {
  for (const format of ['json', 'sarif', 'junit', 'github', 'markdown', 'human']) {
    const { code, out } = await check('--format', format, planOf());
    expect([format, code]).toEqual([format, 2]);
    expect(out).toContain('nothing is declared yet');
    expect(out).toContain('flows.json');
  }
  const schema = JSON.parse(readFileSync(join(ROOT, 'docs', 'report.schema.json'), 'utf8')) as object;
  const validate = new Ajv2020({ strict: false }).compile(schema);
  expect([validate(await report(planOf())), validate.errors]).toEqual([true, null]);
});
