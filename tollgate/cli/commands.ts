import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { registerCheck } from './check';
import { registerCompare } from './compare';
import { registerCompletion } from './completion';
import type { Console } from './console';
import { registerCost } from './cost';
import { registerDeploy } from './deploy';
import { EXIT_CODES } from './exit-codes';
import { registerExport } from './export';
import { registerInit } from './init';
import { registerExplain, registerRules } from './rules';
import { registerSettings } from './settings';
import { cleanLines } from '../report/clean';

/** Adds a command to the program. The command passes its exit code to `done`. */
type Register = (program: Command, console: Console, done: (code: number) => void) => void;

const COMMANDS: readonly Register[] = [
  registerCheck,
  registerInit,
  registerSettings,
  registerRules,
  registerExplain,
  registerCompare,
  registerCost,
  registerDeploy,
  registerExport,
  registerCompletion,
];

/** The exit code for an invalid command line. */
const USAGE = 2;

/**
 * Parses the command line and runs the command.
 *
 * @param words arguments after the program name
 * @returns the exit code
 */
export async function run(words: readonly string[], given: Console): Promise<number> {
  // Errors quote paths and parts of files.
  const console: Console = { ...given, error: (text) => given.error(cleanLines(text)) };
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
  for (const register of COMMANDS) register(program, console, done);
  program.showHelpAfterError('Run `tollgate --help` for the commands.');
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return ['commander.helpDisplayed', 'commander.version'].includes(error.code) ? 0 : USAGE;
  }
  return code;
}
