/**
 * Measures how other scanners judge the evasion corpus (`__tests__/evasions/`): each installed scanner reads the plans
 * recorded with the real AWS provider. Writes `docs/scanners.md`.
 *
 * Usage: `tsx scripts/compare-scanners.ts --date YYYY-MM-DD [--plans DIR] [--checkov PROGRAM] [--trivy PROGRAM]`
 *
 * DIR receives the plans; by default, a new temporary directory. The page lists scanners that are not installed as not
 * measured.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { answerTo } from '../__tests__/evasions/answer';
import type { EvasionCase, EvasionFamily } from '../__tests__/evasions/case';
import { families } from '../__tests__/evasions/corpus';
import { recorded } from '../__tests__/recorded/archive';
import { recipeOf, recipeOfBase } from '../__tests__/recorded/recipe';
import { isObject, type Json } from '../tollgate/model';
import type { Plan } from '../test/aws/plan';
import { atMost } from '../test/aws/program';

/** The failed checks of a plan: `<check> <address>`. */
type Failures = ReadonlySet<string>;

/** A scanner. */
interface Scanner {
  readonly name: string;
  /** Absent when the scanner is not installed. */
  readonly version?: string;
  /** Scans the plans of a directory and returns the failures by file name. Absent like the version. */
  readonly scan?: (directory: string) => Promise<Map<string, Failures>>;
}

/** A tool, and whether it reports more on a case than on the base of the case. */
interface Column {
  readonly title: string;
  readonly speaks: (evasion: EvasionCase) => boolean;
}

/**
 * Checks unrelated to open access: a missing description, log or tag on a new resource, or an unused resource, does not
 * mean that the scanner noticed the evasion.
 */
const ABOUT_SOMETHING_ELSE: ReadonlySet<string> = new Set([
  ...['CKV_AWS_23', 'CKV2_AWS_5', 'CKV_AWS_2', 'CKV_AWS_91', 'CKV_AWS_92', 'CKV_AWS_103', 'CKV_AWS_118'],
  ...['CKV_AWS_126', 'CKV_AWS_127', 'CKV_AWS_129', 'CKV_AWS_131', 'CKV_AWS_135', 'CKV_AWS_139', 'CKV_AWS_150'],
  ...['CKV_AWS_152', 'CKV_AWS_153', 'CKV_AWS_157', 'CKV_AWS_161', 'CKV_AWS_162', 'CKV_AWS_226', 'CKV_AWS_293'],
  ...['CKV_AWS_313', 'CKV_AWS_315', 'CKV_AWS_324', 'CKV_AWS_325', 'CKV_AWS_326', 'CKV_AWS_327', 'CKV_AWS_353'],
  ...['CKV_AWS_354', 'CKV_AWS_376', 'CKV_AWS_378', 'CKV_AWS_332', 'CKV_AWS_96', 'CKV_AWS_138', 'CKV_AWS_16'],
  ...[
    'CKV2_AWS_8',
    'CKV2_AWS_11',
    'CKV2_AWS_15',
    'CKV2_AWS_19',
    'CKV2_AWS_20',
    'CKV2_AWS_27',
    'CKV2_AWS_28',
    'CKV2_AWS_30',
  ],
  ...['CKV2_AWS_41', 'CKV2_AWS_60', 'CKV2_AWS_69', 'CKV_AWS_328'],
  ...['AWS-0099', 'AWS-0124', 'AWS-0178', 'AWS-0133', 'AWS-0177', 'AWS-0176', 'AWS-0343', 'AWS-0052'],
]);

/** Rules that need no declared flows. Every scanner could check the same. */
const FOR_ANY_ARCHITECTURE: ReadonlySet<string> = new Set(['NET-005', 'NET-006', 'DB-001', 'DB-007', 'EC2-001']);

const BASES = ['flat', 'modules'] as const;
const CONCURRENCY = 2;
const TARGET = resolve(__dirname, '..', 'docs', 'scanners.md');

/** All cases with a recorded plan. */
const cases = families.flatMap(({ name, cases: own }) =>
  own.filter((evasion) => recorded(recipeOf(name, evasion)).plan !== undefined),
);

function fileOf(id: string): string {
  return `${id.replaceAll('/', '__')}.json`;
}

/** The bases as cases of their own, new and applied. Failures of a base are not caused by an edit. */
const bases = BASES.flatMap((base): EvasionCase[] => [
  { id: `base/${base}`, sentence: base, verdict: 'harmless', base },
  { id: `base/${base}-applied`, sentence: base, verdict: 'harmless', base, applied: [{}] },
]);

