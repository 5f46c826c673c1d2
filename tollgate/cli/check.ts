import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Input } from '../input/files';
import { STANDARD_INPUT } from '../input/not-a-plan';
import { couldNotJudge, judgeTogether, type JudgeOptions } from '../judge';
import { CouldNotJudge, SEVERITIES, type ExitCode, type Judged, type Severity } from '../model';
import { outputsOf, UsageError, writeReports, type Output } from '../output';
import { judgeByBase, type Deciding } from '../proposal';
import { FORMATS } from '../report/formats';
import { worstOf } from '../report/summary';
import { EXIT_CODES } from './exit-codes';
import { judgeAll, sizeOf } from './parallel';
import type { SettingsDirectories } from '../engine/settings';
import type { Console } from './console';
import { settingsOption } from './settings-option';
import { expand, NoMatch } from './wildcards';

/** Options of `tollgate check`. */
export interface CheckOptions {
  readonly settings?: SettingsDirectories;
  readonly rules?: string;
  readonly waivers?: string;
  readonly baseline?: string;
  readonly settingsFrom?: string;
  readonly failOn?: Severity;
  readonly source?: string;
  readonly together?: boolean;
  readonly details?: boolean;
  readonly format?: readonly string[];
  readonly output?: string;
  readonly json?: boolean;
}

const DASH = '-';

const EXAMPLES = `
FILE is a plan or a state from \`terraform show -json\`, a synthesized cdk.tf.json, or a directory of synthesized stacks
such as cdktf.out; \`-\` is standard input. A cdk.tf.json is judged together with the Terraform files in its directory.
Each FILE is judged separately, as a system of its own, on all cores; see --together. tollgate expands quoted patterns.

Formats are ${FORMATS.join(', ')}. --format NAME prints to standard output,
--format NAME=FILE writes a file. One judgement can write several formats. The format human is printed unless another
format is printed.

Examples:
  terraform plan -out tfplan && terraform show -json tfplan | tollgate check -
  tollgate check 'plans/**/*.json'
  tollgate check --together network.json service.json
  tollgate check --settings our-limits/ plan.json
  tollgate check --source . --format github plan.json    annotations on the lines of main.tf
  tollgate check --format sarif=tollgate.sarif --format markdown=comment.md cdktf.out
  tollgate check --format json=baseline.json plan.json    accept the findings of today,
  tollgate check --baseline baseline.json plan.json       then only new findings fail
  tollgate check --settings our-limits --settings-from origin/main plan.json    in a pull request`;

/** Adds `tollgate check` to the program. */
export function registerCheck(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('check')
    .summary('judge plans, states or synthesized stacks')
    .description('Judges Terraform plans, states and synthesized stacks.')
    .argument('<FILE...>', 'files or directories to judge')
    .addOption(settingsOption())
    .option('--rules <DIR>', 'directory of rules of your own, which judge as well; see `tollgate rules new`')
    .option('--waivers <FILE>', 'file with exceptions to rules, instead of waivers.json of the settings')
    .option('--baseline <FILE>', 'JSON report of an earlier run, or an earlier plan or state: only new findings fail')
    .option(
      '--settings-from <COMMIT>',
      'judge by the settings, waivers and baseline of this git commit, and say what the working tree changes in them',
    )
    .addOption(
      program
        .createOption('--fail-on <SEVERITY>', 'lowest severity that fails; findings of lower severities are warnings')
        .choices(SEVERITIES),
    )
    .option('--source <DIR>', 'directory of the Terraform files: findings then name the line of the block or argument')
    .option('--details', 'list every finding, each rule and the cost of each part of a stack')
    .option('--together', 'judge all files as one system whose parts may refer to each other')
    .option(
      '--format <NAME[=FILE]>',
      'report to print, or to write to FILE; repeatable',
      (word: string, previous: readonly string[] | undefined) => [...(previous ?? []), word],
    )
    .option('--output <FILE>', 'write the printed report to FILE instead')
    .option('--json', 'same as --format json')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`)
    .showHelpAfterError('Run `tollgate check --help` for the options.')
    .action(async (files: string[], options: CheckOptions) => {
      done(await check(files, options, console));
    });
}

/**
 * Judges files and writes the reports.
 *
 * @param paths files, directories, `-` for standard input
 * @returns the highest exit code of all inputs: 2 (could not judge) exceeds 1 (denied)
 */
export async function check(paths: readonly string[], options: CheckOptions, console: Console): Promise<ExitCode> {
  let outputs: readonly Output[];
  try {
    outputs = outputsOf(options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`error: ${error.message}\nRun \`tollgate check --help\` for the options.\n`);
    return 2;
  }
  if (paths.filter((path) => path === DASH).length > 1) {
    console.error('error: standard input (-) is named twice, and it can be read only once.\n');
    return 2;
  }
  let files: string[];
  try {
    files = expand(paths);
  } catch (error) {
    if (!(error instanceof NoMatch)) throw error;
    console.error(`error: ${error.message}\n`);
    return 2;
  }
  const inputs = await Promise.all(
    files.map(async (path) => (path === DASH ? { path: STANDARD_INPUT, bytes: await console.input() } : { path })),
  );
  const { settings, rules, waivers, baseline, failOn, source } = options;
  if (source !== undefined && !isDirectory(source)) {
    console.error(`error: ${source} of --source is not a directory that can be read.\n`);
    return 2;
  }
  const by: JudgeOptions = { settings, rules, waivers, baseline, failOn, source };
  const done = announce(inputs, console);
  const judge = async (deciding: Deciding): Promise<Judged[]> =>
    options.together === true || inputs.length === 1
      ? [judgeTogether(inputs, { ...by, ...deciding })]
      : judgeAll(inputs, { ...by, ...deciding }, progress(files.length, console));
  const judged = await judgeFrom(options.settingsFrom, by, judge, inputs);
  done();
  try {
    writeReports(judged, outputs, {
      files: by,
      out: console.out,
      style: { ...console.style, details: options.details ?? false },
    });
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  return worstOf(judged).exitCode;
}

/** Judges by the working tree, or by the files of a commit. */
async function judgeFrom(
  commit: string | undefined,
  by: JudgeOptions,
  judge: (deciding: Deciding) => Promise<Judged[]>,
  inputs: readonly Input[],
): Promise<Judged[]> {
  if (commit === undefined) return judge(by);
  try {
    return await judgeByBase(commit, by, judge);
  } catch (error) {
    if (!(error instanceof CouldNotJudge)) throw error;
    return [{ files: inputs.map(({ path }) => path), report: couldNotJudge([error.problem]) }];
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Input size in bytes above which a judgement takes noticeably long. */
const LONG = 20 << 20;

/** Maximum length of a file name in the progress line, which must not wrap. */
const NAME = 50;

/**
 * Shows the name and the size of a large input in the progress line.
 *
 * @returns a function that removes the line
 */
function announce(inputs: readonly Input[], { progress: show }: Console): () => void {
  const size = show === undefined ? 0 : inputs.reduce((sum, input) => sum + sizeOf(input), 0);
  if (show === undefined || size < LONG) return () => undefined;
  const [first] = inputs;
  const name = inputs.length === 1 && first !== undefined ? basename(first.path) : `${inputs.length} files`;
  const short = name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name;
  show(`judging ${short}, ${Math.round(size / 2 ** 20)} MB …`);
  return () => show('');
}

/** Shows progress in one line, which disappears at the end. */
function progress(total: number, { progress: show }: Console): (done: number) => void {
  return (done) => show?.(done < total ? `${done} of ${total}` : '');
}
