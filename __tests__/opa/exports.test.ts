/**
 * The exports give the same answers as the gate, in the programs that teams run: for plans of real Terraform, and for every
 * variant of the real architecture. Each plan is tried raw and in the shape that HCP Terraform gives to policies.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import { readStacks } from '../../tollgate/input/stacks';
import { judgeApart } from '../../tollgate/judge';
import { isObject, type Enforcement, type JsonObject, type Report } from '../../tollgate/model';
import { conftest } from '../../test/conftest/run';
import { oldOpa } from '../../test/opa-0.61/run';
import type { Plan } from '../../test/aws/plan';
import { run } from '../cli/run';
import { families } from '../variants/families';
import { recorded } from '../recorded/archive';
import { recipeOfBase } from '../recorded/recipe';
import { withSynthesized } from '../variants/synthesis';
import { DEFAULTS, SETTINGS } from '../settings';

const STACK = 'productos-api';

/** Messages of `conftest test` and `opa eval` about one input, sorted. */
interface Said {
  readonly deny: readonly string[];
  readonly warn: readonly string[];
}

/** An export, for one set of settings. */
interface Exported {
  readonly settings: string;
  readonly conftest: string;
  readonly hcp: string;
  readonly bundle: string;
}

let directory: string;
let exported: Exported;
let programs: { readonly today: string; readonly old: string; readonly conftest: string };

/** Inputs by the name of their file. */
const inputs = new Map<string, JsonObject>();
/** Answers of the gate about the same inputs, with the settings of this repository. */
let gate: ReadonlyMap<string, Answer>;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-exports-'));
  programs = { today: 'opa', old: await oldOpa(), conftest: await conftest() };
  exported = await exportTo('ours');
  for (const [name, plan] of Object.entries(plansOf(realPlan()))) add(name, plan, STACK);
  for (const { index, stack, document } of variantDocuments()) add(`variant ${index} ${stack}`, document, stack);
  gate = gateSays([...inputs.keys()]);
}, 1_800_000);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Names of inputs. For variants, conftest gets the raw shape and HCP Terraform its own; real plans are tried in both shapes. */
function namesFor(shape: 'raw' | 'hcp'): string[] {
  return [...inputs.keys()].filter(
    (name) => !name.startsWith('variant') || name.endsWith('.hcp.json') === (shape === 'hcp'),
  );
}

function some<T>(answers: ReadonlyMap<string, T>, names: readonly string[]): Map<string, T> {
  return new Map([...answers].filter(([name]) => names.includes(name)));
}

/** Raw, and as HCP Terraform gives it in the workspace of the stack. */
function add(name: string, document: JsonObject, workspace: string): void {
  const file = name.replaceAll(/[^A-Za-z0-9]+/g, '-');
  inputs.set(`${file}.json`, document);
  inputs.set(`${file}.hcp.json`, { plan: document, run: runIn(workspace) });
}

const runIn = (workspace: string): JsonObject => ({
  id: 'run-1',
  created_at: '2026-11-24T09:00:00Z',
  is_destroy: false,
  organization: { name: 'example' },
  workspace: { id: 'ws-1', name: workspace, auto_apply: false, tags: [] },
});

async function exportTo(name: string, settings = SETTINGS): Promise<Exported> {
  const path = (kind: string): string => join(directory, name, kind);
  for (const [kind, target, ...grouping] of [
    ['conftest', path('conftest')],
    ['hcp', path('hcp')],
    ['hcp', path('hcp-rule'), '--policy-per', 'rule'],
    ['bundle', path('bundle.tar.gz')],
  ] as const) {
    const { code, error } = await run(['export', kind, target, ...grouping, '--settings', settings]);
    expect([kind, code, error]).toEqual([kind, 0, '']);
  }
  return { settings, conftest: path('conftest'), hcp: path('hcp'), bundle: path('bundle.tar.gz') };
}

/** The plan of the real architecture, made by real Terraform and the real provider. */
function realPlan(): Plan {
  const { plan } = recorded(recipeOfBase('flat'));
  if (plan === undefined) throw new Error('the base was refused');
  return plan;
}

