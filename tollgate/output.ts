/**
 * Parses the options that choose reports and writes the reports. `tollgate check` and a CDKTF program take the same
 * options.
 */
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { makeDirectory } from './make-directory';
import { judgedCatalogOf, type GateFiles, type JudgeOptions } from './judge';
import { SEVERITIES, type Judged, type Severity } from './model';
import { FORMATS, isFormat, render, type Format } from './report/formats';
import type { TextStyle } from './report/human';

/** One report and its destination. */
export interface Output {
  readonly format: Format;
  /** Absent: standard output. */
  readonly file?: string;
}

/** Command-line options that choose reports. */
export interface OutputWords {
  /** Each entry is `NAME` or `NAME=FILE`. */
  readonly format?: readonly string[] | undefined;
  /** File for the report that names no file itself, instead of standard output. */
  readonly output?: string | undefined;
  /** Same as `--format json`. */
  readonly json?: boolean | undefined;
}

/** The command line is not valid. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Parses the options that choose reports. The human-readable report goes to standard output unless another report does.
 *
 * @throws UsageError naming the invalid option
 */
export function outputsOf({ format = [], output, json = false }: OutputWords): Output[] {
  const asked = [...format.map(parseOutput), ...(json ? [{ format: 'json' as const }] : [])];
  const toStandard = asked.filter(({ file }) => file === undefined);
  if (toStandard.length > 1) {
    const [first, second] = toStandard;
    throw new UsageError(
      `${first?.format ?? ''} and ${second?.format ?? ''} would both go to standard output. Give one of them a file: --format ${second?.format ?? ''}=FILE.`,
    );
  }
  const all: Output[] = toStandard.length === 0 ? [...asked, { format: 'human' }] : asked;
  const outputs = all.map((one) => (one.file === undefined && output !== undefined ? { ...one, file: output } : one));
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined)
    throw new UsageError(`two reports would go to the file ${twice}. Give each report a file of its own.`);
  return outputs;
}

function parseOutput(word: string): Output {
  const at = word.indexOf('=');
  const name = at < 0 ? word : word.slice(0, at);
  const file = at < 0 ? undefined : word.slice(at + 1);
  if (!isFormat(name)) throw new UsageError(`unknown format ${name || "''"}: choose from ${FORMATS.join(', ')}.`);
  if (file === '') throw new UsageError(`--format ${word} has no file name after "=". Write --format NAME=FILE.`);
  return file === undefined || file === '-' ? { format: name } : { format: name, file };
}

/** The parsed command line of a CDKTF program. */
export interface Words {
  readonly outputs: readonly Output[];
  /** Whether the human-readable report lists everything. */
  readonly details: boolean;
  readonly judge: Pick<JudgeOptions, 'waivers' | 'baseline' | 'failOn'>;
  /** Commit whose settings, waivers and baseline judge; absent: those of the working tree. */
  readonly settingsFrom?: string;
}

/**
 * Parses the command line of a program that judges its own synthesis.
 *
 * @param args arguments after the program name: `--format`, `--output`, `--json`, `--waivers`, `--baseline`,
 * `--settings-from`, `--fail-on`
 * @throws UsageError for any other argument
 */
export function wordsOf(args: readonly string[]): Words {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        format: { type: 'string', multiple: true },
        output: { type: 'string' },
        details: { type: 'boolean' },
        json: { type: 'boolean' },
        waivers: { type: 'string' },
        baseline: { type: 'string' },
        'settings-from': { type: 'string' },
        'fail-on': { type: 'string' },
      },
    });
    const { waivers, baseline, 'fail-on': least, 'settings-from': settingsFrom } = values;
    return {
      outputs: outputsOf(values),
      details: values.details ?? false,
      judge: { waivers, baseline, failOn: severityOf(least) },
      ...(settingsFrom === undefined ? {} : { settingsFrom }),
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError when the word is not a severity */
function severityOf(word: string | undefined): Severity | undefined {
  const severity = SEVERITIES.find((known) => known === word);
  if (word !== undefined && severity === undefined) {
    throw new UsageError(`unknown severity ${word}: choose from ${SEVERITIES.join(', ')}.`);
  }
  return severity;
}

/** Colours and the terminal width make no sense in a file. */
const FILE_STYLE: TextStyle = { colour: false, width: 100 };

/** Where the reports go. */
export interface Writing {
  readonly files: GateFiles;
  /** Writes to standard output. */
  readonly out: (text: string) => void;
  /** Style of reports on standard output. */
  readonly style: TextStyle;
}

/**
 * Writes every report, files first, so that the report on standard output comes last.
 *
 * @throws Error naming the first file that could not be written, after all other reports are written
 */
export function writeReports(judged: readonly Judged[], outputs: readonly Output[], writing: Writing): void {
  const { style } = writing;
  const catalog = outputs.some(({ format }) => format === 'sarif') ? judgedCatalogOf(writing.files) : [];
  const failures: Error[] = [];
  for (const { format, file } of outputs) {
    if (file === undefined) continue;
    try {
      makeDirectory(dirname(file));
      writeFileSync(
        file,
        render(format, judged, { version, catalog, style: { ...FILE_STYLE, details: style.details ?? false } }),
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.push(
        new Error(
          `${file} cannot be written: ${reason}. Choose a file in a directory where you have write permission.`,
        ),
      );
    }
  }
  for (const { format, file } of outputs) {
    if (file === undefined) writing.out(render(format, judged, { version, catalog, style }));
  }
  const [first] = failures;
  if (first !== undefined) throw first;
}
