/** A member that an object has twice: its name, and where the second one stands in the text. */
export interface DuplicateMember {
    readonly name: string;
    readonly offset: number;
}
/**
 * The first member that an object of a JSON text has twice, undefined when there is none. `JSON.parse` keeps the last of
 * two members with one name, other readers the first or both: such a text means different things to different programs.
 * Names are compared as what they mean: `"\u0061"` is `"a"`.
 *
 * @param text JSON that `JSON.parse` accepts
 */
export declare function duplicateMember(text: string): DuplicateMember | undefined;
/** Position after the quote that ends the string which begins at `start`; the end of the text when nothing does. */
export declare function endOfString(text: string, start: number): number;
