/**
 * An independent reader of plan JSON: which resources have which security groups, and what traffic the groups allow. The
 * reader follows Terraform's documentation of the format, not the policies. It works on a tree of objects, where the
 * policies work on sets of names, and ignores time and memory. Where reader and policies differ, one of them is wrong.
 *
 * The tests compare the *meaning* of each reference: addresses of groups in the plan, ids of groups outside the plan, and
 * whether a part of the reference could not be followed.
 */
import { isObject, type Json, type JsonObject } from '../../tollgate/model';

/** The groups that a reference leads to. */
export interface Meaning {
  /** Addresses of groups of the plan to which the reference may lead. */
  readonly groups: readonly string[];
  /** Literal ids and names that no group of the plan has. */
  readonly ids: readonly string[];
  /** A part of the reference could not be followed, or leads to a resource that is not a group. */
  readonly unsure: boolean;
}

/** A security group of the plan. */
export interface GroupFact {
  readonly address: string;
  readonly kind: 'managed' | 'default' | 'data';
}

/** The source of inbound traffic, or the destination of outbound traffic. */
export interface PeerFact {
  readonly kind: 'cidr' | 'address' | 'group' | 'self' | 'prefix_list' | 'unknown';
  readonly cidr: string;
  readonly means: Meaning;
  /** The attribute with the source or destination. */
  readonly path: string;
}

/** One rule of one group that allows traffic, with one source or destination. */
export interface OpeningFact {
  readonly address: string;
  readonly direction: string;
  readonly group: Meaning;
  readonly protocol: string;
  /** The widest possible range where one of the ports is absent or unknown; `known` is false where one is unknown. */
  readonly ports: { readonly from: number; readonly to: number; readonly known: boolean };
  readonly peer: PeerFact;
}

/** A resource of a tier with its groups. */
export interface AttachmentFact {
  readonly tier: string;
  readonly address: string;
  readonly path: string;
  readonly means: Meaning;
  readonly state: 'known' | 'unknown' | 'unset';
}

/** Everything that is compared. */
export interface Facts {
  readonly groups: readonly GroupFact[];
  readonly openings: readonly OpeningFact[];
  readonly attachments: readonly AttachmentFact[];
}

/** Reads plans: one with the name '', or several stacks that refer to one another. */
export function resolve(plans: Readonly<Record<string, JsonObject>>): Facts {
  return new Resolver(Object.entries(plans).map(([stack, plan]) => new Document(stack, plan))).facts();
}

/**
 * Removes facts of which the reader of a plan is not certain: whether a dynamic block hides all rules of a new group. Both
 * answers of a policy are right there.
 */
export function certain(plan: JsonObject): (facts: Facts) => Facts {
  const document = new Document('', plan);
  const unsure = new Set(
    document.records
      .filter(({ created, place }) => created && document.hidesRules(place.steps) === 'perhaps')
      .map(({ address }) => address),
  );
  return (facts) => ({
    ...facts,
    openings: facts.openings.filter(
      ({ address, peer }) => !(unsure.has(address) && peer.kind === 'unknown' && /^(in|e)gress$/.test(peer.path)),
    ),
  });
}

type Path = readonly (string | number)[];

/** One step down the tree of modules; without a key it means any instance. */
interface Step {
  readonly name: string;
  readonly key?: string;
}

/** A place in a document from which references start. */
interface Place {
  readonly document: Document;
  readonly steps: readonly Step[];
}

/** A resource instance. */
interface Instance {
  readonly place: Place;
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly key: string | undefined;
  readonly values: JsonObject;
  readonly unknown: JsonObject;
  /** Values before an update in place. */
  readonly former: JsonObject;
  readonly created: boolean;
  /** Terraform lets it go, and AWS keeps it. */
  readonly isForgotten: boolean;
  /** Undefined: the plan has no configuration for it. */
  readonly configured: JsonObject | undefined;
}

/** Where a reference ends. */
interface Target {
  readonly records: Set<Instance>;
  readonly texts: Set<string>;
  /** Why something could not be followed, each with the reference that could not. */
  readonly lost: Set<string>;
  /** The expressions that were read on the way. */
  readonly read: Read[];
}

/** An expression, its module, and the resource or call whose `for_each` it may refer to. */
interface Read {
  readonly expression: JsonObject;
  readonly place: Place;
  readonly repeated: JsonObject;
}

const GROUPS: ReadonlyMap<string, GroupFact['kind']> = new Map([
  ['managed.aws_security_group', 'managed'],
  ['managed.aws_default_security_group', 'default'],
  ['data.aws_security_group', 'data'],
]);

/** A copy of a forgotten resource, to which no reference in the configuration leads. */
function forgottenTwin(entry: JsonObject): JsonObject {
  const [address, name] = ['address', 'name'].map((member) => `${textAt(entry, [member])} (forgotten)`);
  return { ...entry, address: address ?? '', name: name ?? '' };
}

/**
 * Types that allow or route traffic, also after Terraform has forgotten them. Other forgotten resources are ignored.
 */
const LEFT_BEHIND =
  /^aws_((default_)?security_group|security_group_rule|vpc_security_group_(in|e)gress_rule|ec2_managed_prefix_list(_entry)?|vpc|network_interface(_sg)?_attachment|vpc_endpoint_security_group_association|(alb|lb)_target_group_attachment|autoscaling(_traffic_source)?_attachment)$/;

type Planned = Pick<Instance, 'unknown' | 'former' | 'created' | 'isForgotten'>;

const EXISTING: Planned = { unknown: {}, former: {}, created: false, isForgotten: false };

/** Types that some attribute means by their names. */
const NAMED: ReadonlySet<string> = new Set([
  ...['aws_alb', 'aws_alb_target_group', 'aws_autoscaling_group', 'aws_db_subnet_group', 'aws_default_security_group'],
  ...['aws_elb', 'aws_launch_configuration', 'aws_launch_template', 'aws_lb', 'aws_lb_target_group'],
  'aws_security_group',
]);

const ID = /^(sg-|arn:|(eni|i|lt|pl|subnet|vpc)-[0-9a-f]{8,}$)/;

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['aws_alb', 'aws_lb'],
  ['aws_alb_target_group_attachment', 'aws_lb_target_group_attachment'],
]);

// ---------------------------------------------------------------------------------------------------- documents

class Document {
  readonly records: Instance[] = [];
  /** Rules as they were before the plan. */
  readonly former: Instance[] = [];
  private readonly root: JsonObject;

  constructor(
    readonly stack: string,
    readonly plan: JsonObject,
  ) {
    this.root = objectAt(plan, ['configuration', 'root_module']);
    const changes = arrayAt(plan, ['resource_changes']).filter(isObject);
    for (const change of changes) this.readChange(change);
    const [planned, state, prior] = [['planned_values'], ['values'], ['prior_state', 'values']].map((source) =>
      objectAt(plan, [...source, 'root_module']),
    );
    const isEmpty = changes.length === 0 && ![planned, state].some((module) => holdsResources(module ?? {}));
    this.readModule(planned ?? {}, () => changes.length === 0);
    this.readModule(state ?? {}, () => changes.length === 0);
    // Data sources that were read while planning are only in `prior_state`. A refresh-only plan has everything there.
    this.readModule(prior ?? {}, (mode) => mode === 'data' || isEmpty);
  }

  private readChange(entry: JsonObject): void {
    const change = objectAt(entry, ['change']);
    const actions = arrayAt(change, ['actions']);
    const { before, after } = change;
    const created = actions.includes('create');
    if (isObject(before)) this.former.push(this.instance(entry, before, EXISTING, undefined));
    if (isObject(after)) {
      this.add(entry, after, {
        unknown: objectAt(change, ['after_unknown']),
        former: actions.includes('update') && isObject(before) ? before : {},
        created,
        isForgotten: false,
      });
    } else if (!actions.includes('forget') && !(actions.length > 0 && actions.every((action) => action === 'delete')))
      this.add(entry, {});
    // A forgotten resource stays in AWS as it was, also where a new resource takes its address.
    if (actions.includes('forget') && isObject(before) && LEFT_BEHIND.test(textAt(entry, ['type']) ?? ''))
      this.add(isObject(after) ? forgottenTwin(entry) : entry, before, { ...EXISTING, isForgotten: true });
  }

  private readModule(module: JsonObject, wanted: (mode: string) => boolean): void {
    for (const resource of arrayAt(module, ['resources']).filter(isObject))
      if (wanted(textAt(resource, ['mode']) ?? 'managed')) this.add(resource, objectAt(resource, ['values']));
    for (const child of arrayAt(module, ['child_modules']).filter(isObject)) this.readModule(child, wanted);
  }

