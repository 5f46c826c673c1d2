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
  readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => Memory;
  readonly Module: new (bytes: ArrayBuffer) => object;
  readonly Instance: new (module: object, imports: { readonly env: Readonly<Record<string, unknown>> }) => Instance;
}

/** What Node.js has as a global. */
export const wasm = (globalThis as unknown as { readonly WebAssembly: Interface }).WebAssembly;

/** A module and what it was compiled from. */
export interface Compiled {
  readonly bytes: Uint8Array;
  readonly module: object;
}

let known: Compiled | undefined;

/** From now on {@link compile} need not compile these bytes again. */
export function precompiled(compiled: Compiled | undefined): void {
  known = compiled;
}

/** The module of these very bytes. */
export function compile(bytes: ArrayBuffer): object {
  return known !== undefined && Buffer.compare(known.bytes, new Uint8Array(bytes)) === 0
    ? known.module
    : new wasm.Module(bytes);
}
