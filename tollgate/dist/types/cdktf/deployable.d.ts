import { type Dirent } from 'node:fs';
/** Whether Terraform keeps a file or directory of this name, so that the gate never replaces or removes it. */
export declare function isKept(name: string): boolean;
/** The name in this process of a file on its way to `path`. */
export declare function draftOf(path: string): string;
/**
 * Removes the files that CDKTF writes for Terraform, and saved plans. Keeps state, plugins and assets of earlier runs.
 *
 * @param outdir output directory of the app
 */
export declare function removeDeployable(outdir: string): void;
/** A file that neither Terraform nor CDKTF nor the gate keeps in the output directory. */
export interface Stranger {
    /** Relative to the output directory. */
    readonly path: string;
    /** `link`: the directory of the stacks, or of one stack, is a symbolic link. */
    readonly kind: 'terraform' | 'data' | 'link';
    /** Differs after the file was written again. */
    readonly version: string;
}
/**
 * The strangers in an output directory: below `stacks` every file without a known purpose, above it the files that
 * Terraform would load.
 */
export declare function strangersIn(outdir: string): Stranger[];
/** Prefix of the directories beside `outdir` in which a synthesis is judged. The id of the process follows. */
export declare function unjudgedPrefix(outdir: string): string;
/**
 * Removes the directories of unjudged files that killed processes left beside `outdir`. A directory of a running process
 * stays.
 */
export declare function removeLeftovers(outdir: string): void;
/** The entries of a directory; none when the directory does not exist. */
export declare function entriesOf(directory: string): Dirent[];
