/** The part of `policies/lib` that rules of a team may use. */
export interface Library {
    /** `MAJOR.MINOR`: a name that is removed or changed is a new major version. */
    readonly version: string;
    /** Number of arguments by rule or function, by package below `lib`; 0 for a rule. */
    readonly packages: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
/** Reads the list of the library. */
export declare function readLibrary(policies?: string): Library;
