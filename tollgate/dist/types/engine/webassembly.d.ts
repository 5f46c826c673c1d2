/** The part of WebAssembly's JavaScript API that the gate uses. TypeScript declares the API in its DOM types only. */
/** Memory of an instance. Growing replaces the buffer. */
export interface Memory {
    readonly buffer: ArrayBuffer;
}
/** An instantiated module. */
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
/** The global of Node.js. */
export declare const wasm: Interface;
export {};
