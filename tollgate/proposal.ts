/**
 * Judges a change by the settings, waivers, baseline and rules of its base, and says what the change does to them. Otherwise a
 * pull request that opens a port could declare the port as well.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, normalize, relative, resolve, sep } from 'node:path';
import { sha256 } from './digest';
import { inheritedBy, overlaid, withoutSchema } from './engine/overlay';
import { directoriesOf } from './engine/settings';
import { POLICIES } from './home';
import { gateArtifact, type GateFiles, type JudgeOptions } from './judge';
import { makeDirectory } from './make-directory';
import {
  CouldNotJudge,
  isObject,
  type Judged,
  type Judgement,
  type Json,
  type JsonObject,
  type SettingsChange,
} from './model';
import { BUILT } from './own/sources';

/** The files that decide a verdict and that a change may touch. */
export type Deciding = Pick<JudgeOptions, 'settings' | 'waivers' | 'baseline' | 'rules'>;

/** The deciding files of a base, and the differences of the working tree. */
export interface Proposal {
  /** Full id of the base commit. */
  readonly commit: string;
  /** Options with the files of the base in place of those of the working tree. */
  readonly base: Deciding;
  readonly changes: readonly SettingsChange[];
}

const WHY = 'The settings of the base judge a change. Otherwise a change could allow itself what it opens.';

/**
 * Reads the deciding files of a base from git, calls `judge` with them, and removes the copies.
 *
 * @param from commit, branch or tag of the base
 * @param proposed the files of the working tree. A file outside of the repository does not belong to the change and is used
 *   as it is
 * @param judge judges with the given files; called again with those of the working tree when they differ
 * @returns the judgements by the base, each with what the change does to the deciding files
 * @throws CouldNotJudge when git or the commit is missing, or a file of the base is not a regular file
 */
