/**
 * Parses JSON that every program reads alike. `JSON.parse` alone keeps the last value of a duplicate key, turns 1e999
 * into infinity, and accepts any depth, which would overflow the stack later.
 */
import { printParseErrorCode, visit, type ParseErrorCode } from 'jsonc-parser';
import { duplicateMember, endOfString } from './duplicates';
import type { Json } from '../model';

/** Maximum nesting depth. Terraform's own plans stay below 60; the compiled policy fails near 4,000. */
export const MAX_DEPTH = 500;

/** Kinds of defects. The caller knows the origin of the file and says how to fix the defect. */
export type JsonDefect = 'truncated' | 'trailing' | 'malformed' | 'duplicate' | 'deep' | 'number' | 'surrogate';

/** The text is not JSON, or is JSON that different programs read differently. */
export class JsonTextError extends Error {
  override readonly name = 'JsonTextError';

  constructor(
    readonly defect: JsonDefect,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Parses JSON.
 *
 * @throws JsonTextError naming the defect, with line and column if known
 */
export function parseJson(text: string): Json {
  const found = structure(text);
  const { members, depth } = found;
  if (depth > MAX_DEPTH) {
    throw new JsonTextError('deep', `the JSON is nested ${depth} levels deep; the maximum is ${MAX_DEPTH}`);
  }
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    throw malformed(text, found, error);
  }
  // Every colon outside of strings belongs to a property. Fewer properties than colons mean a duplicate key.
  if (countMembers(value, SURROGATES.test(text)) !== members) throw duplicate(text);
  return value;
}

const SURROGATES = /\\u[dD][89a-fA-F]/;

const QUOTE = 0x22;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Facts from a scan of the brackets, for valid and invalid JSON alike. */
interface Structure {
  /** Number of colons outside of strings. */
  readonly members: number;
  readonly depth: number;
  /** Number of brackets that are still open at the end. */
  readonly open: number;
  /** Offset after the first complete list or object; infinite when there is none. */
  readonly end: number;
}

function structure(text: string): Structure {
  let members = 0;
  let depth = 0;
  let end = Infinity;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at) - 1;
        break;
      case COLON:
        members += 1;
        break;
      case OPEN_OBJECT:
      case OPEN_LIST:
        open += 1;
        if (open > depth) depth = open;
        break;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        open -= 1;
        if (open === 0 && end === Infinity) end = at + 1;
    }
  }
  return { members, depth, open, end };
}

/** Counts the properties of all objects. Refuses values that programs cannot pass on unchanged. */
function countMembers(value: Json | undefined, surrogates: boolean): number {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new JsonTextError('number', 'a number is too large for a double, such as 1e999');
  }
  if (surrogates && typeof value === 'string') requireCharacters(value);
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const element of value) count += countMembers(element, surrogates);
    return count;
  }
  // Objects of JSON.parse inherit no enumerable properties, so `for … in` is safe and needs no list of keys.
  for (const name in value) {
    if (surrogates) requireCharacters(name);
    const member = value[name];
    // Skips the recursive call for scalars, which are most of the values.
    const calls = surrogates || typeof member === 'number' || (typeof member === 'object' && member !== null);
    count += calls ? 1 + countMembers(member, surrogates) : 1;
  }
  return count;
}

function requireCharacters(text: string): void {
  if (/\p{Surrogate}/u.test(text)) {
    throw new JsonTextError('surrogate', 'a string contains half of a surrogate pair');
  }
}

function duplicate(text: string): JsonTextError {
  const found = duplicateMember(text);
  const what = found === undefined ? 'a key' : `the key ${JSON.stringify(found.name)}`;
  const where = found === undefined ? '' : ` (${place(text, found.offset)})`;
  return new JsonTextError('duplicate', `an object has ${what} twice${where}`);
}

/** Own wording, because V8's messages differ between versions and may quote a secret. */
function malformed(text: string, { open, end }: Structure, error: unknown): JsonTextError {
  let first: { code: ParseErrorCode; offset: number; length: number } | undefined;
  const options = { disallowComments: true, allowTrailingComma: false };
  visit(text, { onError: (code, offset, length) => (first ??= { code, offset, length }) }, options);
  if (first === undefined)
    return new JsonTextError('malformed', error instanceof Error ? error.message : String(error));
  const at = place(text, first.offset);
  if (first.offset >= end) {
    return new JsonTextError('trailing', `the file continues after the end of the JSON (${at})`);
  }
  if (open > 0 && first.offset + first.length >= text.trimEnd().length) {
    return new JsonTextError('truncated', `the JSON is incomplete (${at})`);
  }
  const code = printParseErrorCode(first.code);
  const words = code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return new JsonTextError('malformed', `${words} (${at})`);
}

/** `line 3, column 14`, both starting at 1. */
export function place(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}
