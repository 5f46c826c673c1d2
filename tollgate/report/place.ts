import { clean } from './clean';
import type { Judged, Judgement } from '../model';

/** A location in a file. */
export interface Place {
  /** With `/`; relative to the working directory if the file is below it. */
  readonly file: string;
  /** Absent when only the file is known. */
  readonly line?: number;
}

/**
 * The line of the program that created a resource, otherwise the judged file.
 *
 * @returns undefined when the input is not a file
 */
export function placeOf(
  { source, stack }: Pick<Judgement, 'source' | 'stack'>,
  { files, report }: Judged,
): Place | undefined {
  if (source !== undefined) return source;
  const file = report.stacks.find(({ name }) => name === stack)?.file ?? files[0];
  return file === undefined ? undefined : { file: clean(file.replaceAll('\\', '/')) };
}

/** `stacks/tiers/network.ts:42`. */
export function placeText({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`;
}
