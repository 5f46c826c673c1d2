/**
 * A system with tiers of its own: containers behind two load balancers, Aurora, Redis, a function, a bastion and endpoints,
 * declared as docs/flows.md does. Each small break is denied at the right address, and each harmless change passes.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeApart } from '../../tollgate/judge';
import type { Json, JsonObject, Report } from '../../tollgate/model';

interface Change {
  readonly address: string;
  readonly type: string;
  readonly change: { after: JsonObject; after_unknown: JsonObject };
}

interface Configured {
  readonly address: string;
  expressions: Record<string, Json>;
}

interface Module {
  resources: Configured[];
  readonly module_calls?: Readonly<Record<string, { readonly module: Module }>>;
}

interface Plan {
  resource_changes: Change[];
  readonly configuration: { readonly root_module: Module };
}

const ROOT = join(__dirname, '..', '..');
const TEXT = readFileSync(join(__dirname, '..', 'fixtures', 'plans', 'shop.json'), 'utf8');
const DOCUMENTED = /<!-- judged by .*own-tiers\.test\.ts -->\n+```json\n([^]*?)```/.exec(
  readFileSync(join(ROOT, 'docs', 'flows.md'), 'utf8'),
)?.[1];

let settings: string;

beforeAll(() => {
  settings = mkdtempSync(join(tmpdir(), 'tollgate-own-tiers-'));
  writeFileSync(join(settings, 'flows.json'), DOCUMENTED ?? '');
});

afterAll(() => rmSync(settings, { recursive: true, force: true }));

function judged(edit: (plan: Plan) => void, directory = settings): Report {
  const plan = JSON.parse(TEXT) as Plan;
  edit(plan);
  const [answer] = judgeApart([{ path: 'shop.json', bytes: Buffer.from(JSON.stringify(plan)) }], {
    settings: directory,
  });
  if (answer === undefined) throw new Error('nothing was judged');
  return answer.report;
}

/** The rules and addresses that a report denies, or does not decide. */
const blamed = (report: Report): string[] => [
  ...new Set([
    ...report.findings.map(({ id, address }) => `${id} ${address}`),
    ...report.undecided.map(({ id, address }) => `${id}? ${address}`),
    ...report.problems.map(({ what }) => what),
  ]),
];

function at(plan: Plan, address: string): Change['change'] {
  const found = plan.resource_changes.find((resource) => resource.address === address);
  if (found === undefined) throw new Error(`the plan has no ${address}`);
  return found.change;
}

function configured(plan: Plan, address: string): Configured {
  const steps = address.split('.');
  let module = plan.configuration.root_module;
  while (steps[0] === 'module') {
    const next = module.module_calls?.[steps[1] ?? ''];
    if (next === undefined) throw new Error(`the plan has no module of ${address}`);
    module = next.module;
    steps.splice(0, 2);
  }
  const found = module.resources.find((resource) => resource.address === steps.join('.').replace(/\[.*\]$/, ''));
  if (found === undefined) throw new Error(`the configuration has no ${address}`);
  return found;
}

/** The first entry of a block. */
function first(block: Json | undefined): JsonObject {
  const [entry] = block as JsonObject[];
  if (entry === undefined) throw new Error('the block has no entry');
  return entry;
}

const drop = (from: object, name: string): void => void Reflect.deleteProperty(from, name);

/** Other values at an address. */
const set =
  (address: string, values: JsonObject) =>
  (plan: Plan): void => {
    const change = at(plan, address);
    Object.assign(change.after, values);
    for (const name of Object.keys(values)) drop(change.after_unknown, name);
  };

const port = (address: string, from: number, to = from): ((plan: Plan) => void) =>
  set(address, { from_port: from, to_port: to });

const without =
  (address: string) =>
  (plan: Plan): void => {
    at(plan, address);
    plan.resource_changes = plan.resource_changes.filter((resource) => resource.address !== address);
  };

