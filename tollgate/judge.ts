import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { sha256 } from './digest';
import { loadArtifact, type Artifact } from './engine/artifact';
import { loadBaseline, type Baseline } from './engine/baseline';
import { engineFor, ownEngineFor, type Engine, type OwnReport } from './engine/evaluate';
import { except } from './engine/exceptions';
import { Moves } from './engine/excused';
import { failingFrom } from './engine/fail-on';
import { outcome, withOwn, type Outcome } from './engine/join';
import { INCIDENT_WHY, readIncident, type Incident } from './engine/incident';
import { directoriesOf, loadSettings, readLocated, type Settings, type SettingsDirectories } from './engine/settings';
import { withSeverities } from './engine/severities';
import { verdict } from './engine/verdict';
import { noWaivers, readWaivers, type Waivers } from './engine/waivers';
import { POLICIES } from './home';
import { readInputs, type Input, type ReadInputs } from './input/files';
import { readStacks } from './input/stacks';
import type { ReadStacks } from './input/terraform-json';
import {
  CouldNotJudge,
  isObject,
  REPORT_SCHEMA_VERSION,
  type GroupSize,
  type JsonObject,
  type Judged,
  type Judgement,
  type Problem,
  type Report,
  type RuleInfo,
  type Severity,
  type StackDocument,
  type StackReport,
} from './model';
import { loadOwnRules, type OwnRules } from './own/load';
import { presentable } from './presentable';
import { clean, cleanAll, cleanAllLines } from './report/clean';
import { concealer } from './report/sensitive';
import { Sources } from './source/locate';

/** Files of the gate. The defaults are relative to this file, so the working directory does not matter. */
export interface GateFiles {
  /**
   * Directory of `policy.wasm`, `catalog.json` and `manifest.json`.
   *
   * @default `policies/compiled`
   */
  readonly artifact?: string;
  /**
   * Directory of the default settings and of the schemas of all settings.
   *
   * @default the committed `policies/defaults`, which declare no flow: with them alone nothing passes
   */
  readonly defaults?: string;
  /**
   * Directory of your settings, such as `flows.json`, or several in order. Each file states what differs from the default of
   * the same name, and from the directories before it: objects merge key by key, lists and other values replace. The
   * result must match the schema.
   *
   * @default none
   */
  readonly settings?: SettingsDirectories;
  /**
   * Incident file, whose waivers are approved by another person and end within hours. They count beside the waivers of
   * the settings.
   *
   * @default none
   */
  readonly incident?: string | undefined;
  /**
   * Directory of the rules of a team, which judge beside the rules of the gate. `tollgate rules build` compiles them.
   *
   * @default none
   */
  readonly rules?: string | undefined;
}

/** Files of the gate, exceptions, and the lowest severity that fails. */
export interface JudgeOptions extends GateFiles {
  /**
   * Waivers file.
   *
   * @default `waivers.json` of the settings
   */
  readonly waivers?: string | undefined;
  /**
   * JSON report of an earlier run, or an earlier plan or state, whose findings do not count.
   *
   * @default all findings count
   */
  readonly baseline?: string | undefined;
  /**
   * Lowest severity that fails. A blocking rule of a lower severity counts as a warning.
   *
   * @default low, which includes all
   */
  readonly failOn?: Severity | undefined;
  /**
   * UTC day that is compared with the end dates of waivers: `2026-03-31`.
   *
   * @default today, by the clock of this machine
   */
  readonly today?: string | undefined;
  /**
   * Directory of the Terraform files that the plans come from. Findings then name the line of the block or argument,
   * relative to the root of the repository. The files have no part in the verdict.
   *
   * @default none: findings name no line, except those of a synthesized program
   */
  readonly source?: string | undefined;
}

/** The loaded policy and settings, shared by all judgements of a run. */
interface Policy {
  /** SHA-256 of the compiled policy; with rules of a team, of both. */
  readonly digest: string;
  /** The rules of the gate and of the team, sorted by id. */
  readonly catalog: readonly RuleInfo[];
  /** Types whose attributes a rule reads; undefined for any type. */
  readonly types: ReadonlySet<string> | undefined;
  readonly settings: {
    /** `data.settings` as JSON. */
    readonly json: string;
    /** SHA-256 of the settings without waivers, which the report lists. */
    readonly digest: string;
    readonly enforcement: Settings['enforcement'];
  };
  readonly engine: Engine;
  /** The rules of a team; undefined without any. */
  readonly own: Engine<OwnReport> | undefined;
  readonly waivers: Waivers;
  readonly incident: Incident | undefined;
  readonly baseline: Baseline | undefined;
  readonly failOn: Severity;
  readonly sources: Sources | undefined;
}

