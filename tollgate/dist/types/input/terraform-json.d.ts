import { type JsonObject, type Problem, type StackDocument } from '../model';
/** A synthesized stack. */
export interface StackSource {
    readonly name: string;
    /** File that represents the stack in a report. */
    readonly file?: string;
    /** Contents of its files, which Terraform merges. */
    readonly contents: readonly JsonObject[];
    /** The comments (`//`) of its resources, in the shape of a file, when the files themselves have none. */
    readonly comments?: JsonObject;
}
/** The documents of all stacks, and the problems that prevent a verdict. */
export interface ReadStacks {
    readonly stacks: readonly StackDocument[];
    readonly problems: readonly Problem[];
}
/** Whether JSON is Terraform JSON, from CDKTF or written by hand, and nothing else. */
export declare function isTerraformJson(content: JsonObject): boolean;
/**
 * Reads all stacks of an app together, because a stack may read outputs of another stack.
 *
 * @throws CouldNotJudge for JSON that Terraform would refuse as well
 */
export declare function readSources(sources: readonly StackSource[]): ReadStacks;