/** A further resource of the root module; `links` are references. */
const add =
  (address: string, values: JsonObject, links: Readonly<Record<string, string>> = {}) =>
  (plan: Plan): void => {
    const [type = '', name = ''] = address.split('.');
    plan.resource_changes.push({
      ...{ address, mode: 'managed', type, name },
      change: {
        ...{ actions: ['create'], before: null, after: values },
        after_unknown: Object.fromEntries(Object.keys(links).map((link) => [link, true])),
      },
    });
    plan.configuration.root_module.resources.push({
      ...{ address, mode: 'managed', type, name },
      expressions: {
        ...Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { constant_value: value }])),
        ...Object.fromEntries(
          Object.entries(links).map(([key, to]) => [key, { references: [to, to.replace(/\.[^.]*$/, '')] }]),
        ),
      },
    });
  };

const GROUPS = {
  tasks: 'aws_security_group.tasks.id',
  alb: 'module.alb.security_group_id',
  aurora: 'module.aurora.security_group_id',
  bastion: 'module.bastion.security_group_id',
  endpoints: 'module.endpoints.security_group_id',
  lambda: 'module.lambda.security_group_id',
  redis: 'module.redis.security_group_id',
} as const;

const EXTRA = 'aws_vpc_security_group_ingress_rule.extra';

/** A further rule on the group of a tier, from another group or an address range. */
const admit =
  (tier: keyof typeof GROUPS, from: string, first: number, last = first, protocol = 'tcp') =>
  (plan: Plan): void => {
    const family = from.includes(':') ? 'cidr_ipv6' : 'cidr_ipv4';
    const values = { from_port: first, to_port: last, ip_protocol: protocol };
    const group = { security_group_id: GROUPS[tier] };
    if (from.includes('/')) add(EXTRA, { ...values, [family]: from }, group)(plan);
    else add(EXTRA, values, { ...group, referenced_security_group_id: GROUPS[from as keyof typeof GROUPS] })(plan);
  };

/** Nothing names the groups any more. */
const groupless =
  (address: string, block: string, attribute: string) =>
  (plan: Plan): void => {
    const change = at(plan, address);
    const { expressions } = configured(plan, address);
    if (attribute === '') {
      change.after[block] = [];
      drop(change.after_unknown, block);
      drop(expressions, block);
      return;
    }
    first(change.after[block])[attribute] = [];
    drop(first(change.after_unknown[block]), attribute);
    drop(first(expressions[block]), attribute);
  };

const SERVICE = 'module.ecs.aws_ecs_service.this';
const INGRESS = 'aws_vpc_security_group_ingress_rule';
const EGRESS = 'aws_vpc_security_group_egress_rule';

test('the documented declaration lets the system pass, without a waiver', () => {
  const report = judged(() => undefined);
  expect(blamed(report)).toEqual([]);
  expect(report.verdict.exitCode).toBe(0);
  expect(report.flows.map(({ from, to, port: number, state }) => `${from} ${to} ${number} ${state}`).sort()).toEqual(
    [
      ...['internet alb 80', 'internet alb 443', 'alb tasks 8080', 'vpc nlb 9090', 'nlb tasks 9090'],
      ...['tasks aurora 5432', 'reports aurora 5432', 'bastion aurora 5432', 'tasks redis 6379'],
      ...['tasks internet 443', 'tasks endpoints 443', 'office bastion 22'],
    ]
      .map((flow) => `${flow} open`)
      .sort(),
  );
});

