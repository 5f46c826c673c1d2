import { sha256 } from '../digest';
import type { Judgement } from '../model';

/** What a fingerprint is made of: no line, no value and no wording, which all change while the violation stays the same. */
export type Fingerprinted = Pick<Judgement, 'id' | 'stack' | 'address' | 'path'>;

/** 32 hexadecimal digits that are the same for the same rule at the same place. */
export function fingerprint({ id, stack, address, path }: Fingerprinted): string {
  return sha256(JSON.stringify([id, stack, address, path])).slice(0, 32);
}
