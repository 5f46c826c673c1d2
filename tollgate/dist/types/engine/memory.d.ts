/** The memory of the policy. Reserved once; it never grows. */
import { type Memory } from './webassembly';
/**
 * Reserves the memory of one policy.
 *
 * @throws Error when the system grants no size
 */
export declare function reserveMemory(): Memory;