test.each<[string, (plan: Plan) => void, string]>([
  ['containers admit another port', port(`${INGRESS}.tasks_alb`, 8081), `NET-001 ${INGRESS}.tasks_alb`],
  [
    'containers admit a range around the port',
    port(`${INGRESS}.tasks_alb`, 8080, 8090),
    `NET-001 ${INGRESS}.tasks_alb`,
  ],
  [
    'the load balancer admits another port',
    port(`module.alb.${INGRESS}.web["443"]`, 8443),
    `NET-001 module.alb.${INGRESS}.web["443"]`,
  ],
  [
    'the bastion admits everybody',
    set(`module.bastion.${INGRESS}.office`, { cidr_ipv4: '0.0.0.0/0' }),
    `NET-001 module.bastion.${INGRESS}.office`,
  ],
  [
    'the bastion admits another office',
    set(`module.bastion.${INGRESS}.office`, { cidr_ipv4: '198.51.100.7/32' }),
    `NET-001 module.bastion.${INGRESS}.office`,
  ],
  [
    'the bastion admits the network of the office',
    set(`module.bastion.${INGRESS}.office`, { cidr_ipv4: '203.0.113.0/24' }),
    `NET-001 module.bastion.${INGRESS}.office`,
  ],
  [
    'the internal load balancer admits more than the VPC',
    set(`module.nlb.${INGRESS}.grpc`, { cidr_ipv4: '10.0.0.0/8' }),
    `NET-001 module.nlb.${INGRESS}.grpc`,
  ],
  [
    'containers may leave on every port',
    port(`${EGRESS}.tasks_internet`, 0, 65535),
    `NET-001 ${EGRESS}.tasks_internet`,
  ],
  [
    'containers may leave by every protocol',
    set(`${EGRESS}.tasks_internet`, { ip_protocol: '-1' }),
    `NET-001 ${EGRESS}.tasks_internet`,
  ],
  ['the database admits the load balancer', admit('aurora', 'alb', 5432), `NET-001 ${EXTRA}`],
  ['the database admits the VPC', admit('aurora', '10.20.0.0/16', 5432), `NET-001 ${EXTRA}`],
  ['the database admits the office', admit('aurora', '203.0.113.10/32', 5432), `NET-001 ${EXTRA}`],
  ['the database admits a second port', admit('aurora', 'tasks', 5433), `NET-001 ${EXTRA}`],
  ['the cache admits the bastion', admit('redis', 'bastion', 6379), `NET-001 ${EXTRA}`],
  ['the endpoints admit the bastion', admit('endpoints', 'bastion', 443), `NET-001 ${EXTRA}`],
  ['containers admit the bastion', admit('tasks', 'bastion', 22), `NET-001 ${EXTRA}`],
  [
    'containers admit the Internet on a port of the load balancer',
    admit('tasks', '0.0.0.0/0', 443),
    `NET-001 ${EXTRA}`,
  ],
  ['the bastion admits the Internet on a port of the load balancer', admit('bastion', '::/0', 443), `NET-001 ${EXTRA}`],
  ['the bastion admits ICMP', admit('bastion', '0.0.0.0/0', 8, -1, 'icmp'), `NET-001 ${EXTRA}`],
  ['the load balancer admits UDP', admit('alb', '0.0.0.0/0', 443, 443, 'udp'), `NET-001 ${EXTRA}`],
  ['the function admits somebody', admit('lambda', 'tasks', 443), `NET-001 ${EXTRA}`],
  [
    'the internal load balancer faces the Internet',
    set('module.nlb.aws_lb.this', { internal: false }),
    'NET-011 module.nlb.aws_lb.this',
  ],
  [
    'the public load balancer does not',
    set('module.alb.aws_lb.this', { internal: true }),
    'NET-011 module.alb.aws_lb.this',
  ],
  [
    'containers have public addresses',
    (plan): void => void (first(at(plan, SERVICE).after['network_configuration'])['assign_public_ip'] = true),
    `NET-011 ${SERVICE}`,
  ],
  ['the service has no groups', groupless(SERVICE, 'network_configuration', 'security_groups'), `NET-004 ${SERVICE}`],
  [
    'the function has no groups',
    groupless('module.lambda.aws_lambda_function.this', 'vpc_config', 'security_group_ids'),
    'NET-004 module.lambda.aws_lambda_function.this',
  ],
  [
    'the cache has no groups',
    groupless('module.redis.aws_elasticache_replication_group.this', 'security_group_ids', ''),
    'NET-004 module.redis.aws_elasticache_replication_group.this',
  ],
  ['containers no longer reach the cache', without(`${EGRESS}.tasks_redis`), 'NET-002 aws_security_group.tasks'],
  [
    'the cache no longer admits containers',
    without(`module.redis.${INGRESS}.client`),
    'NET-002 module.redis.aws_security_group.this',
  ],
  [
    'the load balancer no longer admits HTTPS',
    without(`module.alb.${INGRESS}.web["443"]`),
    'NET-002 module.alb.aws_security_group.this',
  ],
  [
    'the office no longer reaches the bastion',
    without(`module.bastion.${INGRESS}.office`),
    'NET-002 module.bastion.aws_security_group.this',
  ],
  [
    'the container takes another port',
    (plan): void => void (first(at(plan, SERVICE).after['load_balancer'])['container_port'] = 8081),
    `NET-002 ${SERVICE}`,
  ],
  [
    'no target group sends to the service',
    (plan): void => {
      at(plan, SERVICE).after['load_balancer'] = [];
      drop(at(plan, SERVICE).after_unknown, 'load_balancer');
      drop(configured(plan, SERVICE).expressions, 'load_balancer');
    },
    `NET-011 ${SERVICE}`,
  ],
  [
    'the listener stands on another port',
    set('module.alb.aws_lb_listener.https', { port: 8443 }),
    'LB-004 module.alb.aws_lb_listener.https',
  ],
  [
    'the listener of the internal load balancer stands on another port',
    set('module.nlb.aws_lb_listener.this', { port: 9091 }),
    'NET-002 module.nlb.aws_lb.this',
  ],
  ['there is no listener', without('module.alb.aws_lb_listener.https'), 'NET-002 module.alb.aws_lb.this'],
  [
    'the redirect leads to a port without a listener',
    (plan): void => {
      const action = first(at(plan, 'module.alb.aws_lb_listener.redirect').after['default_action']);
      first(action['redirect'])['port'] = '8443';
    },
    'LB-004 module.alb.aws_lb_listener.redirect',
  ],
  [
    'the health check uses another port',
    (plan): void =>
      void (first(at(plan, 'module.alb.aws_lb_target_group.this').after['health_check'])['port'] = '9999'),
    'NET-002 module.alb.aws_lb_target_group.this',
  ],
  [
    'the database listens on another port',
    set('module.aurora.aws_rds_cluster.this', { port: 5433 }),
    'NET-002 module.aurora.aws_rds_cluster.this',
  ],
  [
    'the cache listens on another port',
    set('module.redis.aws_elasticache_replication_group.this', { port: 6380 }),
    'NET-002 module.redis.aws_elasticache_replication_group.this',
  ],
  [
    'an instance stands outside of the tiers',
    add('aws_instance.other', {}, { vpc_security_group_ids: GROUPS.bastion }),
    'NET-011 aws_instance.other',
  ],
  [
    'a load balancer stands outside of the tiers',
    add('aws_lb.other', { internal: true }, { security_groups: GROUPS.alb }),
    'NET-011 aws_lb.other',
  ],
  [
    'a function has the group of the containers',
    add('aws_lambda_function.other', { vpc_config: [{}] }, {}),
    'NET-004 aws_lambda_function.other',
  ],
  [
    'two tiers share a group',
    add('aws_elasticache_replication_group.other', {}, { security_group_ids: GROUPS.aurora }),
    'NET-003 module.aurora.aws_security_group.this',
  ],
])('denied: %s', (_, edit, expected) => {
  const report = judged(edit);
  expect(blamed(report)).toContain(expected);
  expect(report.verdict.exitCode).not.toBe(0);
});

