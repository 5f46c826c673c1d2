/**
 * JSON text that means the same to every program that reads it. `JSON.parse` alone takes the last of two members with one
 * name, turns 1e999 into infinity, and accepts any depth, on which what comes after it would fail.
 */
import { printParseErrorCode, visit, type ParseErrorCode } from 'jsonc-parser';
import { duplicateMember, endOfString } from './duplicates';
import type { Json } from '../model';

/** Levels of nesting that are read. Terraform's own plans stay below 60; the compiled policy fails near 4,000. */
export const MAX_DEPTH = 500;

/** What is wrong with a text, so that whoever knows where it comes from can say how to fix it. */
export type JsonDefect = 'truncated' | 'trailing' | 'malformed' | 'duplicate' | 'deep' | 'number' | 'surrogate';

/** The text is no JSON, or JSON that different programs read differently. */
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
 * Parses.
 *
 * @throws JsonTextError saying what is wrong, with line and column where there is one
 */
export function parseJson(text: string): Json {
  const found = structure(text);
  const { members, depth } = found;
  if (depth > MAX_DEPTH) {
    throw new JsonTextError('deep', `it is nested ${depth} levels deep, and at most ${MAX_DEPTH} can be judged`);
  }
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    throw malformed(text, found, error);
  }
  // Every colon outside of a string made a member; where there are fewer members, one took another's place.
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

/** What the brackets of a text say, whether it is JSON or not. */
interface Structure {
  /** Colons outside of strings. */
  readonly members: number;
  readonly depth: number;
  /** Brackets that are not closed at the end. */
  readonly open: number;
  /** Where the first list or object ends; infinite when none does. */
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

/** Counts the members of all objects, and refuses on the way what no program could hand on unchanged. */
function countMembers(value: Json | undefined, surrogates: boolean): number {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new JsonTextError('number', 'it holds a number that is too large for a program to keep, such as 1e999');
  }
  if (surrogates && typeof value === 'string') requireCharacters(value);
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const element of value) count += countMembers(element, surrogates);
    return count;
  }
  // An object of JSON.parse inherits no member that a loop would see, and no list of its members has to be made.
  for (const name in value) {
    if (surrogates) requireCharacters(name);
    const member = value[name];
    // Most values hold nothing, and a call for each would take most of the time.
    const calls = surrogates || typeof member === 'number' || (typeof member === 'object' && member !== null);
    count += calls ? 1 + countMembers(member, surrogates) : 1;
  }
  return count;
}

function requireCharacters(text: string): void {
  if (/\p{Surrogate}/u.test(text)) {
    throw new JsonTextError('surrogate', 'a string holds half of a character (a lone surrogate)');
  }
}

function duplicate(text: string): JsonTextError {
  const found = duplicateMember(text);
  const what = found === undefined ? 'a member' : `the member ${JSON.stringify(found.name)}`;
  const where = found === undefined ? '' : ` (${place(text, found.offset)})`;
  return new JsonTextError('duplicate', `an object has ${what} twice${where}`);
}

/** Says it in words of its own: V8's differ from version to version and may quote a secret. */
function malformed(text: string, { open, end }: Structure, error: unknown): JsonTextError {
  let first: { code: ParseErrorCode; offset: number; length: number } | undefined;
  const options = { disallowComments: true, allowTrailingComma: false };
  visit(text, { onError: (code, offset, length) => (first ??= { code, offset, length }) }, options);
  if (first === undefined)
    return new JsonTextError('malformed', error instanceof Error ? error.message : String(error));
  const at = place(text, first.offset);
  if (first.offset >= end) {
    return new JsonTextError('trailing', `something follows after the end of the JSON (${at})`);
  }
  if (open > 0 && first.offset + first.length >= text.trimEnd().length) {
    return new JsonTextError('truncated', `it ends in the middle (${at})`);
  }
  const code = printParseErrorCode(first.code);
  const words = code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return new JsonTextError('malformed', `${words} (${at})`);
}

/** `line 3, column 14`, both from 1. */
export function place(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}
