import type { Documents } from './archive';

/** A program that refuses to plan or apply an entry, and why. */
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
export const REFUSED: Readonly<Record<string, Refusal>> = {
  'address/ipv4-in-ipv6': network('IPv6', 'IPv4 inside of IPv6'),
  'address/ipv4-in-ipv6-of-no-tier': network('IPv6', 'IPv4 inside of IPv6'),
  'address/host-bits': network('IPv4', 'host bits'),
  'address/host-bits-on-the-declared-port': network('IPv4', 'host bits'),
  'address/leading-zeros': network('IPv4', 'leading zeros'),
  'the address of the Internet has host bits': network('IPv4', 'host bits'),
  'list/group-called-like-an-id': {
    by: 'provider',
    says: 'cannot begin with sg-',
    reason: 'A name that looks like the id of a group is refused by AWS and by the provider.',
  },
  'a rule is in a module whose files are missing': {
    by: 'terraform',
    says: 'terraform init failed',
    reason: 'The source of the module does not exist.',
  },
  'the ports of an inline rule are known at deployment only': {
    by: 'terraform',
    says: 'Cycle: ',
    reason: 'The load balancer and its group refer to each other.',
  },
  'the group has a count of 5': {
    by: 'terraform',
    says: 'Missing resource instance key',
    reason: 'An output names the group without an instance.',
  },
  'the database has a for_each over several names': {
    by: 'terraform',
    says: 'Missing resource instance key',
    reason: 'An output names the database without an instance.',
  },
  'a refresh replaces the root volumes of running instances': {
    by: 'version',
    says: 'expected strategy to be one of ["Rolling"], got ReplaceRootVolume',
    reason: 'Provider 6 takes the strategy: see provider-6.ts for the plan.',
  },
  'the listener has no target group': {
    by: 'terraform',
    says: 'Insufficient default_action blocks',
    reason: 'A listener needs an action.',
  },
};

/** The provider accepts only networks in canonical form. Other tests judge plans with other forms. */
function network(version: 'IPv4' | 'IPv6', form: string): Refusal {
  return {
    by: 'provider',
    says: `must be a valid ${version} CIDR that represents a network address`,
    reason: `The provider refuses ${form} in a rule of its own.`,
  };
}

/** Whether an entry is refused as the list says; a sentence about the difference otherwise. */
export function asListed(name: string, { refused }: Documents): string | undefined {
  const listed = REFUSED[name];
  if (refused === undefined) {
    return listed === undefined ? undefined : 'is no longer refused: take it from the list in recorded/refused.ts';
  }
  if (listed === undefined) return `is refused and not listed in recorded/refused.ts: ${refused}`;
  return refused.includes(listed.says) ? undefined : `is refused for another reason than listed: ${refused}`;
}
