/** Blocks and arguments of Terraform files with their lines, the same for both syntaxes. */
/** Where an argument is written. */
export interface Argument {
    /** Starts at 1. */
    readonly line: number;
    /** The value when it is written as a constant; undefined for every other expression. */
    readonly constant: () => Constant | undefined;
}
/** A constant, or a list of constants, as text: `80` and `"80"` are the same to Terraform. */
export type Constant = string | readonly string[];
/** The content of a block. */
export interface Body {
    /** By name; of two arguments of one name the first. */
    readonly arguments: ReadonlyMap<string, Argument>;
    /** In the order of the file. */
    readonly blocks: readonly Block[];
}
/** A block. */
export interface Block extends Body {
    readonly type: string;
    /** `["aws_instance", "web"]` of a resource. */
    readonly labels: readonly string[];
    /** Starts at 1. */
    readonly line: number;
}
/** A file that cannot be read. The message is a sentence without a full stop: `line 3 has a brace too many`. */
export declare class Unreadable extends Error {
    readonly name = "Unreadable";
}
