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
export declare function placeOf(entry: Pick<Judgement, 'source' | 'sourceMissing' | 'stack'>, judged: Judged): Place | undefined;
/** The judged file; undefined when the input is not a file. */
export declare function fileOf({ stack }: Pick<Judgement, 'stack'>, { files, report }: Judged): Place | undefined;
/** The words in front of a line. */
export declare function placeLabel({ of }: SourceLine): string;
/** {@link placeLabel} in a sentence. */
export declare function sourceWords(source: SourceLine): string;
/** `stacks/tiers/network.ts:42`. */
export declare function placeText({ file, line }: Place): string;
