/**
 * Finds the blocks and arguments of a `.tf.json` file with their lines.
 *
 * Source: https://developer.hashicorp.com/terraform/language/syntax/json
 */
import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { Unreadable, type Argument, type Block, type Body, type Constant } from './body';

/** Number of labels of the blocks that hold or call resources. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  module: 1,
  variable: 1,
  output: 1,
  check: 1,
};

/** @throws Unreadable for content that is not JSON */
export function readTerraformJson(text: string): Body {
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text.replace(/^\ufeff/, ' '), errors);
  } catch {
    throw new Unreadable('the file is nested too deeply');
  }
  const lines = new Lines(text);
  const [first] = errors;
  if (first !== undefined) throw new Unreadable(`line ${lines.at(first.offset)} is not JSON`);
  const blocks: Block[] = [];
  for (const object of objectsIn(root)) {
    for (const { name, value } of members(object)) {
      const labels = LABELS[name];
      if (labels !== undefined) labelled(name, [], labels, value, lines, blocks);
    }
  }
  return { arguments: new Map(), blocks };
}

function labelled(
  type: string,
  labels: readonly string[],
  missing: number,
  node: Node,
  lines: Lines,
  into: Block[],
): void {
  for (const object of objectsIn(node)) {
    if (missing === 0) into.push(blockOf(type, labels, object, lines));
    else {
      for (const { name, value } of members(object)) {
        labelled(type, [...labels, name], missing - 1, value, lines, into);
      }
    }
  }
}

/** The line of a block is that of its name, or of its brace in a list. */
function blockOf(type: string, labels: readonly string[], object: Node, lines: Lines): Block {
  const named = object.parent?.type === 'property' ? object.parent : object;
  let body: Body | undefined;
  const content = (): Body => (body ??= bodyOf(object, lines));
  return {
    ...{ type, labels, line: lines.at(named.offset) },
    // Most blocks are never looked into.
    get arguments() {
      return content().arguments;
    },
    get blocks() {
      return content().blocks;
    },
  };
}

/** An object may be a block or a value, which only the schema of the provider tells: it counts as both. */
function bodyOf(object: Node, lines: Lines): Body {
  const args = new Map<string, Argument>();
  const blocks: Block[] = [];
  for (const { name, value, offset } of members(object)) {
    if (!args.has(name)) args.set(name, { line: lines.at(offset), constant: () => constantOf(value) });
    for (const inner of objectsIn(value)) {
      if (name !== 'dynamic' && name !== 'data') blocks.push(blockOf(name, [], inner, lines));
      else labelled(name, [], name === 'data' ? 2 : 1, inner, lines, blocks);
    }
  }
  return { arguments: args, blocks };
}

/** The object, or the objects of the list. */
function objectsIn(node: Node | undefined): Node[] {
  if (node?.type === 'object') return [node];
  return node?.type === 'array' ? (node.children ?? []).filter(({ type }) => type === 'object') : [];
}

function members(object: Node): { name: string; value: Node; offset: number }[] {
  return (object.children ?? []).flatMap(({ children = [], offset }) => {
    const [name, value] = children;
    return value === undefined ? [] : [{ name: String(name?.value), value, offset }];
  });
}

function constantOf(node: Node): Constant | undefined {
  if (node.type !== 'array') return scalar(node);
  const found = (node.children ?? []).map(scalar);
  return found.some((value) => value === undefined) ? undefined : (found as string[]);
}

function scalar({ type, value }: Node): string | undefined {
  if (type !== 'string' && type !== 'number' && type !== 'boolean') return undefined;
  const text = String(value);
  return /[$%]\{/.test(text) ? undefined : text;
}

class Lines {
  private readonly starts = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  at(offset: number): number {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
