/**
 * Runs the whole gate on plans of real systems. The plans in `fixtures/plans` keep only the resources that a rule reads.
 * Each case edits one of them, and lists every expected finding and every undecided value.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeApart } from '../../tollgate/judge';
import type { Json, JsonObject, Report } from '../../tollgate/model';
import { SETTINGS } from '../settings';

const PLANS = join(__dirname, '..', 'fixtures', 'plans');

/** A rule, and the address that it blames. */
type Blame = readonly [rule: string, address: string];

interface Case {
  readonly about: string;
  /** File of the plan, without its extension. */
  readonly plan: string;
  /** Changes of the plan, in their order. @default none */
  readonly edits?: readonly Edit[];
  /** @default the exit code that follows from `denied` and `undecided` */
  readonly denied?: readonly Blame[];
  readonly undecided?: readonly Blame[];
  /** Resources that Terraform forgets. @default none */
  readonly forgotten?: readonly string[];
  readonly problems?: readonly string[];
}

interface Change {
  readonly address: string;
  readonly type: string;
  readonly change: { actions: string[]; before?: Json; after: Json; after_unknown: JsonObject };
}

interface Plan {
  readonly resource_changes: Change[];
  readonly configuration: { readonly root_module: { readonly resources: JsonObject[] } };
}

type Edit = (plan: Plan) => void;

function find(plan: Plan, address: string): Change {
  const found = plan.resource_changes.find((change) => change.address === address);
  if (found === undefined) throw new Error(`the plan has no ${address}`);
  return found;
}

const after = ({ change }: Change): JsonObject => change.after as JsonObject;

function unconfigured(plan: Plan, address: string): void {
  const { resources } = plan.configuration.root_module;
  resources.splice(
    resources.findIndex((resource) => resource['address'] === address),
    1,
  );
}

/** The resource is deleted or forgotten. */
const gone =
  (action: 'delete' | 'forget', address: string): Edit =>
  (plan) => {
    const { change } = find(plan, address);
    Object.assign(change, { actions: [action], before: change.after, after: null });
    unconfigured(plan, address);
  };

const deleted = (address: string): Edit => gone('delete', address);
const forgotten = (address: string): Edit => gone('forget', address);

/** The resource gets other values, in place or by another one. */
const changed =
  (address: string, values: JsonObject, actions: readonly string[] = ['update']): Edit =>
  (plan) => {
    const { change } = find(plan, address);
    const before = change.after as JsonObject;
    Object.assign(change, { actions, before, after: { ...before, ...values } });
  };

/** The resource has had other values all the time, and now. */
const having =
  (address: string, values: JsonObject): Edit =>
  (plan) =>
    void Object.assign(after(find(plan, address)), values);

const configured =
  (address: string, expressions: JsonObject): Edit =>
  (plan) => {
    const found = plan.configuration.root_module.resources.find((resource) => resource['address'] === address);
    if (found !== undefined) found['expressions'] = { ...(found['expressions'] as JsonObject), ...expressions };
  };

/** A resource more. */
const more =
  (action: 'no-op' | 'create', address: string, values: JsonObject, expressions: JsonObject = {}): Edit =>
  (plan) => {
    const [type = '', name = ''] = address.split('.');
    const head = { address, mode: 'managed', type, name };
    const before = action === 'create' ? null : values;
    plan.resource_changes.push({ ...head, change: { actions: [action], before, after: values, after_unknown: {} } });
    plan.configuration.root_module.resources.push({ ...head, expressions });
  };

/** A data source that was read while planning. */
const lookedUp =
  (address: string, values: JsonObject): Edit =>
  (plan) => {
    const [mode = '', type = '', name = ''] = address.split('.');
    const resources = [{ address, mode, type, name, values }] as Json;
    Object.assign(plan, { prior_state: { values: { root_module: { resources } } } });
  };

const there = (address: string, values: JsonObject): Edit => more('no-op', address, values);
const created = (address: string, values: JsonObject): Edit => more('create', address, values);

