/** The part of WebAssembly's JavaScript interface that the gate uses; TypeScript has it among the types of a browser only. */
declare namespace WebAssembly {
  class Memory {
    readonly buffer: ArrayBuffer;
    /** @param descriptor sizes in pages of 64 KiB */
    constructor(descriptor: { readonly initial: number; readonly maximum?: number });
    grow(pages: number): number;
  }

  class Module {
    constructor(bytes: ArrayBuffer);
  }

  class Instance {
    readonly exports: Readonly<Record<string, unknown>>;
    constructor(module: Module, imports: { readonly env: Readonly<Record<string, unknown>> });
  }
}
