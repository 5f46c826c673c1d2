import type { Json } from '../model';
/** A parsed file. */
export interface LocatedJson {
    readonly path: string;
    readonly content: Json;
    /** `PATH:LINE:COLUMN` of the value at a JSON pointer, or of the nearest value around it. Editors and terminals turn that into a link. */
    at(pointer: string): string;
}
/**
 * Parses JSON. Refuses duplicate keys, of which `JSON.parse` silently keeps the last.
 *
 * @param path name of the file in errors
 * @throws Error with a one-line message that begins with `PATH:LINE:COLUMN`
 */
export declare function parseLocated(path: string, text: string): LocatedJson;
