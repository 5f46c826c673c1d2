import { flowPicture } from '../../tollgate/report/flows';
import { humanReport, humanReports } from '../../tollgate/report/human';
import { jsonReport } from '../../tollgate/report/json';
import { formatUsd } from '../../tollgate/report/money';
import type { CostItem, Finding, FlowFact, Report, RuleReport } from '../../tollgate/model';

const flow = (
  from: string,
  to: string,
  port: number,
  state: FlowFact['state'] = 'open',
  protocol = 'tcp',
): FlowFact => ({
  ...{ stack: 'web', from, to, protocol, port, state },
  name: `${from} to ${to}`,
});

const cost = (part: string, item: string, amounts: readonly [number, number, number], usage = ''): CostItem => ({
  ...{ stack: 'web', part, address: 'aws_lb.alb', item, usage },
  ...{ minimum: amounts[0], desired: amounts[1], maximum: amounts[2] },
});

const finding: Finding = {
  id: 'NET-001',
  rule: 'network.openings_declared',
  title: 'Only declared flows are open',
  severity: 'critical',
  enforcement: 'block',
  stack: 'web',
  address: 'aws_vpc_security_group_ingress_rule.ssh',
  constructPath: 'web/security-groups/ssh',
  path: 'cidr_ipv4',
  why: 'The group of the app tier admits the whole Internet on a port that no flow declares, which a scanner finds in minutes.',
  fix: 'Remove the rule, or declare the flow.',
  found: 'tcp 22 from 0.0.0.0/0',
  allowed: 'tcp 8000 from alb',
  fingerprint: 'f00d',
};

const rule = (
  id: string,
  outcome: RuleReport['outcome'],
  enforcement: RuleReport['enforcement'] = 'block',
): RuleReport => ({
  ...{ id, rule: 'x.y', title: `Rule ${id}`, severity: 'high', enforcement, outcome },
  checked: [],
});

const report: Report = {
  schemaVersion: 1,
  verdict: { exitCode: 1, outcome: 'denied' },
  policy: 'abc',
  failOn: 'low',
  stacks: [
    { name: 'web', resources: 12, groupSize: { minimum: 2, desired: 2, maximum: 10 } },
    { name: 'image', resources: 1 },
  ],
  problems: [],
  waived: [],
  known: [],
  waivers: { digest: '', entries: [] },
  findings: [
    finding,
    { ...finding, address: 'aws_security_group.app', path: 'ingress.0', found: 'tcp 0-65535 from sg-1' },
    {
      ...finding,
      id: 'STO-003',
      title: 'Buckets have a name',
      severity: 'medium',
      enforcement: 'warn',
      address: 'aws_s3_bucket.b',
    },
  ],
  undecided: [
    { ...finding, id: 'DB-002', title: 'The database is encrypted', severity: 'high', address: 'aws_db_instance.db' },
  ],
  rules: [
    rule('DB-002', 'undecided'),
    rule('NET-001', 'denied'),
    rule('NET-002', 'passed'),
    rule('NET-003', 'not-applicable'),
    rule('NET-004', 'off', 'off'),
    rule('STO-003', 'denied', 'warn'),
  ],
  flows: [flow('internet', 'alb', 80), flow('alb', 'app', 8000, 'closed'), flow('app', 'db', 5432)],
  costs: [
    cost('database', 'db.t3.small', [52_560_000, 52_560_000, 52_560_000]),
    cost('web', 't3.small', [30_368_000, 30_368_000, 1_151_840_000]),
    cost('web', 'capacity units', [0, 0, 0], '$0.008 an LCU-hour'),
  ],
};

const text = humanReport(report, { colour: false, width: 100 });

const style = { colour: false, width: 100 };
const linesOf = (one: Report, more: object = {}): string[] =>
  humanReport(one, { ...style, ...more })
    .trimEnd()
    .split('\n');

