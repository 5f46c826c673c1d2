/** Merges settings files: each file states only what differs from the files before it. */
import type { LocatedJson } from './located-json';
import { isObject, type Json, type JsonObject } from '../model';

/**
 * Merges a file over a value. Objects merge key by key. Lists, strings, numbers and booleans replace. Null replaces as well:
 * in limits and budgets null means _not declared_. An entry of a map (a schema with `additionalProperties` or
 * `patternProperties`, such as the rows of the price book) replaces the whole entry, and null removes the entry.
 *
 * @param schema JSON Schema of the value; undefined when the schema says nothing about keys
 */
export function overlaid(base: Json | undefined, over: Json, schema: Json | undefined): Json {
  if (!isObject(base) || !isObject(over)) return over;
  const map = isMap(schema);
  const members = new Map(Object.entries(base));
  for (const [name, value] of Object.entries(over)) {
    if (value === undefined) continue;
    if (map && value === null) members.delete(name);
    else members.set(name, map ? value : overlaid(members.get(name), value, memberOf(schema, name)));
  }
  // Unlike an assignment, fromEntries keeps a key of the name __proto__, which the schema then refuses.
  return Object.fromEntries(members);
}

/**
 * The price book without its rows when the file is about another region: a row that the file lacks would otherwise have
 * the price of the first region.
 */
export function inheritedBy(over: Json, base: Json): Json {
  const [prices, region] = [member(base, 'prices'), member(member(over, 'prices'), 'region')];
  if (!isObject(base) || !isObject(prices) || region === undefined || region === prices['region']) return base;
  return { ...base, prices: { ...prices, rows: {} } };
}

function isMap(schema: Json | undefined): boolean {
  return isObject(schema) && (isObject(schema['additionalProperties']) || isObject(schema['patternProperties']));
}

function memberOf(schema: Json | undefined, name: string): Json | undefined {
  return member(member(schema, 'properties'), name);
}

function member(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The last of the files that has a value at a JSON pointer; undefined when none has. */
export function originOf(files: readonly LocatedJson[], pointer: string): LocatedJson | undefined {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [...files].reverse().find(({ content }) => has(content, steps));
}

function has(content: Json, steps: readonly string[]): boolean {
  let value: Json | undefined = content;
  for (const step of steps) {
    value = Array.isArray(value) ? value[Number(step)] : member(value, step);
    if (value === undefined) return false;
  }
  return true;
}

/** A place in a merged value that one file decides. */
export interface Decided {
  /** JSON pointer, such as `/limits/group/maximum_ceiling`. */
  readonly pointer: string;
  readonly value: Json;
}

/** The values of merged settings: keys of objects down to lists, scalars, empty objects and entries of maps. */
export function decidedIn(value: Json, schema: Json | undefined, pointer = ''): Decided[] {
  if (!isObject(value) || Object.keys(value).length === 0) return [{ pointer, value }];
  return Object.entries(value).flatMap(([name, below = null]) => {
    const place = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return isMap(schema) ? [{ pointer: place, value: below }] : decidedIn(below, memberOf(schema, name), place);
  });
}

/** Removes `$schema`, with which editors find the schema of a file. */
export function withoutSchema(content: Json): Json {
  if (!isObject(content) || typeof content['$schema'] !== 'string') return content;
  const { $schema: _, ...rest }: JsonObject = content;
  return rest;
}

/** Whether a JSON pointer names an entry of a map, such as a row of the price book. */
export function isEntryOfMap(pointer: string, schema: Json | undefined): boolean {
  let node = schema;
  for (const step of pointer.split('/').slice(1)) {
    if (isMap(node)) return true;
    node = memberOf(node, step);
  }
  return false;
}
