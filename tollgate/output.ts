/** Which reports a run writes and where: the same words for `tollgate check` and for the program of an app. */
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { makeDirectory } from './make-directory';
import { catalogOf, type GateFiles, type JudgeOptions } from './judge';
import { SEVERITIES, type Judged, type Severity } from './model';
import { FORMATS, isFormat, render, type Format } from './report/formats';
import type { TextStyle } from './report/human';

/** One report and where it goes. */
export interface Output {
  readonly format: Format;
  /** Absent: standard output. */
  readonly file?: string;
}

/** Words of the command line that choose reports. */
export interface OutputWords {
  /** `NAME` or `NAME=FILE`, each. */
  readonly format?: readonly string[] | undefined;
  /** Where the one without a file of its own goes in place of standard output. */
  readonly output?: string | undefined;
  /** The same as the format `json`. */
  readonly json?: boolean | undefined;
}

/** The command line asks for something that cannot be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Understands which reports are asked for. The text for people goes to standard output unless another does.
 *
 * @throws UsageError naming the word that cannot be understood
 */
export function outputsOf({ format = [], output, json = false }: OutputWords): Output[] {
  const asked = [...format.map(parseOutput), ...(json ? [{ format: 'json' as const }] : [])];
  const toStandard = asked.filter(({ file }) => file === undefined);
  if (toStandard.length > 1) {
    const [first, second] = toStandard;
    throw new UsageError(
      `${first?.format ?? ''} and ${second?.format ?? ''} would both go to standard output; give one a file: --format ${second?.format ?? ''}=FILE.`,
    );
  }
  const all: Output[] = toStandard.length === 0 ? [...asked, { format: 'human' }] : asked;
  const outputs = all.map((one) => (one.file === undefined && output !== undefined ? { ...one, file: output } : one));
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`two reports would go to ${twice}.`);
  return outputs;
}

function parseOutput(word: string): Output {
  const at = word.indexOf('=');
  const name = at < 0 ? word : word.slice(0, at);
  const file = at < 0 ? undefined : word.slice(at + 1);
  if (!isFormat(name)) throw new UsageError(`there is no format ${name || "''"}: choose from ${FORMATS.join(', ')}.`);
  if (file === '') throw new UsageError(`--format ${word} names no file.`);
  return file === undefined || file === '-' ? { format: name } : { format: name, file };
}

/** Where the words of a program lead: how it judges and what it writes. */
export interface Words {
  readonly outputs: readonly Output[];
  readonly judge: Pick<JudgeOptions, 'waivers' | 'baseline' | 'failOn'>;
}

/**
 * Understands the command line of a program that judges what it synthesizes.
 *
 * @param args without the program: `--format`, `--output`, `--json`, `--waivers`, `--baseline`, `--fail-on`
 * @throws UsageError for any other word
 */
export function wordsOf(args: readonly string[]): Words {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        format: { type: 'string', multiple: true },
        output: { type: 'string' },
        json: { type: 'boolean' },
        waivers: { type: 'string' },
        baseline: { type: 'string' },
        'fail-on': { type: 'string' },
      },
    });
    const { waivers, baseline, 'fail-on': least } = values;
    return { outputs: outputsOf(values), judge: { waivers, baseline, failOn: severityOf(least) } };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError when a word is no severity */
function severityOf(word: string | undefined): Severity | undefined {
  const severity = SEVERITIES.find((known) => known === word);
  if (word !== undefined && severity === undefined) {
    throw new UsageError(`there is no severity ${word}: choose from ${SEVERITIES.join(', ')}.`);
  }
  return severity;
}

/** Text in a file is for any reader. */
const FILE_STYLE: TextStyle = { colour: false, width: 100 };

/** Where reports are written and whose rules they explain. */
export interface Writing {
  readonly files: GateFiles;
  /** Writes to standard output. */
  readonly out: (text: string) => void;
  /** For text on standard output. */
  readonly style: TextStyle;
}

/**
 * Writes every report: files first, so that what is on the screen is the last word.
 *
 * @throws Error naming the first file that cannot be written, after all others are
 */
export function writeReports(judged: readonly Judged[], outputs: readonly Output[], writing: Writing): void {
  const catalog = outputs.some(({ format }) => format === 'sarif') ? catalogOf(writing.files) : [];
  const failures: Error[] = [];
  for (const { format, file } of outputs) {
    if (file === undefined) continue;
    try {
      makeDirectory(dirname(file));
      writeFileSync(file, render(format, judged, { version, catalog, style: FILE_STYLE }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.push(new Error(`${file} cannot be written: ${reason}. Name a place where you may write.`));
    }
  }
  for (const { format, file } of outputs) {
    if (file === undefined) writing.out(render(format, judged, { version, catalog, style: writing.style }));
  }
  const [first] = failures;
  if (first !== undefined) throw first;
}
