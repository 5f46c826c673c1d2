/** One line in which unprintable characters are escapes (`\u001b`), and nothing is a command of a GitHub workflow. */
export declare function clean(text: string): string;
/** Like {@link clean}, but keeps line breaks. */
export declare function cleanLines(text: string): string;
/** Like {@link clean}, for a value that may be of any length: a long one is cut, with its length and its digest. */
export declare function cleanValue(text: string): string;
/** Every string of a value, and every key of an object, in one line each: see {@link clean}. */
export declare function cleanAll<T>(value: T): T;
/** Like {@link cleanAll}, but keeps line breaks. */
export declare function cleanAllLines<T>(value: T): T;
