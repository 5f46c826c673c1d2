/** The part of WebAssembly's JavaScript interface that the gate uses; TypeScript has it among the types of a browser only. */
/** Memory of an instance. Its buffer is another one after it has grown. */
export interface Memory {
    readonly buffer: ArrayBuffer;
}
/** A module with its imports. */
export interface Instance {
    readonly exports: Readonly<Record<string, unknown>>;
}
interface Interface {
    readonly Memory: new (pages: {
        readonly initial: number;
        readonly maximum: number;
    }) => Memory;
    readonly Module: new (bytes: ArrayBuffer) => object;
    readonly Instance: new (module: object, imports: {
        readonly env: Readonly<Record<string, unknown>>;
    }) => Instance;
}
/**
 * The module that some bytes are.
 *
 * @throws Error when they are none
 */
export declare function moduleOf(bytes: ArrayBuffer): object;
/** What Node.js has as a global. */
export declare const wasm: Interface;
export {};
