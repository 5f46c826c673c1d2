import type {
  CostItem,
  Finding,
  FlowFact,
  Judged,
  Report,
  RuleReport,
  Unpriced,
  WaiverReport,
} from '../../tollgate/model';
import { compareReports, type Comparison } from '../../tollgate/compare/compare';
import { compareHuman } from '../../tollgate/compare/human';
import { compareMarkdown } from '../../tollgate/comment/text';
import { readReport } from '../../tollgate/compare/read-report';

const finding: Finding = {
  id: 'NET-001',
  rule: 'network.openings_declared',
  title: 'Only declared flows are open',
  severity: 'critical',
  enforcement: 'block',
  stack: 'web',
  address: 'aws_vpc_security_group_ingress_rule.ssh',
  source: { file: 'stacks/tiers/network.ts', line: 42 },
  path: 'cidr_ipv4',
  why: 'The group of the app tier admits the whole Internet.',
  fix: 'Remove the rule, or declare the flow in `flows.json`.',
  found: 'tcp 22 from 0.0.0.0/0',
  allowed: 'tcp 8000 from alb',
  fingerprint: 'f00d',
};
const warning: Finding = {
  ...finding,
  ...{ id: 'STO-003', title: 'Buckets have a name', severity: 'medium', enforcement: 'warn' },
  ...{ address: 'aws_s3_bucket.b', path: 'bucket', found: 'logs', allowed: 'team-logs' },
};
const unencrypted: Finding = {
  ...finding,
  ...{ id: 'DB-003', title: "The database's storage is encrypted", severity: 'high', address: 'aws_db_instance.db' },
  ...{ path: 'storage_encrypted', found: 'false', allowed: 'true' },
};

const waiver: WaiverReport = {
  ...{ rule: 'DB-003', address: 'aws_db_instance.*', reason: 'Moves to another one in May.', owner: 'ana@example.com' },
  ...{ expires: '2026-05-31', state: 'active', findings: 1 },
};

const cost = (part: string, item: string, desired: number, maximum = desired, usage = ''): CostItem => ({
  ...{ stack: 'web', part, address: `aws_${part}.it`, item, usage },
  ...{ minimum: desired, desired: desired * 1e6, maximum: maximum * 1e6 },
});
const flow = (from: string, to: string, port: number, state: FlowFact['state'] = 'open'): FlowFact => ({
  ...{ stack: 'web', from, to, protocol: 'tcp', port, state, name: `${from} to ${to}` },
});
const rule = (id: string, enforcement: RuleReport['enforcement'] = 'block'): RuleReport => ({
  ...{ id, rule: 'x.y', title: `Rule ${id}`, severity: 'high', enforcement, outcome: 'passed', checked: [] },
});

const passed: Report = {
  schemaVersion: 1,
  verdict: { exitCode: 0, outcome: 'passed' },
  policy: 'abc',
  failOn: 'low',
  stacks: [{ name: 'web', resources: 12 }],
  problems: [],
  findings: [],
  undecided: [],
  waived: [],
  known: [],
  waivers: { digest: 'one', entries: [] },
  rules: [rule('DB-003'), rule('NET-001'), rule('STO-003', 'warn')],
  flows: [flow('internet', 'alb', 80), flow('alb', 'app', 8000)],
  costs: [cost('web', 't3.small', 30, 150), cost('web', 'capacity units', 0, 0, '$0.008 an LCU-hour')],
};
const denied: Report = { ...passed, verdict: { exitCode: 1, outcome: 'denied' } };

const side = (report: Report): Parameters<typeof compareReports>[0] => ({
  verdict: report.verdict,
  inputs: [{ files: [], report }],
});
const compared = (base: Report, head: Report): Comparison => compareReports(side(base), side(head));

