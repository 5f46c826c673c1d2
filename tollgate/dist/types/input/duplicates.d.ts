/** A duplicate key: its name, and the offset of the second occurrence. */
export interface DuplicateMember {
    readonly name: string;
    readonly offset: number;
}
/**
 * The first duplicate key in an object of a JSON text; undefined when there is none. `JSON.parse` keeps the last value
 * of a duplicate key, other parsers the first or both: programs disagree about such a file. Keys are compared after
 * unescaping: `"\u0061"` equals `"a"`.
 *
 * @param text JSON that `JSON.parse` accepts
 */
export declare function duplicateMember(text: string): DuplicateMember | undefined;
/**
 * Offset after the closing quote of the string that starts at `start`; the length of the text when no quote closes the
 * string.
 */
export declare function endOfString(text: string, start: number): number;