/** Expressions whose value is unknown in the plan; only their references are known. */
const late =
  (address: string, attribute: string, references: readonly string[]): Edit =>
  (plan) => {
    const { change } = find(plan, address);
    const { [attribute]: _, ...rest } = change.after as JsonObject;
    change.after = rest;
    change.after_unknown[attribute] = true;
    configured(address, { [attribute]: { references: [...references] } })(plan);
  };

/** The group has these rules inline as AWS gives them back. */
const readBack =
  (group: string, direction: 'ingress' | 'egress', ...entries: readonly JsonObject[]): Edit =>
  (plan) => {
    const values = after(find(plan, group));
    values[direction] = [...(values[direction] as Json[]), ...entries];
  };

const entry = (from: number, to: number, sources: JsonObject): JsonObject => ({
  ...{ cidr_blocks: [], description: '', from_port: from, ipv6_cidr_blocks: [], prefix_list_ids: [], protocol: 'tcp' },
  ...{ security_groups: [], self: false, to_port: to, ...sources },
});

const ALB = 'aws_security_group.security_groups_alb';
const APP = 'aws_security_group.security_groups_ec2';
const DB = 'aws_security_group.security_groups_rds';
const ALB_ID = 'sg-00000000000000013';
const APP_ID = 'sg-00000000000000014';
const DB_ID = 'sg-00000000000000015';
const DB_FROM_APP = 'aws_vpc_security_group_ingress_rule.security_groups_rds_from_ec2';
const APP_TO_DB = 'aws_vpc_security_group_egress_rule.security_groups_ec2_to_rds';
const ALB_FROM_ALL = 'aws_vpc_security_group_ingress_rule.security_groups_alb_from_internet';
const EXTRA = 'aws_vpc_security_group_ingress_rule.extra';
const OLD = 'aws_security_group_rule.old';

const rule = (group: string, port: number, source: JsonObject): JsonObject => ({
  ...{ security_group_id: group, ip_protocol: 'tcp', from_port: port, to_port: port, ...source },
});
const existing = 'existing-system';

/** A standalone rule that allows SSH from the Internet to the database. AWS returns the rule inline as well. */
const wide = [
  there(EXTRA, rule(DB_ID, 22, { cidr_ipv4: '0.0.0.0/0' })),
  readBack(DB, 'ingress', entry(22, 22, { cidr_blocks: ['0.0.0.0/0'] })),
];

/** A standalone rule of the database for each network. AWS returns one inline rule with all networks. */
const network = (at: number): Edit => there(`${EXTRA}_${at}`, rule(DB_ID, 22, { cidr_ipv4: `10.${at}.0.0/16` }));
const asOne = readBack(DB, 'ingress', entry(22, 22, { cidr_blocks: [0, 1, 2].map((at) => `10.${at}.0.0/16`) }));
const networks = [network(0), network(1), network(2), asOne];

const database = 'module.db.aws_db_instance.this[0]';
const noGroup: Blame = ['NET-004', database];

const passwords: readonly Case[] = [
  { about: 'a password that RDS keeps, by a registry module', plan: 'managed-password', denied: [noGroup] },
  {
    about: 'a write-only password from a local value where RDS keeps none',
    plan: 'managed-password',
    edits: [having(database, { manage_master_user_password: null })],
    denied: [noGroup],
    undecided: [['DB-005', database]],
  },
  { about: 'a null password through a local value', plan: 'null-password-through-a-local', denied: [noGroup] },
  {
    about: 'a null password through a local value where RDS keeps none',
    plan: 'null-password-through-a-local',
    edits: [having(database, { manage_master_user_password: false })],
    denied: [noGroup],
  },
  {
    about: 'a password through a local value where RDS keeps none',
    plan: 'null-password-through-a-local',
    edits: [having(database, { manage_master_user_password: false, password: 'not-a-secret' })],
    denied: [noGroup],
    undecided: [['DB-005', database]],
  },
];

const unread = ['the values of aws_ssm_parameter.gone cannot be read'];