/** A report with these findings only. */
function denying(findings: readonly Finding[]): Report {
  return { ...report, findings, undecided: [], stacks: [{ name: 'web', resources: 12 }] };
}

const many = (length: number, change: (index: number) => Partial<Finding> = () => ({})): Finding[] =>
  Array.from({ length }, (_, index) => ({ ...finding, address: `aws_x.y[${index}]`, ...change(index) }));

describe('a denial', () => {
  test('begins and ends with the verdict; the last line names the rules', () => {
    const lines = linesOf(report);
    expect(lines[0]).toBe('DENIED  2 blocking findings, 1 undecided, 1 warning, 1 rule off (2 stacks, 13 resources)');
    expect(lines.slice(-2).join('')).toMatch(/^DENIED {2}NET-001, DB-002: 2 blocking findings, 1 undecided, 1 warning/);
  });

  test('of one finding fits into 15 lines: what is wrong, the value, what is allowed, where, and the fix', () => {
    const lines = linesOf(denying([finding]));
    expect(lines.length).toBeLessThanOrEqual(16);
    expect(lines.slice(2, 8)).toEqual([
      '  CRITICAL NET-001  The group of the app tier admits the whole Internet on a port that no flow',
      '                    declares, which a scanner finds in minutes.',
      '    found       tcp 22 from 0.0.0.0/0',
      '    allowed     tcp 8000 from alb',
      '    where       aws_vpc_security_group_ingress_rule.ssh cidr_ipv4, web/security-groups/ssh',
      '    fix         Remove the rule, or declare the flow.',
    ]);
  });

  test('tells one value of many resources once, in the natural order of their names', () => {
    const lines = linesOf(denying(many(100).reverse()));
    expect(lines.slice(4, 11)).toEqual([
      '    found       100 × tcp 22 from 0.0.0.0/0',
      '    allowed     tcp 8000 from alb',
      '    where       aws_x.y[0] cidr_ipv4, web/security-groups/ssh',
      '                aws_x.y[1] cidr_ipv4, web/security-groups/ssh',
      '                aws_x.y[2] cidr_ipv4, web/security-groups/ssh',
      '                97 more',
      '    fix         Remove the rule, or declare the flow.',
    ]);
  });

  test('of 320 findings of many rules and values fits into 45 lines, and each rule is told', () => {
    const findings = many(320, (index) => ({ id: `NET-1${index % 12}`, found: `tcp ${index % 100}` }));
    const lines = linesOf(denying(findings));
    expect(lines.length).toBeLessThanOrEqual(45);
    for (let rule = 0; rule < 12; rule += 1) expect(lines.some((line) => line.includes(` NET-1${rule}  `))).toBe(true);
    const told = lines.join('\n');
    expect(told).toMatch(/\d+ more findings of this rule; --details lists all\./);
    const details = linesOf(denying(findings), { details: true });
    for (const { address } of findings) expect(details.some((line) => line.includes(` ${address} `))).toBe(true);
  });

  test('marks what is undecided, what warns and what is waived', () => {
    expect(text).toContain('\n  HIGH DB-002 (undecided)  The group of the app tier');
    expect(text).toContain('\n  MEDIUM STO-003 (warning)  The group of the app tier');
  });

  test('has the costs in one line, unless a rule is about costs', () => {
    expect(text).toContain('\nUS dollars per month: $82.93 at minimum, $82.93 at desired, $1,204.40 at maximum.\n');
    const about = linesOf(denying([{ ...finding, rule: 'cost.budget' }])).join('\n');
    expect(about).toMatch(/\n {2}total of fixed prices {2,}\$82\.93 {2,}\$82\.93 {2,}\$1,204\.40\n/);
  });
});

test('a baseline of many findings is told by three of them', () => {
  const known = { ...denying([]), known: many(12) };
  const lines = linesOf(known);
  expect(lines.filter((line) => line.includes('aws_x.y['))).toHaveLength(3);
  expect(lines).toContain('    9 more; --details lists all.');
  expect(linesOf(known, { details: true }).filter((line) => line.includes('aws_x.y['))).toHaveLength(12);
});

