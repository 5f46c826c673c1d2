import { Command, CommanderError } from 'commander';
import { version } from '../package.json';
import { EXIT_CODES } from './exit-codes';
import type { Console } from './program';

/** Adds a command to the program. `done` is told the exit code. */
type Register = (program: Command, console: Console, done: (code: number) => void) => void;

/** Where the commands are. Only what is asked for is loaded: loading all takes as long as judging a small plan. */
const COMMANDS: Readonly<Record<string, () => Register>> = {
  check: () => (require('./check') as { registerCheck: Register }).registerCheck,
  rules: () => (require('./rules') as { registerRules: Register }).registerRules,
  explain: () => (require('./rules') as { registerExplain: Register }).registerExplain,
  compare: () => (require('./compare') as { registerCompare: Register }).registerCompare,
  deploy: () => (require('./deploy') as { registerDeploy: Register }).registerDeploy,
  export: () => (require('./export') as { registerExport: Register }).registerExport,
  completion: () => (require('./completion') as { registerCompletion: Register }).registerCompletion,
};

/** Completion speaks of all commands, and so does the help. */
const NEEDS_ALL = 'completion';

/** The command line cannot be understood; nothing was judged. */
const USAGE = 2;

/**
 * Understands the command line and runs what it asks for.
 *
 * @param words the command line without the program
 * @returns the exit code
 */
export async function run(words: readonly string[], console: Console): Promise<number> {
  let code: number = USAGE;
  const program = new Command('tollgate')
    .description(
      'Judges Terraform plans: lets through only the declared network flows, and only at the declared price.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureOutput({ writeOut: console.out, writeErr: console.error })
    .addHelpText('after', EXIT_CODES)
    .exitOverride();
  const done = (result: number): void => void (code = result);
  const [first = ''] = words;
  const needed = Object.hasOwn(COMMANDS, first) && first !== NEEDS_ALL ? [first] : Object.keys(COMMANDS);
  for (const name of needed) COMMANDS[name]?.()(program, console, done);
  program.showHelpAfterError('`tollgate --help` says what there is.');
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return ['commander.helpDisplayed', 'commander.version'].includes(error.code) ? 0 : USAGE;
  }
  return code;
}
