/**
 * JSON as bytes: where its values begin and end. Nothing is parsed, and what is not exactly JSON, or not JSON as Terraform
 * writes it, is refused. UTF-8 was proven before.
 */

/** Thrown where a text is to be read whole, by who says what is wrong with it. */
export const WHOLE = new Error('to be read whole');

export const QUOTE = 0x22;
const PLUS = 0x2b;
export const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
export const OPEN_LIST = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_LIST = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;

/** 1 for what stands for itself in a string; UTF-8 was proven before. */
export const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH),
);

const ESCAPED = new Set(Array.from('"\\/bfnrt', (letter) => letter.charCodeAt(0)));
const LETTER_U = 0x75;

/** Levels that are followed; json-text.ts says how many a plan may have. */
export const DEEP = 250;

/** Characters of a number below which it is finite, since the exponents that are taken have two digits; and of other short values. */
const LONG = 100;

/** Fowler, Noll and Vo's hash, FNV-1a. */
export const HASH_START = 0x811c9dc5;
export const HASH_PRIME = 0x01000193;

const LITERALS: readonly (Uint8Array | undefined)[] = Array.from({ length: 128 }, (_, byte) =>
  ['true', 'false', 'null'].map((word) => Buffer.from(word)).find(([first]) => first === byte),
);

export function same(letters: Uint8Array | undefined, bytes: Uint8Array, start: number, end: number): boolean {
  if (letters?.length !== end - start) return false;
  for (let at = start; at < end; at++) if (letters[at - start] !== bytes[at]) return false;
  return true;
}
/** Where the value of a member begins, from the quote before its name. */
export function plainName(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE) throw WHOLE;
  let at = start + 1;
  while (PLAIN[bytes[at] ?? 0] === 1) at++;
  return colon(bytes, at);
}

/** Where the value of a member begins, from the quote behind its name. */
export function colon(bytes: Uint8Array, quote: number): number {
  if (bytes[quote] !== QUOTE) throw WHOLE;
  const at = space(bytes, quote + 1);
  if (bytes[at] !== COLON) throw WHOLE;
  return space(bytes, at + 1);
}

export function shortText(bytes: Uint8Array, start: number, end: number): string {
  const text = bytes.subarray(start, end);
  if (text.length > LONG || text.includes(BACKSLASH)) throw WHOLE;
  return String.fromCharCode(...text);
}

/** Refuses a number that programs which read it would write in another way. */
export function exact(bytes: Uint8Array, start: number, end: number): void {
  let plain = bytes[start] !== MINUS && end - start < 16;
  for (let at = start; at < end && plain; at++) plain = isDigit(bytes[at] ?? 0);
  const first = bytes[start] ?? 0;
  if (plain || !(first === MINUS || isDigit(first))) return;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  if (String(Number(text)) !== text) throw WHOLE;
}

export function space(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let byte = bytes[at] ?? 0; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;) {
    byte = bytes[++at] ?? 0;
  }
  return at;
}

export function string(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (PLAIN[bytes[at] ?? 0] === 1) at++;
  return bytes[at] === QUOTE ? at + 1 : escaped(bytes, at);
}

/** Where a string ends, from its first escape. */
function escaped(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] !== QUOTE) {
    if (bytes[at] !== BACKSLASH) throw WHOLE;
    const letter = bytes[at + 1] ?? 0;
    if (letter === LETTER_U) {
      // Terraform writes no surrogates, which need not be characters.
      const digits = String.fromCharCode(...bytes.subarray(at + 2, at + 6));
      if (!/^(?![dD][89a-fA-F])[0-9a-fA-F]{4}$/.test(digits)) throw WHOLE;
      at += 6;
    } else if (ESCAPED.has(letter)) at += 2;
    else throw WHOLE;
    while (PLAIN[bytes[at] ?? 0] === 1) at++;
  }
  return at + 1;
}

/** Where a number, true, false or null ends. */
export function scalar(bytes: Uint8Array, start: number): number {
  const first = bytes[start] ?? 0;
  if (first === MINUS || isDigit(first)) return number(bytes, start);
  const word = LITERALS[first];
  if (word === undefined || !same(word, bytes, start, start + word.length)) throw WHOLE;
  return start + word.length;
}

function number(bytes: Uint8Array, start: number): number {
  let at = bytes[start] === MINUS ? start + 1 : start;
  at = bytes[at] === ZERO ? at + 1 : digits(bytes, at);
  if (bytes[at] === POINT) at = digits(bytes, at + 1);
  // With "e" or "E": 1e999 is no number that a program can keep.
  if (((bytes[at] ?? 0) | 0x20) === 0x65) {
    const sign = bytes[at + 1];
    const exponent = sign === PLUS || sign === MINUS ? at + 2 : at + 1;
    at = digits(bytes, exponent);
    if (at - exponent > 2) throw WHOLE;
  }
  if (at - start > LONG) throw WHOLE;
  return at;
}

function digits(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(bytes[at] ?? 0)) at++;
  if (at === start) throw WHOLE;
  return at;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
