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

/** Name of an output format. */
export type CompareFormat = keyof typeof WRITERS;

const HELP = `
Both files are reports of \`tollgate check --format json=FILE\`. The comparison does not decide: the verdict is that of
the check of the head.

Exit codes:
  0  compared, whatever the verdict of the head
  2  a report could not be read, the comparison could not be written, or the command line is invalid

Example:
  tollgate compare --format markdown base.json head.json`;

/** Adds `tollgate compare` to the program. */
export function registerCompare(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('compare')
    .summary('show what a change adds, fixes and costs')
    .description('Compares two JSON reports: what a change adds, fixes and costs.')
    .argument('<BASE>', 'JSON report before the change')
    .argument('<HEAD>', 'JSON report after the change')
    .addOption(new Option('--format <NAME>', 'format of the comparison').choices(Object.keys(WRITERS)).default('human'))
    .option('--output <FILE>', 'write the comparison to FILE instead of standard output')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', HELP)
    .showHelpAfterError('Run `tollgate compare --help` for the options.')
    .action((base: string, head: string, options: CompareOptions) => {
      done(compare(base, head, options, console));
    });
}

/**
 * Compares two report files and writes the comparison.
 *
 * @returns the exit code: 0 even when the head is denied
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
      'Another program might read an older comparison at that path.',
      'Choose a file in a directory where you have write permission.',
    );
  }
}

function read(path: string): ComparedReport {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw unread(path, error, 'A comparison needs both reports.');
  }
  return readReport(path, text);
}
