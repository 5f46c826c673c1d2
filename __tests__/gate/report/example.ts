/** A report with one of everything that formats show differently. */
import type {
  CostItem,
  Finding,
  FlowFact,
  Judged,
  Report,
  RuleInfo,
  RuleReport,
  Severity,
  Waiver,
} from '../../../tollgate/model';

const rule = (
  id: string,
  title: string,
  severity: Severity,
  outcome: RuleReport['outcome'],
  checked: readonly [stack: string, address: string][],
  enforcement: RuleReport['enforcement'] = 'block',
): RuleReport => ({
  ...{ id, rule: `example.${id.toLowerCase().replace('-', '_')}`, title, severity, enforcement, outcome },
  checked: checked.map(([stack, address]) => ({ stack, address })),
});

const GROUP = 'aws_security_group.app';
const SSH = 'aws_vpc_security_group_ingress_rule.ssh';
const DATABASE = 'aws_db_instance.db';
const BUCKET = 'aws_s3_bucket.logs';

export const rules: readonly RuleReport[] = [
  rule('DB-002', 'The database is encrypted', 'high', 'undecided', [['web', DATABASE]]),
  rule('EC2-001', 'Instances have no public address', 'high', 'not-applicable', []),
  rule('NET-001', 'Only declared flows are open', 'critical', 'denied', [
    ['web', GROUP],
    ['web', SSH],
    ['web-dev', SSH],
  ]),
  rule('NET-002', 'Groups are not mixed', 'medium', 'accepted', [['web', GROUP]]),
  rule('NET-003', 'A rule that nobody wants', 'low', 'off', [], 'off'),
  rule('STO-003', 'Buckets have a name', 'low', 'denied', [['web', BUCKET]], 'warn'),
];

const finding = (
  id: string,
  stack: string,
  address: string,
  rest: Pick<Finding, 'path' | 'why' | 'found' | 'allowed' | 'fingerprint'> & Partial<Finding>,
): Finding => {
  const head = rules.find((candidate) => candidate.id === id);
  if (head === undefined) throw new Error(id);
  const { checked: _, outcome: __, ...named } = head;
  return { ...named, stack, address, fix: `Do what ${id} says.`, ...rest };
};

const ssh = (stack: string): Finding =>
  finding('NET-001', stack, SSH, {
    constructPath: `${stack}/groups/ssh`,
    source: { file: 'stacks/tiers/groups.ts', line: 42 },
    path: 'cidr_ipv4',
    why: 'the group admits everybody, 100% of them: <all> | "any"',
    found: 'tcp 22 from 0.0.0.0/0',
    allowed: 'tcp 8000 from alb',
    fingerprint: stack === 'web' ? '11111111111111111111111111111111' : '22222222222222222222222222222222',
  });

const mixed = finding('NET-002', 'web', GROUP, {
  path: '',
  why: 'Inline and standalone rules are mixed.',
  found: 'both',
  allowed: 'one kind',
  fingerprint: '33333333333333333333333333333333',
});

const waiver: Waiver = {
  rule: 'NET-002',
  address: 'aws_security_group.*',
  stack: 'web',
  reason: 'Until the import of the old group.',
  owner: 'network team',
  expires: '2026-03-31',
};

const flow = (from: string, to: string, port: number, state: FlowFact['state'] = 'open'): FlowFact => ({
  ...{ stack: 'web', from, to, protocol: 'tcp', port, state },
  name: `${from} to ${to}`,
});

const cost = (part: string, item: string, amounts: readonly [number, number, number], usage = ''): CostItem => ({
  ...{ stack: 'web', part, address: 'aws_lb.alb', item, usage },
  ...{ minimum: amounts[0], desired: amounts[1], maximum: amounts[2] },
});

const DIGEST = 'abcdef0123456789'.repeat(4);