/** One input, or several inputs judged together. */
interface Subject {
  readonly files: readonly string[];
  /** Whether the run judges nothing else. */
  readonly alone: boolean;
}

/**
 * Judges every stack of a synth as one system, following references between stacks.
 *
 * @param outdir the `outdir` of the CDKTF app, which contains `stacks/<name>/cdk.tf.json`
 * @returns the report, also when there is no verdict
 */
export function judgeSynthesized(outdir: string, options: JudgeOptions = {}): Report {
  try {
    return judge(readStacks(outdir), loadPolicy(options), { files: [], alone: true });
  } catch (error) {
    return couldNotJudge([asProblem(error)]);
  }
}

/**
 * Judges plans, states, Terraform JSON and directories of synthesized stacks, each separately.
 *
 * @returns a report for each input, in input order, also for inputs that could not be judged
 */
export function judgeApart(inputs: readonly Input[], options: JudgeOptions = {}): Judged[] {
  const judgeOne = judgeEach(options, inputs.length === 1);
  return usedByAny(inputs.map(judgeOne));
}

/**
 * Returns a function that judges one input. Policy and settings are loaded once.
 *
 * @param alone whether there is only one input
 */
export function judgeEach(options: JudgeOptions, alone: boolean): (input: Input) => Judged {
  let policy: Policy;
  try {
    policy = loadPolicy(options);
  } catch (error) {
    const report = couldNotJudge([asProblem(error)]);
    return ({ path }) => ({ files: [path], report });
  }
  return (input) => {
    const files = [input.path];
    try {
      return { files, report: judgeRead(readInputs([input], policy.types), policy, { files, alone }) };
    } catch (error) {
      return { files, report: couldNotJudge([asProblem(error)]) };
    }
  };
}

/** Merges the waiver states of several judgements: a waiver that one of the inputs needs is not unused. */
export function usedByAny(judged: readonly Judged[]): Judged[] {
  const used = new Set<number>();
  for (const { report } of judged) {
    for (const [index, { state }] of report.waivers.entries.entries()) if (state === 'active') used.add(index);
  }
  return judged.map(({ files, report }) => {
    const entries = report.waivers.entries.map((entry, index) =>
      entry.state === 'unused' && used.has(index) ? { ...entry, state: 'active' as const } : entry,
    );
    return { files, report: { ...report, waivers: { ...report.waivers, entries } } };
  });
}

/**
 * Judges inputs as one system whose parts may refer to each other.
 *
 * @returns one report; if an input cannot be read, only that problem
 */
export function judgeTogether(inputs: readonly Input[], options: JudgeOptions = {}): Judged {
  const files = inputs.map(({ path }) => path);
  try {
    const policy = loadPolicy(options);
    const read = readInputs(inputs, policy.types);
    return { files, report: judgeRead(read, policy, { files, alone: true }) };
  } catch (error) {
    return { files, report: couldNotJudge([asProblem(error)]) };
  }
}

function judgeRead(read: ReadInputs, policy: Policy, subject: Subject): Report {
  return read.unread.length > 0 ? couldNotJudge(read.unread) : judge(read, policy, subject);
}

