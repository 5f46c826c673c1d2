import { type Json, type JsonObject } from '../model';
/** A defect of a Rego file. */
export interface Trap {
    readonly file: string;
    /** Starts at 1. */
    readonly line: number;
    readonly reason: string;
}
/** A file with its `opa parse` output. */
export interface Parsed {
    readonly file: string;
    readonly tree: JsonObject;
}
/** Parses files with `opa parse`. */
export declare function parse(files: readonly string[]): Parsed[];
/** Every object in a tree, outermost first. */
export declare function nodes(tree: Json | undefined): Generator<JsonObject>;
/** Line of a node; 1 if the node has none. */
export declare function lineOf(node: JsonObject): number;
/** The constant strings at the start of a reference: `['data', 'lib', 'plan']`, up to the first variable part. */
export declare function constantParts(value: Json | undefined): string[];
/** `data.lib.plan` */
export declare function packageName(tree: JsonObject): string;
