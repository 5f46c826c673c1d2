import { join } from 'node:path';
import { loadArtifact, sha256, type Artifact } from './engine/artifact';
import { evaluate } from './engine/evaluate';
import { outcome } from './engine/join';
import { loadSettings, type Settings } from './engine/settings';
import { verdict } from './engine/verdict';
import { readInputs, type Input } from './input/files';
import { readStacks, type ReadStacks } from './input/stacks';
import {
  CouldNotJudge,
  isObject,
  REPORT_SCHEMA_VERSION,
  type GroupSize,
  type JsonObject,
  type Problem,
  type Report,
  type StackDocument,
  type StackReport,
} from './model';

/** Where the gate finds what it judges by. Everything is found relative to this file, so that any working directory will do. */
export interface GateFiles {
  /**
   * Directory of `policy.wasm`, `catalog.json` and `manifest.json`.
   *
   * @default the committed `gate/artifact`
   */
  readonly artifact?: string;
  /**
   * Directory of the settings.
   *
   * @default the committed `policies/settings`
   */
  readonly settings?: string;
  /**
   * Directory of another team's settings: a file in it takes the place of the one of the same name, and obeys the same schema.
   *
   * @default none
   */
  readonly overrides?: string | undefined;
}

/** What is judged by: read once for however many judgements. */
interface Policy {
  readonly artifact: Artifact;
  readonly settings: Settings;
}

/**
 * Judges every stack that a synth wrote, together, so that references from one to another are followed.
 *
 * @param outdir what CDKTF calls `outdir`: holds `stacks/<name>/cdk.tf.json`
 * @returns the report; also when nothing could be judged, which is then its verdict
 */
export function judgeSynthesized(outdir: string, files: GateFiles = {}): Report {
  try {
    return judge(readStacks(outdir), loadPolicy(files));
  } catch (error) {
    return couldNotJudge([asProblem(error)]);
  }
}

/** An input, or all of them, and what the gate says of it. */
export interface Judged {
  /** Paths as they were given. */
  readonly files: readonly string[];
  readonly report: Report;
}

/**
 * Judges plans, states, Terraform JSON and directories of synthesized stacks, each by itself.
 *
 * @returns a report for each input, in their order; also for those that could not be judged
 */
export function judgeApart(inputs: readonly Input[], files: GateFiles = {}): Judged[] {
  let policy: Policy;
  try {
    policy = loadPolicy(files);
  } catch (error) {
    const report = couldNotJudge([asProblem(error)]);
    return inputs.map(({ path }) => ({ files: [path], report }));
  }
  return inputs.map((input) => ({ files: [input.path], report: judgeRead([input], policy) }));
}

/**
 * Judges inputs as parts of one system, in which one may refer to another.
 *
 * @returns one report; when one of the inputs could not be read, that is all it says
 */
export function judgeTogether(inputs: readonly Input[], files: GateFiles = {}): Judged {
  const paths = inputs.map(({ path }) => path);
  try {
    return { files: paths, report: judgeRead(inputs, loadPolicy(files)) };
  } catch (error) {
    return { files: paths, report: couldNotJudge([asProblem(error)]) };
  }
}

function judgeRead(inputs: readonly Input[], policy: Policy): Report {
  try {
    const read = readInputs(inputs, policy.artifact.types);
    return read.unread.length > 0 ? couldNotJudge(read.unread) : judge(read, policy);
  } catch (error) {
    return couldNotJudge([asProblem(error)]);
  }
}

function loadPolicy(files: GateFiles): Policy {
  const artifact = loadArtifact(files.artifact ?? join(__dirname, 'artifact'));
  const directory = files.settings ?? join(__dirname, '..', 'policies', 'settings');
  return { artifact, settings: loadSettings(directory, artifact.settings, artifact.catalog, files.overrides) };
}

/** What a verdict is bound to, besides what was judged: SHA-256 of the policy, and of all settings. */
export interface Digests {
  readonly policy: string;
  readonly settings: string;
}

/**
 * The digests of what these files judge by, as they are now.
 *
 * @throws CouldNotJudge when they cannot be loaded
 */
export function digestsOf(files: GateFiles = {}): Digests {
  const { artifact, settings } = loadPolicy(files);
  return { policy: artifact.digest, settings: sha256(JSON.stringify(settings.data)) };
}

/** A report that says nothing but why there is none. */
export function couldNotJudge(problems: readonly Problem[]): Report {
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    verdict: verdict([], problems),
    policy: '',
    stacks: [],
    problems,
    findings: [],
    undecided: [],
    rules: [],
    flows: [],
    costs: [],
  };
}

function judge({ stacks, problems: unread }: ReadStacks, { artifact, settings }: Policy): Report {
  const raw = evaluate(artifact.wasm, settings.data, stacks);
  const joined = outcome(raw, artifact.catalog, settings.enforcement, stacks);
  const problems = [...unread, ...joined.problems];
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    verdict: verdict(joined.rules, problems),
    policy: artifact.digest,
    stacks: stacks.map(stackReport),
    problems,
    findings: joined.findings,
    undecided: joined.undecided,
    rules: joined.rules,
    flows: joined.flows,
    costs: joined.costs,
  };
}

function stackReport({ name, resources, document }: StackDocument): StackReport {
  const changes = Array.isArray(document['resource_changes']) ? document['resource_changes'] : [];
  const groups = changes
    .filter(isObject)
    .filter(({ mode, type }) => mode === 'managed' && type === 'aws_autoscaling_group');
  const groupSize = groups.length === 1 && groups[0] !== undefined ? sizeOf(groups[0]) : undefined;
  return { name, resources, ...(groupSize === undefined ? {} : { groupSize }) };
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
    'What was not judged to its end counts as not judged.',
    'This is a defect of the gate: please report it with the input that caused it.',
  ).problem;
}