function loadPolicy(options: JudgeOptions): Policy {
  const { failOn = 'low', today = new Date().toISOString().slice(0, 10), baseline } = options;
  const { artifact, own, rules } = rulesOf(options);
  const defaults = options.defaults ?? join(POLICIES, 'defaults');
  const settings = loadSettings(defaults, artifact.settings, rules, options.settings, options.waivers);
  const catalog = withSeverities(rules, settings.data);
  const usual = settings.waivers === undefined ? noWaivers(today) : readWaivers(settings.waivers, catalog, today);
  const incident = options.incident === undefined ? undefined : loadIncident(options.incident, settings, catalog);
  const waivers = incident === undefined ? usual : withIncident(usual, incident);
  const json = JSON.stringify(settings.data);
  // Without rules of a team, both digests are those of the gate alone.
  const all = { ...settings.data, ...own?.settings };
  const allJson = JSON.stringify(all);
  const policy: Policy = {
    digest: own === undefined ? artifact.digest : sha256(`${artifact.digest} ${own.artifact.digest}`),
    catalog: withTeamFiles(catalog, options.settings),
    types: typesOf(artifact, own),
    engine: engineFor(artifact.wasm, artifact.digest, json),
    own:
      own === undefined
        ? undefined
        : ownEngineFor(own.artifact.wasm, own.artifact.digest, allJson, own.sources.directory),
    settings: {
      json: allJson,
      digest: sha256(JSON.stringify({ ...all, waivers: undefined })),
      enforcement: failingFrom(failOn, settings.enforcement, catalog),
    },
    waivers,
    incident,
    baseline: undefined,
    failOn,
    sources: options.source === undefined ? undefined : new Sources(options.source),
  };
  if (baseline === undefined) return policy;
  const bare: Policy = { ...policy, waivers: noWaivers(today), incident: undefined };
  return { ...policy, baseline: loadBaseline(baseline, (path) => judgeBaseline(path, bare)) };
}

/** A rule whose fix names the file of the team: `our-settings/flows.json` in place of `flows.json of the settings`. */
function withTeamFiles(catalog: readonly RuleInfo[], settings: SettingsDirectories): readonly RuleInfo[] {
  const teams = directoriesOf(settings);
  const last = teams.at(-1);
  if (last === undefined) return catalog;
  const file = (name: string): string => {
    const directory = [...teams].reverse().find((team) => existsSync(join(team, name))) ?? last;
    const near = relative(process.cwd(), directory);
    // A report never names a path of a machine.
    if (near.startsWith('..') && isAbsolute(directory)) return `${name} of the settings`;
    return join(near === '' || near.startsWith('..') ? directory : near, name).replaceAll('\\', '/');
  };
  return catalog.map((rule) => ({
    ...rule,
    fix: rule.fix.replaceAll(/\b([a-z_]+\.json) of the settings\b/g, (_, name: string) => file(name)),
  }));
}

/** The report on an earlier plan or state whose findings are known. */
function judgeBaseline(path: string, policy: Policy): Report {
  const read = readInputs([{ path }], policy.types);
  const [problem] = [...read.unread, ...read.problems];
  if (problem !== undefined) {
    throw new CouldNotJudge(`The baseline cannot be read: ${problem.what}`, problem.why, problem.fix);
  }
  return judge(read, policy, { files: [path], alone: true });
}

/** The longest time until the end of a waiver of an incident, in hours, where the settings name none. */
const LONGEST_INCIDENT = 24;

function loadIncident(path: string, settings: Settings, catalog: readonly RuleInfo[]): Incident {
  const waivers = settings.data['waivers'];
  const hours = isObject(waivers) ? waivers['longest_incident_hours'] : undefined;
  return readIncident(readLocated(path, INCIDENT_WHY), {
    catalog,
    now: Date.now(),
    hours: typeof hours === 'number' ? hours : LONGEST_INCIDENT,
    runBy: runBy(),
  });
}

/** Names under which the person who runs this process is known here and to the systems that run jobs; none without any. */
export function runBy(): string[] {
  const { GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, GITLAB_USER_LOGIN, GITLAB_USER_NAME, SUDO_USER } = process.env;
  let user: string | undefined;
  try {
    user = userInfo().username;
  } catch {
    // A user without an entry in the system's list has no name.
  }
  const names = [user, SUDO_USER, GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, GITLAB_USER_LOGIN, GITLAB_USER_NAME];
  return names.filter((name) => name !== undefined && name !== '') as string[];
}

/** Every format shows the reason, so the reason says that the waiver is one of an incident. */
function withIncident(usual: Waivers, incident: Incident): Waivers {
  const entries = incident.entries.map((waiver) => ({
    ...waiver,
    reason: `INCIDENT, approved by ${waiver.approvedBy}: ${waiver.reason}`,
  }));
  const { length } = usual.entries;
  return {
    today: usual.today,
    digest: sha256(JSON.stringify([usual.digest, incident.digest])),
    entries: [...usual.entries, ...entries],
    at: (index) => (index < length ? usual.at(index) : incident.at(index - length)),
  };
}

/**
 * Reads the incident file.
 *
 * @returns undefined when the files name none
 * @throws CouldNotJudge when the file is refused, or when policy or settings cannot be loaded
 */
export function incidentOf(files: GateFiles): Incident | undefined {
  return files.incident === undefined ? undefined : loadPolicy(files).incident;
}