  private add(entry: JsonObject, values: JsonObject, change: Planned = EXISTING): void {
    const { place, mode, type, name } = this.instance(entry, values, change, undefined);
    const configured = this.resourceAt(place.steps, mode, type, name);
    this.records.push(this.instance(entry, values, change, configured));
  }

  private instance(
    entry: JsonObject,
    values: JsonObject,
    change: Planned,
    configured: JsonObject | undefined,
  ): Instance {
    const address = textAt(entry, ['address']) ?? '';
    const parts = traversal(address.replace(/ \(forgotten\)$/, ''));
    const steps: Step[] = [];
    let at = 0;
    for (; parts[at]?.text === 'module'; at += 2) {
      const { text = '', key } = parts[at + 1] ?? {};
      steps.push({ name: text, ...(key === undefined ? {} : { key }) });
    }
    const place = { document: this, steps };
    const type = textAt(entry, ['type']) ?? '';
    const name = textAt(entry, ['name']) ?? '';
    const mode = textAt(entry, ['mode']) === 'data' ? 'data' : 'managed';
    const { key } = parts.at(-1) ?? {};
    return { place, address: this.prefixed(address), mode, type, name, key, values, ...change, configured };
  }

  prefixed(address: string): string {
    return this.stack === '' ? address : `${this.stack}::${address}`;
  }

  /** The configuration of a module; undefined where the plan has none. */
  module(steps: readonly Step[]): JsonObject | undefined {
    let at: JsonObject = this.root;
    for (const { name } of steps) {
      const call = objectOr(at, ['module_calls', name]);
      if (call === undefined) return undefined;
      at = objectAt(call, ['module']);
    }
    return at;
  }

  call(steps: readonly Step[]): JsonObject | undefined {
    const outer = this.module(steps.slice(0, -1));
    return outer === undefined ? undefined : objectOr(outer, ['module_calls', steps.at(-1)?.name ?? '']);
  }

  /** Does a dynamic block in the module use an unknown attribute to which nothing else in the module refers? */
  isHiding(steps: readonly Step[]): boolean {
    const { lost, seen, hasLocals } = this.outOfSight(steps);
    return !hasLocals && lost > seen;
  }

  /**
   * May a dynamic block in the module hold rules of a new group that shows none? `perhaps`: locals, arguments of the module,
   * outputs of other modules or entries that the plan shows may use the unknown attributes, and the reader does not weigh them.
   */
  hidesRules(steps: readonly Step[]): 'yes' | 'no' | 'perhaps' {
    if (!this.hasContributors()) return 'no';
    const { lost, seen, hasLocals } = this.outOfSight(steps);
    return !hasLocals && !this.hasLateEntries(steps) && lost > 3 * seen ? 'yes' : 'perhaps';
  }

  /** Whether an entry of a block of a new resource in the module has an unknown attribute: a dynamic block may have made the entry. */
  private hasLateEntries(steps: readonly Step[]): boolean {
    const path = steps.map(({ name }) => name).join('.');
    const late = (mark: Json): boolean => isObject(mark) && JSON.stringify(mark).includes('true');
    return this.records.some(
      ({ created, place, unknown }) =>
        created &&
        place.steps.map(({ name }) => name).join('.') === path &&
        Object.values(unknown).some((marks) => Array.isArray(marks) && marks.some(late)),
    );
  }

  private hasContributors(): boolean {
    return arrayAt(this.plan, ['relevant_attributes'])
      .filter(isObject)
      .some((entry) => this.contributor(entry, this.records) !== undefined);
  }

  /** The record of an unknown attribute that contributed to the plan. */
  private contributor(entry: JsonObject, records: readonly Instance[]): Instance | undefined {
    const address = textAt(entry, ['resource']) ?? '';
    const attribute = textAt(entry, ['attribute', 0]) ?? '';
    return records.find(
      (record) =>
        [record.address, record.address.replace(/\[[^[]*\]$/, '')].includes(this.prefixed(address)) &&
        JSON.stringify(attribute === '' ? record.unknown : (record.unknown[attribute] ?? null)).includes('true'),
    );
  }

  /** How many unknown attributes contributed and no expression of the module refers to; how many dynamic blocks the plan shows. */
  private outOfSight(steps: readonly Step[]): { lost: number; seen: number; hasLocals: boolean } {
    const path = steps.map(({ name }) => name).join('.');
    const own = this.records.filter(({ place }) => place.steps.map(({ name }) => name).join('.') === path);
    const module = this.module(steps);
    const call = ({ module: inner, ...rest }: JsonObject): JsonObject => rest;
    const spoken = mentions([
      ...arrayAt(module ?? {}, ['resources']).map((it) =>
        isObject(it)
          ? [it['expressions'], it['for_each_expression'], it['count_expression']].map((each) => each ?? null)
          : null,
      ),
      ...Object.values(objectAt(module ?? {}, ['outputs'])).map((it) => it ?? null),
      ...Object.values(objectAt(module ?? {}, ['module_calls'])).map((it) => (isObject(it) ? call(it) : null)),
    ]);
    const lost = new Set(
      arrayAt(this.plan, ['relevant_attributes'])
        .filter(isObject)
        .flatMap((entry) => {
          const attribute = textAt(entry, ['attribute', 0]) ?? '';
          const found = this.contributor(entry, own);
          if (found === undefined) return [];
          const name = `${found.mode === 'data' ? 'data.' : ''}${found.type}.${found.name}`;
          const isSpokenOf = spoken.some((reference) => {
            const parts = traversal(reference).slice(found.mode === 'data' ? 1 : 0);
            return (
              parts[0]?.text === found.type &&
              parts[1]?.text === found.name &&
              (attribute === '' || parts[2]?.text === attribute)
            );
          });
          return isSpokenOf ? [] : [`${name} ${attribute}`];
        }),
    );
    const seen = new Set(
      own
        .filter(({ created }) => created)
        .flatMap((record) => {
          const name = `${record.type}.${record.name}`;
          const shown = Object.entries(record.unknown).flatMap(([block, marks]) =>
            Array.isArray(marks) && objectAt(record.configured ?? {}, ['expressions'])[block] === undefined
              ? marks
                  .filter(isObject)
                  .flatMap((mark) => Object.entries(mark))
                  .filter(([, inner]) => inner === true || (Array.isArray(inner) && inner.includes(true)))
                  .filter(([member]) => !isBlock(record.type, `${block}.${member}`))
                  .map(([member]) => `${name} ${block}.${member}`)
              : [],
          );
          const hidden = [...PLAIN]
            .filter((block) => block.startsWith(`${record.type} `))
            .map((block) => block.slice(record.type.length + 1))
            .filter((block) => isMarkedWithin(record.unknown, block.split('.')));
          const expressions = objectAt(record.configured ?? {}, ['expressions']);
          if (
            record.type === 'aws_autoscaling_group' &&
            ALTERNATIVES.every((block) => expressions[block] === undefined)
          )
            hidden.push(...ALTERNATIVES.filter((block) => record.unknown[block] === true));
          return [...shown, ...hidden.map((block) => `${name} ${block}`)];
        }),
    );
    const hasLocals = spoken.some((reference) => reference.startsWith('local.'));
    return { lost: lost.size, seen: seen.size, hasLocals };
  }

  resourceAt(steps: readonly Step[], mode: string, type: string, name: string): JsonObject | undefined {
    return arrayAt(this.module(steps) ?? {}, ['resources'])
      .filter(isObject)
      .find((it) => it['type'] === type && it['name'] === name && (it['mode'] === 'data') === (mode === 'data'));
  }
}

// ---------------------------------------------------------------------------------------------------- references

interface Part {
  readonly text: string;
  readonly key?: string;
}

/** `module.web["a.b"].aws_x.y[0].id` as its parts, each with its key. */
function traversal(text: string): Part[] {
  const parts: Part[] = [];
  const pattern = /([A-Za-z_][\w-]*|\*)(\[(?:"((?:[^"\\]|\\.)*)"|(\d+))\])?(?:\.|$|\[)/y;
  let found = pattern.exec(text);
  while (found !== null) {
    const [, name = '', , quoted, number] = found;
    const key = quoted === undefined ? number : (JSON.parse(`"${quoted}"`) as string);
    parts.push({ text: name, ...(key === undefined ? {} : { key: quoted === undefined ? `#${key}` : key }) });
    if (pattern.lastIndex >= text.length) break;
    found = pattern.exec(text);
  }
  return parts;
}

/** Terraform lists a reference, then the objects that contain it. Only the longest of such a run is in the code. */
function longest(references: readonly string[]): string[] {
  return references.filter((reference, at) => {
    const before = references[at - 1];
    return before === undefined || !(before.startsWith(`${reference}.`) || before.startsWith(`${reference}[`));
  });
}

/** Every reference in expressions. */
function mentions(expression: Json): string[] {
  if (Array.isArray(expression)) return expression.flatMap(mentions);
  if (!isObject(expression)) return [];
  return Object.entries(expression).flatMap(([name, member]) =>
    name === 'references' ? listed(member).filter((it) => typeof it === 'string') : mentions(member ?? null),
  );
}

/** References in the templates of a string. */
function referencesIn(text: string): string[] {
  return [...text.matchAll(/\$\{([^}]*)\}/g)].flatMap(([, inside = '']) =>
    [...inside.matchAll(/(?:[A-Za-z_][\w-]*)(?:\.[\w-]+|\[(?:"[^"]*"|\d+)\]|\[[^\]"]*\]|\.\*)+/g)].map(
      ([found]) => found,
    ),
  );
}

