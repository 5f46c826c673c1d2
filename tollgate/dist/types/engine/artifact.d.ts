import { type RuleInfo } from '../model';
/** The compiled policy with its catalog, both proven to be what `npm run policies` wrote. */
export interface Artifact {
    /** Exact bytes: the SDK takes nothing else without silently seeing nothing. */
    readonly wasm: ArrayBuffer;
    /** SHA-256 of the wasm, in hexadecimal. */
    readonly digest: string;
    readonly catalog: readonly RuleInfo[];
    /** Names of the settings that the policy reads, without `.json`. */
    readonly settings: readonly string[];
    /** Resource types whose attributes the policy reads; undefined when the manifest does not say: then it may be all. */
    readonly types: ReadonlySet<string> | undefined;
}
/**
 * Reads and verifies `policy.wasm`, `catalog.json` and `manifest.json`.
 *
 * @param directory where the three files are
 * @throws CouldNotJudge when one is missing, damaged, or not the one that the manifest names
 */
export declare function loadArtifact(directory: string): Artifact;
