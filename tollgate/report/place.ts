import { clean } from './clean';
import type { Judged, Judgement, SourceLine } from '../model';

/** A location in a file. */
export interface Place {
  /** With `/`; relative to the working directory if the file is below it. */
  readonly file: string;
  /** Absent when only the file is known. */
  readonly line?: number;
}

/**
 * The line of the repository, otherwise the judged file.
 *
 * @returns undefined when the input is not a file, and when sources were searched and have no line
 */
export function placeOf(
  entry: Pick<Judgement, 'source' | 'sourceMissing' | 'stack'>,
  judged: Judged,
): Place | undefined {
  if (entry.source !== undefined) return entry.source;
  return entry.sourceMissing === undefined ? fileOf(entry, judged) : undefined;
}

/** The judged file; undefined when the input is not a file. */
export function fileOf({ stack }: Pick<Judgement, 'stack'>, { files, report }: Judged): Place | undefined {
  const file = report.stacks.find(({ name }) => name === stack)?.file ?? files[0];
  return file === undefined ? undefined : { file: clean(file.replaceAll('\\', '/')) };
}

/** The words in front of a line. */
export function placeLabel({ of }: SourceLine): string {
  return of === undefined ? 'created at' : of === 'module call' ? 'called at' : 'source';
}

/** {@link placeLabel} in a sentence. */
export function sourceWords(source: SourceLine): string {
  const label = placeLabel(source);
  return label === 'source' ? 'at' : label;
}

/** `stacks/tiers/network.ts:42`. */
export function placeText({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`;
}
