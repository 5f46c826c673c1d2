/** Findings that waivers and baselines excuse, on the recorded plan of the architecture with one more rule, by all policies. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareReports } from '../../tollgate/compare/compare';
import { headline } from '../../tollgate/compare/text';
import { judgeApart, type JudgeOptions } from '../../tollgate/judge';
import { jsonReport } from '../../tollgate/report/json';
import type { Judged, Report } from '../../tollgate/model';
import type { JsonObject } from '../../tollgate/model';
import { recorded } from '../recorded/archive';
import { recipeOfBase } from '../recorded/recipe';
import { SETTINGS } from '../settings';

const RULE = 'aws_vpc_security_group_ingress_rule';
const LOAD_BALANCER = 'aws_security_group.security_groups_alb';
const DATABASE = 'aws_security_group.security_groups_rds';

let directory: string;

beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tollgate-excused-'))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const put = (name: string, content: unknown): string => {
  const path = join(directory, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

interface Opening {
  readonly group?: string;
  readonly values?: JsonObject;
  readonly name?: string;
  readonly from?: string;
}

/** The plan with a rule that lets the Internet in on tcp 5000 to 6000. */
function planWith(...openings: readonly Opening[]): JsonObject {
  const { plan } = recorded(recipeOfBase('flat'));
  const copy = structuredClone(plan) as unknown as {
    resource_changes: object[];
    configuration: { root_module: { resources: object[] } };
  };
  for (const { group = LOAD_BALANCER, values = {}, name = 'ssh', from } of openings) {
    const after = { ip_protocol: 'tcp', from_port: 5000, to_port: 6000, cidr_ipv4: '0.0.0.0/0', ...values };
    const identity = { address: `${RULE}.${name}`, mode: 'managed', type: RULE, name };
    copy.resource_changes.push({
      ...identity,
      ...(from === undefined ? {} : { previous_address: `${RULE}.${from}` }),
      change: { actions: ['create'], before: null, after, after_unknown: { id: true, security_group_id: true } },
    });
    const constants = Object.entries(after).map(([key, value]) => [key, { constant_value: value }] as const);
    copy.configuration.root_module.resources.push({
      ...identity,
      expressions: { ...Object.fromEntries(constants), security_group_id: { references: [`${group}.id`, group] } },
    });
  }
  return copy as unknown as JsonObject;
}

function judge(name: string, plan: JsonObject, options: JudgeOptions = {}): Judged {
  const [judged] = judgeApart([{ path: put(name, plan) }], { settings: SETTINGS, ...options });
  if (judged === undefined) throw new Error('no answer');
  return judged;
}

const baselineOf = (plan: JsonObject): string => put('baseline.json', jsonReport([judge('a.json', plan)]));

const counted = ({ findings }: Report): string[] => findings.map(({ id, found }) => `${id} ${found}`);

const KNOWN = planWith({});
const expires = new Date(Date.now() + 5 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

test('a known rule of the load balancer stays known, under any name of the plan', () => {
  const { report } = judge('b.json', KNOWN, { baseline: baselineOf(KNOWN) });
  expect([report.verdict.outcome, counted(report), report.known.length > 0]).toEqual(['passed', [], true]);
});

test.each<[string, Opening, string]>([
  ['group', { group: DATABASE }, `NET-001 ingress tcp 5000-6000 from 0.0.0.0/0 on ${DATABASE} (db tier)`],
  [
    'port',
    { values: { to_port: 7000 } },
    `NET-001 ingress tcp 5000-7000 from 0.0.0.0/0 on ${LOAD_BALANCER} (alb tier)`,
  ],
  [
    'protocol',
    { values: { ip_protocol: '-1' } },
    `NET-001 ingress all traffic from 0.0.0.0/0 on ${LOAD_BALANCER} (alb tier)`,
  ],
  [
    'peer',
    { values: { cidr_ipv4: '203.0.113.0/24' } },
    `NET-001 ingress tcp 5000-6000 from 203.0.113.0/24 on ${LOAD_BALANCER} (alb tier)`,
  ],
])('a known rule with another %s is new', (_, opening, found) => {
  const { report } = judge('a.json', planWith(opening), { baseline: baselineOf(KNOWN) });
  expect([report.verdict.outcome, counted(report), report.known]).toEqual(['denied', [found], []]);
});

test('a known rule is still known when another one comes', () => {
  const { report } = judge('a.json', planWith({}, { name: 'more', group: DATABASE }), { baseline: baselineOf(KNOWN) });
  expect(counted(report)).toEqual([`NET-001 ingress tcp 5000-6000 from 0.0.0.0/0 on ${DATABASE} (db tier)`]);
});

test('a known rule follows a moved block, in the baseline and in the comparison', () => {
  const moved = planWith({ name: 'office', from: 'ssh' });
  const after = judge('b.json', moved, { baseline: baselineOf(KNOWN) });
  expect([after.report.verdict.outcome, counted(after.report), after.report.baseline?.gone]).toEqual(['passed', [], 0]);
  const [base, head] = [judge('a.json', KNOWN), judge('b.json', moved)].map((side) => ({
    ...{ verdict: side.report.verdict, inputs: [side] },
  }));
  if (base === undefined || head === undefined) throw new Error('no answer');
  const compared = compareReports(base, head);
  expect([compared.added, compared.changed, compared.fixed, compared.items]).toEqual([[], [], [], []]);
  expect(headline(compared)).toContain('none of them new');
});

test('a waiver covers its rule and nothing wider or elsewhere', () => {
  const waivers = put('waivers.json', {
    waivers: {
      longest_lifetime_days: 90,
      entries: [
        {
          ...{ rule: 'NET-001', address: `${RULE}.ssh`, path: 'from_port', expires },
          found: `ingress tcp 5000-6000 from 0.0.0.0/0 on ${LOAD_BALANCER} (alb tier)`,
          ...{ reason: 'Nothing listens there any more.', owner: 'platform' },
        },
      ],
    },
  });
  expect(judge('a.json', KNOWN, { waivers }).report.verdict.outcome).toBe('passed');
  for (const opening of [{ group: DATABASE }, { values: { from_port: 1 } }, { values: { ip_protocol: '-1' } }]) {
    expect(judge('a.json', planWith(opening), { waivers }).report.verdict.outcome).toBe('denied');
  }
});

test('a waiver of the old form ends with 2 and the line to add', () => {
  const entry = { rule: 'NET-006', address: `${RULE}.ops`, reason: 'SSH from the office.', owner: 'ops', expires };
  const waivers = put('waivers.json', { waivers: { longest_lifetime_days: 90, entries: [entry] } });
  const other = 'aws_security_group.ops';
  const plan = planWith({ name: 'ops', group: other, values: { ip_protocol: '-1' } });
  const { report } = judge('a.json', plan, { waivers });
  expect(report.verdict.exitCode).toBe(2);
  expect(report.problems.map(({ example }) => example)).toEqual([
    `"path": "cidr_ipv4", "found": "ingress all traffic from 0.0.0.0/0 on ${other}",`,
  ]);
});
