/** Hides the values that Terraform marks as sensitive in the strings of a report. */

import { SENSITIVE } from '../model';

/** Shorter values, and numbers, are hidden where they are a whole word. */
const SHORT = 4;

/** Words of a few public possibilities, which would otherwise be hidden everywhere. */
const VOCABULARY: ReadonlySet<string> = new Set(['tcp', 'udp', 'icmp', 'icmpv6', 'any', 'all', '-1', 'true', 'false']);

/** Hides sensitive values. */
export interface Concealer {
  /** The text with each sensitive value replaced. */
  readonly within: (text: string) => string;
  /** {@link SENSITIVE} for a string that contains any sensitive value, otherwise the string. */
  readonly whole: (text: string) => string;
}

/** @param values the sensitive values of all inputs of the report */
export function concealer(values: Iterable<string>): Concealer {
  const words = new Set<string>();
  const byStart = new Map<string, string[]>();
  for (const value of new Set(values)) {
    if (VOCABULARY.has(value.toLowerCase())) continue;
    if (value.length < SHORT || /^-?[\d.]+$/.test(value)) {
      words.add(value);
      continue;
    }
    const start = value.slice(0, SHORT).toLowerCase();
    byStart.set(start, [...(byStart.get(start) ?? []), value.toLowerCase()]);
  }
  // The longest first: one value may start with another.
  for (const [start, found] of byStart)
    byStart.set(
      start,
      found.sort((a, b) => b.length - a.length),
    );
  if (words.size === 0 && byStart.size === 0) return { within: String, whole: String };
  const within = (text: string): string => hideWords(hideLong(text, byStart), words);
  return { within, whole: (text) => (within(text) === text ? text : SENSITIVE) };
}

/** The policies write some values in lower case. */
function hideLong(text: string, byStart: ReadonlyMap<string, readonly string[]>): string {
  const lower = text.toLowerCase();
  // Some characters have another length in lower case: then the whole text is compared by itself.
  if (lower.length !== text.length)
    return [...byStart.values()].some((found) => found.some((value) => lower.includes(value))) ? SENSITIVE : text;
  let hidden = '';
  let from = 0;
  for (let at = 0; at + SHORT <= text.length; at++) {
    const value = byStart.get(lower.slice(at, at + SHORT))?.find((candidate) => lower.startsWith(candidate, at));
    if (value === undefined) continue;
    hidden += text.slice(from, at) + SENSITIVE;
    from = at + value.length;
    at = from - 1;
  }
  return hidden + text.slice(from);
}

function hideWords(text: string, words: ReadonlySet<string>): string {
  if (words.size === 0) return text;
  return text.replace(/[^\s,;()"]+/g, (word) => {
    const parts = [word, ...(/^\d+-\d+$/.test(word) ? word.split('-') : [])];
    return parts.some((part) => words.has(part)) ? SENSITIVE : word;
  });
}
