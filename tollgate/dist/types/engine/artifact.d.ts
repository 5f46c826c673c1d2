import { type RuleInfo } from '../model';
/** The compiled policy with its catalog. The digests of both match the manifest. */
export interface Artifact {
    /** The exact bytes: OPA's SDK silently reads nothing from any other view. */
    readonly wasm: ArrayBuffer;
    /** SHA-256 of the wasm, in hexadecimal. */
    readonly digest: string;
    readonly catalog: readonly RuleInfo[];
    /** Names of the settings that the policy reads, without `.json`. */
    readonly settings: readonly string[];
    /** Resource types whose attributes the policy reads; undefined when the manifest lists none, which means any type. */
    readonly types: ReadonlySet<string> | undefined;
}
/**
 * Reads `policy.wasm`, `catalog.json` and `manifest.json` and checks the digests.
 *
 * @param directory directory of the three files
 * @throws CouldNotJudge when a file is missing or damaged, or differs from the digest in the manifest
 */
export declare function loadArtifact(directory: string): Artifact;
