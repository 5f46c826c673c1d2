/** JSON that people write, of which every error can say where it is. */
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Json } from '../model';

/** A file as it was read. */
export interface LocatedJson {
  readonly path: string;
  readonly content: Json;
  /** `PATH:LINE:COLUMN` of what a JSON pointer leads to, as editors and terminals make a link of it. */
  at(pointer: string): string;
}

/**
 * Parses, and refuses two members of one name, of which `JSON.parse` would silently take the last.
 *
 * @param path what errors call the file
 * @throws Error of one line that begins with `PATH:LINE:COLUMN`
 */
export function parseLocated(path: string, text: string): LocatedJson {
  const root = strictTree(path, text);
  return {
    path,
    content: JSON.parse(text) as Json,
    at: (pointer) => place(path, text, (find(root, pointer) ?? root).offset),
  };
}

function strictTree(path: string, text: string): Node {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (root === undefined || first !== undefined) {
    const words = first === undefined ? 'it is empty' : inWords(printParseErrorCode(first.error));
    throw new Error(`${place(path, text, first?.offset ?? 0)} ${words}`);
  }
  const twice = duplicate(root);
  if (twice !== undefined) {
    throw new Error(`${place(path, text, twice.offset)} ${JSON.stringify(twice.value)} is there twice`);
  }
  return root;
}

/** The member that a pointer names, with its name; the element where it names one of a list. */
function find(root: Node, pointer: string): Node | undefined {
  let node: Node | undefined = root;
  for (const step of pointer.split('/').slice(1)) {
    if (node === undefined) return undefined;
    const member = step.replaceAll('~1', '/').replaceAll('~0', '~');
    node = findNodeAtLocation(node, [node.type === 'array' ? Number(member) : member]);
  }
  return node?.parent?.type === 'property' ? node.parent : node;
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

/** `CommaExpected` as `comma expected`. */
function inWords(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

function place(path: string, text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `${path}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
