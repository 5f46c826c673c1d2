import type { Json } from '../model';
/** Levels of nesting that are read. Terraform's own plans stay below 60; the compiled policy fails near 4,000. */
export declare const MAX_DEPTH = 500;
/** What is wrong with a text, so that whoever knows where it comes from can say how to fix it. */
export type JsonDefect = 'truncated' | 'trailing' | 'malformed' | 'duplicate' | 'deep' | 'number' | 'surrogate';
/** The text is no JSON, or JSON that different programs read differently. */
export declare class JsonTextError extends Error {
    readonly defect: JsonDefect;
    readonly name = "JsonTextError";
    constructor(defect: JsonDefect, message: string);
}
/**
 * Parses.
 *
 * @throws JsonTextError saying what is wrong, with line and column where there is one
 */
export declare function parseJson(text: string): Json;
/** `line 3, column 14`, both from 1. */
export declare function place(text: string, offset: number): string;