const changesOfNothing: readonly Case[] = [
  { about: 'a no-op without values before and after', plan: 'no-op-of-nothing' },
  {
    about: 'a create without values after it',
    plan: 'no-op-of-nothing',
    edits: [(plan) => void (find(plan, 'aws_ssm_parameter.gone').change.actions = ['create'])],
    problems: unread,
  },
  {
    about: 'a no-op after which something is gone',
    plan: 'no-op-of-nothing',
    edits: [(plan) => void (find(plan, 'aws_ssm_parameter.gone').change.before = {})],
    problems: unread,
  },
];

const refusedByAws: readonly Case[] = [
  {
    about: 'two inline blocks with the same range of addresses',
    plan: 'repeated-inline-rule',
    denied: [['NET-008', 'aws_security_group.jump']],
  },
  {
    about: 'a declared rule whose ports are the wrong way round',
    plan: existing,
    edits: [changed(DB_FROM_APP, { from_port: 5433 })],
    denied: [
      ['NET-001', DB_FROM_APP],
      ['NET-002', DB],
      ['NET-008', DB_FROM_APP],
    ],
  },
  {
    about: 'a declared rule without its first port',
    plan: existing,
    edits: [changed(DB_FROM_APP, { from_port: null })],
    denied: [
      ['NET-001', DB_FROM_APP],
      ['NET-008', DB_FROM_APP],
    ],
  },
];

const old = ['aws_db_instance.old', 'aws_instance.old', 'aws_security_group.old'];

const leftBehind: readonly Case[] = [
  ...['1.11', '1.15'].map((version) => ({
    about: `a group, an instance and a database that Terraform ${version} forgets`,
    plan: `forgotten-by-terraform-${version}`,
    forgotten: old,
  })),
  {
    about: 'an open group that Terraform forgets',
    plan: 'forgotten-by-terraform-1.15',
    edits: [
      (plan) => {
        const before = find(plan, 'aws_security_group.old').change.before as { ingress: JsonObject[] };
        Object.assign(before.ingress[0] ?? {}, { cidr_blocks: ['0.0.0.0/0'] });
      },
    ],
    forgotten: old,
    denied: [['NET-006', 'aws_security_group.old']],
  },
  {
    about: 'a wide rule that Terraform forgets',
    plan: existing,
    edits: [...wide, forgotten(EXTRA)],
    forgotten: [EXTRA],
    denied: [['NET-001', EXTRA]],
  },
  {
    about: 'a route to the Internet that Terraform forgets',
    plan: existing,
    edits: [
      (plan) => {
        const table = after(find(plan, 'aws_route_table.network_private'))['id'];
        const route = after(find(plan, 'aws_route.network_to_internet'));
        there('aws_route.out', { ...route, route_table_id: table })(plan);
      },
      forgotten('aws_route.out'),
    ],
    forgotten: ['aws_route.out'],
    denied: [
      ['DB-002', 'aws_db_subnet_group.database_subnets'],
      ['EC2-004', 'aws_autoscaling_group.web_fleet_group'],
    ],
  },
  {
    about: 'a second database with its costs, which Terraform forgets',
    plan: existing,
    edits: [
      there('aws_db_instance.old', {
        ...{ id: 'db-1', identifier: 'productos-api-old', instance_class: 'db.r6g.16xlarge', engine: 'postgres' },
        ...{ allocated_storage: 4000, storage_type: 'gp3', password: 'not-a-secret', publicly_accessible: true },
      }),
      forgotten('aws_db_instance.old'),
    ],
    forgotten: ['aws_db_instance.old'],
  },
];

