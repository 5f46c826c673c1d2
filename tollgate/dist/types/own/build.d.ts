import type { Artifact, Parts } from '../engine/artifact';
import { type OwnSources } from './sources';
/** The format of the compiled rules. */
export declare const FORMAT = 1;
/** The compiled rules, as files. */
export interface Built {
    readonly parts: Parts;
    /** Version of the OPA that compiled the rules. */
    readonly opa: string;
}
/**
 * Checks and compiles the rules.
 *
 * @param gate the compiled policy of the gate
 * @throws CouldNotJudge when OPA is missing, or a rule has a defect: with file, line and the text to write
 */
export declare function buildOwn(sources: OwnSources, gate: Artifact): Built;
/**
 * Calls `use` with a directory that has the library with the types of the team.
 *
 * @throws CouldNotJudge when OPA is missing, or a file cannot be parsed
 */
export declare function withLibrary<T>(sources: OwnSources, gate: Artifact, use: (workspace: string) => T): T;