test('--details lists each rule and the charges by use', () => {
  const details = linesOf(report, { details: true }).join('\n');
  expect(details).toContain(`
Rules
  denied          NET-001   Rule NET-001
  undecided       DB-002    Rule DB-002
  warned          STO-003   Rule STO-003
  passed          NET-002   Rule NET-002
  not applicable  NET-003   Rule NET-003
  off             NET-004   Rule NET-004
`);
  expect(details).toContain(
    '  Not in the total, because it depends on usage:\n    web         capacity units: $0.008 an LCU-hour',
  );
  expect(text).toContain(
    '\nRules: 1 denied, 1 undecided, 1 warned, 1 passed, 1 not applicable, 1 off. --details lists each',
  );
});

describe('a pass without any applicable rule', () => {
  const empty: Report = {
    ...report,
    verdict: { exitCode: 0, outcome: 'passed' },
    ...{ findings: [], undecided: [], flows: [], costs: [] },
    rules: [rule('NET-003', 'not-applicable'), rule('NET-004', 'off', 'off')],
  };
  const first = (one: Report, width = 100): string | undefined =>
    humanReport(one, { colour: false, width }).split('\n')[0];

  test('is called that in the first line, with how many rules are off', () => {
    expect(first(empty)).toBe('PASSED, but no rule applied to any resource  1 rule off (2 stacks, 13 resources)');
    expect(first({ ...empty, rules: [rule('NET-003', 'not-applicable')] })).toBe(
      'PASSED, but no rule applied to any resource  2 stacks, 13 resources',
    );
  });

  test('is none as soon as one rule looked at something', () => {
    expect(first({ ...empty, rules: [...empty.rules, rule('NET-002', 'passed')] })).toBe(
      'PASSED  1 rule off (2 stacks, 13 resources)',
    );
  });

  test('is never green', () => {
    expect(humanReport(empty, { colour: true, width: 100 }).split('\n')[0]).not.toContain('\u001b[32m');
  });

  test('is counted among several files', () => {
    const judged = [
      { files: ['a'], report: empty },
      { files: ['b'], report },
    ];
    expect(humanReports(judged, { colour: false, width: 100 })).toMatch(
      /\n2 files: 1 passed \(no rule applied to 1 of them, 1 rule off\), 1 denied, 0 could not be judged\n$/,
    );
  });
});

test('a problem is reported with its reason and its fix', () => {
  const problem = { what: 'settings/sizes.json is missing.', why: 'A rule would find nothing.', fix: 'Restore it.' };
  const failed: Report = {
    ...report,
    verdict: { exitCode: 2, outcome: 'could-not-judge' },
    ...{ stacks: [], findings: [], undecided: [], rules: [], flows: [], costs: [] },
    problems: [
      { stack: '', ...problem },
      { stack: 'web', ...problem, what: 'module.vpc is a module.' },
    ],
  };
  expect(humanReport(failed, { colour: false, width: 100 })).toBe(`COULD NOT JUDGE  2 problems (0 stacks, 0 resources)

  settings/sizes.json is missing.
    why         A rule would find nothing.
    fix         Restore it.

  web: module.vpc is a module.
    why         A rule would find nothing.
    fix         Restore it.
`);
});

test.each([80, 100, 120])('no line is longer than %i columns', (width) => {
  expect(
    humanReport(report, { colour: false, width })
      .split('\n')
      .filter((line) => line.length > width),
  ).toEqual([]);
});

test('colour changes nothing but the colour', () => {
  const coloured = humanReport(report, { colour: true, width: 100 });
  expect(coloured).toContain('\u001b[31m');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(text);
  expect(text).not.toContain('\u001b');
});

