import { type ReadStacks, type StackSource } from './terraform-json';
export type { ReadStacks } from './terraform-json';
/**
 * Reads every stack below `outdir`: not what the app says it wrote, but every file that Terraform would run there.
 *
 * @param outdir what CDKTF calls `outdir`
 * @throws CouldNotJudge when a file cannot be read as Terraform reads it
 */
export declare function readStacks(outdir: string): ReadStacks;
/**
 * Reads the directory of one stack: all files that Terraform would run there.
 *
 * @param name what the stack is called
 * @returns none where there is nothing that Terraform would run
 * @throws CouldNotJudge when a file cannot be read as Terraform reads it
 */
export declare function stackSources(directory: string, name: string): StackSource[];
