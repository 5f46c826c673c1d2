import { type ReadTypes } from './plan';
import { type ReadStacks, type StackSource } from './terraform-json';
import { type Problem, type StackDocument } from '../model';
/** Something to judge. */
export interface Input {
    /** Path of a file or a directory as it was given; what reports call it. */
    readonly path: string;
    /** What it holds where that is not at the path, as for standard input. */
    readonly bytes?: Uint8Array;
}
/** What was read of several inputs, or why one of them could not be read. */
export interface ReadInputs extends ReadStacks {
    /** Inputs that could not be read: then nothing about the others as a whole can be said. */
    readonly unread: readonly Problem[];
}
/**
 * Reads inputs that belong together: plans, states, Terraform JSON, directories of synthesized stacks.
 *
 * @param types resource types whose attributes the policies read; those of others are left away
 */
export declare function readInputs(inputs: readonly Input[], types: ReadTypes): ReadInputs;
/**
 * Reads the bytes of one file.
 *
 * @param file what errors call it
 * @param name what reports call it
 * @throws CouldNotJudge saying what it is instead, where it is nothing that can be judged
 */
export declare function readDocument(bytes: Uint8Array, file: string, name: string, types: ReadTypes): StackDocument | StackSource;