const givenBackInline: readonly Case[] = [
  { about: 'a wide rule', plan: existing, edits: wide, denied: [['NET-001', EXTRA]] },
  { about: 'a wide rule that the plan deletes', plan: existing, edits: [...wide, deleted(EXTRA)] },
  {
    about: 'a wide rule that the plan deletes while its group gets another tag',
    plan: existing,
    edits: [...wide, deleted(EXTRA), changed(DB, { tags: { Name: 'productos-api-database' } })],
  },
  {
    about: 'a wide rule that the plan shows only inside its group',
    plan: existing,
    edits: wide.slice(1),
    denied: [['NET-001', DB]],
  },
  {
    about: 'a wide rule of which nothing but its group tells, beside one that the plan deletes',
    plan: existing,
    edits: [...wide, readBack(DB, 'ingress', entry(23, 23, { cidr_blocks: ['0.0.0.0/0'] })), deleted(EXTRA)],
    denied: [['NET-001', DB]],
  },
  {
    about: 'the rule that the application needs, which the plan deletes',
    plan: existing,
    edits: [deleted(DB_FROM_APP)],
    denied: [['NET-002', DB]],
  },
  {
    about: 'the rule that lets the application out, which the plan deletes',
    plan: existing,
    edits: [deleted(APP_TO_DB)],
    denied: [['NET-002', APP]],
  },
  {
    about: 'the rule that lets everybody in, which the plan deletes',
    plan: existing,
    edits: [deleted(ALB_FROM_ALL)],
    denied: [['NET-002', ALB]],
  },
  {
    about: 'the rule that the application needs, which the plan deletes and creates elsewhere',
    plan: existing,
    edits: [deleted(DB_FROM_APP), created(EXTRA, rule(DB_ID, 5432, { referenced_security_group_id: APP_ID }))],
  },
  ...[['update'], ['delete', 'create'], ['create', 'delete']].map((actions) => ({
    about: `a wide rule that is narrowed: ${actions.join(', ')}`,
    plan: existing,
    edits: [
      there(EXTRA, rule(APP_ID, 22, { cidr_ipv4: '0.0.0.0/0' })),
      readBack(APP, 'ingress', entry(22, 22, { cidr_blocks: ['0.0.0.0/0'] })),
      changed(
        EXTRA,
        { from_port: 8000, to_port: 8000, cidr_ipv4: null, referenced_security_group_id: ALB_ID },
        actions,
      ),
    ],
  })),
  {
    about: 'a rule that is narrowed until the application is left out',
    plan: existing,
    edits: [changed(DB_FROM_APP, { referenced_security_group_id: ALB_ID }, ['delete', 'create'])],
    denied: [
      ['NET-001', DB_FROM_APP],
      ['NET-002', DB],
    ],
  },
  {
    about: 'three rules that AWS shows as one inline rule; one of them is deleted',
    plan: existing,
    edits: [...networks, deleted(`${EXTRA}_1`)],
    denied: [
      ['NET-001', `${EXTRA}_0`],
      ['NET-001', `${EXTRA}_2`],
    ],
  },
  {
    about:
      'three networks in one inline rule; two have no standalone rule, and the standalone rule of the third is deleted',
    plan: existing,
    edits: [network(1), asOne, deleted(`${EXTRA}_1`)],
    denied: [['NET-001', DB]],
  },
  {
    about: 'three networks that AWS shows as one, whose rules are all deleted',
    plan: existing,
    edits: [...networks, ...[0, 1, 2].map((at) => deleted(`${EXTRA}_${at}`))],
  },
  {
    about: 'an old rule of two networks that loses one',
    plan: existing,
    edits: [
      there(OLD, {
        ...{ type: 'ingress', security_group_id: DB_ID, protocol: 'tcp', from_port: 22, to_port: 22, self: false },
        cidr_blocks: ['10.0.0.0/16', '10.1.0.0/16'],
      }),
      readBack(DB, 'ingress', entry(22, 22, { cidr_blocks: ['10.0.0.0/16', '10.1.0.0/16'] })),
      changed(OLD, { cidr_blocks: ['10.0.0.0/16'] }, ['delete', 'create']),
    ],
    denied: [['NET-001', OLD]],
  },
  {
    about: 'a rule within the group, and one for all protocols, that the plan deletes',
    plan: existing,
    edits: [
      there(EXTRA, rule(DB_ID, 22, { referenced_security_group_id: DB_ID })),
      there(OLD, {
        ...{ type: 'ingress', security_group_id: DB_ID, protocol: '-1', from_port: 0, to_port: 0, self: false },
        ipv6_cidr_blocks: ['::/0'],
      }),
      readBack(DB, 'ingress', entry(22, 22, { self: true }), {
        ...entry(0, 0, { ipv6_cidr_blocks: ['::/0'] }),
        protocol: '-1',
      }),
      deleted(EXTRA),
      deleted(OLD),
    ],
  },
  {
    about: 'an inline block that goes from the code, and stays in AWS',
    plan: existing,
    edits: [
      readBack(DB, 'ingress', entry(22, 22, { cidr_blocks: ['10.0.0.0/8'] })),
      changed(DB, { tags: { Name: 'productos-api-database' } }),
    ],
    denied: [['NET-001', DB]],
  },
  {
    about: 'an inline block that allows the traffic of a deleted rule',
    plan: existing,
    edits: [
      ...wide,
      deleted(EXTRA),
      configured(DB, { ingress: { constant_value: [entry(22, 22, { cidr_blocks: ['0.0.0.0/0'] })] } }),
      changed(DB, { ingress: [entry(22, 22, { cidr_blocks: ['0.0.0.0/0'] })] }),
    ],
    denied: [
      ['NET-001', DB],
      ['NET-007', DB],
    ],
  },
  {
    about: 'a dynamic block that allows the traffic of a deleted rule',
    plan: existing,
    edits: [
      there(EXTRA, rule(DB_ID, 22, { cidr_ipv4: '0.0.0.0/0' })),
      deleted(EXTRA),
      changed(DB, {
        ingress: [
          entry(22, 22, { cidr_blocks: ['0.0.0.0/0'] }),
          entry(5432, 5432, { description: 'PostgreSQL from the instances', security_groups: [APP_ID] }),
        ],
      }),
    ],
    denied: [['NET-001', DB]],
  },
];