const everything = compared(
  {
    ...denied,
    findings: [unencrypted, { ...finding, address: 'aws_security_group.alb', path: 'ingress.0' }],
    undecided: [{ ...unencrypted, address: 'aws_db_instance.later' }],
    rules: [rule('DB-003'), rule('NET-001'), rule('STO-003')],
  },
  {
    ...denied,
    findings: [
      finding,
      { ...finding, address: 'aws_security_group.alb', path: 'ingress.0', found: 'all ports' },
      warning,
    ],
    undecided: [{ ...unencrypted, address: 'aws_db_instance.new' }],
    waived: [{ ...unencrypted, waiver }],
    waivers: { digest: 'two', entries: [waiver] },
    stacks: [...passed.stacks, { name: 'cache', resources: 1 }],
    flows: [flow('internet', 'alb', 80), flow('alb', 'app', 8000, 'closed'), flow('internet', 'app', 22)],
    costs: [
      cost('web', 't3.medium', 60.5, 302.5),
      cost('web', 'capacity units', 0, 0, '$0.008 an LCU-hour'),
      { ...cost('cache', 'cache.t3.micro', 12), stack: 'cache' },
    ],
  },
);

test('the comment of a change that does everything reads like this', () => {
  expect(compareMarkdown(everything)).toBe(`## ❌ Denied: adds 1 blocking finding, changes 1 blocking finding

Adds 2 findings, changes 1 finding, excuses 1 finding, adds 1 undecided value, settles 1 undecided value, changes 1 waiver, changes 1 rule, changes 2 flows.

Fixed prices per month: at desired size $30.00 → $72.50 (+$42.50); at maximum size $150.00 → $314.50 (+$164.50).

### Adds

**Critical · NET-001 · Only declared flows are open**<br>
**\`aws_vpc_security_group_ingress_rule.ssh\`** in \`web\`, \`cidr_ipv4\`, created at \`stacks/tiers/network.ts:42\`<br>
Found: \`tcp 22 from 0.0.0.0/0\`. Allowed: \`tcp 8000 from alb\`.<br>
The group of the app tier admits the whole Internet.<br>
_Fix:_ Remove the rule, or declare the flow in \`flows.json\`.

**Medium · STO-003 · Buckets have a name** (warning)<br>
**\`aws_s3_bucket.b\`** in \`web\`, \`bucket\`, created at \`stacks/tiers/network.ts:42\`<br>
Found: \`logs\`. Allowed: \`team-logs\`.<br>
The group of the app tier admits the whole Internet.<br>
_Fix:_ Remove the rule, or declare the flow in \`flows.json\`.

### Still violated, with another value or enforcement

**Critical · NET-001 · Only declared flows are open**<br>
**\`aws_security_group.alb\`** in \`web\`, \`ingress.0\`, created at \`stacks/tiers/network.ts:42\`<br>
Found: \`all ports\`. Allowed: \`tcp 8000 from alb\`.<br>
Before: \`tcp 22 from 0.0.0.0/0\`; the rule blocks.<br>
The group of the app tier admits the whole Internet.<br>
_Fix:_ Remove the rule, or declare the flow in \`flows.json\`.

### Excuses

**High · DB-003 · The database's storage is encrypted**<br>
**\`aws_db_instance.db\`** in \`web\`, \`storage_encrypted\`, created at \`stacks/tiers/network.ts:42\`<br>
Found: \`false\`. Allowed: \`true\`.<br>
This finding counted before. Waived until 2026-05-31 by ana@\u200bexample.com: Moves to another one in May.

### Undecided now

**High · DB-003 · The database's storage is encrypted**<br>
**\`aws_db_instance.new\`** in \`web\`, \`storage_encrypted\`, created at \`stacks/tiers/network.ts:42\`<br>
The group of the app tier admits the whole Internet.<br>
_Fix:_ Remove the rule, or declare the flow in \`flows.json\`.

### Settles

- DB-003: \`web\`, \`aws_db_instance.later\`, \`storage_encrypted\`

### Waivers

|  | rule | address | owner | until | reason |
| :-- | :-- | :-- | :-- | :-- | :-- |
| **added** | DB-003 | \`aws_db_instance.*\` | ana@\u200bexample.com | 2026-05-31 | Moves to another one in May. |

### Rules

| rule |  | severity | before | now |
| :-- | :-- | :-- | :-- | :-- |
| STO-003 | Rule STO-003 | high | blocks | **warns** |

### Flows

| stack | flow | before | now |
| :-- | :-- | :-- | :-- |
| \`web\` | alb → app tcp 8000 | open | **closed** |
| \`web\` | internet → app tcp 22 | absent | **open** |

### Cost per month

| stack | desired before | now |  | maximum before | now |  |
| :-- | :-- | :-- | :-- | :-- | :-- | :-- |
| \`web\` | $30.00 | **$60.50** | +$30.50 | $150.00 | **$302.50** | +$152.50 |
| \`cache\` | – | **$12.00** | +$12.00 | – | **$12.00** | +$12.00 |

<details><summary>3 changed prices</summary>

| stack | resource | item | before | now |
| :-- | :-- | :-- | :-- | :-- |
| \`web\` | \`aws_web.it\` | t3.medium | – | $60.50, $302.50 at maximum size |
| \`cache\` | \`aws_cache.it\` | cache.t3.micro | – | $12.00 |
| \`web\` | \`aws_web.it\` | t3.small | $30.00, $150.00 at maximum size | – |

</details>
`);
});