/** A wrong value that is in no other string. */
const CANARY = 'db.canary.large';

/** The real plan, and damaged or edited copies. */
function plansOf(plan: Plan): Record<string, JsonObject> {
  const changed = (
    change: (type: string, after: Record<string, unknown>, unknown: Record<string, unknown>) => void,
  ) => {
    const copy = structuredClone(plan);
    for (const { type, change: it } of copy.resource_changes ?? []) change(type, it.after ?? {}, it.after_unknown);
    return copy as unknown as JsonObject;
  };
  const violating = changed((type, after) => {
    if (type === 'aws_db_instance') after['publicly_accessible'] = true;
    if (type === 'aws_autoscaling_group') after['max_size'] = 40;
    if (type === 'aws_vpc_security_group_ingress_rule' && after['cidr_ipv4'] === '0.0.0.0/0') after['to_port'] = 443;
  });
  const expensive = changed((type, after) => {
    if (type === 'aws_db_instance') after['instance_class'] = CANARY;
  });
  const marked = structuredClone(expensive) as unknown as {
    resource_changes: { type: string; change: Record<string, unknown> }[];
  };
  for (const { type, change } of marked.resource_changes)
    if (type === 'aws_db_instance') change['after_sensitive'] = { instance_class: true };
  return {
    compliant: plan as unknown as JsonObject,
    violating,
    expensive,
    'expensive with sensitive values': marked as unknown as JsonObject,
    undecided: changed((type, after, unknown) => {
      if (type !== 'aws_db_instance') return;
      delete after['publicly_accessible'];
      unknown['publicly_accessible'] = true;
    }),
    partial: { ...(plan as unknown as JsonObject), complete: false },
    'without resources': {
      format_version: '1.2',
      terraform_version: '1.11.4',
      resource_changes: [],
      configuration: {},
    },
    empty: {},
    redacted: { plan_format_version: '1.1', resource_changes: (plan as unknown as JsonObject)['resource_changes'] },
    'of a format to come': { ...(plan as unknown as JsonObject), format_version: '2.0' },
    'in another shape': { ...(plan as unknown as JsonObject), planned_values: [] },
  };
}

/** Every document that a variant makes of a stack, once: most variants leave most stacks as they are. */
function variantDocuments(): { readonly index: number; readonly stack: string; readonly document: JsonObject }[] {
  const seen = new Set<string>();
  return families
    .flatMap(({ variants }) => variants)
    .flatMap((variant, index) =>
      withSynthesized(variant, (outdir) =>
        readStacks(outdir)
          .stacks.filter(({ document }) => !seen.has(JSON.stringify(document)))
          .map(({ name, document }) => {
            seen.add(JSON.stringify(document));
            return { index, stack: name, document };
          }),
      ),
    );
}

type Answer = Said | 'could not judge';

/** Answers of the gate about each input, in the words of the exports. */
function gateSays(names: readonly string[], settings = SETTINGS): Map<string, Answer> {
  const judged = judgeApart(
    names.map((path) => ({ path, bytes: Buffer.from(JSON.stringify(inputs.get(path))) })),
    { settings },
  );
  return new Map(
    judged.map(({ report }, index) => [
      names[index] ?? '',
      report.problems.length > 0
        ? 'could not judge'
        : { deny: texts(report, 'block'), warn: [...texts(report, 'warn'), ...waivedTexts(report)].sort() },
    ]),
  );
}

/** Values that NET-001 finds in standalone rules, once each, by attribute. */
function openings(settings: string): { readonly path: string; readonly found: readonly string[] }[] {
  const [judged] = judgeApart(
    [{ path: 'violating.json', bytes: Buffer.from(JSON.stringify(inputs.get('violating.json'))) }],
    { settings },
  );
  const values = new Map<string, Set<string>>();
  for (const { id, address, path, found } of judged?.report.findings ?? []) {
    if (id !== 'NET-001' || !address.startsWith('aws_vpc_security_group_ingress_rule.')) continue;
    values.set(path, (values.get(path) ?? new Set()).add(found));
  }
  return [...values].map(([path, found]) => ({ path, found: [...found] }));
}

