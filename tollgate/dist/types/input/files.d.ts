import { type ReadTypes } from './plan';
import { type ReadStacks, type StackSource } from './terraform-json';
import { type Problem, type StackDocument } from '../model';
/** One input of the gate. */
export interface Input {
    /** Path of a file or directory as given on the command line. Reports name the input by this path. */
    readonly path: string;
    /** The content, for an input that is not on disk, such as standard input. */
    readonly bytes?: Uint8Array;
}
/** The documents of several inputs, with the inputs that could not be read. */
export interface ReadInputs extends ReadStacks {
    /** Inputs that could not be read. Any such input prevents a verdict. */
    readonly unread: readonly Problem[];
}
/**
 * Reads inputs that form one system: plans, states, Terraform JSON, directories of synthesized stacks.
 *
 * @param types resource types whose attributes the policies read; attributes of other types are dropped
 */
export declare function readInputs(inputs: readonly Input[], types: ReadTypes): ReadInputs;
/**
 * Reads the content of one file.
 *
 * @param file name of the file in errors
 * @param name name of the document in reports
 * @throws CouldNotJudge for content that the gate cannot judge, naming the kind of content
 */
export declare function readDocument(bytes: Uint8Array, file: string, name: string, types: ReadTypes): StackDocument | StackSource;