test('the text of the same change reads like this', () => {
  expect(compareHuman(everything, { colour: false })).toBe(`Denied: adds 1 blocking finding, changes 1 blocking finding
Adds 2 findings, changes 1 finding, excuses 1 finding, adds 1 undecided value, settles 1 undecided value, changes 1 waiver, changes 1 rule, changes 2 flows.
Fixed prices per month: at desired size $30.00 → $72.50 (+$42.50); at maximum size $150.00 → $314.50 (+$164.50).

Adds
  NET-001 (critical) web aws_vpc_security_group_ingress_rule.ssh cidr_ipv4: tcp 22 from 0.0.0.0/0, allowed tcp 8000 from alb
  STO-003 (medium, warning) web aws_s3_bucket.b bucket: logs, allowed team-logs

Still violated, with another value or enforcement
  NET-001 (critical) web aws_security_group.alb ingress.0: all ports, allowed tcp 8000 from alb (before: tcp 22 from 0.0.0.0/0; the rule blocks)

Excuses
  DB-003 (high) web aws_db_instance.db storage_encrypted: false, allowed true (counted before; waived until 2026-05-31 by ana@example.com: Moves to another one in May.)

Undecided now
  DB-003 (high) web aws_db_instance.new storage_encrypted: The group of the app tier admits the whole Internet.

Settles
  DB-003 (high) web aws_db_instance.later storage_encrypted

Waivers
  added    DB-003 for aws_db_instance.* until 2026-05-31, ana@example.com: Moves to another one in May.

Rules
  STO-003 Rule STO-003: blocks → warns

Flows
  web alb → app tcp 8000: open → closed
  web internet → app tcp 22: absent → open

Cost per month
  web: $30.00 → $60.50 (+$30.50); at maximum size $150.00 → $302.50 (+$152.50)
  cache: – → $12.00 (+$12.00); at maximum size – → $12.00 (+$12.00)

Changed prices
  web aws_web.it, t3.medium: – → $60.50, $302.50 at maximum size
  cache aws_cache.it, cache.t3.micro: – → $12.00
  web aws_web.it, t3.small: $30.00, $150.00 at maximum size → –
`);
});

test('a change without effect on findings says so, with the cost', () => {
  expect(compareMarkdown(compared(passed, passed))).toBe(`## ✅ Passed

The change affects nothing that the gate reports, except possibly costs.

Fixed prices per month: at desired size $30.00, as before; at maximum size $150.00, as before.
`);
});

test('a change that fixes a denial passes', () => {
  expect(compareMarkdown(compared({ ...denied, findings: [unencrypted] }, passed))).toBe(`## ✅ Passed: fixes 1 finding

Fixes 1 finding. The base was denied.

Fixed prices per month: at desired size $30.00, as before; at maximum size $150.00, as before.

### Fixes

- DB-003: \`web\`, \`aws_db_instance.db\`, \`storage_encrypted\`: \`false\`
`);
});

test('a change is not blamed for violations of its base', () => {
  const old = { ...denied, findings: [unencrypted] };
  expect(compareMarkdown(compared(old, old))).toContain('## ❌ Denied: 1 blocking finding, none of them new\n');
});