test.each<[string, (plan: Plan) => void]>([
  [
    'the internal load balancer admits one subnet of the VPC',
    set(`module.nlb.${INGRESS}.grpc`, { cidr_ipv4: '10.20.3.0/24' }),
  ],
  [
    'another instance in the module of the bastion',
    set('module.bastion.aws_instance.this', { instance_type: 't3.small' }),
  ],
  ['a second function', add('aws_lambda_function.other', { function_name: 'other' })],
  [
    'a second function in the network',
    add('aws_lambda_function.other', { function_name: 'other', vpc_config: [] }, {}),
  ],
  [
    'a second cache in the group of the first',
    add('aws_elasticache_replication_group.other', {}, { security_group_ids: GROUPS.redis }),
  ],
  ['a queue and a bucket', add('aws_sqs_queue.q', { name: 'q' })],
  ['a group that nobody holds', add('aws_security_group.spare', { name: 'spare' })],
  ['a gateway endpoint', add('aws_vpc_endpoint.dynamodb', { vpc_endpoint_type: 'Gateway' })],
  [
    'the function reaches the endpoints, as an optional flow',
    add(
      `${EGRESS}.extra`,
      { from_port: 443, to_port: 443, ip_protocol: 'tcp' },
      { security_group_id: GROUPS.lambda, referenced_security_group_id: GROUPS.endpoints },
    ),
  ],
  [
    'the optional flow is closed at both ends',
    (plan): void => {
      without(`module.endpoints.${INGRESS}.https["lambda"]`)(plan);
      const call = plan.configuration.root_module.module_calls?.['endpoints'] as unknown as {
        readonly expressions: Record<string, { references?: string[] }>;
      };
      for (const expression of Object.values(call.expressions))
        if (expression.references !== undefined)
          expression.references = expression.references.filter((name) => !name.startsWith('module.lambda'));
    },
  ],
  ['a further service behind the load balancer of the first', set(SERVICE, { desired_count: 4 })],
])('passes: %s', (_, edit) => {
  expect(blamed(judged(edit))).toEqual([]);
});

