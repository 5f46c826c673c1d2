/**
 * First settings of a team, from plans or states: the flows that are open, budgets at the present price, limits around the
 * present values, and a baseline of the present findings. A person confirms each line.
 */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadArtifact } from './engine/artifact';
import { POLICIES } from './home';
import { readInputs, type Input } from './input/files';
import { judgeApart, judgeTogether, type JudgeOptions } from './judge';
import { isObject, type FlowFact, type Json, type JsonObject, type Judged, type Report, type Undecided } from './model';
import { jsonReport } from './report/json';
import { byRule, count, sentence, unpricedCount } from './report/summary';

/** Names of the files of {@link initialSettings}, in the order of the messages. */
export const INITIAL_FILES = ['flows.json', 'budgets.json', 'limits.json', 'baseline.json', 'README.md'] as const;

/** A proposed value, which the team confirms or changes. */
export interface ToConfirm {
  /** File and key: `limits.json: instance_classes`. */
  readonly setting: string;
  readonly value: string;
  readonly why: string;
}

/** A setting that is not proposed. */
export interface NotProposed {
  readonly setting: string;
  readonly why: string;
}

/** First settings, and the judgement of the inputs by them. */
export interface InitialSettings {
  /** Text by file name; empty when an input could not be read. */
  readonly files: ReadonlyMap<string, string>;
  /** The judgement by the settings and the baseline. */
  readonly judged: readonly Judged[];
  readonly confirm: readonly ToConfirm[];
  readonly notProposed: readonly NotProposed[];
}

/** The judged files, and where the settings will stand. */
export interface InitialOptions {
  readonly inputs: readonly Input[];
  /** Whether the inputs are one system. */
  readonly together: boolean;
  /** Directory of the settings. Its other settings files stay in force, such as `waivers.json`. */
  readonly out: string;
}

