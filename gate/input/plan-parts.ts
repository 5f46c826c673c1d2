/**
 * Which parts of a plan are kept when it is cut down (cut-down.ts), by the names of their members: a table, and how names are
 * found by their bytes.
 */
import { HASH_PRIME, HASH_START, same } from './json-bytes';
import type { WhatIsRead } from '../model';

/** What is done with a value. */
export type Action =
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
  /** The same, as long as the resource changes or it is null. */
  | 'before'
  /** Of tags, wherever they stand, those that are read. */
  | 'tags'
  /** Copied, where the attributes of the resource in hand are read. */
  | 'repetition'
  /** Looked into; what stays is an empty list. */
  | 'contributed'
  /** Left out; what it says is read by itself. */
  | 'drift'
  /** An object of this shape, a list of such objects, an object of such objects. */
  | Shape
  | readonly [Shape | 'object']
  | { readonly each: Shape | 'object' };

/** What is done with the members of an object. */
export class Shape {
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
export const PLANNED_MODULE: Shape = new Shape(() => ({ address: 'address', child_modules: [PLANNED_MODULE] }));
const PLANNED_VALUES = new Shape(() => ({ root_module: PLANNED_MODULE }));

export const PRIOR_RESOURCE = new Shape(() => ({ ...IDENTITY, values: 'values' }));
export const PRIOR_MODULE: Shape = new Shape(() => ({
  ...{ address: 'address', resources: [PRIOR_RESOURCE], child_modules: [PRIOR_MODULE] },
}));
const PRIOR_VALUES = new Shape(() => ({ root_module: PRIOR_MODULE }));
const PRIOR_STATE = new Shape(() => ({ values: PRIOR_VALUES }));

const CHANGE = new Shape(() => ({
  ...{ actions: 'actions', before: 'before', after: 'attributes', after_unknown: 'attributes' },
}));
export const CHANGED = new Shape(() => ({ ...IDENTITY, module_address: 'text', change: CHANGE }));

export const CONFIGURED_RESOURCE = new Shape(() => ({
  ...{ ...IDENTITY, provisioners: 'provisioners', expressions: 'values' },
  ...{ for_each_expression: 'repetition', count_expression: 'repetition' },
}));
const OUTPUT = new Shape(() => ({ expression: 'copy' }));
export const OUTPUTS: Action = { each: OUTPUT };
export const RESOURCES: Action = [CONFIGURED_RESOURCE];
const VARIABLE = new Shape(() => ({ default: 'copy' }));
export const CALL = new Shape(() => ({
  ...{ for_each_expression: 'copy', count_expression: 'copy', expressions: 'object', module: CONFIGURED_MODULE },
}));
const CONFIGURED_MODULE: Shape = new Shape(() => ({
  ...{ resources: RESOURCES, outputs: OUTPUTS, variables: { each: VARIABLE } },
  module_calls: { each: CALL },
}));
export const CONFIGURATION = new Shape(() => ({ root_module: CONFIGURED_MODULE }));

/** Members of what is called a plan and is none, or is wrapped: see not-a-plan.ts. */
const OTHER_KINDS = [
  ...['plan', 'values', '@level', '@message', 'plan_format_version', 'provider_schemas', 'function_signatures'],
  ...['diagnostics', 'valid', 'terraform_outdated', 'provider_selections', 'version', 'lineage', 'serial'],
];

export const PLAN = new Shape(() => ({
  ...Object.fromEntries(OTHER_KINDS.map((name): [string, Action] => [name, 'whole'])),
  ...{ format_version: 'version', complete: 'flag', errored: 'flag', variables: { each: 'object' } },
  ...{ resource_changes: [CHANGED], planned_values: PLANNED_VALUES, prior_state: PRIOR_STATE },
  configuration: CONFIGURATION,
  relevant_attributes: 'contributed',
  resource_drift: 'drift',
}));

const SHAPES = [
  ...[PLANNED_MODULE, PLANNED_VALUES, PRIOR_RESOURCE, PRIOR_MODULE, PRIOR_VALUES, PRIOR_STATE, CHANGE, CHANGED],
  ...[CONFIGURED_RESOURCE, OUTPUT, VARIABLE, CALL, CONFIGURED_MODULE, CONFIGURATION, PLAN],
];

/** Attributes whose members have names that somebody chose. */
const TAGS = new Set(['tags', 'tags_all']);

/** The words that mean something, found by their bytes. Each has a number; 0 is any other word. */
export class Words {
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

const known = new WeakMap<WhatIsRead, Words>();

export function wordsOf(read: WhatIsRead): Words {
  let words = known.get(read);
  if (words === undefined) {
    words = new Words(read);
    known.set(read, words);
  }
  return words;
}