/** The gate names the file of the team; an export does not know where it is. */
function ofExports(fix: string): string {
  return fix.replaceAll(/\S*\/([a-z_]+\.json)\b/g, '$1 of the settings');
}

/** Waived findings are warnings in the exports. */
function waivedTexts({ waived }: Report): string[] {
  return waived.map((finding) => {
    const { id, severity, address, path, why, found, allowed, fix, waiver } = finding;
    const until = `waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`;
    const said = [why, `found: ${found}`, `allowed: ${allowed}`, until, `fix: ${ofExports(fix)}`].join('; ');
    return `[${id}] ${severity} ${address} (${path}): ${said}`;
  });
}

function texts({ findings, undecided }: Report, enforcement: Enforcement): string[] {
  const place = (entry: { readonly address: string; readonly path: string }): string =>
    entry.path === '' ? entry.address : `${entry.address} (${entry.path})`;
  return [
    ...findings
      .filter((finding) => finding.enforcement === enforcement)
      .map((finding) => {
        const { id, severity, why, found, allowed, fix } = finding;
        const said = [why, `found: ${found}`, `allowed: ${allowed}`, `fix: ${ofExports(fix)}`].join('; ');
        return `[${id}] ${severity} ${place(finding)}: ${said}`;
      }),
    ...undecided
      .filter((entry) => entry.enforcement === enforcement)
      .map((entry) => {
        const said = [`undecided: ${entry.why}`, `fix: ${ofExports(entry.fix)}`].join('; ');
        return `[${entry.id}] ${entry.severity} ${place(entry)}: ${said}`;
      }),
  ].sort();
}

