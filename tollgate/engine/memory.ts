/** The memory of the policy. Reserved once; it never grows. */
import { wasm, type Memory } from './webassembly';

/**
 * Sizes in pages of 64 KiB, tried in this order until the system grants one. An unused page costs nothing, but each
 * growth costs a garbage collection, which would take most of the time. The memory never grows further: OPA's allocator
 * adds to a 32-bit address without an overflow check and would overwrite other data. The largest size therefore leaves
 * half a GiB free, which is more than any single allocation.
 */
const PAGES = [57_000, 32_000, 16_000, 8_000, 4_000, 1_000];

/**
 * Reserves the memory of one policy.
 *
 * @throws Error when the system grants no size
 */
export function reserveMemory(): Memory {
  for (const initial of PAGES) {
    try {
      return new wasm.Memory({ initial, maximum: initial });
    } catch (error) {
      // The system grants less, for example under `ulimit -v`.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new Error('the system grants no memory for the policy');
}