const STORE = 'aws_db_instance.database_instance';
const BASTION = 'aws_security_group.bastion';
const [BASTION_ID, ENTRANCE, STEP] = ['sg-00000000000000099', `${EXTRA}_entrance`, `${EXTRA}_step`];
const PRIVATE_SUBNET = 'aws_subnet.network_private_us_east_1a';

/** A host that the Internet reaches, and a range that the database admits. */
const bastionIn = (subnet: string, range: JsonObject): readonly Edit[] => [
  there(BASTION, { id: BASTION_ID, name: 'bastion', ingress: [], egress: [] }),
  there(ENTRANCE, rule(BASTION_ID, 80, { cidr_ipv4: '0.0.0.0/0' })),
  (plan) => {
    const id = subnet.startsWith('aws_') ? after(find(plan, subnet))['id'] : subnet;
    there('aws_network_interface.bastion', { id: 'eni-1', subnet_id: id, security_groups: [BASTION_ID] })(plan);
  },
  there(STEP, rule(DB_ID, 5432, range)),
];

const own = { cidr_ipv4: '10.20.0.0/16' };

const byRanges: readonly Case[] = [
  {
    about: 'of the VPC, which has a host that the Internet reaches',
    plan: existing,
    edits: bastionIn(PRIVATE_SUBNET, own),
    denied: [
      ['NET-001', STEP],
      ['NET-006', ENTRANCE],
      ['NET-009', STORE],
    ],
  },
  {
    about: 'of the VPC, where such a host is in a subnet of another plan',
    plan: existing,
    edits: bastionIn('subnet-0abcdef0123456789', own),
    denied: [
      ['NET-001', STEP],
      ['NET-006', ENTRANCE],
    ],
    undecided: [['NET-009', STORE]],
  },
  {
    about: 'of the VPC, which has no host that the Internet reaches',
    plan: existing,
    edits: [there(STEP, rule(DB_ID, 5432, own))],
    denied: [['NET-001', STEP]],
  },
  {
    about: 'of a VPC that is looked up',
    plan: existing,
    edits: [
      there(STEP, rule(DB_ID, 5432, { cidr_ipv4: '10.99.0.0/16' })),
      lookedUp('data.aws_vpc.shared', { id: 'vpc-0abcdef0123456789', cidr_block: '10.99.0.0/16' }),
    ],
    denied: [['NET-001', STEP]],
    undecided: [['NET-009', STORE]],
  },
  ...[
    ['of the VPC, known after apply only', 'aws_vpc.network_vpc'],
    ['of a VPC that is looked up after apply', 'data.aws_vpc.shared'],
  ].map(([about = '', vpc = '']) => ({
    about,
    plan: existing,
    edits: [there(STEP, rule(DB_ID, 5432, {})), late(STEP, 'cidr_ipv4', [`${vpc}.cidr_block`, vpc])],
    undecided: [
      ['NET-001', STEP],
      ['NET-009', STORE],
    ] as const,
  })),
  {
    about: 'without a host, where the groups of the database are unknown',
    plan: existing,
    edits: [late(STORE, 'vpc_security_group_ids', ['local.groups'])],
    undecided: [
      ['NET-001', 'aws_vpc_security_group_egress_rule.security_groups_ec2_to_rds'],
      ['NET-002', APP],
      ['NET-002', STORE],
      ['NET-003', STORE],
      ['NET-004', STORE],
      ['NET-009', STORE],
    ],
  },
];

