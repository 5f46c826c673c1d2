/** Directory of the compiled rules, below the directory of the rules. */
export declare const BUILT = "built";
/** Directory of the settings of the rules, below the directory of the rules. */
export declare const SETTINGS = "settings";
/** The files of a team's rules. */
export interface OwnSources {
    /** As the user named it. */
    readonly directory: string;
    /** Text of the rules by path below the directory, with slashes, sorted; without tests. */
    readonly rules: ReadonlyMap<string, string>;
    /** Like `rules`, the tests. */
    readonly tests: ReadonlyMap<string, string>;
    /** SHA-256 of the rules. */
    readonly digest: string;
}
/**
 * Reads the Rego files of a directory.
 *
 * @throws CouldNotJudge when the directory cannot be read or has no rules
 */
export declare function readOwnSources(directory: string): OwnSources;
