/** The facts as the policies find them, in the terms of the {@link ./resolver}. */
import type { Json, JsonObject } from '../../tollgate/model';
import type { AttachmentFact, Facts, GroupFact, Meaning, OpeningFact, PeerFact } from './resolver';

/** The entrypoint with the facts of the policies. */
export const FACTS = { file: '__tests__/oracle/facts.rego', entrypoint: 'facts/all' } as const;

/** The result of `facts.rego`. */
interface RegoFacts {
  readonly groups: readonly RegoGroup[];
  readonly openings: readonly RegoOpening[];
  readonly attachments: readonly RegoAttachment[];
}

interface RegoGroup {
  readonly address: string;
  readonly kind: GroupFact['kind'];
  readonly exact: readonly string[];
  readonly loose: readonly string[];
}

interface RegoOpening {
  readonly address: string;
  readonly direction: string;
  readonly group: readonly string[];
  readonly protocol: string;
  readonly ports: { readonly from: number; readonly to: number; readonly known: boolean };
  readonly peer: {
    readonly kind: PeerFact['kind'];
    readonly cidr: string;
    readonly link: readonly string[];
    readonly path: string;
  };
}

interface RegoAttachment {
  readonly tier: string;
  readonly address: string;
  readonly path: string;
  readonly link: readonly string[];
  readonly state: AttachmentFact['state'];
}

/**
 * Translates sets of names into groups.
 *
 * @param answer of `facts/all`
 */
export function regoFacts(answer: Json): Facts {
  const { groups, openings, attachments } = answer as unknown as RegoFacts;
  const means = (link: readonly string[]): Meaning => meaning(link, groups);
  return {
    groups: groups.map(({ address, kind }) => ({ address, kind })),
    openings: openings.map(({ address, direction, group, protocol, ports, peer }): OpeningFact => ({
      ...{ address, direction, group: means(group), protocol },
      ports: { from: ports.from, to: ports.to, known: ports.known },
      peer: peerFact(peer, means(group), means(peer.link)),
    })),
    attachments: attachments.map(({ tier, address, path, link, state }) => ({
      ...{ tier, address, path, state },
      means: means(link),
    })),
  };
}

/** A group that is named in another way than the rule's own is still that group: no rule tells the two apart. */
function peerFact({ kind, cidr, path }: RegoOpening['peer'], own: Meaning, means: Meaning): PeerFact {
  const some = means.groups.length + means.ids.length > 0 && !means.unsure;
  const isOwn =
    some && means.groups.every((group) => own.groups.includes(group)) && means.ids.every((id) => own.ids.includes(id));
  const nobody: Meaning = { groups: [], ids: [], unsure: false };
  // A group without a name or an id is unknown: a dynamic block leaves no reference.
  if (kind === 'group' && !some && !means.unsure) return { kind, cidr, means: { ...nobody, unsure: true }, path };
  return kind === 'group' && isOwn ? { kind: 'self', cidr, means: nobody, path } : { kind, cidr, means, path };
}

function meaning(link: readonly string[], groups: readonly RegoGroup[]): Meaning {
  const named = groups.filter(({ exact, loose }) => link.some((name) => exact.includes(name) || loose.includes(name)));
  const known = new Set(named.flatMap(({ exact, loose }) => [...exact, ...loose]));
  const others = link.filter((name) => !known.has(name));
  // A reason begins with "?"; the address of a resource that is not a group has dots.
  const isUnsure = (name: string): boolean => name.startsWith('?') || name.includes('.');
  return {
    groups: named.map(({ address }) => address).sort(),
    ids: others.filter((name) => !isUnsure(name)).sort(),
    unsure: others.some(isUnsure),
  };
}

/** Sorts both sides as JSON strings, so that a difference shows the element. */
export function comparable({ groups, openings, attachments }: Facts): { readonly [fact: string]: string[] } {
  const lines = (facts: readonly object[]): string[] => facts.map((fact) => JSON.stringify(ordered(fact))).sort();
  return { groups: lines(groups), openings: lines(openings), attachments: lines(attachments) };
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value as JsonObject).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, ordered(member)]));
}
