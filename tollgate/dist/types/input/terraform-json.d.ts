import { type JsonObject, type Problem, type StackDocument } from '../model';
/** A stack as it was written. */
export interface StackSource {
    readonly name: string;
    /** File that stands for it in a report. */
    readonly file?: string;
    /** Its files, which Terraform reads as one. */
    readonly contents: readonly JsonObject[];
    /** The comment members (`//`) of its resources where the files themselves hold none: in the shape of a file. */
    readonly comments?: JsonObject;
}
/** The documents of all stacks, and what about them cannot be judged. */
export interface ReadStacks {
    readonly stacks: readonly StackDocument[];
    readonly problems: readonly Problem[];
}
/** Whether JSON is Terraform code, as CDKTF and people write it, and nothing else. */
export declare function isTerraformJson(content: JsonObject): boolean;
/**
 * Reads all stacks of an app together: a stack may read what another one puts out.
 *
 * @throws CouldNotJudge for JSON that Terraform would not accept either
 */
export declare function readSources(sources: readonly StackSource[]): ReadStacks;