/** The recorded plans, without configurations that the provider refuses. */
function writePlans(directory: string): Map<EvasionCase, Plan> {
  mkdirSync(directory, { recursive: true });
  const plans = new Map<EvasionCase, Plan>();
  const add = (evasion: EvasionCase, plan: Plan | undefined): void => {
    if (plan === undefined) return;
    writeFileSync(join(directory, fileOf(evasion.id)), JSON.stringify(plan));
    plans.set(evasion, plan);
  };
  for (const evasion of bases) {
    const { plan, update } = recorded(recipeOfBase(evasion.base ?? 'flat'));
    add(evasion, evasion.applied === undefined ? plan : update);
  }
  for (const { name, cases } of families) {
    for (const evasion of cases) add(evasion, recorded(recipeOf(name, evasion)).plan);
  }
  return plans;
}

function versionOf(program: string, args: readonly string[]): string | undefined {
  try {
    return /\d+\.\d+\.\d+/.exec(
      execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )?.[0];
  } catch {
    return undefined;
  }
}

/** The output of a program, whatever the exit code: scanners exit with 1 when they find something. */
function output(program: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile(program, args, { cwd, maxBuffer: 1 << 30 }, (error, stdout) => {
      if (error !== null && stdout === '') fail(new Error(`${program} printed nothing: ${error.message}`));
      else done(stdout);
    });
  });
}

function checkov(program: string): Scanner {
  const version = versionOf(program, ['--version']);
  if (version === undefined) return { name: 'checkov' };
  const scan = async (directory: string): Promise<Map<string, Failures>> => {
    const args = ['--framework', 'terraform_plan', '--directory', '.', '--output', 'json', '--quiet', '--compact'];
    const answer = JSON.parse(await output(program, args, directory)) as Json;
    const found = new Map<string, Set<string>>();
    for (const report of Array.isArray(answer) ? answer : [answer]) {
      for (const failure of list(member(member(report, 'results'), 'failed_checks'))) {
        const file = basename(text(member(failure, 'file_path')));
        const failures = found.get(file) ?? new Set();
        found.set(file, failures.add(`${text(member(failure, 'check_id'))} ${text(member(failure, 'resource'))}`));
      }
    }
    return found;
  };
  return { name: 'checkov', version, scan };
}

function trivy(program: string): Scanner {
  const version = versionOf(program, ['--version']);
  if (version === undefined) return { name: 'trivy' };
  const scan = async (directory: string): Promise<Map<string, Failures>> => {
    const ids = [...bases, ...cases].map(({ id }) => id);
    const found = await atMost(CONCURRENCY, ids, async (id): Promise<[string, Failures]> => {
      const answer = JSON.parse(await output(program, ['config', '--format', 'json', fileOf(id)], directory)) as Json;
      const failures = list(member(answer, 'Results'))
        .flatMap((result) => list(member(result, 'Misconfigurations')))
        .filter((failure) => member(failure, 'Status') === 'FAIL')
        .map(
          // Older versions of trivy prefix ids with AVD-.
          (failure) =>
            `${text(member(failure, 'ID')).replace('AVD-', '')} ${text(member(member(failure, 'CauseMetadata'), 'Resource'))}`,
        );
      return [fileOf(id), new Set(failures)];
    });
    return new Map(found);
  };
  return { name: 'trivy', version, scan };
}

function member(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) ? value[name] : undefined;
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A scanner notices a case when a check about open access fails in the case and not in its base. */
function columnOf({ name, version }: Scanner, found: ReadonlyMap<string, Failures>): Column {
  const said = (id: string): Failures => found.get(fileOf(id)) ?? new Set();
  const before = new Set(bases.flatMap(({ id }) => [...said(id)]));
  const isNew = (failure: string): boolean =>
    !before.has(failure) && !ABOUT_SOMETHING_ELSE.has(failure.split(' ')[0] ?? '');
  return {
    title: `${name} ${version ?? ''}`.trim(),
    speaks: ({ id }) => [...said(id)].some(isNew),
  };
}

function gateColumn(plans: ReadonlyMap<EvasionCase, Plan>): Column {
  const denied = new Set<EvasionCase>();
  for (const [evasion, plan] of plans) if (answerTo(plan).denied.length > 0) denied.add(evasion);
  return { title: 'tollgate', speaks: (evasion) => denied.has(evasion) };
}

