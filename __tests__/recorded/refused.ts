import type { Documents } from './archive';

/** Who cannot plan or apply an entry. */
export interface Refusal {
  /**
   * `terraform`: wrong for any provider. `provider`: the AWS provider itself refuses, as it would with a real account.
   * `version`: provider 6 takes what the recorded version does not know. `moto`: the local AWS alone refuses.
   */
  readonly by: 'terraform' | 'provider' | 'version' | 'moto';
  /** A part of the error that was recorded. */
  readonly says: string;
  /** Why there is nothing to judge. */
  readonly reason: string;
}

/** Every entry, by name, of which not all documents could be made. An entry that is no longer refused fails a test. */
export const REFUSED: Readonly<Record<string, Refusal>> = {};

/** Whether an entry is refused as the list says; a sentence about the difference otherwise. */
export function asListed(name: string, { refused }: Documents): string | undefined {
  const listed = REFUSED[name];
  if (refused === undefined) {
    return listed === undefined ? undefined : 'is no longer refused: take it from the list in recorded/refused.ts';
  }
  if (listed === undefined) return `is refused and not listed in recorded/refused.ts: ${refused}`;
  return refused.includes(listed.says) ? undefined : `is refused for another reason than listed: ${refused}`;
}
