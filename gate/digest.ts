import type * as Crypto from 'node:crypto';

/** SHA-256 in hexadecimal. What computes it is loaded with the first: it takes a tenth of a small judgement, and few need one. */
export function sha256(bytes: Uint8Array | string): string {
  const { createHash } = require('node:crypto') as typeof Crypto;
  return createHash('sha256').update(bytes).digest('hex');
}
