import type { Json } from '../model';
/** Maximum nesting depth. Terraform's own plans stay below 60; the compiled policy fails near 4,000. */
export declare const MAX_DEPTH = 500;
/** Kinds of defects. The caller knows the origin of the file and says how to fix the defect. */
export type JsonDefect = 'truncated' | 'trailing' | 'malformed' | 'duplicate' | 'deep' | 'number' | 'surrogate';
/** The text is not JSON, or is JSON that different programs read differently. */
export declare class JsonTextError extends Error {
    readonly defect: JsonDefect;
    readonly name = "JsonTextError";
    constructor(defect: JsonDefect, message: string);
}
/**
 * Parses JSON.
 *
 * @throws JsonTextError naming the defect, with line and column if known
 */
export declare function parseJson(text: string): Json;
/** `line 3, column 14`, both starting at 1. */
export declare function place(text: string, offset: number): string;
