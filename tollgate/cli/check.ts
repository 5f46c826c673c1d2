import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Input } from '../input/files';
import { STANDARD_INPUT } from '../input/not-a-plan';
import { judgeTogether, type JudgeOptions } from '../judge';
import { SEVERITIES, type ExitCode, type Severity } from '../model';
import { outputsOf, UsageError, writeReports, type Output } from '../output';
import { FORMATS } from '../report/formats';
import { worstOf } from '../report/summary';
import { EXIT_CODES } from './exit-codes';
import { judgeAll, sizeOf } from './parallel';
import type { Console } from './console';
import { expand, NoMatch } from './wildcards';

/** Options of `tollgate check`. */
export interface CheckOptions {
  readonly settings?: string;
  readonly waivers?: string;
  readonly baseline?: string;
  readonly failOn?: Severity;
  readonly together?: boolean;
  readonly format?: readonly string[];
  readonly output?: string;
  readonly json?: boolean;
}

const DASH = '-';

const EXAMPLES = `
FILE is a plan or a state from \`terraform show -json\`, a synthesized cdk.tf.json, or a directory of synthesized stacks
such as cdktf.out; \`-\` is standard input. Terraform JSON is judged with what Terraform would run beside it.
Several are judged apart, each as a system of its own, on all cores. A pattern in quotes stands for the files that it
matches.

Formats are ${FORMATS.join(', ')}. --format NAME prints to standard output,
--format NAME=FILE writes a file; several are written from one judgement. Text for people is printed unless another
format is.

Examples:
  terraform plan -out tfplan && terraform show -json tfplan | tollgate check -
  tollgate check 'plans/**/*.json'
  tollgate check --together network.json service.json
  tollgate check --settings our-limits/ plan.json
  tollgate check --format sarif=tollgate.sarif --format markdown=comment.md cdktf.out
  tollgate check --format json=baseline.json plan.json    accept what there is,
  tollgate check --baseline baseline.json plan.json       and from then on only what is new fails`;

/** Adds `tollgate check` to the program. */
export function registerCheck(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('check')
    .summary('judge plans, states or synthesized stacks')
    .description('Judges Terraform plans, states and synthesized stacks.')
    .argument('<FILE...>', 'what to judge')
    .option('--settings <DIR>', 'directory of your flows, limits, budgets, …: each file replaces the default')
    .option('--waivers <FILE>', 'exceptions to rules, in place of waivers.json of the settings')
    .option('--baseline <FILE>', 'JSON report of an earlier run: only what is new fails')
    .addOption(
      program
        .createOption('--fail-on <SEVERITY>', 'least severity that fails; the rest are warnings')
        .choices(SEVERITIES),
    )
    .option('--together', 'judge all files as parts of one system, which may refer to each other')
    .option(
      '--format <NAME[=FILE]>',
      'which report to print, or to write to FILE; may be repeated',
      (word: string, previous: readonly string[] | undefined) => [...(previous ?? []), word],
    )
    .option('--output <FILE>', 'where to write what would be printed')
    .option('--json', 'the same as --format json')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`)
    .showHelpAfterError('`tollgate check --help` says what there is.')
    .action(async (files: string[], options: CheckOptions) => {
      done(await check(files, options, console));
    });
}

/**
 * Judges files and writes what the gate says.
 *
 * @param paths files, directories, `-` for standard input
 * @returns the exit code: the worst of all judgements, where 2 (could not judge) is worse than 1 (denied)
 */
export async function check(paths: readonly string[], options: CheckOptions, console: Console): Promise<ExitCode> {
  let outputs: readonly Output[];
  try {
    outputs = outputsOf(options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`error: ${error.message}\n\`tollgate check --help\` says what there is.\n`);
    return 2;
  }
  if (paths.filter((path) => path === DASH).length > 1) {
    console.error('error: standard input (-) can be read only once.\n');
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
  const { waivers, baseline, failOn } = options;
  const by: JudgeOptions = { settings: options.settings, waivers, baseline, failOn };
  const done = announce(inputs, console);
  const judged =
    options.together === true || inputs.length === 1
      ? [judgeTogether(inputs, by)]
      : await judgeAll(inputs, by, progress(files.length, console));
  done();
  try {
    writeReports(judged, outputs, { files: by, out: console.out, style: console.style });
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  return worstOf(judged).exitCode;
}

/** Bytes of input from which on a judgement takes so long that somebody who looks would wonder. */
const LONG = 20 << 20;

/** Longest name of a file in the line about it, which must not be broken. */
const NAME = 50;

/**
 * Tells at a terminal what a long judgement is about, in one line.
 *
 * @returns removes the line
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

/** Tells at a terminal how far a long run is, in one line that is gone at the end. */
function progress(total: number, { progress: show }: Console): (done: number) => void {
  return (done) => show?.(done < total ? `${done} of ${total}` : '');
}
