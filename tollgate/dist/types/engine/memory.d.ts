/** The memory that a policy works in: asked for at once, and used from the beginning on. */
import { type Memory } from './webassembly';
/**
 * Memory for one policy.
 *
 * @throws Error when the system grants none
 */
export declare function reserveMemory(): Memory;
