/** Merges settings files: each file states only what differs from the files before it. */
import type { LocatedJson } from './located-json';
import { type Json } from '../model';
/**
 * Merges a file over a value. Objects merge key by key. Lists, strings, numbers and booleans replace. Null replaces as well:
 * in limits and budgets null means _not declared_. An entry of a map (a schema with `additionalProperties` or
 * `patternProperties`, such as the rows of the price book) replaces the whole entry, and null removes the entry.
 *
 * @param schema JSON Schema of the value; undefined when the schema says nothing about keys
 */
export declare function overlaid(base: Json | undefined, over: Json, schema: Json | undefined): Json;
/**
 * The price book without its rows when the file is about another region: a row that the file lacks would otherwise have
 * the price of the first region.
 */
export declare function inheritedBy(over: Json, base: Json): Json;
/** The last of the files that has a value at a JSON pointer; undefined when none has. */
export declare function originOf(files: readonly LocatedJson[], pointer: string): LocatedJson | undefined;
/** A place in a merged value that one file decides. */
export interface Decided {
    /** JSON pointer, such as `/limits/group/maximum_ceiling`. */
    readonly pointer: string;
    readonly value: Json;
}
/** The values of merged settings: keys of objects down to lists, scalars, empty objects and entries of maps. */
export declare function decidedIn(value: Json, schema: Json | undefined, pointer?: string): Decided[];
/** Removes `$schema`, with which editors find the schema of a file. */
export declare function withoutSchema(content: Json): Json;
/** Whether a JSON pointer names an entry of a map, such as a row of the price book. */
export declare function isEntryOfMap(pointer: string, schema: Json | undefined): boolean;