function artifactOf(files: GateFiles): Artifact {
  return loadArtifact(files.artifact ?? join(POLICIES, 'compiled'));
}

/**
 * The compiled policy of the gate.
 *
 * @throws CouldNotJudge when the policy cannot be loaded
 */
export function gateArtifact(): Artifact {
  return artifactOf({});
}

interface Rules {
  readonly artifact: Artifact;
  readonly own: OwnRules | undefined;
  /** All rules, sorted by id. */
  readonly rules: readonly RuleInfo[];
}

function rulesOf(files: GateFiles): Rules {
  const artifact = artifactOf(files);
  if (files.rules === undefined) return { artifact, own: undefined, rules: artifact.catalog };
  const own = loadOwnRules(files.rules, artifact);
  return { artifact, own, rules: [...artifact.catalog, ...own.catalog].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function typesOf({ types }: Artifact, own: OwnRules | undefined): ReadonlySet<string> | undefined {
  if (types === undefined || own === undefined) return types;
  return new Set([...types, ...(own.artifact.types ?? [])]);
}

/**
 * The rules of the gate and of the team, sorted by id.
 *
 * @returns an empty list when the compiled policy cannot be loaded; every judgement then reports the error
 */
export function catalogOf(files: GateFiles = {}): readonly RuleInfo[] {
  try {
    return rulesOf(files).rules;
  } catch {
    return [];
  }
}

/**
 * The rules of the gate and of a team, sorted by id.
 *
 * @throws CouldNotJudge when the rules of the team cannot be used
 */
export function rulesWith(directory: string): readonly RuleInfo[] {
  return rulesOf({ rules: directory }).rules;
}

/** The rules as a judgement by these files has them, with the severities of the settings; see {@link catalogOf}. */
export function judgedCatalogOf(files: GateFiles): readonly RuleInfo[] {
  try {
    return loadPolicy(files).catalog;
  } catch {
    return catalogOf(files);
  }
}

/** SHA-256 of the policy, of all settings and of the incident file, which together with the plan determine the verdict. */
export interface Digests {
  readonly policy: string;
  readonly settings: string;
  /** Absent without an incident file. */
  readonly incident?: string;
}

/**
 * Computes the digests of the current files.
 *
 * @throws CouldNotJudge when the files cannot be loaded
 */
export function digestsOf(files: GateFiles = {}): Digests {
  const { digest, settings, incident } = loadPolicy(files);
  return {
    policy: digest,
    settings: sha256(settings.json),
    ...(incident === undefined ? {} : { incident: incident.digest }),
  };
}

/** A report with problems only. */
export function couldNotJudge(problems: readonly Problem[]): Report {
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    verdict: verdict([], problems),
    policy: '',
    failOn: 'low',
    stacks: [],
    problems: cleanAllLines(problems),
    findings: [],
    undecided: [],
    waived: [],
    known: [],
    waivers: { digest: '', entries: [] },
    rules: [],
    flows: [],
    costs: [],
  };
}

function judge({ stacks, problems: unread }: ReadStacks, policy: Policy, { files, alone }: Subject): Report {
  const { catalog, settings, engine, own, waivers, baseline, failOn, sources } = policy;
  const answer = engine.evaluate(stacks);
  const raw = own === undefined ? answer : withOwn(answer, own.evaluate(stacks));
  const hide = concealer(stacks.flatMap(({ sensitive = [] }) => [...sensitive]));
  // Before waivers and the baseline, which name values that an earlier report printed.
  const joined = presentable(outcome(raw, catalog, settings.enforcement, stacks), hide);
  const counted = except(
    joined,
    waivers,
    baseline?.of(
      files,
      alone,
      stacks.map(({ name }) => name),
    ),
    new Moves(stacks),
  );
  const problems = [...cleanAllLines([...unread, ...counted.problems]), ...joined.problems];
  const located = locator(sources, stacks);
  const [findings, undecided] = [counted.findings.map(located.add), counted.undecided.map(located.add)];
  const accepted = counted.accepted.map(located.add);
  const [waived, known] = [counted.waived.map(located.add), counted.known.map(located.add)];
  const sourceNotes = located.notes();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    verdict: verdict(counted.rules, problems),
    policy: policy.digest,
    failOn,
    settings: settings.digest,
    stacks: cleanAll(stacks.map((stack) => stackReport(stack, joined))),
    problems,
    findings,
    undecided,
    ...(accepted.length === 0
      ? {}
      : { accepted: accepted.map((entry) => ({ ...entry, waiver: cleanAll(entry.waiver) })) }),
    waived: waived.map((finding) => ({ ...finding, waiver: cleanAll(finding.waiver) })),
    known,
    waivers: {
      digest: waivers.digest,
      ...(waivers.entries.length === 0 ? {} : { today: waivers.today }),
      entries: cleanAll(counted.waivers),
    },
    ...(baseline === undefined ? {} : { baseline: { digest: baseline.digest, gone: counted.gone } }),
    rules: counted.rules,
    flows: joined.flows,
    costs: joined.costs,
    ...(joined.undeclared.length === 0 ? {} : { undeclared: joined.undeclared }),
    ...(joined.openToInternet.length === 0 ? {} : { openToInternet: joined.openToInternet }),
    ...(joined.unpriced.length === 0 ? {} : { unpriced: joined.unpriced }),
    ...(joined.prices === undefined ? {} : { prices: joined.prices }),
    ...(sourceNotes.length === 0 ? {} : { sourceNotes }),
  };
}

