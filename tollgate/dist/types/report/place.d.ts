import type { Judged, Judgement } from '../model';
/** Where something is, as a person or a program finds it. */
export interface Place {
    /** With `/`; relative to the directory of the run where it is in it. */
    readonly file: string;
    /** Absent when it is only known to be somewhere in the file. */
    readonly line?: number;
}
/**
 * The line of the program that made a resource, else the file that was judged.
 *
 * @returns undefined when nothing was judged that has a file
 */
export declare function placeOf({ source, stack }: Pick<Judgement, 'source' | 'stack'>, { files, report }: Judged): Place | undefined;
/** `stacks/tiers/network.ts:42`. */
export declare function placeText({ file, line }: Place): string;
