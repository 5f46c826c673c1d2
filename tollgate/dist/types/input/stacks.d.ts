import { type ReadStacks, type StackSource } from './terraform-json';
export type { ReadStacks } from './terraform-json';
/**
 * Reads every stack below `outdir`: every file that Terraform would run there, not only those in the manifest.
 *
 * @param outdir the `outdir` of the CDKTF app
 * @throws CouldNotJudge when a file cannot be read
 */
export declare function readStacks(outdir: string): ReadStacks;
/**
 * Reads the directory of one stack: all files that Terraform would run there.
 *
 * @param name name of the stack
 * @returns an empty list when the directory has no Terraform files
 * @throws CouldNotJudge when a file cannot be read
 */
export declare function stackSources(directory: string, name: string): StackSource[];