export const denied: Report = {
  schemaVersion: 1,
  verdict: { exitCode: 1, outcome: 'denied' },
  policy: DIGEST,
  failOn: 'medium',
  stacks: [
    { name: 'web', resources: 4, groupSize: { minimum: 2, desired: 2, maximum: 10 } },
    { name: 'web-dev', resources: 1 },
  ],
  problems: [],
  findings: [
    ssh('web'),
    ssh('web-dev'),
    finding('NET-001', 'web', GROUP, {
      path: 'ingress.0',
      why: 'The group admits another group',
      found: 'tcp 0-65535 from `sg-1`',
      allowed: 'tcp 8000 from alb',
      fingerprint: '44444444444444444444444444444444',
    }),
    finding('STO-003', 'web', BUCKET, {
      path: 'bucket',
      why: 'The bucket has no name.',
      found: 'nothing',
      allowed: 'a name',
      fingerprint: '55555555555555555555555555555555',
    }),
  ],
  undecided: [
    {
      ...finding('DB-002', 'web', DATABASE, {
        path: 'storage_encrypted',
        why: 'Whether it is encrypted is known only after the apply',
        found: '',
        allowed: '',
        fingerprint: '66666666666666666666666666666666',
      }),
    },
  ].map(({ found: _, allowed: __, ...undecided }) => undecided),
  waived: [{ ...mixed, waiver }],
  known: [{ ...mixed, path: 'egress', fingerprint: '77777777777777777777777777777777' }],
  waivers: {
    digest: DIGEST,
    today: '2026-02-01',
    entries: [
      { ...waiver, state: 'active', findings: 1 },
      {
        ...{ rule: 'NET-001', address: SSH, reason: 'A jump host.', owner: 'operations', expires: '2026-01-31' },
        ...{ state: 'expired', findings: 2 },
      },
      {
        ...{ rule: 'EC2-001', address: '*', reason: 'Not needed any more.', owner: 'operations' },
        ...{ expires: '2026-02-28', state: 'unused', findings: 0 },
      },
    ],
  },
  baseline: { digest: DIGEST, gone: 1 },
  rules,
  flows: [flow('internet', 'alb', 80), flow('alb', 'app', 8000, 'closed')],
  costs: [
    cost('database', 'db.t3.small', [52_560_000, 52_560_000, 52_560_000]),
    cost('web', 't3.small', [30_368_000, 30_368_000, 1_151_840_000]),
    cost('web', 'capacity units', [0, 0, 0], '$0.008 an LCU-hour'),
  ],
  unpriced: [
    {
      ...{ stack: 'web', part: 'database', address: DATABASE, path: 'iops' },
      reason: 'operations beyond those that gp3 includes are charged apart',
    },
    { stack: 'web', part: 'other', address: 'aws_x.one', path: '', reason: 'the book has no row <x>' },
    { stack: 'web', part: 'other', address: 'aws_x.two', path: '', reason: 'the book has no row <x>' },
  ],
  prices: { region: 'us-east-1', date: '2026-01-31', hours: 730 },
};

export const passed: Report = {
  schemaVersion: 1,
  verdict: { exitCode: 0, outcome: 'passed' },
  policy: DIGEST,
  failOn: 'low',
  stacks: [{ name: 'good.json', file: 'plans/good.json', resources: 1 }],
  ...{ problems: [], findings: [], undecided: [], waived: [], known: [] },
  waivers: { digest: DIGEST, entries: [] },
  rules: [rule('STO-003', 'Buckets have a name', 'low', 'passed', [['good.json', BUCKET]])],
  ...{ flows: [], costs: [] },
};

export const unjudged: Report = {
  ...passed,
  verdict: { exitCode: 2, outcome: 'could-not-judge' },
  policy: '',
  stacks: [],
  rules: [],
  problems: [
    {
      stack: '',
      what: 'plans/broken.json cannot be read as JSON.',
      why: 'The gate cannot judge a file that it cannot read.',
      fix: 'Write it again.',
    },
  ],
  waivers: { digest: '', entries: [] },
};

/** A pass in which no rule applied to a resource. */
export const empty: Report = {
  ...passed,
  stacks: [{ name: 'redshift.json', file: 'plans/redshift.json', resources: 5 }],
  rules: [
    rule('DB-002', 'The database is encrypted', 'high', 'not-applicable', []),
    rule('NET-003', 'A rule that nobody wants', 'low', 'off', [], 'off'),
  ],
};

/** The judgements behind each golden file. */
export const examples: Readonly<Record<string, readonly Judged[]>> = {
  denied: [{ files: ['cdktf.out'], report: denied }],
  passed: [{ files: ['plans/good.json'], report: passed }],
  'nothing-applied': [{ files: ['plans/redshift.json'], report: empty }],
  'could-not-judge': [{ files: ['plans/broken.json'], report: unjudged }],
  several: [
    { files: ['plans/good.json'], report: passed },
    { files: ['plans/redshift.json'], report: empty },
    { files: ['plans/broken.json'], report: unjudged },
  ],
};

export const catalog: readonly RuleInfo[] = rules.map(({ id, rule: name, title, severity }) => ({
  ...{ id, rule: name, title, severity },
  description: `What ${id} wants.`,
  resources: ['aws_security_group'],
  fix: `Do what ${id} says.`,
  relatedResources: id === 'NET-001' ? [{ ref: 'https://docs.aws.amazon.com/vpc/', description: 'Amazon VPC' }] : [],
  file: `policies/rules/${name.replace('.', '/')}.rego`,
}));