export async function judgeByBase(
  from: string,
  proposed: Deciding & Pick<GateFiles, 'defaults'>,
  judge: (files: Deciding) => Promise<Judged[]>,
): Promise<Judged[]> {
  const copies = mkdtempSync(join(tmpdir(), 'tollgate-base-'));
  try {
    const proposal = readBase(from, proposed, copies);
    const byBase = named(await judge(proposal.base), proposal.base, proposed);
    return proposal.changes.length === 0 ? byBase : withProposal(byBase, await judge(proposed), proposal);
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}

/** Same as {@link judgeByBase}, for a judgement that is not asynchronous. */
export function judgeByBaseSync(
  from: string,
  proposed: Deciding & Pick<GateFiles, 'defaults'>,
  judge: (files: Deciding) => Judged[],
): Judged[] {
  const copies = mkdtempSync(join(tmpdir(), 'tollgate-base-'));
  try {
    const proposal = readBase(from, proposed, copies);
    const byBase = named(judge(proposal.base), proposal.base, proposed);
    return proposal.changes.length === 0 ? byBase : withProposal(byBase, judge(proposed), proposal);
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}

/** Problems name the files as the command line does, not the copies. */
function named(judged: readonly Judged[], base: Deciding, proposed: Deciding): Judged[] {
  const of = ({ settings, waivers, baseline, rules }: Deciding): (string | undefined)[] => [
    waivers,
    baseline,
    rules,
    ...directoriesOf(settings),
  ];
  const given = of(proposed);
  const pairs = of(base).flatMap((copy, at) => {
    const path = given[at];
    return copy === undefined || path === undefined || copy === path ? [] : [[copy, path] as const];
  });
  const text = (words: string): string => pairs.reduce((all, [copy, given]) => all.replaceAll(copy, given), words);
  return judged.map(({ files, report }) => {
    const problems = report.problems.map((problem) => ({
      ...problem,
      ...{ what: text(problem.what), fix: text(problem.fix) },
    }));
    const fixed = <T extends Judgement>(entries: readonly T[]): T[] =>
      entries.map((entry) => ({ ...entry, fix: text(entry.fix) }));
    const { findings, undecided, accepted, waived, known } = report;
    return {
      files,
      report: {
        ...{ ...report, problems, findings: fixed(findings), undecided: fixed(undecided) },
        ...{ waived: fixed(waived), known: fixed(known) },
        ...(accepted === undefined ? {} : { accepted: fixed(accepted) }),
      },
    };
  });
}

function withProposal(byBase: readonly Judged[], byHead: readonly Judged[], proposal: Proposal): Judged[] {
  const { commit, changes } = proposal;
  return byBase.map(({ files, report }, index) => {
    const verdict = byHead[index]?.report.verdict ?? { exitCode: 2, outcome: 'could-not-judge' };
    return { files, report: { ...report, proposed: { commit, verdict, changes } } };
  });
}

function readBase(from: string, proposed: Deciding & Pick<GateFiles, 'defaults'>, copies: string): Proposal {
  const repository = new Repository(from);
  const { settings, waivers, baseline, rules, defaults = join(POLICIES, 'defaults') } = proposed;
  const ofBase = (path: string | undefined, name: string): string | undefined => {
    if (path === undefined) return undefined;
    // A path that is nowhere is misspelt: the judgement reports that.
    return repository.copy(path, join(copies, name)) ?? (existsSync(path) ? undefined : path);
  };
  const directories = directoriesOf(settings);
  const copied = directories.map((directory, at) => ofBase(directory, `settings-${at}`));
  const base = {
    settings: copied.filter((copy) => copy !== undefined),
    waivers: ofBase(waivers, 'waivers'),
    baseline: ofBase(baseline, 'baseline'),
    rules: ofBase(rules, 'rules'),
  };
  if (base.rules !== undefined && base.rules !== rules) dropForeign(join(base.rules, BUILT));
  return {
    commit: repository.commit,
    base,
    changes: [
      ...settingsChanges(copied, directories, defaults),
      ...(waivers === undefined ? [] : fileChanges(basename(waivers), base.waivers, waivers)),
      ...(baseline === undefined ? [] : baselineChanges(basename(baseline), base.baseline, baseline)),
      ...(rules === undefined ? [] : rulesChanges(basename(rules), base.rules, rules)),
    ],
  };
}

// ---------------------------------------------------------------------------------------------------------- git

/** The repository of the working directory, at one commit. */
class Repository {
  readonly commit: string;
  /** Top of the working tree; the working directory itself when it is in no repository. */
  private readonly top: string;
  private readonly inGit: boolean;

  constructor(private readonly from: string) {
    const top = git(['rev-parse', '--show-toplevel']);
    this.inGit = top.ok;
    this.top = realpathSync(top.ok ? top.text.trimEnd() : process.cwd());
    const found = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${from}^{commit}`]);
    if (top.ok && !found.ok) {
      throw new CouldNotJudge(
        `The commit ${from} is not in this checkout.`,
        WHY,
        `Fetch it before the judgement: \`git fetch --no-tags --depth=1 origin ${from}\`. In GitHub Actions, check out with \`fetch-depth: 0\`.`,
      );
    }
    this.commit = found.ok ? found.text.trimEnd() : from;
  }

  /**
   * Copies a file or directory as it is in the commit.
   *
   * @returns the path of the copy; the given path, without `..` behind a name, for a path outside of the repository; undefined when the commit does
   *   not have the path
   */
  copy(path: string, target: string): string | undefined {
    const place = relative(this.top, resolve(realpathSync(process.cwd()), path));
    if (place === '..' || place.startsWith(`..${sep}`) || resolve(place) === place) return normalize(path);
    if (!this.inGit) {
      throw new CouldNotJudge(
        `${this.top} is not a checkout of a git repository, or git refuses to read it.`,
        WHY,
        'Run the gate in a checkout, with git on the PATH. The checkout must belong to the user who runs the gate.',
      );
    }
    const entries = this.entries(place.split(sep).join('/'));
    if (entries.length === 0) return undefined;
    for (const { mode, id, name } of entries) {
      if (mode !== '100644' && mode !== '100755') {
        throw new CouldNotJudge(
          `${name} is not a regular file in ${this.from}, but a link or a submodule.`,
          WHY,
          'Commit the file itself to the repository.',
        );
      }
      const file = join(target, relative(place, name));
      makeDirectory(dirname(name === place ? target : file));
      writeFileSync(name === place ? target : file, this.content(id, name));
    }
    return target;
  }

  private entries(place: string): { readonly mode: string; readonly id: string; readonly name: string }[] {
    const listed = git(['ls-tree', '-r', '-z', '--full-tree', this.commit, '--', place === '' ? '.' : place]);
    if (!listed.ok) throw this.unreadable(place);
    return listed.text.split('\0').flatMap((line) => {
      const [, mode = '', id = '', name = ''] = /^(\d+) \w+ ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
      return name === '' ? [] : [{ mode, id, name }];
    });
  }

  private content(id: string, name: string): Buffer {
    const blob = git(['cat-file', 'blob', id]);
    if (!blob.ok) throw this.unreadable(name);
    return blob.bytes;
  }

  private unreadable(name: string): CouldNotJudge {
    return new CouldNotJudge(
      `git cannot read ${name} of ${this.from}.`,
      WHY,
      'Check the checkout with `git fsck`, or fetch the commit again.',
    );
  }
}