/** Proposes settings by which the inputs pass today, as far as everything in them is decided. */
export function initialSettings(options: InitialOptions): InitialSettings {
  const { inputs, together, out } = options;
  const draft = mkdtempSync(join(tmpdir(), 'tollgate-init-'));
  const judge = (by: JudgeOptions): readonly Judged[] =>
    named(together || inputs.length === 1 ? [judgeTogether(inputs, by)] : judgeApart(inputs, by), draft, out);
  const write = (name: string, content: Json): void => writeFileSync(join(draft, name), text(content));
  try {
    const first = judge({});
    if (first.some(({ report }) => report.stacks.length === 0)) {
      return { files: new Map(), judged: first, confirm: [], notProposed: [] };
    }
    copyOthers(out, draft);
    let proposed = proposedBy(
      first.map(({ report }) => report),
      inputs,
    );
    const judged = (): readonly Judged[] => {
      write('flows.json', {
        flows: proposed.flows.map(({ from, to, protocol, port }) => ({ from, to, protocol, port })),
      });
      write('budgets.json', { budgets: proposed.budgets });
      write('limits.json', { limits: proposed.limits });
      return judge({ settings: draft });
    };
    let byProposed = judged();
    const decided = withoutUndecided(proposed, byProposed);
    if (decided !== proposed) {
      proposed = decided;
      byProposed = judged();
    }
    writeFileSync(join(draft, 'baseline.json'), jsonReport(byProposed));
    const final = judge({ settings: draft, baseline: join(draft, 'baseline.json') });
    const result = { judged: final, confirm: toConfirm(proposed), notProposed: proposed.notProposed };
    writeFileSync(join(draft, 'README.md'), readme(options, result));
    return { ...result, files: new Map(INITIAL_FILES.map((name) => [name, readFileSync(join(draft, name), 'utf8')])) };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function text(content: Json): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Reports name the directory of the settings, not the draft. */
function named(judged: readonly Judged[], draft: string, out: string): Judged[] {
  // Absolute in problems, and relative in a fix where the process runs above the draft.
  const drafts = new RegExp(`\\S*${basename(draft)}`, 'g');
  const inPlace = (words: string): string => words.replaceAll(drafts, () => out);
  return judged.map(({ files, report }) => ({
    files,
    report: {
      ...report,
      problems: report.problems.map((problem) => ({ ...problem, what: inPlace(problem.what) })),
      findings: report.findings.map((finding) => ({ ...finding, fix: inPlace(finding.fix) })),
      undecided: report.undecided.map((entry) => ({ ...entry, fix: inPlace(entry.fix) })),
    },
  }));
}

function copyOthers(from: string, to: string): void {
  if (!existsSync(from) || !statSync(from).isDirectory()) return;
  const names = readdirSync(from).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
  for (const name of names) copyFileSync(join(from, name), join(to, name));
}

// ---------------------------------------------------------------------------------------------------- proposals

interface Proposed {
  readonly flows: readonly FlowFact[];
  readonly budgets: JsonObject;
  readonly limits: JsonObject;
  readonly notProposed: readonly NotProposed[];
}

function proposedBy(reports: readonly Report[], inputs: readonly Input[]): Proposed {
  const unpriced = reports.flatMap((report) => report.unpriced ?? []);
  const [first] = unpriced;
  return {
    flows: flowsOf(reports),
    limits: limitsOf(inputs),
    ...(first === undefined
      ? { budgets: budgetsOf(reports), notProposed: [] }
      : {
          budgets: {},
          notProposed: [
            {
              setting: 'budgets.json',
              why: `${count(unpricedCount(unpriced), 'resource')} without a price, such as ${first.address}: ${first.reason}. Set the attribute, or add a row to prices.json`,
            },
          ],
        }),
  };
}

/**
 * Declared where no flow is open, because the gate needs one declaration. Of all flows, the one between an application and
 * its own database lets through the least.
 */
const NO_FLOW = { from: 'app', to: 'db', protocol: 'tcp', port: 5432 };

/** Flows that are open end to end. A rule without its other end stays a finding, which the baseline holds. */
function flowsOf(reports: readonly Report[]): FlowFact[] {
  const open = new Map<string, FlowFact>();
  for (const flow of reports.flatMap(({ flows }) => flows)) {
    const { from, to, protocol, port, state } = flow;
    if (state === 'open') open.set(JSON.stringify([from, to, protocol, port]), flow);
  }
  return open.size > 0 ? [...open.values()] : [{ ...NO_FLOW, stack: '', name: '', state: 'closed' }];
}

const DOLLAR = 1_000_000;

/** A budget is for one stack, so the dearest stack decides. Rounds up to whole dollars. */
function budgetsOf(reports: readonly Report[]): JsonObject {
  const sums = new Map<string, { web: number; desired: number; maximum: number }>();
  reports.forEach(({ costs }, index) => {
    for (const { stack, part, desired, maximum } of costs) {
      const key = JSON.stringify([index, stack]);
      const sum = sums.get(key) ?? { web: 0, desired: 0, maximum: 0 };
      sums.set(key, {
        web: sum.web + (part === 'web' ? desired : 0),
        desired: sum.desired + desired,
        maximum: sum.maximum + maximum,
      });
    }
  });
  const dearest = (name: 'web' | 'desired' | 'maximum'): number =>
    Math.ceil(Math.max(0, ...[...sums.values()].map((sum) => sum[name])) / DOLLAR);
  return {
    web_desired_usd: dearest('web'),
    stack_desired_usd: dearest('desired'),
    stack_maximum_usd: dearest('maximum'),
  };
}

/** Limits around the known values of the resources. A rule that finds another value undecided removes its limit again. */
function limitsOf(inputs: readonly Input[]): JsonObject {
  const { types } = loadArtifact(join(POLICIES, 'compiled'));
  const resources = readInputs(inputs, types).stacks.flatMap(({ document }) => plannedIn(document));
  const values = (kinds: readonly string[], attribute: string): (string | number)[] => {
    const all = resources.filter(({ type }) => kinds.includes(type)).map(({ after }) => after[attribute]);
    return [...new Set(all.filter((value) => typeof value === 'string' || typeof value === 'number'))];
  };
  const numbers = (kind: string, attribute: string): number[] =>
    values([kind], attribute).filter((value) => typeof value === 'number' && Number.isInteger(value)) as number[];
  const names = (kinds: readonly string[], attribute: string, pattern: RegExp): string[] =>
    (values(kinds, attribute).filter((value) => typeof value === 'string' && pattern.test(value)) as string[]).sort();
  const [least, most] = [numbers(GROUP, 'min_size'), numbers(GROUP, 'max_size')];
  const grace = numbers(GROUP, 'health_check_grace_period');
  const instances = names(
    ['aws_instance', 'aws_launch_template', 'aws_launch_configuration'],
    'instance_type',
    /^[a-z0-9-]+\.[a-z0-9-]+$/,
  );
  const databases = names(DATABASES, 'instance_class', /^db\.[a-z0-9-]+\.[a-z0-9-]+$/);
  const kept = numbers('aws_db_instance', 'backup_retention_period').filter((days) => days >= 1 && days <= 35);
  return {
    ...(least.length === 0 || most.length === 0 || Math.max(...most) < 1
      ? {}
      : { group: { minimum_floor: Math.max(1, Math.min(...least)), maximum_ceiling: Math.max(...most) } }),
    ...(grace.length === 0
      ? {}
      : { health_check_grace_period_seconds: { min: Math.min(...grace), max: Math.max(...grace) } }),
    ...(instances.length === 0 ? {} : { instance_classes: instances }),
    ...(databases.length === 0 ? {} : { database_classes: databases }),
    ...(kept.length === 0 ? {} : { backup_retention_days: Math.min(...kept) }),
  };
}

const GROUP = 'aws_autoscaling_group';
const DATABASES = ['aws_db_instance', 'aws_rds_cluster_instance'];

function plannedIn(document: JsonObject): { readonly type: string; readonly after: JsonObject }[] {
  const changes = Array.isArray(document['resource_changes']) ? document['resource_changes'] : [];
  return changes.filter(isObject).flatMap(({ mode, type, change }) => {
    const after = isObject(change) ? change['after'] : undefined;
    return mode === 'managed' && typeof type === 'string' && isObject(after) ? [{ type, after }] : [];
  });
}

/** Rules of the proposed settings. Without its setting, a rule is not applicable. */
const DECIDED_BY: Readonly<Record<string, string>> = {
  'ASG-001': 'group',
  'ASG-003': 'health_check_grace_period_seconds',
  'EC2-005': 'instance_classes',
  'DB-004': 'backup_retention_days',
  'DB-006': 'database_classes',
  'COST-001': 'budgets',
  'COST-002': 'budgets',
  'COST-003': 'budgets',
  'COST-004': 'budgets',
};

/** The proposal without the settings whose rules cannot decide; the same proposal when all decide. */
function withoutUndecided(proposed: Proposed, judged: readonly Judged[]): Proposed {
  const why = new Map<string, string>();
  for (const entry of judged.flatMap(({ report }) => report.undecided)) {
    const setting = DECIDED_BY[entry.id];
    const values =
      setting === 'budgets' ? Object.keys(proposed.budgets).length > 0 : (setting ?? '') in proposed.limits;
    if (setting !== undefined && values && !why.has(setting)) why.set(setting, `${entry.address}: ${entry.why}`);
  }
  if (why.size === 0) return proposed;
  return {
    flows: proposed.flows,
    budgets: why.has('budgets') ? {} : proposed.budgets,
    limits: Object.fromEntries(Object.entries(proposed.limits).filter(([name]) => !why.has(name))),
    notProposed: [
      ...proposed.notProposed,
      ...[...why].map(([name, reason]) => ({
        setting: name === 'budgets' ? 'budgets.json' : `limits.json: ${name}`,
        why: `not known before the deployment: ${reason}`,
      })),
    ],
  };
}

function toConfirm({ flows, budgets, limits }: Proposed): ToConfirm[] {
  return [
    ...flows.map(({ from, to, protocol, port, state }) => ({
      setting: 'flows.json',
      value: `${from} → ${to} ${protocol} ${port}`,
      why: state === 'open' ? 'open today' : 'no flow is open today, and the gate needs one: replace this example',
    })),
    ...Object.entries(budgets).map(([name, value]) => ({
      setting: `budgets.json: ${name}`,
      value: JSON.stringify(value),
      why: 'the price of today in dollars a month, rounded up',
    })),
    ...Object.entries(limits).map(([name, value]) => ({
      setting: `limits.json: ${name}`,
      value: JSON.stringify(value),
      why: 'the values of today',
    })),
  ];
}

// ------------------------------------------------------------------------------------------------------- README

/** The command that judges by the settings. */
export function checkCommand({ inputs, together, out }: InitialOptions): string {
  const words = inputs.map(({ path, bytes }) => (bytes === undefined ? path : '-'));
  const options = ['--settings', out, '--baseline', join(out, 'baseline.json'), ...(together ? ['--together'] : [])];
  return ['tollgate', 'check', ...options, ...words].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A string as code in Markdown. Names come from the input. */
function code(value: string): string {
  return `\`${value.replaceAll('`', "'").replaceAll(/\s+/g, ' ')}\``;
}

function readme(options: InitialOptions, { judged, confirm, notProposed }: Omit<InitialSettings, 'files'>): string {
  const reports = judged.map(({ report }) => report);
  const known = byRule(reports.flatMap((report) => report.known));
  const undecided = reports.flatMap((report) => report.undecided);
  const problems = reports.flatMap((report) => report.problems);
  return `${[
    '# First settings, to be confirmed',
    '`tollgate init` wrote these files. They say what is there today, not what is wanted. Confirm each line, or change it.',
    `    ${checkCommand(options)}`,
    '## Declared',
    list(confirm.map(({ setting, value, why }) => `[ ] ${setting}: ${code(value)} (${why})`)),
    '## Accepted by baseline.json',
    'These findings do not count. A new one does. Correct a finding in the code, apply the change, then write the baseline again.',
    list(
      known.map((group) => {
        const [first] = group;
        return `[ ] ${first?.id ?? ''} ${first?.title ?? ''}: ${count(group.length, 'finding')}`;
      }),
    ),
    '## Undecided',
    'The gate ends with 2 until somebody decides. The fix says how. A person may accept an undecided value for at most 90 days, with an entry in `entries` of `waivers.json`.',
    list([
      ...problems.map(({ what, fix }) => `[ ] ${what} ${fix}`),
      ...undecided.map(
        (entry) => `[ ] ${entry.id} ${code(entry.address)} ${code(entry.path)}: ${sentence(entry.why)} ${entry.fix}`,
      ),
    ]),
    ...(undecided.length === 0 ? [] : [undecided.map(acceptance).join('\n')]),
    '## Not proposed',
    list(notProposed.map(({ setting, why }) => `${setting}: ${why}`)),
  ].join('\n\n')}\n`;
}

/** An entry of `waivers.json`, whose reason, owner and last day somebody fills in. */
function acceptance({ id: rule, address, path, why }: Undecided): string {
  const entry = { rule, address, path, undecided: why, reason: 'REASON', owner: 'OWNER', expires: 'YYYY-MM-DD' };
  return `    ${JSON.stringify(entry)}`;
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? 'None.' : lines.map((line) => `- ${line}`).join('\n');
}