test('a charge by use with the same description is printed once, for any number of resources', () => {
  const traffic = cost('web', 'traffic to the Internet', [0, 0, 0], '$0.09 a gigabyte');
  const costs = [traffic, { ...traffic, address: 'aws_lb.nlb' }, cost('web', 'capacity units', [0, 0, 0], '$0.006')];
  const text = humanReport({ ...report, costs }, { colour: false, width: 100, details: true });
  expect(text.match(/traffic to the Internet/g)).toHaveLength(1);
  expect(text).toContain('capacity units: $0.006');
});

test('a part with only charges by use is never shown as free', () => {
  const costs = [
    cost('image', 'snapshots', [0, 0, 0], '$0.05 a gigabyte-month'),
    cost('web', 'load balancer', [1, 1, 1].map((n) => n * 16_425_000) as [number, number, number]),
  ];
  const lines = humanReport({ ...report, costs }, { colour: false, width: 100, details: true });
  expect(lines).toContain('image                            by use         by use         by use');
  expect(lines).not.toContain('$0.00');
  const onlyUse = humanReport({ ...report, costs: costs.slice(0, 1) }, { colour: false, width: 100, details: true });
  expect(onlyUse).toContain('  The monthly cost depends on usage:\n    image       snapshots: $0.05 a gigabyte-month');
  expect(onlyUse).not.toContain('total of fixed prices');
});

test.each([
  [0, '$0.00'],
  [4_999, '$0.00'],
  [5_000, '$0.01'],
  [999_995_000, '$1,000.00'],
  [1_234_567_890_000, '$1,234,567.89'],
  [9_007_199_254_740_991, '$9,007,199,254.74'],
])('%i micro-dollars are %s', (amount, expected) => {
  expect(formatUsd(amount)).toBe(expected);
});

describe('the picture of the flows', () => {
  test.each<[string, FlowFact[], string[]]>([
    ['is a chain', [flow('alb', 'app', 8000), flow('internet', 'alb', 80)], ['Internet ──80──▶ ALB ──8000──▶ EC2']],
    [
      'has a line for a flow outside of the main path',
      [flow('internet', 'alb', 80), flow('internet', 'alb', 443)],
      ['Internet ──80──▶ ALB', 'Internet ──443──▶ ALB'],
    ],
    ['names a protocol other than TCP', [flow('app', 'endpoint', 53, 'open', 'udp')], ['EC2 ──53/udp──▶ Endpoint']],
    [
      'marks a closed flow',
      [flow('app', 'db', 1, 'closed')],
      ['EC2 ──1─✗─▶ RDS', '✗ closed: the flow is not open end to end'],
    ],
    [
      'marks an unknown flow',
      [flow('app', 'db', 1, 'unknown')],
      ['EC2 ──1─?─▶ RDS', '? unknown: the judged input does not decide whether the flow is open'],
    ],
    [
      'never goes through the Internet',
      [flow('internet', 'alb', 443), flow('alb', 'app', 8080), flow('app', 'internet', 443)],
      ['Internet ──443──▶ ALB ──8080──▶ EC2 ──443──▶ Internet'],
    ],
    [
      'begins again behind the Internet',
      [flow('app', 'internet', 443), flow('internet', 'alb', 443)],
      ['EC2 ──443──▶ Internet', 'Internet ──443──▶ ALB'],
    ],
    ['ends with a circle', [flow('app', 'app', 1)], ['EC2 ──1──▶ EC2']],
    ['shows tiers of other settings by their names', [flow('internet', 'edge', 1)], ['Internet ──1──▶ edge']],
    ['is empty without flows', [], []],
  ])('%s', (_, flows, lines) => {
    expect(flowPicture(flows, 98)).toEqual(lines);
  });
});

test('the JSON report is the report, with the version of its shape', () => {
  const json = jsonReport([{ files: ['plan.json'], report }]);
  expect(JSON.parse(json)).toEqual({ ...report, coverage: { rules: 6, applied: 4, notApplicable: 1, off: 1 } });
  expect(json).toMatch(/^\{\n {2}"schemaVersion": 1,/);
});
