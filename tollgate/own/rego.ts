/** Syntax trees of Rego, as `opa parse` prints them. */
import { execFileSync } from 'node:child_process';
import { isObject, type Json, type JsonObject } from '../model';

/** A defect of a Rego file. */
export interface Trap {
  readonly file: string;
  /** Starts at 1. */
  readonly line: number;
  readonly reason: string;
}

/** A file with its `opa parse` output. */
export interface Parsed {
  readonly file: string;
  readonly tree: JsonObject;
}

/** Parses files with `opa parse`. */
export function parse(files: readonly string[]): Parsed[] {
  return files.map((file) => {
    const text = execFileSync('opa', ['parse', '--format', 'json', '--json-include', 'locations', file], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return { file, tree: JSON.parse(text) as JsonObject };
  });
}

/** Every object in a tree, outermost first. */
export function* nodes(tree: Json | undefined): Generator<JsonObject> {
  if (Array.isArray(tree)) for (const each of tree) yield* nodes(each);
  else if (isObject(tree)) {
    yield tree;
    for (const [name, each] of Object.entries(tree)) if (name !== 'location') yield* nodes(each);
  }
}

/** Line of a node; 1 if the node has none. */
export function lineOf(node: JsonObject): number {
  const location = node['location'];
  const row = isObject(location) ? location['row'] : undefined;
  return typeof row === 'number' ? row : 1;
}

/** The constant strings at the start of a reference: `['data', 'lib', 'plan']`, up to the first variable part. */
export function constantParts(value: Json | undefined): string[] {
  const parts = Array.isArray(value) ? value.filter(isObject) : [];
  const names: string[] = [];
  for (const [at, part] of parts.entries()) {
    if (typeof part['value'] !== 'string' || (at > 0 && part['type'] !== 'string')) break;
    names.push(part['value']);
  }
  return names;
}

/** `data.lib.plan` */
export function packageName(tree: JsonObject): string {
  const found = tree['package'];
  const path = isObject(found) && Array.isArray(found['path']) ? found['path'] : [];
  const names = path.map((part) => (isObject(part) && typeof part['value'] === 'string' ? part['value'] : '[_]'));
  return names.join('.');
}
