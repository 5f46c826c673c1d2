/**
 * A host for policies that OPA compiled to wasm (its ABI 1.2 and later). Of the SDK's, which the tests compare it with, it has
 * the synchronous half; it adds unsigned addresses, with which 4 GiB of memory can be used instead of 2. It
 * has no functions of its own: a policy that imports one is refused when it is loaded.
 */
import { reserveMemory } from './memory';
import { moduleOf, wasm, type Memory } from './webassembly';
import type { Json } from '../model';

interface Exports {
  readonly opa_wasm_abi_version?: { readonly value: number };
  readonly opa_wasm_abi_minor_version?: { readonly value: number };
  readonly builtins: () => number;
  readonly entrypoints: () => number;
  readonly opa_malloc: (bytes: number) => number;
  readonly opa_free: (address: number) => void;
  readonly opa_json_parse: (address: number, length: number) => number;
  readonly opa_json_dump: (value: number) => number;
  readonly opa_heap_ptr_get: () => number;
  readonly opa_heap_ptr_set: (address: number) => void;
  readonly opa_eval_ctx_new: () => number;
  readonly opa_eval_ctx_set_input: (context: number, value: number) => void;
  readonly opa_eval_ctx_set_data: (context: number, value: number) => void;
  readonly opa_eval_ctx_set_entrypoint: (context: number, id: number) => void;
  readonly opa_eval_ctx_get_result: (context: number) => number;
  readonly eval: (context: number) => number;
}

/** The policy needs more memory than it has. It must not be asked again. */
export class OutOfMemory extends Error {
  override readonly name = 'OutOfMemory';
}

/** A loaded policy. It may be asked any number of times, by one caller at a time. */
export class WasmPolicy {
  private readonly memory: Memory;
  private readonly exports: Exports;
  private readonly entrypoints: Readonly<Record<string, number>>;
  /** Where memory that lasts ends: what is behind it is the evaluation's. */
  private readonly base: number;
  private heap: number;
  private data: number;

  /**
   * @param policy what `opa build --target wasm` makes
   * @throws Error for another ABI, or a policy that needs functions of its host
   */
  constructor(policy: ArrayBuffer) {
    this.memory = reserveMemory();
    const { exports } = new wasm.Instance(moduleOf(policy), { env: this.imports() });
    // Declared by OPA for the ABI that is checked next.
    this.exports = exports as unknown as Exports;
    const { opa_wasm_abi_version: version, opa_wasm_abi_minor_version: minor } = this.exports;
    if (version?.value !== 1 || minor === undefined || minor.value < 2) {
      throw new Error(`the policy has ABI ${version?.value ?? '?'}.${minor?.value ?? '?'}, and 1.2 is needed`);
    }
    const needed = Object.keys(this.dump(this.exports.builtins()) as object);
    if (needed.length > 0) throw new Error(`the policy needs functions of its host: ${needed.join(', ')}`);
    this.entrypoints = this.dump(this.exports.entrypoints()) as Readonly<Record<string, number>>;
    this.base = this.heapEnd();
    this.heap = this.base;
    this.data = 0;
    this.setData(new TextEncoder().encode('{}'));
  }

  /**
   * Replaces the data of all evaluations to come.
   *
   * @param json text of a JSON object
   */
  setData(json: Uint8Array): void {
    this.exports.opa_heap_ptr_set(this.base);
    this.data = this.load(json);
    this.heap = this.heapEnd();
  }

  /**
   * Evaluates.
   *
   * @param entrypoint as `opa build` was told it, `gate/report`
   * @param json text of the input, in one piece or several
   * @returns the result set: `[]` where the entrypoint is undefined
   * @throws Error when the evaluation fails, or memory is not enough
   */
  evaluate(entrypoint: string, ...json: readonly Uint8Array[]): Json {
    const id = Object.hasOwn(this.entrypoints, entrypoint) ? this.entrypoints[entrypoint] : undefined;
    if (id === undefined) throw new Error(`the policy has no entrypoint ${entrypoint}`);
    const { exports } = this;
    exports.opa_heap_ptr_set(this.heap);
    // Parsed here: where opa_eval cannot parse its input it evaluates without one.
    const input = this.load(...json);
    const context = exports.opa_eval_ctx_new();
    exports.opa_eval_ctx_set_input(context, input);
    exports.opa_eval_ctx_set_data(context, this.data);
    exports.opa_eval_ctx_set_entrypoint(context, id);
    exports.eval(context);
    return this.dump(exports.opa_eval_ctx_get_result(context));
  }

  /** Bytes of memory that the last evaluation took: the same for the same input, whatever the machine does. */
  get used(): number {
    return this.heapEnd() - this.heap;
  }

  private load(...json: readonly Uint8Array[]): number {
    const { opa_malloc, opa_json_parse, opa_free } = this.exports;
    const length = json.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const text = unsigned(opa_malloc(length));
    const memory = new Uint8Array(this.memory.buffer);
    let end = text;
    for (const piece of json) {
      memory.set(piece, end);
      end += piece.byteLength;
    }
    const value = opa_json_parse(text, length);
    if (value === 0) throw new Error('what it was given is no JSON');
    // What was parsed refers to nothing of it.
    opa_free(text);
    return value;
  }

  private heapEnd(): number {
    return unsigned(this.exports.opa_heap_ptr_get());
  }

  private dump(value: number): Json {
    return JSON.parse(this.text(unsigned(this.exports.opa_json_dump(value)))) as Json;
  }

  /** The text that ends with a zero byte. */
  private text(address: number): string {
    if (address === 0) throw new Error('the policy gave no answer');
    // A view of its own: what searches a Buffer takes no offset above 2 GiB.
    const rest = Buffer.from(this.memory.buffer, address);
    const end = rest.indexOf(0);
    if (end < 0) throw new Error('the answer of the policy has no end');
    return rest.toString('utf8', 0, end);
  }

  private imports(): Record<string, unknown> {
    const refuse = (id: number): never => {
      throw new Error(`the policy called function ${id} of its host, and there is none`);
    };
    return {
      memory: this.memory,
      opa_abort: (address: number): never => {
        const reason = this.text(unsigned(address));
        throw reason.startsWith('opa_malloc') ? new OutOfMemory(reason) : new Error(reason);
      },
      // What `print` says is for whoever writes policies, with `opa eval`.
      opa_println: (_address: number): undefined => undefined,
      // With as many parameters as they are called with: V8 compiles a second wrapper for each that has others.
      opa_builtin0: (id: number, _context: number): never => refuse(id),
      opa_builtin1: (id: number, _context: number, _1: number): never => refuse(id),
      opa_builtin2: (id: number, _context: number, _1: number, _2: number): never => refuse(id),
      opa_builtin3: (id: number, _context: number, _1: number, _2: number, _3: number): never => refuse(id),
      opa_builtin4: (id: number, _context: number, _1: number, _2: number, _3: number, _4: number): never => refuse(id),
    };
  }
}

/** Wasm has one kind of 32-bit number, and JavaScript takes it as signed. */
function unsigned(address: number): number {
  return address >>> 0;
}
