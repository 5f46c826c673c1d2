/**
 * Runs policies that OPA compiled to wasm (ABI 1.2 and later). Implements the synchronous half of OPA's SDK (the tests
 * compare the two) with unsigned addresses, which allow 4 GiB of memory instead of 2. Provides no builtins: a policy
 * that imports one is refused at load time.
 */
import { reserveMemory } from './memory';
import { wasm, type Memory } from './webassembly';
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

/** The policy needs more memory than it has. The instance is unusable afterwards. */
export class OutOfMemory extends Error {
  override readonly name = 'OutOfMemory';
}

/** A loaded policy. Evaluations may be repeated, but not run concurrently. */
export class WasmPolicy {
  private readonly memory: Memory;
  private readonly exports: Exports;
  private readonly entrypoints: Readonly<Record<string, number>>;
  /** End of the permanent memory; everything above belongs to one evaluation. */
  private readonly base: number;
  private heap: number;
  private data: number;

  /**
   * @param policy output of `opa build --target wasm`
   * @throws Error for another ABI, or for a policy that needs builtins of its host
   */
  constructor(policy: ArrayBuffer) {
    this.memory = reserveMemory();
    const { exports } = new wasm.Instance(new wasm.Module(policy), { env: this.imports() });
    // OPA defines these exports for the ABI that the next lines check.
    this.exports = exports as unknown as Exports;
    const { opa_wasm_abi_version: version, opa_wasm_abi_minor_version: minor } = this.exports;
    if (version?.value !== 1 || minor === undefined || minor.value < 2) {
      throw new Error(
        `the policy has ABI ${version?.value ?? '?'}.${minor?.value ?? '?'}; the gate needs 1.2 or a later 1.x`,
      );
    }
    const needed = Object.keys(this.dump(this.exports.builtins()) as object);
    if (needed.length > 0)
      throw new Error(`the policy needs builtins that the gate does not provide: ${needed.join(', ')}`);
    this.entrypoints = this.dump(this.exports.entrypoints()) as Readonly<Record<string, number>>;
    this.base = this.heapEnd();
    this.heap = this.base;
    this.data = 0;
    this.setData(new TextEncoder().encode('{}'));
  }

  /**
   * Replaces the data for all later evaluations.
   *
   * @param json a JSON object as UTF-8
   */
  setData(json: Uint8Array): void {
    this.exports.opa_heap_ptr_set(this.base);
    this.data = this.load(json);
    this.heap = this.heapEnd();
  }

  /**
   * Evaluates an entrypoint.
   *
   * @param entrypoint as passed to `opa build`: `gate/report`
   * @param json the input as UTF-8, in one or several pieces
   * @returns the result set; `[]` when the entrypoint is undefined
   * @throws Error when the evaluation fails, or the memory is too small
   */
  evaluate(entrypoint: string, ...json: readonly Uint8Array[]): Json {
    const id = Object.hasOwn(this.entrypoints, entrypoint) ? this.entrypoints[entrypoint] : undefined;
    if (id === undefined) throw new Error(`the policy has no entrypoint ${entrypoint}`);
    const { exports } = this;
    exports.opa_heap_ptr_set(this.heap);
    // Parsed here, because opa_eval silently evaluates without input when it cannot parse the input.
    const input = this.load(...json);
    const context = exports.opa_eval_ctx_new();
    exports.opa_eval_ctx_set_input(context, input);
    exports.opa_eval_ctx_set_data(context, this.data);
    exports.opa_eval_ctx_set_entrypoint(context, id);
    exports.eval(context);
    return this.dump(exports.opa_eval_ctx_get_result(context));
  }

  /**
   * Bytes of memory that the last evaluation used. Deterministic: the same input gives the same number on every
   * machine.
   */
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
    if (value === 0) throw new Error('the input of the policy is not valid JSON');
    // Parsed values do not refer to their source.
    opa_free(text);
    return value;
  }

  private heapEnd(): number {
    return unsigned(this.exports.opa_heap_ptr_get());
  }

  private dump(value: number): Json {
    return JSON.parse(this.text(unsigned(this.exports.opa_json_dump(value)))) as Json;
  }

  /** The zero-terminated string at an address. */
  private text(address: number): string {
    if (address === 0) throw new Error('the policy gave no answer');
    // A view that starts at the address: Buffer searches accept no offset above 2 GiB.
    const rest = Buffer.from(this.memory.buffer, address);
    const end = rest.indexOf(0);
    if (end < 0) throw new Error('the answer of the policy is not terminated');
    return rest.toString('utf8', 0, end);
  }

  private imports(): Record<string, unknown> {
    const refuse = (id: number): never => {
      throw new Error(`the policy called the builtin ${id}, which the gate does not provide`);
    };
    return {
      memory: this.memory,
      opa_abort: (address: number): never => {
        const reason = this.text(unsigned(address));
        throw reason.startsWith('opa_malloc') ? new OutOfMemory(reason) : new Error(reason);
      },
      // `print` is for policy authors, who run `opa eval`.
      opa_println: (_address: number): undefined => undefined,
      // Declared with the exact number of parameters: V8 compiles a second wrapper for every mismatch.
      opa_builtin0: (id: number, _context: number): never => refuse(id),
      opa_builtin1: (id: number, _context: number, _1: number): never => refuse(id),
      opa_builtin2: (id: number, _context: number, _1: number, _2: number): never => refuse(id),
      opa_builtin3: (id: number, _context: number, _1: number, _2: number, _3: number): never => refuse(id),
      opa_builtin4: (id: number, _context: number, _1: number, _2: number, _3: number, _4: number): never => refuse(id),
    };
  }
}

/** Wasm has one 32-bit integer type, which JavaScript reads as signed. */
function unsigned(address: number): number {
  return address >>> 0;
}
