/**
 * Cuts the text of a plan down to what the policies read, without parsing it: most of a plan is left out, and with it most of
 * the time and memory that a plan takes. What is left out must be JSON as well, and decides nothing. What is kept is the same
 * that plan.ts makes of the parsed text; whatever is unusual is left to it, so that there is one place that says what is wrong.
 */
import {
  BACKSLASH,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COMMA,
  DEEP,
  HASH_PRIME,
  HASH_START,
  OPEN_LIST,
  OPEN_OBJECT,
  PLAIN,
  QUOTE,
  WHOLE,
  colon,
  exact,
  plainName,
  same,
  scalar,
  shortText,
  space,
  string,
} from './json-bytes';
import { hasHidden, refers } from './contributed';
import { repairsIn } from './repairs';
import {
  CALL,
  CHANGED,
  CONFIGURATION,
  CONFIGURED_RESOURCE,
  OUTPUTS,
  PLAN,
  PLANNED_MODULE,
  PRIOR_MODULE,
  PRIOR_RESOURCE,
  RESOURCES,
  Shape,
  type Words,
  wordsOf,
  type Action,
} from './plan-parts';
import { isObject, type Json, type JsonObject, type Repair, type WhatIsRead } from '../model';

/** What is left of a plan. */
export interface CutPlan {
  /** JSON, as the policies get it. */
  readonly text: Uint8Array;
  /** How many resources the policies must see in it. */
  readonly resources: number;
  /** The changes of scaling groups: of many only the first two. */
  readonly scalingGroups: readonly JsonObject[];
  /** What the plan repairs. */
  readonly repairs: readonly Repair[];
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

/** What a resource or a module has said of itself. */
const ADDRESS = 1;
const TYPE = 2;
const NAME = 4;
const ACTIONS = 8;
const RUNS = 16;
const IDENTIFIED = ADDRESS | TYPE | NAME;

/** Names of members that are kept and open at once, and so compared with each other. */
const NAMES = 4096;

/** With what `null` begins. */
const NULL = 'n'.charCodeAt(0);

const FLAGS = new Set(['true', 'false', 'null']);
const VERSION = /^"[01]\.\d+"$/;
const MANAGED = Buffer.from('"managed"');
const DATA = Buffer.from('"data"');

/** The actions of most resources, which need no reading. */
const CHANGING = ['["create"]', '["update"]', '["delete"]'].map((actions) => Buffer.from(actions));
const QUIET = ['["no-op"]', '["read"]'].map((actions) => Buffer.from(actions));
const TEXTS = /^\[\s*("[a-z-]*"\s*(,\s*"[a-z-]*"\s*)*)?\]$/;

/** From a byte to another. */
type Span = readonly [from: number, to: number];

const NOWHERE: Span = [0, 0];

/** Searches in the text, each of which may go through all of a module, before parsing takes less time. */
const SEARCHES = 50;

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
  /** Where the configuration stands, and what contributed to the plan. */
  private configuration: Span = NOWHERE;
  private contributed: Span = NOWHERE;
  private drift: Span = NOWHERE;
  /** The calls that lead to the module in hand; and by such ways, where the expressions of modules stand. */
  private readonly calls: string[] = [];
  private readonly places = new Map<string, readonly Span[]>();
  private searches = 0;
  /** Where the configurations of resources begin. */
  private readonly configured: number[] = [];
  /** Of each change, where it begins, and where its address stands. */
  private readonly changed: number[] = [];
  /** Where the address of the resource or module in hand stands. */
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
    // Where a dynamic block may hide something, every reference counts.
    const stands = (path: string, text: string): boolean => this.stands(path, text);
    if (hasHidden(this.parsed(this.contributed), stands, () => this.parsed(this.configuration))) throw WHOLE;
    const { changes, sources, scalingGroups } = this;
    return { text: this.textOf(0, 0), resources: changes + sources, scalingGroups, repairs: this.repairs() };
  }

  /** Parsed one by one: together they may be longer than a string can be. */
  private repairs(): Repair[] {
    const [start, end] = this.drift;
    const drift: Json[] = [];
    if (this.bytes[start] === OPEN_LIST) {
      for (let at = space(this.bytes, start + 1); at < end - 1;) {
        const from = at;
        at = this.skip(from, false);
        drift.push(this.parsed([from, at]) ?? null);
        // Past the comma, or the bracket that ends the list.
        at = space(this.bytes, space(this.bytes, at) + 1);
      }
    }
    return repairsIn(drift, (addresses) => this.changesOf(addresses));
  }

  private changesOf(addresses: ReadonlySet<string>): JsonObject[] {
    const { changed } = this;
    const found: JsonObject[] = [];
    for (let at = 0; at < changed.length; at += 3) {
      const [start = 0, from = 0, to = 0] = changed.slice(at, at + 3);
      const address = this.parsed([from, to]);
      if (typeof address !== 'string' || !addresses.has(address)) continue;
      const change = this.parsed([start, this.skip(start, false)]) ?? null;
      if (isObject(change)) found.push(change);
    }
    return found;
  }

  /** Whether one of the resources, or one of the outputs, of a module refers to an attribute. */
  private stands(path: string, text: string): boolean {
    const spans = this.places.get(path) ?? [];
    return spans.some((span) => this.refersIn(span, text));
  }

  /** Looks closely where the text stands, since a constant may say the same. */
  private refersIn([from, to]: Span, text: string): boolean {
    const sought = `"${text}"`;
    for (let at = from; this.searches++ <= SEARCHES;) {
      const found = this.buffer.subarray(at, to).indexOf(sought);
      if (found < 0) return false;
      const start = Math.max(this.configuredBefore(at + found), from);
      const end = this.skip(start, false);
      if (refers(this.parsed([start, end]) ?? null, text)) return true;
      at = end;
    }
    return false;
  }

  /** Where the configuration begins in which a byte stands; 0 where it stands in none. */
  private configuredBefore(byte: number): number {
    const { configured } = this;
    let [low, high] = [0, configured.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((configured[middle] ?? 0) <= byte) low = middle + 1;
      else high = middle;
    }
    return configured[low - 1] ?? 0;
  }

  /** Remembers where expressions of the module in hand stand. */
  private placed(from: number): void {
    const path = this.calls.map((name) => `module.${name}.`).join('');
    this.places.set(path, [...(this.places.get(path) ?? []), [from, this.at]]);
  }

  private parsed([from, to]: Span): Json | undefined {
    return from === to ? undefined : (JSON.parse(this.buffer.toString('utf8', from, to)) as Json);
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
      case 'drift':
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
        // What is named in a program is in no expression of its resource.
        this.searches = Infinity;
        return this.list('object');
      case 'attributes':
      case 'before':
        return this.attributes();
      case 'values':
        if (this.bytes[this.at] !== OPEN_OBJECT) throw WHOLE;
        return this.attributes();
      case 'repetition':
        return this.copy();
      case 'contributed':
        if (this.bytes[this.at] !== OPEN_LIST) throw WHOLE;
        this.contributed = [this.at, this.skip(this.at, true)];
        return this.brief();
      case 'tags':
        if (this.bytes[this.at] === OPEN_OBJECT) this.members(this.words.tags);
        else this.copy();
        return;
      default:
        if (action === CONFIGURATION) {
          const start = this.at;
          this.object(CONFIGURATION);
          this.configuration = [start, this.at];
        } else if (action instanceof Shape) this.object(action);
        else {
          const start = this.at;
          if ('each' in action) this.members(undefined, action.each);
          else this.list(action[0]);
          if (action === RESOURCES || action === OUTPUTS) this.placed(start);
        }
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
    // Any number of calls of modules, for which going through the names that were seen takes too long.
    const seen = actions === undefined ? new Set<string>() : undefined;
    this.open(OPEN_OBJECT);
    if (bytes[this.at] !== CLOSE_OBJECT) {
      let first = true;
      for (let start = this.at; ;) {
        const name = this.at;
        this.at = this.name(name);
        const action = this.actionNow(actions?.[this.words.find(bytes, name + 1, this.nameEnd, this.nameHash)] ?? each);
        if (action === 'drop') this.at = this.skip(this.at, false);
        else if (action === 'drift') this.drift = [this.at, (this.at = this.skip(this.at, false))];
        else {
          if (seen === undefined) this.remember(name + 1, names);
          else if (seen.size === seen.add(this.buffer.toString('latin1', name, this.nameEnd)).size) throw WHOLE;
          // With the comma before it, unless nothing stands before it any more.
          this.keep(first ? name : start, this.at);
          first = false;
          if (each === CALL) this.calls.push(this.buffer.toString('latin1', name + 1, this.nameEnd));
          this.value(action);
          if (each === CALL) this.calls.pop();
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
    // That there was nothing tells a change of nothing from one that cannot be read.
    return this.quiet && this.bytes[this.at] !== NULL ? 'drop' : action;
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
        if (shape === CONFIGURED_RESOURCE) this.configured.push(element);
        if (shape === 'object') this.expect(OPEN_OBJECT);
        else this.object(shape);
        if (this.isNeeded(shape, addresses)) first = false;
        else {
          this.count = count;
          this.spans[count - 1] = last;
        }
        if (shape === CHANGED) this.changed.push(element, this.addressStart, this.addressEnd);
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
