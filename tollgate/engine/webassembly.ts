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

const modules = new WeakMap<ArrayBuffer, object>();

/**
 * The module that some bytes are.
 *
 * @throws Error when they are none
 */
export function moduleOf(bytes: ArrayBuffer): object {
  const module = modules.get(bytes) ?? new wasm.Module(bytes);
  modules.set(bytes, module);
  return module;
}

/** What Node.js has as a global. */
export const wasm = (globalThis as unknown as { readonly WebAssembly: Interface }).WebAssembly;
