import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Option, type Command } from 'commander';
import type { Console } from './console';
import { makeDirectory } from '../make-directory';
import { CouldNotJudge, unread } from '../model';
import { compareReports, type ComparedReport, type Comparison } from '../compare/compare';
import { compareHuman } from '../compare/human';
import { compareMarkdown } from '../comment/text';
import { readReport } from '../compare/read-report';

/** Options of `tollgate compare`. */
export interface CompareOptions {
  readonly format: CompareFormat;
  readonly output?: string;
}

const WRITERS = {
  human: (comparison: Comparison, style: Console['style']) => compareHuman(comparison, style),
  markdown: (comparison: Comparison) => compareMarkdown(comparison),
  json: (comparison: Comparison) => `${JSON.stringify(comparison, null, 2)}\n`,
} as const;

/** A form in which a comparison is written. */
export type CompareFormat = keyof typeof WRITERS;

const HELP = `
Both are what \`tollgate check --format json=FILE\` writes. It informs only: whether the head may pass, its own check says.

Exit codes:
  0  compared, whatever came out
  2  one of the reports cannot be read, or is of another version

Example:
  tollgate compare --format markdown base.json head.json`;

/** Adds `tollgate compare` to the program. */
export function registerCompare(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('compare')
    .summary('say what a change adds, fixes and costs')
    .description('Compares two JSON reports: what a change adds, fixes and costs.')
    .argument('<BASE>', 'JSON report of what was there before')
    .argument('<HEAD>', 'JSON report of what is to be')
    .addOption(new Option('--format <NAME>', 'form of the text').choices(Object.keys(WRITERS)).default('human'))
    .option('--output <FILE>', 'where to write it instead of standard output')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', HELP)
    .showHelpAfterError('`tollgate compare --help` says what there is.')
    .action((base: string, head: string, options: CompareOptions) => {
      done(compare(base, head, options, console));
    });
}

/**
 * Compares two files and writes what came out.
 *
 * @returns the exit code: 0 also for a head that is denied
 */
export function compare(base: string, head: string, { format, output }: CompareOptions, console: Console): 0 | 2 {
  try {
    const comparison = compareReports(read(base), read(head));
    if (output === undefined) console.out(WRITERS[format](comparison, console.style));
    else write(output, WRITERS[format](comparison, { ...console.style, colour: false }));
    return 0;
  } catch (error) {
    console.error(error instanceof CouldNotJudge ? `${error.message}\n` : `error: ${String(error)}\n`);
    return 2;
  }
}

function write(path: string, text: string): void {
  try {
    makeDirectory(dirname(path));
    writeFileSync(path, text);
  } catch (error) {
    throw new CouldNotJudge(
      `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
      'Whoever reads it would take an older one for it.',
      'Name a place where you may write.',
    );
  }
}

function read(path: string): ComparedReport {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw unread(path, error, 'Nothing can be compared with a report that is not there.');
  }
  return readReport(path, text);
}
