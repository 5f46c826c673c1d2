/** The memory that a policy works in: asked for at once, and used from the beginning on. */
import { wasm, type Memory } from './webassembly';

/**
 * Pages of 64 KiB that are asked for at once, the first that the system grants. A page costs nothing before it is used, whereas
 * each growth afterwards costs a garbage collection: with small steps most of the time goes there. Nothing grows beyond: the
 * allocator of OPA adds to an address of 32 bits without looking whether it passes the end, and would then overwrite what is
 * there. The half GiB that is left is more than anything that it asks for at once.
 */
const PAGES = [57_000, 32_000, 16_000, 8_000, 4_000, 1_000];

/**
 * Memory for one policy.
 *
 * @throws Error when the system grants none
 */
export function reserveMemory(): Memory {
  for (const initial of PAGES) {
    try {
      return new wasm.Memory({ initial, maximum: initial });
    } catch (error) {
      // The system grants less: under `ulimit -v`, or with strict accounting of memory.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new Error('the system grants no memory');
}
