/** Whether the wrapper printed the text. */
export declare function isWrapped(text: string): boolean;
/**
 * The output of the wrapped command.
 *
 * @param file name of the file in errors
 * @throws CouldNotJudge when the wrapper's copy of the output differs
 */
export declare function unwrap(text: string, file: string): string;