class Resolver {
  private readonly records: readonly Instance[];
  private readonly groups: readonly Instance[];

  constructor(private readonly documents: readonly Document[]) {
    this.records = documents.flatMap(({ records }) => records);
    this.groups = this.records.filter((record) => GROUPS.has(`${record.mode}.${record.type}`));
  }

  facts(): Facts {
    return {
      groups: this.groups.map((record) => ({
        address: record.address,
        kind: GROUPS.get(`${record.mode}.${record.type}`) ?? 'managed',
      })),
      openings: this.openings(),
      attachments: this.attachments(),
    };
  }

  /** The targets of an attribute: its known values, and references in place of unknown values. */
  private target(record: Instance, path: Path): Target {
    const target = nothing();
    if (isReplaced(record, path)) return target;
    for (const value of listed(at(record.values, path))) {
      if (value === 'unknown' && record.type === 'aws_autoscaling_group') continue;
      if (typeof value !== 'string' && value !== null) lose(target, 'not a string');
      else if (value !== null && value !== '') addText(target, value);
    }
    if (isUnknown(record.unknown, path)) this.followAttribute(record, path, target);
    return target;
  }

  private followAttribute(record: Instance, path: Path, target: Target): void {
    if (record.configured === undefined) {
      lose(target, 'no configuration');
      return;
    }
    const expression = expressionAt(record, path);
    if (expression !== undefined) this.follow(expression, record.place, record.configured, target);
    else if (isDynamic(record, path)) lose(target, 'a dynamic block');
  }

  /**
   * May the attribute have only some of what its references lead to? One that picks out of several (`var.groups["db"]`,
   * `each.value`), and one that leads to no group beside several (the condition of `a ? b : c`, the key of `module.m[each.key].id`), look
   * in a plan as if all were meant; so does an expression on the way that does so.
   */
  private isChoice(record: Instance, path: Path): boolean {
    const { configured, place } = record;
    const expression = isUnknown(record.unknown, path) ? expressionAt(record, path) : undefined;
    if (expression === undefined || configured === undefined) return false;
    const target = nothing();
    this.follow(expression, place, configured, target);
    return target.read.some((each) => this.selects(each));
  }

  private selects({ expression, place, repeated }: Read): boolean {
    const led = (references: readonly string[]): Target => {
      const target = nothing();
      for (const reference of references) this.followReference(reference, place, repeated, target, new Set());
      return target;
    };
    const references = longest(arrayAt(expression, ['references']).filter((it) => typeof it === 'string'));
    const all = led(references);
    for (const value of listed(expression['constant_value']))
      if (typeof value === 'string' && value.includes('sg-')) addText(all, value);
    return references.some((reference) => {
      const target = led([reference]);
      const [head, , third] = traversal(reference);
      if (head?.text === 'module' && third === undefined) {
        if (this.differ(target)) return true;
      } else if (reference.startsWith('each.value') || isPart(reference)) {
        if (this.areSeveral(target, true)) return true;
      }
      const leadsToGroups = target.records.size > 0 || [...target.texts].some((text) => text.includes('sg-'));
      return !leadsToGroups && this.areSeveral(all, false);
    });
  }

  /** Is this more than one target? Strings that are not ids count only with `withTexts`. */
  private areSeveral({ records, texts }: Target, withTexts: boolean): boolean {
    return records.size + [...texts].filter((text) => withTexts || text.includes('sg-')).length > 1;
  }

  /** Are these more than one resource? All instances of a resource count as one. */
  private differ({ records, texts }: Target): boolean {
    const kinds = [...records].map(({ place, mode, type, name }) =>
      [place.document.stack, ...place.steps.map((step) => step.name), mode, type, name].join(' '),
    );
    return new Set(kinds).size + [...texts].filter((text) => text.includes('sg-')).length > 1;
  }

  /** @param repeated the resource or call whose `for_each` the expression may refer to */
  private follow(
    expression: JsonObject,
    place: Place,
    repeated: JsonObject,
    target: Target,
    seen = new Set<string>(),
  ): void {
    target.read.push({ expression, place, repeated });
    for (const value of listed(expression['constant_value']))
      if (typeof value === 'string' && value !== '' && !value.includes('${')) addText(target, value);
    const references = arrayAt(expression, ['references']).filter((it) => typeof it === 'string');
    for (const reference of longest(references)) this.followReference(reference, place, repeated, target, seen);
    // A function of constants leaves no reference and no value.
    if (Object.keys(expression).length === 0) lose(target, 'a function');
  }

  private followReference(
    reference: string,
    place: Place,
    repeated: JsonObject,
    target: Target,
    before: Set<string>,
  ): void {
    const mark = `${place.document.stack} ${place.steps.map(stepText).join('.')} ${reference}`;
    if (before.has(mark)) return;
    const seen = new Set([...before, mark]);
    const [head, second, third] = traversal(reference);
    switch (head?.text) {
      case 'each': {
        if (second?.text !== 'value') return;
        const outer = objectOr(repeated, ['for_each_expression']);
        if (outer === undefined) lose(target, reference);
        else this.follow(outer, place, {}, target, seen);
        return;
      }
      case 'count':
      case 'path':
      case 'terraform':
        return;
      case 'var':
        return this.followVariable(second?.text ?? '', place, target, seen);
      case 'module':
        return this.followOutput(second ?? { text: '' }, third?.text, place, target, seen);
      case 'data':
        return this.followResource('data', second?.text ?? '', reference, place, target, seen);
      default:
        return this.followResource('managed', head?.text ?? '', reference, place, target, seen);
    }
  }

  private followVariable(name: string, place: Place, target: Target, seen: Set<string>): void {
    const { document, steps } = place;
    const call = document.call(steps);
    if (steps.length > 0 && call !== undefined) {
      const given = objectOr(call, ['expressions', name]);
      if (given !== undefined) return this.follow(given, { document, steps: steps.slice(0, -1) }, call, target, seen);
    }
    // Nothing was planned yet: a default may give way to another value.
    if (at(document.plan, ['stage']) === 'synth') return lose(target, `var.${name}`);
    const value = steps.length === 0 ? at(document.plan, ['variables', name, 'value']) : undefined;
    const declared = objectOr(document.module(steps) ?? {}, ['variables', name]);
    if (value === undefined && declared === undefined) lose(target, `var.${name}`);
    else this.follow({ constant_value: value ?? declared?.['default'] ?? null }, place, {}, target, seen);
  }

  private followOutput(
    { text: name, key }: Part,
    output: string | undefined,
    place: Place,
    target: Target,
    seen: Set<string>,
  ): void {
    const { document } = place;
    const steps = [...place.steps, { name, ...(key === undefined ? {} : { key }) }];
    const outputs = objectOr(document.module(steps) ?? {}, ['outputs']);
    if (document.call(steps) === undefined || (output !== undefined && outputs?.[output] === undefined)) {
      lose(target, `module.${name}.${output ?? ''}`);
      return;
    }
    // `module.web[each.key].group` is shown as `module.web`.
    for (const each of output === undefined ? Object.keys(outputs ?? {}) : [output])
      this.follow(objectAt(outputs ?? {}, [each, 'expression']), { document, steps }, {}, target, seen);
  }