interface Answer {
  readonly ok: boolean;
  readonly text: string;
  readonly bytes: Buffer;
}

const LARGEST = 256 << 20;

function git(words: readonly string[]): Answer {
  const { status, stdout } = spawnSync('git', [...words], {
    maxBuffer: LARGEST,
    stdio: ['ignore', 'pipe', 'ignore'],
    // A replacement of an object, or a pattern in a path, would give other content than the commit has.
    env: { ...process.env, GIT_NO_REPLACE_OBJECTS: '1', GIT_LITERAL_PATHSPECS: '1', GIT_TERMINAL_PROMPT: '0' },
  });
  const bytes = status === 0 ? stdout : Buffer.alloc(0);
  return { ok: status === 0, text: bytes.toString('utf8'), bytes };
}

// ---------------------------------------------------------------------------------------------------- differences

/** Differences of the settings in force: files merged over the defaults. */
function settingsChanges(
  before: readonly (string | undefined)[],
  after: readonly string[],
  defaults: string,
): SettingsChange[] {
  if (before.every((directory, at) => directory === after[at])) return [];
  const names = new Set([defaults, ...before, ...after].flatMap((directory) => filesIn(directory)));
  return [...names].sort().flatMap((name) => {
    const of = (directories: readonly (string | undefined)[]): Deciders =>
      inForce(
        [defaults, ...directories].flatMap((each) => (each === undefined ? [] : join(each, name))),
        join(defaults, name.replace(/\.json$/, '.schema.json')),
      );
    return changesBetween(name, of(before), of(after));
  });
}

/** Content of a setting, with the content of its files. */
interface Deciders {
  /** Undefined without a file, and when a file is not JSON. */
  readonly content: Json | undefined;
  readonly texts: readonly string[];
}

/** The content of files that lie over each other. Invalid content is compared as well: a change may correct it. */
function inForce(paths: readonly string[], schema: string): Deciders {
  const files = paths.filter((path) => existsSync(path));
  const contents = files.map((path) => contentOf(path));
  const shape = files.length < 2 ? undefined : contentOf(schema);
  const content = contents.reduce((base, over) => {
    if (base === undefined || over === undefined) return undefined;
    const clean = withoutSchema(over);
    return overlaid(inheritedBy(clean, base), clean, shape);
  }, contents[0]);
  return { content, texts: files.map((path) => textOf(path) ?? '') };
}

function filesIn(directory: string | undefined): string[] {
  if (directory === undefined || !existsSync(directory)) return [];
  return readdirSync(directory).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
}

/**
 * Removes compiled rules of another version of the gate: a change that updates the gate compiles the rules again, and those of
 * the base are compiled for the run.
 */
function dropForeign(built: string): void {
  const manifest = contentOf(join(built, 'manifest.json'));
  if (isObject(manifest) && manifest['gate'] !== gateArtifact().digest) rmSync(built, { recursive: true });
}

