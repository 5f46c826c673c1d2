/**
 * Leaves out of the text of a plan what no policy reads, before anything is parsed: most of a plan, and most of the time and
 * memory that it would take. What is left out must be JSON as well, and decides nothing: the rest is parsed and read as if it
 * were the whole (see plan.ts). Whatever is unusual is not cut down, so that there is one place that says what is wrong.
 */
import type { WhatIsRead } from '../model';

/** Bytes below which reading the whole takes less time. */
export const WORTH_CUTTING = 1 << 20;

/**
 * @param bytes UTF-8 text
 * @returns text of a plan that means the same to every policy; undefined when that is to be read whole: it is no JSON, or has
 * what Terraform does not write, such as escapes in the name of a member or numbers with hundreds of digits
 */
export function cutDown(bytes: Uint8Array, read: WhatIsRead): Uint8Array | undefined {
  const words = wordsOf(read);
  try {
    const cutter = new Cutter(bytes, words, false);
    const text = cutter.document();
    // Without changes everything that is listed counts.
    return cutter.changes > 0 ? text : new Cutter(bytes, words, true).document();
  } catch (error) {
    if (error === WHOLE) return undefined;
    throw error;
  }
}

/** Thrown where the text is to be read whole. */
const WHOLE = new Error('to be read whole');

// ------------------------------------------------------------------------------------------------ what is kept

/** What is done with a value. */
type Action =
  | 'drop'
  | 'copy'
  /** Of a list or an object it stays only that it is one. */
  | 'brief'
  /** Copied, and it decides about the attributes of the resource in hand. */
  | 'type'
  | 'mode'
  | 'actions'
  | 'provisioners'
  /** The attributes of the resource in hand. */
  | 'attributes'
  /** Of tags, wherever they stand, those that are read. */
  | 'tags'
  /** The same, as long as the resource changes. */
  | 'before'
  /** Resources that are listed beside changes, and those of the state before them. */
  | 'listed'
  | 'prior'
  /** An object of this shape, a list of such objects, an object of such objects. */
  | Shape
  | readonly [Shape]
  | { readonly each: Shape };

/** What is done with the members of an object. */
class Shape {
  /**
   * @param members a function, since a shape may hold itself
   * @param others what is done with members of other names
   */
  constructor(
    readonly members: () => Readonly<Record<string, Action>>,
    readonly others: Action = 'drop',
  ) {}
}

const IDENTITY = { address: 'copy', mode: 'mode', type: 'type', name: 'copy' } as const;
const REPEATED = { for_each_expression: 'copy', count_expression: 'copy' } as const;

const RESOURCE = new Shape(() => ({ ...IDENTITY, values: 'attributes' }));
const MODULE: Shape = new Shape(() => ({ address: 'copy', resources: 'listed', child_modules: [MODULE] }));
const VALUES = new Shape(() => ({ root_module: MODULE }));
const PRIOR_MODULE: Shape = new Shape(() => ({ address: 'copy', resources: 'prior', child_modules: [PRIOR_MODULE] }));
const PRIOR_VALUES = new Shape(() => ({ root_module: PRIOR_MODULE }));
const PRIOR_STATE = new Shape(() => ({ values: PRIOR_VALUES }));

const CHANGE = new Shape(() => ({
  ...{ actions: 'actions', before: 'before', after: 'attributes', after_unknown: 'attributes' },
}));
const CHANGED = new Shape(() => ({ ...IDENTITY, module_address: 'copy', change: CHANGE }));

const CONFIGURED_RESOURCE = new Shape(() => ({
  ...{ ...IDENTITY, ...REPEATED, provisioners: 'provisioners', expressions: 'attributes' },
}));
const OUTPUT = new Shape(() => ({ expression: 'copy' }));
const VARIABLE = new Shape(() => ({ default: 'copy' }));
const CALL: Shape = new Shape(() => ({ ...REPEATED, expressions: 'copy', module: CONFIGURED_MODULE }));
const CONFIGURED_MODULE: Shape = new Shape(() => ({
  ...{ resources: [CONFIGURED_RESOURCE], outputs: { each: OUTPUT }, variables: { each: VARIABLE } },
  module_calls: { each: CALL },
}));
const CONFIGURATION = new Shape(() => ({ root_module: CONFIGURED_MODULE }));

const PLAN_MEMBERS: Readonly<Record<string, Action>> = {
  ...{ resource_changes: [CHANGED], planned_values: VALUES, values: VALUES, prior_state: PRIOR_STATE },
  ...{ configuration: CONFIGURATION, variables: 'copy' },
};
const PLAN = new Shape(() => PLAN_MEMBERS, 'brief');
/** A plan, or what HCP Terraform hands to policies, which holds one. */
const DOCUMENT = new Shape(() => ({ ...PLAN_MEMBERS, plan: PLAN }), 'brief');