  private followResource(
    mode: string,
    type: string,
    reference: string,
    place: Place,
    target: Target,
    seen: Set<string>,
  ): void {
    const parts = traversal(reference).slice(mode === 'data' ? 2 : 1);
    const [{ text: name, key } = { text: '' }, attribute] = parts;
    const { document, steps } = place;
    if (type === 'terraform_remote_state') {
      const producer = textAt(document.plan, ['remote_states', `data.terraform_remote_state.${name}`]);
      const other = this.documents.find(({ stack }) => stack === producer);
      // CDKTF gives outputs names with dots.
      const outputs = objectAt(other?.module([]) ?? {}, ['outputs']);
      const output = reference.slice(reference.indexOf('.outputs.') + '.outputs.'.length);
      const found = objectOr(outputs, [
        Object.keys(outputs).find(
          (it) => output === it || output.startsWith(`${it}.`) || output.startsWith(`${it}[`),
        ) ?? '',
      ]);
      if (other === undefined || found === undefined) lose(target, reference);
      else this.follow(objectAt(found, ['expression']), { document: other, steps: [] }, {}, target, seen);
      return;
    }
    const configured = document.resourceAt(steps, mode, type, name);
    const records = document.records.filter(
      (it) =>
        it.mode === mode &&
        it.type === type &&
        it.name === name &&
        within(it, steps) &&
        (key === undefined || it.key === key),
    );
    if (configured === undefined && records.length === 0) {
      lose(target, reference);
      return;
    }
    if (mode === 'managed' && type === 'aws_vpc' && attribute?.text === 'default_security_group_id') {
      this.defaultGroupsOf(records, target);
      return;
    }
    const passed = type === 'terraform_data' && attribute?.text === 'output' ? 'input' : (attribute?.text ?? 'id');
    const carried = objectOr(configured ?? {}, ['expressions', passed]);
    if (carried !== undefined && configured !== undefined && passed !== 'name' && passed !== 'id')
      return this.follow(carried, place, configured, target, seen);
    for (const record of records) target.records.add(record);
    // A managed group without instances does not exist. A data source that is not in the plan may be any group.
    if (records.length === 0 && !(mode === 'managed' && GROUPS.has(`managed.${type}`))) lose(target, reference);
  }

  private defaultGroupsOf(vpcs: readonly Instance[], target: Target): void {
    for (const group of this.groups) {
      if (group.type !== 'aws_default_security_group') continue;
      if (this.vpcsOf(group).some((vpc) => vpcs.includes(vpc))) target.records.add(group);
    }
  }

  /** Does the target mean this record: by reference, or by a known value of it? */
  private isNamed(record: Instance, target: Target): boolean {
    return target.records.has(record) || this.textsOf(record).some((text) => target.texts.has(text));
  }

  /** The known values by which others name it. A VPC gives its default group by an attribute of its own. */
  private textsOf(record: Instance): string[] {
    const name = textAt(record.values, ['name']);
    const own = [
      ...['id', 'arn'].map((attribute) => record.values[attribute]),
      // An id of AWS is not a name that a user can choose, and most types are never referred to by name.
      NAMED.has(record.type) && name !== undefined && !ID.test(name) ? name : undefined,
    ];
    const given =
      record.type === 'aws_default_security_group'
        ? this.vpcsOf(record).map(({ values }) => values['default_security_group_id'])
        : [];
    return [...own, ...given].filter((text) => typeof text === 'string').filter((text) => text !== '');
  }

  private vpcsOf(group: Instance): Instance[] {
    const named = this.target(group, ['vpc_id']);
    return this.records.filter(
      (record) => record.type === 'aws_vpc' && record.mode === 'managed' && this.isNamed(record, named),
    );
  }

  private meaning(target: Target): Meaning {
    const groups = this.groups.filter((group) => this.isNamed(group, target));
    const names = new Set(groups.flatMap((group) => this.textsOf(group)));
    const ids = [...target.texts].filter((text) => !names.has(text));
    const others = [...target.records].some((record) => !this.groups.includes(record));
    return {
      groups: groups.map(({ address }) => address).sort(),
      ids: ids.sort(),
      unsure: target.lost.size > 0 || others,
    };
  }

  private means(record: Instance, path: Path): Meaning {
    return this.meaning(this.target(record, path));
  }

  // ------------------------------------------------------------------------------------------- allowed traffic

  private openings(): OpeningFact[] {
    const standalone = this.records.flatMap((record) => this.standalone(record));
    const told = this.groupsOf(standalone.filter(({ group }) => isOne(group)));
    const former = this.groupsOf(
      this.documents.flatMap((document) => document.former).flatMap((record) => this.standalone(record)),
    );
    const inline = this.groups
      .filter(({ mode }) => mode === 'managed')
      .flatMap((group) => {
        // AWS returns a standalone rule in its group as well, also a rule that the plan deletes.
        const isTold = (opening: OpeningFact): boolean => {
          const key = sameness(opening, group.address);
          // A function of constants leaves an empty expression.
          const own = at(group.configured ?? {}, ['expressions', opening.direction]) ?? null;
          const isBare =
            group.isForgotten ||
            (group.configured !== undefined && own === null && !writesAnew(group, opening.direction));
          return told.has(key) || (isBare && former.has(key));
        };
        return this.inline(group).filter((opening) => !isTold(opening));
      });
    return [...standalone, ...inline];
  }

  /** One key for each rule that allows traffic and each group that has the rule. */
  private groupsOf(openings: readonly OpeningFact[]): ReadonlySet<string> {
    return new Set(openings.flatMap((opening) => opening.group.groups.map((group) => sameness(opening, group))));
  }

  private standalone(record: Instance): OpeningFact[] {
    const { address, type, mode } = record;
    const modern = /^aws_vpc_security_group_(ingress|egress)_rule$/.exec(type);
    if (mode !== 'managed' || (modern === null && type !== 'aws_security_group_rule')) return [];
    const group = this.means(record, ['security_group_id']);
    const told = (name: string): State => stateOf(record, [name]);
    const direction = modern?.[1] ?? directionOf(told('type'));
    const common = { address, direction, group };
    const protocol = protocolOf(told(modern === null ? 'protocol' : 'ip_protocol'));
    const ports = portsOf(told('from_port'), told('to_port'));
    const peers = modern === null ? this.classicPeers(record, group) : this.modernPeers(record, group);
    return peers.map((peer) => ({ ...common, protocol, ports, peer }));
  }

  private modernPeers(record: Instance, own: Meaning): PeerFact[] {
    const peers: PeerFact[] = [];
    for (const path of ['cidr_ipv4', 'cidr_ipv6', 'prefix_list_id', 'referenced_security_group_id']) {
      const state = stateOf(record, [path]);
      if (state.is === 'unset') continue;
      if (path.startsWith('cidr')) {
        const isText = state.is === 'known' && typeof state.value === 'string';
        peers.push(isText ? cidrPeer(state.value, path) : latePeer(path, templateOf(record, path)));
      } else if (path === 'prefix_list_id') {
        peers.push(...this.listPeers(this.target(record, [path]), path));
      } else {
        peers.push(groupPeer(this.meaning(ownAccount(this.target(record, [path]))), path, own));
      }
    }
    return peers;
  }

  private classicPeers(record: Instance, own: Meaning): PeerFact[] {
    const peers: PeerFact[] = [];
    for (const path of ['cidr_blocks', 'ipv6_cidr_blocks']) {
      const value = record.values[path] ?? null;
      for (const text of textsIn(value)) peers.push(cidrPeer(text, path));
      if (isMisshapen(value) || (isUnknown(record.unknown, [path]) && mayBeSet(record, [path])))
        peers.push(latePeer(path, templateOf(record, path)));
    }
    for (const each of apart(this.target(record, ['prefix_list_ids'])))
      peers.push(...this.listPeers(each, 'prefix_list_ids'));
    if (stateOf(record, ['source_security_group_id']).is !== 'unset')
      peers.push(
        groupPeer(
          this.meaning(ownAccount(this.target(record, ['source_security_group_id']))),
          'source_security_group_id',
          own,
        ),
      );
    const self = stateOf(record, ['self']);
    if (self.is === 'known' && (self.value === true || self.value === 'true'))
      peers.push({ kind: 'self', cidr: '', means: NOBODY, path: 'self' });
    else if (self.is === 'unknown' || (self.is === 'known' && isNoSwitch(self.value))) peers.push(unknownPeer('self'));
    return peers;
  }

  /** A prefix list of which every entry is known stands for its ranges. */
  private listPeers(target: Target, path: string): PeerFact[] {
    const whole: PeerFact = { kind: 'prefix_list', cidr: '', means: this.meaning(target), path };
    if (target.lost.size > 0 || target.records.size + target.texts.size !== 1) return [whole];
    const list = this.records.find((record) => record.type.endsWith('prefix_list') && this.isNamed(record, target));
    const ranges = list === undefined ? undefined : this.rangesOf(list);
    return ranges === undefined ? [whole] : [...new Set(ranges)].map((range) => cidrPeer(range, path));
  }

