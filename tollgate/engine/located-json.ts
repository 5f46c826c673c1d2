/** Parses JSON files that people write, and locates values for error messages. */
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Json } from '../model';

/** A parsed file. */
export interface LocatedJson {
  readonly path: string;
  readonly content: Json;
  /** `PATH:LINE:COLUMN` of the value at a JSON pointer, or of the nearest value around it. Editors and terminals turn that into a link. */
  at(pointer: string): string;
}

/**
 * Parses JSON. Refuses duplicate keys, of which `JSON.parse` silently keeps the last.
 *
 * @param path name of the file in errors
 * @throws Error with a one-line message that begins with `PATH:LINE:COLUMN`
 */
export function parseLocated(path: string, text: string): LocatedJson {
  const content = plainContent(text);
  // The tree takes ten times as long as the content, and only an error needs a place.
  const root = content === undefined ? strictTree(path, text) : undefined;
  return {
    path,
    content: content ?? (JSON.parse(text) as Json),
    at: (pointer) => place(path, text, find(root ?? strictTree(path, text), pointer).offset),
  };
}

/** The content of a file without duplicate keys; undefined when the file must be read with care. */
function plainContent(text: string): Json | undefined {
  try {
    const content = JSON.parse(text) as Json;
    // A duplicate key is missing in the copy.
    return JSON.stringify(content) === text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1') ? content : undefined;
  } catch {
    return undefined;
  }
}

function strictTree(path: string, text: string): Node {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (root === undefined || first !== undefined) {
    const words = first === undefined ? 'the file is empty' : inWords(printParseErrorCode(first.error));
    throw new Error(`${place(path, text, first?.offset ?? 0)} ${words}`);
  }
  const twice = duplicate(root);
  if (twice !== undefined) {
    throw new Error(`${place(path, text, twice.offset)} the key ${JSON.stringify(twice.value)} is a duplicate`);
  }
  return root;
}

/** The property node at a pointer (key and value), or the element node in a list; the last that exists on the way. */
function find(root: Node, pointer: string): Node {
  let node = root;
  for (const step of pointer.split('/').slice(1)) {
    const member = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const below = findNodeAtLocation(node, [node.type === 'array' ? Number(member) : member]);
    if (below === undefined) break;
    node = below;
  }
  return node.parent?.type === 'property' ? node.parent : node;
}

function duplicate(node: Node): Node | undefined {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const name = child.type === 'property' ? child.children?.[0] : undefined;
    if (name !== undefined && seen.size === seen.add(name.value).size) return name;
    const below = duplicate(child);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** Turns `CommaExpected` into `comma expected`. */
function inWords(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

function place(path: string, text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `${path}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
