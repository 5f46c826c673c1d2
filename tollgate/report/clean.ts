/**
 * Makes strings from the judged input harmless to print, in every format: a plan may hold escape sequences of terminals,
 * commands of GitHub workflows and characters that change the direction of writing.
 */
import { sha256 } from '../digest';

/** Longer values are cut. */
const LONGEST = 1_000;

/** Control and format characters, line separators, characters for private use and halves of characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

const NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A GitHub runner reads `::name ...::` at the start of a line, after blanks; a report may break a line at any blank. */
const COMMAND = /(^|\s)::(?=[a-z][a-z-]*(\s[^\n]*)?::)/gi;

/** One line in which unprintable characters are escapes (`\u001b`), and nothing is a command of a GitHub workflow. */
export function clean(text: string): string {
  return withoutCommands(text.replace(UNPRINTABLE, escaped));
}

/** Like {@link clean}, but keeps line breaks. */
export function cleanLines(text: string): string {
  return withoutCommands(
    text.replace(UNPRINTABLE, (character) => (character === '\n' ? character : escaped(character))),
  );
}

/** Like {@link clean}, for a value that may be of any length: a long one is cut, with its length and its digest. */
export function cleanValue(text: string): string {
  if (text.length <= LONGEST) return clean(text);
  return `${clean(text.slice(0, LONGEST))}… (${text.length} characters, SHA-256 ${sha256(text).slice(0, 12)})`;
}

/** Every string of a value, and every key of an object, in one line each: see {@link clean}. */
export function cleanAll<T>(value: T): T {
  return mapped(value, clean) as T;
}

/** Like {@link cleanAll}, but keeps line breaks. */
export function cleanAllLines<T>(value: T): T {
  return mapped(value, cleanLines) as T;
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((element) => mapped(element, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [change(name), mapped(inner, change)]));
}

function withoutCommands(text: string): string {
  return text.replace(COMMAND, '$1: :').replaceAll('##[', '# #[');
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return NAMES[character] ?? units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