  private rangesOf(list: Instance): string[] | undefined {
    const entries = this.records.filter(
      (record) =>
        record.type === 'aws_ec2_managed_prefix_list_entry' &&
        this.isNamed(list, this.target(record, ['prefix_list_id'])),
    );
    const ranges = [
      ...['entry', 'entries'].flatMap((block) => listed(list.values[block])).map((entry) => at(entry, ['cidr'])),
      ...listed(list.values['cidr_blocks']),
      ...entries.map(({ values }) => values['cidr']),
    ];
    const isWhole = ['entry', 'entries', 'cidr_blocks'].every((member) => stateOf(list, [member]).is !== 'unknown');
    // An empty list has entries that are declared outside of this plan.
    if (!isWhole || ranges.length === 0) return undefined;
    return ranges.every((range) => typeof range === 'string') ? ranges : undefined;
  }

  private inline(group: Instance): OpeningFact[] {
    return ['ingress', 'egress'].flatMap((direction) =>
      this.entries(group, direction).map((opening) => ({
        address: group.address,
        direction,
        group: { groups: [group.address], ids: [], unsure: false },
        ...opening,
      })),
    );
  }

  private entries(group: Instance, direction: string): Pick<OpeningFact, 'protocol' | 'ports' | 'peer'>[] {
    const known = group.values[direction];
    if (Array.isArray(known))
      return [
        ...known.flatMap((entry, index) => this.entry(group, direction, index, isObject(entry) ? entry : {})),
        ...this.toldApart(group, direction, known.filter(isObject)),
      ];
    if (stateOf(group, [direction]).is === 'unset') return [];
    const templates = at(objectAt(group.configured ?? {}, ['expressions', direction]), ['constant_value']);
    const anything = {
      ...{ protocol: 'unknown', ports: portsOf({ is: 'unknown' }, { is: 'unknown' }), peer: unknownPeer(direction) },
    };
    if (!Array.isArray(templates)) return [anything];
    const told = templates
      .filter(isObject)
      .flatMap((template, index) => this.templateEntry(group, direction, index, template));
    // Constants are known: that something is not, a dynamic block beside them has done.
    const isConstant = !JSON.stringify(templates).includes('${') && group.unknown[direction] === true;
    return isConstant ? [...told, anything] : told;
  }

  /**
   * Several templates for the same traffic: each template makes an entry, but the plan does not tell which of the unknown
   * groups belongs to which entry.
   */
  private toldApart(
    group: Instance,
    direction: string,
    known: readonly JsonObject[],
  ): Pick<OpeningFact, 'protocol' | 'ports' | 'peer'>[] {
    const expression = objectAt(group.configured ?? {}, ['expressions', direction]);
    const traffic = (entry: JsonObject): string =>
      JSON.stringify([
        protocolOf(stateIn(entry, 'protocol')),
        portsOf(stateIn(entry, 'from_port'), stateIn(entry, 'to_port')),
      ]);
    const hidden = new Set(
      known
        .filter((_, index) => isUnknown(group.unknown, [direction, index, 'security_groups']))
        .map((entry) => traffic(entry)),
    );
    const templates = arrayAt(expression, ['constant_value']).flatMap((template, index) =>
      isObject(template) &&
      isTemplate(template['security_groups']) &&
      !['from_port', 'to_port', 'protocol'].some((member) => isTemplate(template[member]))
        ? [{ template, index, traffic: traffic(template) }]
        : [],
    );
    if (new Set(templates.map((it) => it.traffic)).size === templates.length) return [];
    return templates
      .filter((it) => hidden.has(it.traffic))
      .flatMap(({ template, index }) => this.templateEntry(group, direction, index, template))
      .filter(({ peer }) => peer.path.endsWith('.security_groups'));
  }

  private entry(
    group: Instance,
    direction: string,
    index: number,
    entry: JsonObject,
  ): Pick<OpeningFact, 'protocol' | 'ports' | 'peer'>[] {
    const isHidden = (member: string): boolean => isUnknown(group.unknown, [direction, index, member]);
    const targets = (member: string): Target => this.hiddenMember(group, direction, entry, member);
    const written = LISTS.flatMap((member): [string, Json][] => {
      if (!isHidden(member) || Array.isArray(entry[member])) return [];
      const texts = this.writtenBeside(group, direction, entry, member);
      return texts.length > 0 ? [[member, texts]] : [];
    });
    const known = { ...entry, ...Object.fromEntries(written) };
    return this.entryPeers(group, `${direction}.${index}`, known, isHidden, targets);
  }

  /** The literals in the code of a list that is unknown as a whole, in the templates with exactly the traffic of the entry. */
  private writtenBeside(group: Instance, direction: string, entry: JsonObject, member: string): string[] {
    const templates = at(objectAt(group.configured ?? {}, ['expressions', direction]), ['constant_value']);
    return (Array.isArray(templates) ? templates : [])
      .filter(isObject)
      .filter((template) =>
        ['from_port', 'to_port', 'protocol'].every((name) => (template[name] ?? null) === (entry[name] ?? '')),
      )
      .flatMap((template) => spelledOut(template[member]));
  }

  /** In JSON syntax the configuration has the entries with their templates: the entry with the same ports is the one. */
  private hiddenMember(group: Instance, direction: string, entry: JsonObject, member: string): Target {
    const target = nothing();
    const expression = objectOr(group.configured ?? {}, ['expressions', direction]);
    const templates = at(expression ?? {}, ['constant_value']);
    const alike = (Array.isArray(templates) ? templates.filter(isObject) : []).filter(
      (template) =>
        isTemplate(template[member]) &&
        ['from_port', 'to_port'].every(
          (port) => isTemplate(template[port]) || (template[port] ?? null) === (entry[port] ?? null),
        ),
    );
    if (alike.length > 0) {
      for (const template of alike) this.followTemplate(group, template[member], target);
    } else if (expression !== undefined && group.configured !== undefined) {
      this.follow(expression, group.place, group.configured, target);
    } else {
      lose(target, 'no configuration');
    }
    return target;
  }

  private followTemplate(group: Instance, value: Json | undefined, target: Target): void {
    const references = listed(value).flatMap((text) => (typeof text === 'string' ? referencesIn(text) : []));
    if (references.length === 0) lose(target, 'a template');
    for (const reference of references)
      this.followReference(reference, group.place, group.configured ?? {}, target, new Set());
  }

  private templateEntry(
    group: Instance,
    direction: string,
    index: number,
    template: JsonObject,
  ): Pick<OpeningFact, 'protocol' | 'ports' | 'peer'>[] {
    const isHidden = (member: string): boolean => isTemplate(template[member]);
    const targets = (member: string): Target => {
      const target = nothing();
      this.followTemplate(group, template[member], target);
      return target;
    };
    const known = Object.fromEntries(
      Object.entries(template).flatMap(([member, value]): [string, Json][] => {
        if (!isHidden(member)) return [[member, value ?? null]];
        return LISTS.includes(member) ? [[member, spelledOut(value)]] : [];
      }),
    );
    const place = `${direction}.${index}`;
    return this.entryPeers(group, place, known, isHidden, targets).map((opening) => {
      const { kind, path } = opening.peer;
      const member = ['cidr_blocks', 'ipv6_cidr_blocks'].find((it) => path === `${place}.${it}`);
      const isLate = kind === 'unknown' && member !== undefined;
      return isLate ? { ...opening, peer: latePeer(path, template[member]) } : opening;
    });
  }

  private entryPeers(
    group: Instance,
    place: string,
    entry: JsonObject,
    isHidden: (member: string) => boolean,
    targets: (member: string) => Target,
  ): Pick<OpeningFact, 'protocol' | 'ports' | 'peer'>[] {
    const state = (member: string): State => (isHidden(member) ? { is: 'unknown' } : stateIn(entry, member));
    const own: Meaning = { groups: [group.address], ids: [], unsure: false };
    const peers: PeerFact[] = [];
    for (const member of ['cidr_blocks', 'ipv6_cidr_blocks']) {
      for (const text of textsIn(entry[member] ?? null)) peers.push(cidrPeer(text, `${place}.${member}`));
      if (isHidden(member)) peers.push(unknownPeer(`${place}.${member}`));
    }
    const named = (member: string): Target[] => textsIn(entry[member] ?? null).map(textTarget);
    const lists = `${place}.prefix_list_ids`;
    for (const target of named('prefix_list_ids')) peers.push(...this.listPeers(target, lists));
    if (isHidden('prefix_list_ids')) peers.push(...this.listPeers(targets('prefix_list_ids'), lists));
    const groups = `${place}.security_groups`;
    for (const target of named('security_groups')) peers.push(groupPeer(this.meaning(ownAccount(target)), groups, own));
    if (isHidden('security_groups')) peers.push(groupPeer(this.meaning(targets('security_groups')), groups, own));
    const self = entry['self'] ?? null;
    if (self === true || self === 'true') peers.push({ kind: 'self', cidr: '', means: NOBODY, path: `${place}.self` });
    if (isNoSwitch(self)) peers.push(unknownPeer(`${place}.self`));
    for (const member of ['cidr_blocks', 'ipv6_cidr_blocks', 'prefix_list_ids', 'security_groups'])
      if (isMisshapen(entry[member] ?? null)) peers.push(unknownPeer(`${place}.${member}`));
    if (isHidden('self')) peers.push(unknownPeer(`${place}.self`));
    const protocol = protocolOf(state('protocol'));
    const ports = portsOf(state('from_port'), state('to_port'));
    return peers.map((peer) => ({ protocol, ports, peer }));
  }

