import { type Artifact } from '../engine/artifact';
import { type JsonObject, type RuleInfo } from '../model';
import { type OwnSources } from './sources';
/** The rules of a team, compiled. */
export interface OwnRules {
    readonly artifact: Artifact;
    /** The rules, with paths as the user named the directory. */
    readonly catalog: readonly RuleInfo[];
    /** Settings of the rules, by name. */
    readonly settings: JsonObject;
    readonly sources: OwnSources;
}
/** How to compile the rules of a directory. */
export declare function buildCommand(directory: string): string;
/**
 * Loads the compiled rules of a directory. Rules that are not compiled, or that changed since, are compiled now if `opa` is on
 * the PATH; nothing is written.
 *
 * @param gate the compiled policy of the gate
 * @throws CouldNotJudge when the compiled rules are damaged, belong to another version of the gate, or cannot be made
 */
export declare function loadOwnRules(directory: string, gate: Artifact): OwnRules;