function table(columns: readonly Column[], kind: (evasion: EvasionCase) => boolean, total: string): string {
  const rows = families
    .map((family): [EvasionFamily, EvasionCase[]] => [family, family.cases.filter(kind)])
    .filter(([, some]) => some.length > 0)
    .map(([{ name }, some]) => row(name, some, columns));
  return [
    `| Family | Cases | ${columns.map(({ title }) => title).join(' | ')} |`,
    `| --- | ---: | ${columns.map(() => '---:').join(' | ')} |`,
    ...rows,
    row(`**${total}**`, cases.filter(kind), columns),
  ].join('\n');
}

function row(name: string, some: readonly EvasionCase[], columns: readonly Column[]): string {
  const counts = columns.map(({ speaks }) => some.filter(speaks).length);
  return `| ${name} | ${some.length} | ${counts.join(' | ')} |`;
}

function page(date: string, scanners: readonly Scanner[], columns: readonly Column[]): string {
  const violating = ({ verdict }: EvasionCase): boolean => verdict === 'violating';
  const forAny = (evasion: EvasionCase): boolean =>
    violating(evasion) && (evasion.denied ?? []).some(([rule]) => FOR_ANY_ARCHITECTURE.has(rule));
  const missing = scanners.filter(({ version }) => version === undefined).map(({ name }) => name);
  const missed = columns
    .slice(1)
    .map(
      ({ title, speaks }) =>
        `### ${title}\n\n${cases
          .filter((evasion) => forAny(evasion) && !speaks(evasion))
          .map(({ id, sentence }) => `- \`${id}\`: ${sentence}`)
          .join('\n')}`,
    )
    .join('\n\n');
  return `# What scanners make of the evasion corpus

Generated by \`npm run compare-scanners -- --date YYYY-MM-DD\`, last on ${date}. The corpus is in \`__tests__/evasions/\`: small
edits of a compliant architecture, planned by real Terraform and the real AWS provider. Every tool reads the same plans.

A scanner has _caught_ or _accused_ a case when a check about exposure fails that does not fail in the unedited
architecture, on any resource; checks about descriptions, logs, backups and the like do not count (the list is in
\`scripts/compare-scanners.ts\`). For tollgate the corpus asks for more, and its tests hold it to that: exactly the right
rule on exactly the right resource.
${missing.length === 0 ? '' : `\nNot measured, because not installed where this page was made: ${missing.join(', ')}.\n`}
## Violating cases that any scanner could catch

The Internet on a port that is not public, an open default group, a public database or snapshot, the metadata service
without tokens: wrong in any architecture (rules ${[...FOR_ANY_ARCHITECTURE].sort().join(', ')}). Numbers are cases caught.

${table(columns, forAny, 'All')}

## All violating cases

Most of these are wrong because no flow is declared for them: a private network that reaches the database, a group on
two tiers. A scanner that knows of no declared flows cannot catch them, and is not to blame for it. Numbers are cases
caught.

${table(columns, violating, 'All')}

## Harmless twins

Numbers are cases accused: false alarms.

${table(columns, ({ verdict }) => verdict === 'harmless', 'All')}

## Undecidable cases

The plan does not contain the answer. tollgate says so and exits with 2; these are the cases in which a tool claims to have
found a violation.

${table(columns, ({ verdict }) => verdict === 'undecided', 'All')}
${missed === '' ? '' : `\n## What was missed of what any scanner could catch\n\n${missed}\n`}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      date: { type: 'string' },
      plans: { type: 'string' },
      checkov: { type: 'string', default: 'checkov' },
      trivy: { type: 'string', default: 'trivy' },
    },
  });
  if (values.date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(values.date)) {
    throw new Error(
      'Name the day of the measurement with --date YYYY-MM-DD. The page shows that date, so that the script does not depend on the clock.',
    );
  }
  const directory = resolve(values.plans ?? mkdtempSync(join(tmpdir(), 'evasions-')));
  const plans = writePlans(directory);
  process.stdout.write(`${plans.size} plans are in ${directory}\n`);
  const scanners = [checkov(values.checkov), trivy(values.trivy)];
  const columns = [gateColumn(plans)];
  for (const scanner of scanners) {
    if (scanner.scan === undefined) process.stdout.write(`${scanner.name} is not installed: not measured\n`);
    else columns.push(columnOf(scanner, await scanner.scan(directory)));
  }
  const style = (await resolveConfig(TARGET)) ?? {};
  writeFileSync(TARGET, await format(page(values.date, scanners, columns), { ...style, filepath: TARGET }));
}

void main();