  // -------------------------------------------------------------------------------------------------- attachments

  private attachments(): AttachmentFact[] {
    const managed = this.records.filter(({ mode }) => mode === 'managed');
    const of = (...types: string[]): Instance[] =>
      managed.filter(({ type }) => types.includes(ALIASES.get(type) ?? type));
    const named = (target: Target): Instance[] => managed.filter((record) => this.isNamed(record, target));
    const merged = (records: readonly Instance[], path: Path): Target =>
      records.map((record) => this.target(record, path)).reduce(union, nothing());

    const balancers = of('aws_lb').filter((record) => {
      const type = stateOf(record, ['load_balancer_type']);
      return type.is !== 'known' || type.value === 'application';
    });
    const scaling = of('aws_autoscaling_attachment', 'aws_autoscaling_traffic_source_attachment');
    const attached = named(merged(scaling, ['autoscaling_group_name']));
    const serving = of('aws_autoscaling_group').filter(
      (record) =>
        attached.includes(record) ||
        listed(record.values['traffic_source']).length > 0 ||
        !isNothing(this.target(record, ['target_group_arns'])),
    );
    const given = merged(of('aws_lb_target_group_attachment'), ['target_id']);
    // A reference may also name an instance by its address or its first interface.
    const meant = (target: Target): Instance[] =>
      managed.filter(
        (record) =>
          this.isNamed(record, target) ||
          ['private_ip', 'primary_network_interface_id'].some((member) => {
            const value = textAt(record.values, [member]);
            return value !== undefined && value !== '' && target.texts.has(value);
          }),
      );
    const targets = meant(given);
    const instances = of('aws_instance', 'aws_spot_instance_request').filter((record) => targets.includes(record));
    const launched = [
      ...serving.flatMap((record) => this.launches(record)),
      ...instances.map((record) => this.launchedFrom(record)),
    ].flatMap(named);
    const templates = of('aws_launch_template', 'aws_launch_configuration').filter((record) =>
      launched.includes(record),
    );
    const isServing = (target: Target): boolean => named(target).some((it) => instances.includes(it));
    const used = [
      ...instances.map((record) => this.interfacesOf(record)),
      ...templates.flatMap((record) => this.interfaces(record, 'network_interfaces')),
      ...of('aws_network_interface_attachment')
        .filter((record) => isServing(this.target(record, ['instance_id'])))
        .map((record) => this.target(record, ['network_interface_id'])),
    ].flatMap(named);
    const interfaces = of('aws_network_interface').filter(
      (record) =>
        targets.includes(record) ||
        used.includes(record) ||
        listed(record.values['attachment']).some((_, at) =>
          isServing(this.target(record, ['attachment', at, 'instance'])),
        ),
    );
    const services = of('aws_ecs_service').filter(({ values }) =>
      ['load_balancer', 'network_configuration'].every((block) => listed(values[block]).length > 0),
    );
    const late = of('aws_network_interface_sg_attachment').filter((record) =>
      meant(this.target(record, ['network_interface_id'])).some(
        (it) => instances.includes(it) || interfaces.includes(it),
      ),
    );
    const endpoints = of('aws_vpc_endpoint').filter(
      (record) => !isNothing(this.target(record, ['security_group_ids'])),
    );
    const pointers: (readonly [Instance, Path])[] = [
      ...of('aws_lb_target_group_attachment').map((record) => [record, ['target_id']] as const),
      ...scaling.map((record) => [record, ['autoscaling_group_name']] as const),
      ...serving.flatMap((record) => launchPaths(record).map((path) => [record, path] as const)),
      ...of('aws_network_interface_sg_attachment').map((record) => [record, ['network_interface_id']] as const),
    ];
    const attach = (tier: string, records: readonly Instance[]): AttachmentFact[] =>
      records.map((record) => this.attachment(tier, record));
    return [
      ...attach('alb', balancers),
      ...attach('app', [...templates, ...interfaces, ...services, ...late]),
      ...pointers.flatMap(([record, path]) => this.lostAttachment(record, path)),
      ...instances.flatMap((record) => this.instanceAttachment(record, named)),
      ...attach('db', of('aws_db_instance', 'aws_rds_cluster', 'aws_db_proxy')),
      ...attach('endpoint', [...endpoints, ...of('aws_vpc_endpoint_security_group_association')]),
    ];
  }

  /** An instance that has its groups from interfaces or a launch template of the plan holds none itself. */
  private instanceAttachment(record: Instance, named: (target: Target) => readonly Instance[]): AttachmentFact[] {
    const own = this.attachment('app', record);
    const interfaces = hasNoGroups(record) ? this.interfacesOf(record) : nothing();
    const source = isNothing(interfaces) ? this.launchedFrom(record) : interfaces;
    if (isNothing(source)) return [own];
    const shown = named(source).filter(
      ({ type }) => type === 'aws_network_interface' || type === 'aws_launch_template',
    );
    const isShown =
      source.lost.size === 0 && apart(source).every((each) => shown.some((holder) => this.isNamed(holder, each)));
    if (isShown) return [];
    const all = groupPaths(record).map((path) => this.target(record, path));
    return [{ ...own, means: this.meaning([...all, source].reduce(union, nothing())), state: 'unknown' }];
  }

  /** The launch template of an instance that names no groups itself. */
  private launchedFrom(record: Instance): Target {
    if (listed(record.values['launch_template']).length === 0 || !hasNoGroups(record)) return nothing();
    return ['id', 'name'].map((member) => this.target(record, ['launch_template', 0, member])).reduce(union, nothing());
  }

  private interfacesOf(record: Instance): Target {
    return ['network_interface', 'primary_network_interface']
      .flatMap((block) => this.interfaces(record, block))
      .reduce(union, nothing());
  }

  private launches(record: Instance): Target[] {
    return launchPaths(record).map((path) => this.target(record, path));
  }

  /** A target that the plan does not name: the target may have any group. */
  private lostAttachment(record: Instance, path: Path): AttachmentFact[] {
    if (this.target(record, path).lost.size === 0) return [];
    return [{ tier: 'app', address: record.address, path: path.join('.'), means: UNSURE, state: 'unknown' }];
  }

  private interfaces(record: Instance, block: string): Target[] {
    return listed(record.values[block]).map((_, index) => this.target(record, [block, index, 'network_interface_id']));
  }

  private attachment(tier: string, record: Instance): AttachmentFact {
    const paths = groupPaths(record);
    const target = paths.map((path) => this.target(record, path)).reduce(union, nothing());
    const means = this.meaning(target);
    const unread = means.groups.some((address) =>
      this.groups.some(
        (group) => group.address === address && group.mode === 'data' && typeof group.values['id'] !== 'string',
      ),
    );
    const state = ((): AttachmentFact['state'] => {
      if (means.unsure || unread || paths.some((path) => this.isChoice(record, path))) return 'unknown';
      if (!isNothing(target)) return 'known';
      return paths.some((path) => stateOf(record, path).is === 'unknown') ? 'unknown' : 'unset';
    })();
    return { tier, address: record.address, path: (paths[0] ?? []).join('.'), means, state };
  }
}

// ---------------------------------------------------------------------------------------------------- pieces

const NOBODY: Meaning = { groups: [], ids: [], unsure: false };
const UNSURE: Meaning = { groups: [], ids: [], unsure: true };