/** One process for all inputs, as a team's pipeline runs it. */
function conftestSays({ conftest: home }: Exported, names: readonly string[]): Map<string, Said> {
  const folder = mkdtempSync(join(directory, 'inputs-'));
  for (const name of names) writeFileSync(join(folder, name), JSON.stringify(inputs.get(name)));
  const { stdout, stderr, status } = spawnSync(
    programs.conftest,
    ['test', '--policy', join(home, 'policy'), '--data', join(home, 'data'), '--output', 'json', ...names],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  // Everything together: something among it is denied.
  expect([status, stderr]).toEqual([1, '']);
  const results = JSON.parse(stdout) as {
    filename: string;
    failures?: { msg: string }[];
    warnings?: { msg: string }[];
  }[];
  const sorted = (entries: { msg: string }[] = []): string[] => entries.map(({ msg }) => msg).sort();
  return new Map(
    results.map(({ filename, failures, warnings }) => [filename, { deny: sorted(failures), warn: sorted(warnings) }]),
  );
}

interface Policy {
  readonly name: string;
  readonly query: string;
  readonly enforcement_level: string;
  readonly description: string;
}

/** The policies of a set, as a parser of HCL reads them. */
async function policiesOf(hcp: string): Promise<Policy[]> {
  const file = await parse('policies.hcl', readFileSync(join(hcp, 'policies.hcl'), 'utf8'));
  const blocks = isObject(file) && isObject(file['policy']) ? file['policy'] : {};
  return Object.entries(blocks).map(([name, block]) => {
    if (!Array.isArray(block) || block.length !== 1) throw new Error(`${name} is not one block`);
    return { name, ...(block[0] as unknown as Omit<Policy, 'name'>) };
  });
}

/** Each query of the set for each input, as the levels of the set sort them. A query without an answer fails. */
async function hcpSays(program: string, { hcp }: Exported, names: readonly string[]): Promise<Map<string, Said>> {
  const policies = await policiesOf(hcp);
  const cases = join(directory, 'cases.json');
  writeFileSync(cases, JSON.stringify({ cases: Object.fromEntries(names.map((name) => [name, inputs.get(name)])) }));
  const queries = policies.map(({ name, query }) => `${JSON.stringify(name)}: ${query}`).join(', ');
  // A separate rule: with `with` around each query, OPA would evaluate everything again for each query.
  const answers = evaluate(
    program,
    ['--data', hcp, '--data', cases],
    `answers := {${queries}}

    answer := {name: said | some name, document in data.cases; said := answers with input as document}`,
  ) as Record<string, Record<string, string[]>>;
  return new Map(
    Object.entries(answers).map(([name, answer]) => {
      const of = (level: string): string[] =>
        policies.filter((policy) => policy.enforcement_level === level).flatMap((policy) => answer[policy.name] ?? []);
      return [name, { deny: [...new Set(of('mandatory'))].sort(), warn: [...new Set(of('advisory'))].sort() }];
    }),
  );
}

/** A package with these rules, one of them `answer`. */
function evaluate(program: string, data: readonly string[], rules: string): unknown {
  const asked = join(directory, 'asked.rego');
  writeFileSync(asked, `package asked\n\nimport rego.v1\n\n${rules}\n`);
  return answerOf(program, ['eval', '--format', 'json', ...data, '--data', asked, 'data.asked.answer']);
}

/** One query as HCP Terraform asks it. */
function ask(program: string, data: readonly string[], query: string, input?: JsonObject): unknown {
  const file = join(directory, 'input.json');
  if (input !== undefined) writeFileSync(file, JSON.stringify(input));
  const given = input === undefined ? [] : ['--input', file];
  return answerOf(program, ['eval', '--format', 'json', ...data, ...given, query]);
}

function answerOf(program: string, args: readonly string[]): unknown {
  const stdout = execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  const { result } = JSON.parse(stdout) as { result?: [{ expressions: [{ value: unknown }] }] };
  if (result === undefined) throw new Error(`no answer: ${args.join(' ')}`);
  return result[0].expressions[0].value;
}

/** Every input: the same words as the gate, or a denial that says that it could not judge. */
function expectSame(said: ReadonlyMap<string, Said>, answers: ReadonlyMap<string, Answer>): void {
  expect([...said.keys()].sort()).toEqual([...answers.keys()].sort());
  for (const [name, answer] of answers) {
    const other = said.get(name);
    if (answer === 'could not judge') {
      expect([name, other?.deny.filter((text) => text.startsWith('could not judge')).length]).not.toEqual([name, 0]);
    } else expect([name, other]).toEqual([name, answer]);
  }
}

test('the inputs are of every kind', () => {
  const answers = [...gate.values()];
  expect(answers.filter((answer) => answer === 'could not judge').length).toBeGreaterThanOrEqual(12);
  const judged = answers.filter((answer) => answer !== 'could not judge');
  expect(judged.filter(({ deny }) => deny.length === 0).length).toBeGreaterThan(10);
  expect(judged.filter(({ deny }) => deny.some((text) => text.includes(': undecided: '))).length).toBeGreaterThan(10);
  expect(judged.filter(({ deny }) => deny.some((text) => text.includes('; found: '))).length).toBeGreaterThan(50);
  expect(gate.get('compliant.json')).toEqual({ deny: [], warn: [] });
  expect(gate.get('violating.hcp.json')).toMatchObject({
    deny: expect.arrayContaining([
      expect.stringMatching(/^\[COST-003\] high aws_autoscaling_group\.\S+ \(max_size\): /),
      expect.stringMatching(/^\[DB-001\] critical aws_db_instance\.\S+ \(publicly_accessible\): /),
      expect.stringMatching(/^\[NET-001\] critical aws_vpc_security_group_ingress_rule\.\S+ \(from_port\): /),
    ]),
  });
});

test('sensitive values are judged, and in no message', () => {
  const names = ['expensive.json', 'expensive-with-sensitive-values.json'];
  const said = conftestSays(exported, names);
  const [open, hidden] = names.map((name) => said.get(name)?.deny);
  const heads = (messages: readonly string[] = []): string[] => messages.map((text) => text.split(':', 1)[0] ?? '');
  expect(new Set(heads(hidden))).toEqual(new Set(heads(open)));
  expect(open?.join('\n')).toContain(CANARY);
  expect(hidden?.join('\n')).toContain('found: (sensitive value)');
  expect(hidden?.join('\n')).not.toContain(CANARY);
});

test('conftest gives the same answer as the gate for every input', () => {
  const names = namesFor('raw');
  expectSame(conftestSays(exported, names), some(gate, names));
});

test.each([
  ['today', 'hcp'],
  ['today', 'hcp-rule'],
  ['old', 'hcp'],
  ['old', 'hcp-rule'],
] as const)('the policy set of HCP Terraform does so too, in OPA: %s, %s', async (which, set) => {
  const names = namesFor('hcp');
  const hcp = join(exported.hcp, '..', set);
  expect((await policiesOf(hcp)).length > 30).toBe(set === 'hcp-rule');
  expectSame(await hcpSays(programs[which], { ...exported, hcp }, names), some(gate, names));
});

test('the old OPA is the one that old policy sets run, and the other one is newer', () => {
  const version = (program: string) =>
    /^Version: (\S+)/m.exec(execFileSync(program, ['version'], { encoding: 'utf8' }))?.[1];
  expect(version(programs.old)).toBe('0.61.0');
  expect(version(programs.today)).toMatch(/^1\./);
});

test.each(['today', 'old'] as const)('each query gives an array of strings by itself, in OPA: %s', async (which) => {
  const input = inputs.get('violating.hcp.json') ?? {};
  const { code } = await run(['export', 'hcp', join(directory, which), '--policy-per', 'severity']);
  expect(code).toBe(0);
  const policies = await policiesOf(join(directory, which));
  expect(policies.map(({ name }) => name)).toEqual(['critical', 'high', 'judged', 'medium']);
  for (const { name, query } of policies) {
    const said = ask(programs[which], ['--data', join(directory, which)], query, input) as string[];
    expect(said.every((text) => text.includes(` ${name} aws_`))).toBe(true);
    expect([name, said.length > 0]).toEqual([name, ['critical', 'high'].includes(name)]);
  }
});

test.each(['today', 'old'] as const)('a policy set without input denies, in OPA: %s', (which) => {
  for (const name of ['judged', 'blocking']) {
    expect(ask(programs[which], ['--data', exported.hcp], `data.exports.hcp.policy.${name}`)).toContainEqual(
      expect.stringMatching(/^could not judge: nothing was seen/),
    );
  }
});

test.each(['today', 'old'] as const)('the bundle is the same policy, and names its revision, in OPA: %s', (which) => {
  const input = inputs.get('violating.json') ?? {};
  const bundle = ['--bundle', exported.bundle];
  const policy = ask(programs[which], bundle, 'data.exports.hcp.policy', input) as Record<string, string[]>;
  const deny = ['critical', 'high', 'medium', 'low'].flatMap((severity) => policy[severity] ?? []).sort();
  expect({ deny, warn: policy['advisory'] }).toEqual(gate.get('violating.json'));
  expect(policy['judged']).toEqual([]);
  expect(ask(programs[which], bundle, 'data.gate.report.problems', input)).toEqual([]);
  const inspected = execFileSync(programs[which], ['inspect', '--format', 'json', exported.bundle], {
    encoding: 'utf8',
  });
  const { manifest } = JSON.parse(inspected) as { manifest: { revision: string; roots: string[] } };
  expect(manifest.revision).toMatch(/^[0-9a-f]{64}$/);
  expect(manifest.roots).toEqual(['catalog', 'exports', 'gate', 'lib', 'rules', 'settings', 'today']);
});

test.each(['today', 'old'] as const)('the exports pass the strict check of OPA: %s', (which) => {
  for (const path of [exported.hcp, join(exported.conftest, 'policy')]) {
    execFileSync(programs[which], ['check', '--strict', path], { stdio: 'pipe' });
  }
});

test('conftest finds policies and data by itself in the directory of the export, and without the data denies', () => {
  const plan = join(directory, 'plan.json');
  writeFileSync(plan, JSON.stringify(inputs.get('compliant.json')));
  const found = spawnSync(programs.conftest, ['test', plan], { cwd: exported.conftest, encoding: 'utf8' });
  expect([found.status, found.stdout]).toEqual([0, expect.stringContaining('0 failures')]);
  const blind = spawnSync(programs.conftest, ['test', '--policy', join(exported.conftest, 'policy'), plan], {
    cwd: directory,
    encoding: 'utf8',
  });
  expect([blind.status, blind.stdout]).toEqual([1, expect.stringContaining('the catalog of the rules is missing')]);
});

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

test('settings that declare nothing deny every plan, with the same message, and still report findings', async () => {
  const none = await exportTo('none', DEFAULTS);
  const names = [...inputs.keys()].slice(0, 40);
  const judged = judgeApart(names.map((path) => ({ path, bytes: Buffer.from(JSON.stringify(inputs.get(path))) })));
  const answers = [
    conftestSays(none, names),
    await hcpSays(programs.today, none, names),
    await hcpSays(programs.old, none, names),
  ];
  const words = 'could not judge: nothing is declared yet: the settings name no network flow';
  for (const said of answers) {
    for (const [index, { report }] of judged.entries()) {
      const deny = said.get(names[index] ?? '')?.deny ?? [];
      expect([names[index], deny.filter((text) => text.startsWith(words)).length]).toEqual([names[index], 1]);
      expect(said.get(names[index] ?? '')?.warn).toContainEqual(
        expect.stringMatching(/^not declared in the settings, and not checked: .*limits\.instance_classes/),
      );
      expect(deny.filter((text) => text.startsWith('['))).toEqual(
        report.stacks.length === 0 ? expect.anything() : texts(report, 'block'),
      );
    }
  }
}, 600_000);

describe("with another team's settings", () => {
  let theirs: Exported;

  beforeAll(async () => {
    const settings = join(directory, 'settings');
    cpSync(SETTINGS, settings, { recursive: true });
    const enforcement = { default: 'block', rules: { 'DB-001': 'warn', 'COST-003': 'off' } };
    writeFileSync(join(settings, 'enforcement.json'), JSON.stringify({ enforcement }));
    const flow = { from: 'internet', to: 'alb', protocol: 'tcp', port: 443 };
    writeFileSync(join(settings, 'flows.json'), JSON.stringify({ flows: [flow] }));
    const about = { owner: 'platform', reason: 'moves behind a proxy next week', expires: daysFromNow(5) };
    const address = 'aws_vpc_security_group_ingress_rule.*';
    const entries = [
      // One is wider than the rule, and one is for another attribute.
      { ...about, rule: 'NET-001', address, path: 'cidr_ipv4', found: 'ingress all traffic from 0.0.0.0/0' },
      ...openings(settings).map((bound) => ({ ...about, rule: 'NET-001', address, ...bound, path: 'description' })),
      ...openings(settings).map((bound) => ({ ...about, rule: 'NET-001', address, ...bound })),
      {
        ...{ ...about, rule: 'ASG-001', address: 'aws_autoscaling_group.*', path: 'max_size', found: ['11', '40'] },
        expires: daysFromNow(-2),
      },
    ];
    writeFileSync(join(settings, 'waivers.json'), JSON.stringify({ waivers: { longest_lifetime_days: 30, entries } }));
    theirs = await exportTo('theirs', settings);
  });

  test('a rule that warns and a waived finding are warnings, and a rule that is off gives no message; their flows count', async () => {
    const names = [...inputs.keys()].slice(0, 40);
    const answers = gateSays(names, theirs.settings);
    expect(answers.get('violating.json')).toMatchObject({
      deny: expect.arrayContaining([expect.stringMatching(/^\[ASG-001\] /), expect.stringMatching(/^\[NET-002\] /)]),
      warn: expect.arrayContaining([
        expect.stringMatching(/^\[DB-001\] /),
        expect.stringMatching(/^\[NET-001\] .*; waived until /),
      ]),
    });
    expectSame(conftestSays(theirs, names), answers);
    expectSame(await hcpSays(programs.today, theirs, names), answers);
    expect((await policiesOf(theirs.hcp)).map(({ name }) => name)).toEqual(['advisory', 'blocking']);
    const rules = await policiesOf(join(theirs.hcp, '..', 'hcp-rule'));
    const levels = new Map(rules.map((policy) => [policy.name, policy.enforcement_level]));
    expect([levels.get('DB-001'), levels.get('COST-003'), levels.get('NET-001')]).toEqual([
      'advisory',
      undefined,
      'mandatory',
    ]);
  });
});