describe('the kind of each change', () => {
  test.each([
    ['waived', { waived: [{ ...finding, waiver }] }],
    ['known', { known: [finding] }],
    ['undecided', { undecided: [finding] }],
    ['nothing', {}],
  ] as const)('a violation that counts now and was %s before is added', (before, base) => {
    const { added, fixed, excused } = compared({ ...passed, ...base }, { ...denied, findings: [finding] });
    expect([added, fixed, excused]).toEqual([[{ ...finding, before }], [], []]);
  });

  test('a violation that is waived from the beginning is said to be new', () => {
    const comparison = compared(passed, { ...passed, waived: [{ ...finding, waiver }] });
    expect(comparison.excused).toEqual([{ ...finding, waiver, by: 'waiver', counted: false }]);
    expect(compareMarkdown(comparison)).toContain('**This violation is new.** Waived until 2026-05-31');
  });

  test('a violation that becomes undecided is not fixed', () => {
    const { fixed, undecided } = compared({ ...denied, findings: [finding] }, { ...passed, undecided: [finding] });
    expect([fixed, undecided.added]).toEqual([[], [finding]]);
  });

  test('a block that becomes a warning is a change', () => {
    const after = { ...finding, enforcement: 'warn' as const };
    const { added, changed } = compared({ ...denied, findings: [finding] }, { ...passed, findings: [after] });
    expect([added, changed]).toEqual([[], [{ before: finding, after }]]);
  });

  test('other lines and other words are not a change', () => {
    const after = { ...finding, why: 'Another sentence.', source: { file: 'b.ts', line: 1 } };
    const { added, changed, fixed } = compared({ ...denied, findings: [finding] }, { ...denied, findings: [after] });
    expect([added, changed, fixed]).toEqual([[], [], []]);
  });
});

test('a waiver that is extended, one that is removed and one that is not needed any more are changes', () => {
  const other = { ...waiver, address: 'aws_lb.alb', reason: 'Old.' };
  const third = { ...waiver, rule: 'NET-001' };
  const with_ = (...entries: WaiverReport[]): Report => ({ ...passed, waivers: { digest: 'x', entries } });
  const { waivers } = compared(
    with_(waiver, other, third),
    with_({ ...waiver, expires: '2026-08-31' }, { ...third, state: 'unused', findings: 0 }),
  );
  expect([waivers.added, waivers.gone]).toEqual([[], [other]]);
  expect(waivers.changed.map(({ after: { rule: id, expires, state } }) => [id, expires, state])).toEqual([
    ['DB-003', '2026-08-31', 'active'],
    ['NET-001', '2026-05-31', 'unused'],
  ]);
});

test('a rule that is switched off, one that is new and one that is gone are changes', () => {
  const { rules } = compared(passed, {
    ...passed,
    rules: [rule('DB-003', 'off'), rule('STO-003', 'warn'), rule('X-1')],
  });
  expect(rules.map(({ id, before, after }) => [id, before, after])).toEqual([
    ['DB-003', 'block', 'off'],
    ['NET-001', 'block', 'absent'],
    ['X-1', 'absent', 'block'],
  ]);
});

