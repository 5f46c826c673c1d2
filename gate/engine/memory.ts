/** The memory that a policy works in: asked for at once, and used from the beginning on. */
import { closeSync, openSync, read } from 'node:fs';
import { wasm, type Memory } from './webassembly';

/**
 * Pages of 64 KiB that are asked for at once, the first that the system grants. A page costs nothing before it is used, whereas
 * each growth afterwards costs a garbage collection: with small steps most of the time goes there. Nothing grows beyond: the
 * allocator of OPA adds to an address of 32 bits without looking whether it passes the end, and would then overwrite what is
 * there. The half GiB that is left is more than anything that it asks for at once.
 */
const PAGES = [57_000, 32_000, 16_000, 8_000, 4_000, 1_000];

/** What a small input needs at most, and V8 does not take for a reason to collect garbage. */
const FEW_PAGES = [300];

/** Memory that evaluating a large plan takes, as a multiple of the size of the plan: 3.2 to 3.8 in the plans of `bench/`. */
const PER_BYTE = 3;

/** The longest that can be read at once. */
const LONGEST = 0x7fff_f000;

const touched = new WeakMap<ArrayBuffer, Memory>();

/**
 * Memory for one policy.
 *
 * @param policy the bytes of the policy
 * @param small whether it is asked about small inputs only
 * @throws Error when the system grants none
 */
export function memoryFor(policy: ArrayBuffer, small: boolean): Memory {
  if (small) return reserve(FEW_PAGES);
  const memory = touched.get(policy) ?? reserve(PAGES);
  touched.delete(policy);
  return memory;
}

/**
 * Touches memory that a policy is going to use, in a thread of its own. Of each page the system makes one when it is touched first,
 * which can take as long as what the policy does with it; meanwhile this thread can cut the input down. The memory is zero as before.
 *
 * @param policy the bytes of the policy; {@link memoryFor} gives this memory to who asks next for one for it
 * @param input bytes of the plan
 * @returns when nothing touches the memory any more, whether or not it could be done
 */
export async function touchAhead(policy: ArrayBuffer, input: number): Promise<void> {
  let zeros: number | undefined;
  try {
    zeros = openSync('/dev/zero', 'r');
    const memory = reserve(PAGES);
    const length = Math.min(input * PER_BYTE, process.availableMemory() / 4, memory.buffer.byteLength, LONGEST);
    await readInto(new Uint8Array(memory.buffer, 0, Math.floor(length)), zeros);
    touched.set(policy, memory);
  } catch {
    // A system without it, or without memory: then the policy touches its own, or says what is missing.
  } finally {
    if (zeros !== undefined) closeSync(zeros);
  }
}

function readInto(bytes: Uint8Array, file: number): Promise<void> {
  return new Promise((resolve) => {
    read(file, bytes, 0, bytes.length, null, () => resolve());
  });
}

function reserve(sizes: readonly number[]): Memory {
  for (const initial of sizes) {
    try {
      return new wasm.Memory({ initial, maximum: initial });
    } catch (error) {
      // The system grants less: under `ulimit -v`, or with strict accounting of memory.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new Error('the system grants no memory');
}
