/**
 * Makes recordings stable: ids and times that AWS (here moto) makes up are the same in each recording. Ids keep
 * their form, so that no rule can tell.
 */
import { isObject, type Json } from '../../tollgate/model';

const PATTERNS: readonly RegExp[] = [
  // UUIDs.
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/,
  // vpc-0123456789abcdef0, i-…, r-rtb-…1080289494, and the short ids of old.
  /\b[a-z]{1,10}-(?:rtb-)?[0-9a-f]{17}(?:[0-9]{4,12})?\b/,
  /\b(?:sgrule|rtbassoc|eipassoc|eni-attach|vpce|fs|sgr|rslvr-[a-z]+)-[0-9a-f]{8,17}\b/,
  // The end of the ARNs of load balancers, listeners and target groups.
  /(?<=\/)[0-9a-f]{16}\b/,
  // Resource ids of databases.
  /\bdb-[A-Z0-9]{26}\b/,
];
const RANDOM = new RegExp(PATTERNS.map(({ source }) => source).join('|'), 'g');
const TIME = /\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)?/g;

/** The end of the ARN of a secret. */
const SECRET = /(?<=:secret:[\w!.-]+-)[A-Za-z]{6}(?=")/g;

/** Replaces every generated value of the documents by a stable one. A value that the sources name is not generated. */
export function steady<T>(documents: T, sources: string): T {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const rename = (token: string): string => {
    let name = names.get(token);
    if (name === undefined) {
      const form = token.replaceAll(/[0-9a-f]{8,}|[A-Z0-9]{26}/g, '*');
      const count = (counts.get(form) ?? 1000) + 1;
      counts.set(form, count);
      name = sources.includes(token) || /-0{13}/.test(token) ? token : numbered(token, count);
      names.set(token, name);
    }
    return name;
  };
  // A name follows from the address of the resource that the id belongs to: sets of ids have no order.
  for (const own of idsInOrder(documents as Json)) own.replaceAll(RANDOM, rename);
  const text = JSON.stringify(documents)
    .replaceAll(RANDOM, rename)
    .replaceAll(SECRET, 'aaaaaa')
    .replaceAll(TIME, (time) => (sources.includes(time) ? time : '2025-01-01T00:00:00Z'));
  return withSortedAttributes(JSON.parse(text) as Json) as T;
}

/** Terraform lists `relevant_attributes` in any order. */
function withSortedAttributes(documents: Json): Json {
  if (!isObject(documents)) return documents;
  return Object.fromEntries(
    Object.entries(documents).map(([name, document = null]) => {
      const attributes = isObject(document) ? document['relevant_attributes'] : undefined;
      if (!isObject(document) || !Array.isArray(attributes)) return [name, document];
      const sorted = attributes.map((each) => JSON.stringify(each)).sort();
      return [name, { ...document, relevant_attributes: sorted.map((each) => JSON.parse(each) as Json) }];
    }),
  );
}

/** The last digits count, the others are 0: as long as the token, and of the same kind. */
function numbered(token: string, count: number): string {
  const digits = token.replaceAll(/(?<![a-z])[0-9a-f]{4,}(?![a-z-])|[A-Z0-9]{26}/g, (run) =>
    String(count).padStart(run.length, '0').slice(-run.length),
  );
  return /^[0-9a-f]{8}-/.test(token) ? `00000000-0000-4000-8000-${String(count).padStart(12, '0')}` : digits;
}

/** The strings of each resource, by address: first the ids, then every other string. */
function idsInOrder(documents: Json): string[] {
  const owned: [address: string, texts: string[]][] = [];
  const visit = (value: Json | undefined): void => {
    if (Array.isArray(value)) value.forEach((member) => visit(member));
    if (value === undefined || !isObject(value)) return;
    const { address } = value;
    if (typeof address === 'string') {
      const change = isObject(value['change']) ? value['change'] : {};
      for (const holder of [value['values'], change['before'], change['after']]) {
        if (!isObject(holder)) continue;
        const { id, ...others } = holder;
        const texts = [
          id,
          ...Object.entries(others)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([, other]) => other),
        ];
        owned.push([address, texts.filter((text) => typeof text === 'string')]);
      }
    }
    Object.values(value).forEach((member) => visit(member));
  };
  visit(documents);
  owned.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return [...owned.map(([, [id = '']]) => id), ...owned.flatMap(([, texts]) => texts)];
}

/** Text that is the same for documents which differ in the order of lists only: sets of ids have no order. */
export function withoutOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(withoutOrder).sort().join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${withoutOrder(member)}`).join(',')}}`;
}
