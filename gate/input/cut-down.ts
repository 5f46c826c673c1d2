/**
 * Cuts the text of a plan down to what the policies read, without parsing it: most of a plan is left out, and with it most of
 * the time and memory that a plan takes. What is left out must be JSON as well, and decides nothing. What is kept is the same
 * that plan.ts makes of the parsed text; whatever is unusual is left to it, so that there is one place that says what is wrong.
 */
import type { JsonObject, WhatIsRead } from '../model';

/** Bytes below which reading the whole takes less time. */
export const WORTH_CUTTING = 1 << 20;

/** What is left of a plan. */
export interface CutPlan {
  /** JSON, as the policies get it. */
  readonly text: Uint8Array;
  /** How many resources the policies must see in it. */
  readonly resources: number;
  /** The changes of scaling groups: of many only the first two. */
  readonly scalingGroups: readonly JsonObject[];
}

/**
 * @param bytes UTF-8 text
 * @returns undefined when it is to be read whole: it is no plan with changes, no JSON, or has what Terraform does not write,
 * such as escapes in the name of a member, or numbers of many digits
 */
export function cutDown(bytes: Uint8Array, read: WhatIsRead): CutPlan | undefined {
  try {
    // Not as a Buffer, whose views take longer to make.
    return new Cutter(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), wordsOf(read)).plan();
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
  /** A plan that has it is no ordinary one. */
  | 'whole'
  /** Of a list or an object it stays only that it is one. */
  | 'brief'
  /** Copied, and must be of this kind. */
  | 'text'
  | 'flag'
  | 'object'
  /** The version of the format. */
  | 'version'
  /** What a resource must say of itself. Its type, mode and actions decide about its attributes. */
  | 'address'
  | 'name'
  | 'type'
  | 'mode'
  | 'actions'
  | 'provisioners'
  /** The attributes of the resource in hand. */
  | 'attributes'
  /** The same, which must be an object. */
  | 'values'
  /** The same, as long as the resource changes. */
  | 'before'
  /** Of tags, wherever they stand, those that are read. */
  | 'tags'
  /** Copied, where the attributes of the resource in hand are read. */
  | 'repetition'
  /** An object of this shape, a list of such objects, an object of such objects. */
  | Shape
  | readonly [Shape | 'object']
  | { readonly each: Shape | 'object' };

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

const IDENTITY = { address: 'address', mode: 'mode', type: 'type', name: 'name' } as const;

/** What stands in the modules of the planned values stands in the changes as well. */
const PLANNED_MODULE: Shape = new Shape(() => ({ address: 'address', child_modules: [PLANNED_MODULE] }));
const PLANNED_VALUES = new Shape(() => ({ root_module: PLANNED_MODULE }));

const PRIOR_RESOURCE = new Shape(() => ({ ...IDENTITY, values: 'values' }));
const PRIOR_MODULE: Shape = new Shape(() => ({
  ...{ address: 'address', resources: [PRIOR_RESOURCE], child_modules: [PRIOR_MODULE] },
}));
const PRIOR_VALUES = new Shape(() => ({ root_module: PRIOR_MODULE }));
const PRIOR_STATE = new Shape(() => ({ values: PRIOR_VALUES }));

const CHANGE = new Shape(() => ({
  ...{ actions: 'actions', before: 'before', after: 'attributes', after_unknown: 'attributes' },
}));
const CHANGED = new Shape(() => ({ ...IDENTITY, module_address: 'text', change: CHANGE }));

const CONFIGURED_RESOURCE = new Shape(() => ({
  ...{ ...IDENTITY, provisioners: 'provisioners', expressions: 'values' },
  ...{ for_each_expression: 'repetition', count_expression: 'repetition' },
}));
const OUTPUT = new Shape(() => ({ expression: 'copy' }));
const VARIABLE = new Shape(() => ({ default: 'copy' }));
const CALL = new Shape(() => ({
  ...{ for_each_expression: 'copy', count_expression: 'copy', expressions: 'object', module: CONFIGURED_MODULE },
}));
const CONFIGURED_MODULE: Shape = new Shape(() => ({
  ...{ resources: [CONFIGURED_RESOURCE], outputs: { each: OUTPUT }, variables: { each: VARIABLE } },
  module_calls: { each: CALL },
}));
const CONFIGURATION = new Shape(() => ({ root_module: CONFIGURED_MODULE }));

/** Members of what is called a plan and is none, or is wrapped: see not-a-plan.ts. */
const OTHER_KINDS = [
  ...['plan', 'values', '@level', '@message', 'plan_format_version', 'provider_schemas', 'function_signatures'],
  ...['diagnostics', 'valid', 'terraform_outdated', 'provider_selections', 'version', 'lineage', 'serial'],
];

const PLAN = new Shape(() => ({
  ...Object.fromEntries(OTHER_KINDS.map((name): [string, Action] => [name, 'whole'])),
  ...{ format_version: 'version', complete: 'flag', errored: 'flag', variables: { each: 'object' } },
  ...{ resource_changes: [CHANGED], planned_values: PLANNED_VALUES, prior_state: PRIOR_STATE },
  configuration: CONFIGURATION,
}));

const SHAPES = [
  ...[PLANNED_MODULE, PLANNED_VALUES, PRIOR_RESOURCE, PRIOR_MODULE, PRIOR_VALUES, PRIOR_STATE, CHANGE, CHANGED],
  ...[CONFIGURED_RESOURCE, OUTPUT, VARIABLE, CALL, CONFIGURED_MODULE, CONFIGURATION, PLAN],
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
  /** The number of the type of scaling groups. */
  readonly scalingGroup: number;
  private readonly texts: readonly string[];
  private readonly letters: readonly Uint8Array[];
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly actions = new Map<Shape, readonly Action[]>();

  constructor({ types, attributes }: WhatIsRead) {
    const members = SHAPES.flatMap((shape) => Object.keys(shape.members()));
    this.texts = ['', ...new Set([...members, ...types, ...attributes])];
    this.letters = this.texts.map((text) => Buffer.from(text));
    this.scalingGroup = this.texts.indexOf('aws_autoscaling_group');
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

  /** @param hash of the bytes from start to end */
  find(bytes: Uint8Array, start: number, end: number, hash: number): number {
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

/** Characters of a number below which it is finite, since the exponents that are taken have two digits; and of other short values. */
const LONG = 100;

/** What a resource or a module has said of itself. */
const ADDRESS = 1;
const TYPE = 2;
const NAME = 4;
const ACTIONS = 8;
const RUNS = 16;
const IDENTIFIED = ADDRESS | TYPE | NAME;

/** Names of members that are kept and open at once, and so compared with each other. */
const NAMES = 4096;

const FLAGS = new Set(['true', 'false', 'null']);
const VERSION = /^"[01]\.\d+"$/;
const MANAGED = Buffer.from('"managed"');
const DATA = Buffer.from('"data"');

/** The actions of most resources, which need no reading. */
const CHANGING = ['["create"]', '["update"]', '["delete"]'].map((actions) => Buffer.from(actions));
const QUIET = ['["no-op"]', '["read"]'].map((actions) => Buffer.from(actions));
const TEXTS = /^\[\s*("[a-z-]*"\s*(,\s*"[a-z-]*"\s*)*)?\]$/;

const LITERALS: readonly (Uint8Array | undefined)[] = Array.from({ length: 128 }, (_, byte) =>
  ['true', 'false', 'null'].map((word) => Buffer.from(word)).find(([first]) => first === byte),
);

class Cutter {
  private at = 0;
  private depth = 0;
  /** Whether each container that a skipped value has open is an object. */
  private readonly objects = new Uint8Array(DEEP + 1);
  /** Where the names of its members begin. */
  private readonly bases = new Int32Array(DEEP + 1);
  /** Where the name ends that was read last. */
  private nameEnd = 0;
  private nameHash = 0;

  /** Entries of `resource_changes`, and data sources of the prior state. */
  private changes = 0;
  private sources = 0;
  private scalingGroups: JsonObject[] = [];

  /** What the resource or module in hand has said of itself: ADDRESS and others. */
  private said = 0;
  /** Whether policies read its attributes. */
  private read = true;
  /** Whether it is a scaling group. */
  private scales = false;
  /** Whether nothing of it changes. */
  private quiet = false;
  /** Whether Terraform manages it. */
  private managed = true;
  /** Where its address stands. */
  private addressStart = 0;
  private addressEnd = 0;

  /** Names of members that are kept, of all objects that are open: where they begin and end, and a hash. */
  private readonly starts = new Int32Array(NAMES);
  private readonly ends = new Int32Array(NAMES);
  private readonly hashes = new Int32Array(NAMES);
  private names = 0;

  /** What is kept: from which byte to which, in turns. */
  private spans = new Int32Array(1 << 12);
  private count = 0;

  private readonly buffer: Buffer;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly words: Words,
  ) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  plan(): CutPlan {
    const { bytes } = this;
    this.at = space(bytes, 0);
    this.object(PLAN);
    if (space(bytes, this.at) !== bytes.length || this.changes === 0) throw WHOLE;
    const { changes, sources, scalingGroups } = this;
    return { text: this.textOf(0, 0), resources: changes + sources, scalingGroups };
  }

  // ---------------------------------------------------------------------------------------------- what is kept

  private keep(from: number, to: number): void {
    const { count } = this;
    if (count > 0 && this.spans[count - 1] === from) {
      this.spans[count - 1] = to;
      return;
    }
    if (count === this.spans.length) {
      const more = new Int32Array(count * 2);
      more.set(this.spans);
      this.spans = more;
    }
    this.spans[count] = from;
    this.spans[count + 1] = to;
    this.count = count + 2;
  }

  /**
   * What is kept.
   *
   * @param first of the spans
   * @param start in the text, in place of where a span begins that begins before
   */
  private textOf(first: number, start: number): Uint8Array {
    const { bytes, spans, count } = this;
    let length = 0;
    for (let span = first; span < count; span += 2) {
      length += Math.max((spans[span + 1] ?? 0) - Math.max(spans[span] ?? 0, start), 0);
    }
    const text = new Uint8Array(length);
    let end = 0;
    for (let span = first; span < count; span += 2) {
      const to = spans[span + 1] ?? 0;
      const from = Math.min(Math.max(spans[span] ?? 0, start), to);
      // For so few a loop is faster than a view.
      if (to - from < 200) for (let at = from; at < to; at++) text[end + at - from] = bytes[at] ?? 0;
      else text.set(bytes.subarray(from, to), end);
      end += to - from;
    }
    return text;
  }

  // ---------------------------------------------------------------------------------------------- values

  private value(action: Action): void {
    switch (action) {
      case 'drop':
        this.at = this.skip(this.at, false);
        return;
      case 'whole':
        throw WHOLE;
      case 'copy':
        return this.copy();
      case 'brief':
        return this.brief();
      case 'text':
        return this.expect(QUOTE);
      case 'object':
        return this.expect(OPEN_OBJECT);
      case 'flag':
        if (!FLAGS.has(this.short())) throw WHOLE;
        return;
      case 'version':
        if (!VERSION.test(this.short())) throw WHOLE;
        return;
      case 'address':
        this.addressStart = this.at;
        this.say(ADDRESS);
        this.addressEnd = this.at;
        return;
      case 'name':
        return this.say(NAME);
      case 'type':
        return this.type();
      case 'mode':
        return this.mode();
      case 'actions':
        return this.actions();
      case 'provisioners':
        this.said |= RUNS;
        return this.list('object');
      case 'attributes':
      case 'before':
        return this.attributes();
      case 'values':
        if (this.bytes[this.at] !== OPEN_OBJECT) throw WHOLE;
        return this.attributes();
      case 'repetition':
        return this.copy();
      case 'tags':
        if (this.bytes[this.at] === OPEN_OBJECT) this.members(this.words.tags);
        else this.copy();
        return;
      default:
        if (action instanceof Shape) this.object(action);
        else if ('each' in action) this.members(undefined, action.each);
        else this.list(action[0]);
    }
  }

  private copy(): void {
    const start = this.at;
    this.at = this.skip(start, true);
    this.keep(start, this.at);
  }

  /** Copies what begins with this byte. */
  private expect(first: number): void {
    if (this.bytes[this.at] !== first) throw WHOLE;
    this.copy();
  }

  /** Copies a value that is short and has no escapes, and says what it is. */
  private short(): string {
    const start = this.at;
    this.copy();
    return shortText(this.bytes, start, this.at);
  }

  private brief(): void {
    const start = this.at;
    const first = this.bytes[start];
    this.at = this.skip(start, false);
    if (first === OPEN_OBJECT || first === OPEN_LIST) {
      this.keep(start, start + 1);
      this.keep(this.at - 1, this.at);
    } else {
      // What is no list and no object stays as it is.
      this.at = start;
      this.copy();
    }
  }

  /** Copies a text that is not empty. */
  private say(what: number): void {
    const start = this.at;
    this.expect(QUOTE);
    if (this.at === start + 2) throw WHOLE;
    this.said |= what;
  }

  private type(): void {
    const { bytes, at: start } = this;
    this.say(TYPE);
    let hash = HASH_START;
    for (let at = start + 1; at < this.at - 1; at++) {
      // With escapes it could be any type.
      if (bytes[at] === BACKSLASH) throw WHOLE;
      hash = Math.imul(hash ^ (bytes[at] ?? 0), HASH_PRIME);
    }
    const number = this.words.find(bytes, start + 1, this.at - 1, hash);
    this.read = this.words.isType[number] === 1;
    this.scales = number === this.words.scalingGroup;
  }

  private mode(): void {
    const start = this.at;
    this.expect(QUOTE);
    if (same(MANAGED, this.bytes, start, this.at)) this.managed = true;
    else if (same(DATA, this.bytes, start, this.at)) this.managed = false;
    else throw WHOLE;
  }

  private actions(): void {
    const { bytes, at: start } = this;
    this.copy();
    this.said |= ACTIONS;
    if (CHANGING.some((actions) => same(actions, bytes, start, this.at))) this.quiet = false;
    else if (QUIET.some((actions) => same(actions, bytes, start, this.at))) this.quiet = true;
    else {
      const actions = shortText(bytes, start, this.at);
      if (!TEXTS.test(actions)) throw WHOLE;
      this.quiet = /"(no-op|read)"/.test(actions);
    }
  }

  private attributes(): void {
    if ((this.said & TYPE) === 0) throw WHOLE;
    if (!this.read) this.brief();
    else if (this.bytes[this.at] === OPEN_OBJECT) this.members(this.words.attributes);
    else this.copy();
  }

  private object(shape: Shape): void {
    this.members(this.words.actionsOf(shape));
  }

  /**
   * @param actions by the number of the name
   * @param each what is done with members of any name, in place of those
   */
  private members(actions: readonly Action[] | undefined, each: Action = 'drop'): void {
    const { bytes, names } = this;
    this.open(OPEN_OBJECT);
    if (bytes[this.at] !== CLOSE_OBJECT) {
      let first = true;
      for (let start = this.at; ;) {
        const name = this.at;
        this.at = this.name(name);
        const action = this.actionNow(actions?.[this.words.find(bytes, name + 1, this.nameEnd, this.nameHash)] ?? each);
        if (action === 'drop') this.at = this.skip(this.at, false);
        else {
          this.remember(name + 1, names);
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
    this.names = names;
    this.close(CLOSE_OBJECT);
  }

  /** What is done with a member, by what its resource has said. */
  private actionNow(action: Action): Action {
    if (action === 'repetition') {
      if ((this.said & TYPE) === 0) throw WHOLE;
      return this.read ? action : 'drop';
    }
    if (action !== 'before') return action;
    if ((this.said & ACTIONS) === 0) throw WHOLE;
    return this.quiet ? 'drop' : action;
  }

  private list(shape: Shape | 'object'): void {
    const { bytes, said } = this;
    this.open(OPEN_LIST);
    if (bytes[this.at] !== CLOSE_LIST) {
      const addresses = new Set<string>();
      let first = true;
      for (let start = this.at; ;) {
        const { count } = this;
        const last = this.spans[count - 1] ?? 0;
        this.said = 0;
        this.managed = true;
        const element = this.at;
        this.keep(first ? element : start, element);
        if (shape === 'object') this.expect(OPEN_OBJECT);
        else this.object(shape);
        if (this.isNeeded(shape, addresses)) first = false;
        else {
          this.count = count;
          this.spans[count - 1] = last;
        }
        if (shape === CHANGED && this.isScalingGroup()) this.keepScalingGroup(count - 2, element);
        this.at = space(bytes, this.at);
        if (bytes[this.at] !== COMMA) break;
        start = this.at;
        this.at = space(bytes, start + 1);
      }
    }
    this.said = said;
    this.close(CLOSE_LIST);
  }

  /** Whether an element of a list has to be kept; refuses one that does not say what it must. */
  private isNeeded(shape: Shape | 'object', addresses: Set<string>): boolean {
    switch (shape) {
      case CHANGED:
        this.changes += 1;
        return this.hasSaid(IDENTIFIED | ACTIONS);
      case PRIOR_RESOURCE:
        if (this.managed) return false;
        this.sources += 1;
        return this.hasSaid(IDENTIFIED);
      case PLANNED_MODULE:
      case PRIOR_MODULE:
        return this.hasSaid(ADDRESS);
      case CONFIGURED_RESOURCE: {
        this.hasSaid(IDENTIFIED);
        const address = this.buffer.toString('latin1', this.addressStart, this.addressEnd);
        if (address.includes('\\') || addresses.size === addresses.add(address).size) throw WHOLE;
        return this.read || (this.said & RUNS) !== 0;
      }
      default:
        return true;
    }
  }

  private isScalingGroup(): boolean {
    return this.scales && this.managed;
  }

  private hasSaid(what: number): true {
    if ((this.said & what) !== what) throw WHOLE;
    return true;
  }

  /**
   * @param first of the spans in which it may stand
   * @param start in the text
   */
  private keepScalingGroup(first: number, start: number): void {
    if (this.scalingGroups.length > 1) return;
    const text = Buffer.from(this.textOf(first, start)).toString();
    this.scalingGroups.push(JSON.parse(text) as JsonObject);
  }

  private open(bracket: number): void {
    if (this.bytes[this.at] !== bracket || ++this.depth > DEEP) throw WHOLE;
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

  /**
   * Where a value ends, whatever it is.
   *
   * @param kept whether it must be the same to every program that reads it: no member twice, no number that one would round
   */
  private skip(start: number, kept: boolean): number {
    const { bytes, objects, bases, depth: outer } = this;
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
          bases[depth] = this.names;
          if (object) at = kept ? this.keptName(at, this.names) : plainName(bytes, at);
          continue;
        }
      } else {
        const end = scalar(bytes, at);
        if (kept) exact(bytes, at, end);
        at = end;
      }
      // A value has ended.
      for (;;) {
        if (depth === outer) return at;
        at = space(bytes, at);
        const next = bytes[at];
        const object = objects[depth] === 1;
        if (next === COMMA) {
          at = space(bytes, at + 1);
          if (object) at = kept ? this.keptName(at, bases[depth] ?? 0) : plainName(bytes, at);
          break;
        }
        if (next !== (object ? CLOSE_OBJECT : CLOSE_LIST)) throw WHOLE;
        this.names = bases[depth] ?? 0;
        depth -= 1;
        at += 1;
      }
    }
  }

  /** Where the value of a member begins, from the quote before its name. A name with escapes could be any. */
  private name(start: number): number {
    const { bytes } = this;
    if (bytes[start] !== QUOTE) throw WHOLE;
    let hash = HASH_START;
    let at = start + 1;
    for (let byte = bytes[at] ?? 0; PLAIN[byte] === 1; byte = bytes[++at] ?? 0)
      hash = Math.imul(hash ^ byte, HASH_PRIME);
    this.nameEnd = at;
    this.nameHash = hash;
    return colon(bytes, at);
  }

  private keptName(start: number, base: number): number {
    const end = this.name(start);
    this.remember(start + 1, base);
    return end;
  }

  /**
   * Refuses the name that was read last where its object has it already.
   *
   * @param base where the names of its object begin
   */
  private remember(start: number, base: number): void {
    const { bytes, starts, ends, hashes, names, nameEnd, nameHash } = this;
    for (let other = base; other < names; other++) {
      if (hashes[other] !== nameHash) continue;
      if (same(bytes.subarray(starts[other], ends[other]), bytes, start, nameEnd)) throw WHOLE;
    }
    if (names === NAMES) throw WHOLE;
    starts[names] = start;
    ends[names] = nameEnd;
    hashes[names] = nameHash;
    this.names = names + 1;
  }
}

/** Where the value of a member begins, from the quote before its name. */
function plainName(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE) throw WHOLE;
  let at = start + 1;
  while (PLAIN[bytes[at] ?? 0] === 1) at++;
  return colon(bytes, at);
}

/** Where the value of a member begins, from the quote behind its name. */
function colon(bytes: Uint8Array, quote: number): number {
  if (bytes[quote] !== QUOTE) throw WHOLE;
  const at = space(bytes, quote + 1);
  if (bytes[at] !== COLON) throw WHOLE;
  return space(bytes, at + 1);
}

function shortText(bytes: Uint8Array, start: number, end: number): string {
  const text = bytes.subarray(start, end);
  if (text.length > LONG || text.includes(BACKSLASH)) throw WHOLE;
  return String.fromCharCode(...text);
}

/** Refuses a number that programs which read it would write in another way. */
function exact(bytes: Uint8Array, start: number, end: number): void {
  let plain = bytes[start] !== MINUS && end - start < 16;
  for (let at = start; at < end && plain; at++) plain = isDigit(bytes[at] ?? 0);
  const first = bytes[start] ?? 0;
  if (plain || !(first === MINUS || isDigit(first))) return;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  if (String(Number(text)) !== text) throw WHOLE;
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
