/** Finds the argument of an attribute path in a block. */
import { type Json } from '../model';
import type { Block } from './body';
/** The line of an argument, or of the innermost block on the way to it that is written. */
export interface Found {
    readonly line: number;
    readonly of: 'argument' | 'block';
    /** Number of blocks that were entered. */
    readonly depth: number;
}
/**
 * @param path names and positions, as `['ingress', 0, 'cidr_blocks']`
 * @param value the planned value of the block, which tells blocks of one name apart; undefined when not known
 */
export declare function findArgument(block: Block, path: readonly (string | number)[], value: Json | undefined): Found;
