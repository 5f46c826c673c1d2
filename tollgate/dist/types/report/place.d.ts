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
export declare function placeOf({ source, stack }: Pick<Judgement, 'source' | 'stack'>, { files, report }: Judged): Place | undefined;
/** `stacks/tiers/network.ts:42`. */
export declare function placeText({ file, line }: Place): string;
