import type { Json } from '../model';
/** A file as it was read. */
export interface LocatedJson {
    readonly path: string;
    readonly content: Json;
    /** `PATH:LINE:COLUMN` of what a JSON pointer leads to, as editors and terminals make a link of it. */
    at(pointer: string): string;
}
/**
 * Parses, and refuses two members of one name, of which `JSON.parse` would silently take the last.
 *
 * @param path what errors call the file
 * @throws Error of one line that begins with `PATH:LINE:COLUMN`
 */
export declare function parseLocated(path: string, text: string): LocatedJson;