/** Number of sentences about sources in a report. */
const SOURCE_NOTES = 10;

/** Adds lines of the sources to judgements. */
function locator(
  sources: Sources | undefined,
  stacks: readonly StackDocument[],
): { add: <T extends Judgement>(entry: T) => T; notes: () => string[] } {
  const byName = new Map(stacks.map((stack) => [clean(stack.name), sources?.of(stack)]));
  return {
    add: (entry) => {
      const stack = byName.get(entry.stack);
      // For a construct the program is the source, and only the program itself knows its lines.
      if (stack === undefined || entry.constructPath !== undefined) return entry;
      return { ...entry, ...cleanAll(stack.locate(entry)) };
    },
    notes: () => {
      const all = [...new Set([...(sources?.notes ?? []), ...[...byName.values()].flatMap((one) => one?.notes ?? [])])];
      const more = all.length - SOURCE_NOTES;
      return cleanAll([
        ...all.slice(0, SOURCE_NOTES),
        ...(more > 0 ? [`${more} more files of the sources cannot be read.`] : []),
      ]);
    },
  };
}

function stackReport(
  { name, file, resources, document, moved, sensitive, repairs = [] }: StackDocument,
  { forgotten: leftBehind, free }: Pick<Outcome, 'forgotten' | 'free'>,
): StackReport {
  const changes = Array.isArray(document['resource_changes']) ? document['resource_changes'] : [];
  const groups = changes
    .filter(isObject)
    .filter(({ mode, type }) => mode === 'managed' && type === 'aws_autoscaling_group');
  const size = groups.length === 1 && groups[0] !== undefined ? sizeOf(groups[0]) : undefined;
  // A size that is sensitive is not shown.
  const groupSize =
    size !== undefined && Object.values(size).some((count: number) => sensitive?.has(String(count))) ? undefined : size;
  const forgotten = leftBehind.filter(({ stack }) => stack === clean(name)).map(({ address }) => address);
  return {
    name,
    ...(file === undefined ? {} : { file }),
    resources,
    ...(forgotten.length === 0 ? {} : { forgotten }),
    ...(moved === undefined ? {} : { moved: [...moved].map(([address, from]) => ({ address, from })) }),
    ...(repairs.length === 0 ? {} : { repairs }),
    ...(groupSize === undefined ? {} : { groupSize }),
    ...(free.get(clean(name)) === undefined ? {} : { free: free.get(clean(name)) ?? 0 }),
  };
}

function sizeOf({ change }: JsonObject): GroupSize | undefined {
  const after: JsonObject = isObject(change) && isObject(change['after']) ? change['after'] : {};
  const { min_size: minimum, max_size: maximum, desired_capacity: desired = minimum } = after;
  if (typeof minimum !== 'number' || typeof maximum !== 'number' || typeof desired !== 'number') return undefined;
  return { minimum, desired, maximum };
}

function asProblem(error: unknown): Problem {
  if (error instanceof CouldNotJudge) return error.problem;
  return new CouldNotJudge(
    `The gate failed: ${error instanceof Error ? error.message : String(error)}.`,
    'An incomplete evaluation has no verdict.',
    'This is a bug in the gate: please report it with the input.',
  ).problem;
}
