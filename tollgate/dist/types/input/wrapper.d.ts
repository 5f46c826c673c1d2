/** Whether a text was printed by the wrapper. */
export declare function isWrapped(text: string): boolean;
/**
 * What the wrapped command itself printed.
 *
 * @param file name of the file, for errors
 * @throws CouldNotJudge when the wrapper's own copy of it says something else
 */
export declare function unwrap(text: string, file: string): string;