describe('a head that passed because no rule applied to it', () => {
  const named = (id: string, outcome: RuleReport['outcome']): RuleReport => ({ ...rule(id), outcome });
  const empty: Report = { ...passed, rules: [named('DB-003', 'not-applicable'), named('NET-001', 'off')] };

  test('is called that, with how many rules are off', () => {
    const comparison = compared(passed, empty);
    expect(comparison.coverage).toEqual({ rules: 2, applied: 0, notApplicable: 1, off: 1 });
    expect(comparison.notes).toEqual(['1 rule is off.']);
    expect(compareMarkdown(comparison)).toMatch(
      /^## ⚪ Passed, but no rule applied to any resource, with 1 rule off\n/,
    );
    expect(compareHuman(comparison, { colour: false })).toMatch(
      /^Passed, but no rule applied to any resource, with 1 rule off\n/,
    );
  });

  test('is named among several inputs', () => {
    const head = {
      verdict: passed.verdict,
      inputs: [
        { files: ['a.json'], report: { ...empty, rules: empty.rules.slice(0, 1) } },
        { files: ['b.json'], report: passed },
      ],
    };
    const comparison = compareReports(side(passed), head);
    expect(comparison.notes).toEqual(['No rule applied to any resource of a.json.']);
    expect(compareMarkdown(comparison)).toMatch(/^## ✅ Passed\n/);
  });
});

describe('when a side could not be judged', () => {
  const broken: Report = {
    ...passed,
    ...{
      verdict: { exitCode: 2, outcome: 'could-not-judge' },
      policy: '',
      stacks: [],
      rules: [],
      flows: [],
      costs: [],
    },
    problems: [{ stack: '', what: 'The app broke.', why: 'Because.', fix: 'Mend it.' }],
  };

  test('as the head, nothing is called fixed, cheaper, closed or switched off', () => {
    const comparison = compared({ ...denied, findings: [finding] }, broken);
    expect(compareMarkdown(comparison)).toBe(`## ⚠️ Could not judge

Adds 1 problem, no longer reports 1 finding. The base was denied.

Fixed prices per month: at desired size $30.00 → unknown; at maximum size $150.00 → unknown.

> The head could not be judged completely: findings that are no longer reported may still exist.

### Could not judge

**The app broke.**<br>
Because.<br>
_Fix:_ Mend it.

### No longer reported

- NET-001: \`web\`, \`aws_vpc_security_group_ingress_rule.ssh\`, \`cidr_ipv4\`: \`tcp 22 from 0.0.0.0/0\`

### Cost per month

| stack | desired before | now |  | maximum before | now |  |
| :-- | :-- | :-- | :-- | :-- | :-- | :-- |
| \`web\` | $30.00 | **unknown** |  | $150.00 | **unknown** |  |
`);
  });

  test('as the base, the text says that a new finding may be old', () => {
    const { notes, total } = compared(broken, { ...denied, findings: [finding] });
    expect(notes).toEqual([
      'The base could not be judged completely: findings that count as new here may have existed before.',
    ]);
    expect(total).toEqual({ before: 'unknown', after: { desired: 30e6, maximum: 150e6 } });
  });
});

test('another policy, another least severity and another lifetime of waivers are named', () => {
  const { notes } = compared(passed, {
    ...passed,
    ...{ policy: 'def', failOn: 'high', waivers: { digest: 'three', entries: [] } },
  });
  expect(notes).toEqual([
    'The policies of the two sides differ, so differences may come from changed rules.',
    'Now violations of high severity and above fail; before, violations of every severity fail.',
    'The longest lifetime of waivers, or their order, has changed.',
  ]);
});

test('a price that begins to depend on use is not a saving', () => {
  const usage = cost('web', 't3.small', 0, 0, 'instances of unknown number');
  const { items } = compared(passed, { ...passed, costs: [usage] });
  expect(items).toContainEqual({
    ...{ stack: 'web', address: 'aws_web.it', item: 't3.small', usage: usage.usage },
    ...{ before: { desired: 30e6, maximum: 150e6 }, after: 'usage' },
  });
  expect(compareMarkdown(compared(passed, { ...passed, costs: [usage] }))).toContain(
    '| $30.00, $150.00 at maximum size | depends on usage: instances of unknown number |',
  );
});

const unpriced = (address: string, reason = 'the price book has no row x'): Unpriced => ({
  ...{ stack: 'web', part: 'other', address, path: '', reason },
});

describe('a missing price', () => {
  const dearer = [cost('web', 't3.small', 40, 160)];

  test.each<[about: string, base: Partial<Report>, head: Partial<Report>, sentence: string]>([
    [
      'only after the change makes a difference the least one',
      {},
      { costs: dearer, unpriced: [unpriced('aws_x.a')] },
      'at desired size $30.00 → $40.00 + 1 unpriced (at least +$10.00)',
    ],
    [
      'is never a saving',
      {},
      { costs: [], unpriced: [unpriced('aws_web.it', 'the price book has no row ec2.p5.48xlarge')] },
      'at desired size $30.00 → $0.00 + 1 unpriced (at least −$30.00)',
    ],
    [
      'before the change makes a difference unknown',
      { unpriced: [unpriced('aws_x.a')] },
      { costs: dearer },
      'at desired size $30.00 + 1 unpriced → $40.00 (difference unknown)',
    ],
    [
      'on both sides, for another reason, makes a difference unknown',
      { unpriced: [unpriced('aws_x.a')] },
      { costs: dearer, unpriced: [unpriced('aws_x.a', 'the price book has no row y')] },
      'at desired size $30.00 + 1 unpriced → $40.00 + 1 unpriced (difference unknown)',
    ],
    [
      'in the same way on both sides stays apart',
      { unpriced: [unpriced('aws_x.a')] },
      { costs: dearer, unpriced: [unpriced('aws_x.a')] },
      'at desired size $30.00 + 1 unpriced → $40.00 + 1 unpriced (+$10.00 + unpriced)',
    ],
    [
      'in an unchanged plan is as before',
      { unpriced: [unpriced('aws_x.a')] },
      { unpriced: [unpriced('aws_x.a')] },
      'at desired size $30.00 + 1 unpriced, as before',
    ],
  ])('%s', (_, base, head, sentence) => {
    const comparison = compared({ ...passed, ...base }, { ...passed, ...head });
    for (const text of [compareMarkdown(comparison), compareHuman(comparison, { colour: false })]) {
      expect(text).toContain(sentence);
    }
  });

  test('is listed where it is new, and counted in the first line', () => {
    const comparison = compared(passed, { ...passed, unpriced: [unpriced('aws_x.a'), unpriced('aws_x.a', 'twice')] });
    expect(comparison.items).toContainEqual({
      ...{ stack: 'web', address: 'aws_x.a', item: 'the price book has no row x', usage: '' },
      ...{ before: 'absent', after: 'unpriced' },
    });
    expect(compareHuman(comparison, { colour: false }).split('\n')[0]).toBe('Passed, with 1 unpriced');
  });
});

test('the one plan of each side is the same stack, whatever its file is called', () => {
  const named = (name: string): Report => ({
    ...denied,
    ...{ stacks: [{ name, resources: 1 }], findings: [{ ...finding, stack: name }] },
    costs: [{ ...cost('web', 't3.small', 30), stack: name }],
    flows: [],
  });
  const { added, fixed, costs, items } = compared(named('main.json'), named('pr.json'));
  expect([added, fixed, costs.map(({ stack }) => stack), items]).toEqual([[], [], ['pr.json'], []]);
});

test('of several inputs, each is compared with itself', () => {
  const of = (file: string, report: Report): Judged => ({ files: [file], report });
  const base = {
    verdict: denied.verdict,
    inputs: [of('a.json', denied), of('b.json', { ...denied, findings: [finding] })],
  };
  const head = {
    verdict: denied.verdict,
    inputs: [of('a.json', { ...denied, findings: [finding] }), of('b.json', denied)],
  };
  const { added, fixed } = compareReports(base, head);
  expect([added.map(({ stack }) => stack), fixed.map(({ stack }) => stack)]).toEqual([['a.json'], ['b.json']]);
});

describe('a comment holds no more than it can', () => {
  const many = (number: number, found = 'x'): Finding[] =>
    Array.from({ length: number }, (_, index) => ({ ...finding, address: `aws_security_group.g${index}`, found }));

  test.each([1_000, 20_000])(
    'with %i findings it is full, has no cut sentence, and counts the omitted findings',
    (number) => {
      const head = { ...denied, findings: many(number), waivers: { digest: 'two', entries: [waiver] } };
      const text = compareMarkdown(compared(passed, head));
      expect(text.length).toBeLessThanOrEqual(64_000);
      expect(text.length).toBeGreaterThan(60_000);
      const [, left] = /Omitted, because of the length limit of comments: (\d+) added findings\./.exec(text) ?? [];
      const shown = text.split('· NET-001 ·').length - 1;
      expect(Number(left) + shown).toBe(number);
      expect(text.split('_Fix:_').length - 1).toBe(shown);
      expect(text.split('<details>').length).toBe(text.split('</details>').length);
      expect(text).toContain('| **added** | DB-003 |');
    },
  );

  test('a finding that is too long for any comment is omitted', () => {
    const text = compareMarkdown(compared(passed, { ...denied, findings: [...many(1, 'y'.repeat(70_000)), warning] }));
    expect(text).toContain('**Omitted, because of the length limit of comments: 1 added finding.**');
    expect(text).toContain('· STO-003 ·');
    expect(text).not.toContain('yyy');
  });
});

test('strings from the plan cannot act as Markdown', () => {
  const evil = '<img src=x> @everyone [x](https://evil.example) `a` | b **c** ![d](//e) www.evil.example';
  const hostile: Finding = {
    ...finding,
    ...{
      id: evil,
      title: evil,
      address: evil,
      why: evil,
      fix: evil,
      found: evil,
      stack: evil,
      path: evil,
    },
  };
  const text = compareMarkdown(
    compared(passed, {
      ...denied,
      findings: [hostile],
      waivers: { digest: 'two', entries: [{ ...waiver, rule: evil, owner: evil, reason: evil, address: evil }] },
      rules: [...passed.rules, { ...rule('X-1'), title: evil }],
      problems: [{ stack: evil, what: evil, why: evil, fix: evil }],
    }),
  );
  // Inside of code spans nothing acts. They are fenced by two backticks, since there is one in the text.
  const outside = text.replaceAll(/``.*?``(?!`)/g, '').replaceAll(/`[^`\n]*`/g, '');
  expect(outside).not.toMatch(/(^|[^\\])(<img|\[x\]|!\[|\*\*c)/);
  expect(outside).not.toMatch(/@everyone|:\/\/|www\.evil/);
  for (const line of text.split('\n').filter((row) => row.startsWith('| **added'))) {
    expect(line.split(/(?<!\\)\|/)).toHaveLength(8);
  }
});

describe('reading a report', () => {
  const read = (content: unknown): unknown => readReport('base.json', JSON.stringify(content));

  test('of one input and of several', () => {
    expect(read(passed)).toEqual(side(passed));
    const several = { schemaVersion: 1, verdict: passed.verdict, reports: [{ files: ['a.json'], report: passed }] };
    expect(read(several)).toEqual({ verdict: passed.verdict, inputs: several.reports });
  });

  test('unknown properties are accepted', () => {
    expect(() => read({ ...passed, later: 1, stacks: [{ ...passed.stacks[0], later: 2 }] })).not.toThrow();
  });

  test.each<[string, unknown]>([
    [
      'base.json has schemaVersion 2; this version of the gate reads schemaVersion 1 only.',
      { ...passed, schemaVersion: 2 },
    ],
    [
      'base.json has schemaVersion "1"; this version of the gate reads schemaVersion 1 only.',
      { ...passed, schemaVersion: '1' },
    ],
    ['base.json has no schemaVersion; this version of the gate reads schemaVersion 1 only.', {}],
    ['base.json is not a JSON report of the gate.', []],
    ['base.json is not a JSON report of the gate: findings is not a list.', { ...passed, findings: {} }],
    [
      'base.json is not a JSON report of the gate: findings[1].found is not a string.',
      { ...passed, findings: [finding, { ...finding, found: { toString: 1 } }] },
    ],
    [
      'base.json is not a JSON report of the gate: findings[0].id is not the id of a rule.',
      { ...passed, findings: [{ ...finding, id: '<b>' }] },
    ],
    [
      'base.json is not a JSON report of the gate: waivers.entries[0].expires is not a day such as 2026-03-31.',
      { ...passed, waivers: { digest: '', entries: [{ ...waiver, expires: '@all' }] } },
    ],
    [
      'base.json is not a JSON report of the gate: verdict.outcome is not one of passed, denied, could-not-judge.',
      { ...passed, verdict: { exitCode: 0, outcome: 'fine' } },
    ],
    [
      'base.json is not a JSON report of the gate: costs[0].desired is not a whole number.',
      { ...passed, costs: [{ ...passed.costs[0], desired: 1.5 }] },
    ],
    [
      'base.json is not a JSON report of the gate: reports[0].report.policy is not a string.',
      { schemaVersion: 1, verdict: passed.verdict, reports: [{ files: [], report: { ...passed, policy: null } }] },
    ],
  ])('is refused: %s', (message, content) => {
    expect(() => read(content)).toThrow(message);
  });

  test('is refused when the content is not JSON', () => {
    expect(() => readReport('base.json', '{')).toThrow(/^base\.json is not valid JSON: /);
  });
});
