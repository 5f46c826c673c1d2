import { type JsonObject, type RuleInfo } from '../model';
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
    /** The whole manifest. */
    readonly manifest: JsonObject;
}
/** The files of a compiled policy. */
export declare const PARTS: readonly ["policy.wasm", "catalog.json", "manifest.json"];
/** Content of the files of a compiled policy. */
export type Parts = Readonly<Record<(typeof PARTS)[number], Buffer>>;
/**
 * Reads `policy.wasm`, `catalog.json` and `manifest.json` and checks the digests.
 *
 * @param directory directory of the three files
 * @param rebuild how to make the files again
 * @throws CouldNotJudge when a file is missing or damaged, or differs from the digest in the manifest
 */
export declare function loadArtifact(directory: string, rebuild?: string): Artifact;
/**
 * Checks the files of a compiled policy.
 *
 * @param rebuild how to make the files again
 * @throws CouldNotJudge when a file is damaged, or differs from the digest in the manifest
 */
export declare function artifactFrom(parts: Parts, rebuild?: string): Artifact;