/** The paths at which a scaling group names its launch template or launch configuration. */
function launchPaths(record: Instance): Path[] {
  const mixed: Path = ['mixed_instances_policy', 0, 'launch_template', 0];
  const hidden = [['launch_template'], mixed.slice(0, 1), mixed.slice(0, 3), [...mixed, 'override']].filter((path) =>
    isHiddenBlock(record, path),
  );
  const named: Path[] = [
    ['launch_template', 0, 'id'],
    ['launch_template', 0, 'name'],
    ['launch_configuration'],
    [...mixed, 'launch_template_specification', 0, 'launch_template_id'],
    [...mixed, 'launch_template_specification', 0, 'launch_template_name'],
    ...listed(at(record.values, [...mixed, 'override'])).flatMap((_, index): Path[] =>
      ['launch_template_id', 'launch_template_name'].map((member): Path => [
        ...mixed,
        ...['override', index, 'launch_template_specification', 0, member],
      ]),
    ),
  ];
  const isBeneath = (path: Path): boolean => hidden.some((block) => block.every((step, index) => path[index] === step));
  return [...hidden, ...named.filter((path) => !isBeneath(path))];
}

/** Where a resource names its groups; those of its interfaces come first. */
function groupPaths(record: Instance): Path[] {
  const { type, values } = record;
  const blocks = ['network_interfaces', 'network_configuration'];
  const inside = [
    ...blocks.filter((block) => isHiddenBlock(record, [block])).map((block): Path => [block]),
    ...blocks.flatMap((block) => listed(values[block]).map((_, index): Path => [block, index, 'security_groups'])),
  ];
  const attributes: string[] = {
    aws_db_instance: ['vpc_security_group_ids'],
    aws_db_proxy: ['vpc_security_group_ids'],
    aws_ecs_service: [],
    aws_instance: ['vpc_security_group_ids', 'security_groups'],
    aws_launch_template: ['vpc_security_group_ids', 'security_group_names'],
    aws_network_interface_sg_attachment: ['security_group_id'],
    aws_rds_cluster: ['vpc_security_group_ids'],
    aws_spot_instance_request: ['vpc_security_group_ids', 'security_groups'],
    aws_vpc_endpoint: ['security_group_ids'],
    aws_vpc_endpoint_security_group_association: ['security_group_id'],
  }[type] ?? ['security_groups'];
  return [...inside, ...attributes.map((attribute): Path => [attribute])];
}

/** Does the configuration of an instance name no groups at all? */
function hasNoGroups(record: Instance): boolean {
  return ['vpc_security_group_ids', 'security_groups'].every((path) => stateOf(record, [path]).is === 'unset');
}

type State = { readonly is: 'known'; readonly value: Json } | { readonly is: 'unset' } | { readonly is: 'unknown' };

/** A computed attribute is unknown in the plan even where the code does not set it, so the configuration decides. */
function stateOf(record: Instance, path: Path): State {
  if (isReplaced(record, path)) return { is: 'unset' };
  const value = at(record.values, path) ?? null;
  if (value !== null && value !== '') return { is: 'known', value };
  return isMarked(record.unknown, path) && mayBeSet(record, path) ? { is: 'unknown' } : { is: 'unset' };
}

/** The strings of a list, or of an object in place of a list. */
function textsIn(value: Json): string[] {
  const elements = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return elements.filter((text) => typeof text === 'string');
}

/** Neither null nor a list of strings. */
function isMisshapen(value: Json): boolean {
  if (value === null) return false;
  return !Array.isArray(value) || value.some((element) => element !== null && typeof element !== 'string');
}

function isNoSwitch(value: Json): boolean {
  return !([null, true, false, 'true', 'false'] as Json[]).includes(value);
}

function stateIn(entry: JsonObject, member: string): State {
  const value = entry[member] ?? null;
  return value === null ? { is: 'unset' } : { is: 'known', value };
}

function holdsResources(module: JsonObject): boolean {
  return (
    arrayAt(module, ['resources']).length > 0 ||
    arrayAt(module, ['child_modules']).some((it) => isObject(it) && holdsResources(it))
  );
}

/** Does an update change the inline rules of the group? Then a dynamic block sets them. */
function writesAnew({ former, values }: Instance, direction: string): boolean {
  if (Object.keys(former).length === 0) return false;
  const [before, now] = [former, values].map((side) =>
    [...new Set(listed(side[direction]).map((entry) => JSON.stringify(entry)))].sort(),
  );
  return JSON.stringify(before) !== JSON.stringify(now);
}

/** The expression of an attribute; that of the whole block where the block is flat. */
function expressionAt({ configured }: Instance, path: Path): JsonObject | undefined {
  const expressions = objectAt(configured ?? {}, ['expressions']);
  return objectOr(expressions, path) ?? (path.length > 1 ? objectOr(expressions, path.slice(0, 1)) : undefined);
}

/** Attributes that are written as blocks. The plan shows one entry for a `dynamic` block whose `for_each` is unknown. */
const WRITTEN_AS_BLOCKS: ReadonlySet<string> = new Set([
  ...['aws_security_group ingress', 'aws_security_group egress'],
  ...['aws_default_security_group ingress', 'aws_default_security_group egress'],
]);

/** Attributes of an entry that are lists of sources or destinations. */
const LISTS = ['cidr_blocks', 'ipv6_cidr_blocks', 'prefix_list_ids', 'security_groups'];

/** The elements of a list that hold no template. */
function spelledOut(value: Json | undefined): string[] {
  return textsIn(value ?? null).filter((text) => !text.includes('${'));
}

const MIXED = 'mixed_instances_policy.launch_template';

/** Blocks with groups, or with resources that have groups, which the provider computes where the code has none. */
const COMPUTED: ReadonlySet<string> = new Set([
  ...['aws_ec2_managed_prefix_list entry', `aws_autoscaling_group ${MIXED}.override`],
]);

/** The same that a provider never computes. */
const PLAIN: ReadonlySet<string> = new Set([
  ...['aws_launch_template network_interfaces', 'aws_ecs_service network_configuration'],
  ...['aws_instance launch_template', 'aws_spot_instance_request launch_template'],
  ...[`aws_autoscaling_group ${MIXED}`, `aws_autoscaling_group ${MIXED}.launch_template_specification`],
  `aws_autoscaling_group ${MIXED}.override.launch_template_specification`,
]);

/** A scaling group has exactly one of these. */
const ALTERNATIVES = ['launch_configuration', 'launch_template', 'mixed_instances_policy'];

/** Attributes that name the one launch template. */
const NAMINGS = [
  ['id', 'name'],
  ['launch_template_id', 'launch_template_name'],
] as const;

/** The type, and the path without indexes. */
function schemaPath({ type }: Pick<Instance, 'type'>, path: Path): string {
  return `${type} ${path.filter((step) => typeof step === 'string').join('.')}`;
}

function isWritten(record: Instance, path: Path): boolean {
  const expression = at(objectAt(record.configured ?? {}, ['expressions']), path) ?? null;
  // An expression that gave null: the plan knows the attribute, and shows no value.
  const value = at(record.values, path) ?? null;
  if (
    (value === null || value === '') &&
    !isMarked(record.unknown, path) &&
    (at(record.unknown, path) ?? false) === false
  )
    return false;
  const isNull =
    isObject(expression) && expression['constant_value'] === null && expression['references'] === undefined;
  return expression !== null && !isNull;
}

function isBlock(type: string, path: string): boolean {
  return PLAIN.has(`${type} ${path}`) || COMPUTED.has(`${type} ${path}`);
}

/** Is a block at this path unknown as a whole? */
function isMarkedWithin(marks: Json | undefined, [name = '', ...rest]: readonly string[]): boolean {
  return listed(marks ?? null).some((mark) => {
    const inner = isObject(mark) ? mark[name] : undefined;
    return rest.length === 0 ? inner === true : isMarkedWithin(inner, rest);
  });
}

/** Does the configuration set another attribute of the same meaning, in place of this attribute or its block? */
function isReplaced(record: Instance, path: Path): boolean {
  if (record.type !== 'aws_autoscaling_group' && record.type !== 'aws_instance') return false;
  return path.some((step, index) => {
    const around = path.slice(0, index);
    const others =
      index === 0 && record.type === 'aws_autoscaling_group' && ALTERNATIVES.includes(String(step))
        ? ALTERNATIVES
        : index > 0
          ? (NAMINGS.find((names) => names.some((name) => name === step)) ?? [])
          : [];
    return (
      !isWritten(record, [...around, step]) &&
      others.some((other) => other !== step && isWritten(record, [...around, other]))
    );
  });
}

/** Of the alternatives, does the configuration set this one, or does a new group show it? */
function isTaken(record: Instance, block: string): boolean {
  return isWritten(record, [block]) || (record.created && listed(record.values[block]).length > 0);
}

