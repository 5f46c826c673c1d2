import type { Judgement } from '../model';
/**
 * Inputs of a fingerprint. Lines, values and wording are excluded, because they change while the violation stays the
 * same.
 */
export type Fingerprinted = Pick<Judgement, 'id' | 'stack' | 'address' | 'path'>;
/** 32 hexadecimal digits, equal for the same rule, stack, address and path. */
export declare function fingerprint({ id, stack, address, path }: Fingerprinted): string;
