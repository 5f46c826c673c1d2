import { Command, CommanderError } from 'commander';
import { version } from '../package.json';
import type { TextStyle } from '../gate/report/human';
import { EXIT_CODES, registerCheck } from './check';
import { registerCompare } from './compare';
import { registerCompletion } from './completion';
import { registerDeploy } from './deploy';
import { registerExport } from './export';
import { registerRules } from './rules';

/** What the command line has to do with the world. */
export interface Console {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Everything that comes in by standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** Asks at the terminal; absent when there is none. */
  readonly ask?: (question: string) => Promise<string>;
  /** Shows in one line how far a long run is, in place of what it showed before; absent where nobody looks. */
  readonly progress?: (text: string) => void;
  readonly style: TextStyle;
}

/** The command line cannot be understood; nothing was judged. */
const USAGE = 2;

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
    .addHelpText('after', EXIT_CODES)
    .exitOverride();
  const done = (result: number): void => void (code = result);
  registerCheck(program, console, done);
  registerRules(program, console, done);
  registerCompare(program, console, done);
  registerDeploy(program, console, done);
  registerExport(program, console, done);
  registerCompletion(program, console, done);
  program.showHelpAfterError('`tollgate --help` says what there is.');
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return ['commander.helpDisplayed', 'commander.version'].includes(error.code) ? 0 : USAGE;
  }
  return code;
}
