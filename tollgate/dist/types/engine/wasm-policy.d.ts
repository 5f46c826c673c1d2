import type { Json } from '../model';
/** The policy needs more memory than it has. The instance is unusable afterwards. */
export declare class OutOfMemory extends Error {
    readonly name = "OutOfMemory";
}
/** A loaded policy. Evaluations may be repeated, but not run concurrently. */
export declare class WasmPolicy {
    private readonly memory;
    private readonly exports;
    private readonly entrypoints;
    /** End of the permanent memory; everything above belongs to one evaluation. */
    private readonly base;
    private heap;
    private data;
    /**
     * @param policy output of `opa build --target wasm`
     * @throws Error for another ABI, or for a policy that needs builtins of its host
     */
    constructor(policy: ArrayBuffer);
    /**
     * Replaces the data for all later evaluations.
     *
     * @param json a JSON object as UTF-8
     */
    setData(json: Uint8Array): void;
    /**
     * Evaluates an entrypoint.
     *
     * @param entrypoint as passed to `opa build`: `gate/report`
     * @param json the input as UTF-8, in one or several pieces
     * @returns the result set; `[]` when the entrypoint is undefined
     * @throws Error when the evaluation fails, or the memory is too small
     */
    evaluate(entrypoint: string, ...json: readonly Uint8Array[]): Json;
    /**
     * Bytes of memory that the last evaluation used. Deterministic: the same input gives the same number on every
     * machine.
     */
    get used(): number;
    private load;
    private heapEnd;
    private dump;
    /** The zero-terminated string at an address. */
    private text;
    private imports;
}
