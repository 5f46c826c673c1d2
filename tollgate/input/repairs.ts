/**
 * Finds changes made outside of Terraform that the plan reverts. No verdict depends on them, so entries of an
 * unexpected shape are skipped.
 */
import { isObject, type Json, type JsonObject, type Repair } from '../model';

/** Returns the entries of `resource_changes` for some addresses. */
export type ChangesOf = (addresses: ReadonlySet<string>) => readonly JsonObject[];

/** A change of one resource, from `resource_drift` or `resource_changes`. */
interface Change {
  readonly address: string;
  readonly actions: readonly Json[];
  readonly before: Json;
  readonly after: Json;
  readonly unknown: Json;
  /** Marks of the sensitive parts, before and after. */
  readonly marks: readonly Json[];
}

/** @param drift entries of `resource_drift` */
export function repairsIn(drift: readonly Json[], changesOf: ChangesOf): Repair[] {
  const drifted = drift.flatMap(read);
  if (drifted.length === 0) return [];
  const changes = changesOf(new Set(drifted.map(({ address }) => address))).flatMap(read);
  const byAddress = new Map(changes.map((change) => [change.address, change]));
  return drifted.flatMap((outside) => {
    const planned = byAddress.get(outside.address);
    return planned === undefined ? [] : repairsOf(outside, planned);
  });
}

function read(entry: Json): Change[] {
  // A deposed object has the same address as the current one.
  if (!isObject(entry) || entry['mode'] !== 'managed' || 'deposed' in entry) return [];
  const { address, change } = entry;
  if (typeof address !== 'string' || !isObject(change) || !Array.isArray(change['actions'])) return [];
  const { actions, before = null, after = null, after_unknown: unknown = null } = change;
  const marks = [change['before_sensitive'] ?? null, change['after_sensitive'] ?? null];
  return [{ address, actions, before, after, unknown, marks }];
}

function repairsOf(outside: Change, planned: Change): Repair[] {
  const { address } = outside;
  if (outside.after === null) return planned.actions.includes('create') ? [{ address }] : [];
  if (!isObject(outside.before) || !isObject(outside.after) || !isObject(planned.after)) return [];
  const marks = [...outside.marks, ...planned.marks];
  const found = differences(outside.before, outside.after, []).flatMap((path): Repair[] => {
    const [there, then] = [at(outside.after, path), at(planned.after, path)];
    if (same(there, then) || anyOf(markAt(planned.unknown, path))) return [];
    const hidden = marks.map((mark) => markAt(mark, path));
    return [{ address, attribute: path.join('.'), found: shown(there, hidden), planned: shown(then, hidden) }];
  });
  // `tags_all` repeats the change of `tags`, with the default tags of the provider.
  const isTag = ({ attribute = '' }: Repair): boolean => /^tags(\.|$)/.test(attribute);
  return found.some(isTag) ? found.filter(({ attribute = '' }) => !/^tags_all(\.|$)/.test(attribute)) : found;
}

type Path = readonly string[];

/** Paths at which two values differ. Lists of several elements are compared as a whole. */
function differences(before: Json | undefined, after: Json | undefined, path: Path): Path[] {
  if (same(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === 1 && after.length === 1) {
    return differences(before[0], after[0], [...path, '0']);
  }
  const [old, now] = [before, after].map((value) => (isObject(value ?? null) ? (value as JsonObject) : undefined));
  if (old === undefined || now === undefined) return [path];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return names.flatMap((name) => differences(own(old, name), own(now, name), [...path, name]));
}

function same(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function own(value: Json, name: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(name)];
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function at(value: Json, path: Path): Json | undefined {
  let found: Json | undefined = value;
  for (const name of path) found = found === undefined ? undefined : own(found, name);
  return found;
}

/** The mark at a path, sensitive or unknown. A mark on an outer value covers all inner values. */
function markAt(mark: Json, path: Path): Json {
  let found: Json = mark;
  for (const name of path) {
    if (found === true) return true;
    found = own(found, name) ?? null;
  }
  return found;
}

/** Whether a mark covers any part. */
function anyOf(mark: Json): boolean {
  if (mark === true) return true;
  return isObject(mark) || Array.isArray(mark) ? Object.values(mark).some((inner) => anyOf(inner ?? null)) : false;
}

const SENSITIVE = '(sensitive)';

/** JSON without sensitive parts and without control characters. */
function shown(value: Json | undefined, marks: readonly Json[]): string {
  if (marks.includes(true)) return SENSITIVE;
  return JSON.stringify(masked(value ?? null, marks)).replace(/\p{C}/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

function masked(value: Json, marks: readonly Json[]): Json {
  if (marks.includes(true)) return SENSITIVE;
  const inner = (name: string): Json[] => marks.map((mark) => own(mark, name) ?? null);
  if (Array.isArray(value)) return value.map((element, index) => masked(element, inner(String(index))));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, masked(member ?? null, inner(name))]));
}
