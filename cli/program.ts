import { Command, CommanderError } from 'commander';
import { version } from '../package.json';
import type { TextStyle } from '../gate/report/human';
import { registerDeploy } from './deploy';
import { check, type CheckOptions } from './check';

/** What the command line has to do with the world. */
export interface Console {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Everything that comes in by standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** Asks at the terminal; absent when there is none. */
  readonly ask?: (question: string) => Promise<string>;
  readonly style: TextStyle;
}

/** The command line cannot be understood; nothing was judged. */
const USAGE = 2;

const CODES = `
Exit codes:
  0  every blocking rule passed
  1  at least one blocking rule found something, and everything could be judged
  2  something could not be judged, or the command line is wrong`;

const EXAMPLES = `
FILE is a plan or a state from \`terraform show -json\`, a synthesized cdk.tf.json, or a directory of synthesized stacks
such as cdktf.out; \`-\` is standard input. Several are judged apart, each as a system of its own.

Examples:
  terraform plan -out tfplan && terraform show -json tfplan | tollgate check -
  tollgate check --together network.json service.json
  tollgate check --settings our-limits/ plan.json`;

/**
 * Runs `tollgate`.
 *
 * @param words the command line without the program
 * @returns the exit code
 */
export async function tollgate(words: readonly string[], console: Console): Promise<number> {
  let code: number = USAGE;
  const program = new Command('tollgate')
    .description(
      'Judges Terraform plans: lets through only the declared network flows, and only at the declared price.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureOutput({ writeOut: console.out, writeErr: console.error })
    .addHelpText('after', CODES)
    .exitOverride();
  program
    .command('check')
    .summary('judge plans, states or synthesized stacks')
    .description('Judges Terraform plans, states and synthesized stacks.')
    .argument('<FILE...>', 'what to judge')
    .option('--settings <DIR>', "directory of your own flows, limits, budgets, …: each file replaces the gate's")
    .option('--together', 'judge all files as parts of one system, which may refer to each other')
    .option('--json', 'print the report as JSON')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `${EXAMPLES}\n${CODES}`)
    .showHelpAfterError('`tollgate check --help` says what there is.')
    .action(async (files: string[], options: CheckOptions) => {
      code = await check(files, options, console);
    });
  registerDeploy(program, console, (result) => {
    code = result;
  });
  program.showHelpAfterError('`tollgate --help` says what there is.');
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return ['commander.helpDisplayed', 'commander.version'].includes(error.code) ? 0 : USAGE;
  }
  return code;
}