const SHAPES = [
  ...[RESOURCE, MODULE, VALUES, PRIOR_MODULE, PRIOR_VALUES, PRIOR_STATE, CHANGE, CHANGED, CONFIGURED_RESOURCE],
  ...[OUTPUT, VARIABLE, CALL, CONFIGURED_MODULE, CONFIGURATION, PLAN, DOCUMENT],
];

// ------------------------------------------------------------------------------------------------ words

/** Attributes whose members have names that somebody chose. */
const TAGS = new Set(['tags', 'tags_all']);

/** Fowler, Noll and Vo's hash, FNV-1a. */
const HASH_START = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

/** The words that mean something, found by their bytes. Each has a number; 0 is any other word. */
class Words {
  readonly isType: Uint8Array;
  /** What is done with attributes, and with tags. */
  readonly attributes: readonly Action[];
  readonly tags: readonly Action[];
  private readonly texts: readonly string[];
  private readonly letters: readonly Uint8Array[];
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly actions = new Map<Shape, readonly Action[]>();

  constructor({ types, attributes }: WhatIsRead) {
    const members = SHAPES.flatMap((shape) => Object.keys(shape.members()));
    this.texts = ['', ...new Set([...members, ...types, ...attributes])];
    this.letters = this.texts.map((text) => Buffer.from(text));
    this.isType = Uint8Array.from(this.texts, (text) => Number(types.has(text)));
    this.attributes = this.texts.map((text) => (TAGS.has(text) ? 'tags' : attributes.has(text) ? 'copy' : 'drop'));
    this.tags = this.texts.map((text) => (attributes.has(text) ? 'tags' : 'drop'));
    const size = 2 ** Math.ceil(Math.log2(this.texts.length * 4));
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    for (const [number, letters] of this.letters.entries()) {
      if (number === 0) continue;
      const hash = letters.reduce((sum, byte) => Math.imul(sum ^ byte, HASH_PRIME), HASH_START);
      let slot = hash & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = number;
    }
  }

  /** The number of the word from start to end. */
  find(bytes: Uint8Array, start: number, end: number): number {
    let hash = HASH_START;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), HASH_PRIME);
    for (let slot = hash & this.mask; ; slot = (slot + 1) & this.mask) {
      const number = this.slots[slot] ?? 0;
      if (number === 0 || same(this.letters[number], bytes, start, end)) return number;
    }
  }

  /** What a shape does with the member of each number. */
  actionsOf(shape: Shape): readonly Action[] {
    let actions = this.actions.get(shape);
    if (actions === undefined) {
      const members = shape.members();
      actions = this.texts.map((text) => (Object.hasOwn(members, text) ? members[text] : undefined) ?? shape.others);
      this.actions.set(shape, actions);
    }
    return actions;
  }
}

function same(letters: Uint8Array | undefined, bytes: Uint8Array, start: number, end: number): boolean {
  if (letters?.length !== end - start) return false;
  for (let at = start; at < end; at++) if (letters[at - start] !== bytes[at]) return false;
  return true;
}

const known = new WeakMap<WhatIsRead, Words>();

function wordsOf(read: WhatIsRead): Words {
  let words = known.get(read);
  if (words === undefined) {
    words = new Words(read);
    known.set(read, words);
  }
  return words;
}

// ------------------------------------------------------------------------------------------------ text

const QUOTE = 0x22;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** 1 for what stands for itself in a string; UTF-8 was proven before. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH),
);

const ESCAPED = new Set(Array.from('"\\/bfnrt', (letter) => letter.charCodeAt(0)));
const LETTER_U = 0x75;

/** Levels that are followed; json-text.ts says how many a plan may have. */
const DEEP = 250;

/** Characters of a number below which it is finite, since the exponents that are taken have two digits; and of a mode. */
const LONG = 100;

const TYPE = 1;
const MODE = 2;

const MANAGED = '"managed"';
const QUIET = /^\[\s*"(no-op|read)"\s*\]$/;
const LITERALS: readonly (Uint8Array | undefined)[] = Array.from({ length: 128 }, (_, byte) =>
  ['true', 'false', 'null'].map((word) => Buffer.from(word)).find(([first]) => first === byte),
);