/** Differences of the files of a team's rules, without their tests and without what is compiled from them. */
function rulesChanges(name: string, before: string | undefined, after: string): SettingsChange[] {
  if (before === after) return [];
  const [was, is] = [before, after].map((directory) => new Set(directory === undefined ? [] : rulesIn(directory)));
  return [...new Set([...(was ?? []), ...(is ?? [])])].sort().flatMap((path) => {
    const [text, other] = [before, after].map((directory) =>
      directory === undefined ? undefined : textOf(join(directory, path)),
    );
    if (text === other) return [];
    const told = (content: string | undefined): string => `sha256 ${sha256(content ?? '')}`;
    return [
      {
        ...{ file: `${name}/${path}`, path: '' },
        ...(text === undefined ? {} : { before: told(text) }),
        ...(other === undefined ? {} : { after: told(other) }),
      },
    ];
  });
}

function rulesIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.(rego|json)$/.test(path) && !path.endsWith('_test.rego') && !path.startsWith('built/'));
}

function fileChanges(file: string, before: string | undefined, after: string): SettingsChange[] {
  if (before === after) return [];
  const of = (path: string | undefined): Deciders => inForce(path === undefined ? [] : [path], '');
  return changesBetween(file, of(before), of(after));
}

function changesBetween(file: string, before: Deciders, after: Deciders): SettingsChange[] {
  const [was, is] = [before.content, after.content];
  if (was === undefined || is === undefined) {
    return was === is && JSON.stringify(before.texts) === JSON.stringify(after.texts)
      ? []
      : [{ file, path: '', ...told('before', before), ...told('after', after) }];
  }
  return differences(was, is).map((difference) => ({ file, ...difference }));
}

function told<Name extends 'before' | 'after'>(
  name: Name,
  { content, texts }: Deciders,
): Partial<Record<Name, string>> {
  if (texts.length === 0) return {};
  return { [name]: content === undefined ? 'not valid JSON' : JSON.stringify(content) } as Partial<
    Record<Name, string>
  >;
}

function textOf(path: string | undefined): string | undefined {
  try {
    return path === undefined ? undefined : readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function contentOf(path: string | undefined): Json | undefined {
  try {
    return JSON.parse(textOf(path)?.replace(/^\uFEFF/, '') ?? '') as Json;
  } catch {
    return undefined;
  }
}

type Difference = Omit<SettingsChange, 'file'>;

/** Places where two values differ. Lists are compared without their order: an entry is added, or removed. */
function differences(before: Json | undefined, after: Json | undefined, path = ''): Difference[] {
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      differences(before[name], after[name], path === '' ? name : `${path}.${name}`),
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, path);
  const [was, is] = [stable(before), stable(after)];
  if (was === is) return [];
  return [{ path, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
}

function listDifferences(before: readonly Json[], after: readonly Json[], path: string): Difference[] {
  const left = before.map(stable);
  const added = after.map(stable).filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...added.flatMap((entry) => (entry === undefined ? [] : [{ path, after: entry }])),
    ...left.flatMap((entry) => (entry === undefined ? [] : [{ path, before: entry }])),
  ];
}

/** JSON with sorted keys; undefined for a missing value. */
function stable(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  return JSON.stringify(value, (_, member: Json) =>
    isObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}

/** The findings that a baseline excuses and another does not. */
function baselineChanges(file: string, before: string | undefined, after: string): SettingsChange[] {
  if (before === after || (before !== undefined && textOf(before) === textOf(after))) return [];
  const [was, is] = [excusedIn(contentOf(before)), excusedIn(contentOf(after))];
  const changes = listDifferences(was, is, 'excused findings').map((change) => ({ file, ...change }));
  return changes.length > 0 ? changes : [{ file, path: '', after: 'another report with the same findings' }];
}

function excusedIn(content: Json | undefined): string[] {
  if (!isObject(content)) return [];
  const reports: Json[] = Array.isArray(content['reports']) ? content['reports'] : [{ report: content }];
  return reports.flatMap((entry) => {
    const report = isObject(entry) ? entry['report'] : undefined;
    const { findings, known }: JsonObject = isObject(report) ? report : {};
    return [findings, known]
      .flatMap((list) => (Array.isArray(list) ? list : []))
      .filter(isObject)
      .map(findingText);
  });
}

function findingText(finding: JsonObject): string {
  return ['id', 'address', 'path', 'found']
    .flatMap((name) => (typeof finding[name] === 'string' && finding[name] !== '' ? finding[name] : []))
    .join(' ');
}