describe('a declaration with a name that means nothing', () => {
  const refused = (edit: (declared: Record<string, Json>) => void): string[] => {
    const directory = mkdtempSync(join(tmpdir(), 'tollgate-own-tiers-'));
    const declared = JSON.parse(DOCUMENTED ?? '') as Record<string, Json>;
    edit(declared);
    writeFileSync(join(directory, 'flows.json'), JSON.stringify(declared));
    const { problems, verdict } = judged(() => undefined, directory);
    rmSync(directory, { recursive: true });
    expect(verdict.exitCode).toBe(2);
    return problems.map(({ what }) => what);
  };

  test('an end of a flow', () => {
    expect(refused((declared) => (declared['flows'] as Json[]).push({ from: 'taks', to: 'redis', port: 1 }))).toEqual([
      'the flows of the settings name taks, which flows.json does not define',
    ]);
  });

  test('a tier of load balancers', () => {
    expect(
      refused(
        (declared) => void ((declared['tiers'] as JsonObject)['tasks'] = { types: 'aws_ecs_service', behind: 'lb' }),
      ),
    ).toEqual(['the tier tasks selects by the tier lb, which the settings do not name']);
  });

  test('a name with two definitions, and a range that is none', () => {
    expect(
      refused((declared) => void Object.assign(declared['peers'] as JsonObject, { redis: ['10.0.0.1/8'] })),
    ).toEqual([
      'redis has two definitions in flows.json',
      'redis of flows.json lists 10.0.0.1/8, which is not an address range',
    ]);
  });

  test('ports in the wrong order', () => {
    expect(
      refused((declared) => (declared['flows'] as Json[]).push({ from: 'tasks', to: 'redis', ports: ['90-80'] })),
    ).toEqual(['a flow from tasks to redis has ports that cannot be read']);
  });
});