/** A block that is unknown as a whole since a dynamic block hides it. */
function isHiddenBlock(record: Instance, path: Path): boolean {
  if (at(record.unknown, path) !== true) return false;
  const name = schemaPath(record, path);
  if (PLAIN.has(name)) return true;
  if (record.configured === undefined || (at(objectAt(record.configured, ['expressions']), path) ?? null) !== null)
    return false;
  if (record.type === 'aws_autoscaling_group' && path.length === 1 && ALTERNATIVES.slice(1).includes(String(path[0])))
    return !ALTERNATIVES.some((block) => isTaken(record, block));
  if (!COMPUTED.has(name) && !WRITTEN_AS_BLOCKS.has(name)) return false;
  const isDisplaced =
    record.type === 'aws_autoscaling_group' &&
    ALTERNATIVES.some((block) => block !== path[0] && isTaken(record, block));
  if (isDisplaced) return false;
  if ((at(record.former, path) ?? null) !== null) return true;
  if (!record.created) return false;
  const { document, steps } = record.place;
  return COMPUTED.has(name) ? document.isHiding(steps) : document.hidesRules(steps) === 'yes';
}

/** Does a dynamic block hide the attribute or its block? */
function isHidden(record: Instance, path: Path): boolean {
  return path.some((_, index) => isHiddenBlock(record, path.slice(0, index + 1)));
}

/** A block that the plan shows and the configuration does not, or that it hides. */
function isDynamic(record: Instance, path: Path): boolean {
  if (isHidden(record, path)) return true;
  const { configured, values } = record;
  const block = path.slice(0, 2);
  return (
    path.length > 1 &&
    at(objectAt(configured ?? {}, ['expressions']), block) === undefined &&
    at(values, block) !== undefined
  );
}

function mayBeSet(record: Instance, path: Path): boolean {
  const { configured, values } = record;
  if (configured === undefined || isHidden(record, path)) return true;
  const expressions = objectAt(configured, ['expressions']);
  const own = at(expressions, path) ?? null;
  // `security_groups = null` sets nothing, nor does `[]` where AWS decides then, which the mark of the whole shows.
  if (isObject(own) && own['references'] === undefined) {
    const constant = own['constant_value'];
    if (constant === null) return false;
    if (Array.isArray(constant) && constant.length === 0 && at(record.unknown, path) === true) return false;
  }
  if (own !== null) return true;
  if (path.length < 2) return false;
  if ((at(expressions, [...path.slice(0, 1), 'references']) ?? null) !== null) return true;
  const block = path.slice(0, 2);
  return (at(expressions, block) ?? null) === null && (at(values, block) ?? null) !== null;
}

/** Is the attribute or its block known only after apply? */
function isMarked(unknown: JsonObject, path: Path): boolean {
  return path.some((_, index) => at(unknown, path.slice(0, index + 1)) === true);
}

/** The same, or some of its elements. */
function isUnknown(unknown: JsonObject, path: Path): boolean {
  const marks = at(unknown, path);
  return isMarked(unknown, path) || (Array.isArray(marks) && marks.includes(true));
}

function isTemplate(value: Json | undefined): boolean {
  return listed(value).some((text) => typeof text === 'string' && text.includes('${'));
}

function directionOf(state: State): string {
  return state.is === 'known' ? textOf(state.value).toLowerCase() : 'unknown';
}

function protocolOf(state: State): string {
  if (state.is === 'unknown') return 'unknown';
  if (state.is === 'unset') return 'any';
  const word = textOf(state.value).toLowerCase();
  return { '-1': 'any', all: 'any', '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6' }[word] ?? word;
}

function portsOf(from: State, to: State): OpeningFact['ports'] {
  const bound = (state: State, widest: number): number => {
    const number = state.is === 'known' ? Number(state.value) : widest;
    return number >= 0 ? number : widest;
  };
  const known = from.is !== 'unknown' && to.is !== 'unknown';
  return { from: bound(from, 0), to: bound(to, 65535), known };
}

function cidrPeer(cidr: Json, path: string): PeerFact {
  return { kind: 'cidr', cidr: textOf(cidr), means: NOBODY, path };
}

function unknownPeer(path: string): PeerFact {
  return { kind: 'unknown', cidr: '', means: NOBODY, path };
}

/** `${aws_eip.office.public_ip}/32` is one address, whichever it will be. */
function latePeer(path: string, template: Json | undefined): PeerFact {
  const late = listed(template)
    .filter((text) => typeof text === 'string')
    .filter((text) => text.includes('${'));
  const isSingle = late.length > 0 && late.every((text) => /\}\/(32|128)$/.test(text));
  return { ...unknownPeer(path), kind: isSingle ? 'address' : 'unknown' };
}

function templateOf({ configured }: Instance, attribute: string): Json | undefined {
  return at(objectAt(configured ?? {}, ['expressions', attribute]), ['constant_value']);
}

/** A group that a rule names may be its own. */
function groupPeer(means: Meaning, path: string, own: Meaning): PeerFact {
  const some = means.groups.length + means.ids.length > 0;
  const within =
    !means.unsure &&
    means.groups.every((group) => own.groups.includes(group)) &&
    means.ids.every((id) => own.ids.includes(id));
  return some && within ? { kind: 'self', cidr: '', means: NOBODY, path } : { kind: 'group', cidr: '', means, path };
}

/** One of several groups may have a rule: then each of them may have one of its own. */
function isOne({ groups, ids, unsure }: Meaning): boolean {
  return groups.length === 1 && ids.length === 0 && !unsure;
}

/** `123456789012/sg-0abc` is the group behind the slash. */
function ownAccount(target: Target): Target {
  const texts = [...target.texts].map((text) => (text.includes('/sg-') ? (text.split('/')[1] ?? text) : text));
  return { ...target, texts: new Set(texts) };
}

/** A key that is equal for two rules that allow the same traffic. Ports are ignored where the protocol has none. */
function sameness({ direction, protocol, ports, peer: { kind, cidr, means } }: OpeningFact, group: string): string {
  const hasPorts = ['tcp', 'udp', 'icmp', 'icmpv6', 'unknown'].includes(protocol);
  return JSON.stringify([group, direction, protocol, hasPorts ? ports : null, kind, cidr, means]);
}

function within({ place: { steps: own } }: Instance, steps: readonly Step[]): boolean {
  return (
    own.length === steps.length &&
    own.every(
      ({ name, key }, index) =>
        name === steps[index]?.name && (steps[index].key === undefined || key === steps[index].key),
    )
  );
}

function nothing(): Target {
  return { records: new Set(), texts: new Set(), lost: new Set(), read: [] };
}

function textTarget(text: string): Target {
  const target = nothing();
  addText(target, text);
  return target;
}

function addText(target: Target, text: string): void {
  target.texts.add(text);
}

function lose(target: Target, why: string): void {
  target.lost.add(why);
}

/** Each resource that a target names. */
function apart({ records, texts, lost }: Target): Target[] {
  return [
    ...[...texts].map(textTarget),
    ...[...records].map((record) => ({ ...nothing(), records: new Set([record]) })),
    ...(lost.size > 0 ? [{ ...nothing(), lost }] : []),
  ];
}

function union(one: Target, other: Target): Target {
  return {
    records: new Set([...one.records, ...other.records]),
    texts: new Set([...one.texts, ...other.texts]),
    lost: new Set([...one.lost, ...other.lost]),
    read: [...one.read, ...other.read],
  };
}

function isNothing({ records, texts, lost }: Target): boolean {
  return records.size === 0 && texts.size === 0 && lost.size === 0;
}

function stepText({ name, key = '' }: Step): string {
  return `${name}[${key}]`;
}

/** Does the reference lead to a part of a resource (an attribute, an element), or to a whole module? */
function isPart(reference: string): boolean {
  const parts = traversal(reference);
  const [head, second] = parts;
  if (head?.text === 'var') return parts.length > 2 || second?.key !== undefined;
  if (head?.text === 'module') return parts.length !== 3 || parts[2]?.key !== undefined;
  const attribute = head?.text === 'data' ? 3 : 2;
  return parts.length > attribute + 1 || parts[attribute]?.key !== undefined;
}

function at(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((inside, step) => {
    if (Array.isArray(inside)) return typeof step === 'number' ? inside[step] : undefined;
    return isObject(inside) ? inside[String(step)] : undefined;
  }, value);
}

function listed(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function arrayAt(value: JsonObject, path: Path): readonly Json[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

function objectOr(value: JsonObject, path: Path): JsonObject | undefined {
  const found = at(value, path);
  return isObject(found) ? found : undefined;
}

function objectAt(value: JsonObject, path: Path): JsonObject {
  return objectOr(value, path) ?? {};
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function textAt(value: JsonObject, path: Path): string | undefined {
  const found = at(value, path);
  return typeof found === 'string' ? found : undefined;
}
