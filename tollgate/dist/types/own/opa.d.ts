/** How to get OPA. */
export declare const GET_OPA: string;
/** An `opa` on the PATH. */
export interface Opa {
    /** `1.22.2` */
    readonly version: string;
    /** Whether the gate supports the version. */
    readonly supported: boolean;
}
/** The `opa` on the PATH; undefined if there is none that runs. */
export declare function findOpa(): Opa | undefined;
/**
 * @param why the consequence of a missing OPA
 * @returns the version
 * @throws CouldNotJudge when OPA is missing or is a version that the gate does not support
 */
export declare function requireOpa(why: string): string;
/** The result of a run of `opa`. */
export interface OpaRun {
    readonly ok: boolean;
    readonly out: string;
    readonly error: string;
}
/** Runs `opa`, which uses no network. */
export declare function opa(directory: string, words: readonly string[]): OpaRun;