function judged({ plan: file, edits = [] }: Case): Report {
  const plan = JSON.parse(readFileSync(join(PLANS, `${file}.json`), 'utf8')) as Plan;
  // A no-op is not written twice.
  for (const { change } of plan.resource_changes) change.before ??= change.actions[0] === 'no-op' ? change.after : null;
  for (const edit of edits) edit(plan);
  const [answer] = judgeApart([{ path: 'plan.json', bytes: Buffer.from(JSON.stringify(plan)) }], {
    settings: SETTINGS,
  });
  if (answer === undefined) throw new Error('nothing was judged');
  return answer.report;
}

const blamed = (entries: readonly { readonly id: string; readonly address: string }[]): string[] =>
  [...new Set(entries.map(({ id, address }) => `${id} ${address}`))].sort();

function expectAnswer(one: Case): void {
  const { denied = [], undecided = [], forgotten: left = [], problems = [] } = one;
  const report = judged(one);
  const texts = (blames: readonly Blame[]): string[] => blames.map((blame) => blame.join(' ')).sort();
  expect({
    denied: blamed(report.findings),
    undecided: blamed(report.undecided),
    problems: report.problems.map(({ what }) => what),
    forgotten: report.stacks.flatMap((stack) => stack.forgotten ?? []),
  }).toEqual({ denied: texts(denied), undecided: texts(undecided), problems, forgotten: left });
  expect(report.verdict.exitCode).toBe(problems.length > 0 ? 2 : denied.length > 0 ? 1 : undecided.length > 0 ? 2 : 0);
}

test('an existing system that is as declared passes, with its costs', () => {
  expectAnswer({ about: '', plan: existing });
  const total = judged({ about: '', plan: existing }).costs.reduce((sum, { desired }) => sum + desired, 0);
  const forgetting = leftBehind.find(
    ({ forgotten: left = [] }) => left[0] === 'aws_db_instance.old' && left.length === 1,
  );
  expect(judged(forgetting ?? { about: '', plan: '' }).costs.reduce((sum, { desired }) => sum + desired, 0)).toBe(
    total,
  );
});

describe('a password', () => test.each(passwords)('$about', expectAnswer));
describe('a change of nothing', () => test.each(changesOfNothing)('$about', expectAnswer));
describe('a rule that AWS refuses', () => test.each(refusedByAws)('$about', expectAnswer));
describe('a resource that Terraform forgets', () => test.each(leftBehind)('$about', expectAnswer));
describe('an address range that the database admits', () => test.each(byRanges)('$about', expectAnswer));
describe('a rule that AWS returns inline', () => test.each(givenBackInline)('$about', expectAnswer));
