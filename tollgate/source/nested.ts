/** Finds the argument of an attribute path in a block. */
import { isObject, type Json, type JsonObject } from '../model';
import type { Block, Body, Constant } from './body';

/** The line of an argument, or of the innermost block on the way to it that is written. */
export interface Found {
  readonly line: number;
  readonly of: 'argument' | 'block';
  /** Number of blocks that were entered. */
  readonly depth: number;
}

/**
 * @param path names and positions, as `['ingress', 0, 'cidr_blocks']`
 * @param value the planned value of the block, which tells blocks of one name apart; undefined when not known
 */
export function findArgument(block: Block, path: readonly (string | number)[], value: Json | undefined): Found {
  let [inner, known, depth, line]: [Body, Json | undefined, number, number] = [block, value, 0, block.line];
  for (let at = 0; at < path.length; at += 1) {
    const name = path[at];
    if (typeof name === 'number') continue;
    known = isObject(known) ? known[name ?? ''] : undefined;
    const position = path[at + 1];
    const element = Array.isArray(known) && typeof position === 'number' ? known[position] : known;
    const same = blocksOf(inner).get(name ?? '') ?? [];
    const next = same.length <= 1 ? same[0] : chosen(same, element);
    if (next !== undefined) {
      inner = next.content;
      line = next.line;
      known = element;
      depth += 1;
      continue;
    }
    const argument = same.length > 0 ? undefined : inner.arguments.get(name ?? '');
    return argument === undefined ? { line, of: 'block', depth } : { line: argument.line, of: 'argument', depth };
  }
  return { line, of: 'block', depth };
}

/** A nested block, or a `dynamic` block and its content. */
interface Nested {
  readonly line: number;
  readonly content: Body;
}

/** Number of blocks of one name above which the blocks are not told apart: each finding would look at all of them. */
const MOST = 200;

const cache = new WeakMap<Body, Map<string, Nested[]>>();

function blocksOf(body: Body): Map<string, Nested[]> {
  let found = cache.get(body);
  if (found === undefined) {
    found = new Map();
    for (const block of body.blocks) {
      const isDynamic = block.type === 'dynamic' && block.labels.length === 1;
      const name = isDynamic ? (block.labels[0] ?? '') : block.type;
      const content = isDynamic ? (block.blocks.find(({ type }) => type === 'content') ?? block) : block;
      const before = found.get(name);
      if (before === undefined) found.set(name, [{ line: block.line, content }]);
      else before.push({ line: block.line, content });
    }
    cache.set(body, found);
  }
  return found;
}

/**
 * The block that an element of the plan comes from. The position does not tell: Terraform sorts the blocks of a set by
 * their values.
 *
 * @returns undefined when several blocks may be the one
 */
function chosen(same: readonly Nested[], element: Json | undefined): Nested | undefined {
  if (!isObject(element) || same.length > MOST) return undefined;
  const fits = same.map((nested) => ({ nested, fit: fitOf(nested.content, element) }));
  const whole = fits.filter(({ fit }) => fit === 'whole').map(({ nested }) => nested);
  const [first, ...rest] = whole;
  if (first !== undefined) {
    return rest.reduce(
      (most, nested) => (nested.content.arguments.size > most.content.arguments.size ? nested : most),
      first,
    );
  }
  const possible = fits.filter(({ fit }) => fit === 'possible');
  return possible.length === 1 ? possible[0]?.nested : undefined;
}

/** `whole`: all arguments are constants with the values of the element. */
function fitOf({ arguments: written, blocks }: Body, element: JsonObject): 'whole' | 'possible' | 'other' {
  let fit: 'whole' | 'possible' = blocks.length === 0 && written.size > 0 ? 'whole' : 'possible';
  for (const [name, { constant }] of written) {
    const is = constant();
    const value = element[name];
    const planned = is === undefined ? undefined : constantIn(value);
    if (is === undefined || planned === undefined) fit = 'possible';
    else if (keyOf(is) !== keyOf(planned)) return 'other';
  }
  return fit;
}

function constantIn(value: Json | undefined): Constant | undefined {
  if (!Array.isArray(value)) return scalarIn(value);
  const found = value.map(scalarIn);
  return found.some((one) => one === undefined) ? undefined : (found as string[]);
}

function scalarIn(value: Json | undefined): string | undefined {
  return value === null || typeof value === 'object' || value === undefined ? undefined : String(value);
}

function keyOf(constant: Constant): string {
  return JSON.stringify(typeof constant === 'string' ? constant : [...constant].sort());
}
