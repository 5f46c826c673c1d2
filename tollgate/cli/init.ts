import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Input } from '../input/files';
import { STANDARD_INPUT } from '../input/not-a-plan';
import { checkCommand, initialSettings, type InitialOptions, type InitialSettings } from '../initial-settings';
import { makeDirectory } from '../make-directory';
import { CouldNotJudge, type ExitCode } from '../model';
import { clean } from '../report/clean';
import { count, fixText, worstOf } from '../report/summary';
import type { Console } from './console';
import { expand, NoMatch } from './wildcards';

/** Options of `tollgate init`. */
export interface InitOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly together?: boolean;
}

const HELP = `
FILE is a plan or a state from \`terraform show -json\`, or a directory of synthesized stacks; \`-\` is standard input.

Writes flows.json (flows that are open today), budgets.json (the price of today), limits.json (the values of today),
baseline.json (the findings of today) and README.md (every line to confirm). Nothing is written when a FILE cannot be read.

Examples:
  terraform show -json tfplan > plan.json && tollgate init plan.json
  tollgate check --settings tollgate-settings --baseline tollgate-settings/baseline.json plan.json

Exit codes:
  0  written, and the files pass
  1  written, and a finding still counts: a baseline cannot hold a sensitive value
  2  not written; or written, and the files cannot be judged yet: the output says what is undecided`;

/** Adds `tollgate init` to the program. */
export function registerInit(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('init')
    .summary('write first settings and a baseline, from plans or states')
    .description('Writes a first directory of settings and a baseline, by which the files pass today.')
    .argument('<FILE...>', 'plans, states or directories to start from')
    .option('--out <DIR>', 'directory to write', 'tollgate-settings')
    .option('--force', 'replace existing files')
    .option('--together', 'take all files as one system whose parts may refer to each other')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', HELP)
    .showHelpAfterError('Run `tollgate init --help` for the options.')
    .action(async (files: string[], options: InitOptions) => {
      try {
        done(await init(files, options, console));
      } catch (error) {
        if (!(error instanceof CouldNotJudge) && !(error instanceof NoMatch)) throw error;
        console.error(`error: ${error.message}\n`);
        done(2);
      }
    });
}

async function init(paths: readonly string[], options: InitOptions, console: Console): Promise<ExitCode> {
  if (paths.filter((path) => path === '-').length > 1) {
    throw new NoMatch('standard input (-) is named twice, and it can be read only once.');
  }
  const inputs: Input[] = await Promise.all(
    expand(paths).map(async (path) =>
      path === '-' ? { path: STANDARD_INPUT, bytes: await console.input() } : { path },
    ),
  );
  const from: InitialOptions = { inputs, together: options.together === true, out: options.out };
  const initial = initialSettings(from);
  if (initial.files.size === 0) {
    for (const { what, why, fix } of initial.judged.flatMap(({ report }) => report.problems)) {
      console.error(`${what}\n${why}\n${fix}\n`);
    }
    console.error('Nothing was written.\n');
    return 2;
  }
  writeAll(options, initial.files);
  console.out(summaryOf(from, initial));
  return worstOf(initial.judged).exitCode;
}

/** Writes every file beside its place first, so that an error leaves the directory as it was. */
function writeAll({ out, force }: InitOptions, files: ReadonlyMap<string, string>): void {
  const there = [...files.keys()].filter((name) => exists(join(out, name)));
  if (there.length > 0 && force !== true) {
    throw new CouldNotJudge(
      `${out} already has ${there.join(', ')}. Nothing was written.`,
      'Settings that somebody confirmed must not disappear.',
      'Choose another directory with `--out DIR`, or replace the files with `--force`.',
    );
  }
  const drafts: (readonly [draft: string, target: string])[] = [];
  try {
    makeDirectory(out);
    for (const [name, text] of files) {
      const target = join(out, name);
      if (exists(target) && !lstatSync(target).isFile()) throw new Error(`${target} is not a regular file`);
      const draft = join(out, `.${name}.${process.pid}`);
      drafts.push([draft, target]);
      writeFileSync(draft, text, { flag: 'wx' });
    }
    for (const [draft, target] of drafts) renameSync(draft, target);
  } catch (error) {
    for (const [draft] of drafts) rmSync(draft, { force: true });
    throw new CouldNotJudge(
      `${out} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
      'Settings that are written in part could allow more than the plan needs.',
      'Choose a directory where you have write permission.',
    );
  }
}

/** Whether there is something at a path, a broken link included. */
function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A part of the path is a file: writing reports that.
    return false;
  }
}

const ENDS = { 0: 'The files pass', 1: 'The files are still denied', 2: 'The files cannot be judged yet' } as const;

function summaryOf(from: InitialOptions, { files, judged, confirm, notProposed }: InitialSettings): string {
  const reports = judged.map(({ report }) => report);
  const known = reports.flatMap((report) => report.known).length;
  const undecided = reports.flatMap((report) => report.undecided);
  const problems = reports.flatMap((report) => report.problems);
  const width = Math.max(...confirm.map(({ setting }) => setting.length));
  return `${clean(`Wrote ${[...files.keys()].join(', ')} to ${from.out}.`)}

Confirm each line, or change it (${clean(from.out)}/README.md has the list):
${confirm.map(({ setting, value, why }) => clean(`  ${setting.padEnd(width)}  ${value}  (${why})`)).join('\n')}
${notProposed.map(({ setting, why }) => clean(`  ${setting.padEnd(width)}  not proposed: ${why}`) + '\n').join('')}
${count(known, 'finding')} of today ${known === 1 ? 'is' : 'are'} in baseline.json and ${known === 1 ? 'does' : 'do'} not count.
${[
  ...problems.map((problem) => `UNDECIDED  ${clean(problem.what)}\n  fix  ${fixText(problem)}\n`),
  ...reports
    .flatMap((report) => report.findings)
    .map(
      ({ id, address, path, why, fix }) =>
        `DENIED  ${clean(`${id} ${address} ${path}: ${why}`)}\n  found  a sensitive value, which no baseline can hold\n  fix  ${fix}\n`,
    ),
  ...undecided.map(
    ({ id, address, path, why, fix }) => `UNDECIDED  ${clean(`${id} ${address} ${path}: ${why}`)}\n  fix  ${fix}\n`,
  ),
].join('')}
${ENDS[worstOf(judged).exitCode]}:
  ${clean(checkCommand(from))}
`;
}
