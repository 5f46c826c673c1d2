/** From a plan or state to a gate that passes today, and refuses what is newly opened. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run as tollgate } from '../../tollgate/cli/commands';
import type { Json, JsonObject, Report } from '../../tollgate/model';

const PLANS = join(__dirname, '..', 'fixtures', 'plans');

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tollgate-init-test-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const at = (...names: string[]): string => join(directory, ...names);
const put = (name: string, content: unknown): string => {
  writeFileSync(at(name), typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return at(name);
};
const json = (...names: string[]): JsonObject => JSON.parse(readFileSync(at(...names), 'utf8')) as JsonObject;

async function run(
  words: readonly string[],
  input?: Uint8Array,
): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ['', ''];
  const code = await tollgate(words, {
    out: (text) => (out += text),
    error: (text) => (error += text),
    input: () => (input === undefined ? Promise.reject(new Error('nothing comes in')) : Promise.resolve(input)),
    style: { colour: false, width: 100 },
  });
  return { code, out, error };
}

const init = (...words: string[]) => run(['init', '--out', at('ours'), ...words]);

async function check(...words: string[]): Promise<Report> {
  const by = ['--settings', at('ours'), '--baseline', at('ours', 'baseline.json'), '--json'];
  return JSON.parse((await run(['check', ...by, ...words])).out) as Report;
}

const verdictOf = ({ verdict, findings }: Report) => [
  verdict.exitCode,
  findings.map(({ id, address }) => `${id} ${address}`),
];

interface Plan {
  readonly resource_changes: JsonObject[];
  readonly configuration: { readonly root_module: { readonly resources: JsonObject[] } };
}

const ROW = { description: '', ipv6_cidr_blocks: [], prefix_list_ids: [], security_groups: [], self: false };

function resource(type: string, name: string, after: JsonObject, unknown: JsonObject = {}): JsonObject {
  const address = `${type}.${name}`;
  const change = { actions: ['create'], before: null, after, after_unknown: unknown };
  return { address, mode: 'managed', type, name, provider_name: 'registry.terraform.io/hashicorp/aws', change };
}

function constants({ address, mode, type, name, change }: JsonObject): JsonObject {
  const { after } = change as { after: JsonObject };
  const expressions = Object.fromEntries(Object.entries(after).map(([key, value]) => [key, { constant_value: value }]));
  return { address, mode, type, name, provider_config_key: 'aws', expressions };
}

function planOf(...resources: readonly JsonObject[]): Plan {
  return {
    ...{ format_version: '1.2', terraform_version: '1.9.0' },
    resource_changes: [...resources],
    configuration: { root_module: { resources: resources.map(constants) } },
  };
}

const withMore = (plan: Plan, ...more: readonly JsonObject[]): Plan => ({
  ...plan,
  resource_changes: [...plan.resource_changes, ...more],
  configuration: {
    ...plan.configuration,
    root_module: {
      ...plan.configuration.root_module,
      resources: [...plan.configuration.root_module.resources, ...more.map(constants)],
    },
  },
});

const group = (name: string, port: number, from = '0.0.0.0/0'): JsonObject =>
  resource('aws_security_group', name, {
    ...{ name, egress: [] as Json[] },
    ingress: [{ ...ROW, protocol: 'tcp', from_port: port, to_port: port, cidr_blocks: [from] }],
  });

const existing = (): Plan => JSON.parse(readFileSync(join(PLANS, 'existing-system.json'), 'utf8')) as Plan;
const OPENED = group('newly', 22);

describe('a plan', () => {
  test('with tiers declares the flows that are open, the price and the limits of today', async () => {
    const plan = put('plan.json', existing());
    const { code, out } = await init(plan);
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      `Wrote flows.json, budgets.json, limits.json, baseline.json, README.md to ${at('ours')}.`,
    ]);
    expect(json('ours', 'flows.json')).toEqual({
      flows: [
        { from: 'internet', to: 'alb', protocol: 'tcp', port: 80 },
        { from: 'alb', to: 'app', protocol: 'tcp', port: 8000 },
        { from: 'app', to: 'db', protocol: 'tcp', port: 5432 },
      ],
    });
    const { budgets } = json('ours', 'budgets.json') as { budgets: Record<string, number> };
    const { limits } = json('ours', 'limits.json') as { limits: JsonObject };
    expect(Object.values(budgets).every((dollars) => Number.isInteger(dollars) && dollars > 0)).toBe(true);
    expect(Object.keys(limits)).toEqual(
      expect.arrayContaining(['group', 'instance_classes', 'database_classes', 'backup_retention_days']),
    );
    expect(readFileSync(at('ours', 'README.md'), 'utf8')).toContain(
      '- [ ] flows.json: `alb → app tcp 8000` (open today)',
    );
    expect(verdictOf(await check(plan))).toEqual([0, []]);
  });

  test('with tiers is denied with a rule that allows more, a larger group or a larger database', async () => {
    await init(put('plan.json', existing()));
    expect(verdictOf(await check(put('next.json', withMore(existing(), OPENED))))).toEqual([
      ...[1, ['NET-006 aws_security_group.newly']],
    ]);
    const changed = (type: string, values: JsonObject): string => {
      const plan = existing();
      for (const each of plan.resource_changes) {
        if (each['type'] === type) Object.assign((each['change'] as { after: JsonObject }).after, values);
      }
      return put('next.json', plan);
    };
    expect((await check(changed('aws_autoscaling_group', { max_size: 400 }))).findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['ASG-001', 'COST-003']),
    );
    expect(
      (await check(changed('aws_db_instance', { instance_class: 'db.r6g.large' }))).findings.map(({ id }) => id),
    ).toEqual(expect.arrayContaining(['DB-006']));
  });

  test('with a group that is open today passes, and a wider rule on the same group is denied', async () => {
    const plan = put('plan.json', planOf(group('old', 22, '198.0.0.0/6')));
    const { code, out } = await init(plan);
    expect([code, out]).toEqual([0, expect.stringContaining('no flow is open today, and the gate needs one')]);
    const today = await check(plan);
    expect([today.verdict.exitCode, today.known.map(({ id }) => id)]).toEqual([0, ['NET-006']]);
    expect(verdictOf(await check(put('wider.json', planOf(group('old', 22)))))).toEqual([
      ...[1, ['NET-006 aws_security_group.old']],
    ]);
    expect(verdictOf(await check(put('other.json', planOf(group('old', 3389, '198.0.0.0/6')))))).toEqual([
      ...[1, ['NET-006 aws_security_group.old']],
    ]);
  });

  test('may be a state, whose baseline holds for the next plan', async () => {
    const { address, mode, type, name, change } = group('old', 22);
    const values = (change as { after: JsonObject }).after;
    const resources = [{ address, mode, type, name, provider_name: 'registry.terraform.io/hashicorp/aws', values }];
    const state = { format_version: '1.0', terraform_version: '1.9.0', values: { root_module: { resources } } };
    expect((await init(put('terraform.state', state))).code).toBe(0);
    expect(verdictOf(await check(put('plan.json', planOf(group('old', 22)))))).toEqual([0, []]);
    expect(verdictOf(await check(put('next.json', planOf(group('old', 22), OPENED))))).toEqual([
      ...[1, ['NET-006 aws_security_group.newly']],
    ]);
    const by = ['--settings', at('ours'), '--baseline', at('terraform.state')];
    expect((await run(['check', ...by, at('plan.json')])).code).toBe(0);
    expect((await run(['check', ...by, at('next.json')])).code).toBe(1);
  });

  test('may be UTF-16, as PowerShell writes it, or come from standard input', async () => {
    const text = JSON.stringify(planOf(group('old', 22)));
    expect((await init(put('plan.json', Buffer.from(`\uFEFF${text}`, 'utf16le')))).code).toBe(0);
    expect((await run(['init', '--out', at('piped'), '-'], Buffer.from(text))).code).toBe(0);
    expect(readFileSync(at('piped', 'baseline.json'), 'utf8')).toContain('NET-006');
  });

  test('without prices for all resources gets no budget, and the output says why', async () => {
    const plan = put(
      'plan.json',
      planOf(group('old', 443), resource('aws_kendra_index', 'search', { name: 'search' })),
    );
    const { code, out } = await init(plan);
    expect([code, json('ours', 'budgets.json')]).toEqual([0, { budgets: {} }]);
    expect(out).toMatch(/budgets\.json +not proposed: 1 resource without a price, such as aws_kendra_index\.search: /);
    expect((await check(plan)).verdict.exitCode).toBe(0);
  });

  test('with an unknown size gets no limit for that size', async () => {
    const fleet = resource(
      'aws_autoscaling_group',
      'web',
      { min_size: 1, health_check_type: 'ELB' },
      { max_size: true },
    );
    const plan = put('plan.json', planOf(fleet));
    const { out } = await init(plan);
    expect(json('ours', 'limits.json')['limits']).not.toHaveProperty('group');
    expect(out).not.toContain('ASG-001');
  });

  test('is judged by a draft that no message names, wherever the command runs', async () => {
    const database = resource('aws_db_instance', 'main', {
      ...{ identifier: 'main', engine: 'postgres', instance_class: 'db.t3.micro', vpc_security_group_ids: ['sg-1'] },
    });
    const rule = resource('aws_vpc_security_group_ingress_rule', 'late', {
      ...{ security_group_id: 'sg-1', ip_protocol: 'tcp', from_port: 5432, to_port: 5432 },
    });
    (rule['change'] as JsonObject)['after_unknown'] = { cidr_ipv4: true };
    const content = planOf(database, rule);
    const [, configured] = content.configuration.root_module.resources;
    Object.assign(configured?.['expressions'] as JsonObject, { cidr_ipv4: { references: ['var.range'] } });
    const plan = put('plan.json', content);
    const before = process.cwd();
    process.chdir(tmpdir());
    try {
      const { out } = await init(plan);
      expect(out).toContain(`a flow that ${at('ours')}/flows.json declares`);
      expect(`${out}${readFileSync(at('ours', 'README.md'), 'utf8')}`).not.toMatch(/tollgate-init-(?!test-)/);
    } finally {
      process.chdir(before);
    }
  });

  test('with an undecided value says what is undecided, and how a person may accept it', async () => {
    const database = resource('aws_db_instance', 'main', {
      ...{ identifier: 'main', engine: 'postgres', instance_class: 'db.t3.micro', allocated_storage: 20 },
      ...{ storage_type: 'gp2', backup_retention_period: 7, publicly_accessible: false },
    });
    (database['change'] as JsonObject)['after_unknown'] = { storage_encrypted: true };
    const content = planOf(database);
    const [configured] = content.configuration.root_module.resources;
    Object.assign(configured?.['expressions'] as JsonObject, { storage_encrypted: { references: ['var.encrypted'] } });
    const plan = put('plan.json', content);
    const { code, out } = await init(plan);
    expect([code, out]).toEqual([
      2,
      expect.stringContaining('UNDECIDED  DB-003 aws_db_instance.main storage_encrypted'),
    ]);
    const readme = readFileSync(at('ours', 'README.md'), 'utf8');
    const entries = readme
      .split('\n')
      .filter((line) => line.startsWith('    {'))
      .map((line) => JSON.parse(line) as JsonObject);
    const day = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const filled = entries.map((entry) => ({ ...entry, reason: 'We looked at it.', owner: 'data', expires: day }));
    writeFileSync(at('ours', 'waivers.json'), JSON.stringify({ waivers: { entries: filled } }));
    const accepted = await check(plan);
    expect([accepted.verdict.exitCode, accepted.undecided, accepted.accepted?.length]).toEqual([0, [], entries.length]);
  });
});

test('several plans are judged apart, each by its own part of the baseline', async () => {
  const [one, two] = [put('one.json', planOf(group('a', 22))), put('two.json', planOf(group('b', 23)))];
  expect((await init(one, two)).code).toBe(0);
  const by = ['check', '--settings', at('ours'), '--baseline', at('ours', 'baseline.json')];
  expect((await run([...by, one, two])).code).toBe(0);
  put('two.json', planOf(group('b', 23), OPENED));
  expect((await run([...by, one, two])).code).toBe(1);
});

describe('nothing is written', () => {
  const untouched = (): void => expect(existsSync(at('ours'))).toBe(false);

  test.each<[string, unknown, RegExp]>([
    ['is not a plan', 'hello', /is not JSON|JSON/],
    ['is a state file', { version: 4, serial: 1, lineage: 'x', resources: [] }, /raw state file/],
    ['is a report', { schemaVersion: 1, verdict: {} }, /./],
  ])('when a file %s', async (_, content, message) => {
    const { code, error } = await init(put('plan.json', planOf(group('a', 22))), put('broken.json', content));
    expect([code, error]).toEqual([2, expect.stringMatching(message)]);
    expect(error).toContain('Nothing was written.');
    untouched();
  });

  test('when a file does not exist, or a pattern matches none', async () => {
    expect((await init(at('none.json'))).error).toContain('does not exist');
    expect((await init(at('*.json'))).code).toBe(2);
    untouched();
  });

  test('over existing files without --force', async () => {
    mkdirSync(at('ours'));
    writeFileSync(at('ours', 'limits.json'), '{"limits": {"load_balancer_zones": 3}}');
    const plan = put('plan.json', planOf(group('a', 22)));
    const { code, error } = await init(plan);
    expect([code, error]).toEqual([2, expect.stringContaining('already has limits.json. Nothing was written.')]);
    expect(readdirSync(at('ours'))).toEqual(['limits.json']);
    expect((await init('--force', plan)).code).toBe(0);
    expect(json('ours', 'limits.json')).toEqual({ limits: {} });
  });

  test('through a link, or over a directory, even with --force', async () => {
    mkdirSync(at('ours'));
    put('elsewhere', 'mine');
    symlinkSync(at('elsewhere'), at('ours', 'README.md'));
    const { code, error } = await init('--force', put('plan.json', planOf(group('a', 22))));
    expect([code, error]).toEqual([2, expect.stringContaining('is not a regular file')]);
    expect([readdirSync(at('ours')), readFileSync(at('elsewhere'), 'utf8')]).toEqual([['README.md'], 'mine']);
  });

  test('where a file has the name of the directory', async () => {
    put('ours', 'a file');
    const { code, error } = await init(put('plan.json', planOf(group('a', 22))));
    expect([code, error]).toEqual([2, expect.stringContaining('cannot be written')]);
  });
});
