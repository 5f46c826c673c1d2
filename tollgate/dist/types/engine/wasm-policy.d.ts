import type { Json } from '../model';
/** The policy needs more memory than it has. It must not be asked again. */
export declare class OutOfMemory extends Error {
    readonly name = "OutOfMemory";
}
/** A loaded policy. It may be asked any number of times, by one caller at a time. */
export declare class WasmPolicy {
    private readonly memory;
    private readonly exports;
    private readonly entrypoints;
    /** Where memory that lasts ends: what is behind it is the evaluation's. */
    private readonly base;
    private heap;
    private data;
    /**
     * @param policy what `opa build --target wasm` makes
     * @throws Error for another ABI, or a policy that needs functions of its host
     */
    constructor(policy: ArrayBuffer);
    /**
     * Replaces the data of all evaluations to come.
     *
     * @param json text of a JSON object
     */
    setData(json: Uint8Array): void;
    /**
     * Evaluates.
     *
     * @param entrypoint as `opa build` was told it, `gate/report`
     * @param json text of the input, in one piece or several
     * @returns the result set: `[]` where the entrypoint is undefined
     * @throws Error when the evaluation fails, or memory is not enough
     */
    evaluate(entrypoint: string, ...json: readonly Uint8Array[]): Json;
    /** Bytes of memory that the last evaluation took: the same for the same input, whatever the machine does. */
    get used(): number;
    private load;
    private heapEnd;
    private dump;
    /** The text that ends with a zero byte. */
    private text;
    private imports;
}