class Cutter {
  /** Entries of `resource_changes`. */
  changes = 0;
  private at = 0;
  private depth = 0;
  /** Where the name ends that was read last. */
  private nameEnd = 0;
  /** Whether each container that a skipped value has open is an object. */
  private readonly objects = new Uint8Array(DEEP + 1);
  /** What the resource in hand has said of itself: TYPE, MODE or both. */
  private said = 0;
  /** Whether policies read its attributes. */
  private read = true;
  /** Whether nothing of it changes. */
  private quiet = false;
  /** Whether it is for sure no data source. */
  private managed = false;
  /** Whether it may run programs. */
  private runs = false;
  /** What is kept; then what is to be kept next, from and to which byte. */
  private kept = new Uint8Array(1 << 16);
  private length = 0;
  private from = 0;
  private to = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly words: Words,
    /** Whether resources count that are listed, beside or without changes. */
    private readonly listed: boolean,
  ) {}

  document(): Uint8Array {
    const { bytes } = this;
    this.at = space(bytes, 0);
    if (bytes[this.at] !== OPEN_OBJECT) throw WHOLE;
    this.object(DOCUMENT);
    if (space(bytes, this.at) !== bytes.length) throw WHOLE;
    this.flush();
    return this.kept.subarray(0, this.length);
  }

  // ---------------------------------------------------------------------------------------------- what is kept

  private keep(from: number, to: number): void {
    if (from !== this.to) {
      this.flush();
      this.from = from;
    }
    this.to = to;
  }

  private flush(): void {
    const { bytes, from, to, length } = this;
    const end = length + to - from;
    if (end > this.kept.length) {
      const larger = new Uint8Array(Math.max(end, this.kept.length * 2));
      larger.set(this.kept.subarray(0, length));
      this.kept = larger;
    }
    const { kept } = this;
    // For so few a loop is faster than a view.
    if (to - from < 200) for (let at = from; at < to; at++) kept[length + at - from] = bytes[at] ?? 0;
    else kept.set(bytes.subarray(from, to), length);
    this.length = end;
    this.from = to;
  }

  // ---------------------------------------------------------------------------------------------- values

  private value(action: Action): void {
    switch (action) {
      case 'drop':
        this.at = this.skip(this.at);
        return;
      case 'copy':
        return this.copy();
      case 'brief':
        return this.brief();
      case 'type':
        return this.type();
      case 'mode':
        this.once(MODE);
        this.managed = this.copied() === MANAGED;
        return;
      case 'actions':
        this.quiet = QUIET.test(this.copied());
        return;
      case 'provisioners':
        this.runs = true;
        return this.copy();
      case 'attributes':
        return this.read ? this.attributes() : this.brief();
      case 'before':
        return this.read && !this.quiet ? this.attributes() : this.brief();
      case 'tags':
        return this.tags();
      case 'listed':
        return this.listed ? this.list(RESOURCE) : this.brief();
      case 'prior':
        return this.list(RESOURCE);
      default:
        if (action instanceof Shape) this.object(action);
        else if ('each' in action) this.objectOf(action.each);
        else this.list(action[0]);
    }
  }

  private copy(): void {
    const start = this.at;
    this.at = this.skip(start);
    this.keep(start, this.at);
  }

  /** Copies what decides about a resource, and says what stands there; with escapes it could be anything. */
  private copied(): string {
    const start = this.at;
    this.copy();
    const text = this.bytes.subarray(start, this.at);
    if (text.length > LONG || text.includes(BACKSLASH)) throw WHOLE;
    return String.fromCharCode(...text);
  }

  private brief(): void {
    const start = this.at;
    const first = this.bytes[start];
    this.at = this.skip(start);
    if (first === OPEN_OBJECT || first === OPEN_LIST) {
      this.keep(start, start + 1);
      this.keep(this.at - 1, this.at);
    } else this.keep(start, this.at);
  }

  /** A resource that says twice what it is may be left out, and nobody would see that it did. */
  private once(member: number): void {
    if ((this.said & member) !== 0) throw WHOLE;
    this.said |= member;
  }

  private type(): void {
    this.once(TYPE);
    const start = this.at;
    this.copy();
    if (this.bytes.subarray(start, this.at).includes(BACKSLASH)) throw WHOLE;
    this.read = this.words.isType[this.words.find(this.bytes, start + 1, this.at - 1)] === 1;
  }

  private attributes(): void {
    if (this.bytes[this.at] === OPEN_OBJECT) this.members(this.words.attributes);
    else this.copy();
  }

  private tags(): void {
    if (this.bytes[this.at] === OPEN_OBJECT) this.members(this.words.tags);
    else this.copy();
  }

  private object(shape: Shape): void {
    if (this.bytes[this.at] === OPEN_OBJECT) this.members(this.words.actionsOf(shape));
    else this.copy();
  }

  private objectOf(shape: Shape): void {
    if (this.bytes[this.at] === OPEN_OBJECT) this.members(undefined, shape);
    else this.copy();
  }

  /**
   * @param actions by the number of the name
   * @param each what is done with members of any name, in place of those
   */
  private members(actions: readonly Action[] | undefined, each: Action = 'drop'): void {
    const { bytes } = this;
    this.open();
    if (bytes[this.at] !== CLOSE_OBJECT) {
      let first = true;
      for (let start = this.at; ;) {
        const name = this.at;
        this.at = this.name(name);
        const action = actions?.[this.words.find(bytes, name + 1, this.nameEnd)] ?? each;
        if (action === 'drop') this.at = this.skip(this.at);
        else {
          // With the comma before it, unless nothing stands before it any more.
          this.keep(first ? name : start, this.at);
          first = false;
          this.value(action);
        }
        this.at = space(bytes, this.at);
        if (bytes[this.at] !== COMMA) break;
        start = this.at;
        this.at = space(bytes, start + 1);
      }
    }
    this.close(CLOSE_OBJECT);
  }

  private list(shape: Shape): void {
    const { bytes } = this;
    if (bytes[this.at] !== OPEN_LIST) return this.copy();
    this.open();
    if (bytes[this.at] !== CLOSE_LIST) {
      let first = true;
      for (let start = this.at; ;) {
        const { length, from, to } = this;
        this.said = 0;
        this.read = true;
        this.quiet = false;
        this.managed = false;
        this.runs = false;
        this.keep(first ? this.at : start, this.at);
        this.object(shape);
        if (this.isOfNoUse(shape)) {
          // What was flushed meanwhile stands behind `length`.
          this.length = length;
          this.from = from;
          this.to = to;
        } else first = false;
        this.at = space(bytes, this.at);
        if (bytes[this.at] !== COMMA) break;
        start = this.at;
        this.at = space(bytes, start + 1);
      }
    }
    this.close(CLOSE_LIST);
  }

  /** Whether the resource in hand can be left out altogether. */
  private isOfNoUse(shape: Shape): boolean {
    if (shape === CHANGED) this.changes += 1;
    if (shape === CONFIGURED_RESOURCE) return !this.read && !this.runs;
    return shape === RESOURCE && this.managed && !this.listed;
  }

  private open(): void {
    if (++this.depth > DEEP) throw WHOLE;
    this.keep(this.at, this.at + 1);
    this.at = space(this.bytes, this.at + 1);
  }

  private close(bracket: number): void {
    if (this.bytes[this.at] !== bracket) throw WHOLE;
    this.depth -= 1;
    this.keep(this.at, this.at + 1);
    this.at += 1;
  }

  // ---------------------------------------------------------------------------------------------- text

  /** Where a value ends, whatever it is. */
  private skip(start: number): number {
    const { bytes, objects, depth: outer } = this;
    let depth = outer;
    for (let at = start; ;) {
      const byte = bytes[at];
      if (byte === QUOTE) at = string(bytes, at);
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        const object = byte === OPEN_OBJECT;
        at = space(bytes, at + 1);
        if (bytes[at] === (object ? CLOSE_OBJECT : CLOSE_LIST)) at += 1;
        else {
          if (++depth > DEEP) throw WHOLE;
          objects[depth] = Number(object);
          if (object) at = this.name(at);
          continue;
        }
      } else at = scalar(bytes, at);
      // A value has ended.
      for (;;) {
        if (depth === outer) return at;
        at = space(bytes, at);
        const next = bytes[at];
        const object = objects[depth] === 1;
        if (next === COMMA) {
          at = space(bytes, at + 1);
          if (object) at = this.name(at);
          break;
        }
        if (next !== (object ? CLOSE_OBJECT : CLOSE_LIST)) throw WHOLE;
        depth -= 1;
        at += 1;
      }
    }
  }

  /** Where the value of a member begins, from the quote before its name. A name with escapes could be any. */
  private name(start: number): number {
    const { bytes } = this;
    if (bytes[start] !== QUOTE) throw WHOLE;
    let at = start + 1;
    while (PLAIN[bytes[at] ?? 0] === 1) at++;
    if (bytes[at] !== QUOTE) throw WHOLE;
    this.nameEnd = at;
    at = space(bytes, at + 1);
    if (bytes[at] !== COLON) throw WHOLE;
    return space(bytes, at + 1);
  }
}

function space(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let byte = bytes[at] ?? 0; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;) {
    byte = bytes[++at] ?? 0;
  }
  return at;
}

function string(bytes: Uint8Array, start: number): number {
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
function scalar(bytes: Uint8Array, start: number): number {
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
